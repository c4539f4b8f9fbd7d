"""Errors that the person at the screen can act on; everything else is a bug."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kitadesk.base.messages import MESSAGES
from kitadesk.base.text import clean, shorten

_LONGEST_VALUE = 300


class KitaDeskError(Exception):
    """Root of all errors that this program raises on purpose."""


class UserError(KitaDeskError):
    """Something the person can put right; the German sentences stand in `base.messages`.

    `what` says what happened, `do` what helps. Values are inserted as plain text: cleaned, on one
    line, cut after 300 characters; `params` keeps them as given. A code or a value that the table
    does not know is a bug in the program, hence KeyError already here.
    """

    def __init__(self, code: str, /, **params: object) -> None:
        message = MESSAGES[code]
        values = {name: _plain(value) for name, value in params.items()}
        super().__init__(code)
        self.code = code
        self.params = params
        self.what = message.what.format_map(values)
        self.do = message.do.format_map(values)

    def __str__(self) -> str:
        """Both sentences, as a dialog or the command line shows them."""
        return f"{self.what} {self.do}"

    def __reduce__(self) -> tuple[Callable[[], UserError], tuple[()]]:
        """Travel whole between processes: an import runs in a child process."""
        return partial(type(self), self.code, **self.params), ()


class KnownStorageError(UserError):
    """The data file cannot be used right now: full, locked, damaged, newer, wrong key."""


def _plain(value: object) -> str:
    return shorten(clean(str(value)), _LONGEST_VALUE)
