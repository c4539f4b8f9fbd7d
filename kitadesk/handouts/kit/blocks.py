"""What can stand on a paper, as plain frozen values; drawing them is the work of kit.pdf.

Papers say *what* is on the sheet and in which order; where it stands, in which size, and where a
page ends is decided by the kit. All lengths are millimetres. Every text may hold anything a person
can type: it is data, never markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias


class PaperSize(Enum):
    """Sheet sizes in use; the value is (width, height) in mm, portrait."""

    A3 = (297.0, 420.0)
    A4 = (210.0, 297.0)
    A5 = (148.0, 210.0)


class Align(Enum):
    """Where a line stands in its box. START is left, for right-to-left text the right side."""

    START = "start"
    CENTER = "center"
    END = "end"


class TextStyle(Enum):
    """Named text styles; sizes and leading stand in kit.styles. POSTER is read from afar."""

    BODY = "body"
    LEAD = "lead"
    STRONG = "strong"
    SMALL = "small"
    NOTE = "note"
    POSTER = "poster"
    POSTER_STRONG = "poster_strong"


class CellKind(Enum):
    """What a table column holds: text, a box to tick, or room to write above the row's rule."""

    TEXT = "text"
    TICK = "tick"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Margins:
    """Free edge of the sheet in mm; printers need 5 mm, eyes more."""

    top: float = 18.0
    right: float = 20.0
    bottom: float = 16.0
    left: float = 22.0


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Sheet, edges and edition. `footer` prints paper name, print date and "Seite x von y"."""

    size: PaperSize = PaperSize.A4
    landscape: bool = False
    margins: Margins = Margins()
    footer: bool = True
    large_print: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Name of the house bold, address lines small, logo (PNG or JPEG) at the right."""

    name: str
    lines: tuple[str, ...] = ()
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class AddressField:
    """Window address of DIN 5008 form B: return line and up to six lines, 45 mm from the top.

    `date_line` ("Hainichen, 25. Januar 2027") stands beside it, where an information block ends.
    """

    return_line: str
    lines: tuple[str, ...]
    date_line: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a paper (level 1, shrinks before it wraps), of a part (2), of a stack (0).

    Level −1 is the title of a poster: the largest of all, over as many lines as it takes.
    """

    text: str
    level: int = 1
    over: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it are kept. `keep` says that it stays with what follows."""

    text: str
    style: TextStyle = TextStyle.BODY
    align: Align = Align.START
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty height in mm; a letter that must fit one sheet may shrink it, `fixed` forbids that."""

    height: float
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the text width."""


@dataclass(frozen=True, slots=True)
class FactsBox:
    """The framed key facts of an event: what parents put on the fridge."""

    first: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FillIn:
    """Labels with a line to write on after each, one below the other; the heart of a blank form."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One table column. Width in mm, or None for a share of what is left over.

    A header that is wider than its column stands upright.
    """

    header: str
    width: float | None = None
    align: Align = Align.START
    kind: CellKind = CellKind.TEXT
    bold: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class GroupBreak:
    """A row that starts a new group of rows, optionally on a new page."""

    title: str
    new_page: bool = False


Row: TypeAlias = "tuple[str, ...] | GroupBreak"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads that are repeated on every page.

    A tick cell is pre-ticked by any text in it. `blank_rows` empty rows follow for writing in.
    `grid` draws lines between columns; `numbered` counts the rows in a first column.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    row_height: float = 8.0
    blank_rows: int = 0
    grid: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of a timeline: a bar for days, a diamond for one day, an open arrow for "bis".

    Without `first` it is a deadline, without both days only the label stands there. `words` stand
    beside the mark, `sign` before the label. `is_strong` fills the mark, else it is an outline.
    """

    label: str
    first: date | None = None
    last: date | None = None
    words: str = ""
    sign: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class TimelineShade:
    """Hatched days behind all lines; `is_day` is a dotted line: a single public holiday."""

    first: date
    last: date
    name: str = ""
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """A year as a picture: months as columns, a line for each row, names at the left.

    `names` is the width of the labels in mm; `today` draws a line; `has_years` names the years.
    """

    first: date
    last: date
    rows: tuple[TimelineRow, ...] = ()
    shades: tuple[TimelineShade, ...] = ()
    today: date | None = None
    names: float = 72.0
    row_height: float = 6.0
    blank_rows: int = 0
    has_years: bool = True


@dataclass(frozen=True, slots=True)
class SlipField:
    """Part of a line to fill in: [tick box] text before, a blank of so many mm, text after.

    `blank` None means no blank, 0 means up to the end of the line.
    """

    before: str
    blank: float | None = None
    after: str = ""
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """The reply slip in the bottom third: below a dashed line with scissors, never on the text.

    `number` as people read it ("4821-7"); its digits also stand there as Code128. Without number
    and family it is the blank slip of the master copy.
    """

    deadline: str
    event: str
    when: str = ""
    family: str = ""
    number: str = ""
    lines: tuple[tuple[SlipField, ...], ...] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """Slips three to an A4 sheet, for cutting; goes with a master copy of the letter."""

    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class LabelGeometry:
    """The measures of a label sheet in mm from the top left corner of the paper.

    The pitch is the distance between the same edges of two neighbours; text keeps the insets.
    """

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    pitch_x: float
    pitch_y: float
    inset_x: float
    inset_y: float

    @property
    def per_sheet(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    def corner_of(self, place: int) -> tuple[float, float]:
        """The top left corner of a label; places count from 0, row by row."""
        row, column = divmod(place, self.columns)
        return self.left + column * self.pitch_x, self.top + row * self.pitch_y


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """One sheet of labels, each with its lines; the first stands on label number `start`.

    `sender` is a small line above each address. `frames` draws the edges and numbers of all labels:
    the probe on plain paper, to be held against a sheet of labels.
    """

    geometry: LabelGeometry
    labels: tuple[tuple[str, ...], ...]
    start: int = 1
    sender: str = ""
    frames: bool = False


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Lines to sign on, side by side, each with a small label below it."""

    labels: tuple[str, ...] = ("Datum, Unterschrift",)


@dataclass(frozen=True, slots=True)
class Counts:
    """Big figures side by side at the foot of a list, (label, value); an empty value is a blank."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page of the same letter or list."""


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A new letter or list begins: new page, page count from 1, an entry in the PDF outline.

    `footer` overrides the page setup for this sheet; a letter of two pages counts them, unless
    `footer` is False.
    `fit` spreads or tightens its air so that it fills one page well; with a slip that is so anyway.
    """

    bookmark: str = ""
    footer: bool | None = None
    fit: bool = False


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
    | LabelSheet
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
