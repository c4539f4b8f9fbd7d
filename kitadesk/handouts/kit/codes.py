"""Code128 of slip numbers as bars (ISO/IEC 15417); a scanner types the digits.

Written here, because the toolkit's own loads its whole drawing library: 80 ms and 5 MB.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

PIXEL = 72 / 300
"""A pixel of a 300 dpi printer in points."""
# Four pixels of a 300 dpi printer: bars of whole pixels stay readable (trap L7).
MODULE = 4 * PIXEL
QUIET_MODULES = 10


Bars: TypeAlias = "tuple[tuple[int, int], ...]"
"""Black bars of a code, each (offset, width) in modules."""


_WIDTHS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 "
    "122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 "
    "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 "
    "211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 "
    "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 "
    "121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 "
    "241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 "
    "412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 "
    "211214 211232 2331112"
)
"""Widths of bar, gap, bar … of each sign in modules: values 0 – 102, the three starts, the stop."""
_TO_B, _START_B, _START_C, _STOP = 100, 104, 105, 106
_ZERO_IN_B = 16
_SIGN_MODULES = 11


@lru_cache(maxsize=1024)
def code128_bars(digits: str) -> Bars:
    """Bars of the code in modules, without the quiet zones."""
    signs = _signs(digits)
    check = (signs[0] + sum(place * sign for place, sign in enumerate(signs))) % 103
    return tuple(
        [
            (place * _SIGN_MODULES + offset, width)
            for place, sign in enumerate((*signs, check, _STOP))
            for offset, width in _SIGN_BARS[sign]
        ]
    )


def _signs(digits: str) -> tuple[int, ...]:
    """Start and values: set C has a sign for two digits, set B one for each."""
    if len(digits) in (1, 3):
        return (_START_B, *(_ZERO_IN_B + int(digit) for digit in digits))
    pairs = (int(digits[at : at + 2]) for at in range(0, len(digits) - 1, 2))
    last = (_TO_B, _ZERO_IN_B + int(digits[-1])) if len(digits) % 2 else ()
    return (_START_C, *pairs, *last)


def bars_width(bars: Bars) -> float:
    """Width of the printed code in points."""
    return sum(bars[-1]) * MODULE if bars else 0.0


def on_pixel(x: float) -> float:
    """The nearest whole pixel of a 300 dpi printer."""
    return round(x / PIXEL) * PIXEL


def _bars_of(widths: str) -> Bars:
    """The bars of one sign: every second stretch is a gap."""
    steps = [int(width) for width in widths]
    ends = accumulate(steps)
    return tuple([(end - step, step) for end, step in zip(ends, steps, strict=True)][::2])


_SIGN_BARS = tuple(_bars_of(widths) for widths in _WIDTHS.split())
