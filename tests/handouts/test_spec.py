"""Params of papers: from the print form and the command line, typed, or refused with a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import pytest

from kitadesk.base.errors import UserError
from kitadesk.handouts.papers.events_invitation import SPEC as INVITATION
from kitadesk.handouts.papers.events_invitation import Edition, InvitationParams
from kitadesk.handouts.papers.general_group_list import SPEC as GROUP_LIST
from kitadesk.handouts.spec import Link, ParamKind, param, param_fields, parse_params


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Everything:
    word: str = param("Wort", "a", hint="kurz")
    number: int = param("Zahl", 3, maximum=9)
    flag: bool = param("Schalter", default=True)
    colour: Colour = param(  # noqa: RUF009
        "Farbe", Colour.RED, choices={"red": "Rot"}
    )
    words: tuple[str, ...] = param("Wörter", ("a", "b"), maximum=2)


def test_without_values_the_defaults_hold() -> None:
    assert parse_params(INVITATION, {}) == InvitationParams()


@pytest.mark.parametrize("text", ["master", "Kopiervorlage und Abschnitte", " master "])
def test_a_choice_is_read_by_value_and_by_label(text: str) -> None:
    assert parse_params(INVITATION, {"edition": text}).edition is Edition.MASTER


@pytest.mark.parametrize(("text", "value"), [("ja", True), ("Nein", False), ("1", True)])
def test_yes_and_no_are_read_in_words(text: str, value: bool) -> None:
    assert parse_params(INVITATION, {"probe": text}).probe is value


def test_a_list_is_read_by_semicolons_without_empty_entries() -> None:
    params = parse_params(GROUP_LIST, {"free_columns": " Ausflug ;; Geld, klein "})
    assert params.free_columns == ("Ausflug", "Geld, klein")


def test_a_number_is_read() -> None:
    assert parse_params(GROUP_LIST, {"blank_rows": " 12 "}).blank_rows == 12


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("blank_rows", "-1"),
        ("blank_rows", "viele"),
        ("blank_rows", "101"),
        ("blank_rows", "²"),
        ("numbered", "vielleicht"),
        ("columns", "last_name; iban"),
        ("free_columns", ";".join("abcdefghijk")),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_allowed(name: str, text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_params(GROUP_LIST, {name: text})
    assert refused.value.code == "param_value"


def test_a_wrong_choice_names_the_possible_ones() -> None:
    with pytest.raises(UserError, match="families, master"):
        parse_params(INVITATION, {"edition": "poster"})


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UserError, match="edition") as refused:
        parse_params(INVITATION, {"colour": "red"})
    assert refused.value.code == "param_unknown"


def test_every_declared_type_becomes_a_line_of_the_form() -> None:
    lines = param_fields(Everything)
    assert [line.kind for line in lines] == [
        ParamKind.TEXT,
        ParamKind.NUMBER,
        ParamKind.YES_NO,
        ParamKind.CHOICE,
        ParamKind.TEXTS,
    ]
    assert [line.default for line in lines] == ["a", "3", "ja", "red", "a; b"]
    assert lines[0].hint == "kurz"
    assert lines[3].choices == (("red", "Rot"),)


def test_a_default_as_text_reads_back_as_itself() -> None:
    for spec in (INVITATION, GROUP_LIST):
        values = {line.name: line.default for line in spec.fields}
        assert parse_params(spec, values) == spec.params()


def test_a_field_without_label_is_a_bug() -> None:
    @dataclass(frozen=True)
    class Unlabelled:
        word: str = ""

    with pytest.raises(TypeError, match="word"):
        param_fields(Unlabelled)


def test_a_type_without_widget_is_a_bug() -> None:
    @dataclass(frozen=True)
    class Odd:
        share: float = param("Anteil", 0.5)

    with pytest.raises(TypeError, match="float"):
        param_fields(Odd)


@dataclass(frozen=True)
class WithLink:
    link: Link = param("Link", Link(""), hint="www.example.org")  # noqa: RUF009


def _linked(text: str) -> str:
    spec = replace(INVITATION, params=WithLink)  # type: ignore[arg-type]
    return parse_params(spec, {"link": text}).link


@pytest.mark.parametrize(("text", "link"), [("", ""), ("  ", ""), ("a.de", "https://a.de")])
def test_a_link_is_read_with_its_scheme_and_may_be_missing(text: str, link: str) -> None:
    assert _linked(text) == link


def test_what_no_code_may_lead_to_is_refused_in_the_form() -> None:
    with pytest.raises(UserError, match="QR-Code"):
        _linked("javascript:alert(1)")


def test_a_link_is_a_kind_of_its_own_for_the_form() -> None:
    (line,) = param_fields(WithLink)
    assert (line.kind, line.default, line.hint) == (ParamKind.LINK, "", "www.example.org")
