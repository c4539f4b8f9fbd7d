"""The small pictures beside a preview: only those in sight, few kept, chosen by click and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.page_strip import MOST_KEPT, PageStrip
from tests.support.qt_input import press
from tests.support.qt_pdf import pdf_with


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    lanes = Jobs()
    yield lanes
    lanes.shutdown()


@pytest.fixture
def strip(qtbot: QtBot, jobs: Jobs) -> PageStrip:
    made = PageStrip(jobs)
    qtbot.addWidget(made)
    made.resize(made.width(), 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(qtbot: QtBot, strip: PageStrip, count: int) -> None:
    strip.set_pdf(pdf_with(*(str(number) for number in range(count))), count)
    qtbot.waitUntil(lambda: set(strip.in_sight()) <= set(strip.kept()))


def test_only_pages_in_sight_are_drawn(qtbot: QtBot, strip: PageStrip) -> None:
    shown(qtbot, strip, 83)

    assert list(strip.kept()) == [0, 1, 2, 3]
    assert QColor(strip.grab().toImage().pixel(20, 40)) != QColor("black")


def test_the_last_pages_are_drawn_when_they_come_into_sight(qtbot: QtBot, strip: PageStrip) -> None:
    shown(qtbot, strip, 83)

    strip.set_current(82)

    qtbot.waitUntil(lambda: 82 in strip.kept())
    assert 40 not in strip.kept()


def test_few_pictures_are_kept_of_a_thousand_pages(
    qtbot: QtBot, jobs: Jobs, strip: PageStrip
) -> None:
    strip.resize(strip.width(), 1200)
    shown(qtbot, strip, 1000)

    for number in range(0, 200, 10):
        strip.set_current(number)
        qtbot.waitUntil(lambda: set(strip.in_sight()) <= set(strip.kept()))

    assert len(strip.kept()) == MOST_KEPT


def test_a_click_chooses_the_page_under_it(qtbot: QtBot, strip: PageStrip) -> None:
    shown(qtbot, strip, 5)
    high = strip.sizeHint().height() // 2

    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.mouseClick(
            strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, high + high // 2)
        )

    assert chosen.args == [1]


@pytest.mark.parametrize(
    ("key", "number"),
    [
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 8),
        (Qt.Key.Key_PageDown, 5),
    ],
)
def test_keys_choose_pages(qtbot: QtBot, strip: PageStrip, key: Qt.Key, number: int) -> None:
    shown(qtbot, strip, 9)
    strip.set_current(2)

    with qtbot.waitSignal(strip.chosen) as chosen:
        press(strip, key)

    assert chosen.args == [number]


def test_old_pictures_stay_until_the_new_ones_are_drawn(
    qtbot: QtBot, jobs: Jobs, strip: PageStrip
) -> None:
    shown(qtbot, strip, 3)
    before = strip.grab().toImage()

    strip.set_pdf(pdf_with("a", "b", "c"), 3)

    assert strip.grab().toImage() == before
    qtbot.waitUntil(lambda: not jobs.is_busy())
