"""The one door for messages, questions and file choices; nothing else opens a dialog.

Every call opens a window-modal sheet and returns at once (`open()`, never `exec()`, trap P10);
the answer comes to a callback. Tests put a recorder in place with `set_door`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from kitadesk.base.errors import UserError


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a question: caption, callback, whether it is the main or a destroying one."""

    caption: str
    on_choose: Callable[[], object] | None = None
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file to choose: "Excel-Liste", ("xlsx", "csv")."""

    title: str
    endings: tuple[str, ...]


class Door(Protocol):
    """What screens may ask the person; `parent` may be any widget of the window, or None."""

    def inform(self, parent: QWidget | None, title: str, text: str = "") -> None:
        """Say something that needs a look; for what needs none use a toast."""

    def error(
        self, parent: QWidget | None, error: UserError, retry: Callable[[], object] | None = None
    ) -> None:
        """Say what happened and what to do, with "Erneut versuchen" where that may help."""

    def ask(self, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]) -> None:
        """Ask; the last choice is what Esc answers."""

    def ask_text(
        self,
        parent: QWidget | None,
        title: str,
        label: str,
        on_text: Callable[[str], object],
        *,
        is_secret: bool = False,
    ) -> None:
        """Ask for one line of text; nothing is called if the person gives up."""

    def open_file(
        self,
        parent: QWidget | None,
        title: str,
        kinds: Sequence[FileKind],
        on_path: Callable[[Path], object],
    ) -> None:
        """Let the person choose a file to read."""

    def save_file(
        self,
        parent: QWidget | None,
        title: str,
        suggested: str,
        kinds: Sequence[FileKind],
        on_path: Callable[[Path], object],
    ) -> None:
        """Let the person choose where to write; the ending of the first kind is added."""

    def open_folder(
        self, parent: QWidget | None, title: str, on_path: Callable[[Path], object]
    ) -> None:
        """Let the person choose a folder."""


def confirm(
    parent: QWidget | None, title: str, text: str, yes: str, on_yes: Callable[[], object]
) -> None:
    """Ask before something that undo cannot bring back; `yes` names the deed ("Löschen")."""
    choices = (Choice(yes, on_yes), Choice("Abbrechen"))  # Enter alone must not delete.
    door().ask(parent, title, text, choices)


class _Place:
    """Holds the door in use; made on first need, so the first paint does not pay for it."""

    door: Door | None = None
    folder: Path | None = None


def door() -> Door:
    """Return the door in use."""
    if _Place.door is None:
        # Real windows cost start-up time and are needed late.
        from kitadesk.ui.kit.dialog_windows import WindowDoor  # noqa: PLC0415

        _Place.door = WindowDoor()
    return _Place.door


def keep_folders_in(folder: Path | None) -> None:
    """Remember beside this data file where files were chosen."""
    _Place.folder = folder


def folders_place() -> Path | None:
    """Return the folder of the data file; None before one is open."""
    return _Place.folder


def set_door(new: Door | None) -> None:
    """Replace the door (tests); None brings the real one back."""
    _Place.door = new


def window_of(parent: QWidget | None) -> QWidget | None:
    """Return the window that a sheet belongs to: the main one while another program is in front.

    A sheet without a window would be lost with its last reference.
    """
    if parent is not None:
        return parent.window()
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow))
    return QApplication.activeWindow() or next((one for one in shown if one.isVisible()), None)
