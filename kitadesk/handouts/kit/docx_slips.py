"""Reply slips in a Word document: the same words and lines; only the PDF has a code to scan."""

from __future__ import annotations

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from kitadesk.handouts.kit.blocks import NumberMark, Slip, SlipField, SlipSheet
from kitadesk.handouts.kit.docx_text import Writer, write
from kitadesk.handouts.kit.docx_xml import border_paragraph
from kitadesk.handouts.kit.slips import SLIPS_PER_SHEET
from kitadesk.handouts.kit.styles import RULE, Style

_HAND = 9.5
_BOX = "☐ "
_BLANK_MM = 1.9
"""Width of one underscore at 11 pt, near enough to give a blank its length."""


def add_slip(writer: Writer, block: Slip) -> None:
    """Add a slip below its dashed line."""
    known = writer.styles
    cut = writer.line("✂", known.facts)
    border_paragraph(cut, "bottom", RULE, "dashed")
    first = writer.paragraph()
    first.paragraph_format.tab_stops.add_tab_stop(Mm(writer.width), WD_TAB_ALIGNMENT.RIGHT)
    write(first, block.deadline, known.slip_bold)
    if block.number:
        first.add_run("\t")
        write(first, f"Nr. {block.number}", known.slip_number)
    for text, style in (
        (block.event, known.slip),
        (block.when, known.slip),
        (block.family, known.slip_bold),
    ):
        if text:
            writer.line(text, style)
    for fields in block.lines:
        _add_line(writer, fields, known.slip)
    if block.foot:
        writer.line(block.foot, known.foot)


def add_number_mark(writer: Writer, block: NumberMark) -> None:
    """Add whose sheet it is, with its number at the right of the first line."""
    first = writer.paragraph()
    first.paragraph_format.tab_stops.add_tab_stop(Mm(writer.width), WD_TAB_ALIGNMENT.RIGHT)
    write(first, block.title, writer.styles.slip_bold)
    if block.number:
        first.add_run("\t")
        write(first, f"Nr. {block.number}", writer.styles.slip_number)
    if block.caption:
        writer.line(block.caption, writer.styles.slip)


def add_slip_sheet(writer: Writer, block: SlipSheet) -> None:
    """Add slips three to a page, one after the other."""
    for number, slip in enumerate(block.slips):
        if number and not number % SLIPS_PER_SHEET:
            writer.break_page()
        add_slip(writer, slip)
        writer.air(6)


def _add_line(writer: Writer, fields: tuple[SlipField, ...], style: Style) -> None:
    """Add one line to fill in; a blank up to its end is a tab with a line below."""
    line = writer.paragraph()
    line.paragraph_format.tab_stops.add_tab_stop(Mm(writer.width), leader=WD_TAB_LEADER.LINES)
    write(line, "", style)
    for number, one in enumerate(fields):
        if number:
            _put(line, "     ", style)
        _put(line, (_BOX if one.tick else "") + one.before + " ", style)
        if one.blank is not None:
            _put(line, "_" * round(one.blank / _BLANK_MM) if one.blank else "\t", style)
        _put(line, f" {one.after}" if one.after else "", style)
    line.paragraph_format.line_spacing = Mm(_HAND)


def _put(line: WordParagraph, text: str, style: Style) -> None:
    if text == "\t":
        line.add_run("\t")
    elif text:
        write(line, text, style)
