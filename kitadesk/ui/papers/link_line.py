"""The line that asks for a link: an address that is still being typed is no mistake."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.domain.links import checked_link
from kitadesk.ui.papers.param_lines import TextLine

PAUSE_MS = 1_500
"""After so long without a key somebody has finished, or does not know how to go on."""


class LinkLine(TextLine):
    """Tells of a whole address at once, and of half of one after a pause or on leaving."""

    @override
    def build(self) -> None:
        super().build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_finished)
        self.edit.editingFinished.connect(self._on_left)

    @override
    @Slot()
    def _on_changed(self) -> None:
        if self._is_whole():
            self._on_finished()
        else:
            self._pause.start()

    @Slot()
    def _on_left(self) -> None:
        if self._pause.isActive():
            self._on_finished()

    @Slot()
    def _on_finished(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _is_whole(self) -> bool:
        try:
            return not self.value().strip() or bool(checked_link(self.value()))
        except UserError:
            return False
