"""From a block to its pieces: the only place that knows every kind of block."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kitadesk.handouts.kit.address import address_field
from kitadesk.handouts.kit.badges import badge_sheet
from kitadesk.handouts.kit.blocks import (
    AddressField,
    BadgeSheet,
    BarChart,
    Block,
    Counts,
    FactsBox,
    FillIn,
    Heading,
    LabelSheet,
    Letterhead,
    NewSheet,
    NumberMark,
    PageBreak,
    Paragraph,
    QrCode,
    Rule,
    RulerSheet,
    ScaleChart,
    SignatureLines,
    Slip,
    SlipSheet,
    Spacer,
    Table,
    TearStrips,
    Timeline,
    TrendLine,
)
from kitadesk.handouts.kit.charts import bar_chart, scale_chart
from kitadesk.handouts.kit.labels import label_sheet
from kitadesk.handouts.kit.letter import letterhead
from kitadesk.handouts.kit.number_mark import number_mark
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.qr import qr_code
from kitadesk.handouts.kit.ruler import ruler_sheet
from kitadesk.handouts.kit.running_text import (
    counts,
    facts_box,
    fill_in,
    heading,
    paragraph,
    signature_lines,
)
from kitadesk.handouts.kit.slips import slip, slip_sheet
from kitadesk.handouts.kit.styles import HAIRLINE, MM
from kitadesk.handouts.kit.tables import table
from kitadesk.handouts.kit.tear_strips import tear_strips
from kitadesk.handouts.kit.timeline import timeline
from kitadesk.handouts.kit.trend import trend_line


def pieces_of(block: Block, room: Room) -> Iterator[Piece]:  # noqa: C901, PLR0911, PLR0912
    """Give the pieces of one block."""
    match block:
        case Letterhead():
            return letterhead(block, room)
        case AddressField():
            return address_field(block, room)
        case Heading():
            return heading(block, room)
        case Paragraph():
            return paragraph(block, room)
        case FactsBox():
            return facts_box(block, room)
        case FillIn():
            return fill_in(block, room)
        case Table():
            return table(block, room)
        case Timeline():
            return timeline(block, room)
        case Slip():
            return slip(block, room)
        case SlipSheet():
            return slip_sheet(block, room)
        case TearStrips():
            return tear_strips(block, room)
        case LabelSheet():
            return label_sheet(block, room)
        case BadgeSheet():
            return badge_sheet(block, room)
        case RulerSheet():
            return ruler_sheet(block, room)
        case BarChart():
            return bar_chart(block, room)
        case ScaleChart():
            return scale_chart(block, room)
        case TrendLine():
            return trend_line(block, room)
        case QrCode():
            return qr_code(block, room)
        case NumberMark():
            return number_mark(block, room)
        case SignatureLines():
            return signature_lines(block, room)
        case Counts():
            return counts(block, room)
        case Spacer():
            return iter((Piece(block.height * MM, gap=not block.fixed),))
        case Rule():
            return iter((Piece(HAIRLINE, partial(_draw_rule, room.width)),))
        case PageBreak():
            return iter((Piece(0, break_before=True),))
        case NewSheet():
            return iter(())


def _draw_rule(length: float, pen: Pen, x: float, y: float) -> None:
    pen.rule((x, y), (x + length, y), HAIRLINE)
