"""What else can be done with the paper at the right: the ways out besides printer and PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from kitadesk.handouts.spec import Handout
from kitadesk.services.printing import PrintRequest
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.papers.folder_entry import fits_folder, open_folder
from kitadesk.ui.papers.mail_entry import fits_mail, open_mail
from kitadesk.ui.papers.texts_entry import fits_texts, open_texts
from kitadesk.ui.papers.word_saving import fits_word, save_word

if TYPE_CHECKING:
    from kitadesk.ui.papers.panel import PaperPanel


@dataclass(frozen=True, slots=True)
class MoreEntry:
    """One way: its words, the name for tests, for which papers, and what it does."""

    title: str
    name: str
    fits: Callable[[Handout], bool]
    run: Callable[[AppContext, PrintRequest, QWidget], object]


ENTRIES: tuple[MoreEntry, ...] = (
    MoreEntry("Als Word-Datei sichern …", "saveWord", fits_word, save_word),
    MoreEntry("Per E-Mail …", "mailRun", fits_mail, open_mail),
    MoreEntry("Texte dieses Papiers …", "paperTexts", fits_texts, open_texts),
    MoreEntry("Abendmappe …", "eveningFolder", fits_folder, open_folder),
)


class MoreMenu(QMenu):
    """Offers what fits the paper that is shown; made anew each time it opens."""

    def __init__(self, context: AppContext, panel: PaperPanel) -> None:
        super().__init__(panel)
        self.setObjectName("paperMoreMenu")
        self._context = context
        self._panel = panel
        self.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        paper = self._panel.paper()
        for entry in ENTRIES:
            if paper is not None and entry.fits(paper):
                action = self.addAction(entry.title)
                action.setObjectName(entry.name)
                action.triggered.connect(weak_slot(self._run, entry))

    def _run(self, entry: MoreEntry) -> None:
        request = self._panel.whole_request()
        if request is not None:
            entry.run(self._context, request, self._panel)
