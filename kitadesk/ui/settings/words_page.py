"""Wörter: what the parents' council is called here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.queries.house import own_house
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.forms import ChoiceField
from kitadesk.ui.settings.page import SettingsPage
from kitadesk.ui.settings.savers import HouseSaver

COUNCILS = ("Elternbeirat", "Elternrat", "Elternausschuss", "Elternvertretung", "Elternsprecher")


class WordsPage(SettingsPage):
    """One choice that changes the word on screens and papers."""

    title = "Wörter"
    tables = frozenset({"setting"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "Wie es bei Ihnen heißt, so steht es auf den Papieren.", parent)
        self.setObjectName("wordsPage")
        self._saver = HouseSaver(context.desk, "parents_council")
        self.council = ChoiceField(
            "Vertretung der Eltern", [(word, word) for word in COUNCILS], self, name="councilWord"
        )
        self.council.save_with(self._saver.save)
        self.body.addWidget(self.council)
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self) -> None:
        row = self.context.desk.read(own_house)
        if row is None:
            return
        words = dict.fromkeys((*COUNCILS, row.parents_council))
        self.council.set_options([(word, word) for word in words])
        self.council.set_value(row.parents_council)
