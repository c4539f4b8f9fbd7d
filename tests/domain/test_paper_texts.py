"""Sentences of papers: placeholders, checks, and what reads easily."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.paper_texts import (
    check,
    check_parts,
    fill,
    fits,
    names_in,
    parts_of,
    plain_hints,
)

ALLOWED = {"frist": "Rückgabetag", "kinder": "Vornamen"}


@pytest.mark.parametrize(
    ("text", "values", "filled"),
    [
        ("bis {frist} an uns", {"frist": "Mi 24. März"}, "bis Mi 24. März an uns"),
        ("Bitte {frist} den Abschnitt", {"frist": ""}, "Bitte den Abschnitt"),
        ("Rückmeldung {frist}", {"frist": ""}, "Rückmeldung"),
        ("{frist} zurück", {"frist": ""}, "zurück"),
        ("{kinder}", {"kinder": "{frist}", "frist": "x"}, "{frist}"),
        ("{0} {} { } {kinder.__class__} {kinder!r:>99}", {"kinder": "Mia"}, None),
        ("{{kinder}}", {"kinder": "Mia"}, "{Mia}"),
        ("eine { Klammer } und {", {"kinder": "Mia"}, None),
        ("eins\n  zwei {frist}\n", {"frist": ""}, "eins\nzwei"),
    ],
)
def test_a_text_is_filled_in_one_pass_and_nothing_else_in_braces_means_anything(
    text: str, values: dict[str, str], filled: str | None
) -> None:
    assert fill(text, values) == (text if filled is None else filled)


def test_the_names_in_braces_are_found_each_once() -> None:
    assert names_in("{b} {a} {b} {a.b} {") == ("b", "a", "a.b")


@pytest.mark.parametrize("name", ["0", "", "frist.__class__", "frist!r", "Frist", " frist", "date"])
def test_an_unknown_placeholder_is_refused_with_those_that_are_known(name: str) -> None:
    with pytest.raises(UserError) as refused:
        check(f"bis {{{name}}}", ALLOWED, ())

    assert refused.value.code == "placeholder_unknown"
    assert "{frist}, {kinder}" in refused.value.do


def test_where_nothing_is_filled_the_refusal_says_so() -> None:
    with pytest.raises(UserError) as refused:
        check("bis {frist}", {}, ())

    assert refused.value.code == "placeholder_none_known"


def test_a_placeholder_that_must_not_be_missing_is_asked_for_by_name_and_meaning() -> None:
    with pytest.raises(UserError) as refused:
        check("Bitte bald zurück.", ALLOWED, ("frist",))

    assert "{frist} fehlt: Rückgabetag" in refused.value.what


@pytest.mark.parametrize("text", ["eine { Klammer", "zwei } davon", "{frist}", "ohne"])
def test_single_braces_are_only_signs(text: str) -> None:
    check(text, ALLOWED, ())


def test_a_long_sentence_an_abbreviation_and_a_stiff_request_are_named() -> None:
    words = " ".join(["Wort"] * 16)
    hints = plain_hints(f"{words}. Kuchen, Saft usw. Um Antwort wird herzlich gebeten.")

    assert [hint.split()[0] for hint in hints] == ["„Wort", "Die", "Statt"]
    assert "16 Wörter" in hints[0]
    assert "„usw.“" in hints[1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ".join(["Wort"] * 15),
        "Wir treffen uns am Donnerstag, 8. April, um 19 Uhr. " + " ".join(["Kommen"] * 14) + ".",
        "Bitte bringen Sie etwas mit.",
    ],
)
def test_what_reads_easily_gets_no_hint(text: str) -> None:
    assert plain_hints(text) == ()


def test_a_text_of_parts_is_read_part_by_part_and_one_may_be_empty() -> None:
    assert parts_of(" Name |Telefon| | E-Mail ") == ("Name", "Telefon", "", "E-Mail")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wer", "text_parts"),
        ("Wer | Wo | Wann", "text_parts"),
        (f"Wer | {'Wo' * 41}", "value_too_long"),
    ],
)
def test_a_table_has_as_many_heads_as_columns_and_each_stands_on_a_line(
    text: str, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        check_parts(text, "Name | Telefon", "Köpfe")

    assert refused.value.code == code


def test_a_bar_in_a_text_of_one_part_is_only_a_sign() -> None:
    assert fits("Name | Telefon", {})
    assert not fits("Name", {}, 2)
