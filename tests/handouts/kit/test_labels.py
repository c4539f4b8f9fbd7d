"""Labels stand where the sheet has them, measured on the printed page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.handouts import sheets
from kitadesk.handouts.kit.blocks import Document, LabelGeometry, LabelSheet, NewSheet, PageSetup
from kitadesk.handouts.kit.pdf import inspect, render
from kitadesk.handouts.sheets import (
    BADGE_LABELS,
    SHEET_LABELS,
    BadgeType,
    SheetType,
    label_geometry,
    sheet_description,
)
from tests.support.reading import Sheet, read_paths, read_pdf

Kind = SheetType | BadgeType
TOLERANCE = 0.1
"""mm; a sheet may slip by two."""
STROKE = 0.141
"""mm by which the reader widens a box for its hairline."""
MEASURES = {
    SheetType.L7160: (3, 7, 63.5, 38.1, 7.21, 15.15, 66.04, 38.1),
    SheetType.L7161: (3, 6, 63.5, 46.6, 7.2, 8.7, 66, 46.6),
    SheetType.L7162: (2, 8, 99.1, 33.9, 4.67, 12.9, 101.6, 33.9),
    SheetType.L7163: (2, 7, 99.06, 38.1, 4.67, 15.15, 101.6, 38.1),
    SheetType.L7165: (2, 4, 99.06, 67.73, 4.67, 13.04, 101.64, 67.73),
    SheetType.L7651: (5, 13, 38.1, 21.2, 4.7, 10.9, 40.6, 21.2),
    SheetType.Z3422: (3, 8, 70, 35, 0, 8.5, 70, 35),
    SheetType.Z3474: (3, 8, 70, 37, 0, 0.5, 70, 37),
    SheetType.Z3475: (3, 8, 70, 36, 0, 4.5, 70, 36),
    SheetType.Z3652: (3, 7, 70, 42.3, 0, 0.45, 70, 42.3),
    SheetType.Z3653: (2, 7, 105, 42.3, 0, 0.45, 105, 42.3),
    SheetType.Z3659: (2, 6, 97, 42.3, 8, 21.5, 97, 42.3),
    SheetType.Z3661: (3, 4, 70, 67.7, 0, 13.1, 70, 67.7),
    BadgeType.L4784: (2, 5, 80, 50, 17.5, 13.5, 95, 55),
    BadgeType.C32011: (2, 5, 85, 54, 15, 13.5, 95, 54),
    BadgeType.CUT_90X55: (2, 5, 90, 55, 15, 11, 90, 55),
    BadgeType.CUT_90X50: (2, 5, 90, 50, 15, 24, 90, 50),
}
"""Columns, rows, width, height, left, top, pitch in mm."""
KINDS: tuple[Kind, ...] = (*SheetType, *BadgeType)
NAMES = {**SHEET_LABELS, **BADGE_LABELS}
L7160 = label_geometry(SheetType.L7160)


def _printed(block: LabelSheet) -> bytes:
    blocks = (NewSheet(footer=False), block)
    return render(Document("Etiketten", blocks, PageSetup(footer=False)), invariant=True)


def _sheet(*labels: tuple[str, ...], start: int = 1, geometry: LabelGeometry = L7160) -> Sheet:
    return read_pdf(_printed(LabelSheet(geometry, labels, start)))[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_frame_stands_where_the_sheet_has_its_label(kind: Kind) -> None:
    columns, rows, width, height, left, top, pitch_x, pitch_y = MEASURES[kind]
    geometry = replace(label_geometry(kind), cut_marks=False)
    found = read_paths(_printed(LabelSheet(geometry, (), frames=True)))[0]
    assert len(found) == columns * rows
    for place, box in enumerate(found):
        row, column = divmod(place, columns)
        assert box.left + STROKE == pytest.approx(left + column * pitch_x, abs=TOLERANCE)
        assert box.top + STROKE == pytest.approx(top + row * pitch_y, abs=TOLERANCE)
        assert box.right - box.left - 2 * STROKE == pytest.approx(width, abs=TOLERANCE)
        assert box.bottom - box.top - 2 * STROKE == pytest.approx(height, abs=TOLERANCE)


@pytest.mark.parametrize("kind", KINDS)
def test_the_labels_of_a_sheet_lie_on_the_paper_and_their_text_where_printers_reach(
    kind: Kind,
) -> None:
    geometry = label_geometry(kind)
    left, top = geometry.corner_of(geometry.per_sheet - 1)
    right, bottom = 210 - left - geometry.width, 297 - top - geometry.height
    for edge in (geometry.left, geometry.top, right, bottom):
        assert edge >= -0.01
    assert min(geometry.left, right) + geometry.inset_x >= 5
    assert min(geometry.top, bottom) + geometry.inset_y >= 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_names_itself_its_source_and_how_far_it_may_slip(kind: Kind) -> None:
    sheet = sheet_description(kind)
    assert sheet.tolerance == 2
    assert min(sheet.geometry.inset_x, sheet.geometry.inset_y) >= sheet.tolerance
    assert len(sheet.source) > 10
    assert sheet.numbers or sheet.geometry.cut_marks
    width = f"{sheet.geometry.width:.1f}".removesuffix(".0").replace(".", ",")
    for words in (sheet.name, NAMES[kind.value]):
        assert f"{width} ×" in words
    assert f"({sheet.geometry.per_sheet} je" in NAMES[kind.value]


def test_every_file_of_a_sheet_is_offered() -> None:
    files = {file.stem for file in (resources_dir() / "sheets").glob("*.toml")}
    assert files == {kind.value for kind in KINDS} == set(NAMES)


@pytest.mark.parametrize("kind", SheetType)
def test_a_usual_address_fits_the_label_in_full(kind: SheetType) -> None:
    lines = ("Kita Sonnenschein", "Petra Muster", "Gartenweg 4", "09661 Hainichen")
    assert inspect(Document("E", (LabelSheet(label_geometry(kind), (lines,)),))).shortened == ()


@pytest.mark.parametrize("start", [1, 3, 4, 21])
def test_the_first_address_stands_on_the_chosen_label(start: int) -> None:
    sheet = _sheet(("Stadtbibliothek", "Markt 1", "09661 Hainichen"), start=start)
    left, top = L7160.corner_of(start - 1)
    for text in ("Stadtbibliothek", "Markt 1", "Hainichen"):
        place = sheet.find(text)
        assert place.left >= left + 3 - TOLERANCE
        assert place.right <= left + 63.5 - 3 + TOLERANCE
        assert top + 2 - TOLERANCE <= place.top < place.bottom <= top + 38.1 - 2 + TOLERANCE


def test_lines_stand_in_the_middle_of_the_label() -> None:
    place = _sheet(("Stadtbibliothek",)).find("Stadtbibliothek")
    assert (place.top + place.bottom) / 2 == pytest.approx(15.15 + 38.1 / 2, abs=1.5)


def test_a_borderless_sheet_keeps_text_out_of_the_unprintable_edge() -> None:
    sheet = _sheet(("Stadtbibliothek",), geometry=label_geometry(SheetType.Z3475))
    assert sheet.find("Stadtbibliothek").left >= 5


def test_a_long_name_takes_smaller_letters_before_it_is_cut() -> None:
    name = "Katholische Pfarrgemeinde St. Konrad mit Kindergarten und Familienbegegnungsstätte"
    document = Document("E", (LabelSheet(L7160, ((name, "Turnerstraße 7", "09661 Hainichen"),)),))
    assert inspect(document).shortened == ()
    assert inspect(document).pages == 1


def test_what_fits_no_label_is_told_and_follows_in_full() -> None:
    words = " ".join(f"Wort{number}" for number in range(80))
    block = LabelSheet(L7160, ((words, "Ort"), ("Bücherei",)))
    document = Document("Etiketten", (NewSheet(footer=False), block), PageSetup(footer=False))
    assert inspect(document).shortened == (words,)
    first, second = read_pdf(render(document))
    assert "…" in first.text
    assert "Bücherei" in first.text
    assert "Wort79" in second.text


def test_the_sender_stands_small_above_the_address() -> None:
    block = LabelSheet(L7160, (("Stadtbibliothek",),), sender="Kita Sonnenschein · Gartenweg 4")
    sheet = read_pdf(_printed(block))[0]
    assert sheet.find("Gartenweg").bottom < sheet.find("Stadtbibliothek").top


@pytest.mark.parametrize("value", ['"sieben"', "true", "-1", "400"])
def test_a_wrong_measure_is_named(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    folder = tmp_path_factory.mktemp("resources")
    (folder / "sheets").mkdir()
    lines = "columns = 3\nrows = 7\nwidth = 63.5\nheight = 38.1\n"
    (folder / "sheets" / "l7160.toml").write_text(f"{lines}left = {value}\n")
    monkeypatch.setattr(sheets, "resources_dir", lambda: folder)
    with pytest.raises(UserError) as refused:
        label_geometry.__wrapped__(SheetType.L7160)
    assert (refused.value.code, refused.value.params["field"]) == ("rules_file_wrong", "left")
