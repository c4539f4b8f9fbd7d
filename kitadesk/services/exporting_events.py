"""Hands the events back as csv, xlsx or calendar file."""

from __future__ import annotations

from pathlib import Path

from kitadesk.base.dates import clock_time
from kitadesk.base.errors import UserError
from kitadesk.base.files import write_for_others
from kitadesk.domain.calendar_entries import STATUS_WORDS
from kitadesk.queries.event_exchange import EventRecord, event_records
from kitadesk.services.calendar_files import write_calendar
from kitadesk.services.desk import Desk
from kitadesk.services.exporting import Cell, Exported, write_table

EVENT_COLUMNS = (
    "id", "Art", "Titel", "Untertitel", "Datum", "bis", "Beginn", "Ende", "Ort", "Für wen",
    "Rückgabe bis", "Stand", "Personen",
)  # fmt: skip
CALENDAR_SUFFIX = ".ics"


def export_events(desk: Desk, path: Path) -> Exported:
    """Write all events; the ending decides: .csv, .xlsx or .ics, where those with a day stand."""
    records = desk.read(event_records)
    suffix = path.suffix.lower()
    if suffix == CALENDAR_SUFFIX:
        dated = [one.entry for one in records if one.entry.first is not None]
        write_for_others(path, write_calendar(dated, desk.clock.now()))
        return Exported(path, len(dated))
    if suffix not in {".csv", ".xlsx"}:
        raise UserError("export_type", name=path.name, endings=".xlsx, .csv oder .ics")
    write_table(path, "Termine", EVENT_COLUMNS, [_cells(one) for one in records])
    return Exported(path, len(records))


def _cells(record: EventRecord) -> tuple[Cell, ...]:
    entry = record.entry
    return (
        str(record.id),
        entry.kind.label,
        entry.title,
        entry.subtitle,
        entry.first,
        entry.last,
        clock_time(entry.starts_at) if entry.starts_at else "",
        clock_time(entry.ends_at) if entry.ends_at else "",
        entry.place,
        record.audience,
        record.reply_until,
        STATUS_WORDS[entry.status] if entry.status else "",
        record.persons,
    )
