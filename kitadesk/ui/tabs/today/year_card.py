"""The card of the year: the plan of the running entry year as a picture, around today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.dates import month_year
from kitadesk.domain.entry_class import entry_year_in_preparation
from kitadesk.queries.transition import cohorts
from kitadesk.services.desk import Desk
from kitadesk.services.plan_reading import PlanLine, YearPlan, read_plan
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.widgets import Card
from kitadesk.ui.plan.picture import PlanPicture

MOST_LINES = 8
NAMES_SHARE = 0.4


class YearCard(Card):
    """Hidden while no year is planned; a click on a step opens it in the Übergang."""

    opened = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__("Jahresplan", parent, name="yearCard")
        self._context = context
        self._day = context.desk.clock.today()
        self.picture = PlanPicture(self._day, self, names_share=NAMES_SHARE)
        self.picture.opened.connect(self._on_opened)
        self.body.addWidget(self.picture)
        self.hide()

    def read(self, day: date) -> None:
        """Ask again how the year stands."""
        self._day = day
        self._context.jobs.work(ReadYear(self._context.desk, day), done=self._on_read)

    @Slot(object)
    def _on_read(self, plan: YearPlan | None) -> None:
        lines = () if plan is None else near(plan.lines, self._day)
        self.setVisible(bool(lines))
        plan = None if plan is None else _until_school(plan)
        self.picture.show_plan(plan, lines, self._day)
        self.picture.setFixedHeight(self.picture.whole_height())
        if plan is not None and self.heading is not None:
            self.heading.label.setText(f"Jahresplan Schulanfang {plan.card.entry_year}")
            self.heading.remark.setText(f"{month_year(plan.begin)} – {month_year(plan.end)}")

    @Slot(object)
    def _on_opened(self, line: PlanLine) -> None:
        self.opened.emit(line.row.id)


class ReadYear:
    """The job that reads the plan of the year whose preparation runs."""

    def __init__(self, desk: Desk, day: date) -> None:
        self._desk = desk
        self._day = day

    def __call__(self, control: JobControl) -> YearPlan | None:
        """Return the plan; None while that year is not planned."""
        control.check()
        running = self._running()
        return None if running is None else read_plan(self._desk, running)

    def _running(self) -> UUID | None:
        wanted = entry_year_in_preparation(self._day)
        found = self._desk.read(cohorts)
        return next((one.id for one in found if one.entry_year == wanted), None)


def _until_school(plan: YearPlan) -> YearPlan:
    """Return the plan without the months after the first day of school: here it is too narrow."""
    end = date(plan.card.entry_year, 8, 31)
    return replace(plan, end=min(plan.end, max(end, plan.begin)))


def near(lines: tuple[PlanLine, ...], day: date) -> tuple[PlanLine, ...]:
    """Return the steps around today, in their order: those that run or end nearest to it."""
    dated = [line for line in lines if line.row.last is not None and not line.row.is_not_needed]
    chosen = sorted(dated, key=lambda line: _distance(line, day))[:MOST_LINES]
    return tuple(line for line in dated if line in chosen)


def _distance(line: PlanLine, day: date) -> tuple[int, int]:
    """Return what sorts open steps by their nearness, done ones behind them."""
    last = line.row.last or day
    first = line.row.first or last
    away = max((first - day).days, (day - last).days, 0)
    return (1 if line.row.done_on is not None else 0, away)
