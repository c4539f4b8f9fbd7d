"""What a leader does with minutes: take over the evening, write field by field, release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import func, select

from kitadesk.base.errors import UserError
from kitadesk.base.text import shorten
from kitadesk.domain.dates import check_day
from kitadesk.domain.entries import checked_line, checked_name, checked_text
from kitadesk.domain.events import TaskArea
from kitadesk.domain.minutes import USUAL_TITLE, check_votes
from kitadesk.queries.events import event_title
from kitadesk.queries.minutes import MinutesProposal, minutes_proposal
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import Event, Minutes, MinutesItem, Task
from kitadesk.storage.writer import Writer

_MOST_LABEL = 40
_LABELS = {
    "begins_at": "Beginn",
    "ends_at": "Ende",
    "chair": "Leitung",
    "writer": "Protokoll",
    "present_count": "Anwesend",
    "present": "Anwesende",
    "excused": "Entschuldigt",
    "guests": "Gäste",
    "next_on": "Nächster Termin",
    "next_at": "Uhrzeit des nächsten Termins",
    "next_note": "Nächster Termin",
    "title": "Punkt",
    "content": "Ergebnis",
    "decision": "Beschluss",
    "votes_yes": "Ja-Stimmen",
    "votes_no": "Nein-Stimmen",
    "votes_abstained": "Enthaltungen",
    "public_text": "Text für den Aushang",
}
_TEXTS = frozenset({"present", "excused", "guests", "content", "decision", "public_text"})
_TASK, _WHO, _UNTIL = "Aufgabe", "Wer", "Bis"


class MinutesFields(TypedDict, total=False):
    """The fields of the head of minutes that can be changed one by one."""

    begins_at: time | None
    ends_at: time | None
    chair: str
    writer: str
    present_count: int | None
    present: str
    excused: str
    guests: str
    next_on: date | None
    next_at: time | None
    next_note: str


@dataclass(frozen=True, slots=True)
class MinutesItemInput:
    """A new point; whatever was typed first is enough."""

    title: str = ""
    content: str = ""
    decision: str = ""


class MinutesItemFields(TypedDict, total=False):
    """The fields of a point that can be changed one by one."""

    title: str
    content: str
    decision: str
    votes_yes: int | None
    votes_no: int | None
    votes_abstained: int | None
    public_text: str


def change_minutes(desk: Desk, event_id: UUID, **fields: Unpack[MinutesFields]) -> None:
    """Change fields of the head in one step; the first content makes the minutes.

    Released minutes are not changed: raises UserError ``minutes_released``.
    """
    names = sorted(fields)
    values = {name: _checked(name, value) for name, value in fields.items()}
    words = " und ".join(dict.fromkeys(_LABELS[name] for name in names[:2]))
    label = f"{words} im Protokoll {_title_of(desk, event_id)}"
    merge_key = f"minutes:{event_id}:{','.join(names)}"
    with desk.write(label, merge_key=merge_key) as writer:
        minutes = _found(writer, event_id)
        if minutes is None and not any(value not in ("", None) for value in values.values()):
            return
        minutes = minutes or _begun(writer, event_id)
        for name, value in values.items():
            setattr(minutes, name, value)


def take_minutes_proposal(desk: Desk, event_id: UUID) -> int:
    """Take over times, number and the points of the agenda in one step; return how many points."""
    proposal = desk.read(minutes_proposal, event_id, desk.clock.today())
    with desk.write(f"Vorschlag für das Protokoll {_title_of(desk, event_id)}") as writer:
        minutes = _found(writer, event_id) or _begun(writer, event_id)
        _take_head(minutes, proposal)
        there = len(_items_of(writer, minutes.id))
        for position, point in enumerate(proposal.points, start=there):
            writer.add(
                MinutesItem(
                    minutes_id=minutes.id,
                    agenda_item_id=point.id,
                    position=position,
                    title=point.title,
                )
            )
    return len(proposal.points)


def set_minutes_released(desk: Desk, event_id: UUID, released: bool) -> None:
    """Release the minutes, or take them back into work; without any there is nothing to release.

    Raises UserError ``minutes_missing``.
    """
    state = "freigegeben" if released else "wieder Entwurf"
    with desk.write(f"Protokoll {_title_of(desk, event_id)} {state}") as writer:
        minutes = _row_of(writer, event_id)
        if minutes is None:
            raise UserError("minutes_missing")
        minutes.is_released = released


def delete_minutes(desk: Desk, event_id: UUID) -> None:
    """Delete the minutes of an event with their points; tasks that came of them stay."""
    with desk.write(f"Protokoll {_title_of(desk, event_id)} gelöscht") as writer:
        minutes = _found(writer, event_id)
        if minutes is None:
            raise UserError("minutes_missing")
        writer.delete(minutes)


def add_minutes_item(
    desk: Desk, event_id: UUID, item: MinutesItemInput, *, before: UUID | None = None
) -> UUID:
    """Add a point at the end, or before another one; without a title it is called "Punkt"."""
    title = checked_line(item.title, _LABELS["title"]) or USUAL_TITLE
    content = checked_text(item.content, _LABELS["content"])
    decision = checked_text(item.decision, _LABELS["decision"])
    with desk.write(f"Punkt „{_short(title)}“ im Protokoll dazu") as writer:
        minutes = _found(writer, event_id) or _begun(writer, event_id)
        order = _items_of(writer, minutes.id)
        made = writer.add(
            MinutesItem(
                minutes_id=minutes.id,
                position=len(order),
                title=title,
                content=content,
                decision=decision,
            )
        )
        place = next((at for at, one in enumerate(order) if one.id == before), len(order))
        _number([*order[:place], made, *order[place:]])
        return made.id


def change_minutes_item(desk: Desk, item_id: UUID, **fields: Unpack[MinutesItemFields]) -> None:
    """Change fields of a point in one step."""
    names = sorted(fields)
    values = {name: _checked(name, value) for name, value in fields.items()}
    words = " und ".join(_LABELS[name] for name in names[:2])
    with desk.write(words, merge_key=f"minutes_item:{item_id}:{','.join(names)}") as writer:
        item = _item(writer, item_id)
        for name, value in values.items():
            setattr(item, name, value)
        writer.label = words if "title" in fields else f"{words} „{_short(item.title)}“"


def move_minutes_item(desk: Desk, item_id: UUID, steps: int) -> None:
    """Move a point up (−1) or down (1); at the ends it stays."""
    with desk.write("Reihenfolge im Protokoll", merge_key=f"minutes_order:{item_id}") as writer:
        moved = _item(writer, item_id)
        order = _items_of(writer, moved.minutes_id)
        place = order.index(moved)
        order.insert(min(max(0, place + steps), len(order) - 1), order.pop(place))
        _number(order)


def delete_minutes_item(desk: Desk, item_id: UUID) -> None:
    """Delete a point; what follows moves up, and tasks that came of it stay."""
    with desk.write("Punkt im Protokoll gelöscht") as writer:
        item = _item(writer, item_id)
        writer.label = f"Punkt „{_short(item.title)}“ im Protokoll gelöscht"
        minutes_id = item.minutes_id
        writer.delete(item)
        _number(_items_of(writer, minutes_id))


def add_minutes_task(
    desk: Desk, item_id: UUID, title: str, due_on: date | None = None, *, responsible: str = ""
) -> UUID:
    """Put into the task list of the event what a point ends with: who does what until when."""
    typed = checked_line(title, _TASK)
    if not typed:
        raise UserError("task_title_missing")
    check_day(due_on, _UNTIL)
    who = checked_line(responsible, _WHO)
    with desk.write(f"Aufgabe „{_short(typed)}“") as writer:
        item = _item(writer, item_id)
        minutes = writer.get(Minutes, item.minutes_id)
        event = _event_of(writer, minutes)
        last = select(func.max(Task.position)).where(Task.event_id == event.id)
        task = Task(
            institution_id=event.institution_id,
            area=TaskArea.EVENTS,
            event_id=event.id,
            minutes_item_id=item.id,
            title=typed,
            due_on=due_on,
            responsible=who,
            position=(writer.session.scalar(last) or 0) + 1,
        )
        return writer.add(task).id


def _row_of(writer: Writer, event_id: UUID) -> Minutes | None:
    return writer.session.scalars(select(Minutes).where(Minutes.event_id == event_id)).first()


def _found(writer: Writer, event_id: UUID) -> Minutes | None:
    """Return the minutes of an event to change them; None while there are none."""
    minutes = _row_of(writer, event_id)
    if minutes is not None and minutes.is_released:
        raise UserError("minutes_released")
    return minutes


def _begun(writer: Writer, event_id: UUID) -> Minutes:
    return writer.add(Minutes(event_id=writer.get(Event, event_id).id))


def _item(writer: Writer, item_id: UUID) -> MinutesItem:
    """Return a point to change it, or what hangs on it."""
    item = writer.get(MinutesItem, item_id)
    if writer.get(Minutes, item.minutes_id).is_released:
        raise UserError("minutes_released")
    return item


def _event_of(writer: Writer, minutes: Minutes) -> Event:
    """Return the event that the minutes are about; those of a body have none."""
    if minutes.event_id is None:
        raise UserError("record_gone")
    return writer.get(Event, minutes.event_id)


def _take_head(minutes: Minutes, proposal: MinutesProposal) -> None:
    for name in ("begins_at", "ends_at", "present_count"):
        proposed = getattr(proposal, name)
        if proposed is not None:
            setattr(minutes, name, proposed)


def _items_of(writer: Writer, minutes_id: UUID) -> list[MinutesItem]:
    query = select(MinutesItem).where(MinutesItem.minutes_id == minutes_id)
    return list(writer.session.scalars(query.order_by(MinutesItem.position, MinutesItem.id)))


def _number(order: list[MinutesItem]) -> None:
    """Number the points anew; only a number that differs is a change."""
    for position, item in enumerate(order):
        if item.position != position:
            item.position = position


def _checked(name: str, value: object) -> object:
    """Return a field as it is stored: counts and days possible, texts clean and not too long."""
    if isinstance(value, int):
        check_votes(value)
    elif isinstance(value, date):
        check_day(value, _LABELS[name])
    elif isinstance(value, str):
        return _checked_words(name, value)
    return value


def _checked_words(name: str, text: str) -> str:
    if name == "title":
        return checked_name(text, _LABELS[name])
    if name in _TEXTS:
        return checked_text(text, _LABELS[name])
    return checked_line(text, _LABELS[name])


def _title_of(desk: Desk, event_id: UUID) -> str:
    return _short(desk.read(event_title, event_id))


def _short(title: str) -> str:
    return shorten(title, _MOST_LABEL)
