"""What a leader does with events: add, change field by field, change texts, delete, add rooms."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, time
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, shorten
from kitadesk.domain.dates import check_day, check_fields, check_order
from kitadesk.domain.event_texts import check_placeholders
from kitadesk.domain.events import EventKind, EventStatus, TextBlock
from kitadesk.domain.numbers import check_places
from kitadesk.queries import texts
from kitadesk.queries.events import event_title
from kitadesk.queries.house import own_house_id
from kitadesk.services.desk import Desk
from kitadesk.services.event_plan import plan_tasks, replan
from kitadesk.storage.models.events import Event, EventText
from kitadesk.storage.models.institutions import Room
from kitadesk.storage.writer import Writer

MOST_LINE = 300
MOST_TEXT = 4000
_MOST_LABEL = 40
_FIELD_LABELS = {
    "audience": "Für wen, in Worten",
    "cancel_reason": "Grund der Absage",
    "cohort_id": "Für wen",
    "doors_at": "Einlass",
    "ends_at": "Ende",
    "fee": "Kosten",
    "has_childcare": "Kinderbetreuung",
    "host": "Gastgeber",
    "interpreter_languages": "Dolmetschen",
    "is_joint": "Gemeinsame Veranstaltung",
    "kind": "Art",
    "note": "Notiz",
    "on_date": "Datum",
    "place": "Ort",
    "postponed_from": "Verschiebung",
    "reply_until": "Rückgabe",
    "room_id": "Raum",
    "series_id": "Reihe",
    "starts_at": "Beginn",
    "status": "Stand",
    "subtitle": "Untertitel",
    "title": "Titel",
    "until_date": "Letzter Tag",
}
_BLOCK_LABELS = {
    TextBlock.PRETITLE: "Zeile über dem Titel",
    TextBlock.BODY: "Text",
    TextBlock.CLOSING: "Schluss",
    TextBlock.CONTACT: "Kontakt",
}


@dataclass(frozen=True, slots=True)
class EventInput:
    """What is known when an event is added; kind and title are enough."""

    kind: EventKind
    title: str
    subtitle: str = ""
    on_date: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    doors_at: time | None = None
    room_id: UUID | None = None
    place: str = ""
    reply_until: date | None = None
    has_childcare: bool = False
    interpreter_languages: str = ""
    fee: str = ""
    audience: str = ""
    host: str = ""
    is_joint: bool = False
    series_id: UUID | None = None
    cohort_id: UUID | None = None
    until_date: date | None = None
    note: str = ""


class EventFields(TypedDict, total=False):
    """The fields of an event that can be changed one by one."""

    kind: EventKind
    status: EventStatus
    title: str
    subtitle: str
    on_date: date | None
    until_date: date | None
    starts_at: time | None
    ends_at: time | None
    doors_at: time | None
    room_id: UUID | None
    place: str
    reply_until: date | None
    has_childcare: bool
    interpreter_languages: str
    fee: str
    audience: str
    host: str
    is_joint: bool
    series_id: UUID | None
    cohort_id: UUID | None
    postponed_from: date | None
    cancel_reason: str
    note: str


def add_event(desk: Desk, event: EventInput) -> UUID:
    """Add an event with its tasks from the backward plan; past steps are "entfällt" at once."""
    values = {one.name: _cleaned(one.name, getattr(event, one.name)) for one in fields(event)}
    check_last_day(event.on_date, event.until_date)
    with desk.write(f"{_short(str(values['title']))} angelegt") as writer:
        added = writer.add(Event(institution_id=own_house_id(writer.session), **values))
        plan_tasks(writer, added, desk.clock.today(), known=frozenset())
        return added.id


def change_event(desk: Desk, event_id: UUID, **changed: Unpack[EventFields]) -> None:
    """Change fields of an event in one step; a new date moves the tasks no hand has moved."""
    names = sorted(changed)
    values = {name: _cleaned(name, value) for name, value in changed.items()}
    label = " und ".join(_FIELD_LABELS[name] for name in names[:2])
    merge_key = f"event:{event_id}:{','.join(names)}"
    with desk.write(f"{label} {_title_of(desk, event_id)}", merge_key=merge_key) as writer:
        event = writer.get(Event, event_id)
        before = (event.on_date, event.reply_until, event.kind)
        for name, value in values.items():
            setattr(event, name, value)
        if "on_date" in values:
            _follow_date(event, before[0], keeps_end="until_date" in values)
        check_last_day(event.on_date, event.until_date)
        check_day(event.until_date, _FIELD_LABELS["until_date"])
        if before != (event.on_date, event.reply_until, event.kind):
            replan(writer, event, desk.clock.today())


def set_event_text(desk: Desk, event_id: UUID, block: TextBlock, text: str) -> None:
    """Put the office's own words into a text block; placeholders are checked, empty is allowed."""
    own = clean(text).strip()
    if len(own) > MOST_TEXT:
        raise UserError("value_too_long", field=_BLOCK_LABELS[block], most=MOST_TEXT)
    check_placeholders(own)
    merge_key = f"event_text:{event_id}:{block.value}"
    label = f"{_BLOCK_LABELS[block]} {_title_of(desk, event_id)}"
    with desk.write(label, merge_key=merge_key) as writer:
        found = _text_row(writer, event_id, block)
        if found is None:
            writer.add(EventText(event_id=writer.get(Event, event_id).id, block=block, text=own))
        else:
            found.text = own


