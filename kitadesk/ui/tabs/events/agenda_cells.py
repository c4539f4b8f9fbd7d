"""How a cell of the agenda looks, and the line that opens in it to type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.fields import PAUSE_MS
from kitadesk.ui.kit.labels import restyle
from kitadesk.ui.tabs.events.agenda_model import HEADINGS, AgendaModel, Index, Place
from kitadesk.ui.tabs.events.event_card import wrapped

CELL_PADDING = 12
"""px at 100 %, as in every table; two thirds of it where the table is narrow."""


class CellEdit(QLineEdit):
    """The line in a cell; tells by `paused` that typing has stopped for a moment."""

    paused = Signal()

    def __init__(self, index: Index, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.line, self.place = index.row(), Place(index.column())
        self.before = text
        self.setObjectName("agendaCell")
        self.setAccessibleName(f"{HEADINGS[self.place]}, Zeile {self.line + 1}")
        self.setText(text)
        if self.place is Place.MINUTES:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.setPlaceholderText("10")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.textEdited.connect(self._on_edited)

    def is_changed(self) -> bool:
        """Whether it holds something that is not stored."""
        return self.text() != self.before

    def settle(self, text: str) -> None:
        """Take what is typed for stored."""
        self.before = text
        self._pause.stop()

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Mark what makes no sense."""
        self.setProperty("wrong", is_wrong)
        restyle(self)

    @Slot()
    def _on_edited(self) -> None:
        """Text may be kept while it is typed; "1" on the way to "15" is not meant yet."""
        if self.place is not Place.MINUTES:
            self._pause.start()


class AgendaCells(QStyledItemDelegate):
    """Paints text as on paper, a frame around the cell with the keyboard; opens `CellEdit`."""

    opened = Signal(object)
    pressed = Signal(object, object)
    """An editor and the key event; whoever handles the key accepts the event."""
    left = Signal(object)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, AgendaModel):
            return
        now = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, now.color("hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, now.color("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(now.color("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        is_quiet = model.is_new(index) or index.column() not in (Place.TITLE, Place.BEGINS)
        painter.setFont(option.font)
        painter.setPen(now.color("muted" if is_quiet else "ink"))
        lines = max(1, rect.height() // max(1, painter.fontMetrics().lineSpacing()))
        padding = now.px(CELL_PADDING if lines == 1 else CELL_PADDING * 2 / 3)
        room = rect.adjusted(padding, 0, -padding, -1)
        self._write(painter, room, index, lines)

    def _write(self, painter: QPainter, room: QRect, index: Index, lines: int) -> None:
        """Write on one line, or wrap at words where a narrow table gives its rows two."""
        words = str(index.data() or "")
        flags = index.data(Qt.ItemDataRole.TextAlignmentRole)
        metrics, dots = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        if lines == 1:
            painter.drawText(room, flags, metrics.elidedText(words, dots, room.width()))
            return
        # As many lines as the row has, in its middle; the last one may end in "…".
        shown = wrapped(words, painter.font(), room.width(), lines)
        height = metrics.lineSpacing()
        top = room.y() + (room.height() - height * len(shown)) // 2
        side = Qt.AlignmentFlag(flags) & Qt.AlignmentFlag.AlignHorizontal_Mask
        for number, line in enumerate(shown):
            place = QRect(room.x(), top + number * height, room.width(), height)
            painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), line)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        text = model.typed_text(index) if isinstance(model, AgendaModel) else ""
        edit = CellEdit(index, text, parent)
        self.opened.emit(edit)
        return edit

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the line alone: what stands in it was put there when it was opened."""

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect)

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, CellEdit):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            event.ignore()
            self.pressed.emit(watched, event)
            return event.isAccepted()
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() is not Qt.FocusReason.PopupFocusReason:
                self.left.emit(watched)
            return False
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and is_escape:
            event.accept()
        return False
