"""The page Einwilligungen over a shown window, for every test of it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from kitadesk.ui.tabs.transition.consents_page import ConsentsPage
from tests.support.qt_input import press
from tests.support.qt_screen import child
from tests.support.screens import Screen

YEAR = 2027


def open_consents(
    screen: Screen, cohort_id: UUID, *, is_card_open: bool = True, width: int = 1232
) -> ConsentsPage:
    """Show the children of an entry year; the card of the first one is open."""
    page = ConsentsPage(screen.context, screen.window)
    page.resize(width, 700)
    page.show_year(YEAR, cohort_id)
    page.show()
    page.begin()
    if is_card_open:
        press(page.table, Qt.Key.Key_Return)
    return page


def cells(page: ConsentsPage) -> list[str]:
    """Return what the first row says: child, group, and the state of each kind."""
    return [str(page.model.index(0, column).data()) for column in range(5)]


def enter(page: ConsentsPage, cohort_id: UUID) -> None:
    """Press *Eintragen* and read the page again."""
    child(page, QPushButton, "consentEnter").click()
    page.show_year(YEAR, cohort_id)


def choose(page: ConsentsPage, name: str, words: str) -> None:
    """Choose something in a box as a person does."""
    box = child(page, QComboBox, name)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())
