"""The events of the invented town: joint evening, cafés, a feast, two evenings that are over."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import zip_longest

from kitadesk.domain.events import EventKind, EventStatus, TaskArea, TextBlock
from kitadesk.domain.replies import FIRST_NUMBER, Answer
from kitadesk.domain.tasks import plan
from kitadesk.services.demo_alliance import OWN, Alliance
from kitadesk.services.demo_families import Families
from kitadesk.services.demo_letters import add_closings, add_letters
from kitadesk.services.demo_sources import Entry, TownRows, in_term, source
from kitadesk.services.plans import event_steps
from kitadesk.storage.models.events import (
    AgendaItem,
    Event,
    EventSeries,
    EventText,
    Registration,
    ReplySlip,
    Task,
    TopicWish,
)
from kitadesk.storage.models.house import Note

_WEDNESDAY = 2
_EARLY_DONE = frozenset({"room", "agenda"})


@dataclass(slots=True)
class Events:
    """The events by their key in the file; the next slip number to give out."""

    house_id: uuid.UUID
    cohort_id: uuid.UUID
    ids: dict[str, uuid.UUID] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    next_number: int = FIRST_NUMBER + 41


def add_events(
    rows: TownRows, alliance: Alliance, families: Families, cohort_id: uuid.UUID
) -> Events:
    """Add all events with agenda, tasks and replies, the series, notes, wishes and other tasks."""
    events = Events(alliance.institutions[OWN], cohort_id)
    for entry in source("events").entries("events"):
        key = entry.text("key")
        for name, day in _days_of(entry, rows.today):
            _add_event(rows, events, alliance, entry, name=name, day=day)
        _add_replies(rows, events, entry, families)
        if entry.text("text"):
            event_id = events.ids[key]
            rows.add(EventText, event_id=event_id, block=TextBlock.BODY, text=entry.text("text"))
            pretitle = entry.text("pretitle")
            rows.add(EventText, event_id=event_id, block=TextBlock.PRETITLE, text=pretitle)
    _add_series(rows, events, alliance)
    house_id, number = events.house_id, events.next_number
    events.next_number = add_letters(rows, house_id, families.households, number)
    add_closings(rows, house_id)
    return events


def add_to_do(
    rows: TownRows, events: Events, alliance: Alliance, families: Families, now: datetime
) -> None:
    """Add tasks beside the plans (two are overdue), quick notes and wishes for topics."""
    for entry in source("events").entries("tasks"):
        rows.add(
            Task,
            institution_id=events.house_id,
            area=TaskArea(entry.text("area")),
            event_id=events.ids.get(entry.text("event")),
            cohort_id=events.cohort_id if entry.flag("cohort") else None,
            title=entry.text("title"),
            due_on=working_day(rows.today, entry.number("days") or 0),
        )
    for entry in source("events").entries("notes"):
        days = entry.number("days")
        rows.add(
            Note,
            institution_id=events.house_id,
            text=entry.text("text"),
            made_at=now,
            due_on=None if days is None else working_day(rows.today, days),
            family_id=families.family_of.get(entry.text("family")),
            about_institution_id=alliance.institutions.get(entry.text("about")),
            event_id=events.ids.get(entry.text("event")),
        )
    for entry in source("events").entries("wishes"):
        rows.add(
            TopicWish,
            institution_id=events.house_id,
            title=entry.text("title"),
            origin=entry.text("origin"),
            votes=entry.number("votes") or 0,
            status=entry.text("status"),
            event_id=events.ids.get(entry.text("event")),
        )


def working_day(today: date, days: int) -> date:
    """Return the day so many days away; a weekend moves away from today, to Friday or Monday."""
    day = today + timedelta(days=days)
    if day.weekday() <= 4:
        return day
    return day + timedelta(days=4 - day.weekday() if days < 0 else 7 - day.weekday())


def _days_of(entry: Entry, today: date) -> Sequence[tuple[str, date]]:
    """Return the days of an event: in weeks from today, or last and next time of a fixed day."""
    key = entry.text("key")
    if entry.text("day"):
        day, month = (int(part) for part in entry.text("day").strip(".").split("."))
        year = today.year if date(today.year, month, day) >= today else today.year + 1
        return ((f"{key}_before", date(year - 1, month, day)), (key, date(year, month, day)))
    weeks = entry.number("weeks") or 0
    monday = today + timedelta(weeks=weeks, days=-today.weekday())
    return ((key, in_term(monday + timedelta(days=entry.number("weekday") or 0), back=weeks < 0)),)


def _add_event(
    rows: TownRows, events: Events, alliance: Alliance, entry: Entry, *, name: str, day: date
) -> None:
    reply_weeks = entry.number("reply_weeks")
    reply_until = day - timedelta(weeks=reply_weeks, days=1) if reply_weeks else None
    kind = EventKind(entry.text("kind"))
    event_id = rows.add(
        Event,
        institution_id=events.house_id,
        cohort_id=events.cohort_id if entry.flag("cohort") else None,
        kind=kind,
        status=EventStatus.PLANNED if day >= rows.today else EventStatus.HELD,
        title=entry.text("title"),
        subtitle=entry.text("subtitle"),
        on_date=day,
        starts_at=entry.moment("starts"),
        ends_at=entry.moment("ends"),
        doors_at=entry.moment("doors"),
        room_id=alliance.rooms.get(entry.text("room")),
        place=entry.text("place"),
        reply_until=reply_until,
        has_childcare=entry.flag("childcare"),
        interpreter_languages=entry.text("interpreters"),
        fee=entry.text("fee"),
        audience=entry.text("audience"),
        host=entry.text("host"),
        is_joint=entry.flag("joint"),
    )
    events.ids[name], events.days[name] = event_id, day
    for position, (minutes, title, who) in enumerate(entry.rows("agenda")):
        rows.add(
            AgendaItem,
            event_id=event_id,
            position=position,
            minutes=int(minutes),
            title=title,
            who=who,
        )
    late = entry.text("late") if day < rows.today else ""
    _add_tasks(rows, event_id, events.house_id, kind, day, reply_until, late=late)
    for label, persons in entry.rows("guests" if name == entry.text("key") else "last_year_guests"):
        _add_guests(rows, events, event_id, label, int(persons))


def _add_tasks(
    rows: TownRows,
    event_id: uuid.UUID,
    house_id: uuid.UUID,
    kind: EventKind,
    day: date,
    reply_until: date | None,
    *,
    late: str = "",
) -> None:
    """Add the backward plan: what lies behind is done, but for one `late` step with a new day."""
    steps = plan(event_steps(), kind, on_date=day, reply_until=reply_until, today=date.min)
    for position, planned in enumerate(steps):
        step, due_on = planned.step, planned.due_on
        if due_on is None:
            continue
        is_late = step.step == late
        is_done = due_on < rows.today or (day > rows.today and step.step in _EARLY_DONE)
        rows.add(
            Task,
            institution_id=house_id,
            area=TaskArea.EVENTS,
            event_id=event_id,
            title=step.title,
            step=step.step,
            rule=step.rule,
            due_on=working_day(rows.today, 2) if is_late else due_on,
            done_on=min(due_on, working_day(rows.today, -2)) if is_done and not is_late else None,
            is_moved_by_hand=is_late,
            responsible=step.responsible,
            paper_id=step.paper_id,
            position=position,
        )


def _add_replies(rows: TownRows, events: Events, entry: Entry, families: Families) -> None:
    """Add returned slips of the entry year's families, or a few that came early by word."""
    event_id = events.ids[entry.text("key")]
    share = entry.share("replies")
    if share:
        day = events.days[entry.text("key")]
        for household in dict.fromkeys(h for one in families.starters for h in one.households):
            rows.add(
                ReplySlip, event_id=event_id, household_id=household, number=events.next_number
            )
            events.next_number += 1
            if rows.chance(share):
                returned = day - timedelta(days=rows.rng.randint(7, 20))
                _add_reply(rows, events, event_id, household, returned)
    early = families.households[: entry.number("early_replies") or 0]
    for household, said in zip_longest(early, entry.rows("early_words")[: len(early)]):
        returned = rows.today - timedelta(days=rows.rng.randint(0, 5))
        persons = rows.rng.randint(1, 2)
        _add_reply(rows, events, event_id, household, returned, persons=persons, said=said)


