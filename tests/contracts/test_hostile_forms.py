"""Odd texts in fields that do not save by themselves: new records, searches, forms, papers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.house import own_house
from kitadesk.queries.listing import listed
from kitadesk.queries.replies import replies_of
from kitadesk.services.desk import Desk
from kitadesk.services.replies import make_slips
from kitadesk.ui.kit.preview import PdfPreview
from kitadesk.ui.papers.panel import PaperPanel
from kitadesk.ui.start.start_page import StartPage, Step
from kitadesk.ui.tabs.events.event_page import REPLIES, EventPage
from kitadesk.ui.tabs.events.slip_entry import SlipEntry
from tests.support.all_screens import KINDS, SCREENS, OpenScreen, start_page
from tests.support.editable_fields import ADDS, PRINT_FORMS, SEARCHES, PrintForm
from tests.support.hostile_typing import (
    TEXTS,
    Edit,
    enter,
    paste,
    rendered_as_html,
    sentence_beside,
    shown,
    squashed,
    stored_texts,
)
from tests.support.likely_pages import SEEN_ON, likely_pages
from tests.support.qt_screen import child

PATIENCE = 20_000
TYPING_PAUSE_MS = 250
EVERY_TEXT = pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))


def line(root: QWidget, name: str) -> QLineEdit:
    return child(root, QLineEdit, name)


def text_field(root: QWidget, name: str) -> Edit:
    """Return a field of one line or of several."""
    fields = (root.findChild(kind, name) for kind in (QLineEdit, QPlainTextEdit))
    return next(field for field in fields if field is not None)


def typed_in(edit: Edit) -> str:
    """Return the text of a field with its lines."""
    return edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()


def turn_to_replies(screen: OpenScreen) -> EventPage:
    """Turn the window to the replies of the first evening."""
    screen.pages[0]()
    page = child(screen.root, EventPage, "eventPage")
    page.show_page(REPLIES)
    QApplication.processEvents()
    return page


def turn_to_contacts(screen: OpenScreen) -> None:
    """Turn the window to Kontakte, where the first card is open."""
    for number in likely_pages(screen, "contactNote"):
        screen.pages[number]()
        QApplication.processEvents()
        if line(screen.root, "contactNote").isVisible():
            SEEN_ON["contactNote"] = number
            return


@EVERY_TEXT
@pytest.mark.parametrize(
    ("area", "name"), [(area, name) for area, names in ADDS.items() for name in names]
)
def test_a_new_record_is_called_as_typed_or_refused_with_a_sentence(
    town: Desk, qtbot: QtBot, area: str, name: str, text: str
) -> None:
    with SCREENS[area](town) as screen:
        if name == "contactNote":
            turn_to_contacts(screen)
        elif area == "window":
            turn_to_replies(screen)
        edit = line(screen.root, name)
        last = line(screen.root, "guestNumber") if name == "guestLabel" else edit
        paste(last, "3")
        paste(edit, text)
        enter(last)
        sentence = sentence_beside(edit)
        is_stored = squashed(text) in stored_texts(town)
        assert (is_stored, sentence[-1:]) in {(True, ""), (False, ".")}
        assert shown(edit) == ("" if is_stored else squashed(text))
        if is_stored:
            town.undo()
            assert squashed(text) not in stored_texts(town)
        qtbot.wait(0)
        assert rendered_as_html(screen.root) == []


@EVERY_TEXT
def test_any_text_can_be_looked_for(town: Desk, qtbot: QtBot, text: str) -> None:
    with SCREENS["window"](town) as screen:
        for name in SEARCHES["window"]:
            edit = line(screen.root, name)
            paste(edit, text)
            qtbot.wait(TYPING_PAUSE_MS)
            enter(edit)
            assert squashed(text).startswith(squashed(edit.text()))
        assert rendered_as_html(screen.root) == []
    assert town.undo_label is None


@EVERY_TEXT
def test_a_slip_takes_only_numbers_and_says_so(town: Desk, qtbot: QtBot, text: str) -> None:
    with SCREENS["window"](town) as screen:
        entry = turn_to_replies(screen).findChild(SlipEntry)
        assert entry is not None
        event_id = town.read(listed, "events", town.clock.today())[0].id
        make_slips(town, event_id)
        numbers = [row.slip_text for row in town.read(replies_of, event_id, town.clock.today())]
        for edit in (entry.number, entry.persons):
            paste(edit, text)
            enter(edit)
            assert (entry.said.objectName(), entry.said.text()[-1:]) == ("fieldError", ".")
            paste(entry.number, numbers[0])
            enter(entry.number)
        assert rendered_as_html(screen.root) == []
    assert town.undo_label is None


@EVERY_TEXT
def test_the_own_house_begins_with_any_name_or_a_sentence(
    desk: Desk, qtbot: QtBot, text: str
) -> None:
    with start_page(desk) as screen:
        page = screen.root
        assert isinstance(page, StartPage)
        page.show_step(Step.HOUSE)
        for name, typed in (("houseName", text), ("housePostcode", text), ("houseTown", text)):
            paste(line(page, name), typed)
            enter(line(page, name))
        paste(line(page, "housePostcode"), "09661")
        enter(line(page, "housePostcode"))
        child(page, QPushButton, "houseGoOn").click()
        house = desk.read(own_house)
        said = sentence_beside(line(page, "houseName"))
        assert (squashed(house.name) if house else said[-1:]) in {squashed(text), "."}
        assert rendered_as_html(page) == []


@pytest.mark.parametrize("form", PRINT_FORMS, ids=[form.paper_id for form in PRINT_FORMS])
@EVERY_TEXT
def test_a_paper_is_drawn_with_any_text_in_its_form_or_says_why_not(
    town: Desk, qtbot: QtBot, text: str, form: PrintForm
) -> None:
    kind = form.kind if form.kind in KINDS else SubjectKind.GROUP  # A paper of the house fits all.
    with SCREENS[f"paper for {kind.value}"](town) as screen:
        panel = screen.root
        assert isinstance(panel, PaperPanel)
        panel.choose(form.paper_id)
        preview = child(panel, PdfPreview, "paperPreview")
        for name in form.names:
            edit = text_field(panel, name)
            old = typed_in(edit)
            paste(edit, text)
            preview.set_pdf(None)
            qtbot.waitUntil(
                lambda: bool(preview.pdf() or preview.notice.label.text()), timeout=PATIENCE
            )
            assert preview.pdf() is not None or preview.notice.label.text().endswith(".")
            assert shown(edit) == squashed(text)
            paste(edit, old)
            preview.say("")
        assert rendered_as_html(panel) == []
