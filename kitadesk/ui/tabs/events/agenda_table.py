"""The agenda as a table to type into: every key leads on, nothing is kept before it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.domain.agenda import parse_minutes
from kitadesk.queries.events import AgendaRow
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.slots import WeakCallback
from kitadesk.ui.tabs.events.agenda_cells import AgendaCells, CellEdit
from kitadesk.ui.tabs.events.agenda_columns import EXTRA, LEAST, shared
from kitadesk.ui.tabs.events.agenda_model import FIELDS, AgendaModel, Place, Typing

WIDE = 620
"""px at 100 %; below, texts wrap and the columns are closer together."""
BEGINS_WIDTH, MINUTES_WIDTH = (80, 80), (64, 56)
"""Begin and minutes, wide and narrow."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AgendaTable(QTableView):
    """As high as its rows. `save` stores (line, field, value) and may raise a `UserError`.

    Enter goes to the same cell of the next row, Tab to the next cell, Strg+↑ and Strg+↓ move the
    row, Entf deletes it, Esc brings back what was stored. Letters and numbers begin to type.
    """

    refused = Signal(object)
    """The error of what was typed; None once nothing is wrong."""
    typed = Signal()
    move_wanted = Signal(object, int)
    delete_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, model: AgendaModel, save: Callable[[int, str, str | int], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("eventAgenda")
        self.setAccessibleName("Ablauf")
        model.setParent(self)
        self.agenda = model
        self._save = WeakCallback(save)
        self._edit: CellEdit | None = None
        self._last = (0, int(Place.TITLE))
        self._scrolls = False
        self.setModel(model)
        cells = AgendaCells(self)
        self.setItemDelegate(cells)
        cells.opened.connect(self._on_opened)
        cells.pressed.connect(self._on_pressed)
        cells.left.connect(self._on_left)
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(self.updateGeometry)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._set_up_looks()
        self.show_extra(frozenset())

    def show_extra(self, extra: frozenset[Place]) -> None:
        """Show these of the columns that are hidden at first."""
        for place in EXTRA:
            self.setColumnHidden(place, place not in extra)
        self._share_room()

    def typed_places(self) -> list[Place]:
        """Return the columns that are shown and can be typed into, from left to right."""
        return [place for place in FIELDS if not self.isColumnHidden(place)]

    def current_item(self) -> AgendaRow | None:
        """Return the point of the chosen row; None in the empty one."""
        return self.agenda.item_at(self.currentIndex().row())

    def open_cell(self, line: int, place: Place) -> None:
        """Begin to type in a cell."""
        index = self.agenda.index(min(max(0, line), self.agenda.rowCount() - 1), int(place))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def choose(self, line: int, place: Place = Place.TITLE) -> None:
        """Go to a cell without typing."""
        self.setCurrentIndex(self.agenda.index(line, int(place)))
        self.setFocus()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F2 for the cell; elsewhere on the page it opens the title."""
        is_f2 = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2
        if event.type() == QEvent.Type.ShortcutOverride and is_f2:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        item = self.current_item()
        if event.key() in _ENTER and self.currentIndex().isValid():
            place = Place(max(self.currentIndex().column(), Place.TITLE))
            self.open_cell(self.currentIndex().row(), place)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit(item)
        elif is_control and event.key() in _STEPS:
            self.move_wanted.emit(item, _STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.agenda.index(0, int(Place.TITLE)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def sizeHint(self) -> QSize:
        now = theme.current()
        rows = self.verticalHeader().defaultSectionSize() * self.agenda.rowCount()
        bar = self.horizontalScrollBar().sizeHint().height() if self._scrolls else 0
        return QSize(now.px(320), rows + now.row_height + now.px(6) + bar)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(160), self.sizeHint().height())

    def _share_room(self) -> None:
        """Give texts the width that times leave over, and as many lines as that needs."""
        now = theme.current()
        narrow = self.width() < now.px(WIDE)
        begins, minutes = now.px(BEGINS_WIDTH[narrow]), now.px(MINUTES_WIDTH[narrow])
        self.setColumnWidth(Place.BEGINS, begins)
        self.setColumnWidth(Place.MINUTES, minutes)
        places = self.typed_places()
        has_extra = any(place in EXTRA for place in places)
        least = {
            place: now.px(LEAST[place]) if has_extra else 1 for place in places if place in LEAST
        }
        room = self.viewport().width() - begins - minutes
        self._scrolls = sum(least.values()) > room
        for place, width in shared(room, least, narrow=narrow).items():
            self.setColumnWidth(place, width)
        lines = 1 + int(narrow) + int(has_extra)
        several = lines * self.fontMetrics().lineSpacing() + now.px(10)
        height = several if lines > 1 else now.row_height
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
        self.updateGeometry()

    def commit(self) -> bool:
        """Store what is being typed; False if it makes no sense, then it stays to be mended."""
        edit = self._edit
        if edit is None:
            return True
        if not edit.is_changed():
            self._forget_wrong(edit)
            return True
        try:
            value = self._value(edit)
            if value != "" or not self._is_new(edit):
                self._save(edit.line, FIELDS[edit.place], value)
        except UserError as error:
            edit.show_wrong(is_wrong=True)
            self.refused.emit(error)
            return False
        edit.settle(edit.text())
        self._forget_wrong(edit)
        return True

    def _value(self, edit: CellEdit) -> str | int:
        text = " ".join(clean(edit.text()).split())
        if edit.place is Place.MINUTES and (text or not self._is_new(edit)):
            return parse_minutes(text)
        return text

    def _is_new(self, edit: CellEdit) -> bool:
        return self.agenda.item_at(edit.line) is None

    def _forget_wrong(self, edit: CellEdit) -> None:
        edit.show_wrong(is_wrong=False)
        self.refused.emit(None)
        self.agenda.type_minutes(None)

    def _close(self) -> None:
        edit, self._edit = self._edit, None
        if edit is not None:
            self.closeEditor(edit, QAbstractItemDelegate.EndEditHint.NoHint)
            self._forget_wrong(edit)

    @Slot(object)
    def _on_opened(self, edit: CellEdit) -> None:
        self._edit = edit
        edit.textEdited.connect(self._on_typed)
        edit.paused.connect(self._on_paused)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Let the times follow while minutes are typed."""
        edit = self._edit
        if edit is None or edit.place is not Place.MINUTES:
            return
        try:
            minutes = parse_minutes(text)
        except UserError:
            minutes = None
        self.agenda.type_minutes(Typing(edit.line, minutes))
        self.typed.emit()

    @Slot()
    def _on_paused(self) -> None:
        """Keep a text after a pause; what was emptied for a moment is left alone."""
        if self._edit is not None and self._edit.text().strip():
            self.commit()

    @Slot(object)
    def _on_left(self, edit: CellEdit) -> None:
        """Store when another place is clicked; what makes no sense stays open with its error."""
        if edit is self._edit and self.commit():
            self._close()

    @Slot(object, object)
    def _on_pressed(self, edit: CellEdit, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape:
            event.accept()
            self._close()
            self.setFocus()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.accept()
            self._leave(edit, -1 if key == Qt.Key.Key_Backtab else 1)
        elif is_control and key in _STEPS:
            event.accept()
            self._move(edit, _STEPS[key])
        elif key in _ENTER or key in _STEPS:
            event.accept()
            self._go(edit, _STEPS.get(key, 1))

    def _go(self, edit: CellEdit, step: int) -> None:
        """Store and go on in the row below or above; the empty row begins with its title."""
        line, place, was_new = edit.line, edit.place, self._is_new(edit)
        if not self.commit():
            return
        self._close()
        is_still_empty = was_new and self.agenda.item_at(line) is None
        if is_still_empty and step > 0:
            self.choose(line)
            return
        target = line + step
        is_new = target >= self.agenda.rowCount() - 1
        self.open_cell(target, Place.TITLE if is_new and step > 0 else place)

    def _leave(self, edit: CellEdit, step: int) -> None:
        """Store and go to the next cell, from the last one to the next row."""
        line, place, was_new = edit.line, edit.place, self._is_new(edit)
        if not self.commit():
            return
        self._close()
        is_empty_line = was_new and self.agenda.item_at(line) is None
        is_first = line == 0 and place is Place.TITLE and step < 0
        if is_first or (is_empty_line and step > 0):
            self.choose(line)
            self.focusNextPrevChild(step > 0)
            return
        places = self.typed_places()
        number = line * len(places) + places.index(place) + step
        self.open_cell(number // len(places), places[number % len(places)])

    def _move(self, edit: CellEdit, step: int) -> None:
        place, item = edit.place, self.agenda.item_at(edit.line)
        if item is None or not self.commit():
            return
        self._close()
        self.move_wanted.emit(item, step)
        line = self.agenda.line_of(item.id)
        if line is not None:
            self.open_cell(line, place)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() != Place.BEGINS:
            self.edit(index)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._last = (current.row(), current.column())
        self.chosen.emit(self.agenda.item_at(current.row()))

    @Slot()
    def _on_reset(self) -> None:
        """Go on where the keyboard was, as after undo."""
        self._edit = None
        self.refused.emit(None)
        self.updateGeometry()
        if self.hasFocus():
            line, column = self._last
            self.setCurrentIndex(self.agenda.index(min(line, self.agenda.rowCount() - 1), column))

    def _set_up_looks(self) -> None:
        now = theme.current()
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.clicked.connect(self._on_clicked)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView { border: none; }")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side, head = self.verticalHeader(), self.horizontalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(now.row_height)
        side.setDefaultSectionSize(now.row_height)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(now.row_height + now.px(2))
