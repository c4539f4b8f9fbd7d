"""The number of a sheet that comes back whole: to read, to scan, and whose sheet it is."""

from __future__ import annotations

import pytest

from kitadesk.handouts.kit.blocks import Document, NumberMark, PageSetup, Paragraph
from kitadesk.handouts.kit.codes import bars_width, code128_bars
from kitadesk.handouts.kit.docx import render_docx
from kitadesk.handouts.kit.pdf import inspect, render
from kitadesk.handouts.kit.styles import MM
from tests.support.reading import Stretch, all_text, read_paths, read_pdf, squeezed

BODY = "geboren am 14.05.2021 · Frösche"


def _document(number: str, title: str = "Mia Muster", caption: str = BODY) -> Document:
    blocks = (NumberMark(number, title, caption), Paragraph("danach"))
    return Document("Einwilligung", blocks, PageSetup(footer=False))


def _bars(number: str) -> list[Stretch]:
    return [box for box in read_paths(render(_document(number)))[0] if box.bottom - box.top > 5]


def test_number_and_words_stand_side_by_side() -> None:
    text = all_text(render(_document("5021-3")))
    assert squeezed("Nr. 5021-3") in text
    assert squeezed("Mia Muster") in text
    (sheet,) = read_pdf(render(_document("5021-3")))
    number = next(item for item in sheet.stretches if "5021" in item.text)
    name = next(item for item in sheet.stretches if "Mia" in item.text)
    assert name.right < number.left
    assert abs(name.top - number.top) < 5


def test_the_bars_are_those_of_the_digits_at_the_right_edge() -> None:
    boxes = _bars("5021-3")
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    assert right - left == pytest.approx(bars_width(code128_bars("50213")) / MM, abs=0.3)


def test_without_a_number_only_the_words_are_there() -> None:
    assert "Nr." not in all_text(render(_document("")))
    assert _bars("") == []


def test_words_that_are_many_go_on_below_and_none_is_lost() -> None:
    long = " ".join(f"w{number}" for number in range(400)) + " Ende"
    text = all_text(render(_document("5021-3", "Mia Muster", long)))
    assert "Ende" in text
    assert squeezed("Nr. 5021-3") in text


def test_a_number_that_is_none_is_shortened_and_told() -> None:
    wrong = "x" * 200
    assert wrong in inspect(_document(wrong)).shortened
    assert _bars(wrong) == []


def test_a_word_document_has_the_number_too() -> None:
    assert render_docx(_document("5021-3")).startswith(b"PK")
