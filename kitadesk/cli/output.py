"""What commands say: lines for people, tables, JSON; an output that takes no more is told."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from kitadesk.base.errors import UserError


def say(text: str) -> None:
    """Write one line for people; the program without a console has no output."""
    if sys.stdout is not None:
        with _told():
            sys.stdout.write(f"{text}\n")


def say_json(value: object) -> None:
    """Write JSON with English keys; its form stays."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def say_table(rows: list[tuple[str, ...]]) -> None:
    """Write rows with aligned columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        say("  ".join(cells).rstrip())


def finish_output() -> None:
    """Bring everything said to where it goes while a full disk can still be told."""
    if sys.stdout is not None:
        with _told():
            sys.stdout.flush()


def drop_output() -> None:
    """Send what is left nowhere, so that the end of the interpreter is silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _told() -> Iterator[None]:
    """Turn an output that takes no more into a sentence; a reader that left is no mistake."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        raise UserError("output_not_writable") from error
