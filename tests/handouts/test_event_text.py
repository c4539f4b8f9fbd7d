"""An event in words: what is known stands there, what is not known leaves no gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from kitadesk.domain.event_text import Announced, TextLength
from kitadesk.handouts.event_text import reply_sentence, text_of, when_words
from kitadesk.handouts.texts import SHIPPED

EVENING = Announced(
    title="„Und Oma ist tot.“",
    pretitle="Themenabend für alle Eltern",
    subtitle="Kinder in Trauer begleiten",
    on_date=date(2027, 4, 8),
    starts_at=time(19),
    ends_at=time(21),
    doors_at=time(18, 30),
    place="Großer Saal, Markt 1",
    fee="Eintritt frei",
    has_childcare=True,
    languages=("Ukrainisch", "Arabisch"),
    reply_until=date(2027, 3, 24),
    invited_by="alle Kitas",
    phone="037207 555-0",
    email="kita@example.org",
    body="wir laden Sie ein.",
    closing="Ihr Team",
    contact="Fragen? Rufen Sie an.",
)


def test_the_town_paper_gets_title_and_short_sentences() -> None:
    assert text_of(EVENING, TextLength.SHORT) == (
        "„Und Oma ist tot.“\n\n"
        "Themenabend für alle Eltern. Kinder in Trauer begleiten.\n"
        "Donnerstag, 8. April 2027, 19 bis 21 Uhr, Einlass 18:30 Uhr. Großer Saal, Markt 1. "
        "Eintritt frei. Kinderbetreuung auf Anmeldung. Dolmetschen: Ukrainisch und Arabisch. "
        "Veranstalter: alle Kitas. "
        "Anmeldung bis Mittwoch, 24. März 2027: Telefon 037207 555-0, kita@example.org."
    )


def test_an_app_gets_the_whole_invitation() -> None:
    assert text_of(EVENING, TextLength.FULL) == (
        "Themenabend für alle Eltern\n„Und Oma ist tot.“\nKinder in Trauer begleiten\n\n"
        "Donnerstag, 8. April 2027, 19 bis 21 Uhr, Einlass 18:30 Uhr\nGroßer Saal, Markt 1\n"
        "Eintritt frei\nKinderbetreuung auf Anmeldung\nDolmetschen: Ukrainisch und Arabisch\n\n"
        "Liebe Eltern,\nwir laden Sie ein.\n\n"
        "Bitte geben Sie uns bis Mittwoch, 24. März Bescheid.\n\n"
        "Ihr Team\n\nFragen? Rufen Sie an."
    )


@pytest.mark.parametrize("length", TextLength)
def test_an_event_of_which_only_the_title_is_known_is_its_title(length: TextLength) -> None:
    assert text_of(Announced("Sommerfest"), length) == "Sommerfest"


def test_several_days_are_named_from_first_to_last() -> None:
    event = Announced("Schließtage", on_date=date(2027, 5, 6), until_date=date(2027, 5, 7))
    assert when_words(event) == "Donnerstag, 6. Mai 2027 bis Freitag, 7. Mai 2027"


def test_a_last_day_that_is_the_first_is_not_named_twice() -> None:
    day = date(2027, 5, 6)
    assert when_words(Announced("Schließtag", on_date=day, until_date=day)) == (
        "Donnerstag, 6. Mai 2027"
    )


def test_the_year_of_the_answer_is_named_where_it_is_another() -> None:
    asked = replace(EVENING, reply_until=date(2026, 12, 16))
    assert reply_sentence(asked) == "Bitte geben Sie uns bis Mittwoch, 16. Dezember 2026 Bescheid."


@pytest.mark.parametrize(
    ("subtitle", "words"),
    [("Wie geht das?", "Wie geht das?"), ("„Los!“", "„Los!“"), ("Los", "Los.")],
)
def test_a_sentence_ends_once(subtitle: str, words: str) -> None:
    assert text_of(Announced("T", subtitle=subtitle), TextLength.SHORT) == f"T\n\n{words}"


def test_without_a_return_day_the_house_can_still_be_asked() -> None:
    words = text_of(Announced("Fest", phone="555-0"), TextLength.SHORT)
    assert words == "Fest\n\nKontakt: Telefon 555-0."


def test_the_words_of_the_office_stand_in_it() -> None:
    texts = SHIPPED.with_own("event_text.host", "Es lädt ein: {name}")
    assert "Es lädt ein: alle Kitas." in text_of(EVENING, TextLength.SHORT, texts)
