"""What all pages of the settings share: a title, a sentence, and reading again after changes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.widgets import PlainLabel, ScrollPage


class SettingsPage(ScrollPage):
    """One page; `refresh` fills it from the desk."""

    title = ""
    tables: frozenset[str] = frozenset()

    def __init__(self, context: AppContext, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        now = theme.current()
        self.body.setContentsMargins(now.px(4), 0, now.px(16), now.px(16))
        self.body.addWidget(PlainLabel(self.title, self, kind="title"))
        if words:
            self.body.addWidget(PlainLabel(words, self, kind="muted", wrap=True))

    def refresh(self) -> None:
        """Show what stands now."""
