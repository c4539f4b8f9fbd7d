"""Builds small workbook files for the tests, good ones and bad ones."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

import xlsxwriter

Value = str | float | bool | date | None
Table = Sequence[Sequence[Value]]


def xlsx(sheets: Mapping[str, Table], hidden: Sequence[str] = ()) -> bytes:
    """Return a workbook as Excel writes it; dates carry a German date format."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_numbers": False}) as book:
        book.set_properties({"created": datetime(2026, 11, 1, tzinfo=UTC)})
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for row, values in enumerate(table):
                for column, value in enumerate(values):
                    if isinstance(value, date):
                        sheet.write_datetime(row, column, value, day)
                    elif isinstance(value, str):
                        sheet.write_string(row, column, value)
                    elif value is not None:
                        sheet.write(row, column, value)
    return target.getvalue()


def ods(rows_xml: str, *, manifest: str = "<manifest/>") -> bytes:
    """Return an OpenDocument table from the XML of its rows."""
    spaces = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    }
    declared = " ".join(f'xmlns:{short}="{uri}"' for short, uri in spaces.items())
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {declared}>'
        "<office:body><office:spreadsheet>"
        f'<table:table table:name="Kinder">{rows_xml}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def ods_row(*texts: str, repeated: int = 1) -> str:
    """Return one row of text cells for `ods`."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def xls(table: Sequence[Sequence[str | float]]) -> bytes:
    """Return an old Excel file (BIFF8 in an OLE container) with texts and numbers."""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for row, values in enumerate(table):
        for column, value in enumerate(values):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str):
                text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
                sheet += _record(0x0204, place + text)
            else:
                sheet += _record(0x0203, place + struct.pack("<d", value))
    sheet += _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    end = _record(0x000A, b"")
    title = b"Kinder"
    offset = len(start) + 4 + 8 + len(title) + len(end)
    bound = struct.pack("<IHBB", offset, 0, len(title), 0) + title
    return ole({"Workbook": start + _record(0x0085, bound) + end + sheet})


def ole(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE container (compound file) with the given streams."""
    free, end, fat_mark = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    fat = [fat_mark, end]
    body = b""
    entries = [_entry("Root Entry", 5, end, 0, 1)]
    for data in (raw.ljust(4096, b"\0") for raw in streams.values()):
        sectors = -(-len(data) // 512)
        first = len(fat)
        fat += [*range(first + 1, first + sectors), end]
        body += data.ljust(sectors * 512, b"\0")
        entries.append(_entry(list(streams)[len(entries) - 1], 2, first, len(data), free))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    fat_sector = struct.pack("<128I", *fat, *[free] * (128 - len(fat)))
    return header + fat_sector + b"".join(entries).ljust(512, b"\0") + body


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a compressed archive of the files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def with_sheet_xml(sheet_data: str) -> bytes:
    """Return an otherwise honest xlsx whose first sheet holds the given rows as XML."""
    honest = zipfile.ZipFile(io.BytesIO(xlsx({"Kinder": [["Name"]]})))
    files = {name: honest.read(name) for name in honest.namelist()}
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    files["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{space}"><sheetData>{sheet_data}</sheetData></worksheet>'.encode()
    )
    return zipped(files)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _entry(name: str, kind: int, first: int, size: int, child: int) -> bytes:
    free = 0xFFFFFFFF
    wide = (name + "\0").encode("utf-16-le")
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBB", len(wide), kind, 1)
        + struct.pack("<III", free, free, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )
