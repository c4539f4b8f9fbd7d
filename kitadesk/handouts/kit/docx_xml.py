"""What Word can and python-docx has no method for: fields, borders, repeated heads, direction."""

from __future__ import annotations

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

EDGES = ("top", "left", "bottom", "right")
_TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre
_EIGHTHS = 8  # Word counts the width of lines in eighths of a point


def element(tag: str, **attributes: str | int) -> BaseOxmlElement:
    """Make an element of the word-processing namespace with attributes of the same."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that Word computes: PAGE, NUMPAGES."""
    run = paragraph.add_run()
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            code = element("instrText")
            code.text = instruction
            run._r.append(code)  # noqa: SLF001  # the library's own way to the XML
        run._r.append(element("fldChar", fldCharType=kind))  # noqa: SLF001


def border_paragraph(paragraph: Paragraph, edge: str, width: float, style: str = "single") -> None:
    """Draw a line at one edge of a paragraph; width in points."""
    borders = element("pBdr")
    borders.append(element(edge, val=style, sz=round(width * _EIGHTHS), space=1, color="000000"))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def border_cell(cell: _Cell, edges: Iterable[str], width: float) -> None:
    """Draw lines at edges of a cell; width in points."""
    borders = element("tcBorders")
    for edge in edges:
        borders.append(element(edge, val="single", sz=round(width * _EIGHTHS), color="000000"))
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001


def turn_cell(cell: _Cell) -> None:
    """Let the text of a cell run upwards."""
    cell._tc.get_or_add_tcPr().append(element("textDirection", val="btLr"))  # noqa: SLF001


def pad_cells(table: Table, sides: float, above: float = 0.0) -> None:
    """Leave air in mm between the texts of a table and the edges of its cells."""
    margins = element("tblCellMar")
    for edge in EDGES:
        air = sides if edge in {"left", "right"} else above
        margins.append(element(edge, w=round(air * _TWIPS), type="dxa"))
    properties = table._tbl.tblPr  # noqa: SLF001
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def repeat_head(row: _Row) -> None:
    """Repeat a row at the top of every page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001


def keep_row_together(row: _Row) -> None:
    """Let no page end in the middle of a row."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001


def fix_widths(table: Table, widths: Iterable[float]) -> None:
    """Give columns their widths in mm, whatever stands in them."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def write_backwards(paragraph: Paragraph) -> None:
    """Set a paragraph from right to left, with the runs that stand in it."""
    paragraph._p.get_or_add_pPr().append(element("bidi"))  # noqa: SLF001
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(element("rtl"))  # noqa: SLF001


def set_font(run: Run, size: float, *, is_bold: bool = False) -> None:
    """Set size in points and weight, for scripts of both directions."""
    run.font.size = Pt(size)
    run.font.bold = is_bold or None
    properties = run._r.get_or_add_rPr()  # noqa: SLF001
    properties.append(element("szCs", val=round(size * 2)))
