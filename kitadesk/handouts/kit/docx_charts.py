"""Charts and codes in a Word document: a table of the same figures, the same words as text."""

from __future__ import annotations

from kitadesk.handouts.kit.blocks import (
    Align,
    BarChart,
    Column,
    QrCode,
    ScaleChart,
    ScaleRow,
    Table,
    TextStyle,
    TrendLine,
)
from kitadesk.handouts.kit.charts import mean_of, share_of, total_of
from kitadesk.handouts.kit.docx_tables import add_table
from kitadesk.handouts.kit.docx_text import Writer
from kitadesk.handouts.kit.trend import figure_of

_FIGURE, _STEP = 24.0, 16.0


def add_bar_chart(writer: Writer, block: BarChart) -> None:
    """Add each answer with count and share."""
    total = total_of(block)
    rows = tuple((bar.label, share_of(bar, total)) for bar in block.bars)
    add_table(writer, Table((Column("Antwort"), _figures("Anzahl", _FIGURE)), rows))


def add_scale_chart(writer: Writer, block: ScaleChart) -> None:
    """Add each question with the count of every step, mean and answers; what the ends mean."""
    count = max((len(row.counts) for row in block.rows), default=0)
    if not count:
        return
    style = writer.styles.text[TextStyle.SMALL]
    writer.line(f"1 = {block.ends[0]}, {count} = {block.ends[1]}", style)
    steps = [_figures(str(step), _STEP) for step in range(1, count + 1)]
    columns = (Column("Frage"), *steps, _figures("Mittel", _FIGURE), _figures("Antworten", _FIGURE))
    add_table(writer, Table(columns, tuple(_scale_row(row, count) for row in block.rows)))


def _scale_row(row: ScaleRow, count: int) -> tuple[str, ...]:
    counts = (*map(str, row.counts), *("",) * (count - len(row.counts)))
    return (row.label, *counts, mean_of(row), str(row.answers))


def add_trend(writer: Writer, block: TrendLine) -> None:
    """Add each evening or year with its figure."""
    rows = tuple((point.label, figure_of(point, block.unit)) for point in block.points)
    if rows:
        add_table(writer, Table((Column(""), _figures("", _FIGURE)), rows))


def add_qr_code(writer: Writer, block: QrCode) -> None:
    """Add caption and address as text: a picture of a code would not follow a change in them."""
    style = writer.styles.text[TextStyle.BODY]
    for text in (block.caption, block.text):
        if text.strip():
            writer.line(text, style)


def _figures(head: str, width: float) -> Column:
    return Column(head, width=width, align=Align.END)
