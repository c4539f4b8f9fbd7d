"""Large years are read and opened by a job, and the pages say what arrives."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kitadesk.domain.consent import ConsentKind
from kitadesk.queries.transition import cohorts
from kitadesk.queries.year_plan import plan_rows
from kitadesk.services import transition, year_plan
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import reading
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.tabs.transition import plan_opening
from kitadesk.ui.tabs.transition.consents_page import ConsentsPage
from kitadesk.ui.tabs.transition.plan_opening import PlanOpening
from kitadesk.ui.tabs.transition.plan_page import YearPlanPage
from tests.support.factories import TODAY, make_family
from tests.support.qt_input import press
from tests.support.screens import Screen, make_screen

pytestmark = pytest.mark.usefixtures("house", "every_year_is_large")


@pytest.fixture
def every_year_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MANY", 0)
    monkeypatch.setattr(plan_opening, "MANY", 0)


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


def settle(screen: Screen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not screen.context.jobs.is_busy())


def test_a_measure_that_was_wanted_meanwhile_opens_when_the_plan_is_there(
    screen: Screen, qtbot: QtBot, desk: Desk, cohort: UUID
) -> None:
    page = YearPlanPage(screen.context, screen.window)
    page.show_year(2027, cohort)
    taster = next(row for row in desk.read(plan_rows, cohort, TODAY) if row.step == "taster_day")
    assert page.show_measure(taster.id)
    assert not page.card.isVisibleTo(page)
    settle(screen, qtbot)
    assert page.card.isVisibleTo(page)
    assert page.card.measure_id == taster.id


def test_only_the_latest_year_arrives(
    screen: Screen, qtbot: QtBot, desk: Desk, cohort: UUID
) -> None:
    page = YearPlanPage(screen.context, screen.window)
    page.show_year(2028, year_plan.open_cohort(desk, 2028))
    page.show_year(2027, cohort)
    settle(screen, qtbot)
    assert page.days.words.text() == "Erster Schultag: Mo 23. August 2027 (nach den Ferien)"


def test_a_child_that_was_wanted_meanwhile_opens_when_the_consents_are_there(
    screen: Screen, qtbot: QtBot, desk: Desk, cohort: UUID
) -> None:
    (mia,) = make_family(desk, parents=("Anna",)).child_ids
    transition.assign_cohort(desk, [mia], cohort)
    page = ConsentsPage(screen.context, screen.window)
    page.show_year(2027, cohort)
    page.narrow(Wanted(""), only_open=False)
    assert page.show_child(mia, ConsentKind.PHOTO)
    settle(screen, qtbot)
    assert page.card.child_id == mia
    assert page.table.current_row() is not None


def test_opening_a_year_tells_how_far_it_is(screen: Screen, qtbot: QtBot, desk: Desk) -> None:
    told: list[str] = []
    screen.context.jobs.progressed.connect(lambda progress: told.append(progress.title))
    opening = PlanOpening(screen.context, screen.window)
    opening.open(2027)
    opening.open(2028)
    settle(screen, qtbot)
    assert [row.entry_year for row in desk.read(cohorts)] == [2027]
    assert told[0] == "Schulanfänger 2027 planen"
    assert screen.said == ["Jahrgang 2027 angelegt"]


def test_a_year_that_is_given_up_leaves_nothing(desk: Desk) -> None:
    make_family(desk, children=("Mia",))

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        year_plan.open_cohort(desk, 2027, tell=stop)
    assert desk.read(cohorts) == ()
    assert desk.undo_label != "Jahrgang 2027 angelegt"


def test_a_plan_that_is_gone_offers_to_plan_again(
    screen: Screen, qtbot: QtBot, cohort: UUID
) -> None:
    page = YearPlanPage(screen.context, screen.window)
    page.show_year(2027, UUID(int=7))
    settle(screen, qtbot)
    assert page.nothing.isVisibleTo(page)
    press(page, Qt.Key.Key_Escape)
    page.show_year(2027, cohort)
    settle(screen, qtbot)
    assert not page.nothing.isVisibleTo(page)
