"""The invented town: counts, order of the day, sameness, size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kitadesk.base.clock import FixedClock
from kitadesk.base.errors import UserError
from kitadesk.domain.entry_class import EntryClass, classify, entry_year_in_preparation
from kitadesk.domain.events import EventStatus
from kitadesk.domain.holidays_calendar import day_notes
from kitadesk.domain.land import Land
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.child_care import care_requests
from kitadesk.queries.evaluation import evaluation_of
from kitadesk.queries.events import EventSummary, events
from kitadesk.queries.house import own_house
from kitadesk.queries.letters import letters
from kitadesk.queries.people import children, groups, house_counts
from kitadesk.queries.today import today
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk
from kitadesk.services.rules import land_rules
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.institutions import Institution, InstitutionNumber
from kitadesk.storage.models.people import ContactWay, Household, Person
from kitadesk.storage.models.privacy import Consent, ConsentSignature
from kitadesk.storage.models.transition import ChildMeasure, Measure
from tests.support.town_fixtures import TOWN_DAY

DAYS = (
    TOWN_DAY,
    date(2026, 7, 31),
    date(2026, 8, 1),
    date(2026, 12, 24),
    date(2028, 2, 29),
    date(2033, 5, 5),
)


@pytest.fixture(params=DAYS, ids=str)
def town_on(request: pytest.FixtureRequest, data_folder: Path) -> Iterator[Desk]:
    """The town, made on one of several days of the year."""
    desk = Desk.open(data_folder, FixedClock(request.param))
    fill_demo(desk)
    yield desk
    desk.close()


def joint_evening(desk: Desk) -> EventSummary:
    found = desk.read(events, desk.clock.today())
    return next(row for row in found if row.title.startswith("Papa ist ausgezogen"))


def test_the_house_has_92_children_in_78_families(town_on: Desk) -> None:
    counts = town_on.read(house_counts, town_on.clock.today())
    assert (counts.children, counts.families, counts.multi_child_families) == (92, 78, 14)
    assert counts.households == 83


def test_four_groups_have_23_children_each(town: Desk) -> None:
    found = town.read(groups, TOWN_DAY)
    assert [(row.name, row.children) for row in found] == [
        ("Bienen", 23),
        ("Eulen", 23),
        ("Frösche", 23),
        ("Igel", 23),
    ]


def test_it_is_kita_sonnenschein(town: Desk) -> None:
    house = town.read(own_house)
    assert house is not None
    assert (house.name, house.street, house.postcode, house.town, house.land) == (
        "Kita Sonnenschein",
        "Gartenweg 4",
        "09661",
        "Hainichen",
        "SN",
    )


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2027, 1, 25), 2027),
        (date(2027, 7, 31), 2027),
        (date(2027, 8, 1), 2028),
        (date(2026, 12, 31), 2027),
    ],
)
def test_the_preparation_year_runs_from_august_to_july(day: date, year: int) -> None:
    assert entry_year_in_preparation(day) == year


def test_the_cohort_fits_the_rule_of_saxony(town_on: Desk) -> None:
    year = entry_year_in_preparation(town_on.clock.today())
    rules = land_rules(Land.SN)
    found = Counter(
        classify(row.birth_date, year, rules).entry_class
        for row in town_on.read(children, town_on.clock.today())
        if row.entry_year == year and row.birth_date
    )
    assert found == {EntryClass.DUE: 16, EntryClass.OPT_IN: 1, EntryClass.OVERDUE: 1}


def test_no_child_outside_the_cohort_is_due(town_on: Desk) -> None:
    year = entry_year_in_preparation(town_on.clock.today())
    rules = land_rules(Land.SN)
    others = [row for row in town_on.read(children, town_on.clock.today()) if not row.entry_year]
    assert len(others) == 74
    assert all(
        row.birth_date
        and row.birth_date < town_on.clock.today() - timedelta(days=365)
        and classify(row.birth_date, year, rules).entry_class
        not in {EntryClass.DUE, EntryClass.OVERDUE}
        for row in others
    )


def test_parents_apart_have_a_second_letter_of_their_own(town: Desk) -> None:
    second = [row for row in town.read(letters, TOWN_DAY) if row.is_second]
    first = {row.family_id: row for row in town.read(letters, TOWN_DAY) if not row.is_second}
    assert len(second) == 5
    assert all(row.street != first[row.family_id].street for row in second)
    assert sum(not row.street for row in second) == 1


def test_a_few_households_carry_flags(town: Desk) -> None:
    rows = town.read(letters, TOWN_DAY)
    assert sum(row.no_post for row in rows) == 1
    assert sum(row.no_reminder for row in rows) == 3
    assert sum(row.address_is_blocked for row in rows) == 2


def test_the_joint_evening_is_on_a_thursday_in_term_in_about_ten_weeks(town_on: Desk) -> None:
    day = joint_evening(town_on).on_date
    assert day is not None
    assert day.weekday() == 3
    assert not day_notes(day, Land.SN)
    assert 9 <= (day - town_on.clock.today()).days / 7 <= 17


def test_the_joint_evening_has_children_to_look_after_languages_and_questions(town: Desk) -> None:
    event_id = joint_evening(town).id
    requests = town.read(care_requests, event_id, TOWN_DAY)
    result = town.read(evaluation_of, event_id, TOWN_DAY).result
    assert sum(one.asked for one in requests) == result.total.care == 5
    assert all(one.phones for one in requests)
    assert [words for words, _ in result.languages] == ["Ukrainisch", "Arabisch"]
    assert len(result.questions) == 2


def test_exactly_two_tasks_are_overdue(town_on: Desk) -> None:
    overdue = town_on.look(today, town_on.clock.today()).overdue
    assert [row.title for row in overdue.items if row.kind == "task"] == [
        "Schulanmeldung Karl V. klären",
        "Raum für Elterncafé bestätigen",
    ]


def test_past_events_are_held_and_the_minutes_of_one_are_a_draft(town_on: Desk) -> None:
    day = town_on.clock.today()
    past = [row for row in town_on.read(events, day) if row.on_date and row.on_date < day]
    assert {row.status for row in past} == {EventStatus.HELD}
    assert [row.hint for row in past if row.hint] == ["Protokoll im Entwurf"]
    assert sum(row.replied for row in past) > 10


def test_the_cafe_comes_monthly_and_its_next_host_is_missing(town_on: Desk) -> None:
    cafes = [
        row for row in town_on.read(events, town_on.clock.today()) if row.title == "Elterncafé"
    ]
    coming, *past = cafes
    assert coming.hint == "Gastgeber fehlt"
    assert [row.persons for row in past] == [16, 12, 7, 9, 14]
    assert len({row.on_date and row.on_date.strftime("%Y-%m") for row in past}) == 5


def test_states_are_sparse_and_one_registration_is_open(town: Desk) -> None:
    with town.store.read() as session:
        states = Counter(session.scalars(select(ChildMeasure.state)))
        registered = session.scalar(
            select(func.count())
            .select_from(ChildMeasure)
            .join(Measure, Measure.id == ChildMeasure.measure_id)
            .where(Measure.step == "registration")
        )
    assert all(states[state] > 0 for state in MeasureState)
    assert registered is not None
    assert 14 <= registered <= 17


def test_every_consent_of_the_cohort_is_signed(town: Desk) -> None:
    with town.store.read() as session:
        consents = set(session.scalars(select(Consent.id)))
        signed = set(session.scalars(select(ConsentSignature.consent_id)))
    assert consents
    assert consents == signed


def test_the_alliance_has_its_houses_bodies_and_one_vacant_seat(town: Desk) -> None:
    with town.store.read() as session:
        kinds = Counter(kind.value for kind in session.scalars(select(Institution.kind)))
        seats = session.scalar(select(func.count()).select_from(Seat))
        terms = session.scalar(select(func.count()).select_from(SeatTerm))
        names = set(session.scalars(select(Body.name)))
        numbers = session.scalar(select(func.count()).select_from(InstitutionNumber))
    assert kinds["daycare"] == 4
    assert kinds["youth_club"] == 3
    assert seats == (terms or 0) + 1
    assert {"Stadtelternbeirat", "Steuerungsgruppe", "Kita-Leitungsrunde"} <= names
    assert numbers


def test_every_number_and_address_is_invented(town: Desk) -> None:
    with town.store.read() as session:
        values = list(session.scalars(select(ContactWay.value)))
    assert all(" 555" in value or value.endswith("@example.org") for value in values)


def test_names_come_from_many_languages(town: Desk) -> None:
    with town.store.read() as session:
        languages = set(session.scalars(select(Person.language))) - {""}
    assert languages == {"Arabisch", "Polnisch", "Türkisch", "Ukrainisch", "Vietnamesisch"}


def dump(desk: Desk) -> list[tuple[object, ...]]:
    with desk.store.read() as session:
        people = select(Person.id, Person.last_name, Person.first_name).order_by(Person.id)
        homes = select(Household.id, Household.street, Household.town).order_by(Household.id)
        return [tuple(row) for query in (people, homes) for row in session.execute(query)]


def test_the_same_seed_gives_the_same_town(town: Desk, desk: Desk) -> None:
    same = Desk(desk.store.file, FixedClock(TOWN_DAY), desk.store)
    fill_demo(same)
    assert dump(same) == dump(town)


def test_another_seed_gives_other_people(town: Desk, desk: Desk) -> None:
    other = Desk(desk.store.file, FixedClock(TOWN_DAY), desk.store)
    fill_demo(other, seed=2)
    assert other.read(house_counts, TOWN_DAY) == town.read(house_counts, TOWN_DAY)
    assert dump(other) != dump(town)


def test_scale_multiplies_children_families_and_groups(desk: Desk) -> None:
    fill_demo(desk, scale=3)
    counts = desk.read(house_counts, desk.clock.today())
    assert (counts.children, counts.families, counts.groups) == (276, 234, 12)
    assert counts.multi_child_families == 42
    assert "Bienen 3" in {row.name for row in desk.read(groups, desk.clock.today())}


@pytest.mark.parametrize("scale", [0, -1, 1001])
def test_an_impossible_scale_is_refused(desk: Desk, scale: int) -> None:
    with pytest.raises(UserError, match=str(scale)):
        fill_demo(desk, scale=scale)


def test_a_file_with_a_house_is_left_alone(desk: Desk, house: object) -> None:
    with pytest.raises(UserError, match="leeren Ordner"):
        fill_demo(desk)
    assert desk.read(house_counts, desk.clock.today()).children == 0


def test_the_town_is_no_step_to_undo_and_the_file_is_sound(town: Desk) -> None:
    assert town.undo_label is None
    assert not any(town.store.check().values())


def test_letterheads_show_the_signs_of_house_and_alliance(town: Desk) -> None:
    house = town.read(own_house)
    assert house is not None
    assert house.partner_name == "Bündnis Kinder im Blick"
    assert house.logo
    assert house.partner_logo
    assert house.logo != house.partner_logo
