"""Events from and to other programs: a calendar file or a list, looked at before it is taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialogs import Choice, FileKind
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.slots import page_of

if TYPE_CHECKING:
    from kitadesk.services.importing_events import EventImportPlan

_KINDS = (
    FileKind("Kalender", ("ics",)),
    FileKind("Excel-Liste", ("xlsx",)),
    FileKind("Liste mit Semikolon", ("csv",)),
)
_READ_KINDS = (FileKind("Kalender oder Liste", ("ics", "xlsx", "xls", "ods", "csv")),)
MOST_NAMED = 3


class EventExchange(QObject):
    """Takes over and hands out; what a file means is said before anything is written."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: EventImportPlan | None = None

    @Slot()
    def hand_out(self) -> None:
        """Ask for a file, and write all events."""
        door = self._context.dialogs
        door.save_file(page_of(self), "Termine herausgeben", "Termine.ics", _KINDS, self._on_target)

    @Slot()
    def take(self) -> None:
        """Ask for a file, and say what is in it."""
        door = self._context.dialogs
        door.open_file(page_of(self), "Termine übernehmen", _READ_KINDS, self._on_source)

    def _on_target(self, path: Path) -> None:
        self._context.jobs.work(
            Export(self._context.desk, path),
            title="Termine herausgeben",
            done=self._on_exported,
            failed=self._on_failed,
        )

    def _on_source(self, path: Path) -> None:
        self._context.jobs.work(
            ReadFile(self._context.desk, path),
            title="Termine lesen",
            done=self._on_read,
            failed=self._on_failed,
        )

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        self._context.notify(f"Gesichert: {path.name}")

    @Slot(object)
    def _on_read(self, plan: EventImportPlan) -> None:
        self._plan = plan
        door = self._context.dialogs
        if not plan.entries:
            door.inform(page_of(self), "Nichts Neues", words_of(plan))
            return
        words = plural(len(plan.entries), "Termin übernehmen", "Termine übernehmen")
        take = Choice(words, self._take)
        door.ask(page_of(self), "Termine übernehmen?", words_of(plan), (take, Choice("Abbrechen")))

    def _take(self) -> None:
        from kitadesk.services.importing_events import apply_events  # noqa: PLC0415 - on demand

        if self._plan is None:
            return
        try:
            count = apply_events(self._context.desk, self._plan)
        except UserError as error:
            self._on_failed(error)
            return
        self._plan = None
        self._context.notify(f"{plural(count, 'Termin', 'Termine')} übernommen")

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self._context.dialogs.error(page_of(self), error)


def words_of(plan: EventImportPlan) -> str:
    """Return what a file means: how many are new, changed and the same, and what is odd."""
    counts = (
        ("neu", plan.count("added")),
        ("geändert", plan.count("updated")),
        ("unverändert", plan.count("unchanged")),
        ("nicht lesbar", plan.count("rejected")),
    )
    lines = [", ".join(f"{count} {word}" for word, count in counts if count)]
    odd = [row for row in plan.rows if row.reason]
    lines += [f"{row.title or f'Termin {row.line}'}: {row.reason}" for row in odd[:MOST_NAMED]]
    if len(odd) > MOST_NAMED:
        lines.append(f"… und {len(odd) - MOST_NAMED} weitere Hinweise")
    return "\n".join(lines)


class Export:
    """The job that writes the file."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk = desk
        self._path = path

    def __call__(self, control: JobControl) -> Path:
        """Write all events; the ending decides how."""
        from kitadesk.services.exporting_events import export_events  # noqa: PLC0415 - on demand

        control.check()
        return export_events(self._desk, self._path).path


class ReadFile:
    """The job that reads the file and compares it with the house."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk = desk
        self._path = path

    def __call__(self, control: JobControl) -> EventImportPlan:
        """Return what would be taken over."""
        from kitadesk.services.importing_events import (  # noqa: PLC0415 - on demand
            plan_events,
            read_events,
        )
        from kitadesk.services.parsing import read_file  # noqa: PLC0415 - on demand

        data = read_file(self._path)
        control.check()
        entries = read_events(data, self._path.name, self._desk.clock.today())
        control.check()
        return plan_events(self._desk, entries)
