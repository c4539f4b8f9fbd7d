"""Fonts can be embedded, icons look alike, each with a licence beside it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from kitadesk.base.paths import resources_dir

FONTS = sorted((resources_dir() / "fonts").glob("*.ttf"))
ICONS = sorted((resources_dir() / "icons").glob("*.svg"))
LOGOS = sorted((resources_dir() / "demo" / "logos").glob("*.png"))
NEEDED_ICONS = (
    "print undo redo search lock plus close chevron-down chevron-right warning check circle dash"
    " calendar people house clock pencil trash more paper download paste sun moon settings kitadesk"
)


def font_tables(font: Path) -> dict[str, bytes]:
    """Split a TrueType file into its tables by the directory at its beginning."""
    data = font.read_bytes()
    tables = {}
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, start, length = struct.unpack_from(">4s3I", data, 12 + 16 * number)
        tables[tag.decode()] = data[start : start + length]
    return tables


def test_the_text_face_and_the_one_behind_it_are_there() -> None:
    assert {font.stem for font in FONTS} == {
        "SourceSans3-Regular",
        "SourceSans3-SemiBold",
        "SourceSans3-Italic",
        "DejaVuSans",
        "DejaVuSans-Bold",
    }


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_a_font_has_glyf_outlines_and_may_be_embedded(font: Path) -> None:
    tables = font_tables(font)

    assert "glyf" in tables
    assert not {"CFF ", "fvar"} & set(tables)
    assert struct.unpack_from(">H", tables["OS/2"], 8) == (0,)


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_a_font_has_its_licence_beside_it_and_stands_in_the_list(font: Path) -> None:
    family = font.stem.split("-")[0]

    assert (font.parent / f"{family}-LICENSE.txt").stat().st_size > 1000
    assert f"`{font.name}`" in (font.parent / "README.md").read_text(encoding="utf-8")


def test_every_icon_that_screens_use_is_there() -> None:
    assert set(NEEDED_ICONS.split()) <= {icon.stem for icon in ICONS}


@pytest.mark.parametrize(
    "icon", [icon for icon in ICONS if icon.stem != "kitadesk"], ids=lambda icon: icon.stem
)
def test_an_icon_is_a_line_drawing_in_the_colour_of_the_text(icon: Path) -> None:
    text = icon.read_text(encoding="utf-8")

    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke="currentColor"' in text
    assert 'stroke-width="1.75"' in text
    assert "#" not in text


def test_the_program_icon_is_calm_petrol() -> None:
    text = (resources_dir() / "icons" / "kitadesk.svg").read_text(encoding="utf-8")

    assert "#0F6E6E" in text


@pytest.mark.parametrize("logo", LOGOS, ids=lambda logo: logo.stem)
def test_a_sign_of_the_invented_town_is_drawn_here_and_says_its_licence(logo: Path) -> None:
    words = (logo.parent / "README.md").read_text(encoding="utf-8")

    assert logo.read_bytes().startswith(b"\x89PNG")
    assert logo.with_suffix(".svg").read_text(encoding="utf-8").startswith("<svg")
    assert f"`{logo.name}`" in words
    assert "MIT" in words
