"""What the clipboard or a drop holds: a file, or rows of a list; and Strg+V for whole tabs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kitadesk.ui.kit.context import AppContext

_FEWEST_ROWS = 2


def copied() -> QMimeData:
    """Return what the clipboard holds; Qt gives None where nothing was ever copied."""
    mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if mime is None else mime


def file_in(mime: QMimeData) -> Path | None:
    """Return the one local file that was copied or dropped; None for none or several."""
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None


def text_in(mime: QMimeData) -> str:
    """Return the text that was copied or dropped; Excel and Word give rows with tabs."""
    return mime.text() if mime.hasText() and not mime.hasUrls() else ""


def looks_like_rows(text: str) -> bool:
    """Tell whether a text is a table: two lines or more, and tabs in most of them."""
    lines = [line for line in text.splitlines() if line.strip()]
    with_tabs = sum("\t" in line for line in lines)
    return len(lines) >= _FEWEST_ROWS and with_tabs * 2 > len(lines)


class PasteDoor(QObject):
    """Strg+V anywhere in `area` opens *Liste übernehmen* when rows were copied.

    Fields keep their own Strg+V, because a field in focus takes the key before a shortcut does.
    """

    def __init__(self, context: AppContext, area: QWidget) -> None:
        super().__init__(area)
        self.setObjectName("pasteDoor")
        self._context = context
        self._area = area
        keys = QKeySequence(QKeySequence.StandardKey.Paste)
        self._shortcut = QShortcut(keys, area)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcut.activated.connect(self.paste)

    @Slot()
    def paste(self) -> None:
        """Open the dialog with what was copied, or say in one sentence that it is no list."""
        mime = copied()
        if file_in(mime) is None and not looks_like_rows(text_in(mime)):
            self._context.notify(
                "In der Zwischenablage liegt keine Liste. Bitte Zeilen in Excel kopieren."
            )
            return
        # The dialog is heavy and the door stands at every tab from the start.
        from kitadesk.ui.takeover.dialog import TakeoverDialog  # noqa: PLC0415

        dialog = TakeoverDialog(self._context, self._area)
        dialog.open()
        dialog.read_clipboard()
