"""*Vor dem Drucken*, minutes: a draft, what is missing, and who is named on the notice."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from kitadesk.domain.minutes import addressed_names, names_found
from kitadesk.queries.minutes import MinutesRow, known_names, minutes_of
from kitadesk.queries.reader import Reader
from kitadesk.services.print_findings import Finding, some_of

MINUTES, PUBLIC_MINUTES = "minutes", "minutes_public"
AFTERWARDS = frozenset({MINUTES, PUBLIC_MINUTES})
"""Papers that tell of what was: their days are over, and rightly so."""


def of_minutes(reader: Reader, event_id: UUID, paper_id: str) -> Iterator[Finding]:
    """Look at the minutes of an event for one of their papers."""
    row = minutes_of(reader, event_id)
    if row is None:
        text = "Es gibt noch kein Protokoll: Gedruckt wird ein Blatt zum Mitschreiben."
        yield Finding(text, "event", event_id, "minutes", is_information=True)
        return
    if not row.is_released:
        yield Finding("Das Protokoll ist noch ein Entwurf.", "event", event_id, "minutes")
    if not row.items:
        yield Finding("Das Protokoll hat noch keinen Punkt.", "event", event_id, "minutes")
    elif paper_id == MINUTES:
        yield from _of_people(row)
    else:
        yield from _of_notice(reader, row)


def _of_people(row: MinutesRow) -> Iterator[Finding]:
    """Who signs is known: the chair and who wrote the minutes."""
    missing = {"minutes_chair": "Leitung", "minutes_writer": "Protokoll"}
    empty = {"minutes_chair": not row.chair, "minutes_writer": not row.writer}
    for field, label in missing.items():
        if empty[field]:
            yield Finding(f"„{label}“ ist noch leer.", "event", row.event_id, field)


def _of_notice(reader: Reader, row: MinutesRow) -> Iterator[Finding]:
    """The notice says something, and it names nobody; every name that could be one is shown."""
    if not any(item.public_text or item.decision for item in row.items):
        text = "Für den Aushang gibt es weder einen Text noch einen Beschluss."
        yield Finding(text, "event", row.event_id, "minutes_public0")
    people = [name for name in (row.chair, row.writer) if len(name.split()) > 1]
    for place, item in enumerate(row.items):
        texts = (item.title, item.public_text, item.decision)
        found = _names_in(reader, texts, people)
        if found:
            text = f"Auf dem Aushang steht vielleicht ein Name: {some_of(found)}."
            yield Finding(text, "event", row.event_id, f"minutes_public{place}")
    found = _names_in(reader, (row.next_note,), people)
    if found:
        text = f"Auf dem Aushang steht vielleicht ein Name: {some_of(found)}."
        yield Finding(text, "event", row.event_id, "minutes_next")


def _names_in(reader: Reader, texts: tuple[str, ...], people: list[str]) -> list[str]:
    named = {*known_names(reader, texts), *names_found(texts, people), *addressed_names(texts)}
    return sorted(named)
