"""The jobs behind the dialog: read a file or a block, plan it, carry it out; no widget in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kitadesk.base.errors import UserError
from kitadesk.domain.child_columns import ColumnReading, guess_columns
from kitadesk.domain.child_fields import Field
from kitadesk.domain.sheet import Sheet
from kitadesk.services.importing import ImportPlan, ImportResult, apply_import, plan_import
from kitadesk.services.parsing import parse_in_child, parse_text, read_file
from kitadesk.ui.kit.jobs import JobControl

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet and what it means for the house; without a plan `problem` says why there is none.

    `source` names the file, or the clipboard.
    """

    source: str
    sheet: Sheet
    columns: tuple[ColumnReading, ...]
    plan: ImportPlan | None
    problem: UserError | None = None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Read a file in a process of its own, then plan."""

    desk: Desk
    path: Path

    def __call__(self, control: JobControl) -> Reading:
        """Read, parse, plan; raises UserError with the name of the file."""
        name = self.path.name
        data = read_file(self.path)
        control.check()
        sheet = parse_in_child(data, name)
        control.check()
        return _plan(self.desk, name, sheet, {})


@dataclass(frozen=True, slots=True)
class ReadText:
    """Read a block from the clipboard, then plan."""

    desk: Desk
    text: str

    def __call__(self, control: JobControl) -> Reading:
        """Parse and plan; raises UserError where no rows are."""
        sheet = parse_text(self.text)
        control.check()
        return _plan(self.desk, sheet.name, sheet, {})


@dataclass(frozen=True, slots=True)
class Plan:
    """Plan a sheet again with the columns as the person set them."""

    desk: Desk
    source: str
    sheet: Sheet
    overrides: Mapping[str, Field]

    def __call__(self, control: JobControl) -> Reading:
        """Plan; raises UserError."""
        control.check()
        return _plan(self.desk, self.source, self.sheet, self.overrides)


@dataclass(frozen=True, slots=True)
class Apply:
    """Carry a plan out in one write."""

    desk: Desk
    plan: ImportPlan
    merge: frozenset[int]
    drop_missing: bool

    def __call__(self, control: JobControl) -> ImportResult:
        """Write; the result says how much."""
        control.check()
        return apply_import(self.desk, self.plan, merge=self.merge, drop_missing=self.drop_missing)


def _plan(desk: Desk, source: str, sheet: Sheet, overrides: Mapping[str, Field]) -> Reading:
    """Plan; a list without names of children still shows its columns, so that they can be set."""
    if not sheet.rows:
        raise UserError("sheet_empty")
    try:
        plan = plan_import(desk, sheet, overrides)
    except UserError as problem:
        if problem.code != "no_usable_column":
            raise
        return Reading(
            source, sheet, guess_columns(sheet.rows, overrides).readings(), None, problem
        )
    return Reading(source, sheet, plan.columns, plan)
