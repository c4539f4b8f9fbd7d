"""Where the letters of the invented town show their address: in the window, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kitadesk.handouts.family_letters import sample_households
from kitadesk.handouts.kit.blocks import AddressField, Document, PageSetup, letter_page
from kitadesk.handouts.kit.pdf import render
from kitadesk.handouts.letter_pages import page_of_letters
from kitadesk.queries.events import events
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, document_of
from tests.support.reading import Sheet, read_pdf

WINDOW = (20.0, 45.0, 110.0, 90.0)
"""What a window envelope shows of form B: left, top, right, bottom in mm (DIN 5008, DIN lang)."""
SLIDES = 2.0
"""So far the sheet moves inside its envelope."""


def run(town: Desk, **params: str) -> Document:
    """Make the invitations of the joint evening."""
    today = date(2026, 11, 22)
    evening = next(row.id for row in town.read(events, today) if row.title.startswith("Papa"))
    return document_of(town, PrintRequest("invitation", evening, params))


def by_post(document: Document) -> list[tuple[Sheet, AddressField]]:
    """Give the sheets with a window address."""
    fields = [block for block in document.blocks if isinstance(block, AddressField)]
    sheets = read_pdf(render(document))
    lines = [(field, field.lines[0]) for field in fields]
    return [(sheet, field) for field, first in lines for sheet in sheets if first in sheet.text]


@pytest.mark.parametrize("large", ["nein", "ja"])
def test_the_window_of_a_letter_by_post_shows_its_address_and_nothing_else(
    town: Desk, large: str
) -> None:
    letters = by_post(run(town, large_print=large))
    assert letters
    left, top, right, bottom = WINDOW
    for sheet, field in letters:
        wanted = {field.return_line, *field.lines}
        for item in sheet.stretches:
            if item.right > left and item.left < right and item.bottom > top and item.top < bottom:
                assert item.text.strip() in wanted
                assert item.left == pytest.approx(25, abs=0.5)
                assert item.right < right - SLIDES
                assert top + SLIDES <= item.top < item.bottom <= bottom - SLIDES


def test_a_run_with_a_letter_by_post_has_the_edges_of_din_5008(town: Desk) -> None:
    document = run(town)
    assert document.page == letter_page()
    for sheet, _ in by_post(document):
        assert sheet.find("Liebe Eltern").left == pytest.approx(25, abs=0.5)
        assert sheet.find("Liebe Eltern").top >= 98.46


def test_a_sheet_printed_to_look_at_has_the_edges_of_its_run(town: Desk) -> None:
    document = run(town, probe="ja")
    assert not any(isinstance(block, AddressField) for block in document.blocks)
    assert document.page == letter_page()


def test_letters_that_are_handed_out_keep_their_usual_edges() -> None:
    households = sample_households()
    assert page_of_letters(households, large_print=True) == PageSetup(
        footer=False, large_print=True
    )
    by_post = replace(households[0], address=("Paul Muster", "Hafenweg 9"))
    assert page_of_letters((by_post, *households), large_print=False) == letter_page()
