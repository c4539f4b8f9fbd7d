"""Strg+K finds people, numbers and events by parts of words, the best first."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from kitadesk.domain.bodies import BodyKind
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import ContactKind
from kitadesk.domain.replies import slip_text
from kitadesk.queries.search import search
from kitadesk.services.bodies import BodyInput, add_body
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import (
    ContactWayInput,
    InstitutionInput,
    PersonInput,
    add_contact_way,
    add_function,
    add_institution,
    add_person,
)
from kitadesk.services.people import change_child
from kitadesk.services.replies import make_slips
from tests.support.factories import TODAY, make_event, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


def _found(desk: Desk, text: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.title) for hit in desk.read(search, text, TODAY)]


@pytest.mark.parametrize(
    "text", ["Müller", "muller", "mueller", "MÜL", "ülle", "mia mül", "müller mi", "m"]
)
def test_a_child_is_found_however_the_name_is_typed(desk: Desk, text: str) -> None:
    make_family(desk, "Müller", children=("Mia",))
    assert ("child", "Mia Müller") in _found(desk, text)


@pytest.mark.parametrize("text", ["", "  ", "Vogel", "mia vogel", '"', "mia OR", "(", "*", "' --"])
def test_what_does_not_match_finds_nothing(desk: Desk, text: str) -> None:
    make_family(desk, "Müller", children=("Mia",))
    assert _found(desk, text) == []


def test_children_stand_with_group_and_families_with_children(desk: Desk) -> None:
    make_family(desk, "Öztürk", children=("Emil", "Leyla"), group=make_group(desk))
    hits = desk.read(search, "öztürk", TODAY)
    assert [(hit.kind, hit.subtitle) for hit in hits] == [
        ("child", "Frösche"),
        ("child", "Frösche"),
        ("family", "Öztürk, Emil und Leyla"),
    ]


def test_a_child_that_left_says_since_when(desk: Desk) -> None:
    made = make_family(desk, "Vogel")
    change_child(desk, made.child_ids[0], left_on=TODAY)
    assert desk.read(search, "mia vogel", TODAY)[0].subtitle == "bis 25.01.2027"


def test_whole_words_come_before_beginnings_and_these_before_parts(desk: Desk) -> None:
    for first_name, last_name in (("Ahanna", "Adam"), ("Abel", "Hannah"), ("Zoe", "Hanna")):
        add_person(desk, PersonInput(last_name, first_name))
    titles = [hit.title for hit in desk.read(search, "hanna", TODAY)]
    assert titles == ["Zoe Hanna", "Abel Hannah", "Ahanna Adam"]


@pytest.mark.parametrize("text", ["55531", "037207 555", "037207-55531", "+49 37207 55531", "207"])
def test_a_part_of_a_number_finds_its_person(desk: Desk, text: str) -> None:
    person = add_person(desk, PersonInput("Lorenz", "Katja"))
    add_contact_way(desk, ContactWayInput(ContactKind.PHONE, "037207 555-31", person))
    hits = [hit.id for hit in desk.read(search, text, TODAY)]
    assert person in hits


def test_a_person_found_by_name_and_number_stands_once(desk: Desk, house: UUID) -> None:
    person = add_person(desk, PersonInput("Lorenz", "Katja"))
    add_function(desk, person, house, "Leitung")
    add_contact_way(desk, ContactWayInput(ContactKind.EMAIL, "lorenz@example.org", person))
    hits = desk.read(search, "lorenz", TODAY)
    assert [(hit.id, hit.subtitle) for hit in hits] == [(person, "Leitung, Kita Sonnenschein")]


def test_parents_are_named_with_their_children(desk: Desk) -> None:
    make_family(desk, "Müller", children=("Mia", "Ole"), parents=("Anna",))
    assert desk.read(search, "anna", TODAY)[0].subtitle == "zu Mia und Ole"


def test_institutions_bodies_and_events_are_found(desk: Desk) -> None:
    school = add_institution(
        desk, InstitutionInput(InstitutionKind.PRIMARY_SCHOOL, "Schule am Park", town="Hainichen")
    )
    add_contact_way(desk, ContactWayInput(ContactKind.PHONE, "037207 55599", institution_id=school))
    add_body(desk, BodyInput(BodyKind.STEERING_GROUP, "Parkrunde", rhythm="monatlich"))
    make_event(desk, "Fest im Park")
    assert desk.read(search, "55599", TODAY)[0].subtitle == "Grundschule, Hainichen"
    assert _found(desk, "park") == [
        ("event", "Fest im Park"),
        ("institution", "Schule am Park"),
        ("body", "Parkrunde"),
    ]


def test_twenty_hits_at_most(desk: Desk) -> None:
    make_family(desk, "Müller", children=[f"Kind{number}" for number in range(30)])
    assert len(desk.read(search, "müller", TODAY)) == 20


def test_the_index_follows_a_change_and_its_undo(desk: Desk) -> None:
    made = make_family(desk, "Müller", children=("Mia",))
    change_child(desk, made.child_ids[0], first_name="Zoe")
    assert _found(desk, "mia") == []
    desk.undo()
    assert _found(desk, "zoe") == []
    assert _found(desk, "mia") == [("child", "Mia Müller")]


def test_of_events_with_one_name_the_next_to_come_stands_first(desk: Desk) -> None:
    weeks = {week: TODAY + timedelta(weeks=week) for week in (-3, 8, 0, -1, 4)}
    made = {make_event(desk, "Elterncafé", on_date=day): week for week, day in weeks.items()}
    made[make_event(desk, "Elterncafé", on_date=None)] = 99
    hits = desk.read(search, "elterncafé", TODAY)
    assert [made[hit.id] for hit in hits] == [0, 4, 8, 99, -1, -3]


@pytest.mark.parametrize("dash", ["-", ""])
def test_the_whole_number_of_a_slip_finds_its_run(desk: Desk, dash: str) -> None:
    make_family(desk, "Vogel")
    make_slips(desk, make_event(desk, "Martinsfest"))
    (hit,) = desk.read(search, slip_text(1000).replace("-", dash), TODAY)
    assert (hit.kind, hit.title) == ("slip", f"Nr. {slip_text(1000)} · Vogel")
    assert hit.subtitle == "Martinsfest"
    assert _found(desk, slip_text(1000)[:4]) == []
