"""Blocks to be cut off and given back: the reply slip below a letter or three to a sheet."""

from __future__ import annotations

from dataclasses import dataclass


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
class TearStrip:
    """A strip of a notice to tear off and take along: small words, a strong line, and what follows.

    Without `title` there is a line to write on in its place.
    """

    over: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TearStrips:
    """Strips side by side at the foot of a notice, read with the head to the left.

    Cut between them, they hang at the notice by a dashed line. So many as `per_sheet` says stand on
    a sheet, narrower ones could not be read.
    """

    strips: tuple[TearStrip, ...]
    per_sheet: int = 9
