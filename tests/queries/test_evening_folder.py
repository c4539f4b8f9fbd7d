"""The facts of a folder: replies, guests, points, and the day on which a paper was printed here."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from kitadesk.base.errors import UserError
from kitadesk.queries.evening_folder import evening_facts
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, log_print
from kitadesk.services.replies import ReplyInput, record_reply, set_guests
from tests.support.factories import TODAY, HandClock, make_event, make_family, make_house


def test_the_facts_count_households_guests_and_points(desk: Desk) -> None:
    make_house(desk)
    event_id = make_event(desk)
    households = [make_family(desk, name).household_id for name in ("Vogel", "Wolf", "Bär", "Ott")]
    for household, persons in zip(households[:3], (2, 1, 0), strict=True):
        care = min(persons, 1)
        record_reply(desk, ReplyInput(event_id, household, persons, childcare_children=care))
    set_guests(desk, event_id, "Team", 4)
    add_agenda_item(desk, event_id, AgendaItemInput("Begrüßung"))
    facts = desk.read(evening_facts, event_id, TODAY)
    assert (facts.yes, facts.no, facts.missing, facts.care) == (2, 1, 1, 2)
    assert (facts.points, facts.team, facts.strangers) == (1, 4, 0)


def test_the_last_print_of_this_event_counts_by_the_day_it_is_here(
    desk: Desk, hand_clock: HandClock
) -> None:
    make_house(desk)
    event_id, other = make_event(desk), make_event(desk, "Fest")
    log_print(desk, PrintRequest("poster", event_id), 1, "pdf")
    hand_clock.move(days=6, hours=12, minutes=30)
    log_print(desk, PrintRequest("poster", event_id), 1, "printer")
    log_print(desk, PrintRequest("agenda", other), 1, "printer")
    facts = desk.read(evening_facts, event_id, TODAY)
    assert facts.printed == {"poster": date(2027, 2, 1)}


def test_an_event_that_is_gone_is_said(desk: Desk) -> None:
    make_house(desk)
    with pytest.raises(UserError, match="nicht mehr"):
        desk.read(evening_facts, uuid4(), TODAY)
