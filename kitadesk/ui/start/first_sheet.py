"""The first paper: a few lines at the left, the sheet with "Mia Muster" at the right, Drucken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.queries.house import own_house
from kitadesk.services.printing import (
    Printed,
    PrintRequest,
    preview_paper,
    render_paper,
)
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.preview import PdfPreview
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton, ScrollPage, TextLink
from kitadesk.ui.papers.print_note import PrintNote
from kitadesk.ui.start.evening_form import EveningForm
from kitadesk.ui.start.first_paper import PaperCard

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk

INVITATION = "invitation"
_HINTS = {
    INVITATION: (
        "Solange kein Kind im Programm ist, steht hier Mia Muster. Gedruckt wird dann eine "
        "Kopiervorlage. Mit Ihrer Kinderliste wird daraus ein Blatt je Familie."
    ),
    "school_starters": (
        "Ohne Kinder wird die leere Liste gedruckt. Mit Ihrer Kinderliste steht darin, wer nach "
        "der Regel Ihres Landes schulpflichtig wird."
    ),
    "group_list": (
        "Ohne Kinder wird die leere Liste gedruckt. Mit Ihrer Kinderliste stehen alle Namen darin."
    ),
    "telephone_list": (
        "Ohne Kontakte wird die leere Liste gedruckt. Unter Kontakte übernehmen Sie eine "
        "Adressliste oder Visitenkarten; dann stehen alle Nummern darin."
    ),
}


class FirstSheet(QWidget):
    """`finished(event_id)` goes on to the program; `list_wanted` asks for the children first."""

    finished = Signal(object)
    list_wanted = Signal(object)
    back = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firstSheet")
        self._context = context
        self._card: PaperCard | None = None
        context.changes.refresh_on({"event", "institution"}, self._on_changed)
        self._printing = PrintRequest(INVITATION, blank=True)
        now = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(now.px(32))
        row.addLayout(self._build_left(), 1)
        self.preview = PdfPreview(context.jobs, self, name="firstPreview")
        self.preview.setMinimumWidth(now.px(360))
        self.preview.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        row.addWidget(self.preview, 1)

    def show_card(self, card: PaperCard) -> None:
        """Begin with this paper."""
        if self._card is not card:
            self.preview.set_pdf(None)
        self._card = card
        self.title.setText(card.title)
        self.hint.setText(_HINTS.get(card.paper_id, ""))
        self.form.setVisible(card.paper_id == INVITATION)
        self.take_list.setVisible(card.tab != "contacts")  # Children call nobody.
        self._draw()

    def start(self) -> None:
        """Put the cursor into the first field, or the focus on Drucken."""
        is_form = self._card is not None and self._card.paper_id == INVITATION
        target: QWidget = self.form.title.edit if is_form else self.print_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_left(self) -> QVBoxLayout:
        now = theme.current()
        column = QVBoxLayout()
        column.setSpacing(now.px(12))
        self.title = PlainLabel("", self, kind="title")
        self.hint = PlainLabel("", self, kind="muted", wrap=True)
        self.form = EveningForm(self._context.desk, self)
        self.form.changed.connect(self._draw)
        self.take_list = QuietButton("Kinderliste übernehmen …", self, name="sheetTakeList")
        self.print_button = PrimaryButton("Drucken …", self, name="sheetPrint")
        self.go_on = QuietButton("Weiter ins Programm", self, name="sheetGoOn")
        self.go_back = TextLink("Zurück", self, name="sheetBack")
        self.take_list.clicked.connect(self._on_list)
        self.print_button.clicked.connect(self._on_print)
        self.go_on.clicked.connect(self._on_go_on)
        self.go_back.clicked.connect(self._on_back)
        column.addWidget(self.title)
        lines = _Lines(self)
        for widget in (self.form, self.hint):
            lines.body.addWidget(widget)
        lines.body.addWidget(self.take_list, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(lines)
        column.addSpacing(now.px(8))
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        row.addWidget(self.go_back)
        row.addStretch(1)
        row.addWidget(self.go_on)
        row.addWidget(self.print_button)
        column.addLayout(row)
        column.addStretch(1)
        return column

    def _request(self, *, for_print: bool) -> PrintRequest:
        card = self._card
        paper_id = card.paper_id if card is not None else INVITATION
        subject = self.form.event_id if paper_id == INVITATION else None
        is_blank = for_print and subject is None
        return PrintRequest(paper_id, subject, blank=is_blank)

    def _on_changed(self) -> None:
        """Draw again after undo, without the event if it is gone."""
        self.form.look_again()
        if self._card is not None and self._context.desk.read(own_house) is not None:
            self._draw()

    @Slot()
    def _draw(self) -> None:
        """Draw the paper again with what is stored."""
        job = _Make(self._context.desk, self._request(for_print=False), preview_paper)
        self._context.jobs.render(self, job, done=self._on_drawn, failed=self._on_failed)

    def _on_drawn(self, printed: Printed) -> None:
        self.preview.say("")
        self.preview.set_pdf(printed.pdf)

    def _on_failed(self, error: UserError) -> None:
        self.preview.say(str(error))

    @Slot()
    def _on_print(self) -> None:
        for field in (self.form.title, self.form.day, self.form.start, self.form.place):
            field.commit()
        self._printing = self._request(for_print=True)
        job = _Make(self._context.desk, self._printing, render_paper)
        self._context.jobs.render(self.print_button, job, done=self._on_made)

    def _on_made(self, printed: Printed) -> None:
        note = PrintNote(self._context.desk, self._printing, printed.sheets)
        self._context.print_pdf(printed.pdf, printed.title, note)

    @Slot()
    def _on_list(self) -> None:
        self.list_wanted.emit(self.form.event_id)

    @Slot()
    def _on_go_on(self) -> None:
        self.finished.emit(self.form.event_id)

    @Slot()
    def _on_back(self) -> None:
        self.back.emit()


class _Lines(ScrollPage):
    """As high as what is in it; scrolls where the window is low or the font is large."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.current().px(240))
        high = self.body.totalHeightForWidth(width) if self.body.hasHeightForWidth() else -1
        return QSize(width, max(high, self.body.sizeHint().height()) if high < 0 else high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


@dataclass(frozen=True, slots=True)
class _Make:
    """The job in the render lane: makes the PDF of a request."""

    desk: Desk
    request: PrintRequest
    make: Callable[[Desk, PrintRequest], Printed]

    def __call__(self, control: JobControl) -> Printed:
        """Run in the render lane."""
        control.check()
        return self.make(self.desk, self.request)
