"""The page Danach: minutes written field by field, with votes and tasks, then released."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.domain.minutes import Votes
from kitadesk.queries.events import tasks_of
from kitadesk.queries.minutes import MinutesRow, minutes_of
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.minutes import (
    MinutesItemInput,
    add_minutes_item,
    add_minutes_task,
    change_minutes,
    set_minutes_released,
)
from kitadesk.services.replies import set_guests
from kitadesk.ui.tabs.events.after_page import AfterPage
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.event_page import AFTER, PLAN
from kitadesk.ui.tabs.events.minutes_points import MinutesPoints
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.hostile_typing import TEXTS, paste, shown
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import Screen, child
from tests.ui.tabs.events.conftest import Town

# The list of suggestions is a window of its own; the offscreen platform cannot raise it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def past(desk: Desk, town: Town) -> UUID:
    """An evening that is over, with two points, 14 guests and no minutes."""
    for title in ("Begrüßung", "Garten"):
        add_agenda_item(desk, town.past, AgendaItemInput(title))
    set_guests(desk, town.past, "Eltern", 14)
    return town.past


@pytest.fixture
def page(past: UUID, tab: EventsTab) -> EventsTab:
    """The tab turned to the page Danach of that evening."""
    tab.show_event(past)
    tab.page.show_page(AFTER)
    tab.activateWindow()
    return tab


def written(desk: Desk, event_id: UUID) -> MinutesRow:
    found = desk.read(minutes_of, event_id)
    assert found is not None
    return found


def line(page: QWidget, name: str) -> QLineEdit:
    return child(page, QLineEdit, name)


def area(page: QWidget, name: str) -> QPlainTextEdit:
    return child(page, QPlainTextEdit, name)


def button(page: QWidget, name: str) -> QPushButton:
    return child(page, QPushButton, name)


def enter(edit: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Type a text into a field and go on."""
    edit.setFocus()
    paste(edit, text)
    control = isinstance(edit, QPlainTextEdit)
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifier))


def test_before_the_first_word_the_page_offers_what_is_known(page: EventsTab) -> None:
    take = button(page, "takeMinutes")
    assert take.text() == "Vorschlag übernehmen: 2 Punkte, ab 19:00, 14 Personen"
    assert button(page, "printMinutes").text() == "Blatt zum Mitschreiben …"
    assert not button(page, "releaseMinutes").isVisible()


