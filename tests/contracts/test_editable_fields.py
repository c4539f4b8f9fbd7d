"""Every field that can be typed into is named, spoken, listed, and takes any text calmly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.tabs.events.event_page import PLAN, EventPage
from tests.support.all_screens import SCREENS, OpenScreen
from tests.support.editable_fields import (
    EDITABLE,
    MEANS_SOMETHING,
    SAVES,
    area_of,
    editable_widgets,
    faults,
    generic,
)
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
from tests.support.likely_pages import NOWHERE, SEEN_ON, likely_pages
from tests.support.qt_input import press

PATIENCE = 2000
AREAS = ("window", "start", "takeover", "settings", "paper", "child", "dialog")


def every_look(screen: OpenScreen) -> list[list[QWidget]]:
    """Return the fields that can be typed into, once per page of a screen."""
    looks = [list(editable_widgets(screen.root))]
    for turn in screen.pages:
        turn()
        QApplication.processEvents()
        looks.append(list(editable_widgets(screen.root)))
    return looks


@pytest.mark.parametrize("area", AREAS)
def test_every_editable_widget_is_known_to_the_hostile_text_test(
    town: Desk, qapp: QApplication, area: str
) -> None:
    wrong: dict[str, None] = {}
    seen: set[str] = set()
    for name, opened in SCREENS.items():
        if area_of(name) != area:
            continue
        with opened(town) as screen:
            for look in every_look(screen):
                wrong |= dict.fromkeys(faults(name, look))
                seen |= {generic(widget.objectName()) for widget in look}
    listed = {field for screen_name, field in EDITABLE if screen_name == area}
    assert list(wrong) == []
    assert listed - seen == set(), "stale entries"


@pytest.mark.parametrize(
    ("name", "spoken", "fault"),
    [
        ("newField", "Neu", "settings: newField is not listed"),
        ("", "Neu", "settings: QLineEdit is not listed"),
        ("newRoom", "", "settings: newRoom has no accessible name"),
        ("newRoom", "Neu", "settings: newRoom twice"),
    ],
)
def test_a_planted_field_fails(
    town: Desk, qapp: QApplication, name: str, spoken: str, fault: str
) -> None:
    with SCREENS["settings"](town) as screen:
        edit = QLineEdit(screen.root)
        edit.setObjectName(name)
        edit.setAccessibleName(spoken)
        assert fault in faults("settings", editable_widgets(screen.root))


@pytest.mark.parametrize("area", SAVES)
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_any_text_is_saved_as_typed_or_refused_with_a_sentence(
    town: Desk, qtbot: QtBot, area: str, text: str
) -> None:
    odd: list[str] = []
    with SCREENS[area](town) as screen:
        turn_to_an_evening(screen)
        for edit in fields(screen, SAVES[area]):
            odd += what_is_odd(qtbot, town, edit, text)
        assert rendered_as_html(screen.root) == []
    assert odd == []


@pytest.mark.parametrize("area", MEANS_SOMETHING)
def test_a_text_that_is_no_date_and_no_number_gets_a_sentence(
    town: Desk, qtbot: QtBot, area: str
) -> None:
    with SCREENS[area](town) as screen:
        turn_to_an_evening(screen)
        for edit in fields(screen, MEANS_SOMETHING[area]):
            for text in (*TEXTS, "31.02.2021", "-1", "25:61", "9" * 30):
                paste(edit, text)
                enter(edit)
                said = (edit.objectName(), text[:30], sentence_beside(edit)[-1:])
                assert said == (edit.objectName(), text[:30], ".")
            press(edit, Qt.Key.Key_Escape)
        assert rendered_as_html(screen.root) == []
    assert town.undo_label in {None, "Elternabend angelegt"}


def turn_to_an_evening(screen: OpenScreen) -> None:
    """Turn the window to the plan of an event with guests; begin one in the first minutes."""
    title = screen.root.findChild(QLineEdit, "sheetTitle")
    if title is not None:
        paste(title, "Elternabend")
        enter(title)
    page = screen.root.findChild(EventPage, "eventPage")
    for number in likely_pages(screen, "evening") if page is not None else ():
        screen.pages[number]()
        QApplication.processEvents()
        if page is not None and page.findChild(QLineEdit, "guest0Persons") is not None:
            SEEN_ON["evening"] = number
            page.show_page(PLAN)
            return


def fields(screen: OpenScreen, names: tuple[str, ...]) -> Iterator[Edit]:
    """Give each field on its page: what is not seen is filled anew only when it is seen again."""
    for name in names:
        edit = field_now(screen, name)
        for number in likely_pages(screen, name):
            if edit is not None and edit.isVisible():
                break
            screen.pages[number]()
            QApplication.processEvents()
            show_first_page(screen)
            edit = field_now(screen, name)
            if edit is not None and edit.isVisible():
                SEEN_ON[name] = number
        else:
            SEEN_ON.setdefault(name, NOWHERE)
            turn_to_an_evening(screen)
            edit = field_now(screen, name)
        if edit is not None:
            yield edit


def field_now(screen: OpenScreen, name: str) -> Edit | None:
    """Return the last field of a name, one that is seen before one that is not."""
    found = [one for one in editable_widgets(screen.root) if generic(one.objectName()) == name]
    found.sort(key=QWidget.isVisible)
    edit = found[-1] if found else None
    return edit if isinstance(edit, QLineEdit | QPlainTextEdit) else None


def show_first_page(screen: OpenScreen) -> None:
    """Turn an event to its plan, where letters, closings and series have their fields."""
    page = screen.root.findChild(EventPage, "eventPage")
    if page is not None and page.isVisible():
        page.show_page(PLAN)
        QApplication.processEvents()


def what_is_odd(qtbot: QtBot, desk: Desk, edit: Edit, text: str) -> list[str]:
    """Paste, press Enter, undo; say what is not as it should be."""
    name, before, kept = edit.objectName(), shown(edit), squashed(text)
    steps = desk.undo_label
    paste(edit, text)
    enter(edit)
    sentence = sentence_beside(edit)
    odd = [] if shown(edit) == kept else [f"{name} shows {shown(edit)[:40]!r}"]
    if sentence:
        if kept in stored_texts(desk):
            odd.append(f"{name} was stored and refused")
        press(edit, Qt.Key.Key_Escape)
        return odd + ([] if sentence.endswith(".") else [f"{name} says {sentence}"])
    if kept not in stored_texts(desk):
        odd.append(f"{name} was not stored")
    if desk.undo_label == steps:
        return [*odd, f"{name} made no step"]
    desk.undo()
    with suppress(QtTimeoutError):
        qtbot.waitUntil(lambda: shown(edit) == before, timeout=PATIENCE)
    return odd + ([] if shown(edit) == before else [f"{name} after undo: {shown(edit)[:40]!r}"])
