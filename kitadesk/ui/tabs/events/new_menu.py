"""What "+ Neu" offers: an evening, a letter, a closing day, and the way from and to calendars."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kitadesk.domain.events import EventKind
from kitadesk.services.letter_templates import letter_templates
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import QuietButton


class NewMenu(QMenu):
    """The menu below "+ Neu"; the letters are read when it opens first."""

    kind_wanted = Signal(object)
    """A kind of event to begin with an empty page."""
    template_wanted = Signal(str)
    """The key of a letter to begin with."""
    take_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("newEventMenu")
        self._add("Abend, Café oder Fest\tStrg+Umschalt+N", "newEvening", EventKind.TOPIC_EVENING)
        self.letters = QMenu("Elternbrief", self)
        self.letters.setObjectName("newLetterMenu")
        self.letters.aboutToShow.connect(self.offer_letters)
        self.addMenu(self.letters)
        self._add("Schließtag", "newClosingDay", EventKind.CLOSING_DAY)
        self.addSeparator()
        for caption, name, signal in (
            ("Termine übernehmen (Kalender, Liste) …", "takeEvents", self.take_wanted),
            ("Termine herausgeben …", "exportEvents", self.export_wanted),
        ):
            action = QAction(caption, self)
            action.setObjectName(name)
            action.triggered.connect(signal)
            self.addAction(action)

    def open_below(self, button: QuietButton) -> None:
        """Open under the button that asks for it."""
        self.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot()
    def offer_letters(self) -> None:
        """List the templates, and an empty letter last."""
        if not self.letters.isEmpty():
            return
        for template in letter_templates():
            action = QAction(template.label, self.letters)
            action.setObjectName(f"letter_{template.key}")
            action.triggered.connect(weak_slot(self._want_template, template.key))
            self.letters.addAction(action)
        self.letters.addSeparator()
        empty = QAction("Leerer Brief", self.letters)
        empty.setObjectName("letter_empty")
        empty.triggered.connect(weak_slot(self._want, EventKind.LETTER))
        self.letters.addAction(empty)

    def _add(self, caption: str, name: str, kind: EventKind) -> None:
        action = QAction(caption, self)
        action.setObjectName(name)
        action.triggered.connect(weak_slot(self._want, kind))
        self.addAction(action)

    def _want(self, kind: EventKind) -> None:
        self.kind_wanted.emit(kind)

    def _want_template(self, key: str) -> None:
        self.template_wanted.emit(key)
