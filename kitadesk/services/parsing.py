"""Foreign files and the clipboard into plain rows; a bad file may cost a message, nothing more."""

from __future__ import annotations

import enum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from kitadesk.base.errors import UserError
from kitadesk.domain.sheet import Cell, Sheet
from kitadesk.services.memory_limit import limit_memory
from kitadesk.services.parsing_cards import are_cards, sheet_of_card_text
from kitadesk.services.parsing_encoding import decode
from kitadesk.services.parsing_text import looks_binary, sheet_of_text
from kitadesk.services.parsing_workbook import check_ole, check_zip, sheet_of_workbook

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

__all__ = ["Cell", "Contents", "Sheet", "parse", "parse_in_child", "parse_text", "read_file"]

_MOST_BYTES = 50 << 20
_CHILD_MEMORY = 1536 << 20
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What people drop by mistake; the last two are texts, but not lists.
_OTHER_TYPES = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"Rar!",
    b"7z\xbc\xaf",
    b"MZ",
    b"{\\rtf",
)


class Contents(enum.Enum):
    """What a list is read for: visiting cards are contacts, and never a list of children."""

    CHILDREN = "children"
    CONTACTS = "contacts"


def read_file(path: Path) -> bytes:
    """Read a list from outside; a pipe, a device or a file beyond the limit is never read whole.

    Fails with `file_not_readable` or `file_too_large`.
    """
    try:
        if path.exists() and not path.is_file():
            raise UserError("file_not_readable", name=path.name or str(path))
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise UserError("file_not_readable", name=path.name) from None
    if len(data) > _MOST_BYTES:
        raise UserError("file_too_large", name=path.name)
    return data


def parse(
    data: bytes,
    file_name: str = "",
    *,
    encoding: str = "",
    contents: Contents = Contents.CHILDREN,
) -> Sheet:
    """Read a workbook or delimited text, recognised by its content and not by its name.

    `encoding` overrides the guess for text files, when the preview shows "Stra§e". Raises nothing
    but UserError. For files from outside use `parse_in_child`.
    """
    name = PurePath(file_name).name or "Liste"
    if not data.strip():
        raise UserError("sheet_empty")
    if len(data) > _MOST_BYTES:
        raise UserError("file_too_large", name=name)
    if data.startswith(_ZIP):
        check_zip(data, name)
        return sheet_of_workbook(data, name)
    if data.startswith(_OLE):
        check_ole(data, name)
        return sheet_of_workbook(data, name)
    if data.startswith(_OTHER_TYPES):
        raise UserError("file_type_unknown", name=name)
    text, taken = decode(data, encoding)
    if looks_binary(text):
        raise UserError("file_type_unknown", name=name)
    if contents is Contents.CONTACTS and are_cards(text):
        return sheet_of_card_text(text, name, taken)
    return sheet_of_text(text, name, taken)


def parse_text(text: str, *, contents: Contents = Contents.CHILDREN) -> Sheet:
    """Read what Strg+V brings: a block from Excel or Word (tabs), or lines with semicolons."""
    if len(text) > _MOST_BYTES:
        raise UserError("file_too_large", name="Zwischenablage")
    if contents is Contents.CONTACTS and are_cards(text):
        return sheet_of_card_text(text, "Zwischenablage")
    return sheet_of_text(text, "Zwischenablage")


def parse_in_child(
    data: bytes,
    file_name: str = "",
    *,
    encoding: str = "",
    contents: Contents = Contents.CHILDREN,
    timeout: float = 30,
) -> Sheet:
    """Do the same in a process of its own with little memory; end it after `timeout` seconds.

    A frozen program calls `multiprocessing.freeze_support()` first thing in its main module.
    """
    name = PurePath(file_name).name or "Liste"
    if len(data) > _MOST_BYTES:
        raise UserError("file_too_large", name=name)
    import multiprocessing  # 25 ms that no start of the program should pay

    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_parse_and_send, args=(sender, data, file_name, encoding, contents), daemon=True
    )
    child.start()
    sender.close()
    try:
        if not receiver.poll(timeout):
            raise UserError("file_too_large", name=name)
        answer = receiver.recv()
    except (EOFError, OSError):
        raise UserError("file_damaged", name=name) from None
    finally:
        child.kill()
        child.join()
        child.close()
        receiver.close()
    if isinstance(answer, Sheet):
        return answer
    raise answer


def _parse_and_send(
    sender: Connection, data: bytes, file_name: str, encoding: str, contents: Contents
) -> None:
    """Run in the child: send the sheet or the error; a crash sends nothing and is seen as such."""
    limit_memory(_CHILD_MEMORY)
    answer: Sheet | UserError
    try:
        answer = parse(data, file_name, encoding=encoding, contents=contents)
    except UserError as problem:
        answer = problem
    except MemoryError:
        answer = UserError("file_too_large", name=PurePath(file_name).name or "Liste")
    sender.send(answer)
    sender.close()
