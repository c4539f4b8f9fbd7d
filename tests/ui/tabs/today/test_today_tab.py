"""Heute: lines can be ticked, dropped and opened; the quick note is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.domain.entry_class import entry_year_in_preparation
from kitadesk.queries.today import today
from kitadesk.services.desk import Desk
from kitadesk.services.tasks import add_event_task, add_note, change_task
from kitadesk.services.year_plan import open_cohort
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.labels import PlainLabel
from kitadesk.ui.papers.panel import PaperPanel
from kitadesk.ui.tabs.today.group_card import GroupCard
from kitadesk.ui.tabs.today.tab import TodayTab
from kitadesk.ui.tabs.today.task_row import RowTick, RowTitle, TaskRows
from kitadesk.ui.tabs.today.year_card import YearCard
from tests.support.factories import make_child_measure, make_event, make_family, make_group
from tests.support.qt_input import type_text

Opened = list[tuple[str, object]]


@pytest.fixture
def opened() -> Opened:
    """What the tab asked to be shown."""
    return []


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, house: UUID, opened: Opened) -> Iterator[TodayTab]:
    """The tab over a fresh house."""
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    context = AppContext(
        desk=desk,
        jobs=jobs,
        changes=Changes(desk, window),
        window=window,
        navigate=lambda kind, object_id: opened.append((kind, object_id)),
        print_pdf=lambda _pdf, _title, _on_printed=None: None,
        notify=lambda _text: None,
    )
    tab = TodayTab(context)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.activate()
    with qtbot.waitExposed(tab):
        tab.show()
    yield tab
    jobs.shutdown()


def ticks(tab: TodayTab, card: str) -> list[RowTick]:
    """Return the ticks of a card that are to be seen."""
    holder = tab.findChild(QWidget, card)
    assert holder is not None
    return [tick for tick in holder.findChildren(RowTick) if tick.isVisibleTo(tab)]


def test_a_note_typed_and_entered_stands_on_the_page(
    qtbot: QtBot, tab: TodayTab, desk: Desk
) -> None:
    field = tab.findChild(QLineEdit, "quickNote")
    assert field is not None
    type_text(field, "Şahin <b>bringt</b> Zettel")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""
    items = desk.look(today, desk.clock.today())
    titles = [item.title for group in (items.this_week, items.later) for item in group.items]
    assert titles == ["Şahin <b>bringt</b> Zettel"]


def test_a_tick_is_stored_and_can_be_undone(qtbot: QtBot, tab: TodayTab, desk: Desk) -> None:
    day = desk.clock.today()
    add_note(desk, "Kreide kaufen", due_on=day)
    qtbot.waitUntil(lambda: len(ticks(tab, "thisWeek")) == 1)
    qtbot.mouseClick(ticks(tab, "thisWeek")[0], Qt.MouseButton.LeftButton)
    assert desk.look(today, day).this_week.items[0].is_done
    desk.undo()
    assert not desk.look(today, day).this_week.items[0].is_done


def test_minus_drops_a_task_calmly(qtbot: QtBot, tab: TodayTab, desk: Desk) -> None:
    make_event(desk, on_date=desk.clock.today() + timedelta(days=70))
    qtbot.waitUntil(lambda: bool(ticks(tab, "later")))
    before = len(desk.look(today, desk.clock.today(), shown=99).later.items)
    qtbot.keyClick(ticks(tab, "later")[0], Qt.Key.Key_Minus)
    assert len(desk.look(today, desk.clock.today(), shown=99).later.items) == before - 1


def test_more_than_five_lines_open_on_a_click(qtbot: QtBot, tab: TodayTab, desk: Desk) -> None:
    for number in range(7):
        add_note(desk, f"Notiz {number}", due_on=date(2027, 6, 1))
    more = tab.findChild(QWidget, "laterMore")
    assert more is not None
    qtbot.waitUntil(more.isVisible)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(ticks(tab, "later")) == 7)
    rows = tab.findChild(QWidget, "later").findChild(TaskRows)
    high = rows.sizeHint().height()

    tab.activate()

    qtbot.waitUntil(lambda: rows.sizeHint().height() < high)


def test_a_paper_beside_grows_with_the_window(qtbot: QtBot, tab: TodayTab) -> None:
    tab.open_paper("today_page")
    panel = tab.findChild(PaperPanel)
    assert panel is not None
    tab.resize(1000, 600)
    narrow = panel.width()

    tab.resize(1600, 1000)

    qtbot.waitUntil(lambda: panel.width() > narrow)


def test_the_next_event_opens(qtbot: QtBot, tab: TodayTab, desk: Desk, opened: Opened) -> None:
    event_id = make_event(desk, on_date=desk.clock.today() + timedelta(days=70))
    button = tab.findChild(QWidget, "openNextEvent")
    assert button is not None
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [("event", event_id)]


def test_a_step_for_each_child_opens_its_matrix_by_key(
    qtbot: QtBot, tab: TodayTab, desk: Desk, opened: Opened
) -> None:
    measure_id = make_child_measure(desk, "Schulanmeldung", desk.clock.today())
    qtbot.waitUntil(lambda: tab.findChild(QWidget, f"open_{measure_id.hex}") is not None)
    button = tab.findChild(QWidget, f"open_{measure_id.hex}")
    assert button is not None
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert opened == [("measure", measure_id)]


def test_the_page_is_printed_from_its_own_button(qtbot: QtBot, tab: TodayTab) -> None:
    button = tab.findChild(QWidget, "printToday")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = tab.findChild(PaperPanel)
    assert panel is not None
    assert panel.isVisible()
    request = panel.request()
    assert request is not None
    assert request.paper_id == "today_page"
    panel.closed.emit()
    assert not panel.isVisible()


def test_groups_see_what_they_hand_out(qtbot: QtBot, tab: TodayTab, desk: Desk) -> None:
    group = make_group(desk, "Frösche")
    make_family(desk, group=group)
    make_event(desk, on_date=desk.clock.today() + timedelta(weeks=4))
    tab.ready()
    card = tab.findChild(GroupCard)
    assert card is not None
    qtbot.waitUntil(lambda: card.groups() == [("Frösche", "1 Brief austeilen")])


def test_an_empty_house_is_offered_its_first_paper(tab: TodayTab) -> None:
    papers = tab.findChild(QWidget, "firstPaper")
    assert papers is not None
    assert papers.isVisible()
    assert not tab.grab().isNull()


def test_the_year_is_shown_once_it_is_planned(
    qtbot: QtBot, tab: TodayTab, desk: Desk, opened: Opened
) -> None:
    tab.ready()
    card = tab.findChild(YearCard)
    assert card is not None
    assert not card.isVisible()
    open_cohort(desk, entry_year_in_preparation(desk.clock.today()))
    qtbot.waitUntil(card.isVisible)
    card.picture.setFocus()
    qtbot.keyClick(card.picture, Qt.Key.Key_Down)
    qtbot.keyClick(card.picture, Qt.Key.Key_Return)
    assert opened[0][0] == "measure"


def test_a_line_shows_the_note_of_its_task_as_a_tooltip(
    qtbot: QtBot, tab: TodayTab, desk: Desk
) -> None:
    evening = make_event(desk, on_date=desk.clock.today() + timedelta(days=60))
    task_id = add_event_task(desk, evening, "Raum aufschließen", desk.clock.today())
    change_task(desk, task_id, note="Schlüssel bei <Frau Vogel>")

    def tips() -> str:
        return "".join(title.toolTip() for title in tab.findChildren(RowTitle))

    qtbot.waitUntil(lambda: "Schlüssel bei &lt;Frau Vogel&gt;" in tips())


def test_a_narrow_card_gives_the_room_of_the_areas_to_the_titles(
    qtbot: QtBot, tab: TodayTab, desk: Desk
) -> None:
    add_note(desk, "Beamer für das Rathaus mitnehmen")
    tab.refresh()
    rows = next(one for one in tab.findChildren(TaskRows) if one.isVisible())
    rows.parentWidget().setFixedWidth(380)
    qtbot.waitUntil(lambda: not any(area.isVisible() for area in areas(rows)))
    rows.parentWidget().setFixedWidth(900)
    qtbot.waitUntil(lambda: all(area.isVisible() for area in areas(rows)))


def areas(rows: TaskRows) -> list[PlainLabel]:
    return [label for label in rows.findChildren(PlainLabel) if label.text() == "Haus"]


def test_where_room_is_short_the_paper_takes_the_place_of_the_steps(
    qtbot: QtBot, tab: TodayTab
) -> None:
    tab.setFixedWidth(820)
    tab.open_paper("today_page")
    panel = tab.findChild(PaperPanel)
    assert isinstance(panel, PaperPanel)
    qtbot.waitUntil(lambda: panel.isVisible() and not tab.note.isVisible())
    assert panel.width() > 700
    panel.closed.emit()
    qtbot.waitUntil(tab.note.isVisible)
