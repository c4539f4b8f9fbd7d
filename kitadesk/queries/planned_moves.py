"""Changes of group that are planned for a day: what *Heute* lists, and what is due.

Plain SQL, as `queries.today` explains; an index holds only the children with such a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from kitadesk.domain.child_moves import planned_change
from kitadesk.domain.events import TaskArea
from kitadesk.domain.names import spoken_name
from kitadesk.queries.plain import PlainSql
from kitadesk.queries.today_items import TodayItem

_PLANNED = """
    SELECT child.id, child.first_name, child.last_name, child.next_group_on, child.next_group_id,
           coalesce(child_group.name, '')
      FROM child LEFT JOIN child_group ON child_group.id = child.next_group_id
     WHERE child.next_group_on IS NOT NULL
       AND (child.left_on IS NULL OR child.left_on > max(child.next_group_on, ?))
     ORDER BY child.next_group_on, child_group.position, child_group.id, child.sort_key, child.id
"""


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A child that changes its group on a day; without a group it goes out of every group."""

    child_id: UUID
    name: str
    on: date
    group_id: UUID | None
    group: str


def planned_changes(reader: PlainSql, on: date) -> tuple[PlannedChange, ...]:
    """Return all planned changes by day and group, those of children who left before apart."""
    return tuple(
        PlannedChange(
            UUID(bytes=child_id),
            spoken_name(first_name, last_name),
            date.fromisoformat(day),
            None if group_id is None else UUID(bytes=group_id),
            group,
        )
        for child_id, first_name, last_name, day, group_id, group in reader.exec_driver_sql(
            _PLANNED, (on.isoformat(),)
        )
    )


def due_changes(reader: PlainSql, on: date) -> tuple[PlannedChange, ...]:
    """Return the changes whose day has come."""
    return tuple(one for one in planned_changes(reader, on) if one.on <= on)


def group_changes(reader: PlainSql, on: date) -> list[TodayItem]:
    """Return the lines of *Heute*: one for all children who go into a group on the same day."""
    found = groupby(planned_changes(reader, on), key=lambda one: (one.on, one.group_id))
    return [_line(tuple(together), on) for _key, together in found]


def _line(together: Iterable[PlannedChange], today: date) -> TodayItem:
    moving = tuple(together)
    first = moving[0]
    return TodayItem(
        id=first.child_id,
        kind="group_change",
        title=planned_change([one.name for one in moving], first.group, first.on, today),
        area=TaskArea.TODAY,
        due_on=first.on,
        opens=("child", first.child_id),
        event_title="",
        paper_id="",
        is_done=False,
    )
