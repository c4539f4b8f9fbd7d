"""What minutes propose, whom they suggest, and which names their words hold."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from kitadesk.queries.minutes import (
    MinutesProposal,
    known_names,
    minutes_people,
    minutes_proposal,
)
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.minutes import change_minutes, set_minutes_released
from kitadesk.services.series import set_visitors
from tests.support.factories import TODAY, make_event, make_family

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def evening(desk: Desk) -> UUID:
    return make_event(desk)


def test_an_evening_proposes_its_times_its_visitors_and_its_agenda(
    desk: Desk, evening: UUID
) -> None:
    set_visitors(desk, evening, 14)
    add_agenda_item(desk, evening, AgendaItemInput("Begrüßung"))

    proposal = desk.read(minutes_proposal, evening, TODAY)

    assert (proposal.begins_at, proposal.ends_at) == (time(19), time(21))
    assert proposal.present_count == 14
    assert [point.title for point in proposal.points] == ["Begrüßung"]


def test_nobody_who_replied_is_no_number(desk: Desk, evening: UUID) -> None:
    assert desk.read(minutes_proposal, evening, TODAY).present_count is None


def test_what_is_written_is_not_proposed_any_more(desk: Desk, evening: UUID) -> None:
    set_visitors(desk, evening, 14)
    change_minutes(desk, evening, ends_at=time(21, 30), present_count=13)

    assert not desk.read(minutes_proposal, evening, TODAY)


def test_released_minutes_have_no_proposal(desk: Desk, evening: UUID) -> None:
    change_minutes(desk, evening, chair="Ole")
    add_agenda_item(desk, evening, AgendaItemInput("Begrüßung"))
    set_minutes_released(desk, evening, released=True)

    assert desk.read(minutes_proposal, evening, TODAY) == MinutesProposal()


def test_names_of_the_agenda_come_before_those_of_other_minutes(desk: Desk, evening: UUID) -> None:
    other = make_event(desk, "Elterncafé", on_date=date(2026, 11, 3))
    change_minutes(desk, other, chair="Anne Peters", writer="Ole")
    add_agenda_item(desk, evening, AgendaItemInput("Begrüßung", who="Koordinatorin"))
    add_agenda_item(desk, evening, AgendaItemInput("Ende", who="Ole"))

    assert desk.read(minutes_people, evening) == ("Koordinatorin", "Ole", "Anne Peters")


def test_words_that_are_names_of_children_or_parents_are_known(desk: Desk) -> None:
    make_family(desk, "Şahin", children=("Elif",), parents=("Deniz",))

    texts = ["Elif und Frau Şahin bringen Kuchen.", "Danke an Deniz, die Elifs Mutter ist."]

    assert desk.read(known_names, texts) == ("Deniz", "Elif", "Şahin")
    assert desk.read(known_names, ["Wir feiern im Garten."]) == ()
