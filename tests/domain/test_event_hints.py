"""The one hint of an event in the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from kitadesk.domain.event_hints import EventState, ends_before_start, hint_of
from kitadesk.domain.events import EventStatus

TODAY = date(2027, 1, 25)
SOUND = EventState(
    EventStatus.PLANNED,
    date(2027, 4, 8),
    starts_at=time(19),
    ends_at=time(21),
    reply_until=date(2027, 3, 24),
)
HELD = replace(SOUND, on_date=date(2027, 1, 24), reply_until=None, status=EventStatus.HELD)


@pytest.mark.parametrize(
    ("event", "hint"),
    [
        (SOUND, ""),
        (replace(SOUND, on_date=TODAY, reply_until=TODAY), ""),
        (replace(SOUND, status=EventStatus.CANCELLED, on_date=None), "abgesagt"),
        (replace(SOUND, status=EventStatus.POSTPONED), "verschoben"),
        (replace(SOUND, on_date=None), "Datum fehlt"),
        (HELD, ""),
        (replace(HELD, has_open_minutes=True), "Protokoll fehlt"),
        (replace(HELD, has_open_minutes=True, has_draft_minutes=True), "Protokoll im Entwurf"),
        (replace(HELD, has_draft_minutes=True), ""),
        (replace(SOUND, has_open_minutes=True), ""),
        (replace(SOUND, reply_until=date(2027, 4, 9)), "Rückgabe nach der Veranstaltung"),
        (replace(SOUND, ends_at=time(18)), "Ende vor Beginn"),
        (replace(SOUND, lacks_host=True), "Gastgeber fehlt"),
        (replace(HELD, lacks_host=True), ""),
    ],
)
def test_the_most_odd_thing_is_named(event: EventState, hint: str) -> None:
    assert hint_of(event, TODAY) == hint


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "expected"),
    [
        (None, time(21), False),
        (time(19), None, False),
        (time(19), time(21), False),
        (time(19), time(19), True),
        (time(19), time(18, 59), True),
    ],
)
def test_an_end_before_the_start_is_seen(
    starts_at: time | None, ends_at: time | None, expected: bool
) -> None:
    assert ends_before_start(starts_at, ends_at) is expected
