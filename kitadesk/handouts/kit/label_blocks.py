"""Blocks of label sheets: the measures of a type, addresses or name badges on one sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelGeometry:
    """The measures of a label sheet in mm from the top left corner of the paper.

    The pitch is the distance between the same edges of two neighbours; text keeps the insets.
    `cut_marks` are short lines at the edges of plain paper that show where to cut.
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
    cut_marks: bool = False

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
class Badge:
    """Who wears it: first name big, surname below, role or institution small.

    `symbol` is one sign for a child who cannot read yet (see BADGE_SYMBOLS). A badge without any
    text has a line to write a name on.
    """

    first_name: str = ""
    last_name: str = ""
    role: str = ""
    symbol: str = ""


BADGE_SYMBOLS = "☀☂☃★♥♣♪✿✈☎⚓☾☁♞✂❄"
"""Signs of the bundled fonts that stay apart on a copier; enough for a group of children."""


@dataclass(frozen=True, slots=True)
class BadgeSheet:
    """One sheet of name badges; the first stands on place `start`, `house` small at its top."""

    geometry: LabelGeometry
    badges: tuple[Badge, ...]
    start: int = 1
    house: str = ""
    frames: bool = False


@dataclass(frozen=True, slots=True)
class RulerSheet:
    """A sheet to measure a printer by: crosses so far from two edges each, rulers along all."""

    cross_mm: float = 20.0
