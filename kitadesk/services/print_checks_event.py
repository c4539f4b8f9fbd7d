"""*Vor dem Drucken*, the event: what is missing, which of its days is odd, what its words say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from kitadesk.base.dates import WEEKDAYS, long_date
from kitadesk.base.text import plural
from kitadesk.domain.events import EventKind, EventStatus, TextBlock
from kitadesk.domain.holidays_calendar import DayNoteKind, day_notes
from kitadesk.domain.land import Land
from kitadesk.domain.letters import WITHOUT_SLIP, has_slip
from kitadesk.domain.plan_conflicts import Conflict, ConflictKind
from kitadesk.domain.replies import ReplyKind, question_of
from kitadesk.domain.text_days import past_days, strange_weekdays, wrong_weekdays
from kitadesk.queries.day_checks import conflicts_of_days
from kitadesk.queries.events import EventRow, agenda_of, event
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import reply_counts
from kitadesk.queries.rules import house_rules
from kitadesk.queries.texts import event_texts
from kitadesk.queries.transition import CohortRow, cohorts
from kitadesk.services.print_findings import Finding

INVITATION = "invitation"
LETTER = "letter"
NOTICE = "postponement"
AGENDA = "agenda"
WITH_SLIP = frozenset({INVITATION, LETTER, NOTICE})
"""Papers that ask for an answer until a day."""
_WITH_WORDS = frozenset({INVITATION, LETTER})
_FEWEST_CHOICES = 2
_FRIDAY = 4
Closings = Mapping[date, list[str]]
_STARTERS = re.compile("vorschul|schulanf", re.IGNORECASE)
_SPECIAL = {
    DayNoteKind.PUBLIC_HOLIDAY: "auf einem Feiertag",
    DayNoteKind.LOCAL_HOLIDAY: "auf einem Feiertag in Teilen des Landes",
}


def of_event(reader: Reader, event_id: UUID, paper_id: str, today: date) -> list[Finding]:
    """Look at an event for one of its papers."""
    row = event(reader, event_id)
    rules = house_rules(reader)
    land = rules.land if rules else None
    closings = _closings(reader, row)
    is_off = row.status is EventStatus.CANCELLED
    found: list[Finding] = []
    if is_off and paper_id != NOTICE:
        found.append(Finding("Die Veranstaltung ist abgesagt.", "event", row.id, "status"))
    if row.kind is not EventKind.LETTER:
        found += [*_of_what_and_where(row), *_of_days(row, land, closings, today)]
    if paper_id in WITH_SLIP and has_slip(row.kind, row.reply_kind) and not is_off:
        found += _of_reply_date(row, land, closings, today)
    if paper_id == LETTER:
        found += _of_question(row)
    if paper_id in _WITH_WORDS:
        found += _of_words(row, event_texts(reader, event_id), today)
    if paper_id == INVITATION:
        found += _of_audience(row, cohorts(reader))
    if paper_id == AGENDA and not agenda_of(reader, event_id):
        text = "Die Tagesordnung hat noch keinen Punkt."
        found.append(Finding(text, "event", row.id, "agenda"))
    return [*found, *_of_room(reader, row, today)]


def of_past_event(reader: Reader, event_id: UUID) -> list[Finding]:
    """Look at an event for a paper that tells of what was: its days may well be over."""
    return list(_of_what_and_where(event(reader, event_id)))


def days_of(row: EventRow) -> frozenset[date]:
    """Return the days that the event itself has, and that are looked at by themselves."""
    days = (row.on_date, row.until_date, row.reply_until, row.postponed_from)
    return frozenset(day for day in days if day is not None)


def _of_what_and_where(row: EventRow) -> Iterator[Finding]:
    missing = {
        "title": ("Der Titel fehlt.", not row.title.strip()),
        "starts_at": ("Der Beginn fehlt.", row.starts_at is None),
        "room_id": ("Der Ort fehlt.", not row.place_label),
    }
    for field, (text, is_missing) in missing.items():
        if is_missing:
            yield Finding(text, "event", row.id, field)
    if row.starts_at and row.ends_at and row.ends_at <= row.starts_at:
        yield Finding("Das Ende liegt vor dem Beginn.", "event", row.id, "ends_at")
    if row.starts_at and row.doors_at and row.doors_at > row.starts_at:
        yield Finding("Der Einlass liegt nach dem Beginn.", "event", row.id, "doors_at")


def _of_days(
    row: EventRow, land: Land | None, closings: Closings, today: date
) -> Iterator[Finding]:
    """Look at the day of the event, and at its last one where it takes several."""
    if row.on_date is None:
        if row.status is not EventStatus.POSTPONED:
            yield Finding("Das Datum fehlt.", "event", row.id, "on_date")
        return
    if (row.until_date or row.on_date) < today:
        text = f"Der Termin ist vorbei: {long_date(row.on_date)}."
        yield Finding(text, "event", row.id, "on_date")
    last = row.until_date if row.until_date and row.until_date > row.on_date else None
    days = {"on_date": ("Der Termin", row.on_date), "until_date": ("Der letzte Tag", last)}
    for field, (name, day) in days.items():
        for text in _against(day, land, closings) if day else ():
            yield Finding(f"{name} liegt {text}.", "event", row.id, field)


def _of_reply_date(
    row: EventRow, land: Land | None, closings: Closings, today: date
) -> Iterator[Finding]:
    day = row.reply_until
    if day is None:
        yield Finding("Der Rückgabetag fehlt.", "event", row.id, "reply_until")
        return
    if row.on_date is not None and day > row.on_date:
        text = "Der Rückgabetag liegt nach der Veranstaltung."
        yield Finding(text, "event", row.id, "reply_until")
    elif day < today:
        text = f"Der Rückgabetag ist vorbei: {long_date(day)}."
        yield Finding(text, "event", row.id, "reply_until")
    if day.weekday() > _FRIDAY:
        text = f"Der Rückgabetag ist ein {WEEKDAYS[day.weekday()]}."
        yield Finding(text, "event", row.id, "reply_until")
    for special in _against(day, land, closings):
        yield Finding(f"Der Rückgabetag liegt {special}.", "event", row.id, "reply_until")


def _against(day: date, land: Land | None, closings: Closings) -> Iterator[str]:
    """Say in which break, on which holiday or closing day a day lies."""
    for note in day_notes(day, land) if land else ():
        yield f"{_SPECIAL.get(note.kind, 'in der schulfreien Zeit')} ({note.name})"
    yield from closings.get(day, ())


def _closings(reader: Reader, row: EventRow) -> Closings:
    """Say which of the event's days lie on a closing day; a letter may well be about one."""
    found = conflicts_of_days(reader, days_of(row), besides=row.id)
    return {
        day: [f"auf einem {one.text.replace(': ', ' (')})" for one in conflicts if _closes(one)]
        for day, conflicts in found.items()
    }


