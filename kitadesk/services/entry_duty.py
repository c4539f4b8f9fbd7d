"""Why a child has to, or may, start school in a year: the class, the reason in words, the law."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from kitadesk.base.text import plural
from kitadesk.domain.entry_class import EntryClass, classify
from kitadesk.domain.land import LandRules
from kitadesk.queries.people import child
from kitadesk.queries.rules import house_rules
from kitadesk.services.desk import Desk

ASK_THE_SCHOOL = "Stichtag knapp, bitte Schule fragen"


@dataclass(frozen=True, slots=True)
class EntryDuty:
    """What a card says about the school duty of a child for one entry year.

    Without a birth date or a Land nothing is known: `entry_class` is None and `reason` says what is
    missing. `is_unchecked` says that nobody has compared the rule with the law in force.
    """

    entry_class: EntryClass | None
    label: str
    reason: str
    law: str = ""
    source: str = ""
    checked_on: date | None = None
    is_cutoff_day: bool = False
    age: str = ""

    @property
    def is_unchecked(self) -> bool:
        """Return whether the rule still waits for somebody with the law at hand."""
        return self.entry_class is not None and self.checked_on is None


def duty_of(desk: Desk, child_id: uuid.UUID, entry_year: int) -> EntryDuty:
    """Return why a child is due, or may start, in a year; raises UserError ``record_gone``."""
    born = desk.read(child, child_id).birth_date
    return explain(born, entry_year, desk.read(house_rules))


def explain(born: date | None, entry_year: int, rules: LandRules | None) -> EntryDuty:
    """Explain the class of a birth date; what is not known stays unknown."""
    if rules is None:
        return EntryDuty(None, "unbekannt", "Für die Kita ist noch kein Bundesland eingetragen.")
    if born is None:
        return EntryDuty(None, "unbekannt", "Das Geburtsdatum fehlt.")
    found = classify(born, entry_year, rules)
    label = ASK_THE_SCHOOL if found.is_cutoff_day else found.entry_class.label
    return EntryDuty(
        entry_class=found.entry_class,
        label=label,
        reason=found.reason,
        law=rules.law,
        source=rules.source,
        checked_on=rules.checked_on,
        is_cutoff_day=found.is_cutoff_day,
        age=age_words(born, date(entry_year, 8, 1)),
    )


def age_words(born: date, on: date) -> str:
    """Return the age on a day as lists want it (field 2.2): "6 Jahre, 4 Monate"."""
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    years, rest = divmod(max(months, 0), 12)
    parts = [plural(years, "Jahr", "Jahre")]
    if rest:
        parts.append(plural(rest, "Monat", "Monate"))
    return ", ".join(parts)
