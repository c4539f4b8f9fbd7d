"""Badges for an evening: who gets one, once; a line to write on where no name is known."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.handouts.kit.blocks import BadgeSheet
from kitadesk.handouts.papers import events_badges as badges
from kitadesk.handouts.papers.events_badges import BadgeContent, BadgeParams, Wearer
from kitadesk.handouts.sheets import BadgeType
from kitadesk.handouts.spec import parse_params
from kitadesk.queries.house import own_house_id
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import PersonInput, add_function, add_person
from kitadesk.services.replies import ReplyInput, record_reply, set_guests
from tests.support.factories import make_event, make_family, make_group, make_house

OFF = {"speakers": "nein", "team": "nein", "guests": "nein", "blank": "0"}


@pytest.fixture
def evening(desk: Desk) -> UUID:
    make_house(desk)
    return make_event(desk)


def wearers(desk: Desk, event_id: UUID, **values: str) -> list[tuple[str, str, str]]:
    params = parse_params(badges.SPEC, {**OFF, **values})
    content = desk.read(badges.gather, event_id, params, desk.clock.today())
    return [(one.first_name, one.last_name, one.role) for one in content.wearers]


def places(content: BadgeContent, params: BadgeParams) -> list[tuple[int, int]]:
    """Return of each sheet where it begins and how many badges it has."""
    blocks = badges.document(content, params).blocks
    return [(one.start, len(one.badges)) for one in blocks if isinstance(one, BadgeSheet)]


def speak(desk: Desk, event_id: UUID, *whos: str) -> None:
    for who in whos:
        add_agenda_item(desk, event_id, AgendaItemInput("Punkt", who=who))


def employ(desk: Desk, first: str, last: str, role: str) -> None:
    person = add_person(desk, PersonInput(last, first))
    house = desk.read(own_house_id)
    assert house is not None
    add_function(desk, person, house, role)


def test_who_stands_in_the_agenda_without_a_name_gets_a_line_and_the_role(
    desk: Desk, evening: UUID
) -> None:
    speak(desk, evening, "Beratungsstelle", "", "Elternbeirat", "Beratungsstelle")
    found = wearers(desk, evening, speakers="ja")
    assert found == [("", "", "Beratungsstelle"), ("", "", "Elternbeirat")]


def test_a_contact_in_the_agenda_is_found_by_name(desk: Desk, evening: UUID) -> None:
    add_person(desk, PersonInput("Şahin", "Derya"))
    speak(desk, evening, "Frau Derya Sahin (Elternrat)")
    assert wearers(desk, evening, speakers="ja") == [("Derya", "Şahin", "")]


def test_the_team_has_names_and_is_not_printed_twice(desk: Desk, evening: UUID) -> None:
    employ(desk, "Ewa", "Muster", "Leitung")
    speak(desk, evening, "Leitung", "Ewa Muster", "Team")
    set_guests(desk, evening, "Team der Kita", 6)
    found = wearers(desk, evening, speakers="ja", team="ja", guests="ja")
    assert found == [("Ewa", "Muster", "Leitung")]


def test_a_team_without_names_gets_a_badge_for_each(desk: Desk, evening: UUID) -> None:
    set_guests(desk, evening, "Team der Kita", 2)
    assert wearers(desk, evening, team="ja", guests="ja") == [("", "", "Team der Kita")] * 2


def test_guests_have_the_words_of_the_house_without_its_remark(desk: Desk, evening: UUID) -> None:
    set_guests(desk, evening, "Kita Storchennest (gemeldet)", 2)
    assert wearers(desk, evening, guests="ja") == [("", "", "Kita Storchennest")] * 2


def test_parents_who_come_stand_with_their_children(desk: Desk, evening: UUID) -> None:
    group = make_group(desk)
    family = make_family(desk, "Vogel", children=("Ida",), group=group, parents=("Ben", "Eva"))
    make_family(desk, "Wolf", group=group, parents=("Tom",))
    record_reply(desk, ReplyInput(evening, family.household_id, 2))
    found = wearers(desk, evening, families="ja")
    assert found == [("Ben", "Vogel", "Ida (Frösche)"), ("Eva", "Vogel", "Ida (Frösche)")]


def test_typed_names_end_with_the_surname(desk: Desk, evening: UUID) -> None:
    found = wearers(desk, evening, names="Anna Lena Muster, Grundschule; Mia")
    assert found == [("Anna Lena", "Muster", "Grundschule"), ("Mia", "", "")]


@pytest.mark.parametrize(
    ("count", "params", "wanted"),
    [
        (0, BadgeParams(blank=0), [(1, 10)]),
        (3, BadgeParams(blank=0), [(1, 10)]),
        (3, BadgeParams(blank=0, sheet=BadgeType.L4784), [(1, 3)]),
        (3, BadgeParams(blank=2, sheet=BadgeType.L4784), [(1, 5)]),
        (3, BadgeParams(blank=0, start=9, sheet=BadgeType.L4784), [(9, 2), (1, 1)]),
        (3, BadgeParams(blank=0, start=9), [(9, 2), (1, 10)]),
        (0, BadgeParams(blank=0, start=4, sheet=BadgeType.L4784), [(4, 7)]),
        (12, BadgeParams(probe=True), [(1, 10)]),
    ],
)
def test_sheets_begin_at_the_free_place_and_paper_to_cut_is_filled_up(
    count: int, params: BadgeParams, wanted: list[tuple[int, int]]
) -> None:
    assert places(BadgeContent(wearers=(Wearer("Mia"),) * count), params) == wanted
