"""The entry year that a paper of the Übergang is about, and its children with school duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import sort_key
from kitadesk.domain.entry_class import (
    EntryClassification,
    belongs_to_year,
    classify,
    entry_year_in_preparation,
)
from kitadesk.domain.land import LandRules
from kitadesk.handouts.texts import SHIPPED, Texts
from kitadesk.queries.house import own_house_id
from kitadesk.queries.people import ChildRow, children
from kitadesk.queries.reader import Reader
from kitadesk.queries.rules import house_rules
from kitadesk.queries.transition import cohorts, starters


@dataclass(frozen=True, slots=True)
class EntryYear:
    """An entry year; `cohort_id` is None while nobody has opened it."""

    year: int
    cohort_id: UUID | None
    rules: LandRules | None


@dataclass(frozen=True, slots=True)
class Starter:
    """A child of the entry year with its school duty; `status` is what the office noted last."""

    row: ChildRow
    duty: EntryClassification | None
    status: str


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """What a list says about the rule it was made by; empty while the house has no Land."""

    land: str = ""
    law: str = ""
    source: str = ""
    cutoff: date | None = None
    checked_on: date | None = None


def entry_year_of(reader: Reader, subject_id: UUID | None, on: date) -> EntryYear:
    """Return the year of a cohort; without one, the year whose preparation runs on that day.

    Before the first year is opened, screens ask for the house; any other id is ``record_gone``.
    """
    known = {row.id: row.entry_year for row in cohorts(reader)}
    rules = house_rules(reader)
    if subject_id in known:
        return EntryYear(known[subject_id], subject_id, rules)
    if subject_id is not None and subject_id != own_house_id(reader):
        raise UserError("record_gone")
    running = entry_year_in_preparation(on)
    cohort_id = next((one for one, year in known.items() if year == running), None)
    return EntryYear(running, cohort_id, rules)


def starters_of(reader: Reader, year: EntryYear, on: date) -> tuple[Starter, ...]:
    """Return the children of the year by name; an unopened year has whom the rule suggests."""
    rows = children(reader, on, cohort_id=year.cohort_id)
    if year.cohort_id is None:
        found = ((row, _duty(row, year)) for row in rows if row.entry_year is None)
        return tuple(Starter(row, duty, "") for row, duty in found if _is_suggested(duty, year, on))
    statuses = {row.child_id: row.status for row in starters(reader, year.cohort_id, on)}
    return tuple(Starter(row, _duty(row, year), statuses.get(row.id, "")) for row in rows)


def _duty(row: ChildRow, year: EntryYear) -> EntryClassification | None:
    if row.birth_date is None or year.rules is None:
        return None
    return classify(row.birth_date, year.year, year.rules)


def _is_suggested(duty: EntryClassification | None, year: EntryYear, on: date) -> bool:
    if duty is None or year.rules is None:
        return False
    return belongs_to_year(duty.entry_class, year.year, year.rules, on)


def by_place(
    starters: Iterable[Starter], *, is_by_group: bool = False
) -> Mapping[str, tuple[Starter, ...]]:
    """Return the children by school, or by group, in German order; those without one come last."""
    places: dict[str, list[Starter]] = {}
    for one in starters:
        place = one.row.group_name if is_by_group else one.row.school_name
        places.setdefault(place, []).append(one)
    return {name: tuple(places[name]) for name in sorted(places, key=_order)}


def _order(name: str) -> tuple[bool, str]:
    return (not name, sort_key(name))


def duty_facts(year: EntryYear) -> DutyFacts:
    """Return the law, its source and the cut-off of an entry year."""
    rules = year.rules
    if rules is None:
        return DutyFacts()
    cutoff = rules.cutoff.in_year(year.year)
    return DutyFacts(rules.land.german_name, rules.law, rules.source, cutoff, rules.checked_on)


def duty_note(facts: DutyFacts, texts: Texts = SHIPPED) -> str:
    """Say by which rule the school duty was told, where it comes from, and who checked it."""
    if facts.cutoff is None:
        return ""
    checked = texts.say("school_starters.not_checked")
    if facts.checked_on:
        checked = texts.say("school_starters.checked", tag=numeric_date(facts.checked_on))
    return texts.say(
        "school_starters.duty",
        land=facts.land,
        stichtag=numeric_date(facts.cutoff),
        gesetz=facts.law,
        quelle=facts.source,
        stand=checked,
    )
