"""The sections at the left: lists of the address book, then the bodies, each with its count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.table_model import Index
from kitadesk.ui.tabs.contacts.contact_rows import Kind, Section

SECTION_ROLE = int(Qt.ItemDataRole.UserRole)
BODIES = "Gremien"


class SectionModel(QAbstractListModel):
    """Sections with one heading above the bodies; the heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[str | Section] = []

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections."""
        self.beginResetModel()
        lists = [one for one in sections if one.kind is not Kind.BODY]
        bodies = [one for one in sections if one.kind is Kind.BODY]
        self._entries = [*lists, BODIES, *bodies] if bodies else [*lists]
        self.endResetModel()

    def section_at(self, line: int) -> Section | None:
        """Return the section at a line; None for the heading and outside."""
        entry = self._entries[line] if 0 <= line < len(self._entries) else None
        return entry if isinstance(entry, Section) else None

    def line_of(self, kind: Kind, body_id: object = None) -> int:
        """Return the line of a section, 0 if it is gone."""
        for number, entry in enumerate(self._entries):
            if isinstance(entry, Section) and (entry.kind, entry.body_id) == (kind, body_id):
                return number
        return 0

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.section_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == SECTION_ROLE:
            return entry
        title = entry if isinstance(entry, str) else entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(title)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(entry, Section):
            return f"{title}, {entry.count}"
        return title if role == Qt.ItemDataRole.DisplayRole else None


class SectionDelegate(QStyledItemDelegate):
    """Paints name and count; the chosen section has a ground and the accent's ink."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        now = theme.current()
        is_heading = isinstance(index.data(SECTION_ROLE), str)
        return QSize(now.px(120), now.px(44) if is_heading else now.row_height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(SECTION_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if isinstance(entry, str):
            self._paint_heading(painter, rect, entry, option.font)
        elif isinstance(entry, Section):
            self._paint_section(painter, rect.adjusted(1, 1, -1, -1), entry, option)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str, font: QFont) -> None:
        now = theme.current()
        small = QFont(font)
        small.setPointSizeF(now.small_points)
        painter.setFont(small)
        painter.setPen(now.color("muted"))
        room = rect.adjusted(now.px(12), 0, 0, -now.px(6))
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_section(
        self, painter: QPainter, rect: QRect, section: Section, option: QStyleOptionViewItem
    ) -> None:
        now = theme.current()
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        radius = now.px(8)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent_soft" if is_chosen else "hover"))
            painter.drawRoundedRect(rect, radius, radius)
        if is_chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, radius, radius)
        room = rect.adjusted(now.px(11), 0, -now.px(11), 0)
        painter.setFont(option.font)
        painter.setPen(now.color("accent_text" if is_chosen else "muted"))
        count = str(section.count)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(count) - now.px(8))
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(now.color("accent_text" if is_chosen else "ink"))
        shown = QFontMetrics(font).elidedText(
            section.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class SectionList(QListView):
    """Chooses a section; `chosen` with the section, again when the chosen one is clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contactSections")
        self.setAccessibleName("Listen und Gremien")
        self.sections = SectionModel(self)
        self.setModel(self.sections)
        self.setItemDelegate(SectionDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._is_filling = False

    def current(self) -> Section | None:
        """Return the chosen section."""
        return self.sections.section_at(self.currentIndex().row())

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections; the chosen one stays, without being told again."""
        was = self.current()
        self._is_filling = True
        self.sections.set_sections(sections)
        line = self.sections.line_of(was.kind, was.body_id) if was is not None else 0
        self.setCurrentIndex(self.sections.index(line))
        self._is_filling = False

    def choose(self, section: Section) -> None:
        """Turn to a section."""
        self.setCurrentIndex(
            self.sections.index(self.sections.line_of(section.kind, section.body_id))
        )

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        was = self.current()
        super().mousePressEvent(event)
        section = self.sections.section_at(self.indexAt(event.position().toPoint()).row())
        if section is not None and section == was:
            self.chosen.emit(section)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        section = self.sections.section_at(current.row()) if current.isValid() else None
        if section is not None and not self._is_filling:
            self.chosen.emit(section)
