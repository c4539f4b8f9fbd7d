"""The preview draws in its lane, keeps the old page meanwhile, and turns pages by keys."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.preview import PdfPreview
from kitadesk.ui.kit.tokens import Scheme
from tests.support.qt_input import press
from tests.support.qt_life import freed_on_close
from tests.support.qt_pdf import pdf_with


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    lanes = Jobs()
    yield lanes
    lanes.shutdown()


@pytest.fixture
def preview(qtbot: QtBot, jobs: Jobs) -> PdfPreview:
    view = PdfPreview(jobs)
    qtbot.addWidget(view)
    view.resize(360, 520)
    with qtbot.waitExposed(view):
        view.show()
    return view


def show(qtbot: QtBot, view: PdfPreview, *texts: str) -> None:
    with qtbot.waitSignal(view.shown):
        view.set_pdf(pdf_with(*texts))


def test_a_paper_is_shown_with_its_page_count(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, "eins", "zwei", "drei")

    assert preview.page_count() == 3
    assert preview.where.text() == "Seite 1 von 3"
    assert QColor(preview.grab().toImage().pixel(180, 40)) == QColor("white")


def test_keys_turn_pages_and_stop_at_the_ends(
    qtbot: QtBot, jobs: Jobs, preview: PdfPreview
) -> None:
    show(qtbot, preview, "eins", "zwei", "drei")
    scroll = preview.findChild(QScrollArea)

    with qtbot.waitSignal(preview.shown) as shown:
        press(scroll, Qt.Key.Key_End)
    assert shown.args == [3, 3]
    qtbot.waitUntil(lambda: not jobs.is_busy())
    press(scroll, Qt.Key.Key_PageDown)
    assert not jobs.is_busy()
    assert not preview.on.isEnabled()


def test_another_paper_stays_on_its_page_where_it_has_one(
    qtbot: QtBot, preview: PdfPreview
) -> None:
    show(qtbot, preview, "eins", "zwei", "drei")
    with qtbot.waitSignal(preview.shown):
        preview.turn(2)

    show(qtbot, preview, "eins", "zwei")

    assert preview.where.text() == "Seite 2 von 2"


def test_the_old_page_stays_while_the_new_one_is_drawn(
    qtbot: QtBot, jobs: Jobs, preview: PdfPreview
) -> None:
    show(qtbot, preview, "eins")
    before = preview.grab().toImage()
    gate = threading.Event()
    jobs.render(jobs, lambda _control: gate.wait(5))

    preview.set_pdf(pdf_with("ganz", "anders"))

    assert preview.grab().toImage() == before
    with qtbot.waitSignal(preview.shown):
        gate.set()


def test_paper_stays_white_in_the_dark(
    qtbot: QtBot, qapp: QApplication, preview: PdfPreview
) -> None:
    theme.apply(qapp, Scheme.DARK)
    assert QColor(preview.grab().toImage().pixel(180, 100)) == QColor("white")

    show(qtbot, preview, "eins")

    assert QColor(preview.grab().toImage().pixel(180, 100)) == QColor("white")


def test_a_preview_closed_while_drawing_is_freed(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    jobs.render(jobs, lambda _control: gate.wait(5))

    def make() -> PdfPreview:
        view = PdfPreview(jobs)
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view.set_pdf(pdf_with("eins"))
        return view

    assert freed_on_close(make)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())


def test_the_first_sheets_of_a_run_claim_no_number_of_pages(
    qtbot: QtBot, preview: PdfPreview
) -> None:
    with qtbot.waitSignal(preview.shown):
        preview.set_pdf(pdf_with("eins", "zwei", "drei"), is_whole=False)

    assert preview.where.text() == "Seite 1"
    assert not preview.strip.isVisible()


def test_first_sheets_leave_the_page_that_lies_behind_them(
    qtbot: QtBot, jobs: Jobs, preview: PdfPreview
) -> None:
    show(qtbot, preview, "eins", "zwei", "drei")
    with qtbot.waitSignal(preview.shown):
        preview.turn(2)

    preview.set_pdf(pdf_with("neu"), is_whole=False)
    qtbot.waitUntil(lambda: not jobs.is_busy())

    assert preview.where.text() == "Seite 3 von 3"
    assert preview.strip.isVisible()
