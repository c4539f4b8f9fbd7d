"""The list of all households: a typed digit is the persons, Entf takes the reply back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.base.text import plural
from kitadesk.domain.replies import Answer, ReplyKind, ReplyQuestion
from kitadesk.domain.replies import answer_words as words_of
from kitadesk.queries.replies import ReplyRow
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table import Align, Column, DataTable, RowsModel
from kitadesk.ui.kit.tokens import Tone

NUMBER, CHILDCARE = 2, 4
ATTENDANCE = ReplyQuestion()
_YES_NO = {"j": 1, "n": 0}


@dataclass(slots=True)
class Asked:
    """What the slip of the event on the screen asks; the columns read it when they are drawn."""

    question: ReplyQuestion = ATTENDANCE


NARROW = 620
"""px at 100 %; below, the slip number is left out."""
SECOND_DIGIT_MS = 900
"""A second digit within this time makes 12 out of 1 and 2."""


def answer_words(row: ReplyRow, question: ReplyQuestion = ATTENDANCE) -> str:
    """Return the persons, nein or fehlt; the mark before it says the same without colour."""
    if row.reply is None:
        return "○ nicht erinnern" if row.no_reminder else "○ fehlt"
    if question.kind is not ReplyKind.ATTENDANCE:
        mark = "–" if row.answer is Answer.NO else "✓"
        return f"{mark} {words_of(question, row.reply)}"
    if row.answer is Answer.NO:
        return "– nein"
    return f"✓ {plural(row.persons, 'Person', 'Personen')}"


def reply_columns(asked: Asked) -> list[Column[ReplyRow]]:
    """Return the columns of the list; `asked` holds what the slip of the event asks."""

    def words(row: ReplyRow) -> str:
        return answer_words(row, asked.question)

    return [
        Column("Familie", _label, 0, tip=_label, is_strong=True),
        Column("Gruppe", _group, 100, tip=_group, is_muted=True),
        Column("Nr.", _slip, 80, is_muted=True, sort=_slip_number),
        Column("Antwort", words, 138, sort=_answer_order, tone=_tone, tip=words),
        Column("Betreuung", _childcare, 94, Align.RIGHT),
    ]


class ReplyTable(DataTable):
    """Row by row from the list that the group ticked."""

    persons_typed = Signal(object, int)
    """A row and the number typed for it: persons, or what the slip of a letter asks for."""
    cleared = Signal(object)

    def __init__(self, model: RowsModel[ReplyRow], parent: QWidget | None = None) -> None:
        super().__init__(model, parent, name="replyTable", empty_text="Noch keine Familien.")
        self.setAccessibleName("Rückmeldungen je Familie; Ziffer tippen = Personen, Entf = löschen")
        self.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._kind = ReplyKind.ATTENDANCE
        self._typed_digits = ""
        self._typed_for: object = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SECOND_DIGIT_MS)
        self._pause.timeout.connect(self._forget_digits)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        digit = event.text()
        if row is not None and self._kind is ReplyKind.YES_NO and digit.casefold() in _YES_NO:
            self.persons_typed.emit(row, _YES_NO[digit.casefold()])
        elif row is not None and digit.isascii() and digit.isdigit():
            self._on_digit(row, digit)
        elif row is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._forget_digits()
            self.cleared.emit(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._forget_digits()
            self.step(1)
        else:
            super().keyPressEvent(event)

    def ask(self, question: ReplyQuestion) -> None:
        """Take keys for the answers to this question."""
        self._kind = question.kind

    def show_childcare(self, *, is_offered: bool) -> None:
        """Hide the column that this event does not need."""
        self.setColumnHidden(CHILDCARE, not is_offered)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the names have the room of the number where the table is narrow."""
        self.setColumnHidden(NUMBER, event.size().width() < theme.current().px(NARROW))
        super().resizeEvent(event)

    def step(self, lines: int) -> None:
        """Go some rows down or up."""
        target = self.currentIndex().row() + lines
        row = self.rows.row_at(target)
        if row is not None:
            self.choose(self.rows.key(row))

    def _on_digit(self, row: ReplyRow, digit: str) -> None:
        earlier = self._typed_digits if self._typed_for == row.household_id else ""
        has_two_digits = self._kind in {ReplyKind.ATTENDANCE, ReplyKind.NUMBER}
        digits = (earlier + digit)[-2:] if has_two_digits else digit
        self._typed_digits, self._typed_for = digits, row.household_id
        self._pause.start()
        self.persons_typed.emit(row, int(digits))

    @Slot()
    def _forget_digits(self) -> None:
        self._typed_digits = ""
        self._pause.stop()


def _label(row: ReplyRow) -> str:
    """Return the family, with what sets the household apart from the others."""
    notes = ("zweiter Haushalt" * row.is_second, "nicht mehr eingeladen" * (not row.is_invited))
    said = ", ".join(note for note in notes if note)
    return f"{row.label} ({said})" if said else row.label


def _group(row: ReplyRow) -> str:
    return row.group_name


def _slip(row: ReplyRow) -> str:
    return row.slip_text


def _slip_number(row: ReplyRow) -> int | None:
    return row.slip_number


def _answer_order(row: ReplyRow) -> str | None:
    """Sort by yes and no, then by number, then by the words of the choice."""
    if row.answer is None:
        return None
    return f"{row.answer is Answer.YES:d}{row.persons:03}{row.choice}"


def _childcare(row: ReplyRow) -> str:
    return str(row.childcare_children) if row.childcare_children else ""


def _tone(row: ReplyRow) -> Tone | None:
    return Tone.GOOD if row.answer is Answer.YES else None