def _closes(conflict: Conflict) -> bool:
    return conflict.kind is ConflictKind.CLOSING_DAY


def _of_question(row: EventRow) -> Iterator[Finding]:
    """Look at what a letter asks, and whether it says anything in words of its own."""
    question = question_of(row)
    if TextBlock.BODY not in row.texts:
        text = "Der Brief hat noch keinen eigenen Text."
        yield Finding(text, "event", row.id, "text:body")
    if question.kind is WITHOUT_SLIP:
        return
    if not question.text:
        yield Finding("Die Frage auf dem Abschnitt fehlt.", "event", row.id, "reply_question")
    if question.kind is ReplyKind.CHOICE and len(question.choices) < _FEWEST_CHOICES:
        text = "Zur Auswahl stehen noch keine zwei Antworten."
        yield Finding(text, "event", row.id, "reply_choices")


def _of_words(row: EventRow, texts: Mapping[TextBlock, str], today: date) -> Iterator[Finding]:
    """Find weekdays that fit neither their day, the event nor the return date, and days gone by.

    A weekday without a day is held against the event, where that has one.
    """
    own = {
        "title": row.title,
        "subtitle": row.subtitle,
        "reply_question": row.reply_question,
        "reply_choices": row.reply_choices,
        **{f"text:{block.value}": text for block, text in texts.items()},
    }
    around = row.on_date or row.reply_until or today
    fitting = frozenset(day.weekday() for day in (row.on_date, row.reply_until) if day)
    for field, text in own.items():
        wrong = list(wrong_weekdays(text, around))
        if row.on_date is not None and not wrong:
            wrong += strange_weekdays(text, fitting)
        for words in wrong[:1]:
            yield Finding(f"Im Text steht „{words}“, das passt nicht.", "event", row.id, field)
        for words in past_days(text, today, days_of(row)):
            yield Finding(f"Im Text steht „{words}“, das ist vorbei.", "event", row.id, field)


def _of_audience(row: EventRow, years: tuple[CohortRow, ...]) -> Iterator[Finding]:
    """Ask where an event sounds as if it were for one entry year, and all families get a letter."""
    sounds_so = row.kind is EventKind.PRESCHOOL_EVENING or _STARTERS.search(row.audience)
    if sounds_so and years and row.entry_year is None:
        text = (
            "Eingeladen werden alle Familien. Ist der Abend nur für die Schulanfänger, wählen Sie "
            "das bitte unter „Für wen“."
        )
        yield Finding(text, "event", row.id, "cohort_id")


def _of_room(reader: Reader, row: EventRow, today: date) -> Iterator[Finding]:
    counts = reply_counts(reader, row.id, today)
    if row.room_capacity is not None and counts.expected > row.room_capacity:
        text = (
            f"{plural(counts.expected, 'Person ist', 'Personen sind')} angemeldet, "
            f"der Raum hat {plural(row.room_capacity, 'Platz', 'Plätze')}."
        )
        yield Finding(text, "event", row.id, "room_id")
