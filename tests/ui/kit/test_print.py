"""Printing hands over the PDF or grey pages; saving writes whole files only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kitadesk.base.errors import UserError
from kitadesk.ui.kit.jobs import JobCancelled, JobControl, Jobs
from kitadesk.ui.kit.pdf import draw_page, moved_pages
from kitadesk.ui.kit.print import PrintRun, Told, print_pdf, save_pdf
from kitadesk.ui.kit.print_jobs import PrintRaster, SendPdf, cups_options
from tests.support.qt_door import RecordingDoor, press_choice
from tests.support.qt_pdf import pdf_with

TOLD: list[tuple[float, str]] = []


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    lanes = Jobs()
    yield lanes
    lanes.shutdown()


@pytest.fixture
def control() -> JobControl:
    TOLD.clear()
    return JobControl(lambda fraction, text: TOLD.append((fraction, text)))


def file_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_pages_are_drawn_grey_on_the_whole_sheet(
    qtbot: QtBot, tmp_path: Path, control: JobControl
) -> None:
    target = tmp_path / "out.pdf"

    PrintRaster(pdf_with("eins", "zwei"), file_printer(target))(control)

    printed = pypdfium2.PdfDocument(target)
    width, height = printed[0].get_size()
    assert len(printed) == 2
    assert (round(width), round(height)) == (595, 842)
    assert TOLD == [(0.0, "Seite 1 von 2"), (0.5, "Seite 2 von 2")]


def top_edge(pdf: bytes) -> int:
    """Where the black bar of the test page begins from the top, in points."""
    image = draw_page(pdf, 0, 595).image
    return next(y for y in range(842) if image.pixelColor(150, y).lightness() < 64)


def left_edge(pdf: bytes) -> int:
    """Where the black bar of the test page begins, in points."""
    image = draw_page(pdf, 0, 595).image
    middle = next(y for y in range(842) if image.pixelColor(150, y).lightness() < 64) + 5
    return next(x for x in range(595) if image.pixelColor(x, middle).lightness() < 64)


def test_margins_of_the_printer_do_not_move_the_page(
    qtbot: QtBot, tmp_path: Path, control: JobControl
) -> None:
    pdf, target = pdf_with("eins"), tmp_path / "out.pdf"
    printer = file_printer(target)
    printer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)

    PrintRaster(pdf, printer)(control)

    assert abs(left_edge(target.read_bytes()) - left_edge(pdf)) <= 1


def test_only_the_chosen_pages_are_printed(
    qtbot: QtBot, tmp_path: Path, control: JobControl
) -> None:
    target = tmp_path / "out.pdf"
    printer = file_printer(target)
    printer.setFromTo(2, 3)

    PrintRaster(pdf_with("eins", "zwei", "drei", "vier"), printer)(control)

    assert len(pypdfium2.PdfDocument(target)) == 2


def test_a_cancelled_print_stops(qtbot: QtBot, tmp_path: Path, control: JobControl) -> None:
    control.cancel()

    with pytest.raises(JobCancelled):
        PrintRaster(pdf_with("eins"), file_printer(tmp_path / "out.pdf"))(control)


def test_cups_gets_the_pdf_itself_through_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, control: JobControl
) -> None:
    program = tmp_path / "lp"
    program.write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/words"\ncat > "{tmp_path}/got"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    SendPdf(b"%PDF-1.7 test", "Einladung & mehr", "Büro", ["-n", "2"])(control)

    assert (tmp_path / "got").read_bytes() == b"%PDF-1.7 test"
    assert (tmp_path / "words").read_text() == "-d Büro -t Einladung & mehr -n 2 -\n"


def test_a_printer_that_refuses_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, control: JobControl
) -> None:
    program = tmp_path / "lp"
    program.write_text("#!/bin/sh\ncat > /dev/null\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    with pytest.raises(UserError, match="nicht angenommen"):
        SendPdf(b"%PDF", "Titel", "Büro", [])(control)


def test_it_is_told_once_the_printer_has_all_pages(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    ways: list[str] = []
    run = PrintRun(pdf_with("eins"), "Titel", file_printer(tmp_path / "o.pdf"), jobs, ways.append)
    assert ways == []

    run.start()

    qtbot.waitUntil(lambda: ways == ["printer"])


@pytest.mark.qt_log_ignore("QPainter::")
def test_a_printer_that_fails_is_not_told_as_printed(
    qtbot: QtBot, jobs: Jobs, door: RecordingDoor, tmp_path: Path
) -> None:
    ways: list[str] = []
    printer = file_printer(tmp_path / "weg" / "o.pdf")

    PrintRun(pdf_with("eins"), "Titel", printer, jobs, ways.append).start()

    qtbot.waitUntil(lambda: bool(door.asked))
    assert door.expect().error is not None
    assert ways == []


def test_without_a_printer_the_paper_can_be_saved_instead(
    qtbot: QtBot, jobs: Jobs, door: RecordingDoor, tmp_path: Path
) -> None:
    window, ways, said = QWidget(), list[str](), list[str]()
    door.path = tmp_path / "Einladung.pdf"

    done = Told(said.append, ways.append)
    print_pdf(b"%PDF", "Einladung", window, jobs, done, printers=())

    question = door.expect()
    assert "kein Drucker eingerichtet" in question.text
    assert ways == []
    press_choice(question, "Als PDF sichern …")
    assert door.expect().kind == "save"
    assert door.path.read_bytes() == b"%PDF"
    assert (ways, said) == (["pdf"], ["Als PDF gesichert."])


def test_without_a_printer_giving_up_prints_nothing(
    qtbot: QtBot, jobs: Jobs, door: RecordingDoor
) -> None:
    ways: list[str] = []

    print_pdf(b"%PDF", "Einladung", QWidget(), jobs, ways.append, printers=())
    press_choice(door.expect(), "Abbrechen")

    assert ways == []


def test_a_pdf_is_saved_where_the_person_says(
    qtbot: QtBot, door: RecordingDoor, tmp_path: Path
) -> None:
    window = QWidget()
    door.path = tmp_path / "Einladung.pdf"
    saved: list[Path] = []

    save_pdf(b"%PDF", "Einladung: 8. April", window, saved.append)

    assert door.path.read_bytes() == b"%PDF"
    assert saved == [door.path]
    assert door.expect().title.endswith(".pdf")


def test_a_folder_that_is_gone_is_said_at_the_door(
    qtbot: QtBot, door: RecordingDoor, tmp_path: Path
) -> None:
    window = QWidget()
    door.path = tmp_path / "weg" / "Einladung.pdf"

    save_pdf(b"%PDF", "Einladung", window)

    assert door.expect().kind == "save"
    assert door.expect().error is not None


def test_the_pages_of_a_printer_that_is_out_are_moved(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    pdf, target, ways = pdf_with("eins"), tmp_path / "o.pdf", list[str]()
    printer = file_printer(target)

    run = PrintRun(pdf, "T", printer, jobs, ways.append, shift_of=lambda _name: (10.0, 0.0))
    run.start()

    qtbot.waitUntil(lambda: ways == ["printer"])
    assert left_edge(target.read_bytes()) - left_edge(pdf) == pytest.approx(28, abs=1)


def test_a_page_is_moved_right_and_down_and_keeps_its_size(qtbot: QtBot) -> None:
    pdf = pdf_with("eins")
    moved = moved_pages(pdf, 10, 20)
    size = pypdfium2.PdfDocument(moved)[0].get_size()
    assert (round(size[0]), round(size[1])) == (595, 842)
    assert left_edge(moved) - left_edge(pdf) == pytest.approx(28, abs=1)
    assert top_edge(moved) - top_edge(pdf) == pytest.approx(57, abs=1)


def test_cups_is_told_to_scale_nothing(tmp_path: Path) -> None:
    options = " ".join(cups_options(file_printer(tmp_path / "o.pdf")))
    assert "-o print-scaling=none -o number-up=1" in options
    assert "-o sides=one-sided" in options
