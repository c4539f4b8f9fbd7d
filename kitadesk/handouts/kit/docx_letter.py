"""The blocks of a letter in a Word document: head, address, key facts, lines to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell
from PIL import Image

from kitadesk.handouts.kit.blocks import (
    AddressField,
    FactsBox,
    FillIn,
    Letterhead,
    SignatureLines,
)
from kitadesk.handouts.kit.docx_text import Writer, set_air, write
from kitadesk.handouts.kit.docx_xml import (
    EDGES,
    border_cell,
    border_paragraph,
    fix_widths,
    pad_cells,
)
from kitadesk.handouts.kit.pictures import Picture, picture
from kitadesk.handouts.kit.styles import FRAME, HAIRLINE, MM, RULE, Style

_LOGO_WIDTH, _LOGO_HEIGHT = 40.0, 20.0
_ADDRESS_WIDTH = 85.0
_HAND = 9.0


def add_letterhead(writer: Writer, block: Letterhead) -> None:
    """Add name and lines at the left, logos at the right, a rule below."""
    logos = [logo for logo in (block.logo, block.partner_logo) if logo]
    widths = [writer.width - len(logos) * _LOGO_WIDTH, *[_LOGO_WIDTH] * len(logos)]
    head = _grid(writer, 1, widths)
    left = head.cell(0, 0)
    names = " · ".join(name for name in (block.name, block.partner_name) if name)
    fill(left, [(names, writer.styles.house), (" · ".join(block.lines), writer.styles.house_lines)])
    for number, logo in enumerate(logos, 1):
        line = head.cell(0, number).paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        shown = picture(logo, (_LOGO_WIDTH - 4) * MM, _LOGO_HEIGHT * MM)
        line.add_run().add_picture(_png(shown), height=Mm(shown.height / MM))
    border_paragraph(writer.paragraph(), "top", RULE)


def _png(shown: Picture) -> BytesIO:
    """Return a checked picture as PNG, whatever it came as."""
    data = shown.reader.getRGBData()
    target = BytesIO()
    Image.frombytes(shown.reader.mode, shown.reader.getSize(), data).save(target, "PNG")
    target.seek(0)
    return target


def add_address(writer: Writer, block: AddressField) -> None:
    """Add return line, notes and address in the height of the window, information beside it."""
    field = _grid(writer, 1, [_ADDRESS_WIDTH, writer.width - _ADDRESS_WIDTH])
    field.rows[0].height = Mm(45)
    field.rows[0].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    known = writer.styles
    small = [text for text in (block.return_line, *block.notes) if text.strip()]
    lines = [(text, known.foot) for text in small]
    fill(field.cell(0, 0), [*lines, *((line, known.facts) for line in block.lines)])
    beside = [f"{label}: {value}" for label, value in block.info if value.strip()]
    beside += [block.date_line] if block.date_line else []
    if beside:
        fill(field.cell(0, 1), [(text, known.facts) for text in beside])
        for line in field.cell(0, 1).paragraphs:
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    writer.air(4)


def add_facts(writer: Writer, block: FactsBox) -> None:
    """Add the framed key facts."""
    box: WordTable = writer.word.add_table(1, 1)
    fix_widths(box, [writer.width])
    pad_cells(box, 3, 2)
    first = (block.first, writer.styles.facts_first)
    fill(box.cell(0, 0), [first, *((line, writer.styles.facts) for line in block.lines)])
    border_cell(box.cell(0, 0), EDGES, FRAME)
    writer.air(3)


def add_fill_in(writer: Writer, block: FillIn) -> None:
    """Add labels, each with a line to write on up to the right edge."""
    for label in block.labels:
        line = writer.line(f"{label} " if label else "", writer.styles.facts)
        line.add_run("\t")
        line.paragraph_format.line_spacing = Mm(_HAND)
        stops = line.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(writer.width), leader=WD_TAB_LEADER.LINES)


def add_signatures(writer: Writer, block: SignatureLines) -> None:
    """Add lines to sign on, side by side."""
    writer.air(10)
    labels = block.labels or ("",)
    lines = _grid(writer, 1, [writer.width / len(labels)] * len(labels))
    for number, label in enumerate(labels):
        fill(lines.cell(0, number), [(label, writer.styles.foot)])
        border_cell(lines.cell(0, number), ("top",), HAIRLINE)


def fill(cell: _Cell, lines: Sequence[tuple[str, Style]]) -> None:
    """Write lines into a cell, each in its style."""
    for number, (text, style) in enumerate(lines):
        line = cell.paragraphs[0] if not number else cell.add_paragraph()
        write(line, text, style, listed=True)
        set_air(line, 0, style.leading)


def _grid(writer: Writer, rows: int, widths: Sequence[float]) -> WordTable:
    """Make a table without lines, for what stands side by side."""
    made: WordTable = writer.word.add_table(rows, len(widths))
    fix_widths(made, widths)
    pad_cells(made, 0)
    return made