def restore_event_text(desk: Desk, event_id: UUID, block: TextBlock) -> None:
    """Let the shipped text hold again."""
    label = f"{_BLOCK_LABELS[block]} {_title_of(desk, event_id)} wie mitgeliefert"
    with desk.write(label) as writer:
        found = _text_row(writer, event_id, block)
        if found is not None:
            writer.delete(found)


def event_texts(desk: Desk, event_id: UUID) -> dict[TextBlock, str]:
    """Return every text block as the paper prints it."""
    return desk.read(texts.event_texts, event_id)


def delete_event(desk: Desk, event_id: UUID) -> None:
    """Delete an event with its tasks, slips, replies and minutes."""
    with desk.write(f"{_title_of(desk, event_id)} gelöscht") as writer:
        writer.delete(writer.get(Event, event_id))


def add_room(desk: Desk, name: str, address: str = "", capacity: int | None = None) -> UUID:
    """Add a room for events."""
    typed = _line("room_id", name)
    if not typed:
        raise UserError("room_name_missing")
    check_places(capacity)
    with desk.write(f"Raum {_short(typed)}") as writer:
        room = Room(
            institution_id=own_house_id(writer.session),
            name=typed,
            address=_line("place", address),
            capacity=capacity,
        )
        return writer.add(room).id


def check_last_day(first: date | None, last: date | None) -> None:
    """Refuse a last day before the first one; raises UserError ``days_in_wrong_order``."""
    if last is not None and first is None:
        raise UserError("days_in_wrong_order")
    check_order(first, last)


def _follow_date(event: Event, before: date | None, *, keeps_end: bool) -> None:
    """Let the last day move along, and an event that waited for its new day be planned again."""
    if event.until_date is not None and not keeps_end:
        moved = event.on_date - before if event.on_date and before else None
        event.until_date = event.until_date + moved if moved is not None else None
    if event.on_date is not None and before is None and event.status is EventStatus.POSTPONED:
        event.status = EventStatus.PLANNED


def _text_row(writer: Writer, event_id: UUID, block: TextBlock) -> EventText | None:
    query = select(EventText).where(EventText.event_id == event_id, EventText.block == block)
    return writer.session.scalars(query).first()


def _title_of(desk: Desk, event_id: UUID) -> str:
    """Return the event's title for the name of a step; raises UserError ``record_gone``."""
    return _short(desk.read(event_title, event_id))


def _short(title: str) -> str:
    return shorten(title, _MOST_LABEL)


def _title(typed: str) -> str:
    title = _line("title", typed)
    if not title:
        raise UserError("event_title_missing")
    return title


def _cleaned(name: str, value: object) -> object:
    """Return a field's value as it is stored: texts clean and not too long, days possible."""
    if name not in _FIELD_LABELS:
        raise TypeError(f"no such field of an event: {name}")
    check_fields({name: value}, _FIELD_LABELS)
    if not isinstance(value, str):
        return value
    if name == "title":
        return _title(value)
    return _lines(name, value) if name == "note" else _line(name, value)


def _line(name: str, typed: str) -> str:
    return _short_enough(name, " ".join(clean(typed).split()), MOST_LINE)


def _lines(name: str, typed: str) -> str:
    return _short_enough(name, clean(typed).strip(), MOST_TEXT)


def _short_enough(name: str, text: str, most: int) -> str:
    if len(text) > most:
        raise UserError("value_too_long", field=_FIELD_LABELS[name], most=most)
    return text
