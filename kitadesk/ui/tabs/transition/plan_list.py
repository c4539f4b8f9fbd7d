"""The year plan as a list: the same measures in rows, with the keys of every list of steps."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.services.plan_reading import PlanLine
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table import Align, Column, DataTable, RowsModel
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.plan import words as plan_words

_RULE, _WHO = 3, 4
_ROOM_FOR_RULE, _ROOM_FOR_WHO = 980, 720
"""px at 100 % that the list needs before it shows these columns."""


class PlanList(DataTable):
    """Space done, minus not needed, a typed day moves, Alt+up and down change the order."""

    done_wanted = Signal(object)
    not_needed_wanted = Signal(object)
    day_wanted = Signal(object, str)
    order_wanted = Signal(object, int)
    delete_wanted = Signal(object)

    def __init__(self, today: date, parent: QWidget) -> None:
        self._today = today
        self.model_of_plan = RowsModel[PlanLine](self._columns(), key=lambda line: line.row.id)
        super().__init__(self.model_of_plan, parent, name="yearPlan", empty_text="")
        self.setAccessibleName("Jahresplan als Liste")

    def show_lines(self, lines: tuple[PlanLine, ...], today: date) -> None:
        """Show these measures."""
        self._today = today
        self.model_of_plan.set_rows(lines)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the rule, then the people, where the names would have no room."""
        super().resizeEvent(event)
        now = theme.current()
        for number, least in ((_RULE, _ROOM_FOR_RULE), (_WHO, _ROOM_FOR_WHO)):
            self.setColumnHidden(number, self.viewport().width() < now.px(least))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_row()
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        places = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if line is None:
            super().keyPressEvent(event)
        elif has_alt and places:
            self.order_wanted.emit(line, places)
        elif event.key() == Qt.Key.Key_Space:
            self.done_wanted.emit(line)
        elif event.key() == Qt.Key.Key_Minus:
            self.not_needed_wanted.emit(line)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(line)
        elif event.text().isdigit():
            self.day_wanted.emit(line, event.text())
        else:
            super().keyPressEvent(event)

    def _columns(self) -> tuple[Column[PlanLine], ...]:
        return (
            Column[PlanLine]("", self._sign, width=40, align=Align.MIDDLE, tone=self._tone),
            Column[PlanLine](
                "Maßnahme", lambda line: line.row.title, is_strong=True, tip=self._tip
            ),
            Column[PlanLine](
                "Wann",
                _when,
                width=200,
                sort=lambda line: line.row.first or line.row.last,
                tone=lambda line: Tone.WARN if line.conflicts else None,
                tip=_when_tip,
            ),
            Column[PlanLine]("Regel", _rule, width=250, is_muted=True, tip=plan_words.rule_words),
            Column[PlanLine](
                "Wer",
                lambda line: line.row.responsible,
                width=150,
                tip=lambda one: one.row.responsible,
            ),
            Column[PlanLine]("Stand", self._state, width=176, tone=self._tone, tip=self._state),
        )

    def _sign(self, line: PlanLine) -> str:
        return plan_words.SIGNS[plan_words.mark(line.row, self._today)]

    def _state(self, line: PlanLine) -> str:
        """Return how it stands; that it is overdue the sign before the name says already."""
        stands = plan_words.state(line.row, self._today).removeprefix("überfällig ")
        words = (stands, plan_words.count(line.row))
        return " · ".join(part for part in words if part)

    def _tip(self, line: PlanLine) -> str:
        return ". ".join(part for part in (plan_words.spoken(line, self._today), line.hint) if part)

    def _tone(self, line: PlanLine) -> Tone | None:
        is_late = plan_words.mark(line.row, self._today) is MeasureMark.OVERDUE
        return Tone.BAD if is_late else None


def _when(line: PlanLine) -> str:
    """Return the days; "!" before them where something is against them."""
    return f"! {plan_words.when(line.row)}" if line.conflicts else plan_words.when(line.row)


def _when_tip(line: PlanLine) -> str:
    return f"Bitte prüfen: {plan_words.conflict_words(line)}" if line.conflicts else ""


def _rule(line: PlanLine) -> str:
    if line.row.event_on is not None:
        return "Tag der Veranstaltung"
    if line.row.is_moved_by_hand:
        return "von Hand gelegt"
    return line.row.rule
