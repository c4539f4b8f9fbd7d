"""No text that people typed becomes a formula in a spreadsheet."""

from __future__ import annotations

import pytest

from kitadesk.base.cells import disarmed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-Anna", "'-Anna"),
        ("＝1+1", "'＝1+1"),
        ("\n=1", "'\n=1"),
        ("+49 37207 55531", "+49 37207 55531"),
        ("-12", "-12"),
        ("Müller", "Müller"),
        ("Mül\x00ler", "Müller"),
    ],
)
def test_formulas_are_disarmed_and_numbers_stay(typed: str, written: str) -> None:
    assert disarmed(typed) == written
