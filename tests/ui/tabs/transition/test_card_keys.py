"""Tab goes through the card of a measure as the eyes do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.queries.year_plan import plan_rows
from kitadesk.services import year_plan
from kitadesk.services.desk import Desk
from kitadesk.ui.tabs.transition.plan_page import YearPlanPage
from tests.support.factories import TODAY
from tests.support.qt_screen import child
from tests.support.screens import Screen, make_screen
from tests.support.tab_walk import against_reading, unreached, walk

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
def card(screen: Screen, desk: Desk) -> QWidget:
    """The card of a measure that has no evening yet."""
    cohort = year_plan.open_cohort(desk, 2027)
    page = YearPlanPage(screen.context, screen.window)
    page.resize(1232, 660)
    page.show_year(2027, cohort)
    page.show()
    rows = {row.step: row.id for row in desk.read(plan_rows, cohort, TODAY)}
    page.show_measure(rows["taster_day"])
    return page.card


def test_tab_goes_through_the_card_of_a_measure_in_the_order_of_reading(card: QWidget) -> None:
    stops = walk(card, child(card, QPushButton, "measureClose"))
    assert against_reading(card, stops) == []
    assert unreached(card, stops) == []
