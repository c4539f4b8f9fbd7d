"""The card of the next event: when, where, how far its preparation is."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.base.dates import date_time, relative, short_date
from kitadesk.queries.today import NextEvent
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import Card, PlainLabel, QuietButton


class ProgressBar(QWidget):
    """How much of a preparation is done, as a bar; the words beside it say the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Fill the bar to this share of one."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().px(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(now.color("line"))
        painter.setBrush(now.color("hover"))
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        if self._share > 0:
            painter.setPen(now.color("accent"))
            painter.setBrush(now.color("accent"))
            filled = self.rect().adjusted(0, 0, -1, -1)
            filled.setWidth(max(round(filled.width() * self._share), self.height()))
            painter.drawRoundedRect(filled, radius, radius)


class NextEventCard(Card):
    """Shows the next event, or says that nothing is planned."""

    opened = Signal(object)
    new_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Nächste Veranstaltung", parent, name="nextEvent")
        self._event_id: UUID | None = None
        self.title = PlainLabel("", self, wrap=True)
        self.when = PlainLabel("", self, kind="muted", wrap=True)
        self.bar = ProgressBar(self)
        self.state = PlainLabel("", self, kind="muted", wrap=True)
        self.button = QuietButton("Öffnen", self, name="openNextEvent")
        self.button.clicked.connect(self._on_button)
        foot = QHBoxLayout()
        foot.setSpacing(theme.current().px(12))
        foot.addWidget(self.state, 1)
        foot.addWidget(self.button)
        for widget in (self.title, self.when, self.bar):
            self.body.addWidget(widget)
        self.body.addLayout(foot)

    def show_event(self, event: NextEvent | None, today: date) -> None:
        """Show this event; None says what to do instead."""
        self._event_id = event.id if event is not None else None
        for widget in (self.when, self.bar):
            widget.setVisible(event is not None)
        if event is None:
            self.title.setText("Noch ist nichts geplant.")
            self.state.setText("Ein Abend ist mit Titel und Datum angelegt.")
            self.button.set_text("Veranstaltung planen")
            return
        self.title.setText(event.title)
        day = (
            short_date(event.on_date)
            if event.starts_at is None
            else date_time(event.on_date, event.starts_at)
        )
        parts = [day, event.place_label, relative(event.on_date, today)]
        self.when.setText(" · ".join(part for part in parts if part))
        self.bar.setVisible(event.tasks_total > 0)
        self.bar.set_share(event.tasks_done / max(event.tasks_total, 1))
        self.state.setText(_state(event))
        self.button.set_text("Öffnen")

    @Slot()
    def _on_button(self) -> None:
        if self._event_id is None:
            self.new_wanted.emit()
        else:
            self.opened.emit(self._event_id)


def _state(event: NextEvent) -> str:
    if not event.tasks_total:
        return ""
    done = f"{event.tasks_done} von {event.tasks_total} Vorbereitungen erledigt"
    return f"{done} · nächste: {event.next_step}" if event.next_step else done
