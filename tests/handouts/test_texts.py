"""The shipped texts of papers, how they are read, and what the office puts over them."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.handouts.invitation_texts import groups_of_paper
from kitadesk.handouts.texts import (
    SHIPPED,
    Placeholder,
    Texts,
    read_group,
    read_placeholders,
)

KNOWN = {"frist": Placeholder("frist", "Rückgabetag", "Mittwoch, 24. März")}
GOOD = """
title = "Brief"
papers = ["letter"]

[please]
title = "Bitte"
where = "unten"
text = "Bitte bis {frist}."
placeholders = ["frist"]
"""


def test_a_text_is_said_with_its_placeholders_filled() -> None:
    said = SHIPPED.say("family_letter.please_letter", frist="Freitag, 26. Februar")

    assert said == "Bitte antworten Sie uns bis Freitag, 26. Februar."


def test_the_text_of_the_office_is_said_instead() -> None:
    texts = Texts((("family_letter.greeting_named", "Hallo {kinder}!"),))

    assert texts.say("family_letter.greeting_named", kinder="Mia") == "Hallo Mia!"


def test_a_text_that_no_longer_fits_its_place_is_not_printed() -> None:
    texts = SHIPPED.with_own("slip.yes", "Ja {frueher}")

    assert texts.say("slip.yes") == "Ja"


HEADS = """
title = "Liste"
papers = ["letter"]

[heads]
title = "Köpfe der Tabelle"
where = "über den Spalten"
text = "Name | Telefon | E-Mail"
one_line = true
parts = true
caution = "Das hat Gewicht."
"""


def test_a_table_head_is_one_text_of_several_parts() -> None:
    (text,) = read_group("list", HEADS.encode(), {}).texts

    assert (text.parts, text.most, text.caution) == (3, 240, "Das hat Gewicht.")


def test_heads_of_the_office_are_printed_only_with_all_their_parts() -> None:
    (text,) = read_group("list", HEADS.encode(), {}).texts

    assert text.can_print("Wer | | Post")
    assert not text.can_print("Wer | Post")


def test_a_paper_knows_its_texts() -> None:
    assert [group.name for group in groups_of_paper("postponement")] == [
        "family_letter",
        "slip",
        "event_box",
        "postponement",
        "common",
    ]


def test_a_file_is_read() -> None:
    group = read_group("brief", GOOD.encode(), KNOWN)

    assert (group.title, group.papers) == ("Brief", ("letter",))
    assert group.texts[0].key == "brief.please"
    assert group.texts[0].allowed == {"frist": "Rückgabetag"}


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("{frist}", "{tag}", "please.placeholders"),
        ('["frist"]', '["frist", "tag"]', "please.placeholders"),
        ('"unten"', '""', "please.where"),
        ('where = "unten"', 'wo = "unten"', "please"),
        ('["frist"]', '["frist"]\none_line = "ja"', "please.one_line"),
        ('["frist"]', '["frist"]\nrequired = "frist"', "please.required"),
        ('["frist"]', '["frist"]\nparts = 3', "please.parts"),
        ('["frist"]', '["frist"]\ncaution = ""', "please.caution"),
        ('["letter"]', '"letter"', "papers"),
        ('title = "Brief"', "title = 1", "title"),
        ("[please]", "[please", "TOML"),
    ],
)
def test_a_slip_of_the_pen_is_named_with_its_field(old: str, new: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        read_group("brief", GOOD.replace(old, new).encode(), KNOWN)

    assert (refused.value.code, refused.value.params["field"]) == ("rules_file_wrong", field)


def test_a_placeholder_needs_meaning_and_example() -> None:
    with pytest.raises(UserError):
        read_placeholders(b'[frist]\nmeaning = "Tag"\n', "placeholders.de.toml")
