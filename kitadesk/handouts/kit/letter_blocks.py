"""Blocks of a letter: its head, the window address, key facts, lines to fill in and to sign."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kitadesk.handouts.kit.page_setup import Margins, PageSetup


class LetterForm(Enum):
    """The two forms of DIN 5008; the value is the height of the letterhead in mm.

    Form B has room for logos; form A leaves 18 mm more for the text.
    """

    A = 27.0
    B = 45.0

    @property
    def folds(self) -> tuple[float, float]:
        """Where to fold, in mm from the top: so the address shows in the window."""
        return (87.0, 192.0) if self is LetterForm.A else (105.0, 210.0)

    @property
    def text_top(self) -> float:
        """Where subject and text begin, in mm from the top."""
        return self.value + 53.46


def letter_page(*, large_print: bool = False) -> PageSetup:
    """The sheet of a window letter: text from 25 mm on, its last line above 257 mm (DIN 5008)."""
    margins = Margins(top=20.0, right=20.0, bottom=40.0, left=25.0)
    return PageSetup(margins=margins, footer=False, large_print=large_print)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Name of the house bold, address lines small, logo (PNG, JPEG …) at the right.

    Beside it logo and name of the partner, the alliance. Above a window address the whole head
    keeps to the height of its `form`, which the kit sets then.
    """

    name: str
    lines: tuple[str, ...] = ()
    logo: bytes | None = None
    partner_name: str = ""
    partner_logo: bytes | None = None
    form: LetterForm | None = None


@dataclass(frozen=True, slots=True)
class AddressField:
    """Window address of DIN 5008: return line, notes ("Persönlich"), up to six lines.

    `info` is the information block beside it: (label, value) as ("Telefon", "037207 555-0");
    `date_line` ("Hainichen, 25. Januar 2027") stands where that block ends.
    """

    return_line: str
    lines: tuple[str, ...]
    date_line: str = ""
    info: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    form: LetterForm = LetterForm.B


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
class SignatureLines:
    """Lines to sign on, side by side, each with a small label below it."""

    labels: tuple[str, ...] = ("Datum, Unterschrift",)
