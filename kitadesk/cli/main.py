"""Runs one command: options, exit codes, and one German sentence when something is in the way.

0 done, 1 the person can act, 2 wrong usage, 3 a bug (a report without personal data).
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from kitadesk.base.errors import UserError
from kitadesk.cli.options import parser
from kitadesk.cli.output import drop_output, finish_output

CAN_ACT, WRONG_USAGE, BUG = 1, 2, 3
OpenWindow = Callable[[Sequence[str]], int]

_MODULES = {
    "demo": "demo_command",
    "papers": "show_commands",
    "list": "show_commands",
    "print": "print_command",
    "import": "import_command",
    "export": "export_command",
    "screenshots": "screenshots_command",
    "check": "check_command",
}


def run(argv: Sequence[str], *, open_window: OpenWindow) -> int:
    """Run the command of `argv` and return its exit code; without a command open the window."""
    _speak_utf8()
    try:
        code = _start(argv, open_window)
        finish_output()
        return code
    except UserError as problem:
        _say(str(problem))
    except KeyboardInterrupt:
        _say("Abgebrochen. Was schon fertig war, bleibt.")
    except BrokenPipeError:  # the reader of our output has seen enough
        drop_output()
    except Exception as error:  # everything else is a bug: report it, without personal data
        from kitadesk.base.log import describe_exception

        _say(
            "In KitaDesk ist ein Fehler passiert; was gespeichert war, ist gespeichert. "
            f"Bitte melden Sie uns diesen Bericht:\n{describe_exception(error)}"
        )
        return BUG
    return CAN_ACT


def _start(argv: Sequence[str], open_window: OpenWindow) -> int:
    try:
        options = parser().parse_args(argv)
    except SystemExit as end:  # argparse ends so, after help (0) and wrong usage (2)
        return end.code if isinstance(end.code, int) else WRONG_USAGE
    if options.command is None:
        return open_window(_window_arguments(options))
    try:
        return _command(options.command)(options)
    except SystemExit:  # wrong usage that only the command sees
        return WRONG_USAGE


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Import the command only when it is wanted; the window starts without all of them."""
    module = import_module(f"kitadesk.cli.{_MODULES[name]}")
    command: Callable[[argparse.Namespace], int] = getattr(module, f"run_{name}")
    return command


def _window_arguments(options: argparse.Namespace) -> list[str]:
    arguments = []
    if options.data is not None:
        arguments += ["--data", str(options.data)]
    if options.today is not None:
        arguments += ["--today", options.today.isoformat()]
    return arguments


def _say(text: str) -> None:
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{text}\n")


def _speak_utf8() -> None:
    """Write UTF-8 whatever the system's code page is; Windows pipes have another one."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8", errors="replace")
