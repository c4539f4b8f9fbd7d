"""The texts of the papers on the screen: found, changed, restored, seen on the paper."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from kitadesk.queries.paper_texts import own_texts
from kitadesk.services.desk import Desk
from kitadesk.services.paper_texts import change_text
from kitadesk.services.printing import PrintRequest
from kitadesk.storage.models.house import OverrideRow
from kitadesk.ui.kit.preview import PdfPreview
from kitadesk.ui.settings.paper_texts import PaperTexts
from kitadesk.ui.settings.paper_texts_dialog import PaperTextsDialog
from tests.support.factories import make_event
from tests.support.qt_input import press, type_text
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import child
from tests.support.screens import HOSTILE_TEXTS, Screen

PATIENCE = 10_000
PLEASE = "family_letter.please_invitation"


@pytest.fixture
def view(house: UUID, shown_screen: Screen, qtbot: QtBot) -> PaperTexts:
    """All texts, as the settings show them."""
    view = PaperTexts(shown_screen.context, shown_screen.window)
    shown_screen.context.changes.refresh_on(view.tables, view.refresh)
    view.resize(640, 480)
    with qtbot.waitExposed(view):
        view.show()
    return view


def edit_of(view: PaperTexts) -> QPlainTextEdit:
    return child(view, QPlainTextEdit, "paperText")


def retype(view: PaperTexts, text: str) -> None:
    """Choose all, put another text there, and leave the field by Strg+Enter."""
    edit = edit_of(view)
    edit.setFocus()
    edit.selectAll()
    edit.insertPlainText(text)
    view.edit.area.commit()


def titles(view: PaperTexts) -> list[str]:
    return [row.shipped.title for row in view.model.entries()]


def own(desk: Desk) -> dict[str, str]:
    return {one.key: one.text for one in desk.read(own_texts)}


def test_a_typed_text_is_stored_and_marked(view: PaperTexts, desk: Desk, qtbot: QtBot) -> None:
    view.choose("slip.yes")
    retype(view, "Ja, gern")

    assert own(desk) == {"slip.yes": "Ja, gern"}
    qtbot.waitUntil(lambda: view.said.text().endswith("1 geändert"), timeout=PATIENCE)


def test_a_placeholder_is_put_where_the_cursor_stands(view: PaperTexts) -> None:
    view.choose(PLEASE)
    retype(view, "Bitte bis  zurück.")
    cursor = edit_of(view).textCursor()
    cursor.setPosition(len("Bitte bis "))
    edit_of(view).setTextCursor(cursor)

    child(view, QAbstractButton, "insert_frist").click()

    assert edit_of(view).toPlainText() == "Bitte bis {frist} zurück."
    assert edit_of(view).hasFocus()


def test_how_it_reads_is_shown_with_an_example(view: PaperTexts) -> None:
    view.choose(PLEASE)
    retype(view, "Bis {frist}, bitte.")

    assert view.edit.shown.text() == "Bis Mittwoch, 24. März, bitte."


def test_a_missing_placeholder_is_said_beside_the_text(view: PaperTexts, desk: Desk) -> None:
    view.choose(PLEASE)
    retype(view, "Bitte bald.")

    assert "{frist} fehlt" in view.edit.area.line_below.text()
    assert own(desk) == {}


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, "{0}", "{kinder.__class__}", "Wort " * 3_000])
def test_an_odd_text_is_stored_as_typed_or_refused_in_a_sentence(
    view: PaperTexts, desk: Desk, text: str
) -> None:
    view.choose("postponement.cancelled")
    retype(view, text)

    refused = view.edit.area.has_error()
    assert refused != bool(own(desk))
    assert view.edit.shown.textFormat() == Qt.TextFormat.PlainText


def test_the_shipped_text_comes_back(view: PaperTexts, desk: Desk, qtbot: QtBot) -> None:
    change_text(desk, "slip.yes", "Ja, gern")
    view.choose("slip.yes")
    link = child(view, QAbstractButton, "restorePaperText")
    qtbot.waitUntil(link.isVisible, timeout=PATIENCE)

    link.click()

    assert own(desk) == {}
    qtbot.waitUntil(lambda: edit_of(view).toPlainText() == "Ja", timeout=PATIENCE)


def test_only_the_changed_ones_can_be_listed(view: PaperTexts, desk: Desk) -> None:
    change_text(desk, "slip.yes", "Ja, gern")
    view.refresh()

    child(view, QCheckBox, "onlyChangedTexts").setChecked(True)

    assert titles(view) == ["Ja"]


def test_a_text_is_found_by_its_words(view: PaperTexts) -> None:
    type_text(child(view, QLineEdit, "paperTextSearch"), "verschieben neuen")

    assert titles(view) == ["Es gibt einen neuen Tag"]


def test_long_sentences_are_only_told_of_own_texts(view: PaperTexts) -> None:
    view.choose("attendance_list.purpose")
    assert view.edit.hints.isHidden()

    retype(view, "Wir " + "und wir " * 8 + "gehen.")

    assert "18 Wörter" in view.edit.hints.text()


def test_a_text_shipped_anew_is_told_and_the_own_one_can_stay(
    view: PaperTexts, desk: Desk, qtbot: QtBot
) -> None:
    change_text(desk, "slip.yes", "Ja, gern")
    with desk.store.write("planted") as writer:
        next(iter(writer.session.query(OverrideRow))).source = "Jawohl"
    view.refresh()
    view.choose("slip.yes")
    assert "Der ursprüngliche Text hat sich geändert" in child(view, QLabel, "warnTone").text()

    view.edit.keep.click()

    qtbot.waitUntil(view.edit.notice.isHidden, timeout=PATIENCE)
    assert own(desk) == {"slip.yes": "Ja, gern"}


def test_the_paper_beside_the_text_is_drawn_anew(
    desk: Desk, shown_screen: Screen, house: UUID, qtbot: QtBot
) -> None:
    request = PrintRequest("invitation", make_event(desk))
    dialog = PaperTextsDialog(shown_screen.context, request, shown_screen.window)
    dialog.resize(1180, 640)
    with qtbot.waitExposed(dialog):
        dialog.open()
    preview = child(dialog, PdfPreview, "paperTextPreview")
    qtbot.waitUntil(lambda: preview.page_count() > 0, timeout=PATIENCE)
    before = preview.pdf()

    change_text(desk, "slip.signature", "Unterschrift und Datum:")

    qtbot.waitUntil(lambda: preview.pdf() != before, timeout=PATIENCE)
    assert {"family_letter", "slip"} < {row.group.name for row in dialog.texts.model.entries()}


def test_enter_does_not_close_the_dialog(shown_screen: Screen, house: UUID, qtbot: QtBot) -> None:
    dialog = PaperTextsDialog(shown_screen.context, PrintRequest("agenda"), shown_screen.window)
    with qtbot.waitExposed(dialog):
        dialog.open()

    press(child(dialog, QLineEdit, "paperTextSearch"), Qt.Key.Key_Return)

    assert dialog.isVisible()


def test_the_dialog_is_freed(shown_screen: Screen, house: UUID) -> None:
    context = shown_screen.context

    assert freed_on_close(
        lambda: PaperTextsDialog(context, PrintRequest("agenda"), shown_screen.window)
    )


def test_a_narrow_page_leads_to_the_text_on_its_paper(view: PaperTexts, qtbot: QtBot) -> None:
    view.choose("agenda.end")

    child(view, QAbstractButton, "seeOnPaper").click()

    dialog = child(view.window(), PaperTextsDialog, "paperTextsDialog")
    assert dialog.texts.edit.title.text() == "Tagesordnung: Ende"
    dialog.accept()


def test_heads_of_a_table_are_one_text_and_keep_their_number(
    view: PaperTexts, desk: Desk, qtbot: QtBot
) -> None:
    view.choose("attendance_list.heads")
    assert "3 Teile" in shown_words(view)

    retype(view, "Wer | Unterschrift")
    assert "hat 3 Teile" in shown_words(view)
    assert own(desk) == {}

    retype(view, "Wer | Kind | Name von Hand")
    assert own(desk) == {"attendance_list.heads": "Wer | Kind | Name von Hand"}


def test_beside_a_text_that_stands_on_no_paper_there_is_none(
    view: PaperTexts, qtbot: QtBot
) -> None:
    view.resize(1200, 480)
    preview = child(view, PdfPreview, "paperTextPreview")
    qtbot.waitUntil(preview.isVisible, timeout=PATIENCE)

    view.choose("event_text.greeting")

    qtbot.waitUntil(preview.isHidden, timeout=PATIENCE)
    assert child(view, QAbstractButton, "seeOnPaper").isHidden()


def test_the_texts_of_one_paper_can_be_chosen(view: PaperTexts, qtbot: QtBot) -> None:
    papers = child(view, QComboBox, "paperOfTexts")

    papers.setCurrentText("Heute im Haus")

    groups = {row.group.title for row in view.model.entries()}
    assert groups == {"Heute im Haus"}
    papers.setCurrentText("Alle Papiere")
    assert len({row.group.title for row in view.model.entries()}) > 20


def shown_words(view: PaperTexts) -> str:
    """Return what the labels beside the field say."""
    return "\n".join(label.text() for label in view.edit.findChildren(QLabel) if label.isVisible())
