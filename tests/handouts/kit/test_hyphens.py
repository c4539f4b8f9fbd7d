"""Words too wide for their line are divided where a reader would, and never lose a letter."""

from __future__ import annotations

import pytest

from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.hyphens import LONGEST_WORD, places
from kitadesk.handouts.kit.styles import MM
from kitadesk.handouts.kit.text import Line, break_lines


def _divided(word: str) -> str:
    shown = list(word)
    for at, sign in reversed(places(word)):
        shown.insert(at, sign or "|")
    return "".join(shown)


def _words(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


@pytest.mark.parametrize(
    "divided",
    [
        "Ver-kehrs-si-cher-heits-trai-nings-vor-mit-tag",
        "Kin-der-ta-ges-stätten-lei-te-rin",
        "Eltern-bei-rats-vor-sit-zende",
        "Schwei-ge-pflich-tent-bin-dung",
        "„Ein-ver-ständ-nis-er-klä-rung“,",
        "Gesund-heits-amt",
        "Haus",
    ],
)
def test_german_words_are_divided_at_syllables(divided: str) -> None:
    assert _divided(divided.replace("-", "")) == divided


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("Müller-Lüdenscheidt", "Müller-|Lüdenscheidt"),
        ("petra@example.org", "petra@|example.|org"),
        ("und/oder", "und/|oder"),
        ("Łukasiewicz", "Łukasiewicz"),
        ("4821-7", "4821-|7"),
        ("-7", "-7"),
    ],
)
def test_names_and_addresses_get_no_hyphen_of_ours(word: str, divided: str) -> None:
    assert _divided(word) == divided


def test_what_is_too_long_for_a_word_has_no_places() -> None:
    assert places("a" * (LONGEST_WORD + 1)) == ()


@pytest.mark.parametrize("width", [20, 28, 36])
def test_a_wide_word_ends_its_lines_with_hyphens_and_keeps_every_letter(width: int) -> None:
    word = "Verkehrssicherheitstrainingsvormittag"
    lines = break_lines(word, Face.REGULAR, 11, width * MM)
    *full, last = _words(lines)
    assert full
    assert all(part.endswith("-") for part in full)
    assert "".join(part.removesuffix("-") for part in full) + last == word
    assert all(line.width <= width * MM for line in lines)


def test_a_word_that_fits_is_not_divided() -> None:
    text = "Wir laden zum Verkehrssicherheitstraining ein"
    assert not any("-" in part for part in _words(break_lines(text, Face.REGULAR, 11, 80 * MM)))


def test_a_line_narrower_than_any_syllable_is_broken_between_letters() -> None:
    lines = _words(break_lines("Schlussstrich", Face.REGULAR, 11, 2 * MM))
    assert "".join(lines) == "Schlussstrich"
