"""The search field of the window: results in a list below it while the person types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme

if TYPE_CHECKING:
    from kitadesk.ui.kit.search_hits import HitList

TYPING_PAUSE_MS = 120
MOST_HITS = 12


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One result: "Kind", "Albrecht, Mia", "Frösche · GS Hainichen", and how to show it."""

    kind_label: str
    title: str
    subtitle: str
    open: Callable[[], object]


Search = Callable[[str], Sequence[SearchHit]]


class SearchField(QLineEdit):
    """Strg+K; arrows choose, Enter opens, Esc closes. `set_search` gives it something to ask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setPlaceholderText("Suchen …   Strg+K")
        self.setAccessibleName("Suchen")
        self._search: Search | None = None
        self._list: HitList | None = None
        self._icon: QIcon | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._on_edited)

    def set_search(self, search: Search) -> None:
        """Ask this from now on; called on the main thread, so it must be quick (trigram index)."""
        self._search = search

    def hits(self) -> HitList | None:
        """Return the list of results once there was one."""
        return self._list

    def set_icon(self, icon: QIcon) -> None:
        """Put the magnifying glass at the left, once icons may be loaded."""
        self._icon = icon
        self.setTextMargins(theme.current().px(24), 0, 0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon is not None:
            side = theme.current().px(20)
            place = QRect(theme.current().px(10), (self.height() - side) // 2, side, side)
            self._icon.paint(QPainter(self), place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self._list is not None and self._list.isVisible()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            if not shown:
                self._ask()
            elif self._list is not None:
                self._list.open_current()
        elif shown and self._list is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._list.move(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Close the list and empty the field."""
        self._pause.stop()
        self.clear()
        if self._list is not None:
            self._list.hide()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self.leave()

    @Slot()
    def _ask(self) -> None:
        words = self.text().strip()
        if self._search is None or not words:
            return
        if self._list is None:
            # Lists and delegates cost 8 ms of the first paint.
            from kitadesk.ui.kit.search_hits import HitList  # noqa: PLC0415

            self._list = HitList(self)
        self._list.show_hits(self._search(words)[:MOST_HITS], words)
