"""Kontakte übernehmen through the real dialog: list, cards, doubtful people, one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.domain.people import Visibility
from kitadesk.queries.address_book import address_book
from kitadesk.services.desk import Desk
from kitadesk.ui.takeover_contacts.dialog import ContactTakeoverDialog
from kitadesk.ui.takeover_contacts.door import ContactDoor
from tests.support.qt_input import press
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import child
from tests.support.screens import HOSTILE_TEXTS, Screen, make_screen
from tests.support.town_fixtures import TOWN_DAY

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
CARDS = SAMPLES / "elternbeirat.vcf"
BOOK = SAMPLES / "adressen.csv"
PATIENCE = 20_000


@pytest.fixture
def screen(qtbot: QtBot, town: Desk) -> Iterator[Screen]:
    """A shown window over the invented town."""
    made = make_screen(town)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.context.jobs.shutdown()
    made.context.changes.close()


@pytest.fixture
def dialog(qtbot: QtBot, screen: Screen) -> ContactTakeoverDialog:
    """The dialog as it opens."""
    dialog = ContactTakeoverDialog(screen.context)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def wait_for_review(qtbot: QtBot, dialog: ContactTakeoverDialog) -> None:
    qtbot.waitUntil(dialog.review.isVisible, timeout=PATIENCE)


def people(desk: Desk) -> list[str]:
    book = desk.read(address_book, TOWN_DAY)
    return [f"{one.last_name}, {one.first_name}" for one in book.people]


def test_a_list_is_taken_over_and_one_undo_takes_all_back(
    qtbot: QtBot, dialog: ContactTakeoverDialog, screen: Screen
) -> None:
    before = screen.context.desk.read(address_book, TOWN_DAY)
    dialog.read_file(BOOK)
    wait_for_review(qtbot, dialog)
    assert dialog.review.summary.text() == "16 Personen, 15 Einrichtungen"
    button = child(dialog, QAbstractButton, "acceptTakeover")
    assert button.text() == "16 Kontakte übernehmen"
    with qtbot.waitSignal(dialog.taken_over, timeout=PATIENCE):
        button.click()
    assert dialog.done_page.title.text() == "16 Kontakte übernommen"
    child(dialog, QAbstractButton, "undoTakeover").click()
    assert screen.context.desk.read(address_book, TOWN_DAY) == before


def test_somebody_doubtful_stays_two_people_until_j_says_one(
    qtbot: QtBot, dialog: ContactTakeoverDialog, screen: Screen
) -> None:
    dialog.read_file(CARDS)
    wait_for_review(qtbot, dialog)
    assert "2 Personen sind vielleicht schon bekannt" in dialog.review.notice.label.text()
    child(dialog, QAbstractButton, "lookAtOdd").click()
    press(dialog.review.pairs.table, Qt.Key.Key_J)
    assert dialog.review.decided.same == {0}
    with qtbot.waitSignal(dialog.taken_over, timeout=PATIENCE):
        child(dialog, QAbstractButton, "acceptTakeover").click()
    assert people(screen.context.desk).count("Albrecht, Jana") == 1


def test_new_numbers_are_for_those_whom_the_choice_names(
    qtbot: QtBot, dialog: ContactTakeoverDialog, screen: Screen
) -> None:
    dialog.read_text("Name\tTelefon\nVogel-Neu, Ole\t037207 55599\nRoth-Neu, Ina\t037207 55598")
    wait_for_review(qtbot, dialog)
    child(dialog, QComboBox, "newSeenBy").setCurrentIndex(1)
    with qtbot.waitSignal(dialog.taken_over, timeout=PATIENCE):
        child(dialog, QAbstractButton, "acceptTakeover").click()
    found = screen.context.desk.read(address_book, TOWN_DAY, Visibility.MEMBERS)
    assert "Vogel-Neu" in {one.last_name for one in found.people}


def test_a_column_is_corrected_and_the_plan_follows(
    qtbot: QtBot, dialog: ContactTakeoverDialog
) -> None:
    dialog.read_text("Wer\tPLZ\tOrt\nOle Vogel\t09661\tX\nIna Roth\t09661\tX")
    wait_for_review(qtbot, dialog)
    assert not dialog.review.accept.isEnabled()
    box = child(dialog, QComboBox, "column0")
    box.setCurrentIndex(box.findText("Name"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(dialog.review.accept.isEnabled, timeout=PATIENCE)
    assert dialog.review.summary.text() == "2 Personen"


def test_a_second_reading_says_that_nothing_is_new(
    qtbot: QtBot, dialog: ContactTakeoverDialog
) -> None:
    dialog.read_text("Einrichtung\tOrt\nStadtbibliothek\tHainichen")
    wait_for_review(qtbot, dialog)
    assert dialog.review.summary.text().startswith("Nichts Neues")
    assert dialog.review.accept.text() == "Schließen"


def test_a_file_that_is_no_list_is_told_above_the_zone(
    qtbot: QtBot, dialog: ContactTakeoverDialog, tmp_path: Path
) -> None:
    path = tmp_path / "x.vcf"
    path.write_bytes(b"%PDF-1.7")
    dialog.read_file(path)
    qtbot.waitUntil(dialog.source.notice.isVisible, timeout=PATIENCE)
    assert "x.vcf" in dialog.source.notice.label.text()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_text_is_read_or_refused_calmly(
    qtbot: QtBot, dialog: ContactTakeoverDialog, text: str
) -> None:
    dialog.read_text(f"Name\tOrt\n{text}\tX\n{text}\tY")
    qtbot.waitUntil(
        lambda: dialog.review.isVisible() or dialog.source.notice.isVisible(), timeout=PATIENCE
    )
    dialog.grab()


def test_the_dialog_leaves_nothing_behind(qtbot: QtBot, screen: Screen) -> None:
    assert freed_on_close(lambda: ContactTakeoverDialog(screen.context))


def _opened(screen: Screen) -> ContactTakeoverDialog | None:
    return screen.window.findChild(ContactTakeoverDialog)


def test_pasting_cards_in_the_tab_opens_the_dialog(qtbot: QtBot, screen: Screen) -> None:
    QGuiApplication.clipboard().setText(CARDS.read_text("utf-8"))
    ContactDoor(screen.context, screen.window).paste()
    dialog = _opened(screen)
    assert dialog is not None
    wait_for_review(qtbot, dialog)
    assert dialog.review.summary.text() == "5 Personen, 3 Einrichtungen, 1 Gremium"


def test_pasting_a_sentence_says_that_it_is_no_list(screen: Screen) -> None:
    QGuiApplication.clipboard().setText("Guten Tag")
    ContactDoor(screen.context, screen.window).paste()
    assert _opened(screen) is None
    assert screen.said[0].startswith("In der Zwischenablage liegt keine Liste.")


def test_a_dropped_file_opens_the_dialog(qtbot: QtBot, screen: Screen) -> None:
    area = QWidget(screen.window)
    door = ContactDoor(screen.context, area)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(CARDS))])
    event = QDropEvent(
        QPointF(1, 1), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    assert door.eventFilter(area, event)
    dialog = _opened(screen)
    assert dialog is not None
    wait_for_review(qtbot, dialog)
