"""Lists in a Word document: repeated heads, groups, boxes to tick, room to write."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from kitadesk.handouts.kit.blocks import Align, CellKind, Column, Counts, GroupBreak, Row, Table
from kitadesk.handouts.kit.docx_letter import fill
from kitadesk.handouts.kit.docx_text import Writer
from kitadesk.handouts.kit.docx_xml import (
    EDGES,
    border_cell,
    fix_widths,
    keep_row_together,
    pad_cells,
    repeat_head,
    turn_cell,
)
from kitadesk.handouts.kit.styles import HAIRLINE, MM, RULE, Style
from kitadesk.handouts.kit.text import widest_word

_TICKED, _OPEN = "☒", "☐"
_NUMBER = Column("Nr.", 10, Align.END)
_PAD = 1.2
"""mm between a text and the edges of its cell."""
_GROUP_AIR = 2.0
"""mm above the title of a group."""


def add_table(writer: Writer, block: Table) -> None:
    """Add a list with its head on every page; a group that begins a page begins a table."""
    columns = (_NUMBER, *block.columns) if block.numbered else block.columns
    made: WordTable | None = None
    count = 0
    for row in (*block.rows, *_blank_rows(block)):
        if made is None or (isinstance(row, GroupBreak) and row.new_page):
            if made is not None:
                writer.break_page()
            made = _headed(writer, columns)
        if isinstance(row, GroupBreak):
            _add_group(writer, made, row)
        else:
            count += 1
            cells = (str(count), *row) if block.numbered else row
            _add_row(writer, made, columns, cells, block)
    if made is None:
        _headed(writer, columns)
    writer.air(3)


def add_counts(writer: Writer, block: Counts) -> None:
    """Add figures side by side; one without a value is a line to write on."""
    parts = [f"{label}: {value or '______'}" for label, value in block.items]
    writer.line("     ".join(parts), writer.styles.figure)


def _blank_rows(block: Table) -> list[Row]:
    return [("",) * len(block.columns)] * block.blank_rows


def _headed(writer: Writer, columns: Sequence[Column]) -> WordTable:
    """Begin a table with its head."""
    made: WordTable = writer.word.add_table(1, len(columns))
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    widths = _widths(columns, writer.width)
    fix_widths(made, widths)
    pad_cells(made, _PAD)
    head, style = made.rows[0], writer.styles.table_head
    for cell, column in zip(head.cells, columns, strict=True):
        fill(cell, [(column.header, style)])
        _align(cell, column)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
        border_cell(cell, ("bottom",), RULE)
    _turn_narrow(head, columns, widths, style)
    repeat_head(head)
    return made


def _turn_narrow(
    head: _Row, columns: Sequence[Column], widths: Sequence[float], style: Style
) -> None:
    """Let the heads run upwards whose longest word is wider than its column, as on the sheet."""
    sizes = [widest_word(column.header, style.face, style.size) / MM for column in columns]
    narrow = {
        round(width)
        for size, width in zip(sizes, widths, strict=True)
        if size > max(width - 2 * _PAD, 0)
    }
    turned = [number for number, width in enumerate(widths) if round(width) in narrow]
    for number in turned:
        cell = head.cells[number]
        turn_cell(cell)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT
    if turned:
        head.height = Mm(max(sizes[number] for number in turned) + 3 * _PAD)
        head.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST


def _widths(columns: Sequence[Column], width: float) -> list[float]:
    """Widths in mm: fixed ones as they are, the rest by their shares."""
    fixed = sum(column.width or 0 for column in columns)
    shares = sum(column.share for column in columns if column.width is None)
    free = max(width - fixed, 0)
    return [
        column.width if column.width is not None else free * column.share / shares
        for column in columns
    ]


def _add_group(writer: Writer, made: WordTable, group: GroupBreak) -> None:
    """Add the title of a group across all columns."""
    row = made.add_row()  # type: ignore[no-untyped-call]  # the library's own gap
    whole = row.cells[0].merge(row.cells[-1])
    fill(whole, [(group.title, writer.styles.group)])
    title = whole.paragraphs[0].paragraph_format
    title.keep_with_next = True
    title.space_before = Mm(_GROUP_AIR)
    border_cell(whole, ("bottom",), RULE)
    keep_row_together(row)


def _add_row(
    writer: Writer, made: WordTable, columns: Sequence[Column], texts: Sequence[str], block: Table
) -> None:
    row = made.add_row()  # type: ignore[no-untyped-call]  # the library's own gap
    row.height = Mm(block.row_height)
    row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    keep_row_together(row)
    _fill_row(writer, row, columns, texts)
    for cell in row.cells:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        border_cell(cell, EDGES if block.grid else ("bottom",), HAIRLINE)


def _fill_row(writer: Writer, row: _Row, columns: Sequence[Column], texts: Sequence[str]) -> None:
    known = writer.styles
    for cell, column, text in zip(row.cells, columns, texts, strict=True):
        shown = (_TICKED if text else _OPEN) if column.kind is CellKind.TICK else text
        fill(cell, [(shown, known.table_bold if column.bold else known.table)])
        _align(cell, column)


def _align(cell: _Cell, column: Column) -> None:
    """Let a cell stand as its column does, its head alike."""
    if column.align is Align.END:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif column.align is Align.CENTER or column.kind is CellKind.TICK:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
