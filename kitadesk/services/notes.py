"""What the program understands of a quick note while it is typed: the day, and the family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kitadesk.base.text import clean
from kitadesk.domain.quick_note import closest, find_day, is_meant, names_in
from kitadesk.queries.notes import FamilyChoice, families_with_word
from kitadesk.services.desk import Desk

LONGEST_READ = 300
"""Characters that are looked at; a longer text is a letter and no quick note."""


@dataclass(frozen=True, slots=True)
class NoteReading:
    """The day that a note names, and the families it may mean: one is taken, several are asked."""

    due_on: date | None = None
    families: tuple[FamilyChoice, ...] = ()


def read_note(desk: Desk, text: str) -> NoteReading:
    """Read "Kowalenko bringt Zettel Mo": Monday, and the family Kowalenko."""
    line = clean(text)[:LONGEST_READ]
    today = desk.clock.today()
    found = desk.read(families_with_word, names_in(line.replace("-", " ")), today)
    named = [choice for choice in found if is_meant(choice.named, line)]
    kept = closest([(number, choice.named) for number, choice in enumerate(named)], line)
    return NoteReading(find_day(line, today), tuple(named[number] for number in kept))
