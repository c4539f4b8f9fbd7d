"""Badges stand on their places, names stay readable, and nothing typed is lost."""

from __future__ import annotations

import pytest

from kitadesk.handouts.kit.blocks import (
    BADGE_SYMBOLS,
    Badge,
    BadgeSheet,
    Document,
    NewSheet,
    PageSetup,
)
from kitadesk.handouts.kit.names import initials
from kitadesk.handouts.kit.pdf import inspect, render
from kitadesk.handouts.kit.text import missing_glyphs
from kitadesk.handouts.sheets import BadgeType, label_geometry
from tests.support.reading import Sheet, all_text, read_paths, read_pdf

CUT = label_geometry(BadgeType.CUT_90X55)


def _document(*badges: Badge, start: int = 1, kind: BadgeType = BadgeType.CUT_90X55) -> Document:
    block = BadgeSheet(label_geometry(kind), badges, start, house="Kita Sonnenschein")
    return Document("Namensschilder", (NewSheet(footer=False), block), PageSetup(footer=False))


def _sheet(*badges: Badge, start: int = 1, kind: BadgeType = BadgeType.CUT_90X55) -> Sheet:
    return read_pdf(render(_document(*badges, start=start, kind=kind)))[0]


@pytest.mark.parametrize("kind", BadgeType)
@pytest.mark.parametrize("start", [1, 4, 10])
def test_a_badge_stands_inside_its_place(kind: BadgeType, start: int) -> None:
    badge = Badge("Petra", "Muster", "Grundschule")
    sheet = _sheet(badge, start=start, kind=kind)
    geometry = label_geometry(kind)
    left, top = geometry.corner_of(start - 1)
    for text in ("Petra", "Muster", "Grundschule", "Kita"):
        found = sheet.find(text)
        assert left + 2 <= found.left < found.right <= left + geometry.width - 2
        assert top + 2 <= found.top < found.bottom <= top + geometry.height - 2


def test_the_first_name_is_the_largest_and_the_role_the_smallest() -> None:
    sheet = _sheet(Badge("HHH", "HH", "H Rat"))
    first, last, role = (sheet.find(text) for text in ("HHH", "HH", "H Rat"))
    last = next(item for item in sheet.stretches if item.text.strip() == "HH")
    heights = [item.bottom - item.top for item in (first, last, role)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > 7


def test_a_long_name_is_set_smaller_before_anything_is_left_out() -> None:
    document = _document(Badge("Maximilian-Alexander Friedrich"))
    assert inspect(document).shortened == ()
    assert "Friedrich" in read_pdf(render(document))[0].text


def test_a_name_too_long_even_small_gets_initials_from_behind_and_is_told() -> None:
    name = "Maximilian-Alexander Friedrich Leopold Hieronymus"
    document = _document(Badge(name, "Muster"))
    (sheet,) = read_pdf(render(document))
    assert "Maximilian" in sheet.text
    assert "L. H." in sheet.text
    assert inspect(document).shortened == (name,)


def test_what_fits_no_badge_follows_in_full_on_a_plain_sheet() -> None:
    role = " ".join(f"Amt{number}" for number in range(90))
    document = _document(Badge("Jo", "Muster", role))
    first, second = read_pdf(render(document))
    assert "…" in first.text
    assert "Amt89" in second.text
    assert inspect(document).shortened == (role,)


def test_a_badge_without_text_has_a_line_to_write_on() -> None:
    shape = [item for item in read_paths(render(_document(Badge())))[0] if item.left > 15]
    lines = [item for item in shape if 60 < item.right - item.left < 90]
    assert len(lines) == 1
    assert 11 + 55 / 2 < lines[0].top < 11 + 55


def test_the_sign_of_a_child_stands_left_of_its_name() -> None:
    sheet = _sheet(Badge("Theodora", symbol="★"))
    assert sheet.find("★").right < sheet.find("Theodora").left


def test_every_sign_offered_is_in_the_fonts() -> None:
    assert missing_glyphs(BADGE_SYMBOLS) == ()
    assert len(set(BADGE_SYMBOLS)) == len(BADGE_SYMBOLS)


def test_cut_marks_stand_outside_of_all_badges_in_line_with_their_edges() -> None:
    found = read_paths(render(_document(Badge("Mia"))))[0]
    upright = {round((i.left + i.right) / 2, 1) for i in found if i.right - i.left < 1}
    level = {round((i.top + i.bottom) / 2, 1) for i in found if i.bottom - i.top < 1}
    assert upright == {15, 105, 195}
    assert level == {11, 66, 121, 176, 231, 286}
    for item in found:
        assert item.right < 15 or item.left > 195 or item.bottom < 11 or item.top > 286
        assert 4.8 < item.left < item.right < 205.2
        assert 4.8 < item.top < item.bottom < 292.2


def test_names_of_all_scripts_stand_on_badges() -> None:
    names = ("Nguyễn Thị", "Łukasz", "Şahin", "Ольга", "<img src=http://x>", "A & B")
    document = _document(*(Badge(name, name, name) for name in names))
    printed = all_text(render(document))
    assert inspect(document).missing == ()
    assert all(printed.count(name.replace(" ", "")) == 3 for name in names)


def test_initials_come_from_behind_and_the_first_word_last() -> None:
    assert list(initials("Anna-Lena Maria Kunz")) == [
        "Anna-Lena Maria K.",
        "Anna-Lena M. K.",
        "Anna-L. M. K.",
        "A.-L. M. K.",
    ]
    assert list(initials("Theodora")) == []


def test_a_role_without_a_name_stands_below_a_line_to_write_on() -> None:
    data = render(_document(Badge(role="Elternbeirat"), Badge("Mia", role="Elternbeirat")))
    rules = [one for one in read_paths(data)[0] if one.right - one.left > 60]
    role = read_pdf(data)[0].find("Elternbeirat")
    assert len(rules) == 1
    assert rules[0].bottom + 1 < role.top < rules[0].bottom + 6
