"""The command `kitadesk`, also as `python -m kitadesk`: a command of the line, or the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kitadesk.base.errors import UserError
from kitadesk.cli.main import run

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; `argv` is without the program's name."""
    return run(sys.argv[1:] if argv is None else argv, open_window=_open_window)


def _open_window(arguments: Sequence[str]) -> int:
    """Open the window; Qt is imported only here, a command works on a machine without it."""
    if sys.platform == "linux" and not any(map(os.environ.get, _SCREENS)):
        raise UserError("display_missing")  # Qt would abort the process
    from kitadesk.app import main as window

    return window(arguments)


if __name__ == "__main__":
    sys.exit(main())
