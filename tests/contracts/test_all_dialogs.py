"""No dialog is forgotten by the tests that go through all screens."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

import kitadesk.ui
from kitadesk.services.desk import Desk
from kitadesk.ui.children.move_dialog import LeaveDialog
from kitadesk.ui.children.new_child import NewChildDialog
from kitadesk.ui.settings.dialog import SettingsDialog
from kitadesk.ui.takeover.dialog import TakeoverDialog
from kitadesk.ui.takeover_contacts.dialog import ContactTakeoverDialog
from tests.support.all_dialogs import DIALOGS, MAKERS
from tests.support.editable_fields import editable_widgets
from tests.support.hostile_typing import TEXTS, Edit, paste, rendered_as_html

SCREENS_OF_THEIR_OWN = {
    ContactTakeoverDialog, LeaveDialog, NewChildDialog, SettingsDialog, TakeoverDialog,
}  # fmt: skip
"""Dialogs with pages: `tests.support.all_screens` opens them one by one."""


def finished_dialogs(kind: type[QDialog]) -> set[type[QDialog]]:
    """Return the classes of ours that are opened; those with heirs only carry what they share."""
    found: set[type[QDialog]] = set()
    for heir in kind.__subclasses__():
        is_ours = heir.__module__.startswith("kitadesk.")
        below = finished_dialogs(heir)
        found |= below | ({heir} if is_ours and (not below or heir in MAKERS) else set())
    return found


def test_every_dialog_is_opened_by_the_tests_of_all_screens(qapp: QApplication) -> None:
    for module in pkgutil.walk_packages(kitadesk.ui.__path__, "kitadesk.ui."):
        importlib.import_module(module.name)
    ours = {one for one in finished_dialogs(QDialog) if not issubclass(one, QFileDialog)}
    assert ours == set(MAKERS) | SCREENS_OF_THEIR_OWN


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_opens_over_the_invented_town_and_says_what_it_is(
    town: Desk, qapp: QApplication, name: str
) -> None:
    with DIALOGS[name](town) as screen:
        for turn in screen.pages:
            turn()
        assert screen.root.windowTitle()


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_takes_any_text_calmly_and_stores_nothing_before_its_button(
    town: Desk, qapp: QApplication, name: str
) -> None:
    with DIALOGS[name](town) as screen:
        for turn in screen.pages:
            turn()
        edits = [one for one in editable_widgets(screen.root) if isinstance(one, Edit)]
        for edit in edits:
            for text in TEXTS:
                paste(edit, text)
                QApplication.processEvents()
        assert rendered_as_html(screen.root) == []
        assert town.undo_label is None
