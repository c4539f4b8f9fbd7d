"""What a leader does when an event cannot be on its day: postpone, cancel, hold it after all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.text import shorten
from kitadesk.domain.dates import check_day
from kitadesk.domain.entries import checked_line
from kitadesk.domain.events import EventStatus
from kitadesk.queries.events import event_title
from kitadesk.services.desk import Desk
from kitadesk.services.event_plan import replan
from kitadesk.storage.models.events import Event, EventPostponement

MOST_REASON = 300
_MOST_LABEL = 40


@dataclass(frozen=True, slots=True)
class PostponementInput:
    """The new day and times, None for "Termin folgt"; the reason stands on the notice."""

    event_id: UUID
    on_date: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    reply_until: date | None = None
    reason: str = ""


def postpone_event(desk: Desk, move: PostponementInput) -> None:
    """Move an event to another day or time; replies and slip numbers stay, tasks move along.

    Raises UserError ``postponed_to_same_day`` when nothing would change, ``postponed_to_past`` and
    ``reply_after_event``.
    """
    reason = checked_line(move.reason, "Grund", most=MOST_REASON)
    _check_days(move, desk.clock.today())
    with desk.write(f"{_title(desk, move.event_id)} verschoben") as writer:
        event = writer.get(Event, move.event_id)
        before, starts_at = event.on_date, event.starts_at
        is_same = before == move.on_date and (before is None or starts_at == move.starts_at)
        if is_same and event.status is not EventStatus.CANCELLED:
            raise UserError("postponed_to_same_day")
        writer.add(
            EventPostponement(
                event_id=event.id,
                made_at=desk.clock.now(),
                from_date=before,
                from_starts_at=starts_at,
                to_date=move.on_date,
                to_starts_at=move.starts_at,
                reason=reason,
            )
        )
        event.postponed_from = before or event.postponed_from
        event.until_date = _moved_end(event.until_date, before, move.on_date)
        check_day(event.until_date, "Letzter Tag")
        event.on_date, event.reply_until = move.on_date, move.reply_until
        event.starts_at, event.ends_at = move.starts_at, move.ends_at
        event.doors_at = _moved_doors(event.doors_at, starts_at, move.starts_at)
        event.status = EventStatus.POSTPONED if move.on_date is None else EventStatus.PLANNED
        event.cancel_reason = ""
        replan(writer, event, desk.clock.today())


def cancel_event(desk: Desk, event_id: UUID, reason: str = "") -> None:
    """Call an event off; the reason stands on the notice. Replies stay to be read.

    What is still to do is not needed any more, which follows from the event and is not noted at
    each task (`queries.events.tasks_of`): so holding it after all finds everything as it was.
    """
    line = checked_line(reason, "Grund", most=MOST_REASON)
    with desk.write(f"{_title(desk, event_id)} abgesagt") as writer:
        event = writer.get(Event, event_id)
        event.status = EventStatus.CANCELLED
        event.cancel_reason = line


def hold_event_after_all(desk: Desk, event_id: UUID) -> None:
    """Take a cancellation back: what was to do is to do again, but for steps whose day is over."""
    with desk.write(f"{_title(desk, event_id)} findet doch statt") as writer:
        event = writer.get(Event, event_id)
        is_open = event.on_date is None and event.postponed_from is not None
        event.status = EventStatus.POSTPONED if is_open else EventStatus.PLANNED
        event.cancel_reason = ""
        replan(writer, event, desk.clock.today())


def _check_days(move: PostponementInput, today: date) -> None:
    check_day(move.on_date, "Neuer Tag")
    check_day(move.reply_until, "Rückgabe der Zettel bis")
    if move.on_date is None:
        return
    if move.on_date < today:
        raise UserError("postponed_to_past")
    if move.reply_until is not None and move.reply_until > move.on_date:
        raise UserError("reply_after_event")


def _moved_end(last: date | None, before: date | None, after: date | None) -> date | None:
    """Return the last day of an event of several days, as far from the first one as it was."""
    if last is None or before is None or after is None:
        return None
    return after + (last - before)


def _moved_doors(doors: time | None, before: time | None, after: time | None) -> time | None:
    """Let the doors open as long before the beginning as they did."""
    if doors is None or before is None or after is None:
        return doors if before == after else None
    minutes = _minutes(after) - (_minutes(before) - _minutes(doors))
    if not 0 <= minutes < 24 * 60:
        return None
    return time(*divmod(minutes, 60))


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _title(desk: Desk, event_id: UUID) -> str:
    return shorten(desk.read(event_title, event_id), _MOST_LABEL)
