"""How an event reads on the screen: its date, its place, its one badge."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from kitadesk.base.dates import MONTHS_SHORT, WEEKDAYS_SHORT, clock_time, day_month, short_date
from kitadesk.base.text import plural
from kitadesk.domain.event_texts import families_of
from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.queries.events import EventRow, EventSummary
from kitadesk.ui.kit.tokens import Tone

UNTITLED = "Ohne Titel"


class Named(Protocol):
    """What has a kind and a title."""

    @property
    def title(self) -> str:
        """Return the title as typed."""


def title_of(event: Named) -> str:
    """Return the title, or a word that says it is missing."""
    return " ".join(event.title.split()) or UNTITLED


def day_block(day: date | None, today: date) -> tuple[str, str]:
    """Return the two lines of the date block: "Do 8" and "APR", with the year if it is another."""
    if day is None:
        return "–", "offen"
    month = MONTHS_SHORT[day.month - 1].upper()
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS_SHORT[day.weekday()]} {day.day}", f"{month}{year}"


def kind_and_audience(event: EventSummary) -> str:
    """Return the quiet line of a card: "Themenabend · alle Eltern"; an entry year stands first.

    Of a series it says how many more dates there are, of a closing its last day.
    """
    if event.entry_year is not None:
        return f"{families_of(event.entry_year)} · {event.kind.label}"
    rest = event.audience or event.host or event.subtitle
    if event.more:
        rest = plural(event.more, "weiterer Termin", "weitere Termine")
    if event.until_date is not None:
        rest = f"bis {day_month(event.until_date)}"
    return " · ".join(part for part in (event.kind.label, rest) if part)


def badge_of(event: EventSummary, today: date) -> tuple[str, Tone] | None:
    """Return the one thing worth knowing: what fails first, then replies, then what is done."""
    states = {EventStatus.CANCELLED: "Abgesagt", EventStatus.POSTPONED: "Verschoben"}
    if event.status in states:
        return states[event.status], Tone.NEUTRAL
    if event.hint:
        return event.hint, Tone.WARN
    if event.replied and event.invited:
        word = "Antworten" if event.kind is EventKind.LETTER else "Rückmeldungen"
        return f"{event.replied} von {event.invited} {word}", Tone.ACCENT
    if event.on_date is not None and event.on_date < today:
        return (
            (plural(event.persons, "Person", "Personen"), Tone.NEUTRAL) if event.persons else None
        )
    if event.tasks_total:
        return f"{event.tasks_done} von {event.tasks_total} erledigt", Tone.NEUTRAL
    return None


def spoken_card(event: EventSummary, today: date) -> str:
    """Return what a screen reader says of a card."""
    badge = badge_of(event, today)
    day = short_date(event.on_date) if event.on_date else "ohne Datum"
    parts = (title_of(event), day, kind_and_audience(event), badge[0] if badge else "")
    return ", ".join(part for part in parts if part)


def when_and_where(event: EventRow) -> str:
    """Return "Do 8. April 2027, 19:00–21:00 · Großer Saal (120 Plätze)"."""
    room = event.place_label or event.place
    if room and event.room_capacity:
        room = f"{room} ({event.room_capacity}\u00a0Plätze)"
    words = " · ".join(part for part in (_when(event), room) if part)
    return words or "Noch ohne Datum und Ort"


def _when(event: EventRow) -> str:
    times = [clock_time(moment) for moment in (event.starts_at, event.ends_at) if moment]
    day = short_date(event.on_date) if event.on_date else "Datum offen"
    if event.until_date is not None:
        day = f"{day} bis {short_date(event.until_date)}"
    return ", ".join(part for part in (day, "–".join(times)) if part)
