"""The year as a picture: days stand below their month, breaks behind them, nothing is greyed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kitadesk.handouts.kit.blocks import (
    Document,
    PageSetup,
    Timeline,
    TimelineRow,
    TimelineShade,
)
from kitadesk.handouts.kit.pdf import inspect, page_count, render
from tests.support.reading import Sheet, read_paths, read_pdf

YEAR = Timeline(date(2026, 8, 1), date(2027, 7, 31))
SETUP = PageSetup(landscape=True)
LEFT, RIGHT = 22.0, 297.0 - 20.0
"""mm; edges of the text on a landscape sheet."""
OUTLINE = 0.28
"""mm; how far the reader counts the line around a mark to its outside."""


def _printed(block: Timeline) -> bytes:
    return render(Document("Plan", (block,), SETUP), invariant=True)


def _sheet(block: Timeline) -> Sheet:
    return read_pdf(_printed(block))[0]


def _with(*rows: TimelineRow) -> Timeline:
    return replace(YEAR, rows=rows)


def _place(day: date) -> float:
    """Where a day begins on the sheet in mm, computed apart from the kit."""
    left = LEFT + YEAR.names
    return left + (RIGHT - left) * (day - YEAR.first).days / 365


def test_every_month_stands_at_its_first_day() -> None:
    sheet = _sheet(YEAR)
    for label, first in (("Aug 26", YEAR.first), ("Jan 27", date(2027, 1, 1))):
        assert sheet.find(label).left == pytest.approx(_place(first), abs=1.0)


def test_a_bar_covers_its_days() -> None:
    row = TimelineRow("Schularzt", date(2026, 10, 1), date(2027, 1, 31), is_strong=True)
    boxes = read_paths(_printed(_with(row)))[0]
    left = _place(date(2026, 10, 1)) - OUTLINE
    right = _place(date(2027, 2, 1)) + OUTLINE
    assert any(
        box.left == pytest.approx(left, abs=0.1) and box.right == pytest.approx(right, abs=0.1)
        for box in boxes
    )


def test_the_words_stand_right_of_the_mark_and_left_of_it_at_the_end_of_the_picture() -> None:
    early = TimelineRow("früh", date(2026, 9, 1), date(2026, 9, 1), "Di 1.9.")
    late = TimelineRow("spät", date(2027, 7, 30), date(2027, 7, 30), "Fr 30.7.")
    sheet = _sheet(_with(early, late))
    assert sheet.find("Di 1.9.").left > _place(date(2026, 9, 2))
    assert sheet.find("Fr 30.7.").right < _place(date(2027, 7, 30))


def test_a_row_without_days_has_only_its_label() -> None:
    sheet = _sheet(_with(TimelineRow("Schulwegtraining", words="ohne Datum")))
    assert "Schulwegtraining" in sheet.text
    assert "ohne Datum" not in sheet.text


def test_breaks_lie_behind_every_row_and_are_named_once() -> None:
    shade = TimelineShade(date(2026, 10, 12), date(2026, 10, 24), "Herbst")
    plain = _with(TimelineRow("eins"), TimelineRow("zwei"))
    shaded = replace(plain, shades=(shade,))
    assert _sheet(shaded).text.count("Herbst") == 1
    assert len(_printed(shaded)) > len(_printed(plain))


def test_the_same_days_are_hatched_once() -> None:
    shade = TimelineShade(date(2026, 10, 12), date(2026, 10, 24))
    once = replace(_with(TimelineRow("eins")), shades=(shade,))
    assert _printed(replace(once, shades=(shade,) * 500)) == _printed(once)


def test_days_outside_the_picture_stand_at_its_edge() -> None:
    row = TimelineRow("vorher", date(2025, 1, 1), date(2025, 2, 1), "Jan 25")
    found = _sheet(_with(row)).find("Jan 25")
    assert LEFT + YEAR.names < found.left < LEFT + YEAR.names + 8


def test_a_long_label_stands_on_several_lines() -> None:
    label = "Schulanmeldung an der zuständigen Grundschule im Nachbarort"
    document = Document("Plan", (_with(TimelineRow(label)),), SETUP)
    assert inspect(document).shortened == ()
    assert all(word in _sheet(_with(TimelineRow(label))).text for word in label.split())


def test_a_label_without_end_is_shortened_and_noted() -> None:
    label = "Schulanmeldung an der zuständigen Grundschule " * 8
    document = Document("Plan", (_with(TimelineRow(label)),), SETUP)
    assert inspect(document).shortened == (label,)


def test_the_months_are_repeated_on_every_page() -> None:
    block = _with(*(TimelineRow(f"Maßnahme {number}") for number in range(80)))
    sheets = read_pdf(_printed(block))
    assert len(sheets) > 1
    assert all("Aug 26" in sheet.text for sheet in sheets)


def test_the_blank_form_has_rows_and_no_year() -> None:
    block = replace(YEAR, blank_rows=10, has_years=False)
    assert "26" not in _sheet(block).text.split("Seite")[0]
    assert page_count(Document("Plan", (block,), SETUP)) == 1


def test_today_is_drawn_only_inside_the_picture() -> None:
    assert "heute" in _sheet(replace(YEAR, today=date(2027, 1, 25))).text
    assert "heute" not in _sheet(replace(YEAR, today=date(2029, 1, 25))).text


def test_narrow_months_have_their_year_above_them() -> None:
    sheet = _sheet(replace(YEAR, names=150.0))
    assert "Aug 26" not in sheet.text
    assert sheet.find("2027").left == pytest.approx(sheet.find("Jan").left, abs=1.0)


def test_every_column_stands_below_its_head() -> None:
    row = TimelineRow("Zuckertütenfest", cells=("Fr 18.6.", "Garten der Kita"))
    block = replace(_with(row), heads=("Was", "Wann", "Wo"), columns=(30.0, 40.0))
    sheet = _sheet(block)
    for head, text, left in (("Wann", "Fr 18.6.", YEAR.names), ("Wo", "Garten", YEAR.names + 30)):
        assert sheet.find(head).left == pytest.approx(sheet.find(text).left, abs=1.0)
        assert sheet.find(text).left == pytest.approx(LEFT + left + 1.2, abs=1.0)


def test_a_cell_that_is_too_wide_gets_a_second_line_and_its_row_more_height() -> None:
    texts = ("Polizei oder Verkehrswacht", "Polizei")
    named = zip(("eins", "zwei", "drei"), (*texts, ""), strict=True)
    rows = tuple(TimelineRow(name, cells=(text,)) for name, text in named)
    sheet = _sheet(replace(_with(*rows), columns=(30.0,)))
    assert "Polizei oder Verkehrswacht" not in sheet.text
    tops = [sheet.find(name).top for name in ("eins", "zwei", "drei")]
    assert tops[1] - tops[0] > tops[2] - tops[1] + 0.5
