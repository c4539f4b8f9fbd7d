"""Charts: lengths and figures that are right, tones that a copier keeps apart."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest

from kitadesk.handouts.kit.blocks import (
    BarChart,
    Block,
    ChartBar,
    Document,
    PageSetup,
    ScaleChart,
    ScaleRow,
    TrendLine,
    TrendPoint,
)
from kitadesk.handouts.kit.charts import tone_of
from kitadesk.handouts.kit.pdf import inspect, render
from kitadesk.handouts.kit.trend import top_of
from tests.support.reading import Sheet, Stretch, all_text, read_paths, read_pdf

HOSTILE = "Anna <anna@example.org> & Şahin Łukasz Nguyễn Ольга 3 < 4"


def _printed(block: Block) -> bytes:
    document = Document("Auswertung", (block,), PageSetup(footer=False))
    return render(document, invariant=True)


def _sheet(block: Block) -> Sheet:
    return read_pdf(_printed(block))[0]


def _bars(block: Block) -> list[Stretch]:
    """The filled boxes of a chart from top to bottom, left to right."""
    boxes = [b for b in read_paths(_printed(block))[0] if 4 < b.bottom - b.top < 5.2]
    return sorted(
        (b for b in boxes if b.right - b.left > 0.5), key=lambda b: (round(b.top), b.left)
    )


def test_bars_are_as_long_as_their_counts() -> None:
    chart = BarChart((ChartBar("sehr gut", 20), ChartBar("gut", 10), ChartBar("schlecht", 0)))
    boxes = read_paths(_printed(chart))[0]
    outlines = {round(b.top): b.right - b.left for b in boxes if b.right - b.left > 10}
    long, short = (outlines[top] for top in sorted(outlines))
    assert short / long == pytest.approx(0.5, abs=0.01)


def test_each_bar_says_count_and_share() -> None:
    text = _sheet(BarChart((ChartBar("gut", 17), ChartBar("schlecht", 3)))).text
    assert "17 (85 %)" in text
    assert "3 (15 %)" in text


def test_shares_are_of_the_sheets_where_several_answers_were_allowed() -> None:
    text = _sheet(BarChart((ChartBar("Essen", 17), ChartBar("Spiel", 17)), total=34)).text
    assert text.count("17 (50 %)") == 2


def test_a_chart_without_answers_has_no_shares_and_no_error() -> None:
    text = _sheet(BarChart((ChartBar("gut", 0), ChartBar("schlecht", 0)))).text
    assert "%" not in text
    assert text.count("0") == 2


def test_the_figures_stand_behind_their_bar_and_on_the_sheet() -> None:
    chart = BarChart((ChartBar("gut", 123_456), ChartBar("x", 123_456)), total=123_456)
    sheet = _sheet(chart)
    figures = [item for item in sheet.stretches if "%" in item.text]
    assert len(figures) == 2
    assert all(item.right <= 190.5 for item in figures)


def test_a_stacked_scale_shares_its_width_by_the_answers() -> None:
    boxes = _bars(ScaleChart((ScaleRow("Thema", (10, 0, 20, 0, 10)),)))
    outlines = [b for b in boxes if b.right - b.left > 15]
    widths = [b.right - b.left for b in outlines]
    assert widths[1] / widths[0] == pytest.approx(2, abs=0.05)
    assert outlines[0].right == pytest.approx(outlines[1].left, abs=0.5)


def test_a_scale_tells_mean_and_number_of_answers() -> None:
    text = _sheet(ScaleChart((ScaleRow("Thema", (0, 0, 1, 1, 2)), ScaleRow("Ort", ())))).text
    assert "Ø 4,2" in text
    assert "n = 4" in text
    assert "keine Antwort" in text


@pytest.mark.parametrize("row", [ScaleRow("", (1, 0, 0, 0, 3)), ScaleRow("", (0, 4))])
def test_the_mean_counts_steps_from_one(row: ScaleRow) -> None:
    assert row.mean == {5: 4.0, 2: 2.0}[len(row.counts)]


def test_the_key_stands_above_with_the_words_for_both_ends() -> None:
    sheet = _sheet(ScaleChart((ScaleRow("Thema", (1, 1, 1, 1, 1)),), ("nie", "immer")))
    low, high = sheet.find("nie"), sheet.find("immer")
    assert low.right < high.left
    assert high.bottom < sheet.find("Them").top


def test_every_step_has_a_tone_of_its_own_that_stays_apart_on_a_copier() -> None:
    assert [tone_of(step, 5) for step in range(5)] == [0, 1, 2, 3, 4]
    assert [tone_of(step, 2) for step in range(2)] == [0, 4]
    chart = ScaleChart((ScaleRow("T", (40, 40, 40, 40, 40)),))
    boxes = [b for b in _bars(chart) if b.right - b.left > 15]
    opened = pypdfium2.PdfDocument(_printed(chart))
    seen = opened[0].render(scale=200 / 72, grayscale=True).to_pil()
    opened.close()
    greys = []
    for box in {round(box.left / 2): box for box in boxes}.values():
        edges = (box.left + 1, box.top + 1, box.left + 6, box.bottom - 1)
        part = seen.crop(tuple(round(edge / 25.4 * 200) for edge in edges)).get_flattened_data()
        greys.append(sum(part) / len(part))
    assert len(greys) == 5
    assert all(light - dark > 20 for light, dark in pairwise(greys))


def test_a_trend_starts_at_zero_and_keeps_proportions() -> None:
    block = TrendLine((TrendPoint("A", 50), TrendPoint("B", 100)), "%")
    marks = [b for b in read_paths(_printed(block))[0] if 2 < b.right - b.left < 3]
    first, second = ((b.top + b.bottom) / 2 for b in sorted(marks, key=lambda b: b.left))
    assert first - second == pytest.approx(20, abs=0.2)


@pytest.mark.parametrize(
    ("values", "top"),
    [((3, 7), 10), ((0,), 1), ((0.3,), 0.5), ((41, 44), 50), ((100,), 100), ((110,), 200)],
)
def test_the_scale_of_a_trend_ends_at_a_round_number(values: tuple[float, ...], top: float) -> None:
    assert top_of(values) == pytest.approx(top)


def test_each_point_of_a_trend_has_figure_and_label() -> None:
    sheet = _sheet(TrendLine((TrendPoint("Herbst 2026", 41.5), TrendPoint("Mai", 30)), "%"))
    assert sheet.find("41,5 %").bottom < sheet.find("Herbst").top
    assert sheet.find("30 %").left > sheet.find("41,5 %").right


def test_a_trend_of_hundreds_of_points_is_told_line_by_line() -> None:
    points = tuple(TrendPoint(f"Z{number}Z", number) for number in range(500))
    printed = all_text(_printed(TrendLine(points)))
    assert all(f"Z{number}Z" in printed for number in range(500))


@pytest.mark.parametrize(
    "make",
    [
        lambda text: BarChart((ChartBar(text, 4), ChartBar("b", 1))),
        lambda text: ScaleChart((ScaleRow(text, (1, 2)),), (text, text)),
        lambda text: TrendLine((TrendPoint(text, 3), TrendPoint("b", 2)), "%"),
    ],
    ids=["bars", "scale", "trend"],
)
def test_texts_of_charts_are_never_lost(make: object) -> None:
    words = " ".join(f"w{number}" for number in range(3000)) + " Ende"
    assert callable(make)
    assert "Ende" in all_text(_printed(make(words)))
    assert HOSTILE.replace(" ", "") in all_text(_printed(make(HOSTILE)))
    assert inspect(Document("A", (make(HOSTILE),))).missing == ()
