"""The children of an entry year as compact tuples, with their school duty; read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

from kitadesk.base.text import plural
from kitadesk.domain.entry_class import EntryClass, EntryClassification, classify
from kitadesk.domain.land import LandRules
from kitadesk.domain.names import listed_name
from kitadesk.domain.transition import ChildStatusKind
from kitadesk.queries.matrix import matrix_children, matrix_names, matrix_statuses
from kitadesk.queries.people import ChildRow, children
from kitadesk.queries.plain import day_of
from kitadesk.queries.rules import house_rules
from kitadesk.services.desk import Desk
from kitadesk.ui.tabs.transition.year_view import EntryYear

SUGGESTED = (EntryClass.DUE, EntryClass.OVERDUE, EntryClass.CORRIDOR, EntryClass.OPT_IN)
"""Who is shown for a year that the office has not put together yet."""
_MAY = (EntryClass.OPT_IN, EntryClass.APPLICATION, EntryClass.EXCEPTION)
_STATUS_SUMS = {
    ChildStatusKind.EARLY_APPLIED: ("vorzeitig beantragt", "vorzeitig beantragt"),
    ChildStatusKind.POSTPONED: ("Aufschub erklärt", "Aufschübe erklärt"),
    ChildStatusKind.DEFERRAL_APPLIED: ("Rückstellung beantragt", "Rückstellungen beantragt"),
    ChildStatusKind.DEFERRAL_GRANTED: ("zurückgestellt", "zurückgestellt"),
    ChildStatusKind.SPECIAL_SCHOOL_CHECKED: ("Förderort in Klärung", "Förderorte in Klärung"),
    ChildStatusKind.MOVING: ("zieht um", "ziehen um"),
    ChildStatusKind.PRIVATE_SCHOOL: ("freie Schule", "freie Schule"),
}
_STATUS_WORDS = {
    ChildStatusKind.REGISTERED: "angemeldet",
    ChildStatusKind.EARLY_APPLIED: "vorzeitig beantragt",
    ChildStatusKind.POSTPONED: "Aufschub erklärt",
    ChildStatusKind.DEFERRAL_APPLIED: "Rückstellung beantragt",
    ChildStatusKind.DEFERRAL_GRANTED: "zurückgestellt",
    ChildStatusKind.SPECIAL_SCHOOL_CHECKED: "Förderort wird geklärt",
    ChildStatusKind.MOVING: "zieht um",
    ChildStatusKind.PRIVATE_SCHOOL: "freie Schule",
}


class StarterLine(NamedTuple):
    """A child of an entry year; `key` is its id as 16 bytes, because 35,000 are read at once."""

    key: bytes
    name: str
    birth_date: date | None
    group_name: str
    school_name: str
    duty: EntryClassification | None
    status_kind: ChildStatusKind | None = None

    @property
    def child_id(self) -> UUID:
        """Return the id as services want it."""
        return UUID(bytes=self.key)

    @property
    def status(self) -> str:
        """Return what the office noted last, in words."""
        return _STATUS_WORDS[self.status_kind] if self.status_kind is not None else ""


_DUTY, _STATUS_KIND = (
    itemgetter(StarterLine._fields.index(name)) for name in ("duty", "status_kind")
)


class Duties:
    """School duty by birth date in one entry year; many children share a day."""

    def __init__(self, year: int, rules: LandRules | None) -> None:
        self._year = year
        self._rules = rules
        self._known: dict[date, EntryClassification] = {}

    def of(self, born: date | None) -> EntryClassification | None:
        """Return the class with its reason; None without a birth date or a known Land."""
        if born is None or self._rules is None:
            return None
        if born not in self._known:
            self._known[born] = classify(born, self._year, self._rules)
        return self._known[born]


def read_starters(desk: Desk, year: EntryYear) -> list[StarterLine]:
    """Read the children of an entry year; without a cohort their birth dates suggest them."""
    today = desk.clock.today()
    duties = Duties(year.year, desk.read(house_rules))
    if year.cohort_id is None:
        return list(_suggested(desk.read(children, today), duties))
    kinds = desk.look(matrix_statuses, year.cohort_id)
    groups, schools = desk.look(matrix_names)
    groups[None] = schools[None] = ""
    days: dict[str | None, tuple[date | None, EntryClassification | None]] = {}
    lines = []
    make = StarterLine._make
    for key, name, text, group, school in desk.look(matrix_children, year.cohort_id, today):
        if text not in days:
            born = day_of(text)
            days[text] = (born, duties.of(born))
        born, duty = days[text]
        lines.append(make((key, name, born, groups[group], schools[school], duty, kinds.get(key))))
    return lines


def sums(starters: Sequence[StarterLine]) -> tuple[str, ...]:
    """Return what the head says: children, then what is special."""
    kinds = kinds_of(starters)
    duties: Counter[EntryClass] = Counter()
    statuses: Counter[ChildStatusKind] = Counter()
    for line, count in kinds:
        if line.duty is not None and not _is_told_by_status(line):
            duties[line.duty.entry_class] += count
        if line.status_kind and not _is_told_by_duty(line):
            statuses[line.status_kind] += count
    may = sum(duties[one] for one in _MAY)
    special = [
        (may, "Kann-Kind", "Kann-Kinder"),
        (duties[EntryClass.CORRIDOR], "Kind im Korridor", "Kinder im Korridor"),
        (duties[EntryClass.OVERDUE], "seit Vorjahr pflichtig", "seit Vorjahr pflichtig"),
        *((statuses[kind], one, many) for kind, (one, many) in _STATUS_SUMS.items()),
    ]
    told = (plural(count, one, many) for count, one, many in special if count)
    return (plural(len(starters), "Kind", "Kinder"), *told)


def kinds_of(starters: Sequence[StarterLine]) -> list[tuple[StarterLine, int]]:
    """Return one child for each duty and status with how many are like it: some hundred of 35,000.

    Children of one birth date share the very same duty, so it is told apart by identity; comparing
    its texts would take ten times as long.
    """
    duties = map(id, map(_DUTY, starters))
    kinds = list(zip(duties, map(_STATUS_KIND, starters), strict=True))
    examples = dict(zip(kinds, starters, strict=True))
    return [(examples[kind], count) for kind, count in Counter(kinds).items()]


def _is_told_by_status(line: StarterLine) -> bool:
    """Whether what the office noted says already that the child is older than the others."""
    kinds = (ChildStatusKind.POSTPONED, ChildStatusKind.DEFERRAL_GRANTED)
    return line.status_kind in kinds


def _is_told_by_duty(line: StarterLine) -> bool:
    """Whether the child counts as Kann-Kind already: an application says the same."""
    may = line.duty is not None and line.duty.entry_class in _MAY
    return may and line.status_kind is ChildStatusKind.EARLY_APPLIED


def _suggested(rows: Iterable[ChildRow], duties: Duties) -> Iterable[StarterLine]:
    for row in rows:
        duty = duties.of(row.birth_date)
        if row.entry_year is None and duty is not None and duty.entry_class in SUGGESTED:
            name = listed_name(row.last_name, row.first_name)
            yield StarterLine(
                row.id.bytes, name, row.birth_date, row.group_name, row.school_name, duty
            )
