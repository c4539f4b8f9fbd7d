import codecs
import csv
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.cells import rearmed
from kitadesk.base.errors import UserError
from kitadesk.domain.sheet import MOST_COLUMNS, MOST_ROWS, clean_cell, rectangle
from kitadesk.services.parsing import parse, parse_in_child, parse_text, read_file
from tests.support.workbook_files import ods, ods_row, ole, with_sheet_xml, xls, xlsx, zipped

LIST = "Nachname;Vorname\nŞahin;Jürgen\n"
ROWS = (("Nachname", "Vorname"), ("Şahin", "Jürgen"))


REFUSALS = {
    "file_damaged",
    "file_protected",
    "file_too_large",
    "file_type_unknown",
    "sheet_empty",
}


def outcome(data: bytes) -> str:
    try:
        parse(data, "x")
    except UserError as problem:
        return problem.code
    return "read"


def code_of(data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        parse(data, "liste.xlsx")
    assert str(caught.value)
    return caught.value.code


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode(),
        codecs.BOM_UTF8 + LIST.encode(),
        LIST.encode("utf-16"),
        LIST.encode("utf-16-le"),
        LIST.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + LIST.encode("utf-32-le"),
        LIST.replace(";", "\t").replace("\n", "\r\n").encode(),
        LIST.replace(";", ",").replace("\n", "\r").encode(),
        b"sep=|\n" + LIST.replace(";", "|").encode(),
        xls(ROWS),
        xlsx({"Kinder": ROWS}),
        ods(ods_row(*ROWS[0]) + ods_row(*ROWS[1])),
    ],
    ids=[
        "utf8",
        "bom",
        "utf16",
        "utf16le",
        "utf16be",
        "utf32",
        "tabs",
        "commas",
        "sep",
        "xls",
        "xlsx",
        "ods",
    ],
)
def test_the_same_list_comes_out_of_every_kind_of_file(data: bytes) -> None:
    assert parse(data).rows == ROWS


def test_a_list_from_an_old_windows_program_keeps_its_umlauts() -> None:
    sheet = parse("Straße;Träger\nÖlgasse;Müller".encode("cp1252"))
    assert sheet.rows[0] == ("Straße", "Träger")
    assert sheet.encoding == "cp1252"


