"""Texts of an invitation: placeholders are checked and filled, unknown sentences left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.event_texts import (
    LINE_TO_FILL,
    PLACEHOLDERS,
    TextFacts,
    check_placeholders,
    families_of,
    fill_own,
    fill_shipped,
    time_span,
)
from kitadesk.domain.events import EventKind

FACTS = TextFacts(
    kind=EventKind.TOPIC_EVENING,
    title="Und Oma ist tot",
    on_date=date(2027, 4, 8),
    starts_at=time(19),
    ends_at=time(21),
    place="Großer Saal im Rathaus, Markt 1",
    reply_until=date(2027, 3, 24),
    house="Kita Sonnenschein",
    phone="037207 555-0",
    has_childcare=True,
)


def test_every_placeholder_has_a_value_and_an_explanation() -> None:
    assert FACTS.values().keys() == PLACEHOLDERS.keys()
    assert all(PLACEHOLDERS.values())


def test_values_read_as_one_says_them() -> None:
    values = FACTS.values()

    assert values["tag"] == "Donnerstag, 8. April 2027"
    assert (values["uhrzeit"], values["von_bis"]) == ("19 Uhr", "19 bis 21 Uhr")
    assert (values["wen"], values["betreuung"]) == ("alle Eltern", "Kinderbetreuung")


@pytest.mark.parametrize("typed", ["alle Kitas", "für alle Kitas"])
def test_the_audience_may_be_typed_with_or_without_for(typed: str) -> None:
    facts = TextFacts(kind=EventKind.FESTIVAL, title="x", audience=typed)

    assert fill_shipped("{art} für {wen}", facts.values()) == "Fest für alle Kitas"


def test_an_event_for_an_entry_year_names_its_parents_until_somebody_says_it_better() -> None:
    facts = TextFacts(kind=EventKind.PRESCHOOL_EVENING, title="x", entry_year=2027)

    assert facts.values()["wen"] == "Eltern der Schulanfängerinnen und Schulanfänger 2027"
    own = replace(facts, audience="die Eltern unserer Großen")
    assert own.values()["wen"] == "die Eltern unserer Großen"


def test_screens_say_for_whom_an_event_is() -> None:
    assert [families_of(year) for year in (None, 2027)] == ["Alle Familien", "Schulanfänger 2027"]


def test_a_sentence_with_an_unknown_value_is_left_out() -> None:
    template = "Kommen Sie.\nEs kostet {kosten}.\nBis bald."

    assert fill_shipped(template, FACTS.values()) == "Kommen Sie. Bis bald."


def test_a_paragraph_without_sentences_is_left_out() -> None:
    template = "Kommen Sie.\n\nEs kostet {kosten}.\n\nBis bald."

    assert fill_shipped(template, FACTS.values()) == "Kommen Sie.\n\nBis bald."


def test_a_value_that_looks_like_a_placeholder_stays_as_typed() -> None:
    facts = TextFacts(kind=EventKind.OTHER, title="{kita} & <b>")

    assert fill_shipped("„{titel}“", facts.values()) == "„{kita} & <b>“"


def test_an_own_text_loses_nothing() -> None:
    text = "Kosten: {kosten}\nWo? {ort} {nichts}"

    assert fill_own(text, FACTS.values()) == (
        f"Kosten: {LINE_TO_FILL}\nWo? Großer Saal im Rathaus, Markt 1 {{nichts}}"
    )


@pytest.mark.parametrize(
    "text", ["ohne", "{titel} am {tag}", "{title} am {date}", "{ kein }", "{}", "Menge {1, 2}"]
)
def test_known_placeholders_and_plain_braces_pass(text: str) -> None:
    check_placeholders(text)


def test_an_unknown_placeholder_is_named_with_what_is_possible() -> None:
    with pytest.raises(UserError) as refused:
        check_placeholders("Am {samstag}")

    assert refused.value.code == "placeholder_unknown"
    assert "samstag" in str(refused.value)
    assert "{tag}" in str(refused.value)


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "words"),
    [
        (None, None, ""),
        (None, time(21), ""),
        (time(19), None, "19 Uhr"),
        (time(19), time(21), "19 bis 21 Uhr"),
        (time(19), time(20, 30), "19:00 bis 20:30 Uhr"),
    ],
)
def test_a_span_of_time_reads_as_one_says_it(
    starts_at: time | None, ends_at: time | None, words: str
) -> None:
    assert time_span(starts_at, ends_at) == words


def test_a_text_with_the_names_of_earlier_years_is_filled_as_ever() -> None:
    assert (
        fill_own("{title}: {date}", FACTS.values()) == "Und Oma ist tot: Donnerstag, 8. April 2027"
    )
    assert fill_shipped("Bis {reply_until} an {house}.", FACTS.values()) == (
        "Bis Mittwoch, 24. März 2027 an Kita Sonnenschein."
    )
