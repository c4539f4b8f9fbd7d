"""Workbooks (xlsx, xls, ods) into rows, behind a guard against files that blow up in memory."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import IO, TYPE_CHECKING

from kitadesk.base.errors import UserError
from kitadesk.domain.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Rows,
    Sheet,
    clean_cell,
    rectangle,
)

# Limits of safety.md 2f; an honest list of 5,000 rows unpacks to 12 times its size.
_MOST_ENTRIES = 2_000
_MOST_UNPACKED = 200 << 20
_MOST_ENTRY = 100 << 20
_MOST_RATIO = 200
_RATIO_FROM = 1 << 20
# The reader keeps a dense rectangle per sheet: two cells in far corners would need gigabytes.
_MOST_CELLS = 12_000_000
_CHUNK = 1 << 20
_OLE_LAST_SECTOR = 0xFFFFFFFA
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_XLSX_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^<>]*)>")
_XLSX_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]*)(\d+)")
_ODS_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)\b([^<>]*)>")
_ODS_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,9})")

if TYPE_CHECKING:
    import python_calamine

_CellValue = int | float | str | bool | time | date | datetime | timedelta


def check_zip(data: bytes, name: str) -> None:
    """Refuse what is no workbook, is damaged or unpacks to far more than a list."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, name)
            names = {entry.filename for entry in entries}
            if not any(part.startswith("xl/") for part in names) and "content.xml" not in names:
                raise UserError("file_type_unknown", name=name)
            if any(entry.flag_bits & 1 for entry in entries):
                raise UserError("file_protected", name=name)
            if "META-INF/manifest.xml" in names and _is_encrypted_ods(archive):
                raise UserError("file_protected", name=name)
            for entry in entries:
                _check_extent(archive, entry.filename, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise UserError("file_damaged", name=name) from None


def check_ole(data: bytes, name: str) -> None:
    """Refuse the encrypted form of xlsx, which hides in the container of old xls files.

    A chain of sectors that runs in a circle would keep the reader busy for ever: refused too.
    """
    if _OLE_ENCRYPTED in data:
        raise UserError("file_protected", name=name)
    try:
        chains = _ole_chains(data)
    except struct.error:
        raise UserError("file_damaged", name=name) from None
    if _runs_in_a_circle(chains):
        raise UserError("file_damaged", name=name)


def sheet_of_workbook(data: bytes, name: str) -> Sheet:
    """Return the sheet with the most rows in use; the others are named in the notes."""
    tables = _read_tables(data, name)
    used = [(title, rows) for title, rows in tables if rows]
    if not used:
        raise UserError("sheet_empty")
    title, rows = max(used, key=lambda table: sum(map(any, table[1])))
    if len(rows) > MOST_ROWS or len(rows[0]) > MOST_COLUMNS:
        raise UserError("file_too_large", name=name)
    others = [f"„{clean_cell(other)}“" for other, _ in used if other != title]
    notes: tuple[str, ...] = ()
    if others:
        notes = (f"Gelesen wurde das Blatt „{clean_cell(title)}“, nicht {', '.join(others)}.",)
    return Sheet(clean_cell(title), rows, notes=notes)


def _read_tables(data: bytes, name: str) -> list[tuple[str, Rows]]:
    """Read with calamine; whatever it raises on a broken file is the same news for the person."""
    import python_calamine  # noqa: PLC0415  heavy: costs start-up time

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return [
                (sheet.name, _rows(book.get_sheet_by_name(sheet.name), name))
                for sheet in book.sheets_metadata
                if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
                and sheet.visible == python_calamine.SheetVisibleEnum.Visible
            ]
    except UserError:
        raise
    except python_calamine.PasswordError:
        raise UserError("file_protected", name=name) from None
    except MemoryError:
        raise UserError("file_too_large", name=name) from None
    except Exception:  # mutated files raised eleven different classes (safety.md 2f)
        raise UserError("file_damaged", name=name) from None
    except BaseException as panic:
        # A panic of the Rust library arrives as an exception of its own, outside Exception.
        if type(panic).__name__ != "PanicException":
            raise
        raise UserError("file_damaged", name=name) from None


def _rows(sheet: python_calamine.CalamineSheet, name: str) -> Rows:
    if sheet.total_height > MOST_ROWS:
        raise UserError("file_too_large", name=name)
    return rectangle(map(_cell, row) for row in sheet.to_python(skip_empty_area=False))


def _cell(value: _CellValue) -> Cell:
    """Return the value as it stands on the screen: 9661.0 as 9661, midnight as a plain date."""
    match value:
        case str():
            return clean_cell(value)
        case bool():
            return "WAHR" if value else "FALSCH"
        case int() | float():
            return str(int(value)) if value == value // 1 else str(value).replace(".", ",")
        case datetime() if value.time() != time():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return date(value.year, value.month, value.day)
        case _:
            return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _ole_chains(data: bytes) -> list[int]:
    """Return which sector follows which, from the allocation table of the container."""
    size = 1 << min(struct.unpack_from("<H", data, 30)[0], 12)
    tables = [n for n in struct.unpack_from("<109I", data, 76) if n < _OLE_LAST_SECTOR]
    chains: list[int] = []
    for table in tables:
        chains += struct.unpack_from(f"<{size // 4}I", data, (table + 1) * size)
    return chains


def _runs_in_a_circle(chains: list[int]) -> bool:
    """Walk each chain once; meeting a sector of the same walk again is a circle."""
    walked = [0] * len(chains)
    for start in range(len(chains)):
        sector = start
        while sector < len(chains) and not walked[sector]:
            walked[sector] = start + 1
            sector = chains[sector]
        if sector < len(chains) and walked[sector] == start + 1:
            return True
    return False


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Compare what the directory of the file declares; unpacking stops at the declared size."""
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED:
        raise UserError("file_too_large", name=name)
    for entry in entries:
        too_dense = entry.file_size > max(entry.compress_size, 1) * _MOST_RATIO
        if entry.file_size > _MOST_ENTRY or (entry.file_size > _RATIO_FROM and too_dense):
            raise UserError("file_too_large", name=name)


def _is_encrypted_ods(archive: zipfile.ZipFile) -> bool:
    return b"encryption-data" in archive.read("META-INF/manifest.xml")


def _check_extent(archive: zipfile.ZipFile, entry: str, name: str) -> None:
    """Refuse a sheet whose corners lie so far apart that the rectangle between fills memory."""
    if entry == "content.xml":
        extent: _Extent = _OdsExtent()
        tag = _ODS_TAG
    elif entry.startswith("xl/") and entry.endswith(".xml"):
        extent, tag = _Extent(), _XLSX_TAG
    else:
        return
    with archive.open(entry) as stream:
        for text in _tagged_chunks(stream):
            for found in tag.finditer(text):
                extent.see(found.group(1), found.group(2))
            if max(extent.cells, extent.bottom * extent.right) > _MOST_CELLS:
                raise UserError("file_too_large", name=name)


def _tagged_chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield pieces of XML that never cut a tag in two."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        text = rest + chunk
        cut = text.rfind(b"<")
        rest = text[cut:] if cut >= 0 and len(text) - cut < _CHUNK else b""
        yield text[: len(text) - len(rest)]
    yield rest


@dataclass(slots=True)
class _Extent:
    """How far the used cells of a sheet of xlsx reach; cells without a place follow each other."""

    row: int = 0
    column: int = 0
    bottom: int = 0
    right: int = 0
    cells: int = 0

    def see(self, tag: bytes, attributes: bytes) -> None:
        """Take one opening tag of a row or a cell into account."""
        place = _XLSX_PLACE.search(attributes)
        if tag == b"row":
            self.row = int(place.group(2)[:9]) if place else self.row + 1
            self.column = 0
            return
        self.cells += 1
        self.column = _column_number(place.group(1)) if place else self.column + 1
        if attributes.endswith(b"/"):
            return
        row = int(place.group(2)[:9]) if place else self.row
        self.bottom, self.right = max(self.bottom, row), max(self.right, self.column)


class _OdsExtent(_Extent):
    """The same for ods, where rows and cells carry how often they are repeated."""

    __slots__ = ()

    def see(self, tag: bytes, attributes: bytes) -> None:
        """Take one opening tag of a table, a row or a cell into account."""
        found = _ODS_REPEATED.search(attributes)
        times = int(found.group(1)) if found else 1
        if tag == b"table":
            self.row = self.column = 0
        elif tag == b"table-row":
            self.row += times
            self.column = 0
        else:
            self.cells += 1
            self.column += times
            if b"value-type" in attributes:
                self.bottom, self.right = max(self.bottom, self.row), max(self.right, self.column)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + letter - 64
    return number
