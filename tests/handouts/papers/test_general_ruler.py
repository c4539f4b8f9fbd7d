"""The ruler page: its crosses stand where the settings say they do."""

from __future__ import annotations

import pytest

from kitadesk.handouts import registry
from kitadesk.handouts.kit.pdf import render
from tests.support.reading import read_paths, read_pdf

ARM_MM = 6.0


def middles() -> set[tuple[int, int]]:
    """Where level and upright arms of 12 mm cross, in mm from the top left."""
    pdf = render(registry.find("ruler").blank_form({}))
    level = [
        line
        for line in read_paths(pdf)[0]
        if line.bottom - line.top < 1 and ARM_MM < line.right - line.left < 2 * ARM_MM + 1
    ]
    return {
        (round((line.left + line.right) / 2), round((line.top + line.bottom) / 2)) for line in level
    }


def test_a_cross_stands_20_mm_from_the_edges_in_every_corner() -> None:
    assert middles() == {(20, 20), (190, 20), (20, 277), (190, 277)}


@pytest.mark.parametrize("text", ["Messblatt für den Drucker", "20 mm", "Tatsächliche Größe"])
def test_it_says_what_to_measure(text: str) -> None:
    (sheet,) = read_pdf(render(registry.find("ruler").blank_form({})))
    assert text in sheet.text.replace("\r\n", " ")
