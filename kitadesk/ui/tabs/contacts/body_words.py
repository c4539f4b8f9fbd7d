"""What the page of a body says, as words, without Qt."""

from __future__ import annotations

from datetime import date

from kitadesk.base.dates import numeric_date
from kitadesk.base.text import plural
from kitadesk.domain.bodies import (
    DeputySeat,
    Term,
    TermState,
    deputies_of,
    term_end_words,
    term_state,
    vacancy_words,
)
from kitadesk.domain.names import listed_name
from kitadesk.domain.person_names import split_full_name
from kitadesk.queries.bodies import BodyCard, MemberRow, PersonChoice

VACANT = "unbesetzt"


def head_words(card: BodyCard, members: tuple[MemberRow, ...], today: date) -> tuple[str, str]:
    """Return the sums, and what wants a look: "9 Mitglieder", "1 Platz unbesetzt · …"."""
    seated = [row for row in members if row.person_id is not None]
    houses = {row.institution for row in seated if row.institution}
    sums = plural(len(seated), "Mitglied", "Mitglieder")
    if houses:
        sums += f" aus {plural(len(houses), 'Einrichtung', 'Einrichtungen')}"
    if card.ended_on is not None:
        return sums, f"aufgelöst am {numeric_date(card.ended_on)}"
    ending = sorted(
        {row.until for row in seated if row.until and state_of(row, today) is TermState.ENDING}
    )
    parts = [vacancy_words(len(members) - len(seated))]
    parts += [term_end_words(day, today) for day in ending[:1]]
    return sums, " · ".join(part for part in parts if part)


def state_of(row: MemberRow, today: date) -> TermState:
    """Return where the term on a seat stands; that of a vacant one is over."""
    if row.person_id is None:
        return TermState.OVER
    return term_state(Term(row.from_date, row.until), today)


def term_words(row: MemberRow, today: date) -> str:
    """Return the term beside a seat: its days, and in its last weeks when it ends."""
    if row.person_id is None:
        return ""
    if state_of(row, today) is TermState.ENDING:
        return term_end_words(row.until, today)
    if row.from_date and row.until:
        return f"{_short(row.from_date)} – {_short(row.until)}"
    if row.from_date:
        return f"seit {_short(row.from_date)}"
    return f"bis {_short(row.until)}" if row.until else ""


def seat_words(row: MemberRow, deputies: str, today: date) -> str:
    """Return what stands below a seat: "Kita Sonnenschein · seit 1.9.2024 · vertreten durch …"."""
    term = span_words(row.from_date, row.until) if row.from_date or row.until else ""
    if row.person_id is None:
        term = ""
    elif row.from_date and row.from_date <= today and row.until is None:
        term = f"seit {_short(row.from_date)}"
    stand_in = f"vertreten durch {deputies}" if deputies else ""
    return " · ".join(part for part in (row.institution, term, stand_in) if part)


def span_words(begin: date | None, end: date | None) -> str:
    """Return the days of a term: "1.9.2024 – 31.8.2026", "ab 1.9.2024", "bis 31.8.2026"."""
    if begin is None:
        return f"bis {_short(end)}" if end else ""
    return f"{_short(begin)} – {_short(end)}" if end else f"ab {_short(begin)}"


def deputy_names(members: tuple[MemberRow, ...]) -> dict[object, str]:
    """Return by seat who stands in: "vertreten durch Fiedler, Juliane"."""
    names = {row.seat_id: row.person_name for row in members if row.person_id is not None}
    seats = [DeputySeat(row.seat_id, row.role, row.institution_id) for row in members]
    found: dict[object, str] = {}
    for seat_id, deputies in deputies_of(seats).items():
        shown = ", ".join(names[one] for one in deputies if one in names)
        if shown:
            found[seat_id] = shown
    return found


def choice_labels(people: tuple[PersonChoice, ...]) -> dict[str, PersonChoice]:
    """Return the people to choose from by what is shown; namesakes are told by a number."""
    found: dict[str, PersonChoice] = {}
    for one in people:
        label = f"{one.name} · {one.where}" if one.where else one.name
        number = 2
        while label in found:
            label = f"{one.name} · {one.where or 'Kontakt'} ({number})"
            number += 1
        found[label] = one
    return found


def new_name(text: str) -> tuple[str, str]:
    """Return last and first name of somebody who is typed in: "Vogel, Jens" or "Jens Vogel"."""
    return split_full_name(text, first_name_first=True)


def shown_new(text: str) -> str:
    """Say under the field that somebody becomes a contact."""
    last, first = new_name(text)
    return f"Neu unter Kontakte: {listed_name(last, first)}" if last else ""


def _short(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""
