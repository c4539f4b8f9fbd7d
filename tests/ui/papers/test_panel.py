"""The paper at the right: chooser, preview, form, findings, printer, file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.printing import last_printed
from kitadesk.services.desk import Desk
from kitadesk.services.print_checks import Finding
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.ui.kit.buttons import SegmentButton
from kitadesk.ui.kit.preview import PdfPreview
from kitadesk.ui.papers.panel import PaperPanel
from tests.support.factories import MadeFamily, make_event, make_family, make_group, make_house
from tests.support.qt_door import RecordingDoor
from tests.support.qt_screen import Screen, child


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    make_house(desk)
    group = make_group(desk)
    make_family(desk, "Şahin", children=("Elif",), group=group)
    return make_family(desk, "Müller", children=("Mia", "Jonas"), group=group)


@pytest.fixture
def evening(desk: Desk, family: MadeFamily) -> UUID:
    return make_event(desk)


@pytest.fixture
def panel(qtbot: QtBot, screen: Screen, evening: UUID) -> PaperPanel:
    made = PaperPanel(screen.context(), SubjectKind.EVENT)
    qtbot.addWidget(made)
    made.resize(360, 900)
    made.show_subject(evening)
    made.show()
    return made


def press(panel: PaperPanel, name: str) -> None:
    child(panel, QPushButton, name).click()


def tick(panel: PaperPanel, name: str) -> None:
    child(panel, QCheckBox, name).click()


def sheets_read(qtbot: QtBot, panel: PaperPanel, words: str) -> None:
    qtbot.waitUntil(lambda: panel.ways.sheets.text() == words)


def test_only_papers_that_fit_are_offered(panel: PaperPanel) -> None:
    chooser = child(panel, QComboBox, "paperChooser")
    assert chooser.itemText(0) == "Einladung mit Rückmeldezettel"
    offered = {paper_id for paper_id, _title in panel.papers()}
    assert {"invitation", "group_separator", "attendance_list", "group_list"} <= offered
    assert not {"telephone_list", "body_list"} & offered


def test_the_first_sheets_are_drawn_and_all_are_counted(panel: PaperPanel, qtbot: QtBot) -> None:
    preview = child(panel, PdfPreview, "paperPreview")
    qtbot.waitUntil(lambda: preview.page_count() > 0)
    sheets_read(qtbot, panel, "2 Blatt · für die Familien")


def test_a_choice_in_the_form_changes_the_paper(panel: PaperPanel, qtbot: QtBot) -> None:
    sheets_read(qtbot, panel, "2 Blatt · für die Familien")
    tick(panel, "param_separators")
    sheets_read(qtbot, panel, "3 Blatt · für die Familien")


def test_the_old_picture_stays_while_the_new_one_is_drawn(panel: PaperPanel, qtbot: QtBot) -> None:
    preview = child(panel, PdfPreview, "paperPreview")
    qtbot.waitUntil(lambda: preview.page_count() > 0)
    tick(panel, "param_separators")
    assert preview.page_count() > 0


def test_printing_gives_numbered_slips_to_the_system_dialog(
    panel: PaperPanel, screen: Screen, qtbot: QtBot
) -> None:
    press(panel, "printPaper")
    qtbot.waitUntil(lambda: len(screen.printed) == 1)
    pdf, title = screen.printed[0]
    assert pdf.startswith(b"%PDF")
    assert "Elternabend der Frösche" in title


def test_a_printed_paper_is_offered_first_next_time(
    panel: PaperPanel, screen: Screen, qtbot: QtBot
) -> None:
    panel.choose("attendance_list")
    press(panel, "printPaper")
    qtbot.waitUntil(lambda: panel.papers()[0][0] == "attendance_list")
    chooser = child(panel, QComboBox, "paperChooser")
    assert chooser.currentText() == chooser.itemText(0)


def test_a_print_that_is_given_up_is_not_logged(
    panel: PaperPanel, screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    screen.gives_up = True
    with qtbot.assertNotEmitted(panel.printed):
        press(panel, "printPaper")
        qtbot.waitUntil(lambda: len(screen.printed) == 1)
    assert desk.read(last_printed) == {}


def test_a_trial_sheet_is_one_sheet_and_not_logged(
    panel: PaperPanel, screen: Screen, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(panel.printed):
        press(panel, "printProbe")
        qtbot.waitUntil(lambda: len(screen.printed) == 1)
    assert screen.printed[0][0].count(b"/Type /Page\n") == 1


def test_the_paper_is_saved_as_a_file(
    panel: PaperPanel, screen: Screen, door: RecordingDoor, tmp_path: Path, qtbot: QtBot
) -> None:
    door.path = tmp_path / "Einladung.pdf"
    press(panel, "savePdf")
    qtbot.waitUntil(lambda: bool(screen.said))
    assert door.expect().kind == "save"
    assert door.path.read_bytes().startswith(b"%PDF")
    assert screen.said == ["Gesichert: Einladung.pdf"]


def test_a_reminder_is_for_the_missing_only(
    panel: PaperPanel, desk: Desk, evening: UUID, family: MadeFamily, qtbot: QtBot
) -> None:
    record_reply(desk, ReplyInput(evening, family.household_id, 2))
    panel.choose("invitation", {"reminder": "ja"})
    sheets_read(qtbot, panel, "1 Blatt · für die Familien")
    assert child(panel, QCheckBox, "param_reminder").isChecked()


def test_another_record_begins_with_a_fresh_form(
    panel: PaperPanel, desk: Desk, qtbot: QtBot
) -> None:
    panel.choose("invitation", {"reminder": "ja"})
    panel.show_subject(make_event(desk, "Martinsfest", on_date=date(2027, 11, 11)))
    assert not child(panel, QCheckBox, "param_reminder").isChecked()


def test_what_is_odd_is_said_and_can_be_shown(panel: PaperPanel, desk: Desk, qtbot: QtBot) -> None:
    panel.show_subject(make_event(desk, "Ohne Ort", place=""))
    wanted: list[Finding] = []
    panel.show_wanted.connect(wanted.append)
    qtbot.waitUntil(lambda: panel.findChild(QPushButton, "showFinding") is not None)
    press(panel, "showFinding")
    assert wanted[0].text == "Der Ort fehlt."


def test_a_blank_form_can_be_printed(panel: PaperPanel, screen: Screen, qtbot: QtBot) -> None:
    tick(panel, "paperBlank")
    press(panel, "printPaper")
    qtbot.waitUntil(lambda: len(screen.printed) == 1)
    assert screen.printed[0][0].startswith(b"%PDF")


def test_a_low_panel_folds_the_form_but_shows_what_was_changed(panel: PaperPanel) -> None:
    panel.resize(360, 500)
    assert not child(panel, QCheckBox, "param_large_print").isVisible()
    press(panel, "moreParams")
    assert child(panel, QCheckBox, "param_large_print").isVisible()


def test_in_a_very_low_panel_picture_and_form_take_turns(
    panel: PaperPanel, desk: Desk, qtbot: QtBot
) -> None:
    panel.resize(360, 400)
    panel.show_subject(make_event(desk, reply_until=None))
    assert panel.preview.isVisible()
    assert not panel.options.isVisible()
    form = panel.turns.findChildren(SegmentButton)[1]
    qtbot.waitUntil(lambda: "Hinweis" in form.text())
    form.click()
    assert child(panel, QCheckBox, "param_large_print").isVisible()
    assert not panel.preview.isVisible()
    panel.resize(360, 900)
    assert panel.preview.isVisible()
    assert not panel.turns.isVisible()


def test_a_wide_panel_shows_picture_and_whole_form_beside_each_other(
    panel: PaperPanel, qtbot: QtBot
) -> None:
    panel.fit_alone(900)
    panel.resize(900, 420)
    qtbot.waitUntil(lambda: panel.options.x() >= panel.preview.geometry().right())
    assert panel.preview.isVisible()
    assert not panel.turns.isVisible()
    assert panel.preview.height() > panel.options.height()
    assert child(panel, QCheckBox, "param_large_print").isVisible()


def test_a_panel_that_becomes_narrow_again_puts_the_picture_on_top(
    panel: PaperPanel, qtbot: QtBot
) -> None:
    panel.fit_alone(900)
    panel.resize(900, 900)
    panel.fit_alone(380)
    panel.resize(380, 900)
    qtbot.waitUntil(lambda: panel.preview.geometry().bottom() < panel.options.y())
    assert panel.head.y() < panel.preview.y()


def test_the_line_for_sheets_waits_behind_a_folded_form(panel: PaperPanel, qtbot: QtBot) -> None:
    first = child(panel, QLineEdit, "sheetsFirst")
    sheets_read(qtbot, panel, "2 Blatt · für die Familien")
    assert not first.isVisible()
    press(panel, "moreParams")
    assert first.isVisible()
    first.setText("2")
    press(panel, "moreParams")
    assert first.isVisible()
    assert panel.options.wanted_sheets() == (2, None)


def test_nonsense_in_the_form_is_said_over_the_paper(panel: PaperPanel, qtbot: QtBot) -> None:
    panel.choose("attendance_list")
    edit = child(panel, QLineEdit, "param_blank_rows")
    edit.setText("viele")
    edit.textEdited.emit("viele")
    preview = child(panel, PdfPreview, "paperPreview")
    qtbot.waitUntil(lambda: "viele" in preview.notice.label.text())


def test_the_columns_of_a_list_are_ticked_in_a_menu(panel: PaperPanel) -> None:
    panel.choose("group_list")
    button = child(panel, QPushButton, "param_columns")
    menu = child(button, QMenu, "param_columnsMenu")
    before = button.accessibleName()
    menu.actions()[-1].trigger()
    assert button.accessibleName() == f"{before}, {menu.actions()[-1].text()}"


def test_a_hidden_panel_draws_nothing(qtbot: QtBot, screen: Screen, evening: UUID) -> None:
    panel = PaperPanel(screen.context(), SubjectKind.EVENT)
    qtbot.addWidget(panel)
    panel.show_subject(evening)
    assert not screen.jobs.is_busy()


def test_typing_draws_at_once_and_the_last_value_always(panel: PaperPanel, qtbot: QtBot) -> None:
    panel.choose("attendance_list")
    sheets_read(qtbot, panel, "1 Blatt · bleibt im Haus")
    edit = child(panel, QLineEdit, "param_blank_rows")
    for text in ("2", "20", "90"):
        edit.setText(text)
        edit.textEdited.emit(text)

    preview = child(panel, PdfPreview, "paperPreview")
    qtbot.waitUntil(lambda: preview.page_count() == 4)


def test_all_pages_of_a_run_can_be_leafed_through(
    panel: PaperPanel, desk: Desk, qtbot: QtBot
) -> None:
    group = make_group(desk, "Igel")
    for number in range(6):
        make_family(desk, f"Familie{number}", children=("Ole",), group=group)
    panel.refresh()

    qtbot.waitUntil(lambda: panel.preview.where.text() == "Seite 1 von 8")


@pytest.mark.parametrize(
    ("page", "kept", "width"), [(800, 0, 360), (1200, 0, 450), (2000, 0, 560), (1200, 800, 400)]
)
def test_the_panel_is_as_wide_as_the_page_allows(
    panel: PaperPanel, page: int, kept: int, width: int
) -> None:
    panel.fit_beside(page, kept)

    assert panel.width() == width
