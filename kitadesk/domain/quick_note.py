"""What a quick note says of itself: "Kowalenko bringt Zettel Mo" names a family and a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from kitadesk.base.calendar_names import WEEKDAYS_SHORT
from kitadesk.base.date_parsing import parse_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import fold

LONGEST_DAY: Final = 5
"""Words that a day may have: "am Donnerstag, den 8. April"."""

SHORTEST_NAME: Final = 3
_AROUND = " ,;:!?()„“"
_BARE_NUMBERS = re.compile(r"\d+([./-]\d+)?")
_SHORT_WEEKDAYS = frozenset(WEEKDAYS_SHORT)
_WORDS_TOO = frozenset({"So", "Do"})


@dataclass(frozen=True, slots=True)
class NamedFamily:
    """A family as a note may name it: its name and the first names of its children."""

    name: str
    first_names: tuple[str, ...] = ()


def find_day(text: str, today: date) -> date | None:
    """Return the day that a note names, from today on; the longest wording counts, then the last.

    Numbers alone are no day ("2 Zettel", "1.2"), and a weekday's two letters only as people write
    them ("Mo", not "so"); "So" and "Do" at the beginning are a word or a weekday, so no day.
    """
    words = text.split()
    for length in range(min(LONGEST_DAY, len(words)), 0, -1):
        for start in range(len(words) - length, -1, -1):
            day = _day(words[start : start + length], today, is_first=start == 0)
            if day is not None:
                return day
    return None


def names_in(text: str) -> tuple[str, ...]:
    """Return the folded words of a note that may be a name, in their order."""
    words = dict.fromkeys(fold(word.strip(_AROUND)) for word in re.split(r"[\s/]+", text))
    return tuple(word for word in words if len(word) >= SHORTEST_NAME and not word[0].isdigit())


def is_meant(family: NamedFamily, text: str) -> bool:
    """Return whether a note names this family: every part of its name, in any writing."""
    words = set(names_in(text.replace("-", " ")))
    parts = fold(family.name).replace("-", " ").split()
    return bool(parts) and all(part in words for part in parts)


def closest(families: list[tuple[int, NamedFamily]], text: str) -> list[int]:
    """Return which of the named families are meant: a child's first name decides between them."""
    words = set(names_in(text))
    with_child = [
        number
        for number, family in families
        if any(fold(name) in words for name in family.first_names)
    ]
    return with_child or [number for number, _family in families]


def _is_weekday(short: str, *, is_first: bool) -> bool:
    return short in _SHORT_WEEKDAYS and not (is_first and short in _WORDS_TOO)


def _day(words: list[str], today: date, *, is_first: bool) -> date | None:
    line = " ".join(words).strip(_AROUND)
    if _BARE_NUMBERS.fullmatch(line) or line.isdigit():
        return None
    short = line.rstrip(".")
    if len(words) == 1 and len(short) == 2 and not _is_weekday(short, is_first=is_first):
        return None
    try:
        parsed = parse_date(line, today)
    except UserError:
        return None
    fits = parsed.weekday_mismatch is None and parsed.date >= today
    return parsed.date if fits else None
