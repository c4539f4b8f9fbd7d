"""The same blocks as a Word document, for a last change in the words.

Letters and lists can be changed in Word, charts become tables of their figures; what lives from
exact places (labels, badges, pictures of a year) stays a PDF. Nothing is read from disk or net but
the library's own empty document.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.handouts.kit.blocks import (
    AddressField,
    BarChart,
    Block,
    Counts,
    Document,
    FactsBox,
    FillIn,
    Heading,
    Letterhead,
    NewSheet,
    NumberMark,
    PageBreak,
    PageSetup,
    Paragraph,
    QrCode,
    Rule,
    ScaleChart,
    SignatureLines,
    Slip,
    SlipSheet,
    Spacer,
    Table,
    TrendLine,
)
from kitadesk.handouts.kit.docx_charts import (
    add_bar_chart,
    add_qr_code,
    add_scale_chart,
    add_trend,
)
from kitadesk.handouts.kit.docx_letter import (
    add_address,
    add_facts,
    add_fill_in,
    add_letterhead,
    add_signatures,
)
from kitadesk.handouts.kit.docx_slips import add_number_mark, add_slip, add_slip_sheet
from kitadesk.handouts.kit.docx_tables import add_counts, add_table
from kitadesk.handouts.kit.docx_text import FONT, Writer, add_heading, add_paragraph
from kitadesk.handouts.kit.docx_xml import add_field, border_paragraph
from kitadesk.handouts.kit.page import room_of
from kitadesk.handouts.kit.styles import HAIRLINE
from kitadesk.handouts.kit.text import safe_text

_CHANGEABLE = (
    Letterhead
    | AddressField
    | Heading
    | Paragraph
    | Spacer
    | Rule
    | FactsBox
    | FillIn
    | Table
    | Slip
    | SlipSheet
    | SignatureLines
    | NumberMark
    | BarChart
    | ScaleChart
    | TrendLine
    | QrCode
    | Counts
    | PageBreak
    | NewSheet
)


def can_be_changed_in_word(document: Document) -> bool:
    """Return whether all that stands on the paper can stand in a Word document."""
    return all(isinstance(block, _CHANGEABLE) for block in document.blocks)


def render_docx(document: Document, *, printed_on: date | None = None) -> bytes:
    """Write a document as docx; raises `paper_not_for_word` where a block lives from its place."""
    if not can_be_changed_in_word(document):
        raise UserError("paper_not_for_word", paper=document.title)
    word = docx.Document()
    _set_up(word, document, printed_on)
    writer = Writer(word, room_of(document.page).styles, _text_width(document.page))
    is_first = True
    for block in document.blocks:
        _add(writer, block, is_first=is_first)
        is_first = is_first and isinstance(block, NewSheet)
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _add(writer: Writer, block: Block, *, is_first: bool) -> None:  # noqa: C901, PLR0912
    """Add one block; the only place that knows which blocks Word gets."""
    match block:
        case Letterhead():
            add_letterhead(writer, block)
        case AddressField():
            add_address(writer, block)
        case Heading():
            add_heading(writer, block)
        case Paragraph():
            add_paragraph(writer, block)
        case FactsBox():
            add_facts(writer, block)
        case FillIn():
            add_fill_in(writer, block)
        case Table():
            add_table(writer, block)
        case Slip():
            add_slip(writer, block)
        case SlipSheet():
            add_slip_sheet(writer, block)
        case NumberMark():
            add_number_mark(writer, block)
        case BarChart():
            add_bar_chart(writer, block)
        case ScaleChart():
            add_scale_chart(writer, block)
        case TrendLine():
            add_trend(writer, block)
        case QrCode():
            add_qr_code(writer, block)
        case SignatureLines():
            add_signatures(writer, block)
        case Counts():
            add_counts(writer, block)
        case Spacer():
            writer.air(block.height)
        case Rule():
            border_paragraph(writer.paragraph(), "bottom", HAIRLINE)
        case NewSheet() | PageBreak() if not is_first:
            writer.break_page()
        case _:
            pass


def _set_up(word: WordDocument, document: Document, printed_on: date | None) -> None:
    """Sheet, edges, font, foot line and the properties that Explorer shows."""
    usual = word.styles["Normal"]
    usual.font.name = FONT
    usual.font.size = Pt(11.5)
    usual.element.rPr.rFonts.set(qn("w:cs"), FONT)
    usual.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    foot = word.styles["Footer"]
    foot.font.size = Pt(8.5)
    foot.paragraph_format.tab_stops.clear_all()
    _set_page(word, document.page)
    if document.page.footer:
        _set_footer(word.sections[0].footer.paragraphs[0], document, printed_on)
    made = datetime.combine(printed_on or date(2000, 1, 1), time(12), UTC)
    properties = word.core_properties
    properties.title = safe_text(document.title)[:255]
    properties.author = safe_text(document.author)[:255]
    properties.comments = ""
    properties.created = properties.modified = made


def _set_page(word: WordDocument, page: PageSetup) -> None:
    section = word.sections[0]
    width, height = page.size.value
    if page.landscape:
        width, height = height, width
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(width), Mm(height)
    edges, k = page.margins, page.scale
    section.top_margin, section.bottom_margin = Mm(edges.top * k), Mm(max(edges.bottom * k, 12))
    section.left_margin, section.right_margin = Mm(edges.left * k), Mm(edges.right * k)
    section.footer_distance = section.header_distance = Mm(7)


def _set_footer(line: WordParagraph, document: Document, printed_on: date | None) -> None:
    """Paper name, day, page of pages, apart by tabs."""
    width = _text_width(document.page)
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(width / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    stamp = f"gedruckt am {numeric_date(printed_on)}" if printed_on else ""
    line.add_run(f"{safe_text(document.foot or document.title)}\t{stamp}\tSeite ")
    add_field(line, "PAGE")
    line.add_run(" von ")
    add_field(line, "NUMPAGES")


def _text_width(page: PageSetup) -> float:
    """Width between the edges in mm."""
    width = page.size.value[1 if page.landscape else 0]
    return width - (page.margins.left + page.margins.right) * page.scale
