"""What belongs to the folder of an evening: papers, order, number, ticks and reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kitadesk.domain.evening_folder import (
    MOST_COPIES,
    EveningFacts,
    FolderEntry,
    folder_entries,
)
from kitadesk.domain.events import EventKind, EventStatus

PAPERS = (
    *("poster", "agenda", "badges", "invitation", "group_separator", "attendance_list"),
    *("child_care", "sign_up", "evaluation"),
)
TODAY, EVENING = date(2027, 4, 6), date(2027, 4, 8)
BEFORE, AFTER = date(2027, 4, 1), date(2027, 4, 7)
COMING = "38 Familien mit Zusage"
USUAL = EveningFacts(
    kind=EventKind.PARENT_EVENING,
    today=TODAY,
    on_date=EVENING,
    reply_until=BEFORE,
    points=5,
    yes=38,
    no=20,
    missing=20,
    printed={"invitation": date(2027, 3, 1)},
)


def entries(**changed: object) -> tuple[FolderEntry, ...]:
    return folder_entries(replace(USUAL, **changed), PAPERS)  # type: ignore[arg-type]


def entry(paper_id: str, number: int = 0, **changed: object) -> FolderEntry:
    return [one for one in entries(**changed) if one.paper_id == paper_id][number]


def ticked(**changed: object) -> list[str]:
    return [one.title or one.paper_id for one in entries(**changed) if one.is_ticked]


def test_the_folder_goes_from_the_leaders_hand_to_the_door() -> None:
    assert [one.paper_id for one in entries()] == [
        *("agenda", "attendance_list", "child_care", "group_separator", "badges", "agenda"),
        *("sign_up", "poster"),
    ]


def test_a_paper_that_is_not_there_for_the_event_is_left_out() -> None:
    assert [one.paper_id for one in folder_entries(USUAL, {"poster"})] == ["poster"]


@pytest.mark.parametrize("kind", [EventKind.LETTER, EventKind.CLOSING_DAY])
def test_where_nobody_meets_there_is_no_evening(kind: EventKind) -> None:
    assert entries(kind=kind) == ()


def test_what_was_called_off_needs_no_folder() -> None:
    assert entries(status=EventStatus.CANCELLED) == ()


@pytest.mark.parametrize(
    ("changed", "is_there"),
    [
        ({}, True),
        ({"printed": {"invitation": TODAY}}, False),
        ({"yes": 1}, False),
        ({"no": 1}, False),
        ({"reply_until": BEFORE}, False),
        ({"reply_until": None}, True),
        ({"on_date": TODAY}, False),
        ({"on_date": BEFORE}, False),
        ({"on_date": None}, False),
    ],
)
def test_invitations_are_in_only_while_they_may_still_go_out(
    changed: dict[str, object], is_there: bool
) -> None:
    fresh = {"printed": {}, "yes": 0, "no": 0, "missing": 78, "reply_until": AFTER}
    found = entries(**{**fresh, **changed})
    assert (found[0].paper_id == "invitation") is is_there


def test_invitations_lie_on_top_by_group() -> None:
    first = entries(printed={}, yes=0, no=0, reply_until=AFTER)[0]
    assert (first.params, first.is_ticked, first.copies) == ((("separators", "ja"),), True, 1)


@pytest.mark.parametrize(
    ("guests", "points", "copies", "is_in"),
    [
        ((), 5, 3, True),
        ((("Team der Kita", 6),), 5, 6, True),
        ((("Steam-AG", 6),), 5, 3, True),
        ((("Team", 200),), 5, MOST_COPIES, True),
        ((("Team", 6),), 0, 1, False),
    ],
)
def test_the_plan_comes_once_for_each_of_the_team(
    guests: tuple[tuple[str, int], ...], points: int, copies: int, is_in: bool
) -> None:
    plan = entry("agenda", guests=guests, points=points)
    assert (plan.copies, plan.is_ticked) == (copies, is_in)
    assert plan.params == (("edition", "internal"),)


def test_the_agenda_of_the_parents_has_no_internal_notes() -> None:
    assert entry("agenda", 1).params == ()


@pytest.mark.parametrize(
    ("changed", "who", "lines", "why"),
    [
        ({}, "coming", 8, "38 Familien mit Zusage und 8 leere Zeilen"),
        ({"reply_until": TODAY}, "invited", 8, "58 Familien ohne Absage und 8 leere Zeilen"),
        ({"reply_until": None}, "invited", 8, "58 Familien ohne Absage und 8 leere Zeilen"),
        ({"yes": 0}, "invited", 8, "20 Familien ohne Absage und 8 leere Zeilen"),
        ({"yes": 0, "no": 0}, "invited", 8, "20 Familien eingeladen und 8 leere Zeilen"),
        ({"yes": 1}, "coming", 8, "1 Familie mit Zusage und 8 leere Zeilen"),
        ({"guests": (("Großeltern", 4),)}, "coming", 12, f"{COMING} und 12 leere Zeilen"),
        ({"guests": (("Eltern", 99),)}, "coming", 40, f"{COMING} und 40 leere Zeilen"),
        ({"kind": EventKind.PLENARY}, "nobody", 18, "18 leere Zeilen"),
        ({"kind": EventKind.MEETING, "guests": (("Gäste", 15),)}, "nobody", 23, "23 leere Zeilen"),
    ],
)  # fmt: skip
def test_the_attendance_list_names_who_may_come_and_has_room_for_guests(
    changed: dict[str, object], who: str, lines: int, why: str
) -> None:
    found = entry("attendance_list", **changed)
    assert dict(found.params) == {"who": who, "blank_rows": str(lines)}
    assert found.why == why


@pytest.mark.parametrize("kind", [EventKind.STAFF_TRAINING, EventKind.PLENARY, EventKind.MEETING])
def test_where_no_families_meet_nothing_goes_by_group(kind: EventKind) -> None:
    assert "group_separator" not in [one.paper_id for one in entries(kind=kind)]


def test_lists_by_group_are_ticked_once_somebody_answered() -> None:
    assert entry("group_separator").why == "38 Zusagen, 20 noch ohne Rückmeldung"
    assert entry("group_separator").is_ticked
    assert not entry("group_separator", yes=0, no=0).is_ticked


@pytest.mark.parametrize(
    ("changed", "is_in"),
    [
        ({}, False),
        ({"kind": EventKind.TOPIC_EVENING}, True),
        ({"kind": EventKind.PLENARY}, True),
        ({"is_joint": True}, True),
        ({"guests": (("Großeltern", 1),)}, True),
        ({"guests": (("Team", 6),)}, False),
        ({"is_joint": True, "kind": EventKind.FESTIVAL}, False),
    ],
)
def test_badges_are_for_evenings_where_people_do_not_know_each_other(
    changed: dict[str, object], is_in: bool
) -> None:
    assert entry("badges", **changed).is_ticked is is_in


def test_guests_without_the_team_are_counted_for_badges() -> None:
    guests = (("Team der Kita", 6), ("Großeltern", 1))
    assert entry("badges", guests=guests).why == "Tagesordnung, Team, 1 Gast, leere"


@pytest.mark.parametrize("kind", [EventKind.FESTIVAL, EventKind.PARENT_CAFE])
def test_nobody_signs_at_a_feast(kind: EventKind) -> None:
    assert not entry("attendance_list", kind=kind).is_ticked


@pytest.mark.parametrize(
    ("changed", "is_in", "why"),
    [
        ({}, True, "für die Tür"),
        ({"on_date": None}, True, "für die Tür"),
        ({"on_date": TODAY}, True, "für die Tür"),
        ({"on_date": BEFORE}, False, "für die Tür"),
        ({"printed": {"poster": BEFORE}}, True, "für die Tür, zuletzt gedruckt Do 1.4."),
    ],
)
def test_the_poster_is_for_the_door_until_the_day_is_over(
    changed: dict[str, object], is_in: bool, why: str
) -> None:
    poster = entry("poster", **changed)
    assert (poster.is_ticked, poster.why) == (is_in, why)


def test_an_evening_without_points_ticks_no_agenda() -> None:
    assert ticked(points=0) == ["attendance_list", "Rückgabeliste je Gruppe", "poster"]


@pytest.mark.parametrize(
    ("care", "is_in", "why"),
    [
        (0, False, "angeboten, noch kein Kind angemeldet"),
        (1, True, "1 Kind angemeldet"),
        (7, True, "7 Kinder angemeldet"),
    ],
)
def test_the_list_for_carers_is_in_once_a_child_is_told(care: int, is_in: bool, why: str) -> None:
    found = entry("child_care", care=care)
    assert (found.is_ticked, found.why) == (is_in, why)


@pytest.mark.parametrize(
    ("changed", "is_in", "why"),
    [
        ({}, False, "wenn alle etwas mitbringen"),
        ({"kind": EventKind.FESTIVAL}, True, "zum Aushängen vorher"),
        ({"kind": EventKind.PARENT_CAFE}, True, "zum Aushängen vorher"),
        ({"kind": EventKind.FESTIVAL, "on_date": BEFORE}, False, "wenn alle etwas mitbringen"),
    ],
)
def test_who_brings_what_hangs_before_a_feast(
    changed: dict[str, object], is_in: bool, why: str
) -> None:
    found = entry("sign_up", **changed)
    assert (found.is_ticked, found.why, found.title) == (is_in, why, "Mitbringliste")


@pytest.mark.parametrize("kind", [EventKind.STAFF_TRAINING, EventKind.PLENARY, EventKind.MEETING])
def test_without_families_nobody_brings_anything(kind: EventKind) -> None:
    assert "sign_up" not in [one.paper_id for one in entries(kind=kind)]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, "58 Rückmeldungen"),
        ({"yes": 1, "no": 0}, "1 Rückmeldung"),
        ({"yes": 0, "no": 0, "guests": (("Eltern", 14),)}, "14 Gäste"),
    ],
)
def test_the_evaluation_comes_last_once_the_evening_is_over(
    changed: dict[str, object], why: str
) -> None:
    last = entries(on_date=BEFORE, **changed)[-1]
    assert (last.paper_id, last.is_ticked, last.why) == ("evaluation", True, why)


@pytest.mark.parametrize(
    "changed", [{}, {"on_date": TODAY}, {"on_date": BEFORE, "yes": 0, "no": 0}]
)
def test_before_it_is_over_or_where_nothing_came_back_nothing_is_evaluated(
    changed: dict[str, object],
) -> None:
    assert "evaluation" not in [one.paper_id for one in entries(**changed)]
