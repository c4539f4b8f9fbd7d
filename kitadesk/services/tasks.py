"""What a leader does with tasks and quick notes: tick, leave out, move, write down."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import func, select

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, shorten
from kitadesk.domain.dates import check_day
from kitadesk.domain.entries import checked_line
from kitadesk.domain.events import EventStatus, TaskArea
from kitadesk.queries.house import own_house_id
from kitadesk.queries.today import note_text, task_title
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import Event, Task
from kitadesk.storage.models.house import Note

MOST_NOTE = 2000
_MOST_LABEL = 40
_DAY = "Wann?"
_TASK_LABELS = {"title": "Aufgabe", "responsible": "Wer", "note": "Notiz"}


class TaskFields(TypedDict, total=False):
    """What can be changed about a task beside its day and its state."""

    title: str
    responsible: str
    note: str


def add_event_task(
    desk: Desk, event_id: UUID, title: str, due_on: date | None = None, *, responsible: str = ""
) -> UUID:
    """Add a task of the office's own to an event; no rule moves its day.

    An event that is called off has nothing to do: raises UserError ``event_is_off``.
    """
    typed = _task_title(title)
    check_day(due_on, _DAY)
    who = checked_line(responsible, _TASK_LABELS["responsible"])
    with desk.write(f"Aufgabe „{shorten(typed, _MOST_LABEL)}“") as writer:
        event = writer.get(Event, event_id)
        _refuse_if_off(event)
        last = select(func.max(Task.position)).where(Task.event_id == event_id)
        task = Task(
            institution_id=event.institution_id,
            area=TaskArea.EVENTS,
            event_id=event.id,
            title=typed,
            due_on=due_on,
            responsible=who,
            position=(writer.session.scalar(last) or 0) + 1,
        )
        return writer.add(task).id


def change_task(desk: Desk, task_id: UUID, **fields: Unpack[TaskFields]) -> None:
    """Change what a task is called, who does it, or the note that helps doing it."""
    names = sorted(fields)
    values = {
        name: _task_title(str(value))
        if name == "title"
        else checked_line(str(value), _TASK_LABELS[name])
        for name, value in fields.items()
    }
    merge_key = f"task:{task_id}:{','.join(names)}"
    label = " und ".join(_TASK_LABELS[name] for name in names)
    with desk.write(f"{label} {_task(desk, task_id)}", merge_key=merge_key) as writer:
        task = writer.get(Task, task_id)
        for name, value in values.items():
            setattr(task, name, value)


def delete_task(desk: Desk, task_id: UUID) -> None:
    """Delete a task of the office's own; a planned step would come back, it can only fall away."""
    with desk.write(f"{_task(desk, task_id)} gelöscht") as writer:
        task = writer.get(Task, task_id)
        if task.rule:
            raise UserError("task_is_planned")
        writer.delete(task)


def set_task_done(desk: Desk, task_id: UUID, done: bool) -> None:
    """Tick a task, or take the tick away."""
    state = "erledigt" if done else "wieder offen"
    with desk.write(f"{_task(desk, task_id)} {state}") as writer:
        task = writer.get(Task, task_id)
        task.done_on = desk.clock.today() if done else None
        if done:
            task.is_not_needed = False


def set_task_not_needed(desk: Desk, task_id: UUID, not_needed: bool) -> None:
    """Say "entfällt", or want the task after all; replanning keeps what a hand decided."""
    state = "entfällt" if not_needed else "doch nötig"
    with desk.write(f"{_task(desk, task_id)} {state}") as writer:
        task = writer.get(Task, task_id)
        if task.event_id is not None and not not_needed:
            _refuse_if_off(writer.get(Event, task.event_id))
        task.is_not_needed = not_needed
        task.is_moved_by_hand = True
        if not_needed:
            task.done_on = None


def move_task(desk: Desk, task_id: UUID, due_on: date | None) -> None:
    """Give a task another day; it no longer follows its event."""
    check_day(due_on, _DAY)
    label = f"{_task(desk, task_id)} verschoben"
    with desk.write(label, merge_key=f"task_day:{task_id}") as writer:
        task = writer.get(Task, task_id)
        task.due_on = due_on
        task.is_moved_by_hand = True
        task.is_not_needed = False


def add_note(
    desk: Desk, text: str, due_on: date | None = None, family_id: UUID | None = None
) -> UUID:
    """Keep a quick note, perhaps for a day, perhaps about a family."""
    typed = clean(text).strip()
    if not typed:
        raise UserError("note_empty")
    if len(typed) > MOST_NOTE:
        raise UserError("value_too_long", field="Notiz", most=MOST_NOTE)
    check_day(due_on, _DAY)
    with desk.write(f"Notiz „{shorten(typed, _MOST_LABEL)}“") as writer:
        note = Note(
            institution_id=own_house_id(writer.session),
            text=typed,
            made_at=desk.clock.now(),
            due_on=due_on,
            family_id=family_id,
        )
        return writer.add(note).id


def set_note_done(desk: Desk, note_id: UUID, done: bool) -> None:
    """Tick a note, or take the tick away."""
    state = "erledigt" if done else "wieder offen"
    text = shorten(desk.look(note_text, note_id), _MOST_LABEL)
    with desk.write(f"Notiz „{text}“ {state}") as writer:
        writer.get(Note, note_id).done_on = desk.clock.today() if done else None


def _refuse_if_off(event: Event) -> None:
    if event.status is EventStatus.CANCELLED:
        raise UserError("event_is_off")


def _task_title(typed: str) -> str:
    title = checked_line(typed, _TASK_LABELS["title"])
    if not title:
        raise UserError("task_title_missing")
    return title


def _task(desk: Desk, task_id: UUID) -> str:
    return f"„{shorten(desk.look(task_title, task_id), _MOST_LABEL)}“"
