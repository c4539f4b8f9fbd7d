"""The children of an entry year as rows; each measure for each child is a column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from kitadesk.base.dates import day_month
from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.queries.transition import MeasureRow
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.table_model import Align, Column, Index, RowsModel
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.year_view import StarterLine, YearView

_ORDER = {
    MeasureMark.OVERDUE: 0,
    MeasureMark.OPEN: 1,
    MeasureMark.PLANNED: 2,
    MeasureMark.DONE: 3,
    MeasureMark.NOT_NEEDED: 4,
}
_TONES = {MeasureMark.OVERDUE: Tone.BAD, MeasureMark.PLANNED: Tone.WARN}
CHILD_COLUMNS: tuple[Column[StarterLine], ...] = (
    Column[StarterLine]("Kind", lambda row: row.name, is_strong=True),
    Column[StarterLine](
        "Geboren",
        lambda row: words.birth_words(row.birth_date),
        sort=lambda row: row.birth_date,
    ),
    Column[StarterLine]("Gruppe", lambda row: row.group_name),
    Column[StarterLine]("Schule", lambda row: row.school_name),
    Column[StarterLine](
        "Schulpflicht",
        words.duty_words,
        tone=lambda row: Tone.NEUTRAL if words.duty_is_plain(row) else words.duty_tone(row),
        tip=words.duty_tip,
    ),
)


class MatrixModel(RowsModel[StarterLine]):
    """First what is known of the child, then the measures; `show_year` puts another year in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(CHILD_COLUMNS, parent=parent, key=lambda row: row.child_id)
        self.measures: tuple[MeasureRow, ...] = ()
        self._today = date.min

    def show_year(self, view: YearView) -> bool:
        """Show an entry year; True if there are other columns than before."""
        known = [row.id for row in self.measures]
        is_other = known != [row.id for row in view.columns]
        self._today = view.today
        if is_other:
            self.sort(-1)
            self.set_rows(())
        self.beginResetModel()
        self.measures = view.columns
        self.columns = (*CHILD_COLUMNS, *_measure_columns(view))
        self.endResetModel()
        self.set_rows(view.starters)
        return is_other

    def measure_at(self, column: int) -> MeasureRow | None:
        """Return the measure of a column; None for what is known of the child."""
        number = column - len(CHILD_COLUMNS)
        return self.measures[number] if 0 <= number < len(self.measures) else None

    def remark_at(self, column: int) -> str:
        """Return how far a measure is: "11/12", or its day while it lies ahead."""
        row = self.measure_at(column)
        if row is None:
            return ""
        if row.done == 0 and row.planned_on is not None and row.planned_on > self._today:
            day = day_month(row.planned_on)
            return day if row.last_day == row.planned_on else f"ab {day.split()[-1]}"
        return f"{row.done}/{row.total}"

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, measure = self.row_at(index.row()), self.measure_at(index.column())
        if row is not None and measure is not None and role == Qt.ItemDataRole.AccessibleTextRole:
            cell = row.cells[index.column() - len(CHILD_COLUMNS)]
            return f"{measure.title}: {words.spoken(cell, self._today)}"
        return super().data(index, role)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        measure = self.measure_at(section)
        is_across = orientation is Qt.Orientation.Horizontal
        if is_across and measure is not None and role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_measure_tip(measure))
        return super().headerData(section, orientation, role)


def _measure_columns(view: YearView) -> Sequence[Column[StarterLine]]:
    return [_column(number, row, view.today) for number, row in enumerate(view.columns)]


def _column(number: int, measure: MeasureRow, today: date) -> Column[StarterLine]:
    def order(line: StarterLine) -> tuple[int, int]:
        cell = line.cells[number]
        return _ORDER[cell.mark], cell.on.toordinal() if cell.on is not None else 0

    return Column[StarterLine](
        measure.short_title or measure.title,
        lambda line: words.sign(line.cells[number]),
        width=72,
        align=Align.MIDDLE,
        sort=order,
        tone=lambda line: _TONES.get(line.cells[number].mark),
        tip=lambda line: f"{line.name} · {words.spoken(line.cells[number], today)}",
    )


def _measure_tip(row: MeasureRow) -> str:
    done = f"{row.done} von {row.total} erledigt"
    parts = (row.title, words.plan_when(row), row.responsible, done)
    return " · ".join(part for part in parts if part)
