"""The blank sheet that F9 lays over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut)


class Cover(QWidget):
    """Hides the whole window, title included, until any key or click; keys do nothing else."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("cover")
        self.setAccessibleName("Bildschirm verdeckt")
        self._over = window
        self._title = ""
        self._focus: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def cover(self) -> None:
        """Hide the screen now."""
        if self.isVisible():
            return
        self._title = self._over.windowTitle()
        self._focus = self._over.focusWidget()
        self._over.setWindowTitle("KitaDesk")
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def uncover(self) -> None:
        """Bring everything back as it was."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        self._over.setWindowTitle(self._title)
        if self._focus is not None:
            self._focus.setFocus()
            self._focus = None

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        if event.type() in _KEYS:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self.uncover()
            event.accept()
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            self.uncover()
            return True
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("ground"))
        painter.setPen(theme.current().color("muted"))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignCenter, "Verdeckt. Weiter mit jeder Taste."
        )
