"""The sheet that a paper is printed on: size, edges, edition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PaperSize(Enum):
    """Sheet sizes in use; the value is (width, height) in mm, portrait."""

    A3 = (297.0, 420.0)
    A4 = (210.0, 297.0)
    A5 = (148.0, 210.0)


class TwoUp(Enum):
    """Two pages side by side on a sheet of double size, to be cut in the middle.

    TWICE prints each page twice: one copy makes two forms. STACKED cuts a run once: the left pile
    laid on the right one is in order.
    """

    NO = "no"
    TWICE = "twice"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class Margins:
    """Free edge of the sheet in mm; printers need 5 mm, eyes more."""

    top: float = 18.0
    right: float = 20.0
    bottom: float = 16.0
    left: float = 22.0


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Sheet, edges and edition. `footer` prints paper name, print date and "Seite x von y".

    `two_up` puts two pages of this size on a sheet. `slip_beside` puts the letter on the left half
    of a sheet across and the reply slip on the right half, to be cut in the middle; it needs
    `landscape`, and the margins are those of each half. `scaled` lets letters and edges grow with
    the sheet: a poster on A3 is the one on A4 seen larger, a leaflet on A5 keeps 10.5 pt.
    """

    size: PaperSize = PaperSize.A4
    landscape: bool = False
    margins: Margins = Margins()
    footer: bool = True
    large_print: bool = False
    two_up: TwoUp = TwoUp.NO
    slip_beside: bool = False
    scaled: bool = False

    @property
    def scale(self) -> float:
        """How much larger than A4 everything is set."""
        return self.size.value[0] / PaperSize.A4.value[0] if self.scaled else 1.0
