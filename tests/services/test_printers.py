"""Offsets of printers and half used label sheets stay on this computer, beside the data."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from kitadesk.domain.institutions import InstitutionKind
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import InstitutionInput, add_institution
from kitadesk.services.printers import (
    PRINTERS_FILE,
    Offset,
    first_free_label,
    note_labels,
    offset_of,
    offsets,
    set_offset,
)
from kitadesk.services.printing import PrintRequest


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (Offset(), ""),
        (Offset(1.5), "1,5 mm nach rechts"),
        (Offset(-2, 0.3), "2 mm nach links, 0,3 mm nach unten"),
        (Offset(0, -10), "10 mm nach oben"),
    ],
)
def test_an_offset_is_said_in_words(offset: Offset, words: str) -> None:
    assert offset.words == words


def test_each_printer_keeps_its_own_offset(tmp_path: Path) -> None:
    set_offset(tmp_path, "Büro", Offset(1.5, -0.5))
    set_offset(tmp_path, "Flur", Offset(3))
    assert offsets(tmp_path) == {"Büro": Offset(1.5, -0.5), "Flur": Offset(3)}
    assert offset_of(tmp_path, "Anderer") == Offset()


def test_no_offset_is_taken_out_of_the_file(tmp_path: Path) -> None:
    set_offset(tmp_path, "Büro", Offset(1.5))
    set_offset(tmp_path, "Büro", Offset())
    assert offsets(tmp_path) == {}


def test_no_printer_is_out_by_a_hand(tmp_path: Path) -> None:
    set_offset(tmp_path, "Büro", Offset(200, -200))
    assert offset_of(tmp_path, "Büro") == Offset(15, -15)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"offsets": 3}', '{"offsets": {"Büro": "x"}, "labels": {"l7160": "a"}}']
)
def test_a_damaged_file_moves_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / PRINTERS_FILE).write_text(content, encoding="utf-8")
    assert offset_of(tmp_path, "Büro") == Offset()
    assert first_free_label(tmp_path, "l7160") == 1


@pytest.fixture
def schools(desk: Desk, house: UUID) -> Desk:
    for number in range(4):
        school = InstitutionInput(
            InstitutionKind.PRIMARY_SCHOOL, f"Schule {number}", postcode="09661", town="Hainichen"
        )
        add_institution(desk, school)
    return desk


def test_the_next_labels_begin_behind_the_last_ones(schools: Desk) -> None:
    params = {"addressees": "institutions", "sheet": "l7160", "start": "5"}
    note_labels(schools, PrintRequest("address_labels", None, params))
    assert first_free_label(schools.folder, "l7160") == 9
    assert first_free_label(schools.folder, "l7161") == 1


def test_behind_a_full_sheet_a_fresh_one_begins(schools: Desk) -> None:
    params = {"addressees": "institutions", "sheet": "l7160", "start": "18"}
    note_labels(schools, PrintRequest("address_labels", None, params))
    assert first_free_label(schools.folder, "l7160") == 1


def test_a_paper_without_labels_remembers_nothing(schools: Desk) -> None:
    note_labels(schools, PrintRequest("telephone_list"))
    assert not (schools.folder / PRINTERS_FILE).exists()
