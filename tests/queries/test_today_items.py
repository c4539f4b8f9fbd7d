"""Where the lines of Heute come from: the year plan in sums, terms that end, notes of contacts."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from kitadesk.domain.bodies import BodyKind
from kitadesk.domain.consent import CONSENT_STEPS
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.house import own_house_id
from kitadesk.queries.today_items import TodayItem, measures, notes, tasks, terms
from kitadesk.services.desk import Desk
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.house import Note
from kitadesk.storage.models.people import Child, Person
from kitadesk.storage.models.transition import ChildMeasure, Cohort, Measure
from tests.support.factories import TODAY, make_child_measure, make_event, make_family, make_house

WEEK = timedelta(weeks=1)


@pytest.fixture(autouse=True)
def _house(desk: Desk) -> None:
    make_house(desk)


def only_child(desk: Desk) -> UUID:
    with desk.store.read() as session:
        return session.query(Child.id).scalar()


def mark(desk: Desk, measure_id: UUID, state: MeasureState, on_date: date | None = None) -> None:
    with desk.write("Zelle") as writer:
        writer.add(
            ChildMeasure(
                child_id=only_child(desk), measure_id=measure_id, state=state, on_date=on_date
            )
        )


def make_measure(desk: Desk, **fields: object) -> None:
    with desk.write("Maßnahme") as writer:
        cohort = writer.add(
            Cohort(institution_id=own_house_id(writer.session), entry_year=TODAY.year)
        )
        writer.add(Measure(cohort_id=cohort.id, title="Startgespräch", **fields))


def make_term(desk: Desk, *terms_of_seat: tuple[date, date]) -> None:
    with desk.write("Gremium") as writer:
        body = writer.add(Body(kind=BodyKind.OTHER, name="Elternbeirat", sort_key="elternbeirat"))
        seat = writer.add(Seat(body_id=body.id))
        person = writer.add(Person(last_name="Kowalenko", first_name="Ira", sort_key="kowalenko"))
        for first, last in terms_of_seat:
            writer.add(
                SeatTerm(seat_id=seat.id, person_id=person.id, from_date=first, to_date=last)
            )


def titles(items: list[TodayItem]) -> list[str]:
    return [item.title for item in items]


def test_a_step_for_each_child_is_a_sum(desk: Desk) -> None:
    make_child_measure(desk, "Schulanmeldung", TODAY)

    (item,) = desk.look(measures, TODAY)

    assert item.title == "Schulanmeldung: 1 von 1 Kindern offen"
    assert not item.can_be_ticked


@pytest.mark.parametrize("state", [MeasureState.DONE, MeasureState.NOT_NEEDED])
def test_what_every_child_has_is_no_line(desk: Desk, state: MeasureState) -> None:
    mark(desk, make_child_measure(desk, "Schulanmeldung", TODAY), state)

    assert desk.look(measures, TODAY) == []


def test_a_day_to_come_settles_a_child_until_then(desk: Desk) -> None:
    measure_id = make_child_measure(desk, "Schuluntersuchung", TODAY - WEEK)
    mark(desk, measure_id, MeasureState.PLANNED, TODAY)

    assert desk.look(measures, TODAY) == []
    assert len(desk.look(measures, TODAY + timedelta(days=1))) == 1


def test_a_step_of_the_house_can_be_ticked_and_stays_on_its_day(desk: Desk) -> None:
    make_measure(desk, planned_on=TODAY, done_on=TODAY)

    (item,) = desk.look(measures, TODAY)

    assert item.can_be_ticked
    assert item.is_done
    assert desk.look(measures, TODAY + WEEK) == []


@pytest.mark.parametrize("is_per_child", [True, False])
@pytest.mark.parametrize("step", sorted(CONSENT_STEPS))
def test_a_consent_is_asked_for_and_stands_in_no_list(
    desk: Desk, step: str, is_per_child: bool
) -> None:
    make_family(desk)
    make_measure(desk, planned_on=TODAY - WEEK, step=step, is_per_child=is_per_child)

    assert desk.look(measures, TODAY) == []


def test_the_year_plan_is_shown_eight_weeks_ahead(desk: Desk) -> None:
    make_measure(desk, planned_on=TODAY + 9 * WEEK)

    assert desk.look(measures, TODAY) == []
    assert len(desk.look(measures, TODAY + WEEK)) == 1


def test_a_term_that_ends_is_told(desk: Desk) -> None:
    make_term(desk, (TODAY - 50 * WEEK, TODAY + 3 * WEEK))

    assert titles(desk.look(terms, TODAY)) == ["Amtszeit endet: Ira Kowalenko, Elternbeirat"]


def test_a_seat_with_a_successor_is_quiet(desk: Desk) -> None:
    make_term(desk, (TODAY - 50 * WEEK, TODAY + WEEK), (TODAY + WEEK, TODAY + 50 * WEEK))

    assert desk.look(terms, TODAY) == []


def test_a_note_on_a_contact_without_a_day_stays_on_its_card(desk: Desk) -> None:
    with desk.write("Notiz") as writer:
        house_id = own_house_id(writer.session)
        person = writer.add(Person(last_name="Vogel", sort_key="vogel"))
        for text, due_on in (("war freundlich", None), ("zurückrufen", TODAY)):
            writer.add(
                Note(
                    institution_id=house_id,
                    text=text,
                    made_at=desk.clock.now(),
                    person_id=person.id,
                    due_on=due_on,
                )
            )

    (item,) = desk.look(notes, TODAY)

    assert (item.title, item.opens) == ("zurückrufen", ("person", person.id))


@pytest.mark.parametrize(
    ("event", "title", "words"),
    [
        ("Elterncafé", "Gastgeber finden", "Elterncafé: Gastgeber finden"),
        ("Elterncafé", "Einladung zum Elterncafé drucken", "Einladung zum Elterncafé drucken"),
        ("Papa ist ausgezogen. Klara spielt", "Danke sagen", "Papa ist ausgezogen …: Danke sagen"),
        ("Versammlung mit der und unserer Leitung", "Saal", "Versammlung …: Saal"),
        ("", "Kreide kaufen", "Kreide kaufen"),
    ],
)
def test_a_step_names_its_event(desk: Desk, event: str, title: str, words: str) -> None:
    make_child_measure(desk, title, TODAY)
    (item,) = desk.look(measures, TODAY)
    named = TodayItem(item.id, "task", title, item.area, None, None, event, "", is_done=False)

    assert named.words == words


def test_after_an_evening_only_what_follows_it_is_left(desk: Desk) -> None:
    evening = TODAY + 2 * WEEK
    make_event(desk, on_date=evening, reply_until=None)

    left = desk.look(partial(tasks, on=evening + 20 * WEEK, is_not_needed=False))

    assert left
    assert all(item.due_on is not None and item.due_on > evening for item in left)
