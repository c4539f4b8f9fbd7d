"""A new day while the window is open: told once, and children change their group on it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kitadesk.queries.people import child
from kitadesk.services.child_moves import changes_group
from kitadesk.services.desk import Desk
from kitadesk.ui.assembly import CarryOut
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.new_day import NewDay
from tests.support.factories import TODAY, HandClock, make_family, make_group


def test_each_new_day_is_told_once(qtbot: QtBot, hand_clock: HandClock) -> None:
    parent = QObject()
    told: list[date] = []
    watch = NewDay(hand_clock.today, parent)
    watch.begun.connect(lambda: told.append(hand_clock.today()))

    watch.look()
    hand_clock.move(days=1)
    watch.look()
    watch.look()

    assert told == [TODAY + timedelta(days=1)]


def test_the_job_of_the_morning_moves_the_children(
    desk: Desk, house: UUID, hand_clock: HandClock
) -> None:
    made = make_family(desk, group=make_group(desk))
    changes_group(desk, made.child_ids, make_group(desk, "Igel"), TODAY + timedelta(days=1))
    hand_clock.move(days=1)

    CarryOut(desk)(JobControl(lambda _fraction, _text: None))

    assert desk.read(child, made.child_ids[0]).group_name == "Igel"


class View(QObject):
    """Counts how often it was refreshed."""

    times = 0

    def refresh(self) -> None:
        self.times += 1


@pytest.mark.parametrize("tables", [{"child"}, set()])
def test_all_views_are_refreshed_whatever_they_show(qtbot: QtBot, tables: set[str]) -> None:
    changes, view = Changes(), View()
    changes.refresh_on(tables, view.refresh)

    changes.refresh_all()

    assert view.times == 1
