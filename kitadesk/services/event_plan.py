"""The tasks of an event: made from the backward plan, and moved along when the event moves."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from kitadesk.domain.events import TaskArea
from kitadesk.domain.tasks import day_of, is_still_not_needed, plan
from kitadesk.services.plans import event_steps
from kitadesk.storage.models.events import Event, Task
from kitadesk.storage.writer import Writer


def plan_tasks(writer: Writer, event: Event, today: date, *, known: frozenset[str]) -> None:
    """Add the planned steps that the event does not have yet; undated ones wait for their date."""
    steps = plan(
        event_steps(),
        event.kind,
        on_date=event.on_date,
        reply_until=event.reply_until,
        today=today,
    )
    for position, planned in enumerate(steps):
        if planned.due_on is None or planned.step.step in known:
            continue
        writer.add(
            Task(
                institution_id=event.institution_id,
                area=TaskArea.EVENTS,
                event_id=event.id,
                title=planned.step.title,
                step=planned.step.step,
                rule=planned.step.rule,
                due_on=planned.due_on,
                is_not_needed=planned.is_not_needed,
                responsible=planned.step.responsible,
                paper_id=planned.step.paper_id,
                position=position,
            )
        )


def replan(writer: Writer, event: Event, today: date) -> None:
    """Move what follows a rule; what a hand moved and what is done stays where it is."""
    wanted = {step.step for step in event_steps() if event.kind in step.kinds}
    tasks = writer.session.scalars(select(Task).where(Task.event_id == event.id)).all()
    for task in tasks:
        if task.rule and task.done_on is None and not task.is_moved_by_hand:
            due_on = day_of(task.rule, event.on_date, event.reply_until)
            fell_away = due_on is None or task.step not in wanted
            task.is_not_needed = fell_away or is_still_not_needed(
                was_not_needed=task.is_not_needed, old_due=task.due_on, new_due=due_on, today=today
            )
            task.due_on = due_on
    plan_tasks(writer, event, today, known=frozenset(task.step for task in tasks))