def test_a_given_encoding_beats_the_guess() -> None:
    assert parse("Straße;Ort".encode("cp850"), encoding="cp850").rows == (("Straße", "Ort"),)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet_empty"),
        (b" \n\n;;\n", "sheet_empty"),
        (xlsx({"Leer": []}), "sheet_empty"),
        (b"%PDF-1.7 ...", "file_type_unknown"),
        (b"\x89PNG\r\n\x1a\n....", "file_type_unknown"),
        (bytes(range(256)) * 8, "file_type_unknown"),
        (zipped({"word/document.xml": b"<w/>"}), "file_type_unknown"),
        (b"PK\x03\x04 no archive", "file_damaged"),
        (xlsx({"Kinder": ROWS})[:-200], "file_damaged"),
        (zipped({"xl/workbook.xml": b"<workbook"}), "file_damaged"),
        (ole({"Workbook": b"nonsense"}), "file_damaged"),
        (ole({"EncryptedPackage": b"secret"}), "file_protected"),
        (ods("", manifest="<encryption-data/>"), "file_protected"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_list_gets_a_sentence(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_an_old_excel_file_whose_sectors_run_in_a_circle_is_damaged() -> None:
    data = bytearray(xls([("Ott", "Mia")] * 300))
    data[512 + 4 * 4 : 512 + 5 * 4] = (2).to_bytes(4, "little")  # sector 4 leads back to sector 2
    assert code_of(bytes(data)) == "file_damaged"


FAR_CELL = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"{}</row>'


@pytest.mark.parametrize(
    "data",
    [
        ("a;b\n" * (MOST_ROWS + 1)).encode(),
        (";".join("abc" for _ in range(MOST_COLUMNS + 1)) + "\n").encode(),
        xlsx({"Kinder": [["x"]] * (MOST_ROWS + 1)}),
        with_sheet_xml(FAR_CELL.format("><v>1</v></c>")),
        with_sheet_xml('<row r="1048576">' + "<c><v>1</v></c>" * 20 + "</row>"),
        zipped({"xl/sheet.xml": bytes(60 << 20)}),
        zipped({f"xl/{n}": b"" for n in range(2001)}),
        ods(ods_row(*["x"] * 20, repeated=1_000_000)),
    ],
    ids=["rows", "columns", "xlsxrows", "farcell", "farrow", "ratio", "entries", "odsrepeat"],
)
def test_a_file_much_larger_than_a_list_is_refused(data: bytes) -> None:
    assert code_of(data) == "file_too_large"


def test_a_formatted_empty_cell_far_away_does_not_matter() -> None:
    assert parse(with_sheet_xml(FAR_CELL.format('s="0"/>'))).rows == (("1",),)


def test_the_sheet_with_the_most_rows_is_read_and_the_other_named() -> None:
    sheet = parse(xlsx({"Info": [["x"]], "Geheim": [["y"]] * 9, "Kinder": ROWS}, ["Geheim"]))
    assert (sheet.name, sheet.rows) == ("Kinder", ROWS)
    assert sheet.notes == ("Gelesen wurde das Blatt „Kinder“, nicht „Info“.",)


def test_cells_read_as_they_stand_on_the_screen() -> None:
    row = [9661.0, 3.5, True, date(2021, 4, 3), " Ole\x00\nMia ", None, "x"]
    expected = ("9661", "3,5", "WAHR", date(2021, 4, 3), "Ole\nMia", "", "x")
    assert parse(xlsx({"Kinder": [row]})).rows == (expected,)


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", ole({})[:512], b"\xff\xfe"]))
def test_random_bytes_raise_nothing_but_a_user_error(data: bytes, start: bytes) -> None:
    assert outcome(start + data) in {"read", *REFUSALS}


GOOD_BOOK = xlsx({"Kinder": ROWS})


@given(st.data())
def test_a_damaged_workbook_raises_nothing_but_a_user_error(draw: st.DataObject) -> None:
    data = bytearray(GOOD_BOOK)
    for _ in range(draw.draw(st.integers(1, 8))):
        data[draw.draw(st.integers(4, len(data) - 1))] = draw.draw(st.integers(0, 255))
    assert outcome(bytes(data)) in {"read", *REFUSALS}


CELLS = st.text(max_size=12).filter(lambda text: clean_cell(text).count("\n") <= 3)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=5), max_size=8), st.sampled_from("\t;|,"))
def test_any_table_comes_back_from_csv(table: list[list[str]], delimiter: str) -> None:
    wanted = rectangle([rearmed(clean_cell(cell)) for cell in row] for row in table)
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([[clean_cell(cell) for cell in row] for row in table])
    if not wanted:
        return
    text = f"sep={delimiter}\n{target.getvalue()}"
    assert parse_text(text).rows == wanted


def test_the_child_process_reads_the_same() -> None:
    assert parse_in_child(xlsx({"Kinder": ROWS}), "k.xlsx").rows == ROWS


def test_an_error_comes_back_from_the_child_process_with_its_sentence() -> None:
    with pytest.raises(UserError) as caught:
        parse_in_child(b"%PDF", "brief.pdf")
    assert caught.value.code == "file_type_unknown"
    assert "brief.pdf" in str(caught.value)


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(UserError, match=r"liste\.csv"):
        parse_in_child(b"a;b", "liste.csv", timeout=0)


def test_reading_needs_neither_database_nor_window() -> None:
    program = (
        "import sys, kitadesk.services.parsing, kitadesk.domain.child_list\n"
        "heavy = {'sqlalchemy', 'PySide6', 'python_calamine', 'multiprocessing'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_old_excel_file_with_a_far_cell_ends_its_child_process_and_nothing_else() -> None:
    data = xls([("Ott", "Mia")])
    place = data.index(bytes([0, 0, 1, 0, 0, 0, 3]))  # row 0, column 1 of the text "Mia"
    far = data[:place] + b"\xff\xff\x60\xea" + data[place + 4 :]
    with pytest.raises(UserError) as caught:
        parse_in_child(far, "alt.xls")
    assert caught.value.code in {"file_damaged", "file_too_large"}


def test_a_file_without_end_is_not_read_whole(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(60 << 30)  # a hole, it needs no room
    with pytest.raises(UserError) as caught:
        read_file(huge)
    assert caught.value.code == "file_too_large"


if sys.platform != "win32":

    def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
        pipe = tmp_path / "pipe.csv"
        os.mkfifo(pipe)
        for path in (pipe, Path("/dev/zero"), tmp_path):
            with pytest.raises(UserError) as caught:
                read_file(path)
            assert caught.value.code == "file_not_readable"
