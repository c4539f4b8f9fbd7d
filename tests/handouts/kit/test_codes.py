"""Code128 as bars in modules."""

from __future__ import annotations

import pytest

from kitadesk.handouts.kit.codes import MODULE, bars_width, code128_bars


def test_a_slip_number_takes_79_modules() -> None:
    assert bars_width(code128_bars("48217")) == pytest.approx(79 * MODULE)


@pytest.mark.parametrize("digits", ["1", "12", "123", "48217", "482170"])
def test_every_code_ends_with_the_stop_sign(digits: str) -> None:
    last = code128_bars(digits)[-4:]
    start = last[0][0]
    assert [(at - start, width) for at, width in last] == [(0, 2), (5, 3), (9, 1), (11, 2)]


def test_bars_never_touch() -> None:
    bars = code128_bars("482170")
    assert all(at + width < bars[place + 1][0] for place, (at, width) in enumerate(bars[:-1]))
