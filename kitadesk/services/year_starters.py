"""Which children belong to an entry year by their birth dates, and taking them into it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, select

from kitadesk.domain.entry_class import EntryClass, belongs_to_year, classify
from kitadesk.domain.land import LandRules
from kitadesk.queries.people import is_here
from kitadesk.queries.reader import Reader
from kitadesk.queries.rules import house_rules
from kitadesk.queries.year_plan import cohort_card
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Child
from kitadesk.storage.models.transition import Cohort
from kitadesk.storage.writer import Writer

_OLDEST, _YOUNGEST = 10, 4
"""Years before school starts in which school starters are born, with a wide margin."""
Tell = Callable[[float], object]
"""Hears how far a long step is, 0 to 1; may raise to stop it."""
_AT_ONCE = 2000
"""Children between two reports: about a tenth of a second."""


def silent(_share: float) -> None:
    """Tell nobody."""


def take_in_starters(desk: Desk, cohort_id: uuid.UUID) -> int:
    """Put children into the year who are due in it by now and are in none; returns how many."""
    year = desk.read(cohort_card, cohort_id).entry_year
    with desk.write(f"Kinder in den Jahrgang {year}") as w:
        cohort = w.get(Cohort, cohort_id)
        rules = house_rules(w.session)
        if rules is None:
            return 0
        found = _due_without_year(w.session, cohort.entry_year, rules, desk.clock.today())
        return take_in(w, cohort.id, found)


def missing_starters(desk: Desk, cohort_id: uuid.UUID) -> int:
    """Return how many children are due in the year by their birth dates and are in none.

    Who only may start (opt-in) is not counted: leaving such a child out is a decision.
    """
    with desk.store.read() as reader:
        rules = house_rules(reader)
        if rules is None:
            return 0
        entry_year = cohort_card(reader, cohort_id).entry_year
        days = _free_days(reader, entry_year, rules, desk.clock.today())
        return sum(
            count for entry_class, count in days.values() if entry_class is not EntryClass.OPT_IN
        )


def take_in(
    w: Writer, cohort_id: uuid.UUID, child_ids: Sequence[uuid.UUID], tell: Tell = silent
) -> int:
    """Put children into the year, in parts; the history of the step takes about as long again."""
    for start in range(0, len(child_ids), _AT_ONCE):
        tell(start / len(child_ids) / 2)
        w.change_many(Child, child_ids[start : start + _AT_ONCE], {"cohort_id": cohort_id})
    return len(child_ids)


def _due_without_year(
    reader: Reader, entry_year: int, rules: LandRules, today: date
) -> list[uuid.UUID]:
    found = free_starters(reader, entry_year, rules, today)
    return [child_id for child_id, entry_class in found if entry_class is not EntryClass.OPT_IN]


def free_starters(
    reader: Reader, entry_year: int, rules: LandRules, today: date
) -> list[tuple[uuid.UUID, EntryClass]]:
    """Return the children who are in no year and belong to this one, with their class."""
    classes = {
        born: entry_class
        for born, (entry_class, _count) in _free_days(reader, entry_year, rules, today).items()
    }
    statement = select(Child.id, Child.birth_date).where(_is_free(entry_year, today))
    return [
        (child_id, classes[born]) for child_id, born in reader.execute(statement) if born in classes
    ]


def _free_days(
    reader: Reader, entry_year: int, rules: LandRules, today: date
) -> dict[date | None, tuple[EntryClass, int]]:
    """Return class and number of those children by birth date: it alone decides."""
    statement = (
        select(Child.birth_date, func.count(Child.id))
        .where(_is_free(entry_year, today))
        .group_by(Child.birth_date)
    )
    classed = (
        (born, classify(born, entry_year, rules).entry_class, count)
        for born, count in reader.execute(statement)
        if born is not None
    )
    return {
        born: (entry_class, count)
        for born, entry_class, count in classed
        if belongs_to_year(entry_class, entry_year, rules, today)
    }


def _is_free(entry_year: int, today: date) -> ColumnElement[bool]:
    """Return the condition that a child is in no year and about as old as school starters are."""
    born_from, born_until = (date(entry_year - age, 1, 1) for age in (_OLDEST, _YOUNGEST))
    return (
        Child.cohort_id.is_(None) & Child.birth_date.between(born_from, born_until) & is_here(today)
    )
