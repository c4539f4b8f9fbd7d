"""What is to be printed, as screens and commands say it and as the print log keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from kitadesk.queries.print_log import RECORDS, PrintRun

SHEETS, HOUSEHOLDS = "@sheets", "@households"
"""Names in the settings of the log that are no line of a print form."""


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """What to print: paper, subject (several by `for_ids`), the print form as text, or blank.

    With `households` only these get their letters of a run, though everybody belongs to it. From
    `from_sheet` to `to_sheet` (from 1, None is the last) only some sheets of the run are made.
    """

    paper_id: str
    subject_id: UUID | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    blank: bool = False
    for_ids: tuple[UUID, ...] = ()
    households: frozenset[UUID] | None = None
    from_sheet: int = 1
    to_sheet: int | None = None

    @property
    def subjects(self) -> tuple[UUID | None, ...]:
        """Return the records to print for; a single None for papers without one."""
        return self.for_ids or (self.subject_id,)


def run_settings(request: PrintRequest) -> dict[str, str]:
    """Return what the print log keeps, so that `request_of` can make the same run again."""
    kept = dict(request.params)
    if request.from_sheet > 1 or request.to_sheet is not None:
        kept[SHEETS] = f"{request.from_sheet}-{request.to_sheet or ''}"
    if request.households is not None:
        kept[HOUSEHOLDS] = " ".join(sorted(str(one) for one in request.households))
    if len(request.for_ids) > 1 and not request.blank:
        kept[RECORDS] = " ".join(str(one) for one in request.for_ids)
    return kept


def request_of(run: PrintRun) -> PrintRequest:
    """Return the wish that a run of the log came from: all sheets of it, with the same numbers.

    A run for several records stands in the log once for each; from each the whole run is made
    again, without the records that are gone.
    """
    params = {name: value for name, value in run.settings if not name.startswith("@")}
    households = dict(run.settings).get(HOUSEHOLDS)
    return PrintRequest(
        paper_id=run.paper_id,
        subject_id=None if run.records else run.subject_id,
        params=params,
        blank=not run.subject_kind,
        for_ids=run.records,
        households=None if households is None else frozenset(map(UUID, households.split())),
    )


def sheets_of(run: PrintRun) -> str:
    """Return which sheets of a run were printed, "41–83", "ab 41" or empty for all."""
    first, _, last = dict(run.settings).get(SHEETS, "").partition("-")
    if not first:
        return ""
    return f"{first}–{last}" if last else f"ab {first}"
