"""The Abendmappe: everything for one evening in the right order and number, in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.files import safe_file_name, write_for_others
from kitadesk.domain.evening_folder import FolderEntry, folder_entries
from kitadesk.handouts import registry
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.evening_folder import evening_facts
from kitadesk.queries.events import event_title
from kitadesk.services.desk import Desk
from kitadesk.services.printing import (
    Printed,
    PrintRequest,
    document_of,
    log_print,
    numbered_document,
)

if TYPE_CHECKING:
    from kitadesk.handouts.kit.joining import Part

TITLE = "Abendmappe"
OnProgress = Callable[[float, str], object]
"""Told how far it is (0 to 1) and in words; may raise to stop."""


@dataclass(frozen=True, slots=True)
class FolderPlan:
    """The papers proposed for one event, in the order of the folder."""

    event_id: UUID
    title: str
    entries: tuple[FolderEntry, ...]


@dataclass(frozen=True, slots=True)
class FolderCount:
    """What one copy of an entry takes: sheets printed on one side, or on both."""

    one_side: int
    both_sides: int

    def sheets(self, *, both_sides: bool) -> int:
        """Return the sheets of paper of one copy."""
        return self.both_sides if both_sides else self.one_side


@dataclass(frozen=True, slots=True)
class FolderFile:
    """One paper as a file of its own: its name in the order of the folder, and all its copies."""

    name: str
    data: bytes
    sheets: int


@dataclass(frozen=True, slots=True)
class FolderPrinted:
    """The folder as one PDF; `parts` are the sheets of each ticked entry with its copies."""

    printed: Printed
    parts: tuple[int, ...]


def folder_plan(desk: Desk, event_id: UUID) -> FolderPlan:
    """Return what belongs to the folder of an event; nothing where nobody meets."""
    title = desk.read(event_title, event_id)
    facts = desk.read(evening_facts, event_id, desk.clock.today())
    papers = [
        paper.id
        for paper in registry.all_papers()
        if paper.subject is SubjectKind.EVENT and desk.read(paper.fits_record, event_id)
    ]
    return FolderPlan(event_id, title, folder_entries(facts, papers))


def entry_title(entry: FolderEntry) -> str:
    """Return how an entry is called in the list, as a bookmark and as a file."""
    return entry.title or registry.find(entry.paper_id).title


def entry_request(event_id: UUID, entry: FolderEntry) -> PrintRequest:
    """Return the wish to print one entry, for preview and print log."""
    return PrintRequest(entry.paper_id, event_id, dict(entry.params))


def count_entry(desk: Desk, event_id: UUID, entry: FolderEntry) -> FolderCount:
    """Return the sheets that one copy takes."""
    from kitadesk.handouts.kit.joining import extent_of

    document = document_of(desk, entry_request(event_id, entry))
    one, both = (extent_of(document, both_sides=way).sheets for way in (False, True))
    return FolderCount(one, both)


def render_folder(
    desk: Desk,
    event_id: UUID,
    entries: Sequence[FolderEntry],
    *,
    both_sides: bool = False,
    on_progress: OnProgress | None = None,
) -> FolderPrinted:
    """Make one PDF of the ticked entries, each with its bookmark and as often as wanted.

    Slips get their numbers before. Raises UserError ``folder_empty`` when nothing is ticked.
    """
    from kitadesk.handouts.kit.joining import join

    parts = tuple(_parts(desk, event_id, entries, on_progress))
    title = f"{TITLE} {desk.read(event_title, event_id)}".strip()
    tell = _DrawingProgress(on_progress) if on_progress is not None else None
    joined = join(
        parts,
        title,
        author=parts[0].document.author,
        printed_on=desk.clock.today(),
        both_sides=both_sides,
        on_copy=tell,
    )
    sheets = tuple(one.sheets for one in joined.extents)
    file_name = safe_file_name(title, ".pdf")
    return FolderPrinted(Printed(joined.pdf, sum(sheets), title, file_name), sheets)


def folder_files(
    desk: Desk,
    event_id: UUID,
    entries: Sequence[FolderEntry],
    *,
    both_sides: bool = False,
    on_progress: OnProgress | None = None,
) -> tuple[FolderFile, ...]:
    """Make a PDF of each ticked entry, numbered in their order: "01 Einladungen.pdf"."""
    from kitadesk.handouts.kit.joining import join

    parts = tuple(_parts(desk, event_id, entries, on_progress))
    files = []
    for number, part in enumerate(parts, 1):
        if on_progress is not None:
            on_progress(0.5 + 0.5 * number / len(parts), part.title)
        joined = join(
            (part,),
            part.title,
            author=part.document.author,
            printed_on=desk.clock.today(),
            both_sides=both_sides,
        )
        name = safe_file_name(f"{number:02} {part.title}", ".pdf")
        files.append(FolderFile(name, joined.pdf, joined.extents[0].sheets))
    return tuple(files)


def write_files(folder: Path, title: str, files: Sequence[FolderFile]) -> Path:
    """Write the files into a new folder inside of one that is there, and return it.

    Nothing is written over: a second folder gets a number. Raises UserError ``storage_full`` or
    ``file_not_writable``.
    """
    name = safe_file_name(f"{TITLE} {title}", "")
    target = next(path for path in _names(folder, name) if not path.exists())
    try:
        target.mkdir()
    except OSError as error:
        raise UserError("file_not_writable", name=target.name) from error
    for file in files:
        write_for_others(target / file.name, file.data)
    return target


def log_folder(
    desk: Desk, event_id: UUID, entries: Sequence[FolderEntry], sheets: Sequence[int], way: str
) -> None:
    """Note each paper of the folder in the print log, with the sheets of all its copies."""
    for entry, count in zip(_ticked(entries), sheets, strict=True):
        log_print(desk, entry_request(event_id, entry), count, way)


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / name
    for number in range(2, 10_000):
        yield folder / f"{name} ({number})"


def _ticked(entries: Sequence[FolderEntry]) -> tuple[FolderEntry, ...]:
    found = tuple(one for one in entries if one.is_ticked and one.copies > 0)
    if not found:
        raise UserError("folder_empty")
    return found


def _parts(
    desk: Desk, event_id: UUID, entries: Sequence[FolderEntry], on_progress: OnProgress | None
) -> Iterator[Part]:
    """Read and set each ticked paper; the first half of the way."""
    from kitadesk.handouts.kit.joining import Part

    ticked = _ticked(entries)
    for number, entry in enumerate(ticked):
        title = entry_title(entry)
        if on_progress is not None:
            on_progress(0.5 * number / len(ticked), title)
        document = numbered_document(desk, entry_request(event_id, entry))
        yield Part(title, document, entry.copies)


class _DrawingProgress:
    """Tells the second half of the way, copy by copy."""

    def __init__(self, on_progress: OnProgress) -> None:
        self._on_progress = on_progress

    def __call__(self, number: int, count: int) -> None:
        self._on_progress(0.5 + 0.5 * number / count, "Seiten werden gesetzt")
