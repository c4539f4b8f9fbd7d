"""A tab goes with its last reference, not when the cycle collector comes by.

The collector clears the Python half of widgets before Qt has destroyed the other half; their event
filters would then run without attributes.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kitadesk.services.desk import Desk
from kitadesk.ui.assembly import TABS
from kitadesk.ui.kit.tab import Tab
from tests.support.qt_screen import Screen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def use(make: Callable[..., Tab], screen: Screen) -> weakref.ref[Tab]:
    """Show every page of a tab, and let go of it."""
    tab = make(screen.context())
    tab.show()
    tab.activate()
    tab.ready()
    for page in tab.pages():
        page.show()
    QApplication.processEvents()
    return weakref.ref(tab)


@pytest.mark.parametrize(("area", "name"), TABS)
@pytest.mark.usefixtures("no_collector", "qapp")
def test_a_tab_goes_with_its_last_reference(town: Desk, area: str, name: str) -> None:
    make = getattr(import_module(f"kitadesk.ui.tabs.{area}.tab"), name)
    screen = Screen(town, QWidget())

    tab = use(make, screen)

    assert tab() is None
    screen.close()
