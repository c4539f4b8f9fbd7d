"""Calendar files (iCalendar, RFC 5545) written and read; the library `icalendar` knows the format.

Times stand in Europe/Berlin with the rules of the zone in the file, so that every calendar shows
what the office meant; entries of other zones are brought to Berlin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from kitadesk.base.date_parsing import FIRST_YEAR, LAST_YEAR
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, shorten
from kitadesk.domain.calendar_entries import CalendarEntry, kind_of
from kitadesk.domain.events import EventStatus

if TYPE_CHECKING:
    from icalendar import Calendar, Component, Event

PRODUCT = "-//KitaDesk//Termine//DE"
BERLIN = ZoneInfo("Europe/Berlin")
MOST_ENTRIES = 5000
MOST_TITLE = 300
_DAY = timedelta(days=1)
_STATUS = {
    EventStatus.PLANNED: "CONFIRMED",
    EventStatus.HELD: "CONFIRMED",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
}


def write_calendar(entries: Iterable[CalendarEntry], now: datetime) -> bytes:
    """Return a calendar file; an entry without a day has no place in a calendar."""
    from icalendar import Calendar  # 60 ms that only this needs

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for entry in entries:
        if entry.first is not None:
            calendar.add_component(_event(entry, entry.first, now))
    calendar.add_missing_timezones()
    text: bytes = calendar.to_ical()
    return text


def read_calendar(data: bytes, name: str) -> tuple[CalendarEntry, ...]:
    """Return the entries of a calendar file; raises UserError when it is none."""
    from icalendar import Calendar

    try:
        calendars: list[Calendar] = Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        raise UserError("calendar_not_readable", name=name) from None
    events = [event for one in calendars for event in one.walk("VEVENT")]
    if not events:
        raise UserError("calendar_empty", name=name)
    if len(events) > MOST_ENTRIES:
        raise UserError("calendar_too_large", name=name, most=MOST_ENTRIES)
    return tuple(_entry(event, line) for line, event in enumerate(events, 1))


def _event(entry: CalendarEntry, first: date, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("summary", entry.title)
    last = entry.last or first
    if entry.starts_at is None:
        event.add("dtstart", first)
        event.add("dtend", last + _DAY)
    else:
        event.add("dtstart", datetime.combine(first, entry.starts_at, BERLIN))
        if entry.ends_at is not None:
            event.add("dtend", _end(first, last, entry.starts_at, entry.ends_at))
    for field, text in (("location", entry.place), ("description", entry.subtitle)):
        if text:
            event.add(field, text)
    event.add("categories", [entry.kind.label])
    event.add("status", _STATUS[entry.status or EventStatus.PLANNED])
    return event


def _end(first: date, last: date, starts: time, ends: time) -> datetime:
    """Return the end; after midnight it lies on the next day."""
    day = last + _DAY if last == first and ends <= starts else last
    return datetime.combine(day, ends, BERLIN)


def _entry(event: Component, line: int) -> CalendarEntry:
    uid = clean(str(event.get("UID", ""))).strip()
    title = shorten(clean(str(event.get("SUMMARY", ""))), MOST_TITLE)
    try:
        first, starts = _local(event.decoded("DTSTART"))
        last, ends = _last(event, first, starts)
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError):
        return CalendarEntry(uid, title, line=line, problem="Der Tag fehlt oder ist nicht lesbar.")
    if not title:
        return CalendarEntry(uid, title, first, line=line, problem="Der Titel fehlt.")
    is_off = str(event.get("STATUS", "")).upper() == "CANCELLED"
    return CalendarEntry(
        uid=uid or f"{first.isoformat()} {title}",
        title=title,
        first=first,
        last=last,
        starts_at=starts,
        ends_at=ends,
        place=shorten(clean(str(event.get("LOCATION", ""))), MOST_TITLE),
        subtitle=shorten(clean(str(event.get("DESCRIPTION", ""))), MOST_TITLE),
        kind=kind_of(next(_categories(event), "")),
        status=EventStatus.CANCELLED if is_off else None,
        line=line,
        remark="Nur der erste Termin: Die Wiederholung wurde nicht übernommen."
        if "RRULE" in event
        else "",
    )


def _local(value: Any) -> tuple[date, time | None]:  # what the library decodes has many types
    """Return day and wall time in Berlin; a time without zone is meant as it stands."""
    if isinstance(value, datetime):
        local = value if value.tzinfo is None else value.astimezone(BERLIN)
        return _possible(local.date()), local.time().replace(microsecond=0, tzinfo=None)
    if isinstance(value, date):
        return _possible(value), None
    raise TypeError(type(value).__name__)


def _possible(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(day.year)
    return day


def _last(event: Component, first: date, starts: time | None) -> tuple[date | None, time | None]:
    """Return the last day, if it is another, and the end; whole days end before DTEND."""
    if "DTEND" in event:
        day, ends = _local(event.decoded("DTEND"))
    elif "DURATION" in event and starts is not None:
        length = event.decoded("DURATION")
        day, ends = _local(datetime.combine(first, starts) + length)
    else:
        return None, None
    if starts is None:
        day -= _DAY
        return (day if day > first else None), None
    is_after_midnight = day == first + _DAY and ends is not None and ends <= starts
    return (day if day > first and not is_after_midnight else None), ends


def _categories(event: Component) -> Iterator[str]:
    found = event.get("CATEGORIES")
    for one in found if isinstance(found, list) else [found]:
        yield from (str(text) for text in getattr(one, "cats", ()))
