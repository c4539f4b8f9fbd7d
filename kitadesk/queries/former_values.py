"""What stood in a record before: "vorher: 0371 555-11, bis 3.3.", out of the history.

One question over the index of the history for all lines of a card; as far back as undo goes.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from kitadesk.base.clock import local
from kitadesk.queries.plain import PlainSql

_SAID = {"contact_way": "value", "person": "last_name", "person_function": "name"}
"""The column of each table whose former value people look for."""
_CHANGES = """
    SELECT image.row_id, image.table_name, step.made_at, image.before, image.after
    FROM history_row AS image JOIN history_step AS step ON step.id = image.step_id
    WHERE image.row_id IN ({}) AND image.before IS NOT NULL AND image.after IS NOT NULL
      AND NOT step.is_undone
    ORDER BY step.id DESC
"""


@dataclass(frozen=True, slots=True)
class FormerValue:
    """What stood there before, and the day (in Germany) on which that ended."""

    text: str
    until: date


def former_values(reader: PlainSql, row_ids: Collection[UUID]) -> dict[UUID, FormerValue]:
    """Return the last other value of each record that was changed; most have none."""
    if not row_ids:
        return {}
    marks = ", ".join("?" * len(row_ids))
    given = tuple(row_id.bytes for row_id in row_ids)
    found: dict[UUID, FormerValue] = {}
    now: dict[UUID, str] = {}
    for key, table, made_at, before, after in reader.exec_driver_sql(_CHANGES.format(marks), given):
        row_id, name = UUID(bytes=key), _SAID.get(table)
        if name is None or row_id in found:
            continue
        was = json.loads(before).get(name)
        said = now.setdefault(row_id, json.loads(after).get(name))
        if was and was != said:
            found[row_id] = FormerValue(was, _day(made_at))
    return found


def _day(stamp: str) -> date:
    """Return the German day of a stamp that the file holds in UTC."""
    return local(datetime.fromisoformat(stamp).replace(tzinfo=UTC)).date()
