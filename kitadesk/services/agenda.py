"""What a leader does with an agenda: take a proposal, add, change, move and delete points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.text import shorten
from kitadesk.domain.agenda import (
    MOST_MINUTES,
    USUAL_MINUTES,
    USUAL_TITLE,
    arrival_minutes,
    checked_minutes,
)
from kitadesk.domain.entries import checked_line, checked_name, checked_text
from kitadesk.queries.events import event, event_title
from kitadesk.services.agenda_templates import ProposedItem, proposed_agenda
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import AgendaItem, Event
from kitadesk.storage.writer import Writer

_MOST_LABEL = 40
_LABELS = {
    "minutes": "Dauer",
    "title": "Punkt",
    "who": "Wer",
    "material": "Material",
    "goal": "Ziel",
    "internal_note": "Notiz",
}


@dataclass(frozen=True, slots=True)
class AgendaItemInput:
    """A new point; whatever was typed first is enough, the rest has a usual value."""

    title: str = ""
    minutes: int = USUAL_MINUTES
    who: str = ""
    material: str = ""
    goal: str = ""
    internal_note: str = ""


class AgendaItemFields(TypedDict, total=False):
    """The fields of a point that can be changed one by one."""

    title: str
    minutes: int
    who: str
    material: str
    goal: str
    internal_note: str


def add_agenda_item(
    desk: Desk, event_id: UUID, item: AgendaItemInput, *, before: UUID | None = None
) -> UUID:
    """Add a point at the end, or before another one; without a title it is called "Punkt"."""
    values = _values(item)
    with desk.write(f"Punkt „{shorten(str(values['title']), _MOST_LABEL)}“ dazu") as writer:
        owner = writer.get(Event, event_id)
        order = _items_of(writer, owner.id)
        made = writer.add(AgendaItem(event_id=owner.id, position=len(order), **values))
        place = next((at for at, one in enumerate(order) if one.id == before), len(order))
        _number([*order[:place], made, *order[place:]])
        return made.id


def change_agenda_item(desk: Desk, item_id: UUID, **fields: Unpack[AgendaItemFields]) -> None:
    """Change fields of a point in one step."""
    names = sorted(fields)
    values = {name: _checked(name, value) for name, value in fields.items()}
    words = " und ".join(_LABELS[name] for name in names[:2])
    with desk.write(words, merge_key=f"agenda_item:{item_id}:{','.join(names)}") as writer:
        item = writer.get(AgendaItem, item_id)
        for name, value in values.items():
            setattr(item, name, value)
        title = shorten(item.title, _MOST_LABEL)
        writer.label = words if "title" in fields else f"{words} „{title}“"


def move_agenda_item(desk: Desk, item_id: UUID, steps: int) -> None:
    """Move a point up (−1) or down (1); at the ends it stays."""
    with desk.write("Reihenfolge im Ablauf", merge_key=f"agenda_order:{item_id}") as writer:
        moved = writer.get(AgendaItem, item_id)
        order = _items_of(writer, moved.event_id)
        place = order.index(moved)
        order.insert(min(max(0, place + steps), len(order) - 1), order.pop(place))
        _number(order)


def delete_agenda_item(desk: Desk, item_id: UUID) -> None:
    """Delete a point; what follows moves up."""
    with desk.write("Punkt gelöscht") as writer:
        item = writer.get(AgendaItem, item_id)
        writer.label = f"Punkt „{shorten(item.title, _MOST_LABEL)}“ gelöscht"
        event_id = item.event_id
        writer.delete(item)
        _number(_items_of(writer, event_id))


def agenda_proposal(desk: Desk, event_id: UUID) -> tuple[ProposedItem, ...]:
    """Return the shipped agenda for an event; arrival takes the time that the doors are open."""
    row = desk.read(event, event_id)
    doors = arrival_minutes(row.starts_at, row.doors_at)
    if doors is None or doors > MOST_MINUTES:
        return proposed_agenda(row.kind)
    return tuple(
        replace(item, minutes=doors) if item.is_arrival else item
        for item in proposed_agenda(row.kind)
    )


def take_agenda_proposal(desk: Desk, event_id: UUID) -> int:
    """Put the proposal behind the points that are there, in one step; return how many came."""
    proposal = agenda_proposal(desk, event_id)
    title = shorten(desk.read(event_title, event_id), _MOST_LABEL)
    with desk.write(f"Vorschlag für den Ablauf {title}") as writer:
        owner = writer.get(Event, event_id)
        there = len(_items_of(writer, owner.id))
        for position, item in enumerate(proposal, start=there):
            writer.add(
                AgendaItem(
                    event_id=owner.id,
                    position=position,
                    minutes=item.minutes,
                    title=item.title,
                    who=item.who,
                    material=item.material,
                )
            )
    return len(proposal)


def _items_of(writer: Writer, event_id: UUID) -> list[AgendaItem]:
    query = select(AgendaItem).where(AgendaItem.event_id == event_id)
    return list(writer.session.scalars(query.order_by(AgendaItem.position, AgendaItem.id)))


def _number(order: list[AgendaItem]) -> None:
    """Number the points anew; only a number that differs is a change."""
    for position, item in enumerate(order):
        if item.position != position:
            item.position = position


def _values(item: AgendaItemInput) -> dict[str, object]:
    names = ("minutes", "who", "material", "goal", "internal_note")
    values = {name: _checked(name, getattr(item, name)) for name in names}
    return {**values, "title": checked_line(item.title, _LABELS["title"]) or USUAL_TITLE}


def _checked(name: str, value: object) -> object:
    """Return a field as it is stored: minutes possible, texts clean and not too long."""
    if isinstance(value, int):
        return checked_minutes(value)
    text = str(value)
    if name == "title":
        return checked_name(text, _LABELS[name])
    if name in {"goal", "internal_note"}:
        return checked_text(text, _LABELS[name])
    return checked_line(text, _LABELS[name])
