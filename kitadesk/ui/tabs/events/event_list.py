"""The list of events at the left: Demnächst, Vorbei, other Kita years, one card each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.text import fold
from kitadesk.queries.events import EventSummary
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.headed_list import HeadedList, HeadedModel
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton
from kitadesk.ui.tabs.events.event_card import EventCardDelegate
from kitadesk.ui.tabs.events.event_words import spoken_card, title_of
from kitadesk.ui.tabs.events.new_menu import NewMenu

COMING = "Demnächst"
UNDATED = "Ohne Datum"
PAST = "Vorbei"
FIRST_MONTH = 8
"""A Kita year runs from August to July, as groups and plans do."""


class EventListModel(HeadedModel[EventSummary]):
    """What comes and what is over, each under its heading."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today

    def set_events(self, events: Sequence[EventSummary], current: UUID | None = None) -> None:
        """Show these events, which come as the query orders them; a series shows one of each part.

        The event `current` is shown in any case.
        """
        today = self._today()
        past = folded([row for row in events if is_past(row, today)], current)
        rows = [*folded([row for row in events if not is_past(row, today)], current), *past]
        self.set_parts(
            [(title, list(part)) for title, part in groupby(rows, partial(part_of, today=today))]
        )

    def line_of(self, event_id: UUID | None) -> int:
        """Return the line of an event, -1 if it is not there."""
        return self.line_where(lambda row: row.id == event_id)

    @override
    def words(self, entry: EventSummary, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_card(entry, self._today())
        return plain_tooltip(title_of(entry)) if role == Qt.ItemDataRole.ToolTipRole else None


def is_past(row: EventSummary, today: date) -> bool:
    """Return whether an event is over; of several days the last one counts."""
    last = row.until_date or row.on_date
    return last is not None and last < today


def part_of(row: EventSummary, today: date) -> str:
    """Return the heading over an event: the running Kita year is told by coming and past."""
    if row.on_date is None:
        return UNDATED
    year = kita_year(row.on_date)
    if year != kita_year(today):
        return f"Kita-Jahr {year}/{(year + 1) % 100:02}"
    return PAST if is_past(row, today) else COMING


def kita_year(day: date) -> int:
    """Return the calendar year in which the Kita year of a day begins."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def folded(rows: Sequence[EventSummary], current: UUID | None) -> list[EventSummary]:
    """Keep the first date of each series and the current one; the first tells of the others."""
    counts = Counter(row.series_id for row in rows if row.series_id is not None)
    shown: list[EventSummary] = []
    seen: set[UUID] = set()
    for row in rows:
        if row.series_id is None:
            shown.append(row)
        elif row.series_id not in seen:
            seen.add(row.series_id)
            shown.append(replace(row, more=counts[row.series_id] - 1))
        elif row.id == current:
            shown.append(row)
    return shown


class _Cards(HeadedList):
    """The cards themselves; letters jump to a title, Enter goes to the event."""

    opened = Signal()

    def __init__(self, model: EventListModel, today: date, parent: QWidget) -> None:
        super().__init__("Veranstaltungen", parent, name="eventList")
        self._events = model
        self.setModel(model)
        self.setItemDelegate(EventCardDelegate(self, today))
        self.setResizeMode(HeadedList.ResizeMode.Adjust)
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
            row = self._events.entry_at(line)
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
    opened = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self._events: tuple[EventSummary, ...] = ()
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
        self._events = tuple(events)
        self.model.set_events(self._events, current)
        self._mark(current)
        self._is_filling = False
        bar.setValue(position)
        self.cards.setVisible(bool(events))
        self.empty.setVisible(not events)

    def choose(self, event_id: UUID | None) -> None:
        """Mark an event without telling anybody; None marks nothing."""
        self._is_filling = True
        is_folded = any(row.id == event_id for row in self._events)
        if is_folded and self.model.line_of(event_id) < 0:
            self.model.set_events(self._events, event_id)
        self._mark(event_id)
        self._is_filling = False
        if event_id is not None:
            self.cards.scrollTo(self.cards.currentIndex())
        if self.model.line_of(event_id) == 1:
            self.cards.scrollToTop()  # Else a low window cuts the heading above the first card.

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
        self.new_button.setToolTip("Abend, Elternbrief oder Schließtag (Strg+Umschalt+N: Abend)")
        self.new_menu = NewMenu(self.new_button)
        self.new_button.clicked.connect(self._on_new)
        row.addWidget(self.new_button)
        return row

    @Slot()
    def _on_new(self) -> None:
        self.new_menu.open_below(self.new_button)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.model.entry_at(current.row()) if current.isValid() else None
        if row is not None and not self._is_filling:
            self.chosen.emit(row.id)
