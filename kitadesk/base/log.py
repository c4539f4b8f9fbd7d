"""The log file: what the program did and where it failed, without a word about any person.

The rule, kept by the formatter and not by discipline: a line is written from the *template* of the
call, and of its values only whole numbers, True, False, None, enum members, classes and the code
of a `UserError` appear; everything else becomes its type in angle quotes. So
`log.info("reply of %s: %d", name, 3)` is written as "reply of ‹str›: 3". Loggers outside this
package may put values into their template themselves, so of those only level and name are written.
Of an exception stay the types of the chain, the codes that are ours or the system's, and file,
line and function of each frame: no exception text, no source lines, no local values, no folder of
the computer (it can hold a user's name).
Templates are English and literal (ruff `G` forbids f-strings in log calls).
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath

from typing_extensions import override

from kitadesk.base.errors import UserError

LOG_FILE = "kitadesk.log"
_OWN = "kitadesk"
_MOST_BYTES = 512 * 1024
_OLD_FILES = 2
_MOST_CAUSES = 10


class _Hidden:
    """Stands for a value that may tell something about a person."""

    def __init__(self, value: object) -> None:
        self._shown = f"‹{type(value).__name__}›"

    @override
    def __repr__(self) -> str:
        return self._shown


class PrivateFormatter(logging.Formatter):
    """Writes a record by the rule of this module.

    It replaces `format` as a whole: the base class would reuse `exc_text` and `message`, which
    another handler may have filled with the full text.
    """

    @override
    def format(self, record: logging.LogRecord) -> str:
        """Return time (UTC), level, logger and message, then the described exception."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        lines = [f"{moment} {record.levelname} {record.name}: {_message(record)}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines.append(describe_exception(record.exc_info[1]))
        return "\n".join(lines)


class _QuietFile(RotatingFileHandler):
    """A log that cannot be written (full disk) must neither stop the program nor print values."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the line; the standard handler would print it with all its values."""


def start_log(folder: Path) -> Path:
    """Write the log into `folder` from now on, at most three files of 512 kB; return its path."""
    stop_log()
    path = folder / LOG_FILE
    handler = _QuietFile(
        path, maxBytes=_MOST_BYTES, backupCount=_OLD_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(PrivateFormatter())
    logging.getLogger().addHandler(handler)
    logging.getLogger(_OWN).setLevel(logging.INFO)
    return path


def stop_log() -> None:
    """Close the log file; without one nothing happens."""
    root = logging.getLogger()
    for handler in [known for known in root.handlers if isinstance(known, _QuietFile)]:
        root.removeHandler(handler)
        handler.close()


def describe_exception(error: BaseException) -> str:
    """Return the chain of an exception without personal data, for the log and a crash report."""
    return "\n".join(line for one in _chain(error) for line in _describe_one(one))


def _message(record: logging.LogRecord) -> str:
    if record.name != _OWN and not record.name.startswith(f"{_OWN}."):
        return "‹text of another library›"
    if not isinstance(record.msg, str):
        return repr(_Hidden(record.msg))
    if not record.args:
        return record.msg
    try:
        return record.msg % _shown_arguments(record.args)
    except (TypeError, ValueError, KeyError):
        return f"{record.msg} ‹values do not fit›"


def _shown_arguments(
    arguments: tuple[object, ...] | Mapping[str, object],
) -> tuple[object, ...] | dict[str, object]:
    if isinstance(arguments, Mapping):
        return {name: _shown(value) for name, value in arguments.items()}
    return tuple(_shown(value) for value in arguments)


def _shown(value: object) -> object:
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, UserError):
        return f"[{value.code}]"
    if isinstance(value, type):
        return value.__name__
    # The exact type: a subclass of int could print anything.
    return value if value is None or type(value) in (int, bool) else _Hidden(value)


def _chain(error: BaseException) -> Iterator[BaseException]:
    following: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if following is None:
            return
        yield following
        implicit = None if following.__suppress_context__ else following.__context__
        following = following.__cause__ or implicit


def _describe_one(error: BaseException) -> Iterator[str]:
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}{_code(error)}"
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        yield f"  {_short_path(code.co_filename)}:{line} in {code.co_name}"


def _code(error: BaseException) -> str:
    if isinstance(error, UserError):
        return f" [{error.code}]"
    if isinstance(error, OSError) and error.errno is not None:
        return f" [errno {error.errno}]"
    return ""


def _short_path(file_name: str) -> str:
    """Cut what lies before the package: the home folder holds the name of the user."""
    parts = PurePath(file_name).parts
    for start in ("site-packages", _OWN):
        if start in parts[:-1]:
            at = len(parts) - 1 - parts[::-1].index(start)
            return "/".join(parts[at + (start != _OWN) :])
    return parts[-1] if parts else ""
