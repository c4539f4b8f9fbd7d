"""Files that are either completely there or not touched, and names that every system takes."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Event

from kitadesk.base.errors import KnownStorageError, UserError
from kitadesk.base.text import clean

_MOST_BYTES = 120
_OWN, _ORDINARY = 0o600, 0o666
_BINARY = getattr(os, "O_BINARY", 0)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_WINDOWS_ATTEMPTS = 10
_WINDOWS_PAUSE_S = 0.1

_SEPARATING = re.compile(r"[/\\:|]+")
_FORBIDDEN = re.compile('[<>"?*\x00-\x1f\u061c\u200e\u200f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³]|conin\$|conout\$)\s*(\..*)?", re.I)


def atomic_write(path: Path, data: bytes) -> None:
    """Write the whole file or leave the old one as it was, also on a full disk or a power cut.

    A new file is readable for its owner only (0600), an existing one keeps its rights; a link keeps
    pointing where it points. Fails with `storage_full` or `file_not_writable`.
    """
    _write(path, data, _OWN)


def write_for_others(path: Path, data: bytes) -> None:
    """Write like `atomic_write`, but a new file has the ordinary rights of its folder (umask).

    For papers and lists that a person puts into a folder where colleagues look for them.
    """
    _write(path, data, _ORDINARY)


def check_writable(path: Path) -> None:
    """Raise what `atomic_write` would raise here, before long work is done for nothing."""
    target = Path(os.path.realpath(path))
    try:
        _refuse_what_is_no_file(target)
        with tempfile.TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise UserError("file_not_writable", name=path.name) from error


def replace_file(
    source: Path,
    target: Path,
    *,
    attempts: int = _WINDOWS_ATTEMPTS if os.name == "nt" else 1,
    pause_s: float = _WINDOWS_PAUSE_S,
) -> None:
    """Put `source` in the place of `target` in one step.

    On Windows a virus scanner or Explorer may hold a fresh file for some hundred milliseconds and
    gives no signal when it lets go, so there is nothing to wait for but time: at most ten attempts
    with a pause between them (one second in all), then the PermissionError comes through.
    """
    for _ in range(attempts - 1):
        try:
            source.replace(target)
        except PermissionError:
            Event().wait(pause_s)
        else:
            return
    source.replace(target)


def safe_file_name(text: str, suffix: str) -> str:
    """Return a name that Windows, macOS and Linux take: no path, no reserved word, ≤ 120 bytes.

    "Elternabend 8/2027: Sprache?" with ".pdf" becomes "Elternabend 8-2027- Sprache.pdf".
    """
    stem = _FORBIDDEN.sub("", _SEPARATING.sub("-", " ".join(clean(text).split())))
    stem = _trim(stem)
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    room = _MOST_BYTES - len(suffix.encode())
    stem = _trim(stem.encode()[:room].decode(errors="ignore"))
    return f"{stem or 'Unbenannt'}{suffix}"


def _write(path: Path, data: bytes, mode: int) -> None:
    target = Path(os.path.realpath(path))
    try:
        _write_beside_and_replace(target, data, mode)
    except OSError as error:
        if error.errno in _FULL:
            raise KnownStorageError("storage_full") from error
        raise UserError("file_not_writable", name=path.name) from error
    _sync_folder(target.parent)


def _write_beside_and_replace(target: Path, data: bytes, mode: int) -> None:
    _refuse_what_is_no_file(target)
    temporary = target.parent / f".kd-{secrets.token_hex(8)}"
    # Not `tempfile`: it makes every file 0600; here the system takes the umask from the mode.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        replace_file(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _refuse_what_is_no_file(target: Path) -> None:
    """Keep an administrator from putting a file in the place of /dev/null."""
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "neither new nor a file")


def _sync_folder(folder: Path) -> None:
    """Make the new name durable (POSIX); Windows and some network drives do not offer it."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _trim(stem: str) -> str:
    """Cut dots, blanks and dashes at both ends: hidden files, options, names Windows alters."""
    return stem.strip(" .-")