def _add_reply(
    rows: TownRows,
    events: Events,
    event_id: uuid.UUID,
    household_id: uuid.UUID,
    returned_on: date,
    *,
    persons: int | None = None,
    said: Sequence[str] | None = None,
) -> None:
    """Add the reply of a household; `said` is what its slip asks for: care, language, question."""
    coming = rows.rng.choice((0, 1, 1, 1, 2, 2)) if persons is None else persons
    by_chance = 1 if coming and rows.chance(0.15) else 0
    care, language, question = said or (by_chance, "", "")
    rows.add(
        Registration,
        institution_id=events.house_id,
        event_id=event_id,
        household_id=household_id,
        answer=Answer.YES if coming else Answer.NO,
        persons=coming,
        childcare_children=int(care),
        interpreter_language=language,
        question=question,
        returned_on=returned_on,
    )


def _add_guests(
    rows: TownRows, events: Events, event_id: uuid.UUID, label: str, persons: int
) -> None:
    rows.add(
        Registration,
        institution_id=events.house_id,
        event_id=event_id,
        guest_label=label,
        answer=Answer.YES,
        persons=persons,
    )


def _add_series(rows: TownRows, events: Events, alliance: Alliance) -> None:
    """Add the monthly café: past ones with visitors, the next one still without a host."""
    entry = source("events").entry("series")
    series_id = rows.add(
        EventSeries,
        institution_id=events.house_id,
        title=entry.text("title"),
        rule=entry.text("rule"),
        host=entry.text("host"),
        review=entry.text("review"),
    )
    visitors = entry.numbers("visitors")
    days = _cafe_days(rows.today, len(visitors))
    topics = [*entry.texts("topics"), entry.text("next_topic")]
    hosts = [*entry.texts("hosts"), ""]
    for place, day in enumerate(days):
        is_next = place == len(visitors)
        event_id = rows.add(
            Event,
            institution_id=events.house_id,
            series_id=series_id,
            kind=EventKind.PARENT_CAFE,
            status=EventStatus.PLANNED if is_next else EventStatus.HELD,
            title=entry.text("title"),
            subtitle=topics[place],
            on_date=day,
            starts_at=entry.moment("starts"),
            ends_at=entry.moment("ends"),
            room_id=alliance.rooms[entry.text("room")],
            audience="alle Eltern",
            host=hosts[place],
        )
        if is_next:
            events.ids["cafe"], events.days["cafe"] = event_id, day
            house_id, kind = events.house_id, EventKind.PARENT_CAFE
            _add_tasks(rows, event_id, house_id, kind, day, None, late="host")
        else:
            _add_guests(rows, events, event_id, "Eltern im Café", visitors[place])


def _cafe_days(today: date, past: int) -> list[date]:
    """Return the last Wednesday of each month, outside the breaks: `past` ones and the next."""
    days: set[date] = set()
    first = today.replace(day=1)
    for months in range(-past - 4, 4):
        years, month = divmod(first.month - 1 + months, 12)
        next_years, next_month = divmod(first.month + months, 12)
        begin = date(first.year + years, month + 1, 1)
        end = date(first.year + next_years, next_month + 1, 1) - timedelta(days=1)
        day = in_term(end - timedelta(days=(end.weekday() - _WEDNESDAY) % 7), back=True)
        if day >= begin:
            days.add(day)
    before = sorted(day for day in days if day < today)
    return [*before[-past:], min(day for day in days if day >= today)]
