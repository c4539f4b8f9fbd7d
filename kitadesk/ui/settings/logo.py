"""A picture file into a small logo: PNG where that stays small, else JPEG, at most 200 kB."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from kitadesk.base.errors import UserError
from kitadesk.services.parsing import read_file
from kitadesk.ui.kit.jobs import JobControl

LARGEST = QSize(600, 300)
"""Pixels: 5 cm × 2.5 cm at 300 dpi, as large as a logo stands on a letter."""
MOST_BYTES = 200_000
_KINDS = frozenset({b"png", b"jpeg", b"jpg"})
_QUALITIES = (90, 75, 55, 30)


@dataclass(frozen=True, slots=True)
class ShrinkLogo:
    """The job: reads the file and returns the small picture."""

    path: Path

    def __call__(self, control: JobControl) -> bytes:
        """Read and shrink; raises UserError ``logo_…`` or ``file_not_readable``."""
        control.check()
        try:
            data = read_file(self.path)
        except UserError as problem:
            if problem.code == "file_too_large":
                raise UserError("logo_too_large") from None
            raise
        return small_logo(data)


def small_logo(data: bytes) -> bytes:
    """Return the picture at most 600 × 300 px and 200 kB; only PNG and JPEG are read."""
    image = _read(data)
    if image.width() > LARGEST.width() or image.height() > LARGEST.height():
        image = image.scaled(
            LARGEST,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    found = _written(image, b"PNG", -1)
    if len(found) <= MOST_BYTES:
        return found
    flat = _on_white(image)
    for quality in _QUALITIES:
        found = _written(flat, b"JPEG", quality)
        if len(found) <= MOST_BYTES:
            break
    return found


def _read(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _KINDS:
        raise UserError("logo_not_readable")
    image = reader.read()
    if image.isNull():
        raise UserError("logo_not_readable")
    return image


def _on_white(image: QImage) -> QImage:
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _written(image: QImage, kind: bytes, quality: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stubs of QImage.save want a format that the call itself refuses.
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    writer.write(image)
    buffer.close()
    return bytes(data.data())
