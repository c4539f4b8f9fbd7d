"""What goes into a spreadsheet is no formula, and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.cells import disarmed, rearmed
from kitadesk.base.text import clean


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-2+cmd|' /C calc'!A0", "+49 555 x", "＝1"])
def test_a_formula_is_disarmed(text: str) -> None:
    assert disarmed(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Mia", "037207 555-0", "-5", "'s Marten", ""])
def test_a_plain_text_stays(text: str) -> None:
    assert disarmed(text) == text
    assert rearmed(text) == text


@pytest.mark.parametrize("text", ["'=1+1", "''=", "'-5", "'@x"])
def test_a_text_that_looks_disarmed_already_comes_back(text: str) -> None:
    assert rearmed(disarmed(text)) == text


@given(st.text(max_size=20))
def test_what_was_disarmed_comes_back(text: str) -> None:
    assert rearmed(disarmed(text)) == clean(text)
