"""Bodies of the alliance (Gremien): their roles, and what terms, seats and deputies mean."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.text import fold, plural

ENDS_SOON = timedelta(weeks=6)
"""So long before its end a term is told: time for an election and its invitation."""


class BodyKind(enum.Enum):
    """What a body is."""

    PARENTS_COUNCIL = "parents_council"
    TOWN_PARENTS_COUNCIL = "town_parents_council"
    STEERING_GROUP = "steering_group"
    LEADERS_ROUND = "leaders_round"
    TOPIC_GROUP = "topic_group"
    EXCHANGE = "exchange"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the word of the field for this kind."""
        return _KIND_LABELS[self]


class SeatRole(enum.Enum):
    """The role that goes with a seat."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    DEPUTY = "deputy"
    GUEST = "guest"

    @property
    def label(self) -> str:
        """Return the word that lists show."""
        return _ROLE_LABELS[self]


class TermState(enum.Enum):
    """Where a term stands on a day; its first and its last day belong to it."""

    COMING = "coming"
    RUNNING = "running"
    ENDING = "ending"
    OVER = "over"

    @property
    def is_held(self) -> bool:
        """Whether the seat is taken on that day."""
        return self in (TermState.RUNNING, TermState.ENDING)


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when a seat is taken; no first day is "since ever", no last day "until further".

    `holder` names the person in the sentence that refuses an overlap.
    """

    from_date: date | None
    to_date: date | None
    holder: str = ""


@dataclass(frozen=True, slots=True)
class DeputySeat:
    """What the rule of deputies looks at: the seat, its role, and who sends somebody."""

    seat_id: UUID
    role: SeatRole
    institution_id: UUID | None


def role_in_words(text: str) -> SeatRole:
    """Return the role that a list means: "1. Vorsitzende" is the chair, anything else a member."""
    words = fold(text)
    for role, parts in _ROLE_PARTS:
        if any(part in words for part in parts):
            return role
    return SeatRole.MEMBER


def body_kind_in_words(name: str) -> BodyKind:
    """Return the kind of a body by its name."""
    words = fold(name)
    for kind, parts in _KIND_PARTS:
        if any(part in words for part in parts):
            return kind
    return BodyKind.OTHER


def is_same_body(one: str, other: str) -> bool:
    """Whether two names mean one body: "Stadtelternbeirat" and "Stadtelternbeirat Hainichen"."""
    first, second = sorted((fold(one), fold(other)), key=len)
    return bool(first) and (first == second or second.startswith(f"{first} "))


def term_state(term: Term, on: date) -> TermState:
    """Return where a term stands on a day; within six weeks of its last day it is ending."""
    if term.from_date is not None and on < term.from_date:
        return TermState.COMING
    if term.to_date is None:
        return TermState.RUNNING
    if term.to_date < on:
        return TermState.OVER
    return TermState.ENDING if term.to_date <= on + ENDS_SOON else TermState.RUNNING


def term_end_words(to_date: date | None, on: date) -> str:
    """Say when a term ends: "Amtszeit endet 31.10.", with the year where it is another one."""
    if to_date is None:
        return ""
    year = "" if to_date.year == on.year else str(to_date.year)
    verb = "endete" if to_date < on else "endet"
    return f"Amtszeit {verb} {to_date.day}.{to_date.month}.{year}"


def vacancy_words(vacant: int) -> str:
    """Say how many seats nobody holds: "1 Platz unbesetzt"; nothing when all are taken."""
    return f"{plural(vacant, 'Platz', 'Plätze')} unbesetzt" if vacant else ""


def check_term(new: Term, others: Iterable[Term]) -> None:
    """Refuse a term that ends before it begins, or that meets another one of the same seat.

    Raises UserError ``term_backwards`` or ``seat_taken``.
    """
    if new.from_date and new.to_date and new.to_date < new.from_date:
        raise UserError("term_backwards")
    for other in others:
        if _begin(other) <= _end(new) and _begin(new) <= _end(other):
            raise UserError("seat_taken", name=other.holder or "jemand anderem")


def deputies_of(seats: Sequence[DeputySeat]) -> dict[UUID, tuple[UUID, ...]]:
    """Return who stands in for which seat: the Ersatzmitglieder that the same institution sends.

    An Ersatzmitglied that nobody sends stands in for all members; guests have no deputies.
    """
    deputies = [seat for seat in seats if seat.role is SeatRole.DEPUTY]
    return {
        seat.seat_id: tuple(
            deputy.seat_id
            for deputy in deputies
            if deputy.institution_id in (None, seat.institution_id)
        )
        for seat in seats
        if seat.role not in (SeatRole.DEPUTY, SeatRole.GUEST)
    }


def last_day_before(begin: date, term: Term) -> date | None:
    """Return the last day of a term that makes room for one that begins on `begin`.

    None when the old term would end before it began: then it never took place.
    """
    last = begin - timedelta(days=1)
    return None if term.from_date is not None and last < term.from_date else last


def _begin(term: Term) -> date:
    return term.from_date or date.min


def _end(term: Term) -> date:
    return term.to_date or date.max


_KIND_LABELS: dict[BodyKind, str] = {
    BodyKind.PARENTS_COUNCIL: "Elternbeirat",
    BodyKind.TOWN_PARENTS_COUNCIL: "Stadtelternbeirat",
    BodyKind.STEERING_GROUP: "Steuerungsgruppe",
    BodyKind.LEADERS_ROUND: "Leitungsrunde",
    BodyKind.TOPIC_GROUP: "Themengruppe",
    BodyKind.EXCHANGE: "Austausch",
    BodyKind.OTHER: "Gremium",
}

_ROLE_LABELS: dict[SeatRole, str] = {
    SeatRole.CHAIR: "Vorsitz",
    SeatRole.DEPUTY_CHAIR: "Stellvertretung",
    SeatRole.SECRETARY: "Schriftführung",
    SeatRole.MEMBER: "Mitglied",
    SeatRole.DEPUTY: "Ersatzmitglied",
    SeatRole.GUEST: "Gast",
}

# In this order: "stellvertretender Vorsitz" speaks of the chair too.
_ROLE_PARTS: tuple[tuple[SeatRole, tuple[str, ...]], ...] = (
    (SeatRole.DEPUTY, ("ersatz", "nachruck")),
    (SeatRole.DEPUTY_CHAIR, ("stellv", "2. vorsitz", "vize")),
    (SeatRole.CHAIR, ("vorsitz", "sprecher")),
    (SeatRole.SECRETARY, ("schrift", "protokoll")),
    (SeatRole.GUEST, ("gast", "beratend")),
)
_KIND_PARTS: tuple[tuple[BodyKind, tuple[str, ...]], ...] = (
    (BodyKind.TOWN_PARENTS_COUNCIL, ("stadtelter", "gemeindeelter", "kreiselter")),
    (BodyKind.PARENTS_COUNCIL, ("elternbeirat", "elternrat", "elternausschuss", "elternvertret")),
    (BodyKind.STEERING_GROUP, ("steuerungs",)),
    (BodyKind.LEADERS_ROUND, ("leitungsrunde", "leiterrunde", "leiterinnenrunde")),
    (BodyKind.TOPIC_GROUP, ("themengruppe", "arbeitsgruppe", "arbeitskreis")),
    (BodyKind.EXCHANGE, ("austausch",)),
)
