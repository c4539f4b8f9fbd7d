"""The folder of an evening on the screen: ticks, copies by key, sums, and the three ways out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import EventKind
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.print_log import print_runs
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.evening_folder import FolderCount
from kitadesk.services.events import change_event, delete_event
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.ui.kit.widgets import TickBox
from kitadesk.ui.papers.folder_dialog import NO_FOLDER, FolderDialog
from kitadesk.ui.papers.folder_rows import FolderRow
from kitadesk.ui.papers.panel import PaperPanel
from tests.support.factories import make_event, make_family, make_group, make_house
from tests.support.qt_door import RecordingDoor
from tests.support.qt_input import press, type_text
from tests.support.qt_life import flush_deletes
from tests.support.qt_screen import Screen, child
from tests.support.reading import read_pdf

PLAN, ATTENDANCE, RETURNS, BADGES, AGENDA, SIGN_UP, POSTER = range(7)
Key = Qt.Key


@pytest.fixture
def evening(desk: Desk) -> UUID:
    """An evening with one answer and one point: plan ×3, list, returns, agenda, poster."""
    make_house(desk)
    family = make_family(desk, "Vogel", children=("Ida",), group=make_group(desk))
    event_id = make_event(desk)
    record_reply(desk, ReplyInput(event_id, family.household_id, 2))
    add_agenda_item(desk, event_id, AgendaItemInput("Begrüßung"))
    return event_id


def opened(qtbot: QtBot, screen: Screen, event_id: UUID) -> FolderDialog:
    screen.window.resize(1280, 720)
    dialog = FolderDialog(screen.context(), event_id, screen.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.title.text()))
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, screen: Screen, evening: UUID) -> Iterator[FolderDialog]:
    made = opened(qtbot, screen, evening)
    qtbot.waitUntil(lambda: bool(made.sum.text()))
    yield made
    made.close()


def tick(dialog: FolderDialog, number: int) -> TickBox:
    return child(dialog, TickBox, f"folderTick{number}")


def copies(dialog: FolderDialog, number: int) -> QLineEdit:
    return child(dialog, QLineEdit, f"folderCopies{number}")


def sheets(dialog: FolderDialog, number: int) -> str:
    return child(dialog, FolderRow, f"folderRow{number}").sheets.text()


def ways_out(dialog: FolderDialog) -> list[QPushButton]:
    return [
        child(dialog, QPushButton, name) for name in ("folderFiles", "folderSave", "folderPrint")
    ]


def test_each_paper_says_why_and_how_many_sheets_it_is(dialog: FolderDialog) -> None:
    rows = dialog.rows.rows
    open_ticks = [number for number, row in enumerate(rows) if not row.tick.isChecked()]
    assert (open_ticks, len(rows)) == ([BADGES, SIGN_UP], 7)
    assert rows[PLAN].why.text() == "für das Team"
    assert [sheets(dialog, number) for number in (PLAN, ATTENDANCE, BADGES)] == [
        *("3 Blatt", "1 Blatt", "–")
    ]
    assert dialog.sum.text() == "7 Blatt"


def test_space_takes_a_paper_out_and_the_sum_follows(dialog: FolderDialog) -> None:
    press(tick(dialog, PLAN), Key.Key_Space)
    assert (sheets(dialog, PLAN), dialog.sum.text()) == ("–", "4 Blatt")
    press(tick(dialog, PLAN), Key.Key_Space)
    assert dialog.sum.text() == "7 Blatt"


def test_a_typed_number_sets_the_copies_and_ticks(dialog: FolderDialog) -> None:
    type_text(tick(dialog, BADGES), "1")
    assert copies(dialog, BADGES).hasFocus()
    type_text(copies(dialog, BADGES), "2")
    assert tick(dialog, BADGES).isChecked()
    assert (sheets(dialog, BADGES), dialog.sum.text()) == ("12 Blatt", "19 Blatt")


def test_no_copy_takes_a_paper_out_and_its_tick_brings_one_back(dialog: FolderDialog) -> None:
    type_text(tick(dialog, PLAN), "0")
    assert not tick(dialog, PLAN).isChecked()
    tick(dialog, PLAN).click()
    assert copies(dialog, PLAN).text() == "3"


def test_an_emptied_field_has_its_number_back(dialog: FolderDialog) -> None:
    copies(dialog, PLAN).setFocus()
    copies(dialog, PLAN).selectAll()
    press(copies(dialog, PLAN), Key.Key_Backspace)
    press(copies(dialog, PLAN), Key.Key_Down)
    assert (copies(dialog, PLAN).text(), dialog.sum.text()) == ("3", "7 Blatt")


def test_arrows_and_enter_go_through_the_list_to_the_button(dialog: FolderDialog) -> None:
    press(tick(dialog, PLAN), Key.Key_Down)
    assert tick(dialog, ATTENDANCE).hasFocus()
    press(tick(dialog, ATTENDANCE), Key.Key_Up)
    press(tick(dialog, PLAN), Key.Key_Up)
    assert tick(dialog, PLAN).hasFocus()
    tick(dialog, POSTER).setFocus()
    press(tick(dialog, POSTER), Key.Key_Return)
    assert child(dialog, QPushButton, "folderPrint").hasFocus()


def test_the_arrows_stay_in_the_column_of_the_copies(dialog: FolderDialog) -> None:
    copies(dialog, PLAN).setFocus()
    press(copies(dialog, PLAN), Key.Key_Down)
    assert copies(dialog, ATTENDANCE).hasFocus()


def test_the_paper_with_the_keyboard_is_seen(qtbot: QtBot, dialog: FolderDialog) -> None:
    tick(dialog, POSTER).setFocus()
    qtbot.waitUntil(lambda: dialog.preview.accessibleName() == "Vorschau: Aushang")
    qtbot.waitUntil(lambda: "19 bis 21 Uhr" in read_pdf(dialog.preview.pdf() or b"")[0].text)


def test_what_is_odd_about_a_paper_is_said_before_printing(
    qtbot: QtBot, screen: Screen, desk: Desk, evening: UUID
) -> None:
    change_event(desk, evening, place="")
    dialog = opened(qtbot, screen, evening)
    row = dialog.rows.rows[POSTER]
    qtbot.waitUntil(lambda: "Hinweis" in row.why.text())
    tick(dialog, POSTER).setFocus()
    assert not dialog.findings.isHidden()
    dialog.findings.show_wanted.emit(row.findings[0])
    assert screen.visited == [(row.findings[0].kind, row.findings[0].id)]
    assert not dialog.isVisible()


def test_on_both_sides_sheets_are_counted_not_pages(dialog: FolderDialog) -> None:
    dialog.rows.rows[ATTENDANCE].set_count(FolderCount(one_side=5, both_sides=3))
    child(dialog, TickBox, "folderBothSides").click()
    assert (sheets(dialog, ATTENDANCE), dialog.sum.text()) == ("3 Blatt", "9 Blatt")
    assert dialog.wish().both_sides


def test_without_a_tick_nothing_can_be_printed(dialog: FolderDialog) -> None:
    for row in dialog.rows.rows:
        row.tick.setChecked(False)
    assert [button.isEnabled() for button in ways_out(dialog)] == [False] * 3
    assert dialog.sum.text() == "0 Blatt"


def test_the_printer_gets_the_folder_and_the_log_each_paper(
    qtbot: QtBot, screen: Screen, desk: Desk, dialog: FolderDialog, evening: UUID
) -> None:
    child(dialog, QPushButton, "folderPrint").click()
    qtbot.waitUntil(lambda: bool(screen.printed))
    pdf, title = screen.printed[0]
    assert (len(read_pdf(pdf)), title) == (7, "Abendmappe Elternabend der Frösche")
    runs = [(run.paper_id, run.sheets, run.way) for run in desk.read(print_runs, evening)]
    assert ("agenda", 3, "printer") in runs
    assert len(runs) == 5
    assert not dialog.isVisible()


def test_who_gives_up_at_the_printer_has_printed_nothing(
    qtbot: QtBot, screen: Screen, desk: Desk, dialog: FolderDialog, evening: UUID
) -> None:
    screen.gives_up = True
    child(dialog, QPushButton, "folderPrint").click()
    qtbot.waitUntil(lambda: bool(screen.printed))
    assert desk.read(print_runs, evening) == ()
    assert dialog.isVisible()
    assert dialog.sum.text() == "7 Blatt"


def test_one_file_is_written_where_the_person_says(
    qtbot: QtBot, screen: Screen, door: RecordingDoor, dialog: FolderDialog, tmp_path: Path
) -> None:
    door.path = tmp_path / "Mappe.pdf"
    child(dialog, QPushButton, "folderSave").click()
    qtbot.waitUntil(lambda: bool(screen.said))
    door.expect()
    assert len(read_pdf(door.path.read_bytes())) == 7
    assert screen.said == ["Gesichert: Mappe.pdf"]


def test_separate_files_lie_in_a_folder_of_their_own(
    qtbot: QtBot, screen: Screen, desk: Desk, door: RecordingDoor, dialog: FolderDialog,
    evening: UUID, tmp_path: Path,
) -> None:  # fmt: skip
    door.path = tmp_path
    child(dialog, QPushButton, "folderFiles").click()
    qtbot.waitUntil(lambda: bool(screen.said))
    door.expect()
    files = sorted(
        path.name for path in (tmp_path / "Abendmappe Elternabend der Frösche").iterdir()
    )
    assert files[0] == "01 Ablaufplan für das Team (intern).pdf"
    assert files[-1] == "05 Aushang.pdf"
    assert screen.said == ["Gesichert: 5 Dateien in „Abendmappe Elternabend der Frösche“"]
    assert {run.way for run in desk.read(print_runs, evening)} == {"pdf"}


def test_a_closing_day_has_no_folder_and_says_so(qtbot: QtBot, screen: Screen, desk: Desk) -> None:
    make_house(desk)
    made = opened(qtbot, screen, make_event(desk, kind=EventKind.CLOSING_DAY))
    assert made.title.text() == NO_FOLDER
    assert not any(button.isEnabled() for button in ways_out(made))
    made.close()


def test_an_event_that_is_gone_meanwhile_is_said(
    qtbot: QtBot, dialog: FolderDialog, desk: Desk, door: RecordingDoor, evening: UUID
) -> None:
    delete_event(desk, evening)
    child(dialog, QPushButton, "folderPrint").click()
    qtbot.waitUntil(lambda: bool(door.asked))
    assert door.expect().error is not None


def test_escape_closes_and_frees_the_dialog(qtbot: QtBot, screen: Screen, evening: UUID) -> None:
    made = opened(qtbot, screen, evening)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=True)
    press(tick(made, PLAN), Key.Key_Escape)
    del made
    flush_deletes()
    assert screen.window.findChild(FolderDialog) is None


@pytest.mark.parametrize(("paper_id", "is_there"), [("invitation", True), ("group_list", False)])
def test_the_menu_of_an_evenings_paper_opens_the_folder(
    qtbot: QtBot, screen: Screen, evening: UUID, paper_id: str, is_there: bool
) -> None:
    panel = PaperPanel(screen.context(), SubjectKind.EVENT)
    qtbot.addWidget(panel)
    panel.show_subject(evening)
    panel.choose(paper_id)
    menu = child(panel, QMenu, "paperMoreMenu")
    menu.aboutToShow.emit()
    entry = next((one for one in menu.actions() if one.objectName() == "eveningFolder"), None)
    assert (entry is not None) is is_there
    if entry is not None:
        entry.trigger()
        made = child(panel, FolderDialog, "folderDialog")
        qtbot.waitUntil(lambda: bool(made.sum.text()))
        made.close()
