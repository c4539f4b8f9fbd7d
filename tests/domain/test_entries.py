"""What people type is cleaned and bounded before it is kept."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.entries import checked_line, checked_name, checked_text


def test_a_line_loses_breaks_and_control_characters() -> None:
    assert checked_line(" Mia\x00\n  Sophie\t", "Vorname") == "Mia Sophie"


def test_a_name_must_not_be_empty() -> None:
    with pytest.raises(UserError, match="Nachname") as raised:
        checked_name(" \n", "Nachname")
    assert raised.value.code == "name_missing"


def test_a_name_of_ten_thousand_characters_is_refused() -> None:
    with pytest.raises(UserError) as raised:
        checked_name("x" * 10_000, "Nachname")
    assert raised.value.code == "value_too_long"


def test_a_text_keeps_its_lines_and_has_an_end() -> None:
    assert checked_text("eins\r\nzwei ", "Notiz") == "eins\nzwei"
    with pytest.raises(UserError):
        checked_text("x" * 20_001, "Notiz")
