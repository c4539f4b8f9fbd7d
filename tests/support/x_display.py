"""A real X screen of its own for one test, with a German keyboard, a mouse and a clipboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_PROJECT = Path(__file__).parents[2]
LONGEST_S = 20.0
_PAUSE_S = 0.02
_SIZE = "1280x800x24"
_CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.clipboard().setText(sys.stdin.read())
print("ready", flush=True)
app.exec()
"""


class XDisplay:
    """Keys and mouse reach the focused window through XTEST, as from a real keyboard."""

    def __init__(self, number: str) -> None:
        self.environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(_PROJECT),
        }

    def keys(self, *names: str) -> None:
        """Press keys one after the other: `keys("Tab", "ctrl+v")`."""
        self._xdotool("key", "--delay", "8", *names)

    def type(self, text: str) -> None:
        """Type a text; what the German keyboard has no key for cannot be typed."""
        self._xdotool("type", "--delay", "8", "--", text)

    def enter(self, *texts: str) -> None:
        """Type each text and press Enter behind it; an empty one is Enter alone."""
        for text in texts:
            if text:
                self.type(text)
            self.keys("Return")

    def click(self, x: int, y: int) -> None:
        """Move the mouse to a place of the screen and press its left button."""
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", "1")

    def focus(self, title: str) -> None:
        """Wait for the window whose title matches, and give it the keyboard.

        The part of a window manager that this screen lacks; inside a window the focus is Qt's.
        A dialog over that window must be gone, or Qt hands the keyboard back to it.
        """
        latest = time.monotonic() + LONGEST_S
        while not self._take_focus(title):
            assert time.monotonic() < latest, f"No window to type into: {title}"

    def has_window(self, title: str) -> bool:
        """Whether a window with such a title is on the screen."""
        return bool(self._windows(title))

    @contextmanager
    def clipboard(self, text: str) -> Iterator[None]:
        """Keep a text in the clipboard, as Excel does while its window is open."""
        command = [sys.executable, "-c", _CLIPBOARD]
        owner = subprocess.Popen(
            command, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert owner.stdin is not None
        assert owner.stdout is not None
        try:
            owner.stdin.write(text)
            owner.stdin.close()
            assert owner.stdout.readline() == "ready\n"
            yield
        finally:
            owner.kill()
            owner.wait(LONGEST_S)
            owner.stdout.close()

    def _take_focus(self, title: str) -> bool:
        """Ask for the focus and look who has it: a window that is just being mapped refuses."""
        for window in self._windows(title)[:1]:
            self._ask("windowfocus", window)
            return self._ask("getwindowfocus") == window
        return False

    def _windows(self, title: str) -> list[str]:
        return self._ask("search", "--onlyvisible", "--name", title).split()

    def _ask(self, *arguments: str) -> str:
        """Return the answer of xdotool; a window that is gone meanwhile gives none."""
        return self._run(arguments, check=False).stdout.decode().strip()

    def _xdotool(self, *arguments: str) -> None:
        self._run(arguments, check=True)

    def _run(
        self, arguments: tuple[str, ...], *, check: bool
    ) -> subprocess.CompletedProcess[bytes]:
        command = ["xdotool", *arguments]
        return subprocess.run(
            command, env=self.environment, check=check, capture_output=True, timeout=LONGEST_S
        )


class Program:
    """KitaDesk as a process of its own on that screen."""

    def __init__(self, display: XDisplay, folder: Path) -> None:
        self._log = folder / "kitadesk.log"
        self._seen = self._log.stat().st_size if self._log.exists() else 0
        command = [sys.executable, "-m", "kitadesk", "--data", str(folder)]
        self._process = subprocess.Popen(
            [*command, "--today", "2027-01-25"], env=display.environment, cwd=folder
        )

    def wait_for(self, line: str) -> None:
        """Wait for a new line of the log that ends so; what stood before it is read."""
        self.wait_until(lambda: self._is_written(line), line)

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Look again and again until it is so; fail when the program ended or takes too long."""
        latest = time.monotonic() + LONGEST_S
        while not is_so():
            assert time.monotonic() < latest, f"Waited in vain for: {what}"
            assert not self._has_ended_after(_PAUSE_S), f"Ended before: {what}"

    def wait_for_end(self) -> int:
        """Wait until the process is over and return its exit code."""
        return self._process.wait(LONGEST_S)

    def kill(self) -> None:
        """End it at once, as a power cut does; it may be over already."""
        self._process.kill()
        self._process.wait(LONGEST_S)

    def _has_ended_after(self, seconds: float) -> bool:
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _is_written(self, line: str) -> bool:
        written = self._log.read_bytes() if self._log.exists() else b""
        place = written.find(line.encode(), self._seen)
        if place >= 0:
            self._seen = place + len(line.encode())
        return place >= 0


@contextmanager
def running(display: XDisplay, folder: Path) -> Iterator[Program]:
    """Start the program on this folder; afterwards it is ended in any case."""
    program = Program(display, folder)
    try:
        yield program
    finally:
        program.kill()


@contextmanager
def x_display(folder: Path) -> Iterator[XDisplay]:
    """Start a screen on a free number; it is gone afterwards.

    Without `-noreset` it would forget the German keyboard as soon as `setxkbmap` is gone. While it
    runs, its picture lies in the folder, in the format that `xwd` writes.
    """
    for tool in ("Xvfb", "setxkbmap", "xdotool"):
        assert shutil.which(tool), f"{tool} is missing: packaging/system_libraries.sh installs it."
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        _SIZE,
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(
        [*command, "-fbdir", str(folder)], pass_fds=(writing,), stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start."
        display = XDisplay(number)
        subprocess.run(["setxkbmap", "de"], env=display.environment, check=True, timeout=LONGEST_S)
        yield display
    finally:
        server.terminate()
        server.wait(LONGEST_S)
