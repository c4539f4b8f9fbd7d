"""What the clipboard or a drop holds: a file, or rows of a list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

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
