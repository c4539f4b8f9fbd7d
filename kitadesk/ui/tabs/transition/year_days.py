"""The line of days above the plan: the first school day, and children who belong to the year."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kitadesk.base.dates import long_date, short_date
from kitadesk.base.text import plural
from kitadesk.services import year_plan, year_starters
from kitadesk.services.plan_reading import YearPlan
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.forms import DateField
from kitadesk.ui.kit.widgets import FlowLayout, LinkButton, PlainLabel


class YearDays(QWidget):
    """Says which first school day the plan counts from, and lets the office put its own there."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("yearDays")
        self._desk = context.desk
        self._plan: YearPlan | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(4))
        line = QWidget(self)
        flow = FlowLayout(line, spacing=theme.current().px(8))
        self.words = PlainLabel("", line, kind="small")
        self.change = LinkButton("Ändern", line, name="changeFirstDay")
        self.change.setAccessibleName("Ersten Schultag ändern")
        self.missing = LinkButton("", line, name="takeInStarters")
        for widget in (self.words, self.change, self.missing):
            flow.addWidget(widget)
        self.field = DateField(
            "Erster Schultag (leer: nach den Ferien)", self, name="firstSchoolDay",
            today=self._desk.clock.today,
        )  # fmt: skip
        self.field.hide()
        self.field.save_with(self._save)
        column.addWidget(line)
        column.addWidget(self.field)
        self.change.clicked.connect(self._on_change)
        self.missing.clicked.connect(self._on_missing)

    def show_plan(self, plan: YearPlan) -> None:
        """Show the days of this year."""
        self._plan = plan
        first = plan.year.first_school_day
        origin = "" if plan.card.first_school_day is not None else " (nach den Ferien)"
        words = "steht noch nicht fest" if first is None else f"{short_date(first)}{origin}"
        self.words.setText(f"Erster Schultag: {words}")
        self.field.set_value(plan.card.first_school_day)
        if first is not None:
            self.field.edit.setPlaceholderText(long_date(first))
        number = year_starters.missing_starters(self._desk, plan.card.id)
        self.missing.setVisible(number > 0)
        self.missing.set_text(
            f"{plural(number, 'Kind gehört', 'Kinder gehören')} nach dem Stichtag dazu: aufnehmen"
        )

    def _save(self, day: date | None) -> None:
        if self._plan is not None:
            year_plan.change_cohort(self._desk, self._plan.card.id, first_school_day=day)
        self.field.hide()
        self.change.setVisible(True)

    @Slot()
    def _on_change(self) -> None:
        self.change.setVisible(False)
        self.field.show()
        self.field.edit.setFocus()

    @Slot()
    def _on_missing(self) -> None:
        if self._plan is not None:
            year_starters.take_in_starters(self._desk, self._plan.card.id)
