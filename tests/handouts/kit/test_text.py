"""The safe door for text: nothing lost, nothing understood as markup, lines in reading order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.text import (
    LONGEST_TEXT,
    Line,
    break_lines,
    is_right_to_left,
    missing_glyphs,
    shortened_line,
    shortened_lines,
    single_line,
    widest_word,
)

WIDE = 10_000.0


def drawn(lines: tuple[Line, ...] | Line) -> str:
    """The characters of lines in the order they are drawn."""
    lines = (lines,) if isinstance(lines, Line) else lines
    return "".join(run.text for line in lines for run in line.runs)


def regular(text: str, width: float = WIDE) -> tuple[Line, ...]:
    return break_lines(text, Face.REGULAR, 11, width)


@pytest.mark.parametrize(
    "text",
    [
        "Anna <anna@example.org> kommt",
        "<b Müller",
        "</para><b>Anna",
        '<img src="http://example.org/x.png"/>',
        "3 < 4 & 5 > 4 &amp; &#65;",
        "%s {name} \\n $x",
        "Şahin Łukasz Nguyễn Thị Ольга Γιώργος",
    ],
)
def test_what_looks_like_markup_is_printed_as_typed(text: str) -> None:
    assert drawn(regular(text)) == text


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(blacklist_categories=("Cf", "Cs")), max_size=80), st.integers(8, 300))
def test_every_typed_character_is_drawn_or_shown_as_a_box(text: str, width: int) -> None:
    visible = [char for char in clean(text) if not char.isspace() and not _is_silent(char)]
    shown = [char for char in drawn(regular(text, width)) if not char.isspace()]
    if not any(_is_rtl(char) for char in visible):
        typed = _without_hyphens(shown, visible)
        assert len(typed) == len(visible)
        assert all(a in (b, "□") for a, b in zip(typed, visible, strict=True))


def _without_hyphens(shown: list[str], visible: list[str]) -> list[str]:
    """Take out the hyphens that divide a word at the end of a line."""
    typed: list[str] = []
    for char in shown:
        expected = visible[len(typed)] if len(typed) < len(visible) else ""
        if char != "-" or expected == "-":
            typed.append(char)
    return typed


def _is_silent(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff"


def _is_rtl(char: str) -> bool:
    return "\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufefc"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), st.integers(20, 200))
def test_no_line_is_wider_than_its_box(text: str, width: int) -> None:
    for line in regular(text, width):
        assert line.width <= width or len(drawn(line)) <= 2


def test_line_breaks_and_empty_lines_are_kept() -> None:
    assert [drawn(line) for line in regular("a\n\nb\r\nc")] == ["a", "", "b", "c"]


def test_a_word_wider_than_the_line_is_broken_between_characters() -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 3
    lines = regular(word, 100)
    assert len(lines) > 3
    assert drawn(lines) == word


def test_marks_stay_with_their_letter_when_a_word_is_broken() -> None:
    lines = regular("x\u0331" * 40, 60)
    assert all(not drawn(line).startswith("\u0331") for line in lines)


@pytest.mark.parametrize("width", [50, 58])
@pytest.mark.parametrize("letter", ["አ\u135d", "x\u0363"])
def test_a_mark_without_glyph_stays_with_its_letter_too(letter: str, width: float) -> None:
    lines = regular(letter * 40, width)
    assert len(lines) > 5
    assert all(len(drawn(line)) % 2 == 0 for line in lines)


def test_words_go_to_the_line_on_which_they_fit() -> None:
    lines = regular("eins zwei drei", widest_word("zwei drei", Face.REGULAR, 11) * 2.2)
    assert [drawn(line) for line in lines] == ["eins zwei", "drei"]


@pytest.mark.parametrize(
    "whole",
    [
        "037207 555-10", "+49 170 5550101", "(037207) 555 10", "28. Januar", "19 Uhr",
        "19:30 Uhr", "Nr. 4821-7", "§ 5", "z. B.", "u. a. m.", "Dr. Muster", "12 €",
    ],
)  # fmt: skip
def test_what_belongs_together_is_never_parted_by_a_line_end(whole: str) -> None:
    needed = regular(whole)[0].width
    for width in range(int(needed) + 1, int(needed) + 90, 3):
        lines = [drawn(line) for line in regular(f"Rufen Sie bitte {whole} einmal an", width)]
        assert any(whole in line for line in lines), width


@pytest.mark.parametrize("address", ["Markt 1", "Gartenweg 12a", "Bahnhofstr. 7"])
@pytest.mark.parametrize("after", ["", ", 09661 Hainichen", " · Einlass 18:30"])
def test_a_house_number_stays_with_its_street(address: str, after: str) -> None:
    for width in range(int(regular(f"{address},")[0].width) + 1, 200, 7):
        lines = [drawn(line) for line in regular(f"Großer Saal, {address}{after}", width)]
        assert any(address in line for line in lines), width


def test_a_narrow_column_parts_bound_words_at_their_space() -> None:
    lines = regular("Nr. 4821-7", regular("4821-7")[0].width + 1)
    assert [drawn(line) for line in lines] == ["Nr.", "4821-7"]


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("0123 /-.§zBUhrNr\u00a0+("), max_size=200), st.integers(30, 200))
def test_bound_words_wider_than_the_line_are_parted_after_all(text: str, width: int) -> None:
    lines = regular(text, width)
    assert all(line.width <= width for line in lines)
    assert "".join(drawn(lines).split()) == "".join(clean(text).split())


def test_the_fallback_font_takes_over_run_by_run() -> None:
    (line,) = regular("Mia ① Ole")
    assert [run.text for run in line.runs] == ["Mia ", "① ", "Ole"]
    assert line.runs[0].font == line.runs[2].font != line.runs[1].font


def test_bold_falls_back_to_a_bold_font() -> None:
    (line,) = break_lines("①", Face.BOLD, 11, WIDE)
    assert line.runs[0].font == "KitaFallbackBold"


def test_unknown_characters_become_a_visible_box_and_are_reported() -> None:
    assert drawn(regular("Igel 👧🏽")) == "Igel □"
    assert missing_glyphs("Igel 👧🏽 አ\nÄ ş ł") == ("👧", "አ")


def test_known_names_need_no_box() -> None:
    assert missing_glyphs("Şahin Łukasz Nguyễn Ольга محمد שרה Çelik Ğ İ ő ș ț") == ()


def test_nonbreaking_and_thin_spaces_are_drawn_as_spaces() -> None:
    assert drawn(regular("10\u00a0€\u202fx")) == "10 € x"


def test_a_nonbreaking_space_does_not_break() -> None:
    lines = regular("aaa 10\u00a0Euro", widest_word("aaa 10\u00a0E", Face.REGULAR, 11) + 8)
    assert drawn(lines[0]) == "aaa"


def test_arabic_letters_are_joined_and_run_from_right_to_left() -> None:
    (line,) = regular("محمد")
    assert line.right_to_left
    assert drawn(line) == "\ufeaa\ufee4\ufea4\ufee3"


def test_arabic_brackets_are_mirrored_and_stay_with_their_word() -> None:
    (line,) = regular("سلام (علي) سلام")
    text = drawn(line)
    assert text.index("(") < text.index(")")
    assert "ﻋ" in text[text.index("(") : text.index(")")]


def test_lines_of_an_arabic_paragraph_stand_in_reading_order() -> None:
    words = [f"كلمة{number}" for number in range(1, 9)]
    lines = regular(" ".join(words), 110)
    assert len(lines) > 2
    assert "1" in drawn(lines[0])
    assert "8" in drawn(lines[-1])


def test_an_arabic_name_in_a_german_line_keeps_the_line_german() -> None:
    (line,) = regular("Liebe Eltern von علي (الصغير),")
    text = drawn(line)
    assert not line.right_to_left
    assert text.startswith("Liebe Eltern von (")
    assert text.endswith(",")


def test_an_entry_of_a_german_list_is_right_to_left_only_without_other_letters() -> None:
    assert is_right_to_left("خان, Mia · Frösche")
    assert not is_right_to_left("خان, Mia · Frösche", listed=True)
    assert is_right_to_left("خان", listed=True)
    assert not is_right_to_left("12", listed=True)


def test_a_text_beyond_the_limit_is_refused_with_a_sentence() -> None:
    with pytest.raises(UserError) as refused:
        regular("x" * (LONGEST_TEXT + 1))
    assert refused.value.code == "value_too_long"


def test_a_text_at_the_limit_is_printed() -> None:
    assert len(drawn(regular("x" * LONGEST_TEXT, 400))) == LONGEST_TEXT


def test_a_lone_wide_character_gets_a_line_even_if_it_does_not_fit() -> None:
    assert [drawn(line) for line in regular("WW", 1)] == ["W", "W"]


def test_shortening_leaves_what_fits_as_it_is() -> None:
    assert shortened_line("Mia", Face.REGULAR, 11, 200) == (
        single_line("Mia", Face.REGULAR, 11),
        False,
    )


def test_shortening_shows_that_something_is_missing() -> None:
    line, cut = shortened_line("Mia Marie Magdalena", Face.REGULAR, 11, 50)
    assert cut
    assert drawn(line).endswith("…")
    assert line.width <= 50


def test_shortening_to_lines_uses_all_of_them() -> None:
    lines, cut = shortened_lines("Wort " * 60, Face.REGULAR, 11, 100, 2)
    assert cut
    assert len(lines) == 2
    assert drawn(lines[-1]).endswith("…")


def test_shortening_to_lines_leaves_what_fits() -> None:
    lines, cut = shortened_lines("Wort Wort", Face.REGULAR, 11, 100, 2)
    assert (drawn(lines), cut) == ("Wort Wort", False)


def test_what_fits_exactly_is_neither_broken_nor_shortened() -> None:
    whole = single_line("Mia Marie", Face.REGULAR, 11)
    assert len(regular("Mia Marie", whole.width)) == 1
    assert shortened_line("Mia Marie", Face.REGULAR, 11, whole.width) == (whole, False)
    word = widest_word("Marie", Face.REGULAR, 11)
    assert [drawn(line) for line in regular("Marie", word)] == ["Marie"]
    assert drawn(regular("MarieMarie", word)[0]) == "Marie"


def test_shortening_keeps_exactly_the_allowed_lines_untouched() -> None:
    width = widest_word("Wort", Face.REGULAR, 11) + 1
    lines, cut = shortened_lines("Wort Wort", Face.REGULAR, 11, width, 2)
    assert ([drawn(line) for line in lines], cut) == (["Wort", "Wort"], False)


def test_shortening_keeps_as_much_as_fits() -> None:
    lines, _ = shortened_lines("Wort " * 60, Face.REGULAR, 11, 100, 1)
    one_more = single_line(drawn(lines[0]).replace("…", "W…"), Face.REGULAR, 11)
    assert lines[0].width <= 100 < one_more.width + widest_word("ort", Face.REGULAR, 11)


def test_brackets_around_an_arabic_name_stay_german_after_a_german_word() -> None:
    (line,) = regular("Mia (علي) kommt")
    assert drawn(line).startswith("Mia (")
    assert drawn(line).endswith(") kommt")


def test_brackets_around_a_german_word_stay_german_after_an_arabic_name() -> None:
    (line,) = regular("Familie علي (Igel)")
    assert drawn(line).endswith("(Igel)")


def test_running_text_takes_the_direction_of_its_first_letter() -> None:
    assert regular("خان und Mia")[0].right_to_left
    assert not regular("Mia und خان")[0].right_to_left
    assert not break_lines("خان und Mia", Face.REGULAR, 11, WIDE, listed=True)[0].right_to_left
