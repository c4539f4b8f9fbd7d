"""What the render lane does for the Abendmappe; values only, no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from kitadesk.domain.evening_folder import FolderEntry
from kitadesk.services.desk import Desk
from kitadesk.services.evening_folder import (
    FolderCount,
    FolderPlan,
    FolderPrinted,
    count_entry,
    entry_request,
    folder_files,
    folder_plan,
    log_folder,
    render_folder,
    write_files,
)
from kitadesk.services.print_checks import Finding, check_run
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.slots import WeakCallback


@dataclass(frozen=True, slots=True)
class FolderWish:
    """Which folder: its event, the entries as ticked on the screen, and one or both sides."""

    event_id: UUID
    title: str
    entries: tuple[FolderEntry, ...]
    both_sides: bool = False


@dataclass(frozen=True, slots=True)
class FolderMade:
    """A folder as one PDF, with the wish it came from."""

    wish: FolderWish
    made: FolderPrinted


@dataclass(frozen=True, slots=True)
class FolderWritten:
    """A folder as files on the disk."""

    wish: FolderWish
    target: Path
    sheets: tuple[int, ...]


class PlanJob:
    """Reads what belongs to the folder."""

    def __init__(self, desk: Desk, event_id: UUID) -> None:
        self._desk = desk
        self._event_id = event_id

    def __call__(self, control: JobControl) -> FolderPlan:
        """Run in the render lane."""
        control.check()
        return folder_plan(self._desk, self._event_id)


class CountJob:
    """Counts the sheets of each entry, which takes longer than the plan."""

    def __init__(self, desk: Desk, plan: FolderPlan) -> None:
        self._desk = desk
        self._plan = plan

    def __call__(self, control: JobControl) -> tuple[FolderCount, ...]:
        """Run in the render lane."""
        counts = []
        for entry in self._plan.entries:
            control.check()
            counts.append(count_entry(self._desk, self._plan.event_id, entry))
        return tuple(counts)


class HintsJob:
    """Looks at one entry as *Vor dem Drucken* does; a picture that is wanted comes in between."""

    def __init__(self, desk: Desk, event_id: UUID, entry: FolderEntry) -> None:
        self._desk = desk
        self._request = entry_request(event_id, entry)

    def __call__(self, control: JobControl) -> tuple[Finding, ...]:
        """Run in the render lane."""
        return check_run(self._desk, self._request, control.check).findings


class MakeJob:
    """Makes one PDF of the folder; slips get their numbers here."""

    def __init__(self, desk: Desk, wish: FolderWish) -> None:
        self._desk = desk
        self._wish = wish

    def __call__(self, control: JobControl) -> FolderMade:
        """Run in the render lane."""
        wish = self._wish
        made = render_folder(
            self._desk,
            wish.event_id,
            wish.entries,
            both_sides=wish.both_sides,
            on_progress=control.progress,
        )
        control.progress(1.0)
        return FolderMade(wish, made)


class WriteJob:
    """Makes the files of the folder and writes them into a new folder inside of another."""

    def __init__(self, desk: Desk, wish: FolderWish, place: Path) -> None:
        self._desk = desk
        self._wish = wish
        self._place = place

    def __call__(self, control: JobControl) -> FolderWritten:
        """Run in the render lane; nothing is written before all papers are made."""
        wish = self._wish
        files = folder_files(
            self._desk,
            wish.event_id,
            wish.entries,
            both_sides=wish.both_sides,
            on_progress=control.progress,
        )
        control.progress(1.0, "Dateien werden geschrieben")
        target = write_files(self._place, wish.title, files)
        return FolderWritten(wish, target, tuple(file.sheets for file in files))


@dataclass(frozen=True, slots=True)
class FolderNote:
    """Writes each paper of a folder into the print log once the folder is out; then `then()`."""

    desk: Desk
    wish: FolderWish
    sheets: tuple[int, ...]
    then: WeakCallback | None = None

    def __call__(self, way: str) -> None:
        """Note what left the house: "printer" or "pdf"."""
        log_folder(self.desk, self.wish.event_id, self.wish.entries, self.sheets, way)
        if self.then is not None:
            self.then()


def chosen(entry: FolderEntry, *, is_ticked: bool, copies: int) -> FolderEntry:
    """Return an entry as it stands on the screen."""
    return replace(entry, is_ticked=is_ticked and copies > 0, copies=copies)
