"""The order in which Tab goes through a page whose parts are made as they are needed.

Qt goes by the order in which widgets were made; what is made later would come last.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

_ONE_ROW = 14
"""px between the middles of widgets that stand side by side."""


def reading_order(root: QWidget) -> list[QWidget]:
    """Return what Tab can reach below a widget: row after row, each from left to right."""
    found = [one for one in root.findChildren(QWidget) if _is_reached(one)]
    middles = {one: one.mapTo(root, QPoint(0, 0)) + one.rect().center() for one in found}
    ordered: list[QWidget] = []
    row: list[QWidget] = []
    for one in sorted(found, key=lambda widget: middles[widget].y()):
        if row and middles[one].y() - middles[row[-1]].y() > _ONE_ROW:
            ordered += sorted(row, key=lambda widget: middles[widget].x())
            row = []
        row.append(one)
    return ordered + sorted(row, key=lambda widget: middles[widget].x())


def _is_reached(widget: QWidget) -> bool:
    has_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(has_tab) and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()
