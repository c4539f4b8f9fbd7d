"""The sheet that a paper is printed on: size, edges, edition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PaperSize(Enum):
    """Sheet sizes in use; the value is (width, height) in mm, portrait."""

    A3 = (297.0, 420.0)
    A4 = (210.0, 297.0)
    A5 = (148.0, 210.0)


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
