"""The way from the invented town to the own Kita: the menu of the house, and words below."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kitadesk.ui.kit import dialogs
from kitadesk.ui.main_window import MainWindow

TITLE = "Mit meiner Kita beginnen …"
WORDS = "Beispielstadt, alles erfunden. Zur eigenen Kita: oben rechts im Menü."


class WayOut(QObject):
    """Shown while the file is the invented town."""

    wanted = Signal()
    """Somebody has seen enough of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.set_backup_words(_words)
        window.add_menu_action(TITLE, self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        text = (
            "Die Beispielstadt kommt in einen eigenen Ordner; was Sie darin eingetragen haben, "
            "bleibt dort. Danach beginnt KitaDesk leer."
        )
        choices = (
            dialogs.Choice("Beginnen", self.wanted.emit, is_main=True),
            dialogs.Choice("Hier bleiben"),
        )
        dialogs.door().ask(self._window, "Mit Ihrer Kita beginnen?", text, choices)


def _words() -> str:
    return WORDS
