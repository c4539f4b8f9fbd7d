"""A page in a window of its own: actual size, twice as large, as wide as the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.page_window import PageWindow
from kitadesk.ui.kit.paper_sheet import Sheet
from kitadesk.ui.kit.preview import PdfPreview
from tests.support.qt_input import press
from tests.support.qt_pdf import pdf_with
from tests.support.qt_screen import child

A4_INCHES = 595 / 72


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[PdfPreview]:
    jobs, window = Jobs(), QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 900)
    view = PdfPreview(jobs, window)
    view.resize(360, 520)
    window.show()
    with qtbot.waitSignal(view.shown):
        view.set_pdf(pdf_with("eins", "zwei", "drei"))
    yield view
    jobs.shutdown()


def opened(qtbot: QtBot, preview: PdfPreview) -> PageWindow:
    press(preview.findChildren(QScrollArea)[0], Qt.Key.Key_Return)
    window = preview.findChildren(PageWindow)[0]
    qtbot.waitUntil(lambda: window.preview.page_count() == 3)
    return window


def test_it_begins_with_the_page_that_was_looked_at(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.turn(1)
    window = opened(qtbot, preview)

    assert window.preview.where.text() == "Seite 2 von 3"
    window.close()


def test_a_hundred_percent_is_the_actual_size(qtbot: QtBot, preview: PdfPreview) -> None:
    window = opened(qtbot, preview)
    sheet = child(window, Sheet, "paper")
    dots = window.screen().physicalDotsPerInchX()

    assert sheet.paper_width() == pytest.approx(A4_INCHES * dots, abs=2)
    window.zooms.set_current(2)
    assert sheet.paper_width() == pytest.approx(2 * A4_INCHES * dots, abs=2)
    window.zooms.set_current(0)
    assert sheet.paper_width() < sheet.width()
    window.close()


def test_what_is_wider_than_the_window_can_be_scrolled(qtbot: QtBot, preview: PdfPreview) -> None:
    window = opened(qtbot, preview)
    window.resize(640, 440)

    window.zooms.set_current(2)

    bar = child(window, QScrollArea, "largePreviewScroll").horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 600)
    window.close()
