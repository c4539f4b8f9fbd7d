"""Planned changes of group: carried out when their day has come, or called off before.

Lists, stacks and letters must show the right group on the right day without anybody thinking of
it. So the window does it when it opens and when a new day begins, the command line before it
prints, lists or exports. It is one step of the history with the names of the children; undone, the
plan is there again, stands on *Heute*, and is done again the next time unless it is called off.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import and_list, plural
from kitadesk.domain.child_moves import Consequence, note_of
from kitadesk.domain.dates import check_day
from kitadesk.domain.names import spoken_name
from kitadesk.queries.people import child
from kitadesk.queries.planned_moves import PlannedChange, due_changes, planned_changes
from kitadesk.services.child_moves import GroupChange, changes_group, remind, what_follows
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Child


def carry_out_changes(desk: Desk) -> int:
    """Put the children into their new groups whose day has come; return how many there were.

    What has to be looked at, such as a list to print anew, becomes a note for today.
    """
    due = desk.look(due_changes, desk.clock.today())
    if not due:
        return 0
    follows = [(together, _what_follows(desk, together)) for together in _by_group(due)]
    with desk.write(_label(due)) as w:
        for together, lines in follows:
            kept = [w.get(Child, one.child_id) for one in together]
            for record in kept:
                record.group_id, record.next_group_id = together[0].group_id, None
                record.next_group_on = None
            remind(
                w, desk.clock, kept[0], desk.clock.today(), note_of(_doing(together), lines), lines
            )
    return len(due)


def cancel_change(desk: Desk, child_id: uuid.UUID) -> None:
    """Call a planned change off; raises UserError ``no_change_planned``."""
    row = desk.read(child, child_id)
    name = spoken_name(row.first_name, row.last_name)
    with desk.write(f"{name} wechselt die Gruppe nicht") as w:
        kept = w.get(Child, child_id)
        if kept.next_group_on is None:
            raise UserError("no_change_planned", name=name)
        kept.next_group_id = kept.next_group_on = None


def move_change(desk: Desk, child_id: uuid.UUID, on: date | None) -> None:
    """Give a planned change another day; today does it now, no day calls it off."""
    if on is None:
        cancel_change(desk, child_id)
        return
    check_day(on, "Wechselt am")
    today = desk.clock.today()
    plan = next(
        (one for one in desk.look(planned_changes, today) if one.child_id == child_id), None
    )
    if plan is None:
        row = desk.read(child, child_id)
        raise UserError("no_change_planned", name=spoken_name(row.first_name, row.last_name))
    if on <= today:
        changes_group(desk, (child_id,), plan.group_id, today)
        return
    with desk.write(f"{plan.name} {_into(plan.group)} ab {numeric_date(on)}") as w:
        w.get(Child, child_id).next_group_on = on


def _by_group(due: Sequence[PlannedChange]) -> list[tuple[PlannedChange, ...]]:
    ordered = sorted(due, key=lambda one: (one.group, str(one.group_id)))
    return [tuple(one) for _key, one in groupby(ordered, key=lambda one: one.group_id)]


def _what_follows(desk: Desk, together: Sequence[PlannedChange]) -> tuple[Consequence, ...]:
    ids, today = tuple(one.child_id for one in together), desk.clock.today()
    return what_follows(desk, GroupChange(ids, together[0].group_id, today))


def _doing(together: Sequence[PlannedChange]) -> str:
    verb = "ist" if len(together) == 1 else "sind"
    group = together[0].group
    where = f"jetzt in der Gruppe {group}" if group else "jetzt in keiner Gruppe"
    return f"{and_list([one.name for one in together])} {verb} {where}"


def _label(due: Sequence[PlannedChange]) -> str:
    if len(due) == 1:
        return f"{due[0].name} wechselt {_into(due[0].group)}"
    groups = {one.group_id for one in due}
    where = f" {_into(due[0].group)}" if len(groups) == 1 else ""
    count = plural(len(due), "Kind", "Kinder")
    return f"{count}: Gruppenwechsel{where} am {numeric_date(due[-1].on)}"


def _into(group: str) -> str:
    return f"in die Gruppe {group}" if group else "aus der Gruppe"
