"""Lines of a card that become fields on a click take any text calmly, as fields that stand do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kitadesk.queries.contact_card import notes_about
from kitadesk.queries.institutions import contact_people, institutions
from kitadesk.services.contacts import add_contact_note, change_person
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import change_institution
from kitadesk.ui.kit.edit_line import EditLine
from kitadesk.ui.tabs.contacts.tab import ContactsTab
from tests.support.hostile_typing import (
    TEXTS,
    Edit,
    enter,
    paste,
    rendered_as_html,
    sentence_beside,
    squashed,
    stored_texts,
)
from tests.support.qt_input import press
from tests.support.screens import make_screen

FREE = {
    "person": {
        "personFirstName", "personLastName", "personTitle", "jobName", "wayValue", "wayLabel",
        "personBestTime", "personLanguage", "personNote", "noteText",
    },
    "institution": {
        "institutionName", "institutionShort", "institutionStreet", "institutionPostcode",
        "institutionTown", "institutionDistrict", "institutionProvider", "institutionNote",
        "wayValue", "wayLabel", "noteText",
    },
}  # fmt: skip
"""Fields of free text on a card, by what the card is about."""
MEANS_SOMETHING = {
    "person": {"jobPlace", "jobFrom", "jobTo", "contactChecked"},
    "institution": {"contactChecked"},
}
"""Fields for a day or an institution."""
KINDS = sorted(FREE)


@pytest.fixture
def tab(town: Desk, qtbot: QtBot) -> Iterator[ContactsTab]:
    """The tab over the invented town, in a window that is in front."""
    screen = make_screen(town)
    qtbot.addWidget(screen.window)
    made = ContactsTab(screen.context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    screen.context.jobs.shutdown()
    screen.context.changes.close()


def show_full_card(tab: ContactsTab, desk: Desk, kind: str) -> None:
    """Show a card on which every line says something."""
    if kind == "person":
        key = next(row.id for row in desk.read(contact_people) if row.name == "Kluge, Tino")
        change_person(desk, key, best_time="vormittags", language="Polnisch", note="gern")
        add_contact_note(desk, "Raum zugesagt", person_id=key)
    else:
        found = desk.read(institutions)
        key = next(row.id for row in found if row.name == "Grundschule Hainichen")
        change_institution(desk, key, note="Hintereingang", provider="Stadt")
        add_contact_note(desk, "Raum zugesagt", institution_id=key)
    assert desk.read(notes_about, key)
    tab.refresh()
    assert tab.show_object(kind, key)


def lines(tab: ContactsTab) -> list[EditLine]:
    """Return the lines of the card that can be edited."""
    found = [line for line in tab.card.findChildren(EditLine) if line.line.fields]
    return [line for line in found if line.isVisibleTo(tab)]


def edits(line: EditLine) -> list[Edit]:
    """Open a line and return what can be typed into."""
    line.open()
    editors = [field.editor() for field in line.fields]
    return [edit for edit in editors if isinstance(edit, QLineEdit | QPlainTextEdit)]


def places(tab: ContactsTab) -> dict[str, int]:
    """Return by the name of a field which line opens it, each once."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines(tab)):
        for edit in edits(line):
            found.setdefault(edit.objectName(), number)
        line.close_fields(keep_focus=False)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_behind_a_line_is_known_and_named(
    tab: ContactsTab, town: Desk, kind: str
) -> None:
    show_full_card(tab, town, kind)
    seen: set[str] = set()
    for line in lines(tab):
        for edit in edits(line):
            assert edit.accessibleName()
            seen.add(edit.objectName())
        line.close_fields(keep_focus=False)
    assert seen == FREE[kind] | MEANS_SOMETHING[kind]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_any_text_behind_a_line_is_saved_as_typed_or_refused_with_a_sentence(
    tab: ContactsTab, town: Desk, kind: str, text: str
) -> None:
    show_full_card(tab, town, kind)
    odd: list[str] = []
    for name, number in places(tab).items():
        if name in FREE[kind]:
            odd += what_is_odd(tab, town, number, name, text)
    assert odd == []
    assert rendered_as_html(tab) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_that_means_nothing_gets_a_sentence(tab: ContactsTab, town: Desk, kind: str) -> None:
    show_full_card(tab, town, kind)
    steps = town.undo_label
    for line in lines(tab):
        for edit in edits(line):
            if edit.objectName() in MEANS_SOMETHING[kind]:
                for text in (*TEXTS, "31.02.2021", "9" * 30):
                    paste(edit, text)
                    enter(edit)
                    assert sentence_beside(edit)[-1:] == ".", (edit.objectName(), text[:30])
                press(edit, Qt.Key.Key_Escape)
                break
        line.close_fields(keep_focus=False)
    assert town.undo_label == steps


def what_is_odd(tab: ContactsTab, desk: Desk, number: int, name: str, text: str) -> list[str]:
    """Open a line, paste, press Enter, undo; say what is not as it should be."""
    line, odd = lines(tab)[number], list[str]()
    edit = next(one for one in edits(line) if one.objectName() == name)
    steps, kept = desk.undo_label, squashed(text)
    paste(edit, text)
    enter(edit)
    sentence, is_stored = sentence_beside(edit), kept in stored_texts(desk)
    if sentence:
        odd += [] if sentence.endswith(".") else [f"{name} says {sentence}"]
        odd += [f"{name} was stored and refused"] if is_stored else []
        press(edit, Qt.Key.Key_Escape)
    elif desk.undo_label == steps or not is_stored:
        odd.append(f"{name} was not stored")
    else:
        desk.undo()
        odd += [f"{name} stays after undo"] if kept in stored_texts(desk) else []
    line.close_fields(keep_focus=False)
    QApplication.processEvents()
    tab.refresh()
    return odd
