"""The list of events at the left: Demnächst, Vorbei, one card each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.text import fold
from kitadesk.queries.events import EventSummary
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.table_model import Index
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton
from kitadesk.ui.tabs.events.event_card import ENTRY_ROLE, EventCardDelegate
from kitadesk.ui.tabs.events.event_words import spoken_card, title_of

COMING = "Demnächst"
PAST = "Vorbei"


class EventListModel(QAbstractListModel):
    """Headings and events in one list; headings cannot be chosen."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._entries: list[str | EventSummary] = []

    def set_events(self, events: Sequence[EventSummary]) -> None:
        """Show these events, which come as the query orders them."""
        today = self._today()
        past = [row for row in events if row.on_date is not None and row.on_date < today]
        coming = [row for row in events if row not in past]
        self.beginResetModel()
        self._entries = []
        for heading, rows in ((COMING, coming), (PAST, past)):
            if rows:
                self._entries += [heading, *rows]
        self.endResetModel()

    def events(self) -> list[EventSummary]:
        """Return the events in the order shown."""
        return [entry for entry in self._entries if isinstance(entry, EventSummary)]

    def line_of(self, event_id: UUID | None) -> int:
        """Return the line of an event, -1 if it is not there."""
        for number, entry in enumerate(self._entries):
            if isinstance(entry, EventSummary) and entry.id == event_id:
                return number
        return -1

    def event_at(self, line: int) -> EventSummary | None:
        """Return the event at a line; None for headings and outside."""
        entry = self._entries[line] if 0 <= line < len(self._entries) else None
        return entry if isinstance(entry, EventSummary) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.event_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if isinstance(entry, str):
            return entry if role == Qt.ItemDataRole.DisplayRole else None
        words: dict[int, Callable[[], str]] = {
            Qt.ItemDataRole.DisplayRole: lambda: title_of(entry),
            Qt.ItemDataRole.AccessibleTextRole: lambda: spoken_card(entry, self._today()),
            Qt.ItemDataRole.ToolTipRole: lambda: plain_tooltip(title_of(entry)),
        }
        return words[role]() if role in words else None


class _Cards(QListView):
    """The cards themselves; letters jump to a title, Enter goes to the event."""

    opened = Signal()

    def __init__(self, model: EventListModel, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("eventList")
        self.setAccessibleName("Veranstaltungen")
        self._events = model
        self.setModel(model)
        self.setItemDelegate(EventCardDelegate(self, today))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Jump to the next title that begins with the letter, ä like a."""
        letter, count = fold(search), self._events.rowCount()
        start = self.currentIndex().row()
        for step in range(1, count + 1):
            line = (start + step) % count
            row = self._events.event_at(line)
            if row is not None and letter and fold(title_of(row)).lstrip("„\"'").startswith(letter):
                self.setCurrentIndex(self._events.index(line))
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class EventList(QWidget):
    """Head with "+ Neu", below it the cards; `chosen` when another event is wanted."""

    chosen = Signal(object)
    new_wanted = Signal()
    opened = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(theme.current().px(264))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_head())
        self.model = EventListModel(today, self)
        self.cards = _Cards(self.model, today(), self)
        self.cards.opened.connect(self.opened)
        self.cards.selectionModel().currentChanged.connect(self._on_current_changed)
        self.empty = PlainLabel("Noch keine Veranstaltung.", self, kind="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(0, theme.current().px(12), 0, 0)
        column.addWidget(self.cards, 1)
        column.addWidget(self.empty, 1)
        self.set_events(())

    def set_events(self, events: Sequence[EventSummary], current: UUID | None = None) -> None:
        """Show these events and mark the current one."""
        bar = self.cards.verticalScrollBar()
        position = bar.value()
        self._is_filling = True
        self.model.set_events(events)
        self._mark(current)
        self._is_filling = False
        bar.setValue(position)
        self.cards.setVisible(bool(events))
        self.empty.setVisible(not events)

    def choose(self, event_id: UUID | None) -> None:
        """Mark an event without telling anybody; None marks nothing."""
        self._is_filling = True
        self._mark(event_id)
        self._is_filling = False
        if event_id is not None:
            self.cards.scrollTo(self.cards.currentIndex())

    def _mark(self, event_id: UUID | None) -> None:
        line = self.model.line_of(event_id)
        if line >= 0:
            self.cards.setCurrentIndex(self.model.index(line))
        else:
            self.cards.selectionModel().clear()

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        row.addWidget(PlainLabel("Veranstaltungen", self, kind="title"), 1)
        self.new_button = QuietButton("+ Neu", self, name="newEvent")
        self.new_button.setAccessibleName("Neue Veranstaltung")
        self.new_button.setToolTip("Neue Veranstaltung (Strg+Umschalt+N)")
        self.new_button.clicked.connect(self.new_wanted)
        row.addWidget(self.new_button)
        return row

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.model.event_at(current.row()) if current.isValid() else None
        if row is not None and not self._is_filling:
            self.chosen.emit(row.id)
