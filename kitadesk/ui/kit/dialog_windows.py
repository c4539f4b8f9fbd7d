"""The real windows behind the dialog door."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.dialogs import Choice, Door, FileKind, folders_place, window_of
from kitadesk.ui.kit.last_folders import LastFolders
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton

_SHEET_WIDTH = 440
_FOLDER = "folder"
"""Folders are chosen for papers and drafts; the last one is kept like that of a kind of file."""
_log = logging.getLogger(__name__)


class Sheet(QDialog):
    """A question: title, text, room for a field, buttons at the right (the main one last)."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]
    ) -> None:
        super().__init__(window_of(parent))
        self.setObjectName("sheet")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = tuple(choices)
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        column.addWidget(PlainLabel(title, self, kind="heading", wrap=True))
        self.text = PlainLabel(text, self, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setVisible(bool(text))
        column.addWidget(self.text)
        self.body = QVBoxLayout()
        column.addLayout(self.body)
        column.addSpacing(now.px(8))
        column.addStretch(1)
        column.addLayout(self._build_buttons())
        self.setMinimumWidth(now.px(_SHEET_WIDTH))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def choose(self, number: int) -> None:
        """Close with this answer, then carry it out."""
        self.done(number + 1)
        deed = self._choices[number].on_choose
        if deed is not None:
            deed()

    @override
    def reject(self) -> None:
        self.choose(len(self._choices) - 1)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        row.addStretch(1)
        for number in reversed(range(len(self._choices))):
            choice = self._choices[number]
            kind = PrimaryButton if choice.is_main else QuietButton
            button = kind(choice.caption, self, name=f"choice{number}")
            button.clicked.connect(weak_slot(self.choose, number))
            button.setAutoDefault(True)
            row.addWidget(button)
            if choice.is_main:
                button.setFocus()
        return row


class TextSheet(Sheet):
    """A question whose answer is one line of text."""

    def __init__(
        self, parent: QWidget | None, title: str, label: str, on_text: Callable[[str], object]
    ) -> None:
        choices = (Choice("Weiter", is_main=True), Choice("Abbrechen"))
        super().__init__(parent, title, label, choices)
        self._on_text = on_text
        self.field = QLineEdit(self)
        self.field.setObjectName("answer")
        self.field.setAccessibleName(label or title)
        self.body.addWidget(self.field)
        self.field.returnPressed.connect(weak_slot(self.choose, 0))
        self.field.setFocus()

    @override
    def choose(self, number: int) -> None:
        answer = clean(self.field.text())
        if number == 0 and not answer:
            self.field.setFocus()
            return
        super().choose(number)
        if number == 0:
            self._on_text(answer)


class FileSheet(QFileDialog):
    """The system's file dialog, which tells the chosen path once."""

    def __init__(
        self, parent: QWidget | None, title: str, begin: Path, on_path: Callable[[Path], object]
    ) -> None:
        super().__init__(window_of(parent), title, str(begin))
        self.setObjectName("fileSheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._on_path = on_path
        self.fileSelected.connect(self._on_selected)

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        if name:
            self._on_path(Path(name))


class _Kept:
    """Keeps the folder of what was chosen, then tells the screen."""

    def __init__(self, folders: LastFolders, kind: str, on_path: Callable[[Path], object]) -> None:
        self._folders = folders
        self._kind = kind
        self._on_path = on_path

    def __call__(self, path: Path) -> None:
        self._folders.keep(self._kind, path if self._kind == _FOLDER else path.parent)
        self._on_path(path)


class WindowDoor(Door):
    """Opens real windows; files are looked for where the last one of their kind was."""

    @override
    def inform(self, parent: QWidget | None, title: str, text: str = "") -> None:
        Sheet(parent, title, text, (Choice("In Ordnung", is_main=True),)).open()

    @override
    def error(
        self, parent: QWidget | None, error: UserError, retry: Callable[[], object] | None = None
    ) -> None:
        _log.info("said: %s", error)
        choices = [Choice("In Ordnung", is_main=retry is None)]
        if retry is not None:
            choices.insert(0, Choice("Erneut versuchen", retry, is_main=True))
        Sheet(parent, error.what, error.do, choices).open()

    @override
    def ask(self, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]) -> None:
        Sheet(parent, title, text, choices).open()

    @override
    def ask_text(
        self,
        parent: QWidget | None,
        title: str,
        label: str,
        on_text: Callable[[str], object],
        *,
        is_secret: bool = False,
    ) -> None:
        sheet = TextSheet(parent, title, label, on_text)
        if is_secret:
            sheet.field.setEchoMode(QLineEdit.EchoMode.Password)
        sheet.open()

    @override
    def open_file(
        self,
        parent: QWidget | None,
        title: str,
        kinds: Sequence[FileKind],
        on_path: Callable[[Path], object],
    ) -> None:
        sheet = self._sheet(parent, title, _kind_of(kinds), on_path)
        sheet.setFileMode(QFileDialog.FileMode.ExistingFile)
        sheet.setNameFilters(_filters(kinds))
        sheet.open()

    @override
    def save_file(
        self,
        parent: QWidget | None,
        title: str,
        suggested: str,
        kinds: Sequence[FileKind],
        on_path: Callable[[Path], object],
    ) -> None:
        sheet = self._sheet(parent, title, _kind_of(kinds), on_path)
        sheet.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        sheet.setNameFilters(_filters(kinds))
        if kinds:
            sheet.setDefaultSuffix(kinds[0].endings[0])
        sheet.selectFile(suggested)
        sheet.open()

    @override
    def open_folder(
        self, parent: QWidget | None, title: str, on_path: Callable[[Path], object]
    ) -> None:
        sheet = self._sheet(parent, title, _FOLDER, on_path)
        sheet.setFileMode(QFileDialog.FileMode.Directory)
        sheet.setOption(QFileDialog.Option.ShowDirsOnly)
        sheet.open()

    def _sheet(
        self, parent: QWidget | None, title: str, kind: str, on_path: Callable[[Path], object]
    ) -> FileSheet:
        folders = LastFolders(folders_place())
        return FileSheet(parent, title, folders.of(kind), _Kept(folders, kind, on_path))


def _kind_of(kinds: Sequence[FileKind]) -> str:
    return kinds[0].endings[0] if kinds else ""


def _filters(kinds: Sequence[FileKind]) -> list[str]:
    return [f"{kind.title} ({' '.join('*.' + end for end in kind.endings)})" for kind in kinds]
