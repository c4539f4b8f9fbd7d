"""The jobs behind the dialog: read a list of contacts, plan it, carry it out; no widget in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kitadesk.base.errors import UserError
from kitadesk.domain.contact_columns import ContactColumn, guess_contact_columns
from kitadesk.domain.contact_fields import ContactField
from kitadesk.domain.people import Visibility
from kitadesk.domain.sheet import Sheet
from kitadesk.services.importing_contacts import (
    ContactImportPlan,
    ContactImportResult,
    apply_contacts,
    plan_contacts,
)
from kitadesk.services.parsing import Contents, parse_in_child, parse_text, read_file
from kitadesk.ui.kit.jobs import JobControl

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class ContactReading:
    """A sheet and what it means; without a plan `problem` says why there is none.

    `source` names the file, or the clipboard.
    """

    source: str
    sheet: Sheet
    columns: tuple[ContactColumn, ...]
    first_data_row: int
    plan: ContactImportPlan | None
    problem: UserError | None = None


@dataclass(frozen=True, slots=True)
class ReadContactFile:
    """Read a file in a process of its own, then plan."""

    desk: Desk
    path: Path

    def __call__(self, control: JobControl) -> ContactReading:
        """Read, parse, plan; raises UserError with the name of the file."""
        data = read_file(self.path)
        control.check()
        sheet = parse_in_child(data, self.path.name, contents=Contents.CONTACTS)
        control.check()
        return read_contacts_sheet(self.desk, self.path.name, sheet, {})


@dataclass(frozen=True, slots=True)
class ReadContactText:
    """Read a block from the clipboard, then plan."""

    desk: Desk
    text: str

    def __call__(self, control: JobControl) -> ContactReading:
        """Parse and plan; raises UserError where no rows are."""
        sheet = parse_text(self.text, contents=Contents.CONTACTS)
        control.check()
        return read_contacts_sheet(self.desk, sheet.name, sheet, {})


@dataclass(frozen=True, slots=True)
class PlanContacts:
    """Plan a sheet again with the columns as the person set them."""

    desk: Desk
    source: str
    sheet: Sheet
    overrides: Mapping[str, ContactField]

    def __call__(self, control: JobControl) -> ContactReading:
        """Plan; raises UserError."""
        control.check()
        return read_contacts_sheet(self.desk, self.source, self.sheet, self.overrides)


@dataclass(frozen=True, slots=True)
class ApplyContacts:
    """Carry a plan out in one write."""

    desk: Desk
    plan: ContactImportPlan
    same: frozenset[int]
    drop_missing: bool
    visibility: Visibility

    def __call__(self, control: JobControl) -> ContactImportResult:
        """Write; the result says how much."""
        control.check()
        return apply_contacts(
            self.desk,
            self.plan,
            same=self.same,
            drop_missing=self.drop_missing,
            visibility=self.visibility,
        )


def read_contacts_sheet(
    desk: Desk, source: str, sheet: Sheet, overrides: Mapping[str, ContactField]
) -> ContactReading:
    """Plan; a list that names nobody still shows its columns, so that they can be set."""
    if not sheet.rows:
        raise UserError("sheet_empty")
    try:
        plan = plan_contacts(desk, sheet, overrides)
    except UserError as problem:
        if problem.code != "no_contact_column":
            raise
        guess = guess_contact_columns(sheet.rows, overrides)
        return ContactReading(source, sheet, guess.readings(), guess.first_data_row, None, problem)
    return ContactReading(source, sheet, plan.columns, plan.first_data_row, plan)
