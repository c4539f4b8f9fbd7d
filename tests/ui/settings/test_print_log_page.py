"""The print log in the settings: what was printed, found by words, printed once more."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kitadesk.queries.print_log import print_runs
from kitadesk.services.desk import Desk
from kitadesk.services.events import delete_event
from kitadesk.services.people import delete_group
from kitadesk.services.print_requests import PrintRequest
from kitadesk.services.printing import log_print
from kitadesk.storage.models.privacy import PrintLog
from kitadesk.ui.papers.print_again import SheetDialog
from kitadesk.ui.settings.print_log_page import PrintLogPage
from tests.support.factories import make_event, make_family, make_group, make_house
from tests.support.qt_screen import Screen, child


@pytest.fixture
def evening(desk: Desk) -> UUID:
    make_house(desk)
    group = make_group(desk)
    for name in ("Ahrens", "Busch", "Şahin"):
        make_family(desk, name, children=("Mia",), group=group)
    return make_event(desk)


@pytest.fixture
def page(qtbot: QtBot, screen: Screen, desk: Desk, evening: UUID) -> PrintLogPage:
    log_print(desk, PrintRequest("group_list", blank=True), 1, "pdf")
    log_print(desk, PrintRequest("invitation", evening), 3, "printer")
    made = PrintLogPage(screen.context())
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def shown(page: PrintLogPage) -> list[list[str]]:
    return [[column.text(run) for column in page.model.columns] for run in page.model.rows]


def test_it_says_what_for_whom_how_much_and_on_which_way(page: PrintLogPage) -> None:
    newest, oldest = shown(page)
    assert newest[1] == "Einladung mit Rückmeldezettel"
    assert "Elternabend der Frösche" in newest[2]
    assert newest[3:5] == ["3", "Drucker"]
    assert oldest[2:5] == ["blanko", "1", "PDF"]
    page.grab()


def test_words_find_a_run(page: PrintLogPage) -> None:
    child(page, QLineEdit, "printLogFilter").setText("frosche einladung")
    assert len(shown(page)) == 1


def test_a_run_is_printed_again_and_noted_again(
    page: PrintLogPage, screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    page.table.choose(page.model.rows[0].id)
    child(page, QPushButton, "logAgain").click()

    qtbot.waitUntil(lambda: len(desk.read(print_runs)) == 3)
    assert len(screen.printed) == 1


def test_the_rest_of_a_run_is_asked_for_by_its_sheet(
    page: PrintLogPage, screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    page.table.choose(page.model.rows[0].id)
    child(page, QPushButton, "logRest").click()
    dialog = child(page, SheetDialog, "sheetDialog")
    child(dialog, QLineEdit, "againFirst").setText("2")
    child(dialog, QPushButton, "againPrint").click()

    qtbot.waitUntil(lambda: len(desk.read(print_runs)) == 3)
    assert desk.read(print_runs)[0].sheets == 2


def test_what_is_gone_cannot_be_printed_again(
    page: PrintLogPage, desk: Desk, evening: UUID
) -> None:
    delete_event(desk, evening)
    page.refresh()

    page.table.choose(page.model.rows[0].id)

    assert not child(page, QPushButton, "logAgain").isEnabled()
    assert "gelöscht" in page.why_not.text()


def test_without_a_chosen_run_nothing_is_offered(page: PrintLogPage) -> None:
    assert not child(page, QPushButton, "logAgain").isEnabled()


def test_a_run_for_several_says_so_and_what_is_gone(page: PrintLogPage, desk: Desk) -> None:
    groups = tuple(make_group(desk, name) for name in ("Igel", "Bären", "Wale"))
    log_print(desk, PrintRequest("group_list", for_ids=groups), 5, "printer")
    delete_group(desk, groups[2])
    page.refresh()
    run = next(one for one in page.model.rows if one.subject == "Igel")
    page.table.choose(run.id)
    assert page.model.columns[2].text(run) == "Igel + 1"
    assert page.why_not.text() == "1 Eintrag dieses Drucks ist gelöscht."
    assert child(page, QPushButton, "logAgain").isEnabled()


def test_a_run_of_another_version_says_so(page: PrintLogPage, desk: Desk) -> None:
    with desk.write("Druckprotokoll", undoable=False) as writer:
        writer.session.scalars(select(PrintLog)).first().program_version = "0.0.1"
    page.refresh()
    run = next(one for one in page.model.rows if one.program_version == "0.0.1")
    page.table.choose(run.id)
    assert page.why_not.text().startswith("Gedruckt mit KitaDesk 0.0.1, jetzt ist ")
