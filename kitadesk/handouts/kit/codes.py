"""Code128 of slip numbers as bars; a scanner types the digits."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from reportlab.graphics.barcode.code128 import Code128

PIXEL = 72 / 300
"""A pixel of a 300 dpi printer in points."""
# Four pixels of a 300 dpi printer: bars of whole pixels stay readable (trap L7).
MODULE = 4 * PIXEL
QUIET_MODULES = 10


Bars: TypeAlias = "tuple[tuple[int, int], ...]"
"""Black bars of a code, each (offset, width) in modules."""


@lru_cache(maxsize=1024)
def code128_bars(digits: str) -> Bars:
    """Bars of the code in modules, without the quiet zones."""
    code = Code128(digits, quiet=0)
    code.validate()
    code.encode()
    bars: list[tuple[int, int]] = []
    at = 0
    for sign in code.decompose():
        modules = ord(sign.upper()) - ord("A") + 1
        if sign.isupper():
            bars.append((at, modules))
        at += modules
    return tuple(bars)


def bars_width(bars: Bars) -> float:
    """Width of the printed code in points."""
    return sum(bars[-1]) * MODULE if bars else 0.0


def on_pixel(x: float) -> float:
    """The nearest whole pixel of a 300 dpi printer."""
    return round(x / PIXEL) * PIXEL
