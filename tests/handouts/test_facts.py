"""How papers say what, when and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from kitadesk.handouts.facts import (
    EventFacts,
    event_line,
    facts_box,
    letterhead_of,
    reply_by,
    sample_event,
    sample_house,
    short_when,
    when,
)


def test_the_box_holds_day_place_terms_and_languages() -> None:
    box = facts_box(sample_event())
    assert box is not None
    assert box.first == "Donnerstag, 8. April 2027, 19 bis 21 Uhr"
    assert box.lines == (
        "Großer Saal im Rathaus, Markt 1 · Einlass 18:30",
        "Eintritt frei · Kinderbetreuung auf Anmeldung",
        "Dolmetschen: Ukrainisch und Arabisch",
    )


def test_a_letter_of_the_house_carries_its_alliance() -> None:
    house = replace(sample_house(), partner_name="Bündnis Hainichen", partner_logo=b"png")
    (head,) = letterhead_of(house)
    assert (head.partner_name, head.partner_logo) == ("Bündnis Hainichen", b"png")


def test_without_facts_there_is_no_box() -> None:
    assert facts_box(EventFacts(title="Sommerfest")) is None


def test_lines_without_facts_are_left_out() -> None:
    box = facts_box(EventFacts(on=date(2027, 4, 8), fee="5 €"))
    assert box is not None
    assert (box.first, box.lines) == ("Donnerstag, 8. April 2027", ("5 €",))


def test_a_time_without_day_is_not_printed() -> None:
    assert when(EventFacts(starts=time(19))) == ""
    assert short_when(EventFacts(starts=time(19))) == ""


def test_title_and_day_stand_on_one_line() -> None:
    event = EventFacts(title="Elterncafé", on=date(2027, 4, 8), starts=time(15, 30))
    assert event_line(event) == "Elterncafé · Do 8. April 2027, 15:30 Uhr"
    assert event_line(EventFacts()) == ""


def test_the_reply_day_has_a_year_only_if_it_is_another() -> None:
    event = sample_event()
    assert reply_by(event) == "Mittwoch, 24. März"
    assert reply_by(replace(event, reply_by=date(2026, 12, 24))) == "Donnerstag, 24. Dezember 2026"
    assert reply_by(replace(event, on=None)) == "Mittwoch, 24. März 2027"
    assert reply_by(replace(event, reply_by=None)) == ""
