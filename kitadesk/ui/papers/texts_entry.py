"""The entry "Texte dieses Papiers …" in the menu of a paper; its dialog is imported on demand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kitadesk.handouts.invitation_texts import groups_of_paper
from kitadesk.handouts.spec import Handout
from kitadesk.services.printing import PrintRequest
from kitadesk.ui.kit.context import AppContext


def fits_texts(paper: Handout) -> bool:
    """Return whether the paper says something that the office may change."""
    return bool(groups_of_paper(paper.id))


def open_texts(context: AppContext, request: PrintRequest, parent: QWidget) -> None:
    """Open the texts of this paper; afterwards the panel draws it anew."""
    from kitadesk.ui.papers.panel import PaperPanel  # noqa: PLC0415 - it imports this
    from kitadesk.ui.settings.paper_texts_dialog import PaperTextsDialog  # noqa: PLC0415 - on demand

    dialog = PaperTextsDialog(context, request, parent.window())
    if isinstance(parent, PaperPanel):
        dialog.finished.connect(parent.refresh)
    dialog.open()
