"""Text as people in Germany write, search and sort it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.text import (
    and_list,
    clean,
    fold,
    fold_variants,
    initials,
    plural,
    shorten,
    sort_key,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Mu\u0308ller", "Müller"),
        ("Mia\x00\x07", "Mia"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne"),
        ("fdp.\u202eexe\u2066", "fdp.exe"),
        ("\ufeffVor\u200bname", "Vorname"),
        ("a\ud83db", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧 <b> & „x“", "👩\u200d👧 <b> & „x“"),
        ("a\x00\u0308", "ä"),
        ("", ""),
    ],
)
def test_cleaning_takes_out_only_what_nobody_can_type(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_and_the_result_can_be_stored(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\x00" not in once
    once.encode()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"),
        ("MÜLLER", "muller"),
        ("Mu\u0308ller", "muller"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Şahin", "sahin"),
        ("Łukasz", "lukasz"),
        ("Nguyễn Thị", "nguyen thi"),
        ("İpek Işık", "ipek isik"),
        ("Đorđe Jørgensen", "dorde jorgensen"),
        ("O’Neill", "o'neill"),
        ("Anna‑Lena", "anna-lena"),
        ("  Mia \u00a0 Ole\t", "mia ole"),
        ("Ёлка", "елка"),
        ("مُحَمَّد", "محمد"),
        ("ﬁn", "fin"),
        ("Kita™", "kitatm"),
        ("Mül\u00adler", "muller"),
    ],
)
def test_folding_drops_case_marks_and_typography(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("letter", "aäàąßçéğíıłñöøœşšúůýžθяџ")
def test_small_and_capital_letters_meet(letter: str) -> None:
    assert fold(letter.upper()) == fold(letter)
    assert fold(unicodedata.normalize("NFD", letter)) == fold(letter)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Müller", ("muller", "mueller")),
        ("Mueller", ("mueller",)),
        ("ÖZTÜRK", ("ozturk", "oeztuerk")),
        ("Ba\u0308r", ("bar", "baer")),
        ("Jørgensen", ("jorgensen", "joergensen")),
        ("Mia", ("mia",)),
    ],
)
def test_a_name_is_found_with_and_without_umlaut(text: str, forms: tuple[str, ...]) -> None:
    assert fold_variants(text) == forms


@pytest.mark.parametrize(
    "in_order",
    [
        ["Mia", "Mia Anna", "Miaka"],
        ["Maler", "Mäler", "Malz", "Märtens", "Marx"],
        ["Muller", "Müller", "Mullerei", "Mulz"],
        ["Mase", "Masse", "Maße", "Mast"],
        ["Oz", "Öztürk", "Paul", "Şahin", "Saz", "Tee"],
        ["Lu", "Łukasz", "Luz"],
        ["Nguyen", "Nguyễn", "Niemann"],
        ["Anna Lena", "Anna-Lena", "Anna Maria", "Annabel"],
        ["ONeil", "O'Neill", "Oz"],
        ["", "2 Kinder", "Zoe", "Ёлка", "Иван", "علي"],
    ],
)
def test_names_are_sorted_by_din_5007_1(in_order: list[str]) -> None:
    mixed = in_order[::-1]
    assert sorted(mixed, key=sort_key) == in_order


@given(st.text(), st.text())
def test_different_texts_never_share_a_place(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (clean(one) == clean(other))


@pytest.mark.parametrize(
    ("n", "said"),
    [(0, "0 Kinder"), (1, "1 Kind"), (2, "2 Kinder"), (1200, "1.200 Kinder")],
)
def test_a_number_takes_its_noun(n: int, said: str) -> None:
    assert plural(n, "Kind", "Kinder") == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["Mia"], "Mia"),
        (["Mia", "Ole"], "Mia und Ole"),
        (["Mia", "Ole", "Jonas"], "Mia, Ole und Jonas"),
    ],
)
def test_names_are_joined_as_one_says_them(items: list[str], said: str) -> None:
    assert and_list(items) == said


def test_a_list_can_be_a_choice() -> None:
    assert and_list(["csv", "xlsx", "vcf"], word="oder") == "csv, xlsx oder vcf"


@pytest.mark.parametrize(
    ("text", "most", "line"),
    [
        ("Mia", 3, "Mia"),
        ("Elternabend", 5, "Elte…"),
        ("Sprache im Alltag", 12, "Sprache im…"),
        ("Sprache im Alltag", 11, "Sprache im…"),
        ("Sprache im Alltag", 14, "Sprache im…"),
        ("Ein Donaudampfschiff", 16, "Ein Donaudampfs…"),
        ("Donaudampfschiff", 1, "…"),
        ("So, und nun kommt es", 4, "So…"),
        ("zwei\nZeilen", 20, "zwei Zeilen"),
    ],
)
def test_a_long_text_is_cut_at_a_word(text: str, most: int, line: str) -> None:
    assert shorten(text, most) == line


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_a_shortened_text_is_never_longer_than_asked(text: str, most: int) -> None:
    assert len(shorten(text, most)) <= most


@pytest.mark.parametrize(
    ("name", "badge"),
    [
        ("Mia Şahin", "MŞ"),
        ("Anna-Lena von Berg", "AB"),
        ("mia", "M"),
        ("ßo ßi", "SS"),
        ("(Mia) „Öz“", "MÖ"),
        ("Ива́н Петров", "ИП"),
        ("🙂 –", ""),
        ("", ""),
    ],
)
def test_initials_are_the_first_letters_of_first_and_last_word(name: str, badge: str) -> None:
    assert initials(name) == badge
