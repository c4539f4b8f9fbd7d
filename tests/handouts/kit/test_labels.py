"""Labels stand where the sheet has them, measured on the printed page."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.handouts import sheets
from kitadesk.handouts.kit.blocks import Document, LabelGeometry, LabelSheet, NewSheet, PageSetup
from kitadesk.handouts.kit.pdf import inspect, render
from kitadesk.handouts.sheets import SheetType, label_geometry
from tests.support.reading import Sheet, read_paths, read_pdf

TOLERANCE = 0.5
"""mm; a sheet may slip by two."""
MEASURES = {
    SheetType.L7160: (3, 7, 63.5, 38.1, 7.21, 15.15, 66.04, 38.1),
    SheetType.L7163: (2, 7, 99.06, 38.1, 4.67, 15.15, 101.6, 38.1),
    SheetType.Z3475: (3, 8, 70, 36, 0, 4.5, 70, 36),
}
"""Columns, rows, width, height, left, top, pitch: measured on sheets of these types."""
L7160 = label_geometry(SheetType.L7160)


def _printed(block: LabelSheet) -> bytes:
    blocks = (NewSheet(footer=False), block)
    return render(Document("Etiketten", blocks, PageSetup(footer=False)), invariant=True)


def _sheet(*labels: tuple[str, ...], start: int = 1, geometry: LabelGeometry = L7160) -> Sheet:
    return read_pdf(_printed(LabelSheet(geometry, labels, start)))[0]


@pytest.mark.parametrize("kind", SheetType)
def test_every_frame_stands_where_the_sheet_has_its_label(kind: SheetType) -> None:
    columns, rows, width, height, left, top, pitch_x, pitch_y = MEASURES[kind]
    found = read_paths(_printed(LabelSheet(label_geometry(kind), (), frames=True)))[0]
    assert len(found) == columns * rows
    for place, box in enumerate(found):
        row, column = divmod(place, columns)
        assert box.left == pytest.approx(left + column * pitch_x, abs=TOLERANCE)
        assert box.top == pytest.approx(top + row * pitch_y, abs=TOLERANCE)
        assert box.right - box.left == pytest.approx(width, abs=TOLERANCE)
        assert box.bottom - box.top == pytest.approx(height, abs=TOLERANCE)


@pytest.mark.parametrize("kind", SheetType)
def test_the_labels_of_a_sheet_lie_on_the_paper(kind: SheetType) -> None:
    geometry = label_geometry(kind)
    left, top = geometry.corner_of(geometry.per_sheet - 1)
    assert left + geometry.width <= 210 + TOLERANCE
    assert top + geometry.height <= 297 + TOLERANCE


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
