"""A small PDF made by Qt, so that kit tests need no paper."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter


def pdf_with(*texts: str) -> bytes:
    """Return a PDF with one A4 page per text."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for number, text in enumerate(texts):
        if number:
            writer.newPage()
        painter.drawText(1000, 2000, text)
        painter.fillRect(1000, 3000, 4000, 400 * (number + 1), "black")
    painter.end()
    buffer.close()
    return bytes(data.data())
