"""What can stand on a paper, as plain frozen values; drawing them is the work of kit.pdf.

Papers say *what* is on the sheet and in which order; where it stands, in which size, and where a
page ends is decided by the kit. All lengths are millimetres. Every text may hold anything a person
can type: it is data, never markup. Papers take every block from here; what belongs together has a
file of its own (`*_blocks.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TypeAlias

from kitadesk.handouts.kit.chart_blocks import (
    BarChart,
    ChartBar,
    ScaleChart,
    ScaleRow,
    TrendLine,
    TrendPoint,
)
from kitadesk.handouts.kit.code_blocks import (
    NumberMark,
    QrCode,
)
from kitadesk.handouts.kit.label_blocks import (
    BADGE_SYMBOLS,
    Badge,
    BadgeSheet,
    LabelGeometry,
    LabelSheet,
    RulerSheet,
)
from kitadesk.handouts.kit.letter_blocks import (
    AddressField,
    FactsBox,
    FillIn,
    LetterForm,
    Letterhead,
    SignatureLines,
    letter_page,
)
from kitadesk.handouts.kit.list_blocks import (
    CellKind,
    Column,
    Counts,
    GroupBreak,
    Row,
    Table,
)
from kitadesk.handouts.kit.page_setup import (
    Margins,
    PageSetup,
    PaperSize,
    TwoUp,
)
from kitadesk.handouts.kit.slip_blocks import (
    Slip,
    SlipField,
    SlipSheet,
    TearStrip,
    TearStrips,
)
from kitadesk.handouts.kit.text_blocks import (
    Align,
    Heading,
    NewSheet,
    PageBreak,
    Paragraph,
    Rule,
    Spacer,
    TextStyle,
)
from kitadesk.handouts.kit.timeline_blocks import (
    Timeline,
    TimelineRow,
    TimelineShade,
)

__all__ = [
    "BADGE_SYMBOLS",
    "AddressField",
    "Align",
    "Badge",
    "BadgeSheet",
    "BarChart",
    "Block",
    "CellKind",
    "ChartBar",
    "Column",
    "Counts",
    "Document",
    "FactsBox",
    "FillIn",
    "GroupBreak",
    "Heading",
    "LabelGeometry",
    "LabelSheet",
    "LetterForm",
    "Letterhead",
    "Margins",
    "NewSheet",
    "NumberMark",
    "PageBreak",
    "PageSetup",
    "PaperSize",
    "Paragraph",
    "QrCode",
    "Row",
    "Rule",
    "RulerSheet",
    "ScaleChart",
    "ScaleRow",
    "SignatureLines",
    "Slip",
    "SlipField",
    "SlipSheet",
    "Spacer",
    "Table",
    "TearStrip",
    "TearStrips",
    "TextStyle",
    "Timeline",
    "TimelineRow",
    "TimelineShade",
    "TrendLine",
    "TrendPoint",
    "TwoUp",
    "letter_page",
    "texts_of",
]

Block: TypeAlias = (
    Letterhead
    | AddressField
    | Heading
    | Paragraph
    | Spacer
    | Rule
    | FactsBox
    | FillIn
    | Table
    | Timeline
    | Slip
    | SlipSheet
    | TearStrips
    | LabelSheet
    | BadgeSheet
    | RulerSheet
    | BarChart
    | ScaleChart
    | TrendLine
    | QrCode
    | NumberMark
    | SignatureLines
    | Counts
    | PageBreak
    | NewSheet
)


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF: title, blocks in order, page setup, author, name in the foot (else the title)."""

    title: str
    blocks: tuple[Block, ...]
    page: PageSetup = field(default_factory=PageSetup)
    author: str = ""
    foot: str = ""


def texts_of(value: object) -> Iterator[str]:
    """Give every text that stands in a document or in a part of it, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts_of(getattr(value, part.name))
