"""Icons from `resources/icons`, tinted by a colour token; loaded after the first paint."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from kitadesk.base.paths import resources_dir
from kitadesk.ui.kit import theme

SIZE = 20
"""Side of an icon in px at 100 %."""


def icon(name: str, color: str = "ink") -> QIcon:
    """Return an icon in a colour of the theme; ask again after the theme changed."""
    now = theme.current()
    return _icon(name, str(getattr(now.colors, color)), now.px(SIZE))


@lru_cache(maxsize=256)
def _icon(name: str, color: str, side: int) -> QIcon:
    result = QIcon()
    for ratio in (1, 2):
        pixmap = _pixmap(name, color, side * ratio)
        pixmap.setDevicePixelRatio(ratio)
        result.addPixmap(pixmap)
    return result


def _pixmap(name: str, color: str, side: int) -> QPixmap:
    """Let Qt's SVG reader draw it: no import of QtSvg, sharp at every size."""
    drawing = (resources_dir() / "icons" / f"{name}.svg").read_bytes()
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing.replace(b"currentColor", color.encode("ascii"))))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImage(reader.read())
