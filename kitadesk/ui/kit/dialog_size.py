"""How large a dialog opens: as it likes, but never larger than the window behind it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from kitadesk.ui.kit import theme

LEAST = QSize(640, 440)
"""Screen px; below, even a small window is no reason to squeeze a dialog."""


def fit_dialog(dialog: QDialog, width: int, height: int) -> None:
    """Resize to this many px at 100 %, or to what the window of its parent leaves."""
    now = theme.current()
    wanted = QSize(now.px(width), now.px(height))
    parent = dialog.parentWidget()
    if parent is not None:
        edge = QSize(now.px(32), now.px(32))
        wanted = wanted.boundedTo((parent.window().size() - edge).expandedTo(LEAST))
    dialog.resize(wanted)


def fit_height(dialog: QDialog) -> None:
    """Be as high as the wrapped texts need at this width: Qt reckons them at another one."""
    layout = dialog.layout()
    if layout is not None and layout.hasHeightForWidth():
        height = layout.totalHeightForWidth(dialog.width())
        dialog.setMinimumHeight(height)
        dialog.resize(dialog.width(), height)
