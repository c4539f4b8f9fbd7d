"""Slots that do not keep their widget alive (PySide6 holds lambdas and partials for ever)."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from types import MethodType
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def weak_slot(method: Callable[..., object], *args: object) -> Callable[..., None]:
    """Call a bound method with fixed arguments while its object lives; signal values drop."""
    reference = weakref.WeakMethod(cast("MethodType", method))

    def call(*_ignored: object) -> None:
        target = reference()
        if target is not None and is_alive(target):
            target(*args)

    return call


class WeakCallback:
    """A callback held weakly if it is a bound method, so that a late result finds nobody home."""

    __slots__ = ("_get",)

    def __init__(self, function: Callable[..., object]) -> None:
        if isinstance(function, MethodType):
            self._get: Callable[[], Callable[..., object] | None] = weakref.WeakMethod(function)
        else:
            self._get = lambda: function

    def __call__(self, *args: object) -> bool:
        """Call the target; False if it is gone."""
        target = self._get()
        if target is None or not is_alive(target):
            return False
        target(*args)
        return True

    @property
    def is_gone(self) -> bool:
        """Whether nobody can be called any more."""
        target = self._get()
        return target is None or not is_alive(target)


def is_alive(function: Callable[..., object]) -> bool:
    """Whether the object of a bound method still has its C++ half (plain functions always do)."""
    owner = getattr(function, "__self__", None)
    return owner is None or isValid(owner)


def page_of(helper: QObject) -> QWidget:
    """Return the widget that a helper belongs to.

    A helper that kept its page in an attribute would close a circle with it: the page would then
    be freed by the cycle collector, its Python half before its Qt half, and not when it closes.
    """
    page = helper.parent()
    if not isinstance(page, QWidget):
        raise TypeError(f"{type(helper).__name__} belongs to no widget")
    return page
