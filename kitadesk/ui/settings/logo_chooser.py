"""Choose a picture for the letterhead, or take it out; what is wrong with it stands below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialogs import FileKind
from kitadesk.ui.kit.widgets import Notice, PlainLabel, QuietButton, Tone
from kitadesk.ui.settings.logo import ShrinkLogo

_PICTURES = (FileKind("Bilder", ("png", "jpg", "jpeg")),)

Store: TypeAlias = Callable[[Desk, bytes | None], None]


class LogoChooser(QWidget):
    """Two buttons under a caption; `store` keeps the small picture, or None, in one step.

    `word` makes the object names: "Logo" gives chooseLogo, removeLogo, logoError.
    """

    def __init__(
        self, context: AppContext, caption: str, store: Store, parent: QWidget, *, word: str
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._caption = caption
        self._store = store
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel(caption, self, kind="small"))
        column.addLayout(self._build_row(word))
        self.notice = Notice("", Tone.WARN, self)
        self.notice.setObjectName(f"{word[0].lower()}{word[1:]}Error")
        self.notice.hide()
        column.addWidget(self.notice)

    def show_state(self, *, has_logo: bool) -> None:
        """Offer to take the picture out where there is one."""
        self.remove.setVisible(has_logo)

    def _build_row(self, word: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.choose = QuietButton("Bild wählen …", self, name=f"choose{word}")
        self.remove = QuietButton("Entfernen", self, name=f"remove{word}")
        self.choose.setAccessibleName(f"{self._caption}: Bild wählen")
        self.remove.setAccessibleName(f"{self._caption}: entfernen")
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self._on_remove)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addWidget(PlainLabel("PNG oder JPEG, wird verkleinert", self, kind="small"))
        row.addStretch(1)
        return row

    @Slot()
    def _on_choose(self) -> None:
        dialogs.door().open_file(self, f"{self._caption} wählen", _PICTURES, self._on_path)

    def _on_path(self, path: Path) -> None:
        self.notice.hide()
        self._context.jobs.work(ShrinkLogo(path), done=self._on_logo, failed=self._on_failed)

    def _on_logo(self, image: bytes) -> None:
        try:
            self._store(self._context.desk, image)
        except UserError as error:
            self._on_failed(error)

    def _on_failed(self, error: UserError) -> None:
        self.notice.set_state(str(error), Tone.WARN)
        self.notice.show()

    @Slot()
    def _on_remove(self) -> None:
        self._store(self._context.desk, None)
