"""Doubtful siblings: one pair after the other, J = eine Familie, N = zwei Familien."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table import Column, DataTable, RowsModel
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton, Tone


@dataclass(frozen=True, slots=True)
class PairWords:
    """How the page asks about its pairs; `one` and `two` are the answers, short."""

    question: str
    who: str
    one: str
    two: str
    spoken: str


FAMILIES = PairWords(
    "Sind das Geschwister? Was Sie offen lassen, bleiben zwei Familien.",
    "Kinder",
    "eine Familie",
    "zwei Familien",
    "Unklare Geschwister",
)


@dataclass(frozen=True, slots=True)
class PairView:
    """One doubtful pair; `is_one_family` is what the person decided (at first: two)."""

    number: int
    children: str
    reason: str
    is_one_family: bool = False
    is_decided: bool = False
    words: PairWords = FAMILIES

    @property
    def answer(self) -> str:
        """The decision in words; an open one says what will happen."""
        if self.is_one_family:
            return self.words.one
        return self.words.two if self.is_decided else f"○ offen: {self.words.two}"


class SiblingsPage(QWidget):
    """A table of pairs with two buttons; `decided(number, is_one_family)`."""

    decided = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None, *, words: PairWords = FAMILIES) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("siblingsPage")
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(8))
        column.addWidget(PlainLabel(words.question, self, kind="muted", wrap=True))
        self._model: RowsModel[PairView] = RowsModel(_columns(words), parent=self, key=_number)
        self.table = _PairTable(self._model, self)
        self.table.setAccessibleName(words.spoken)
        self.table.answered.connect(self._answer)
        self.table.chosen.connect(self._on_chosen)
        column.addWidget(self.table, 1)
        self.detail = PlainLabel("", self, wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.detail)
        column.addLayout(self._build_buttons())

    def set_pairs(self, pairs: Sequence[PairView]) -> None:
        """Show these pairs; the chosen one stays chosen."""
        self._model.set_rows(pairs)
        if pairs and self.table.current_row() is None:
            self.table.choose(pairs[0].number)

    def start(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.one = QuietButton(_label(self._words.one, "J"), self, name="oneFamily")
        self.two = QuietButton(_label(self._words.two, "N"), self, name="twoFamilies")
        self.one.clicked.connect(self._on_one)
        self.two.clicked.connect(self._on_two)
        row.addWidget(self.one)
        row.addWidget(self.two)
        row.addStretch(1)
        return row

    @Slot()
    def _on_one(self) -> None:
        self._answer(True)

    @Slot()
    def _on_two(self) -> None:
        self._answer(False)

    @Slot(bool)
    def _answer(self, is_one_family: bool) -> None:
        pair = self.table.current_row()
        if pair is None:
            return
        line = self._model.line_of(pair.number)
        self.decided.emit(pair.number, is_one_family)
        following = self._model.row_at((line or 0) + 1)
        if following is not None:
            self.table.choose(following.number)

    @Slot(object)
    def _on_chosen(self, pair: PairView | None) -> None:
        self.detail.setText("" if pair is None else f"{pair.children}: {pair.reason}")
        for button in (self.one, self.two):
            button.setEnabled(pair is not None)


class _PairTable(DataTable):
    """Answers with J and N instead of jumping to names."""

    answered = Signal(bool)

    def __init__(self, model: RowsModel[PairView], parent: QWidget) -> None:
        super().__init__(model, parent, name="pairs", empty_text="Alles ist klar.")
        self.setSortingEnabled(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_J, Qt.Key.Key_N) and not event.modifiers():
            self.answered.emit(event.key() == Qt.Key.Key_J)
            return
        super().keyPressEvent(event)


def _number(pair: PairView) -> int:
    return pair.number


def _tone(pair: PairView) -> Tone | None:
    return None if pair.is_decided else Tone.WARN


def _label(words: str, key: str) -> str:
    return f"{words[0].upper()}{words[1:]} ({key})"


def _columns(words: PairWords) -> tuple[Column[PairView], ...]:
    return (
        Column[PairView](words.who, lambda pair: pair.children, tip=lambda pair: pair.children),
        Column[PairView]("Warum unklar", lambda pair: pair.reason, tip=lambda pair: pair.reason),
        Column[PairView]("Entscheidung", lambda pair: pair.answer, width=210, tone=_tone),
    )
