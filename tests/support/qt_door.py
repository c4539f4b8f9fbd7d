"""A dialog door that opens nothing and writes down what was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kitadesk.base.errors import UserError
from kitadesk.ui.kit.dialogs import Choice, Door, FileKind


@dataclass(slots=True)
class Asked:
    """One message or question, with the answers that were offered."""

    kind: str
    title: str
    text: str = ""
    choices: tuple[Choice, ...] = ()
    error: UserError | None = None


@dataclass
class RecordingDoor(Door):
    """Tests `expect` what they cause; what is not expected fails the test at its end.

    A question stays open until `press_choice` answers it. `path` and `answer_text`
    are what the file and text sheets give back; None means the person gives up.
    """

    asked: list[Asked] = field(default_factory=list)
    path: Path | None = None
    answer_text: str | None = None
    _expected: int = 0

    def expect(self) -> Asked:
        """Return the oldest message that no test has looked at yet; fails if there is none."""
        assert len(self.asked) > self._expected, "Nothing was asked."
        self._expected += 1
        return self.asked[self._expected - 1]

    def unexpected(self) -> list[Asked]:
        """Return what nobody looked at."""
        return self.asked[self._expected :]

    def inform(self, parent: QWidget | None, title: str, text: str = "") -> None:
        self.asked.append(Asked("inform", title, text))

    def error(
        self, parent: QWidget | None, error: UserError, retry: Callable[[], object] | None = None
    ) -> None:
        choices = () if retry is None else (Choice("Erneut versuchen", retry),)
        self.asked.append(Asked("error", error.what, error.do, choices, error))

    def ask(self, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]) -> None:
        self.asked.append(Asked("ask", title, text, tuple(choices)))

    def ask_text(
        self,
        parent: QWidget | None,
        title: str,
        label: str,
        on_text: Callable[[str], object],
        *,
        is_secret: bool = False,
    ) -> None:
        self.asked.append(Asked("text", title, label))
        if self.answer_text is not None:
            on_text(self.answer_text)

    def open_file(
        self,
        parent: QWidget | None,
        title: str,
        kinds: Sequence[FileKind],
        on_path: Callable[[Path], object],
    ) -> None:
        self._file("open", title, on_path)

    def save_file(
        self,
        parent: QWidget | None,
        title: str,
        suggested: str,
        kinds: Sequence[FileKind],
        on_path: Callable[[Path], object],
    ) -> None:
        self._file("save", suggested, on_path)

    def open_folder(
        self, parent: QWidget | None, title: str, on_path: Callable[[Path], object]
    ) -> None:
        self._file("folder", title, on_path)

    def _file(self, kind: str, title: str, on_path: Callable[[Path], object]) -> None:
        self.asked.append(Asked(kind, title))
        if self.path is not None:
            on_path(self.path)


def press_choice(asked: Asked, caption: str) -> None:
    """Answer a question as if its button was pressed."""
    choice = next(choice for choice in asked.choices if choice.caption == caption)
    if choice.on_choose is not None:
        choice.on_choose()
