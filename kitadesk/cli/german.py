"""An argument parser whose help and errors are German in every word."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import NoReturn

from typing_extensions import override

# The sentences of argparse (Python 3.11 to 3.14) and what they say in German.
_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", r"Es fehlt: \1"),
    (r"one of the arguments (.+) is required", r"Eine dieser Angaben fehlt: \1"),
    (r"unrecognized arguments: (.+)", r"Unbekannte Angabe: \1"),
    (r"expected one argument", "Hier fehlt ein Wert"),
    (r"expected at (?:most|least) one argument", "Hier fehlt ein Wert"),
    (r"expected \d+ arguments?", "Hier fehlt ein Wert"),
    (r"not allowed with argument (.+)", r"passt nicht zusammen mit \1"),
    (r"ignored explicit argument (.+)", r"hier steht kein Wert: \1"),
    (r"invalid choice: '?(.*?)'? \(choose from (.+)\)", r"„\1“ gibt es nicht. Möglich: \2"),
    (r"invalid choice: '?(.*?)'?, maybe you meant .* \(choose from (.+)\)",
     r"„\1“ gibt es nicht. Möglich: \2"),
    (r"invalid \w+ value: '?(.*?)'?", r"„\1“ passt hier nicht"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 ist nicht eindeutig: \2"),
)  # fmt: skip
_ARGUMENT = re.compile(r"argument ([^:]+): (.*)", re.DOTALL)


def in_german(message: str) -> str:
    """Return an error of argparse in German; texts of our own pass through."""
    named = _ARGUMENT.fullmatch(message)
    if named:
        return f"{named[1]}: {in_german(named[2])}"
    for pattern, german in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return found.expand(german).replace("'", "")
    return message


class GermanFormatter(argparse.HelpFormatter):
    """Writes "Aufruf:" where argparse writes "usage:"."""

    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class GermanParser(argparse.ArgumentParser):
    """A parser that speaks German; wrong usage ends with 2, abbreviations are not guessed."""

    def __init__(self, prog: str, *, description: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=GermanFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "Angaben"
        self._optionals.title = "Optionen"

    def add_german_help(self) -> None:
        """Add -h and --help, with a German sentence."""
        self.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")

    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{in_german(message)}.\nHilfe zeigt: {self.prog} --help\n")
