"""Liste übernehmen through the real dialog: the sample lists, odd lists, one write, one undo."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.domain.child_fields import FIELD_LABELS, Field
from kitadesk.queries.people import HouseCounts, children, house_counts
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.labels import PlainLabel
from kitadesk.ui.kit.table import DataTable
from kitadesk.ui.takeover.clipboard import looks_like_rows
from kitadesk.ui.takeover.dialog import TakeoverDialog
from kitadesk.ui.takeover.door import ChildrenDoor
from kitadesk.ui.takeover.rows_page import RowKind
from tests.support.qt_door import RecordingDoor
from tests.support.qt_input import press
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import child
from tests.support.screens import HOSTILE_TEXTS, Screen

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
BOOK = SAMPLES / "kinderliste.xlsx"
BLOCK = SAMPLES / "gruppenliste-zum-einfuegen.txt"
THREE = "Name, Vorname\tGruppe\nMuster, Mia\tFrösche\nMuster, Jonas\tBären\nŞahin, Elif\tBären"
PATIENCE = 20_000


@pytest.fixture
def screen(house: UUID, shown_screen: Screen) -> Screen:
    """A window over a house without children."""
    return shown_screen


@pytest.fixture
def dialog(qtbot: QtBot, screen: Screen) -> TakeoverDialog:
    """The dialog as it opens."""
    dialog = TakeoverDialog(screen.context)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def read(qtbot: QtBot, dialog: TakeoverDialog, text: str) -> None:
    """Read a block and wait until its rows are shown."""
    dialog.read_text(text)
    qtbot.waitUntil(dialog.review.isVisible, timeout=PATIENCE)


def accept(qtbot: QtBot, dialog: TakeoverDialog) -> None:
    with qtbot.waitSignal(dialog.taken_over, timeout=PATIENCE):
        child(dialog, QAbstractButton, "acceptTakeover").click()


def counts(desk: Desk) -> HouseCounts:
    return desk.read(house_counts, desk.clock.today())


def test_the_workbook_is_taken_over_and_one_undo_takes_all_back(
    qtbot: QtBot, dialog: TakeoverDialog, screen: Screen
) -> None:
    dialog.read_file(BOOK)
    qtbot.waitUntil(dialog.review.isVisible, timeout=PATIENCE)
    summary = "92 Kinder, 4 Gruppen, 14 Familien mit je 2 Kindern → 78 Familien"
    assert dialog.review.summary.text() == summary
    assert child(dialog, QAbstractButton, "acceptTakeover").text() == "92 Kinder übernehmen"
    accept(qtbot, dialog)
    assert (counts(screen.context.desk).children, counts(screen.context.desk).groups) == (92, 4)
    child(dialog, QAbstractButton, "undoTakeover").click()
    assert counts(screen.context.desk).children == 0
    assert screen.said == ["Zurückgenommen. Es ist alles wie vorher."]


def test_pasted_rows_are_taken_over(qtbot: QtBot, dialog: TakeoverDialog, screen: Screen) -> None:
    QGuiApplication.clipboard().setText(BLOCK.read_text(encoding="utf-8"))
    child(dialog, QAbstractButton, "pasteList").click()
    qtbot.waitUntil(dialog.review.isVisible, timeout=PATIENCE)
    accept(qtbot, dialog)
    assert counts(screen.context.desk).children == 92


def test_a_dropped_file_is_read(qtbot: QtBot, dialog: TakeoverDialog) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(BLOCK))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys)
    dialog.dropEvent(event)
    qtbot.waitUntil(dialog.review.isVisible, timeout=PATIENCE)
    assert "92 Kinder" in dialog.review.summary.text()


def test_the_same_list_again_says_nothing_new(
    qtbot: QtBot, dialog: TakeoverDialog, screen: Screen
) -> None:
    read(qtbot, dialog, THREE)
    accept(qtbot, dialog)
    again = TakeoverDialog(screen.context)
    again.open()
    read(qtbot, again, THREE)
    assert again.review.summary.text().startswith("Nichts Neues")
    button = child(again, QAbstractButton, "acceptTakeover")
    assert button.text() == "Schließen"
    button.click()
    assert not again.isVisible()


def test_a_column_can_be_corrected_and_the_plan_follows(
    qtbot: QtBot, dialog: TakeoverDialog
) -> None:
    read(qtbot, dialog, "Foo\tBar\nMia\tMuster\nOle\tVogel")
    if dialog.review.plan is None:
        assert not child(dialog, QAbstractButton, "acceptTakeover").isEnabled()
    for number, field in ((0, Field.FIRST_NAME), (1, Field.LAST_NAME)):
        box = child(dialog, QComboBox, f"column{number}")
        box.setCurrentText(FIELD_LABELS[field])
        box.activated.emit(box.currentIndex())
    qtbot.waitUntil(
        lambda: (
            dialog.review.plan is not None
            and "Vogel, Ole" in [row.name for row in dialog.review.plan.rows]
        ),
        timeout=PATIENCE,
    )


def test_pairs_are_decided_with_j_and_n(qtbot: QtBot, dialog: TakeoverDialog) -> None:
    dialog.read_file(BOOK)
    qtbot.waitUntil(dialog.review.isVisible, timeout=PATIENCE)
    dialog.review.segments.set_current(2)
    table = child(dialog, DataTable, "pairs")
    table.grab()
    press(table, Qt.Key.Key_J)
    press(table, Qt.Key.Key_N)
    answers = [pair.answer for pair in table.rows.rows]
    assert answers == ["eine Familie", "zwei Familien"]
    assert dialog.review.decided.same == frozenset({0})
    assert dialog.review.summary.text().endswith("→ 77 Familien")


def test_rejected_rows_say_why_and_where(qtbot: QtBot, dialog: TakeoverDialog) -> None:
    read(qtbot, dialog, f"{THREE}\n\tBären")
    child(dialog, QAbstractButton, "lookAtOdd").click()
    table = child(dialog, DataTable, "takeoverRows")
    (row,) = table.rows.rows
    assert (row.kind, row.line) == (RowKind.REJECTED, 5)
    assert row.words


def test_changes_show_before_and_after(
    qtbot: QtBot, dialog: TakeoverDialog, screen: Screen
) -> None:
    read(qtbot, dialog, THREE)
    accept(qtbot, dialog)
    again = TakeoverDialog(screen.context)
    read_again = THREE.replace("Mia\tFrösche", "Mia\tBären")
    again.open()
    read(qtbot, again, read_again)
    changed = [row for row in again.review.rows.table.rows.rows if row.kind is RowKind.UPDATED]
    assert [row.words for row in changed] == ["Gruppe: Frösche → Bären"]


def test_missing_children_stay_unless_ticked(
    qtbot: QtBot, dialog: TakeoverDialog, screen: Screen
) -> None:
    read(qtbot, dialog, THREE)
    accept(qtbot, dialog)
    again = TakeoverDialog(screen.context)
    again.open()
    read(qtbot, again, THREE.rsplit("\n", 1)[0])
    button = child(again, QAbstractButton, "acceptTakeover")
    assert button.text() == "Schließen"
    child(again, QAbstractButton, "dropMissing").click()
    assert button.text() == "1 Kind abmelden"
    accept(qtbot, again)
    assert counts(screen.context.desk).children == 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bild.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "kann KitaDesk nichts anfangen"),
        ("leer.csv", b"  \n", "stehen keine Daten"),
        ("kaputt.xlsx", b"PK\x03\x04" + b"0" * 50, "beschädigt"),
    ],
)
def test_a_wrong_file_is_answered_in_the_dialog(
    qtbot: QtBot, dialog: TakeoverDialog, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    dialog.read_file(tmp_path / name)
    notice = child(dialog, QWidget, "sourceError")
    qtbot.waitUntil(notice.isVisible, timeout=PATIENCE)
    assert words in notice.accessibleName()


def test_a_file_that_is_gone_is_answered(qtbot: QtBot, dialog: TakeoverDialog) -> None:
    dialog.read_file(Path("gibt es nicht.xlsx"))
    notice = child(dialog, QWidget, "sourceError")
    qtbot.waitUntil(notice.isVisible, timeout=PATIENCE)
    assert "lässt sich nicht lesen" in notice.accessibleName()


def test_a_file_is_chosen_through_the_door(
    qtbot: QtBot, dialog: TakeoverDialog, door: RecordingDoor
) -> None:
    door.path = BLOCK
    child(dialog, QAbstractButton, "chooseFile").click()
    assert door.expect().kind == "open"
    qtbot.waitUntil(dialog.review.isVisible, timeout=PATIENCE)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_name_is_shown_as_typed_and_taken_or_rejected(
    qtbot: QtBot, dialog: TakeoverDialog, screen: Screen, text: str
) -> None:
    block = f'Nachname\tVorname\tGruppe\n"{text.replace(chr(34), chr(34) * 2)}"\tMia\tBären'
    dialog.read_text(block)
    qtbot.waitUntil(
        lambda: dialog.review.isVisible() or dialog.source.notice.isVisible(), timeout=PATIENCE
    )
    dialog.grab()
    plan = dialog.review.plan
    assert plan is not None
    if plan.counts.children:
        accept(qtbot, dialog)
    day = screen.context.desk.clock.today()
    found = screen.context.desk.read(children, day)
    assert len(found) == plan.counts.children
    assert plan.counts.children + plan.counts.rejected == 1


def test_a_text_that_is_no_list_opens_nothing(qtbot: QtBot, screen: Screen) -> None:
    door = ChildrenDoor(screen.context, screen.window)
    QGuiApplication.clipboard().setText("Liebe Eltern, wir laden ein.")
    door.paste()
    assert screen.window.findChild(TakeoverDialog) is None
    assert screen.said


def test_strg_v_on_a_tab_opens_the_dialog_with_the_rows(qtbot: QtBot, screen: Screen) -> None:
    door = ChildrenDoor(screen.context, screen.window)
    QGuiApplication.clipboard().setText(THREE)
    door.paste()
    dialog = child(screen.window, TakeoverDialog, "takeoverDialog")
    qtbot.waitUntil(dialog.review.isVisible, timeout=PATIENCE)
    assert dialog.review.summary.text().startswith("3 Kinder")
    dialog.reject()


@pytest.mark.parametrize(
    ("text", "is_table"),
    [("a\tb\nc\td", True), ("a\tb", False), ("a\nb\nc\td", False), ("", False)],
)
def test_rows_are_told_from_prose(text: str, is_table: bool) -> None:
    assert looks_like_rows(text) is is_table


def test_closing_while_reading_drops_the_result(qtbot: QtBot, screen: Screen) -> None:
    dialog = TakeoverDialog(screen.context)
    dialog.open()
    dialog.read_text(THREE)
    dialog.reject()
    qtbot.waitUntil(lambda: not screen.context.jobs.is_busy(), timeout=PATIENCE)
    assert counts(screen.context.desk).children == 0


def test_the_dialog_is_freed_on_close(qtbot: QtBot, screen: Screen) -> None:
    assert freed_on_close(lambda: TakeoverDialog(screen.context))


def test_nothing_of_the_summary_is_read_as_html(qtbot: QtBot, dialog: TakeoverDialog) -> None:
    read(qtbot, dialog, "Name, Vorname\tGruppe\nMuster, <b>Mia\tFrösche\nVogel, Ole\tFrösche")
    for label in dialog.findChildren(PlainLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_esc_cannot_leave_while_the_list_is_written(
    qtbot: QtBot, dialog: TakeoverDialog, screen: Screen
) -> None:
    read(qtbot, dialog, THREE)
    with qtbot.waitSignal(dialog.taken_over, timeout=PATIENCE):
        child(dialog, QAbstractButton, "acceptTakeover").click()
        dialog.reject()
        assert dialog.isVisible()
    assert counts(screen.context.desk).children == 3


def test_a_clipboard_that_never_held_anything_is_told_in_words(dialog: TakeoverDialog) -> None:
    QGuiApplication.clipboard().clear()
    dialog.read_clipboard()
    words = [label.text() for label in dialog.source.findChildren(PlainLabel) if label.isVisible()]
    assert any("keine Liste" in word for word in words)


def test_a_list_without_groups_is_not_told_as_zero_groups(
    qtbot: QtBot, dialog: TakeoverDialog
) -> None:
    read(qtbot, dialog, "Name, Vorname\nMuster, Mia\nMuster, Jonas")
    accept(qtbot, dialog)
    words = " ".join(label.text() for label in dialog.done_page.findChildren(PlainLabel))
    assert "Familie" in words
    assert "Gruppe" not in words


def test_letters_that_look_wrong_are_read_again_in_other_ones(
    qtbot: QtBot, dialog: TakeoverDialog, tmp_path: Path
) -> None:
    path = tmp_path / "mac.csv"
    path.write_bytes("Nachname;Vorname;Gruppe\nÅgren;Mia;Igel\n".encode("mac_roman"))
    dialog.read_file(path)
    box = child(dialog, QComboBox, "fileLetters")
    qtbot.waitUntil(box.isVisible, timeout=PATIENCE)
    first = dialog.review.plan
    assert first is not None
    assert first.rows[0].name != "Ågren, Mia"
    box.setCurrentText("Mac, ältere Programme")
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.review.plan is not first, timeout=PATIENCE)
    again = dialog.review.plan
    assert again is not None
    assert again.rows[0].name == "Ågren, Mia"
    assert box.isVisible()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_that_says_its_letters_is_not_asked_about(
    qtbot: QtBot, dialog: TakeoverDialog, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "liste.csv").write_text(THREE, encoding=encoding)
    dialog.read_file(tmp_path / "liste.csv")
    qtbot.waitUntil(dialog.review.isVisible, timeout=PATIENCE)
    assert not child(dialog, QComboBox, "fileLetters").isVisible()


def test_a_file_over_the_tabs_of_children_is_left_alone(screen: Screen) -> None:
    ChildrenDoor(screen.context, screen.window)
    assert not screen.window.acceptDrops()
