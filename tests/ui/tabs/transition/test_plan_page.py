"""The page Jahresplan: one click to a plan, picture and list, a card that saves itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import EventStatus
from kitadesk.queries.transition import cohorts
from kitadesk.queries.year_plan import PlanRow, plan_rows
from kitadesk.services import measures, year_plan
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventFields, change_event
from kitadesk.services.measure_events import add_event_for, tie_event
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.tabs.transition.plan_event import IS_OFF, NO_DAY
from kitadesk.ui.tabs.transition.plan_page import LIST, YearPlanPage
from tests.support.factories import TODAY, make_event
from tests.support.hostile_typing import sentence_beside
from tests.support.qt_door import RecordingDoor, press_choice
from tests.support.qt_input import press, type_text
from tests.support.screens import Screen, make_screen

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> Iterator[Screen]:
    made = make_screen(desk)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.context.jobs.shutdown()
    made.context.changes.close()


@pytest.fixture
def cohort(desk: Desk) -> UUID:
    return year_plan.open_cohort(desk, 2027)


@pytest.fixture
def page(screen: Screen, cohort: UUID) -> YearPlanPage:
    return opened(screen, cohort)


def opened(screen: Screen, cohort: UUID | None) -> YearPlanPage:
    page = YearPlanPage(screen.context, screen.window)
    page.resize(1232, 560)
    page.show_year(2027, cohort)
    page.show()
    return page


def row(desk: Desk, step: str = "taster_day") -> PlanRow:
    (found, *_) = [one for one in desk.read(cohorts) if one.entry_year == 2027]
    return next(one for one in desk.read(plan_rows, found.id, TODAY) if one.step == step)


def again(page: YearPlanPage, cohort: UUID) -> None:
    page.show_year(2027, cohort)


def test_a_year_without_a_plan_offers_one_thing(screen: Screen, desk: Desk) -> None:
    page = opened(screen, None)
    button = page.nothing.button
    assert button is not None
    assert (button.text(), button.isVisible()) == ("Schulanfänger 2027 planen", True)
    button.click()
    assert [one.entry_year for one in desk.read(cohorts)] == [2027]
    assert screen.said == ["Jahrgang 2027 angelegt"]


def test_the_next_year_opens_beside_this_one(page: YearPlanPage, desk: Desk) -> None:
    assert page.next_year.text() == "2028 planen"
    page.next_year.click()
    assert [one.entry_year for one in desk.read(cohorts)] == [2027, 2028]


def test_the_picture_paints_and_says_the_chosen_measure(page: YearPlanPage) -> None:
    page.begin()
    press(page.picture, Qt.Key.Key_End)
    assert page.picture.accessibleDescription().startswith("Rückblick: Feedback")
    press(page.picture, Qt.Key.Key_Home)
    press(page.picture, Qt.Key.Key_Down)
    press(page.picture, Qt.Key.Key_PageDown)
    press(page.picture, Qt.Key.Key_Up)
    line = page.picture.current_line()
    assert line is not None
    assert not page.picture.grab().toImage().allGray()


def test_a_click_on_a_row_of_the_picture_opens_its_card(page: YearPlanPage, qtbot: QtBot) -> None:
    place = QPoint(40, page.picture.viewport().height() - 20)
    qtbot.mouseClick(page.picture.viewport(), Qt.MouseButton.LeftButton, pos=place)
    line = page.picture.current_line()
    assert line is not None
    assert page.card.isVisible()
    assert page.card.measure_id == line.row.id


def test_space_is_done_and_minus_is_not_needed(
    page: YearPlanPage, desk: Desk, cohort: UUID
) -> None:
    page.picture.choose(row(desk).id)
    press(page.picture, Qt.Key.Key_Space)
    assert row(desk).done_on == TODAY
    again(page, cohort)
    press(page.picture, Qt.Key.Key_Space)
    assert row(desk).done_on is None
    press(page.picture, Qt.Key.Key_Minus)
    assert row(desk).is_not_needed


def test_a_typed_digit_begins_another_day(page: YearPlanPage, desk: Desk) -> None:
    page.views.set_current(LIST)
    page.list.choose(row(desk).id)
    type_text(page.list, "1")
    edit = page.findChild(QLineEdit, "measureFrom")
    assert edit is not None
    assert edit.text() == "1"
    type_text(edit, "9.5.2027")
    press(edit, Qt.Key.Key_Return)
    assert (row(desk).planned_on, row(desk).is_moved_by_hand) == (date(2027, 5, 19), True)


def test_a_rule_says_what_it_means_and_nonsense_is_answered_beside_it(
    page: YearPlanPage, desk: Desk, cohort: UUID
) -> None:
    assert page.show_measure(row(desk).id)
    edit = page.findChild(QLineEdit, "measureRule")
    assert edit is not None
    edit.setText("Di vor den Winterferien")
    press(edit, Qt.Key.Key_Return)
    assert row(desk).planned_on == date(2027, 2, 2)
    again(page, cohort)
    assert edit.text() == "Dienstag vor den Winterferien"
    edit.setText("demnächst")
    press(edit, Qt.Key.Key_Return)
    assert "keine Regel" in sentence_beside(edit)


def test_the_way_back_to_the_rule_is_only_there_after_a_hand(
    page: YearPlanPage, desk: Desk, cohort: UUID
) -> None:
    page.show_measure(row(desk).id)
    follow = page.findChild(QPushButton, "measureFollow")
    assert follow is not None
    assert not follow.isVisible()
    measures.move_measure(desk, row(desk).id, date(2027, 5, 19))
    again(page, cohort)
    assert follow.isVisible()
    follow.click()
    assert not row(desk).is_moved_by_hand


def test_the_card_names_the_paper_of_its_step(page: YearPlanPage, desk: Desk) -> None:
    wanted: list[str] = []
    page.paper_wanted.connect(wanted.append)
    page.show_measure(row(desk, "starters_list").id)
    link = page.findChild(QPushButton, "measurePaper")
    assert link is not None
    link.click()
    assert wanted == ["school_starters"]
    page.show_measure(row(desk, "school_child_meeting").id)
    assert not link.isVisible()
    assert page.card.hint.text().startswith("Dazu gehört: ")


def test_a_new_measure_can_be_named_at_once_and_deleted(
    page: YearPlanPage, desk: Desk, cohort: UUID
) -> None:
    page.new_measure.click()
    edit = page.findChild(QLineEdit, "measureTitle")
    assert edit is not None
    assert edit.selectedText() == "Neue Maßnahme"
    type_text(edit, "Waldtag")
    press(edit, Qt.Key.Key_Return)
    again(page, cohort)
    page.views.set_current(LIST)
    press(page.list, Qt.Key.Key_Delete)
    assert "Waldtag" not in [one.title for one in desk.read(plan_rows, cohort, TODAY)]
    desk.undo()
    assert "Waldtag" in [one.title for one in desk.read(plan_rows, cohort, TODAY)]


def test_alt_and_arrows_change_the_order(page: YearPlanPage, desk: Desk, qtbot: QtBot) -> None:
    place = row(desk).position
    page.views.set_current(LIST)
    page.list.choose(row(desk).id)
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert row(desk).position == place - 1


def test_what_no_longer_fits_the_rules_is_shown_before_it_moves(
    page: YearPlanPage, desk: Desk, cohort: UUID, door: RecordingDoor
) -> None:
    assert not page.moved.isVisible()
    year_plan.change_cohort(desk, cohort, first_school_day=date(2027, 8, 30))
    again(page, cohort)
    assert page.moved.label.text() == "1 Termin passt nicht mehr zur Regel."
    button = page.moved.findChild(QPushButton, "noticeAction")
    assert button is not None
    button.click()
    asked = door.expect()
    assert "Schulaufnahmefeier: Sa 21. August 2027 → Sa 28. August 2027" in asked.text
    press_choice(asked, "Neu berechnen")
    assert row(desk, "enrolment_ceremony").planned_on == date(2027, 8, 28)


def test_the_first_school_day_can_be_set_by_hand(page: YearPlanPage, desk: Desk) -> None:
    page.days.change.click()
    edit = page.findChild(QLineEdit, "firstSchoolDay")
    assert edit is not None
    type_text(edit, "25.8.2027")
    press(edit, Qt.Key.Key_Return)
    assert desk.undo_label == "Tage zum Schulanfang 2027"


def test_the_filter_narrows_picture_and_list_alike(page: YearPlanPage) -> None:
    page.narrow(Wanted("schnupper"), only_open=False)
    assert page.list.rows.rowCount() == 1
    assert page.foot.text().startswith("1 Maßnahme")
    page.narrow(Wanted("gibt es nicht"), only_open=True)
    assert page.foot.text().startswith("Nichts passt")


def test_little_room_gives_the_card_the_place_of_the_plan(page: YearPlanPage, desk: Desk) -> None:
    page.show_measure(row(desk).id)
    page.resize(640, 480)
    assert (page.card.isVisible(), page.picture.isVisible()) == (True, False)
    close = page.findChild(QPushButton, "measureClose")
    assert close is not None
    close.click()
    assert (page.card.isVisible(), page.picture.isVisible()) == (False, True)


def test_a_measure_takes_the_day_of_the_event_that_is_chosen(
    page: YearPlanPage, screen: Screen, desk: Desk, cohort: UUID
) -> None:
    evening = make_event(desk, "Schnuppern", on_date=date(2027, 5, 27))
    change_event(desk, evening, starts_at=time(9))
    page.show_measure(row(desk).id)
    box = page.findChild(QComboBox, "measureEvent")
    add, link = (page.findChild(QPushButton, f"measure{name}Event") for name in ("Add", "Open"))
    assert box is not None
    assert add is not None
    assert link is not None
    assert (add.isVisible(), link.isVisible()) == (True, False)
    assert box.itemText(1) == "Do 27. Mai 2027: Schnuppern"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert row(desk).planned_on == date(2027, 5, 27)
    again(page, cohort)
    said = page.card.evening.says.text()
    assert said == "Es gilt der Tag der Veranstaltung: Do 27. Mai 2027, 09:00."
    link.click()
    assert screen.shown == [("event", evening)]


def test_the_day_of_an_event_is_not_typed_into_the_plan(
    page: YearPlanPage, desk: Desk, cohort: UUID
) -> None:
    tie_event(desk, row(desk).id, make_event(desk, "Schnuppern", on_date=date(2027, 5, 27)))
    again(page, cohort)
    page.picture.choose(row(desk).id)
    type_text(page.picture, "1")
    edit = page.findChild(QLineEdit, "measureFrom")
    assert edit is not None
    assert not edit.isVisible()
    assert page.card.evening.open.hasFocus()


def test_an_event_is_made_from_the_card(page: YearPlanPage, desk: Desk, cohort: UUID) -> None:
    page.show_measure(row(desk).id)
    add = page.findChild(QPushButton, "measureAddEvent")
    assert add is not None
    add.click()
    again(page, cohort)
    assert row(desk).event_id is not None
    assert desk.undo_label == "Veranstaltung zu „Schnuppertag in der Schule“ angelegt"
    assert not add.isVisible()


@pytest.mark.parametrize(
    ("change", "words"),
    [({"on_date": None}, NO_DAY), ({"status": EventStatus.CANCELLED}, IS_OFF)],
)
def test_the_card_says_why_the_event_does_not_lead(
    page: YearPlanPage, desk: Desk, cohort: UUID, change: EventFields, words: str
) -> None:
    made = add_event_for(desk, row(desk).id)
    change_event(desk, made, **change)
    again(page, cohort)
    page.show_measure(row(desk).id)
    assert page.card.evening.says.text() == words
