"""Which school duty a birth date means in a Land, in words that a list can print (field 2.2).

Not legal advice: every rule comes from `resources/laender` and names its law there.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from kitadesk.domain.land import DayAfter, DayRange, LandRules, YearDay

OPEN_END = YearDay(6, 30, 1)
"""Where the law has no upper bound, children are shown up to this sixth birthday."""

PREPARATION_STARTS_IN = 8
"""The month in which the Schulvorbereitungsjahr begins (field 1.0: 1 August)."""

_ONE_DAY = dt.timedelta(days=1)


class EntryClass(enum.Enum):
    """The class of a child for one entry year; the value is the word of the command line."""

    DUE = "due"
    OVERDUE = "overdue"
    CORRIDOR = "corridor"
    OPT_IN = "opt_in"
    APPLICATION = "application"
    EXCEPTION = "exception"
    NOT_YET = "not_yet"

    @property
    def label(self) -> str:
        """Give the German words of screens, papers and exports."""
        return _LABELS[self]


_LABELS = {
    EntryClass.DUE: "schulpflichtig",
    EntryClass.OVERDUE: "schulpflichtig seit Vorjahr",
    EntryClass.CORRIDOR: "Korridor",
    EntryClass.OPT_IN: "kann durch Anmeldung",
    EntryClass.APPLICATION: "kann auf Antrag",
    EntryClass.EXCEPTION: "Ausnahme",
    EntryClass.NOT_YET: "noch nicht",
}


@dataclass(frozen=True, slots=True)
class EntryClassification:
    """The class, why (German, with the law), and whether the day itself is doubtful (Grenztag)."""

    entry_class: EntryClass
    reason: str
    is_cutoff_day: bool


def classify(birth_date: dt.date, entry_year: int, rules: LandRules) -> EntryClassification:
    """Class a child for school starting in the summer of `entry_year` by the rules of a Land."""
    birthday = sixth_birthday(birth_date)
    entry_class = _class_of(birthday, entry_year, rules)
    is_cutoff_day = _is_cutoff_day(birthday, entry_year, rules)
    return EntryClassification(
        entry_class=entry_class,
        reason=_reason(entry_class, birthday, entry_year, rules, is_cutoff_day=is_cutoff_day),
        is_cutoff_day=is_cutoff_day,
    )


def entry_year_of(birth_date: dt.date, rules: LandRules) -> int:
    """Give the year in which the child becomes due, a corridor not yet used."""
    birthday = sixth_birthday(birth_date)
    return birthday.year + (birthday > last_due_day(birthday.year, rules))


def entry_year_in_preparation(today: dt.date) -> int:
    """Give the entry year whose Schulvorbereitungsjahr (1 August to 31 July) runs today."""
    return today.year + (today.month >= PREPARATION_STARTS_IN)


def belongs_to_year(
    entry_class: EntryClass, entry_year: int, rules: LandRules, today: dt.date
) -> bool:
    """Return whether a child is put into an entry year before anybody decides anything.

    Who is due, or has a corridor, belongs to it; so does who becomes due by registering in a window
    of a few weeks (SN, HB), but not a whole year of children (BW). Overdue children belong to the
    year in preparation: seen from a later year everybody would be overdue.
    """
    if entry_class is EntryClass.OVERDUE:
        return entry_year <= entry_year_in_preparation(today)
    if entry_class is EntryClass.OPT_IN:
        end = None if rules.opt_in is None else rules.opt_in.end
        return end is not None and end.year_offset == 0
    return entry_class in (EntryClass.DUE, EntryClass.CORRIDOR)


def sixth_birthday(birth_date: dt.date) -> dt.date:
    """Give the day the child turns six; who was born on 29 Feb completes the year on 28 Feb.

    A date that says "unknown" in other programs (31.12.9999) has no year six years later.
    """
    year = min(birth_date.year + 6, dt.MAXYEAR)
    if (birth_date.month, birth_date.day) == (2, 29):
        return dt.date(year, 2, 28)
    return birth_date.replace(year=year)


def last_due_day(entry_year: int, rules: LandRules) -> dt.date:
    """Give the last sixth birthday that makes a child due: the cut-off, or the day after it.

    A year of life is complete on the eve of the birthday (BGB §§ 187(2), 188(2)); where a Land
    reads its law so, the day after counts. Where that is unknown, it does not count and is marked.
    """
    cutoff = rules.cutoff.in_year(entry_year)
    return cutoff + _ONE_DAY if rules.day_after is DayAfter.YES else cutoff


def _class_of(birthday: dt.date, entry_year: int, rules: LandRules) -> EntryClass:
    if birthday <= last_due_day(entry_year - 1, rules):
        return EntryClass.OVERDUE
    if _within(birthday, rules.postpone, entry_year):
        return EntryClass.CORRIDOR
    if birthday <= last_due_day(entry_year, rules):
        return EntryClass.DUE
    choices = (
        (EntryClass.OPT_IN, rules.opt_in),
        (EntryClass.APPLICATION, rules.application),
        (EntryClass.EXCEPTION, rules.exception),
    )
    for entry_class, days in choices:
        if _within(birthday, days, entry_year):
            return entry_class
    return EntryClass.NOT_YET


def _within(birthday: dt.date, days: DayRange | None, entry_year: int) -> bool:
    if days is None:
        return False
    end = OPEN_END if days.end is None else days.end
    return days.start.in_year(entry_year) <= birthday <= end.in_year(entry_year)


def _is_cutoff_day(birthday: dt.date, entry_year: int, rules: LandRules) -> bool:
    """Say whether the birthday is the day after this or last year's cut-off, practice unknown."""
    if rules.day_after is not DayAfter.UNKNOWN:
        return False
    return birthday - _ONE_DAY in (
        rules.cutoff.in_year(entry_year),
        rules.cutoff.in_year(entry_year - 1),
    )


def _reason(
    entry_class: EntryClass,
    birthday: dt.date,
    entry_year: int,
    rules: LandRules,
    *,
    is_cutoff_day: bool,
) -> str:
    is_overdue = entry_class is EntryClass.OVERDUE
    cutoff_year = entry_year - 1 if is_overdue else entry_year
    cutoff = rules.cutoff.in_year(cutoff_year)
    parts = [f"sechster Geburtstag am {_date(birthday)}, Stichtag {_date(cutoff)}"]
    if rules.day_after is DayAfter.YES and birthday == cutoff + _ONE_DAY:
        parts.append("der Tag nach dem Stichtag zählt mit")
    parts += _choice_words(entry_class, entry_year, rules)
    if is_cutoff_day:
        parts.append("Grenztag: ob der Tag nach dem Stichtag mitzählt, bitte bei der Schule klären")
    return f"{'; '.join(parts)} ({rules.law})"


def _choice_words(entry_class: EntryClass, entry_year: int, rules: LandRules) -> list[str]:
    """Say what the parents can do, until when and under which condition."""
    by_class = {
        EntryClass.CORRIDOR: ("Eltern können schriftlich um ein Jahr verschieben", rules.postpone),
        EntryClass.OPT_IN: ("wird mit der Anmeldung schulpflichtig", rules.opt_in),
        EntryClass.APPLICATION: ("vorzeitig auf Antrag der Eltern", rules.application),
        EntryClass.EXCEPTION: ("vorzeitig nur unter weiteren Bedingungen", rules.exception),
    }
    words, days = by_class.get(entry_class, ("", None))
    if days is None:
        return []
    if days.deadline is not None:
        words += f", bis {_date(days.deadline.in_year(entry_year))}"
    return [words, days.note] if days.note else [words]


def _date(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"
