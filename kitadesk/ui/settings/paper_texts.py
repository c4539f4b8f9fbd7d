"""All texts of the papers: find one, change it, see it on the paper beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.events import EventKind
from kitadesk.handouts.invitation_texts import papers_with_texts
from kitadesk.services.paper_texts import TextRow, event_that_prints, rows_of_paper, text_rows
from kitadesk.services.printing import Printed, PrintRequest
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import ChoiceBox, TickBox
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.filtering import FilterField
from kitadesk.ui.kit.preview import PdfPreview
from kitadesk.ui.kit.widgets import PlainLabel, TextLink
from kitadesk.ui.papers.paper_jobs import PreviewJob
from kitadesk.ui.settings.paper_text_edit import PaperTextEdit
from kitadesk.ui.settings.paper_texts_list import TextsList, TextsModel

LIST_WIDTH = 250
ALL_PAPERS = "Alle Papiere"
PAPER_FROM = 900
"""px at 100 % from which the paper has room beside the words."""


class PaperTexts(QWidget):
    """The list at the left, one text beside it, its paper at the right where there is room.

    With `request` only the texts of that paper are offered, and the paper is that very run.
    """

    tables = frozenset({"override_row"})

    def __init__(
        self, context: AppContext, parent: QWidget | None = None, *,
        request: PrintRequest | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("paperTextsView")
        self._context = context
        self._request = request
        self._rows: tuple[TextRow, ...] = ()
        self._key = ""
        self._drawn: PrintRequest | None = None
        self._papers = () if request is not None else papers_with_texts()
        self.papers = ChoiceBox(self, name="paperOfTexts")
        self.search = FilterField("Text suchen …", self, name="paperTextSearch")
        self.only_changed = TickBox("Nur geänderte", self, name="onlyChangedTexts")
        self.model = TextsModel(self)
        self.list = TextsList(self.model, self)
        self.said = PlainLabel("", self, kind="small", wrap=True)
        self.on_paper = TextLink("Auf dem Papier ansehen …", self, name="seeOnPaper")
        self.on_paper.clicked.connect(self._on_see)
        self.edit = PaperTextEdit(context, self)
        self.preview = PdfPreview(context.jobs, self, name="paperTextPreview")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._draw)
        self._build()
        self.papers.currentIndexChanged.connect(self._on_paper)
        self.search.changed.connect(self._filter)
        self.search.left_down.connect(self.list.setFocus)
        self.only_changed.toggled.connect(self._filter)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.refresh()

    def refresh(self) -> None:
        """Read what stands now; the chosen text stays chosen."""
        desk, request = self._context.desk, self._request
        if request is None:
            self._rows = text_rows(desk)
        else:
            self._rows = rows_of_paper(desk, request.paper_id, request.subject_id)
        self._filter()
        self._drawn = None
        self._soon.start()

    def choose(self, key: str) -> None:
        """Turn to a text; the first one if it is not there."""
        line = self.model.line_of(key)
        entries = self.model.entries()
        if line < 0 and entries:
            line = self.model.line_of(entries[0].shipped.key)
        self.list.setCurrentIndex(self.model.index(line) if line >= 0 else QModelIndex())
        if line < 0:
            self.edit.show_row(None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def _make_room(self, *, has_paper: bool) -> None:
        """Show the paper where there is room, else a way to it; some texts stand on none."""
        has_room = self.width() >= theme.current().px(PAPER_FROM)
        self.preview.setVisible(has_room and has_paper)
        self.on_paper.setVisible(has_paper and not has_room and self._request is None)

    def _build(self) -> None:
        now = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(now.px(16))
        column = QVBoxLayout()
        column.setSpacing(now.px(8))
        self.papers.addItems([ALL_PAPERS, *(paper.title for paper in self._papers)])
        self.papers.setAccessibleName("Papier")
        self.papers.setFixedWidth(now.px(LIST_WIDTH))
        self.papers.setVisible(bool(self._papers))
        for widget in (self.papers, self.search, self.only_changed):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addWidget(self.on_paper, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.setFixedWidth(now.px(LIST_WIDTH))
        self.search.setFixedWidth(now.px(LIST_WIDTH))
        self.list.setMinimumHeight(now.px(96))
        self.edit.setMinimumHeight(now.px(160))
        row.addLayout(column)
        row.addWidget(self.edit, 3)
        row.addWidget(self.preview, 4)
        self.preview.hide()

    @Slot()
    def _filter(self) -> None:
        """Show what is looked for; the text that is chosen stays, or the first one is."""
        wanted, paper = self.search.wanted(), self._paper()
        self.model.set_rows(
            [
                row
                for row in self._rows
                if (row.is_changed or not self.only_changed.isChecked())
                and (not paper or paper in row.group.papers)
                and wanted.is_in((row.group.title, row.shipped.title, row.shipped.where, row.text))
            ]
        )
        changed = sum(row.is_changed for row in self._rows)
        self.said.setText(_count(len(self.model.entries()), changed))
        self.choose(self._key)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.entry_at(current.row())
        if row is None:
            return
        self._key = row.shipped.key
        self.edit.show_row(row)
        self._soon.start()

    @Slot()
    def _draw(self) -> None:
        """Draw the paper of the chosen text, unless it is the one that is shown."""
        request = self._request or self._sample_request()
        self._make_room(has_paper=request is not None)
        if request is None or not self.preview.isVisible() or request == self._drawn:
            return
        self._drawn = request
        job = PreviewJob(self._context.desk, request)
        self._context.jobs.render(self, job, done=self._on_drawn, failed=self._on_failed)

    def _sample_request(self) -> PrintRequest | None:
        row = next((one for one in self._rows if one.shipped.key == self._key), None)
        papers = row.group.papers if row is not None else ()
        paper = self._paper() or next(iter(papers), "")
        if row is None or not paper:
            return None
        event = event_that_prints(self._context.desk, row.shipped.key)
        if event is None or self._paper():
            return PrintRequest(paper)
        return PrintRequest("letter" if event.kind is EventKind.LETTER else "invitation", event.id)

    def _paper(self) -> str:
        """Return the paper whose texts are shown; empty for those of all papers."""
        place = self.papers.currentIndex() - 1
        return self._papers[place].id if 0 <= place < len(self._papers) else ""

    @Slot(int)
    def _on_paper(self, _place: int) -> None:
        self._filter()
        self._soon.start()

    @Slot()
    def _on_see(self) -> None:
        """Open the texts of this paper with the paper beside them, at the chosen text."""
        from kitadesk.ui.settings.paper_texts_dialog import (  # noqa: PLC0415 - it imports this
            PaperTextsDialog,
        )

        request = self._sample_request()
        if request is not None:
            dialog = PaperTextsDialog(self._context, request, self._context.window)
            dialog.texts.choose(self._key)
            dialog.open()

    def _on_drawn(self, printed: Printed) -> None:
        self.preview.say("")
        self.preview.set_pdf(printed.pdf)

    def _on_failed(self, error: UserError) -> None:
        self.preview.say(str(error))


def _count(shown: int, changed: int) -> str:
    if not shown:
        return "Kein Text gefunden."
    return f"{plural(shown, 'Text', 'Texte')}, {changed} geändert"
