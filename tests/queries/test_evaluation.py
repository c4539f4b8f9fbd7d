"""What came back of an event: handed out or invited, guests, who was there, its series."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.events import EventKind
from kitadesk.domain.replies import ReplyKind
from kitadesk.queries.evaluation import EvaluationRow, can_be_evaluated, evaluation_of
from kitadesk.services.desk import Desk
from kitadesk.services.replies import ReplyInput, make_slips, record_reply, set_guests
from kitadesk.storage.models.events import Event, EventSeries, Minutes
from tests.support.factories import TODAY, make_event, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


def evaluation(desk: Desk, event: UUID) -> EvaluationRow:
    return desk.read(evaluation_of, event, TODAY)


def counts(row: EvaluationRow) -> list[tuple[str, int, int]]:
    return [(one.group, one.handed_out, one.returned) for one in row.result.groups]


def test_before_any_slip_was_made_everybody_invited_counts(desk: Desk) -> None:
    event, igel = make_event(desk), make_group(desk, "Igel")
    first = make_family(desk, "Ott", group=igel)
    make_family(desk, "Kunz", group=igel)
    record_reply(desk, ReplyInput(event, first.household_id, 2))

    found = evaluation(desk, event)

    assert not found.is_counted
    assert counts(found) == [("Igel", 2, 1)]


def test_handed_out_is_what_has_a_number_or_came_back_without(desk: Desk) -> None:
    event, _first = make_event(desk), make_family(desk, "Ott")
    make_slips(desk, event)
    asking = make_family(desk, "Kunz")
    make_family(desk, "Neu")
    record_reply(desk, ReplyInput(event, asking.household_id, 0))

    found = evaluation(desk, event)

    assert found.is_counted
    assert (found.result.total.handed_out, found.result.total.returned) == (2, 1)


def test_care_language_and_question_are_counted(desk: Desk) -> None:
    event, family = make_event(desk), make_family(desk)
    record_reply(desk, ReplyInput(event, family.household_id, 2, 1, "Arabisch", "Wo parken wir?"))

    found = evaluation(desk, event).result

    assert (found.total.persons, found.total.care) == (2, 1)
    assert (found.languages, found.questions) == ((("Arabisch", 1),), ("Wo parken wir?",))


def test_a_choice_is_counted_as_the_letter_asks(desk: Desk) -> None:
    event, family = make_event(desk, kind=EventKind.LETTER), make_family(desk)
    with desk.write("Frage") as writer:
        row = writer.get(Event, event)
        row.reply_kind, row.reply_choices = ReplyKind.CHOICE, "Kuchen\nSalat"
    record_reply(desk, ReplyInput(event, family.household_id, 2))

    assert evaluation(desk, event).result.answers == (("Kuchen", 0), ("Salat", 1))


def test_guests_and_who_was_there_are_told(desk: Desk) -> None:
    event = make_event(desk)
    set_guests(desk, event, "Team", 5)
    with desk.write("Protokoll") as writer:
        writer.add(Minutes(event_id=event, present_count=31))

    found = evaluation(desk, event)

    assert (found.guests, found.present) == ((("Team", 5),), 31)


def test_without_minutes_nobody_says_who_was_there(desk: Desk) -> None:
    assert evaluation(desk, make_event(desk)).present is None


def test_an_event_of_a_series_brings_its_dates(desk: Desk) -> None:
    event = make_event(desk, kind=EventKind.PARENT_CAFE, on_date=date(2027, 1, 20))
    set_guests(desk, event, "Eltern", 12)
    with desk.write("Reihe") as writer:
        row = writer.get(Event, event)
        series = EventSeries(institution_id=row.institution_id, title="Café", review="Gut.")
        row.series_id = writer.add(series).id

    found = evaluation(desk, event).series

    assert found is not None
    assert ([one.visitors for one in found.dates], found.review) == ([12], "Gut.")


def test_an_event_alone_has_no_series(desk: Desk) -> None:
    assert evaluation(desk, make_event(desk)).series is None


def test_what_nobody_answers_is_not_evaluated(desk: Desk) -> None:
    evening = make_event(desk)
    letter = make_event(desk, kind=EventKind.LETTER)
    closing = make_event(desk, kind=EventKind.CLOSING_DAY)
    asking = make_event(desk, kind=EventKind.LETTER)
    with desk.write("Frage") as writer:
        writer.get(Event, asking).reply_kind = ReplyKind.YES_NO

    found = [desk.read(can_be_evaluated, one) for one in (evening, letter, closing, asking)]

    assert found == [True, False, False, True]
