"""Code128 as our own bars: the same as those of the toolkit, sign by sign."""

from __future__ import annotations

import subprocess
import sys

import pytest
from reportlab.graphics.barcode.code128 import Code128

from kitadesk.handouts.kit.codes import MODULE, bars_width, code128_bars


def of_toolkit(digits: str) -> list[tuple[int, int]]:
    """Read the toolkit's letters: capitals are bars, small letters gaps, A is one module."""
    code = Code128(digits, quiet=0)
    code.validate()
    code.encode()
    bars, at = [], 0
    for sign in code.decompose():
        width = ord(sign.upper()) - ord("A") + 1
        if sign.isupper():
            bars.append((at, width))
        at += width
    return bars


@pytest.mark.parametrize("length", range(1, 13))
def test_numbers_of_every_length_have_the_bars_of_the_toolkit(length: int) -> None:
    for first in range(0, 10**8, 7_654_321):
        digits = str(first * 90_001 + 4_821_700_000_000)[-length:]
        assert list(code128_bars(digits)) == of_toolkit(digits)


def test_every_value_of_two_digits_has_the_bars_of_the_toolkit() -> None:
    for value in range(100):
        digits = f"{value:02}"
        assert list(code128_bars(digits)) == of_toolkit(digits)


def test_a_slip_number_takes_79_modules() -> None:
    assert bars_width(code128_bars("48217")) == pytest.approx(79 * MODULE)


def test_drawing_codes_does_not_load_the_drawing_library_of_the_toolkit() -> None:
    program = "import sys, kitadesk.handouts.kit.pdf; print('reportlab.graphics' in sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
