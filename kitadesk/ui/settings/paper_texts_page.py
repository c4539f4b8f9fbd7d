"""Texte der Papiere: every sentence that families, school and members read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.settings.page import SettingsPage
from kitadesk.ui.settings.paper_texts import PaperTexts

_WORDS = "Was Sie ändern, steht ab sofort auf dem Papier. In geschweiften Klammern steht, was "
_WORDS += "KitaDesk beim Drucken einsetzt."


class PaperTextsPage(SettingsPage):
    """The texts of all papers."""

    title = "Texte der Papiere"
    tables = PaperTexts.tables

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, _WORDS, parent)
        self.setObjectName("paperTextsPage")
        self.texts = PaperTexts(context, self)
        self.body.addWidget(self.texts, 1)

    @override
    def refresh(self) -> None:
        self.texts.refresh()
