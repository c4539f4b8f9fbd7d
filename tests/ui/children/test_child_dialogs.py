"""The card of a child, a new child, going and changing the group, with real keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.base.text import clean
from kitadesk.queries.children import child_card
from kitadesk.queries.people import child as child_row
from kitadesk.queries.people import children, groups
from kitadesk.services.child_moves import changes_group, leaves
from kitadesk.services.desk import Desk
from kitadesk.services.people import ChildInput, change_child
from kitadesk.ui.children.actions import ChildActions
from kitadesk.ui.children.child_card import ChildDialog
from kitadesk.ui.children.move_dialog import GroupDialog, LeaveDialog
from kitadesk.ui.children.new_child import NewChildDialog
from kitadesk.ui.kit.edit_line import EditLine
from kitadesk.ui.kit.table import Column, DataTable, RowsModel
from kitadesk.ui.papers.dialog import PaperDialog
from tests.support.factories import TODAY, MadeFamily, make_family, make_group
from tests.support.qt_input import press, type_text
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import child
from tests.support.screens import HOSTILE_TEXTS, Screen

pytestmark = [
    pytest.mark.usefixtures("house"),
    pytest.mark.qt_log_ignore("does not support", extend=True),
]


@pytest.fixture
def mia(desk: Desk) -> MadeFamily:
    frogs = make_group(desk)
    make_group(desk, "Igel", position=1)
    return make_family(desk, "Albrecht", children=("Jonas", "Mia"), group=frogs, parents=("Anna",))


@pytest.fixture
def card(qtbot: QtBot, shown_screen: Screen, mia: MadeFamily) -> ChildDialog:
    dialog = ChildDialog(shown_screen.context, mia.child_ids[1])
    dialog.open()
    return dialog


def open_line(dialog: QWidget, key: str) -> EditLine:
    line = child(dialog, EditLine, f"line_{key}")
    press(child(line, QWidget, f"read_{key}"), Qt.Key.Key_Return)
    return line


def edit(dialog: QWidget, name: str) -> QLineEdit:
    return child(dialog, QLineEdit, name)


def replace(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    press(line, Qt.Key.Key_Return)


def test_the_name_is_edited_where_it_stands_and_undone(
    qtbot: QtBot, desk: Desk, card: ChildDialog, mia: MadeFamily
) -> None:
    open_line(card, "childName")
    replace(edit(card, "childFirstName"), "Mía Łucja")

    assert desk.read(child_row, mia.child_ids[1]).first_name == "Mía Łucja"
    qtbot.waitUntil(lambda: card.windowTitle() == "Mía Łucja Albrecht")
    QTest.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: card.windowTitle() == "Mia Albrecht")


def test_a_birth_date_is_typed_freely(desk: Desk, card: ChildDialog, mia: MadeFamily) -> None:
    open_line(card, "childBirth")
    replace(edit(card, "childBirthDate"), "3.4.21")
    assert desk.read(child_row, mia.child_ids[1]).birth_date == date(2021, 4, 3)


def test_custody_and_signs_of_the_household_read_as_words(card: ChildDialog) -> None:
    texts = [line.line.text for line in card.view.lines]
    assert "Anna Albrecht\nSorgerecht unbekannt" in texts
    assert "Anna Albrecht\nohne Anschrift · Zettel mit dem Kind" in texts


def test_an_address_is_entered_line_by_line(
    qtbot: QtBot, desk: Desk, card: ChildDialog, mia: MadeFamily
) -> None:
    open_line(card, f"home_{mia.household_id.hex}")
    replace(edit(card, "home0Street"), "Am Markt 1")
    replace(edit(card, "home0Town"), "Hainichen")

    home = desk.read(child_card, mia.child_ids[1]).family.households[0]
    assert (home.street, home.town) == ("Am Markt 1", "Hainichen")


def test_a_person_is_added_with_the_last_enter(
    qtbot: QtBot, desk: Desk, card: ChildDialog, mia: MadeFamily
) -> None:
    open_line(card, "newAdult")
    replace(edit(card, "newAdultFirstName"), "Peter")
    replace(edit(card, "newAdultLastName"), "Klein")
    replace(edit(card, "newAdultPhone"), "0151 555 12")

    adults = desk.read(child_card, mia.child_ids[1]).adults
    assert [row.last_name for row in adults] == ["Albrecht", "Klein"]
    qtbot.waitUntil(lambda: any("Peter Klein" in one.line.text for one in card.view.lines))


def test_who_leaves_is_read_before_it_is_done(
    qtbot: QtBot, desk: Desk, shown_screen: Screen, mia: MadeFamily
) -> None:
    dialog = LeaveDialog(shown_screen.context, mia.child_ids[1])
    dialog.open()
    day = edit(dialog, "leaveDialogDay")
    replace(day, "1.3.")

    assert "Geschwister Jonas bleibt" in dialog.follows.accessibleName()
    assert "ab dem 01.03.2027 nicht mehr" in dialog.follows.accessibleName()
    press(child(dialog, QPushButton, "leaveDialogRun"), Qt.Key.Key_Return)

    assert desk.read(child_row, mia.child_ids[1]).left_on == date(2027, 3, 1)
    assert "Weggang eingetragen" in shown_screen.said[0]


def test_several_children_change_their_group_together(
    qtbot: QtBot, desk: Desk, shown_screen: Screen, mia: MadeFamily
) -> None:
    dialog = GroupDialog(shown_screen.context, mia.child_ids)
    dialog.open()
    press(child(dialog, QPushButton, "groupDialogRun"), Qt.Key.Key_Return)

    names = {row.group_name for row in desk.read(children, TODAY)}
    assert names == {"Igel"}
    assert desk.undo_label == "2 Kinder in die Gruppe Igel"


def test_a_new_child_needs_only_a_name(
    qtbot: QtBot, desk: Desk, shown_screen: Screen, mia: MadeFamily
) -> None:
    dialog = NewChildDialog(shown_screen.context)
    dialog.open()
    run = child(dialog, QPushButton, "newChildRun")
    assert not run.isEnabled()
    replace(edit(dialog, "newChildFirstName"), "Ben")
    replace(edit(dialog, "newChildLastName"), "Vogel")

    with qtbot.waitSignal(dialog.made) as made:
        press(run, Qt.Key.Key_Return)

    assert desk.read(child_row, made.args[0]).family_name == "Vogel"
    assert desk.undo_label == "Ben Vogel kommt"


def test_a_sibling_is_shown_in_the_same_window(
    qtbot: QtBot, desk: Desk, card: ChildDialog, mia: MadeFamily
) -> None:
    child(card, QPushButton, "childSibling").click()
    dialog = child(card, NewChildDialog, "newChildDialog")
    replace(edit(dialog, "newChildFirstName"), "Zoë")
    press(child(dialog, QPushButton, "newChildRun"), Qt.Key.Key_Return)

    assert card.windowTitle() == "Zoë Albrecht"
    assert desk.read(child_card, card.child_id).family.id == mia.id


def test_a_leaving_can_be_taken_back_on_the_card(
    qtbot: QtBot, desk: Desk, card: ChildDialog, mia: MadeFamily
) -> None:
    leaves(desk, mia.child_ids[1], TODAY + timedelta(days=9))
    qtbot.waitUntil(lambda: card.findChild(EditLine, "line_childLeft") is not None)
    line = open_line(card, "childLeft")

    child(line, QPushButton, "childLeftDeed0").click()

    assert desk.read(child_row, mia.child_ids[1]).left_on is None


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_Return, "childDialog"),
        (Qt.Key.Key_Delete, "leaveDialog"),
        (Qt.Key.Key_F6, "groupDialog"),
        (Qt.Key.Key_Insert, "newChildDialog"),
    ],
)
def test_keys_of_a_list_open_what_its_menu_names(
    qtbot: QtBot, desk: Desk, shown_screen: Screen, mia: MadeFamily, key: Qt.Key, name: str
) -> None:
    columns = [Column("Name", lambda row: row.first_name, is_strong=True)]
    table = DataTable(RowsModel(columns, key=lambda row: row.id), shown_screen.window)
    actions = ChildActions(shown_screen.context, table)
    actions.attach(table, lambda row: row.id)
    table.rows.set_rows(desk.read(children, TODAY))
    table.show()
    table.selectRow(0)

    press(table, key)
    QApplication.processEvents()

    assert table.findChild(QWidget, name) is not None


@pytest.mark.parametrize("name", ["card", "leave", "group", "new"])
def test_the_dialogs_are_freed(shown_screen: Screen, mia: MadeFamily, name: str) -> None:
    context, (jonas, _mia) = shown_screen.context, mia.child_ids
    makers = {
        "card": lambda: ChildDialog(context, jonas),
        "leave": lambda: LeaveDialog(context, jonas),
        "group": lambda: GroupDialog(context, mia.child_ids),
        "new": lambda: NewChildDialog(context, ChildInput("Vogel")),
    }
    assert freed_on_close(makers[name])


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
def test_a_name_is_stored_as_typed_or_refused_with_a_sentence(
    desk: Desk, shown_screen: Screen, text: str
) -> None:
    dialog = NewChildDialog(shown_screen.context)
    dialog.open()
    name = edit(dialog, "newChildLastName")
    name.setFocus()
    name.insert(text)
    press(name, Qt.Key.Key_Return)
    press(child(dialog, QPushButton, "newChildRun"), Qt.Key.Key_Return)

    found = [row.last_name for row in desk.read(children, TODAY)]
    refused = dialog.last_name.has_error()
    assert (len(found), refused) in {(1, False), (0, True)}
    assert not found or found[0] == " ".join(clean(text).split())


def test_a_planned_change_of_group_is_put_off_and_called_off_on_the_card(
    qtbot: QtBot, desk: Desk, card: ChildDialog, mia: MadeFamily
) -> None:
    hedgehogs = next(row.id for row in desk.read(groups, TODAY) if row.name == "Igel")
    changes_group(desk, mia.child_ids[1:], hedgehogs, TODAY + timedelta(days=3))
    qtbot.waitUntil(lambda: said(card, "childChange") == "ab Donnerstag, 28. Januar 2027: Igel")

    open_line(card, "childChange")
    replace(edit(card, "childChangesOn"), "1.3.")
    qtbot.waitUntil(lambda: said(card, "childChange") == "ab Montag, 1. März 2027: Igel")
    line = open_line(card, "childChange")
    press(child(line, QPushButton, "childChangeDeed1"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: said(card, "childChange") == "")
    assert desk.read(child_card, mia.child_ids[1]).next_group_on is None


def test_who_comes_later_is_told_on_the_card(
    qtbot: QtBot, desk: Desk, card: ChildDialog, mia: MadeFamily
) -> None:
    for child_id in mia.child_ids:
        change_child(desk, child_id, entered_on=TODAY + timedelta(days=3))

    words = "kommt am Donnerstag, 28. Januar 2027"
    qtbot.waitUntil(lambda: said(card, "childEntered") == words)
    sibling = child(card, EditLine, "line_sibling0").line
    assert sibling.remark == "kommt am 28.01.2027"


def test_who_comes_later_leaves_on_the_first_day_at_the_earliest(
    desk: Desk, shown_screen: Screen, mia: MadeFamily
) -> None:
    change_child(desk, mia.child_ids[1], entered_on=TODAY + timedelta(days=3))

    dialog = LeaveDialog(shown_screen.context, mia.child_ids[1])

    assert dialog.day.value() == TODAY + timedelta(days=3)


def test_an_entry_before_the_birth_is_told_at_the_field(
    desk: Desk, card: ChildDialog, mia: MadeFamily
) -> None:
    open_line(card, "childEntered")
    replace(edit(card, "childEnteredOn"), "1.1.2020")

    assert desk.read(child_card, mia.child_ids[1]).entered_on is None


def test_the_card_offers_the_papers_of_the_child(card: ChildDialog, mia: MadeFamily) -> None:
    child(card, QPushButton, "childPapers").click()

    papers = child(card, PaperDialog, "paperDialog")
    offered = [paper_id for paper_id, _title in papers.panel.papers()]
    assert offered[:2] == ["child_letter", "consent_form_child"]
    wish = papers.panel.request()
    assert wish is not None
    assert wish.subject_id == mia.child_ids[1]
    papers.close()


def said(card: ChildDialog, key: str) -> str:
    return next((line.line.text for line in card.view.lines if line.line.key == key), "")
