"""Minutes of an evening: how a vote came out, what times say, which words name somebody.

The notice on the wall tells what was decided and names nobody (field.md 5.5, 10).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from kitadesk.base.dates import clock_time, long_date
from kitadesk.base.text import plural
from kitadesk.domain.numbers import check_number

MOST_VOTES = 9999
"""One voice per child or per person: more than any hall holds is a typing slip."""
USUAL_TITLE = "Punkt"
"""What a point is called while only its result is typed."""
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ADDRESSED = re.compile(r"\b(?:Frau|Herrn?|Familie|Fam\.)\s+(?:Dr\.\s+)?([^\W\d_a-zß-ÿ][^\W\d_]*)")
_SHORTEST_NAME = 3
"""Letters; "An" and "Li" are names too, and words of every sentence."""


@dataclass(frozen=True, slots=True)
class Votes:
    """Counted votes; None where nobody counted. A number alone means that the others are zero."""

    yes: int | None = None
    no: int | None = None
    abstained: int | None = None

    def __bool__(self) -> bool:
        """Whether anything was counted."""
        return any(count is not None for count in (self.yes, self.no, self.abstained))

    @property
    def total(self) -> int:
        """Return how many votes were given, abstentions among them."""
        return sum(count or 0 for count in (self.yes, self.no, self.abstained))

    @property
    def words(self) -> str:
        """Return "12 Ja, 1 Nein, 2 Enthaltungen"; empty where nobody counted."""
        if not self:
            return ""
        abstained = plural(self.abstained or 0, "Enthaltung", "Enthaltungen")
        return f"{self.yes or 0} Ja, {self.no or 0} Nein, {abstained}"

    @property
    def outcome(self) -> str:
        """Say which side has more; what that means is for the rules of the body to say.

        Abstentions do not count (as in § 32 BGB); "einstimmig" is said only where nobody abstained.
        """
        yes, no = self.yes or 0, self.no or 0
        if not yes and not no:
            return ""
        if yes == no:
            return "Stimmengleichheit"
        if not no and not self.abstained:
            return "einstimmig"
        return "mehr Ja als Nein" if yes > no else "mehr Nein als Ja"


def check_votes(count: int | None) -> None:
    """Refuse a number of votes or persons that nobody counted; unknown is allowed."""
    check_number(count, least=0, most=MOST_VOTES)


def votes_note(votes: Votes, present: int | None) -> str:
    """Say how a vote came out, and that it has more voices than persons were there."""
    parts = [votes.outcome]
    if present is not None and votes.total > present:
        voices = plural(votes.total, "Stimme", "Stimmen")
        parts.append(f"{voices}, anwesend waren {present}")
    return " · ".join(part for part in parts if part)


def span_words(begins: time | None, ends: time | None) -> str:
    """Return "19:00 bis 21:10 Uhr", "ab 19:00 Uhr", "bis 21:10 Uhr"; empty without a time."""
    if begins is not None and ends is not None:
        return f"{clock_time(begins)} bis {clock_time(ends)} Uhr"
    if begins is not None:
        return f"ab {clock_time(begins)} Uhr"
    return f"bis {clock_time(ends)} Uhr" if ends is not None else ""


def next_words(on: date | None, at: time | None, note: str) -> str:
    """Return the next date as it is printed: "Donnerstag, 6. Mai 2027, ab 19:00 Uhr, Aula"."""
    day = long_date(on) if on else ""
    return ", ".join(part for part in (day, span_words(at, None), note) if part)


def possible_names(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts that could be somebody's name: with a capital letter."""
    words = (word for text in texts for word in _WORDS.findall(text))
    return frozenset(
        word for word in words if len(word) >= _SHORTEST_NAME and word[:1] != word[:1].lower()
    )


def names_found(texts: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return which of the known names stand in the texts as whole words, sorted."""
    written = possible_names(texts)
    return tuple(sorted(written & possible_names(known)))


def addressed_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return whom the texts call "Frau …", "Herr …" or "Familie …", sorted."""
    return tuple(sorted({name for text in texts for name in _ADDRESSED.findall(text)}))
