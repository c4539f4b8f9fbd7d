"""Hands the data back as csv or xlsx: every list that people entered belongs to them.

Cells that a spreadsheet would run as a formula are disarmed (safety.md 2f): in csv by a leading
apostrophe, in xlsx by writing texts as texts.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kitadesk.base.cells import disarmed
from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.base.files import write_for_others
from kitadesk.base.text import clean
from kitadesk.domain.entry_class import (
    EntryClassification,
    classify,
    entry_year_in_preparation,
    entry_year_of,
)
from kitadesk.domain.land import LandRules
from kitadesk.queries.people import ChildRow, children
from kitadesk.queries.rules import house_rules
from kitadesk.services.desk import Desk

Cell = str | int | date | None
Table = Sequence[Sequence[Cell]]

CHILD_COLUMNS = (
    "id",
    "Nachname",
    "Vorname",
    "Geburtsdatum",
    "Gruppe",
    "Familie",
    "Schule",
    "Einschulung",
    "Schulpflicht",
    "Grenztag",
    "Eltern",
)
_LONGEST_CELL = 32_767
_WIDEST_COLUMN = 50


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the rows without the header."""

    path: Path
    rows: int


def export_children(desk: Desk, path: Path) -> Exported:
    """Write the children who are here; the ending of the file name decides, csv or xlsx."""
    rules = desk.read(house_rules)
    rows = desk.read(children, desk.clock.today())
    running = entry_year_in_preparation(desk.clock.today())
    table = [child_cells(row, rules, running) for row in rows]
    write_table(path, "Kinder", CHILD_COLUMNS, table)
    return Exported(path, len(table))


def child_cells(row: ChildRow, rules: LandRules | None, running: int) -> tuple[Cell, ...]:
    """Return a child's line.

    Einschulung is the year it was put into, or in which it becomes due. Schulpflicht tells how it
    stands for that chosen year, or for the entry year whose preparation is `running` now.
    """
    entry_year = row.entry_year
    duty: EntryClassification | None = None
    if row.birth_date is not None and rules is not None:
        duty = classify(row.birth_date, entry_year or running, rules)
        entry_year = entry_year or entry_year_of(row.birth_date, rules)
    return (
        str(row.id),
        row.last_name,
        row.first_name,
        row.birth_date,
        row.group_name,
        row.family_name,
        row.school_name,
        entry_year,
        duty.entry_class.label if duty else "",
        ("ja" if duty.is_cutoff_day else "nein") if duty else "",
        row.parents,
    )


def write_table(path: Path, title: str, header: Sequence[str], rows: Table) -> None:
    """Write a table whole or not at all; raises UserError ``export_type`` for other endings."""
    writers = {".csv": csv_bytes, ".xlsx": xlsx_bytes}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise UserError("export_type", name=path.name, endings=".xlsx oder .csv")
    write_for_others(path, write(title, header, rows))


def csv_bytes(_title: str, header: Sequence[str], rows: Table) -> bytes:
    """Return csv as a German Excel opens it: UTF-8 with mark, semicolons, everything quoted."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([disarmed(cell) for cell in header])
    writer.writerows([disarmed(_as_text(cell)) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def xlsx_bytes(title: str, header: Sequence[str], rows: Table) -> bytes:
    """Return a workbook: texts as texts, never formulas or links; dates as real dates."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd.mm.yyyy",
    }
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True})
    as_date = book.add_format({"num_format": "dd.mm.yyyy", "align": "left"})
    for column, name in enumerate(header):
        sheet.write_string(0, column, name, bold)
        longest = max((len(_as_text(row[column])) for row in rows), default=0)
        sheet.set_column(column, column, min(max(longest, len(name)) + 2, _WIDEST_COLUMN))
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(line, column, cell, as_date)
            elif text := clean(_as_text(cell)):
                sheet.write_string(line, column, text[:_LONGEST_CELL])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(header) - 1)
    book.close()
    return stream.getvalue()


def _as_text(cell: Cell) -> str:
    if isinstance(cell, date):
        return numeric_date(cell)
    return "" if cell is None else str(cell)