def test_the_proposal_fills_head_and_points_at_once(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    button(page, "takeMinutes").click()

    assert line(page, "minutesBegin").text() == "19:00"
    assert line(page, "minutesCount").text() == "14"
    assert [line(page, f"minutesTitle{n}").text() for n in range(3)] == ["Begrüßung", "Garten", ""]
    assert not button(page, "takeMinutes").isVisible()
    assert len(written(desk, past).items) == 2


def test_points_added_to_the_agenda_later_are_offered_again(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    button(page, "takeMinutes").click()
    add_agenda_item(desk, past, AgendaItemInput("Kasse"))
    page.refresh()
    take = button(page, "takeMinutes")
    assert take.isVisible()
    assert take.text() == "1 weiteren Punkt aus dem Ablauf übernehmen"
    take.click()
    assert line(page, "minutesTitle2").text() == "Kasse"


def test_each_field_of_the_head_saves_itself(page: EventsTab, desk: Desk, past: UUID) -> None:
    typed = {
        "minutesBegin": "19.05", "minutesEnd": "2110", "minutesCount": "13",
        "minutesChair": "Anne Peters", "minutesWriter": "Sylvia Hahn",
        "minutesExcused": "Familie Muster", "minutesGuests": "Frau Noack",
        "minutesNextDay": "6.5.2027", "minutesNextTime": "19", "minutesNextNote": "Aula",
    }  # fmt: skip
    for name, text in typed.items():
        enter(line(page, name), text)
    enter(area(page, "minutesPresent"), "Team")

    row = written(desk, past)
    assert (row.begins_at, row.ends_at, row.present_count) == (time(19, 5), time(21, 10), 13)
    assert (row.chair, row.writer, row.present) == ("Anne Peters", "Sylvia Hahn", "Team")
    assert (row.excused, row.guests) == ("Familie Muster", "Frau Noack")
    assert (row.next_on, row.next_at, row.next_note) == (date(2027, 5, 6), time(19), "Aula")


def test_the_number_from_the_replies_is_one_click_away(
    page: EventsTab, desk: Desk, past: UUID, qtbot: QtBot
) -> None:
    enter(line(page, "minutesChair"), "Ole")
    suggestion = button(page, "takeMinutesCount")
    qtbot.waitUntil(suggestion.isVisible)
    assert suggestion.text() == "Vorschlag: 14 nach den Rückmeldungen"
    suggestion.click()
    assert written(desk, past).present_count == 14
    qtbot.waitUntil(lambda: not suggestion.isVisible())


def test_the_empty_place_makes_a_point_and_leads_to_its_result(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    enter(line(page, "minutesTitle0"), "Kasse")
    result = area(page, "minutesResult0")
    assert result.isVisible()
    assert page.window().focusWidget() is result
    enter(result, "Es sind 120 Euro da.\nDanke!")

    (item,) = written(desk, past).items
    assert (item.title, item.content) == ("Kasse", "Es sind 120 Euro da.\nDanke!")
    assert line(page, "minutesTitle1").isVisible()


def test_tab_goes_through_the_points_as_one_reads(
    page: EventsTab, desk: Desk, past: UUID, qtbot: QtBot
) -> None:
    button(page, "takeMinutes").click()
    button(page, "minutesOpen_decision0").click()
    line(page, "minutesGuests").setFocus()
    qtbot.waitUntil(line(page, "minutesGuests").hasFocus)
    gone: list[str] = []
    for _ in range(18):
        focused = page.window().focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Tab)
        gone.append((page.window().focusWidget() or focused).objectName())

    assert gone == [
        "minutesTitle0", "minutesResult0", "minutesDecision0", "minutesYes0", "minutesNo0",
        "minutesAbstained0", "minutesOpen_task0", "minutesOpen_public_text0", "minutesMore0",
        "minutesTitle1", "minutesResult1", "minutesOpen_decision1", "minutesOpen_task1",
        "minutesOpen_public_text1", "minutesMore1", "minutesTitle2", "minutesNextDay",
        "minutesNextTime",
    ]  # fmt: skip
    back = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QApplication.sendEvent(line(page, "minutesNextTime"), back)
    assert page.window().focusWidget() is line(page, "minutesNextDay")


def test_a_decision_is_opened_counted_and_told(
    page: EventsTab, desk: Desk, past: UUID, qtbot: QtBot
) -> None:
    button(page, "takeMinutes").click()
    button(page, "minutesOpen_decision1").click()
    assert page.window().focusWidget() is area(page, "minutesDecision1")
    enter(area(page, "minutesDecision1"), "Wir pflanzen Büsche.")
    for name, count in (("Yes", "12"), ("No", "1"), ("Abstained", "2")):
        enter(line(page, f"minutes{name}1"), count)

    item = written(desk, past).items[1]
    assert (item.decision, item.votes) == ("Wir pflanzen Büsche.", Votes(12, 1, 2))
    outcome = child(page, MinutesPoints, "minutesPoints").places[1].outcome
    assert outcome.text() == "mehr Ja als Nein · 15 Stimmen, anwesend waren 14"


def test_votes_that_are_no_number_get_a_sentence(page: EventsTab, desk: Desk, past: UUID) -> None:
    button(page, "takeMinutes").click()
    button(page, "minutesOpen_decision0").click()
    for text in ("viele", "-1", "99999", *TEXTS):
        enter(line(page, "minutesYes0"), text)
        assert child(page, MinutesPoints, "minutesPoints").places[0].votes["votes_yes"].has_error()
    assert not written(desk, past).items[0].votes


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_any_text_is_kept_or_refused_with_a_sentence(
    page: EventsTab, desk: Desk, past: UUID, text: str
) -> None:
    enter(line(page, "minutesTitle0"), "Kasse")
    enter(area(page, "minutesResult0"), text)
    enter(line(page, "minutesGuests"), text)

    row = written(desk, past)
    place = child(page, MinutesPoints, "minutesPoints").places[0]
    assert bool(row.items[0].content) or place.content.has_error() or not text.strip()
    assert area(page, "minutesResult0").toPlainText() != ""


def test_who_does_what_until_when_becomes_a_task_that_can_be_undone(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    button(page, "takeMinutes").click()
    button(page, "minutesOpen_task1").click()
    assert page.window().focusWidget() is line(page, "minutesTask1")
    type_text(line(page, "minutesTask1"), "Büsche bestellen")
    type_text(line(page, "minutesTaskWho1"), "Ole")
    type_text(line(page, "minutesTaskDay1"), "12.2.")
    press(line(page, "minutesTaskDay1"), Qt.Key.Key_Return)

    (task,) = written(desk, past).items[1].tasks
    assert (task.title, task.responsible, task.due_on) == (
        "Büsche bestellen", "Ole", date(2027, 2, 12)
    )  # fmt: skip
    assert line(page, "minutesTask1").text() == ""
    desk.undo()
    assert written(desk, past).items[1].tasks == ()


def test_a_task_whose_day_makes_no_sense_stays_typed(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    button(page, "takeMinutes").click()
    button(page, "minutesOpen_task0").click()
    type_text(line(page, "minutesTask0"), "Büsche bestellen")
    type_text(line(page, "minutesTaskDay0"), "32.1.")
    press(line(page, "minutesTask0"), Qt.Key.Key_Return)

    tasks = child(page, MinutesPoints, "minutesPoints").places[0].tasks
    assert tasks.wrong.isVisible()
    assert line(page, "minutesTask0").text() == "Büsche bestellen"
    assert written(desk, past).items[0].tasks == ()


def test_a_task_leads_to_the_list_where_it_is_ticked(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    item_id = add_minutes_item(desk, past, MinutesItemInput("Garten"))
    task_id = add_minutes_task(desk, item_id, "Büsche bestellen")
    page.refresh()

    button(page, "minutesTaskShow0_0").click()

    assert page.page.segments.current() == PLAN
    chosen = page.page.plan.tasks.table.current_row()
    assert chosen is not None
    assert chosen.id == task_id


def test_strg_and_arrows_move_the_point_and_the_keyboard_goes_along(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    button(page, "takeMinutes").click()
    places = child(page, MinutesPoints, "minutesPoints").places
    area(page, "minutesResult0").setFocus()
    paste(area(page, "minutesResult0"), "Alle sind da.")

    places[0].move_wanted.emit(places[0].item, 1)

    items = written(desk, past).items
    assert [item.title for item in items] == ["Garten", "Begrüßung"]
    assert page.window().focusWidget() is area(page, "minutesResult1")


def test_a_point_is_deleted_from_its_menu_and_comes_back(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    button(page, "takeMinutes").click()
    menu = page.findChild(QWidget, "minutesMenu0")
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "Punkt löschen").trigger()

    assert [item.title for item in written(desk, past).items] == ["Garten"]
    assert line(page, "minutesTitle0").text() == "Garten"
    desk.undo()
    assert len(written(desk, past).items) == 2


def test_released_minutes_are_read_only_until_they_are_taken_back(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    button(page, "takeMinutes").click()
    button(page, "releaseMinutes").click()

    assert written(desk, past).is_released
    assert page.page.after.state.pill.text() == "Freigegeben"
    assert line(page, "minutesChair").isReadOnly()
    assert area(page, "minutesResult0").isReadOnly()
    assert not line(page, "minutesTitle2").isVisible()
    assert not button(page, "minutesOpen_task0").isVisible()
    button(page, "reopenMinutes").click()
    assert not line(page, "minutesChair").isReadOnly()
    assert line(page, "minutesTitle2").isVisible()


def test_an_evening_to_come_has_no_fields_until_its_minutes_are_begun(
    tab: EventsTab, desk: Desk, town: Town
) -> None:
    tab.show_event(town.evening)
    tab.page.show_page(AFTER)
    assert not line(tab, "minutesChair").isVisible()
    assert tab.page.after.state.pill.text() == "folgt danach"

    button(tab, "takeMinutes").click()

    assert line(tab, "minutesChair").isVisible()


def test_what_was_typed_for_one_event_is_never_saved_into_another(
    page: EventsTab, desk: Desk, past: UUID, town: Town
) -> None:
    change_minutes(desk, town.evening, chair="Anne Peters")
    line(page, "minutesChair").setFocus()
    type_text(line(page, "minutesChair"), "Ole")

    page.show_event(town.evening)

    assert line(page, "minutesChair").text() == "Anne Peters"
    assert written(desk, town.evening).chair == "Anne Peters"
    assert written(desk, past).chair == "Ole"


def test_what_is_half_typed_goes_with_its_event(
    qtbot: QtBot, screen: Screen, desk: Desk, past: UUID, town: Town
) -> None:
    """The fields belong to the other event from then on, wherever the keyboard is."""
    add_minutes_item(desk, past, MinutesItemInput("Kasse"))
    add_minutes_item(desk, town.festival, MinutesItemInput("Laternen", "Alle."))
    context = screen.context()
    editing = EventEditing(context.desk, context.jobs)
    page = AfterPage(editing)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    for name in ("minutesBegin", "minutesResult0"):
        page.fill(editing.show(past))
        edit = child(page, QWidget, name)
        edit.setFocus()
        qtbot.waitUntil(edit.hasFocus)
        assert isinstance(edit, QLineEdit | QPlainTextEdit)
        paste(edit, "19")
        page.fill(editing.show(town.festival))
        assert shown(edit) in {"", "Alle."}


def test_the_paper_beside_the_page_is_the_minutes_and_the_invitation_again_after_it(
    page: EventsTab,
) -> None:
    found = []
    for number in (AFTER, PLAN):
        page.page.show_page(number)
        paper = page.panel.paper()
        found.append(paper.id if paper is not None else "")
    assert found == ["minutes", "invitation"]


def test_a_button_opens_the_notice_for_the_wall(page: EventsTab) -> None:
    button(page, "takeMinutes").click()
    button(page, "printPublicMinutes").click()
    paper = page.panel.paper()
    assert paper is not None
    assert (paper.id, page.panel.isVisible()) == ("minutes_public", True)


def test_a_finding_leads_to_its_place_in_the_minutes(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    add_minutes_item(desk, past, MinutesItemInput("Garten"))
    page.refresh()
    page.page.show_field("minutes_writer")
    assert page.window().focusWidget() is line(page, "minutesWriter")
    page.page.show_page(PLAN)
    page.page.show_field("minutes_public0")
    assert page.window().focusWidget() is area(page, "minutesPublic0")
    page.page.show_field("minutes")
    assert page.window().focusWidget() is button(page, "releaseMinutes")


def test_the_state_says_what_became_of_hanging_them_up(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    change_minutes(desk, past, chair="Ole")
    set_minutes_released(desk, past, released=True)
    page.refresh()
    has_step = any(task.step == "minutes" for task in desk.read(tasks_of, past))
    assert has_step
    assert "Zum Aushängen und Verteilen." in page.page.after.state.words.text()


def test_an_empty_line_at_the_end_stays_while_somebody_types(
    page: EventsTab, desk: Desk, past: UUID
) -> None:
    enter(line(page, "minutesTitle0"), "Kasse")
    result = area(page, "minutesResult0")
    result.setFocus()
    paste(result, "Es sind 120 Euro da.\n")
    place = child(page, MinutesPoints, "minutesPoints").places[0]

    place.content.set_value("Es sind 120 Euro da.")

    assert result.toPlainText() == "Es sind 120 Euro da.\n"
