"""Terms begin and end with a day, seats are held by one person, deputies follow their house."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.bodies import (
    BodyKind,
    DeputySeat,
    SeatRole,
    Term,
    TermState,
    body_kind_in_words,
    check_term,
    deputies_of,
    is_same_body,
    last_day_before,
    role_in_words,
    term_end_words,
    term_state,
    vacancy_words,
)

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
HORT = UUID(int=7)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 8, 31), TermState.COMING),
        (FIRST, TermState.RUNNING),
        (date(2027, 7, 19), TermState.RUNNING),
        (date(2027, 7, 20), TermState.ENDING),
        (LAST, TermState.ENDING),
        (date(2027, 9, 1), TermState.OVER),
    ],
)
def test_a_term_is_ending_within_six_weeks_of_its_last_day(on: date, state: TermState) -> None:
    assert term_state(Term(FIRST, LAST), on) is state


@pytest.mark.parametrize("on", [date(1999, 1, 1), date(2099, 1, 1)])
def test_a_term_without_days_always_runs(on: date) -> None:
    assert term_state(Term(None, None), on).is_held


def test_only_running_and_ending_terms_hold_a_seat() -> None:
    assert [state for state in TermState if state.is_held] == [
        TermState.RUNNING,
        TermState.ENDING,
    ]


@pytest.mark.parametrize(
    ("to_date", "words"),
    [
        (None, ""),
        (date(2027, 10, 31), "Amtszeit endet 31.10."),
        (date(2028, 8, 31), "Amtszeit endet 31.8.2028"),
        (date(2027, 1, 24), "Amtszeit endete 24.1."),
        (date(2026, 8, 31), "Amtszeit endete 31.8.2026"),
    ],
)
def test_the_end_of_a_term_is_said_with_the_year_only_where_it_is_another(
    to_date: date | None, words: str
) -> None:
    assert term_end_words(to_date, date(2027, 1, 25)) == words


@pytest.mark.parametrize(
    ("vacant", "words"), [(0, ""), (1, "1 Platz unbesetzt"), (2, "2 Plätze unbesetzt")]
)
def test_vacant_seats_are_said_in_words(vacant: int, words: str) -> None:
    assert vacancy_words(vacant) == words


@pytest.mark.parametrize(
    ("first", "last"),
    [(None, None), (None, FIRST), (LAST, None), (date(2026, 12, 1), date(2027, 1, 1))],
)
def test_a_seat_is_never_held_twice_on_a_day(first: date | None, last: date | None) -> None:
    with pytest.raises(UserError) as refused:
        check_term(Term(first, last), [Term(FIRST, LAST, "Jana Albrecht")])
    assert (refused.value.code, refused.value.params["name"]) == ("seat_taken", "Jana Albrecht")


@pytest.mark.parametrize(("first", "last"), [(None, date(2026, 8, 31)), (date(2027, 9, 1), None)])
def test_the_next_term_may_begin_the_day_after(first: date | None, last: date | None) -> None:
    check_term(Term(first, last), [Term(FIRST, LAST)])


def test_a_term_cannot_end_before_it_begins() -> None:
    with pytest.raises(UserError) as refused:
        check_term(Term(LAST, FIRST), [])
    assert refused.value.code == "term_backwards"


def test_the_old_term_ends_the_day_before_the_new_one() -> None:
    assert last_day_before(date(2027, 1, 25), Term(FIRST, LAST)) == date(2027, 1, 24)


def test_a_term_that_began_on_the_day_of_handing_over_never_took_place() -> None:
    assert last_day_before(FIRST, Term(FIRST, None)) is None


def _seat(role: SeatRole, institution: UUID | None = None) -> DeputySeat:
    return DeputySeat(uuid4(), role, institution)


def test_a_deputy_stands_in_for_the_members_of_its_own_house() -> None:
    member, other = _seat(SeatRole.MEMBER, HORT), _seat(SeatRole.CHAIR, UUID(int=8))
    deputy = _seat(SeatRole.DEPUTY, HORT)
    found = deputies_of([member, other, deputy])
    assert found == {member.seat_id: (deputy.seat_id,), other.seat_id: ()}


def test_a_deputy_that_nobody_sends_stands_in_for_all_but_guests() -> None:
    member, guest, deputy = (
        _seat(SeatRole.MEMBER, HORT),
        _seat(SeatRole.GUEST),
        _seat(SeatRole.DEPUTY),
    )
    assert deputies_of([member, guest, deputy]) == {member.seat_id: (deputy.seat_id,)}


@pytest.mark.parametrize("kind", BodyKind)
def test_every_kind_of_body_has_a_german_word(kind: BodyKind) -> None:
    assert kind.label[0].isupper()


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Vorsitz", SeatRole.CHAIR),
        ("1. Vorsitzende", SeatRole.CHAIR),
        ("Sprecherin", SeatRole.CHAIR),
        ("stellv. Vorsitzender", SeatRole.DEPUTY_CHAIR),
        ("2. Vorsitzende", SeatRole.DEPUTY_CHAIR),
        ("Schriftführerin", SeatRole.SECRETARY),
        ("Ersatzmitglied", SeatRole.DEPUTY),
        ("beratendes Mitglied", SeatRole.GUEST),
        ("Mitglied", SeatRole.MEMBER),
        ("", SeatRole.MEMBER),
    ],
)
def test_the_words_of_a_list_tell_the_role(words: str, role: SeatRole) -> None:
    assert role_in_words(words) is role


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Stadtelternbeirat Hainichen", BodyKind.TOWN_PARENTS_COUNCIL),
        ("Elternrat der Kita", BodyKind.PARENTS_COUNCIL),
        ("Kita-Leitungsrunde", BodyKind.LEADERS_ROUND),
        ("Steuerungsgruppe", BodyKind.STEERING_GROUP),
        ("Themengruppe Sprache", BodyKind.TOPIC_GROUP),
        ("Austausch Kita–Schule", BodyKind.EXCHANGE),
        ("Festkomitee", BodyKind.OTHER),
    ],
)
def test_the_name_of_a_body_tells_its_kind(name: str, kind: BodyKind) -> None:
    assert body_kind_in_words(name) is kind


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Stadtelternbeirat", "stadtelternbeirat Hainichen", True),
        ("Elternbeirat", "Stadtelternbeirat", False),
        ("Elternbeirat", "Elternbeiratssprecher", False),
        ("", "Elternbeirat", False),
    ],
)
def test_a_body_is_the_same_with_its_town_behind_it(one: str, other: str, is_same: bool) -> None:
    assert is_same_body(one, other) is is_same
    assert is_same_body(other, one) is is_same
