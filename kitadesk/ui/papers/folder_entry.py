"""The entry "Abendmappe …" in the menu of a paper; its dialog is imported when it opens."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kitadesk.handouts.spec import Area, Handout, SubjectKind
from kitadesk.services.printing import PrintRequest
from kitadesk.ui.kit.context import AppContext

LETTERS = frozenset({"letter", "postponement"})
"""Papers that bring nobody together, or that say that nobody comes."""


def fits_folder(paper: Handout) -> bool:
    """Return whether the paper is one of those for an evening."""
    is_for_event = paper.subject is SubjectKind.EVENT and paper.area is Area.EVENTS
    return is_for_event and paper.id not in LETTERS


def open_folder(context: AppContext, request: PrintRequest, parent: QWidget) -> None:
    """Open the folder of the event whose paper is shown."""
    if request.subject_id is not None:
        show_folder(context, request.subject_id, parent)


def show_folder(context: AppContext, event_id: UUID, parent: QWidget) -> None:
    """Open the folder of an event."""
    from kitadesk.ui.papers.folder_dialog import FolderDialog  # noqa: PLC0415 - on demand

    FolderDialog(context, event_id, parent.window()).open()
