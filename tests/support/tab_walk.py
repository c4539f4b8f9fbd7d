"""Walks a page with the Tab key, and says where the way is not the one of the eyes."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.qt_input import press

MOST_STOPS = 100


def walk(page: QWidget, first: QWidget) -> list[QWidget]:
    """Press Tab from a field on, until the page is left or begins again."""
    first.setFocus()
    stops: list[QWidget] = []
    now: QWidget | None = first
    while now is not None and page.isAncestorOf(now) and now not in stops:
        stops.append(now)
        assert len(stops) < MOST_STOPS
        press(now, Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = page.window().focusWidget()
    return stops


def against_reading(page: QWidget, stops: list[QWidget]) -> list[str]:
    """Return each step that goes up, or to the left in the same line."""
    return [
        f"{_name(before)} → {_name(after)}"
        for before, after in pairwise(stops)
        if not _follows(_place(page, before), _place(page, after))
    ]


def unreached(page: QWidget, stops: list[QWidget]) -> list[str]:
    """Return what is seen and takes the keyboard by Tab, and was not reached."""
    by_tab = Qt.FocusPolicy.TabFocus
    return [
        _name(one)
        for one in page.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one not in stops and one.focusProxy() is None
        and (one.focusPolicy() & by_tab) == by_tab
    ]  # fmt: skip


def _place(page: QWidget, stop: QWidget) -> QRect:
    return QRect(stop.mapTo(page, QPoint(0, 0)), stop.size())


def _follows(before: QRect, after: QRect) -> bool:
    is_same_line = before.top() < after.center().y() < before.bottom()
    return after.left() >= before.left() if is_same_line else after.top() >= before.top()


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__
