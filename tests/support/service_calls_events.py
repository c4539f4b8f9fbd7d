"""Random calls of the services around one event: its agenda and its own tasks."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select

from kitadesk.services import agenda, tasks
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import AgendaItem, Event, Task
from tests.support.dice import Dice, NothingThereError


def _item(dice: Dice) -> agenda.AgendaItemInput:
    return agenda.AgendaItemInput(
        title=dice.one("", "Begrüßung", "Impuls: “Mut” & mehr"),
        minutes=dice.rng.randint(1, 90),
        who=dice.word(),
        material=dice.word(),
    )


def _item_fields(dice: Dice) -> agenda.AgendaItemFields:
    choices: tuple[agenda.AgendaItemFields, ...] = (
        {"title": dice.one("Pause", "Fragen")},
        {"minutes": dice.rng.randint(1, 720)},
        {"who": dice.word(), "material": dice.word()},
        {"goal": dice.word(), "internal_note": dice.word()},
    )
    return dice.rng.choice(choices)


def _task_fields(dice: Dice) -> tasks.TaskFields:
    choices: tuple[tasks.TaskFields, ...] = (
        {"title": dice.one("Beamer ausleihen", "Schlüssel holen")},
        {"responsible": dice.word()},
        {"note": dice.word()},
    )
    return dice.rng.choice(choices)


def _own_task(dice: Dice) -> UUID:
    query = select(Task.id).where(Task.event_id.is_not(None), Task.rule == "").order_by(Task.id)
    with dice.desk.store.read() as session:
        found = list(session.scalars(query))
    if not found:
        raise NothingThereError
    return dice.rng.choice(found)


EVENT_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    "agenda.add_agenda_item": lambda desk, dice: agenda.add_agenda_item(
        desk, dice.id_of(Event), _item(dice), before=dice.maybe(AgendaItem)
    ),
    "agenda.change_agenda_item": lambda desk, dice: agenda.change_agenda_item(
        desk, dice.id_of(AgendaItem), **_item_fields(dice)
    ),
    "agenda.move_agenda_item": lambda desk, dice: agenda.move_agenda_item(
        desk, dice.id_of(AgendaItem), dice.one(-1, 1)
    ),
    "agenda.delete_agenda_item": lambda desk, dice: agenda.delete_agenda_item(
        desk, dice.id_of(AgendaItem)
    ),
    "agenda.take_agenda_proposal": lambda desk, dice: agenda.take_agenda_proposal(
        desk, dice.id_of(Event)
    ),
    "tasks.add_event_task": lambda desk, dice: tasks.add_event_task(
        desk, dice.wanted_event(), "Beamer ausleihen", dice.maybe_day(), responsible=dice.word()
    ),
    "tasks.change_task": lambda desk, dice: tasks.change_task(
        desk, dice.id_of(Task), **_task_fields(dice)
    ),
    "tasks.delete_task": lambda desk, dice: tasks.delete_task(desk, _own_task(dice)),
}
"""Services of an event whose step is undone and done again, by name."""

EVENT_READERS = {"agenda.agenda_proposal", "event_text.event_as_text"}
"""Services of an event that only read."""
