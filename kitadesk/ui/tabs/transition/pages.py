"""The three pages of the tab: children of the year, all children, plan of the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kitadesk.base.text import plural
from kitadesk.queries.people import HouseCounts
from kitadesk.queries.transition import MeasureRow
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.kit.table import Column, DataTable, RowsModel
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.kit.widgets import PlainLabel
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.legend import Legend
from kitadesk.ui.tabs.transition.matrix_model import MatrixModel
from kitadesk.ui.tabs.transition.matrix_table import MatrixTable
from kitadesk.ui.tabs.transition.year_view import HouseChild, StarterLine, YearView

NOTHING_FOUND = "Nichts passt zu dem, was oben eingetippt ist. Esc leert das Feld."
_PLAN_TONES = {
    "!": Tone.BAD,
    "✓": Tone.NEUTRAL,
    "–": Tone.NEUTRAL,
}


class ListPage(QWidget):
    """A table that fills the page, with a line below it."""

    def __init__(self, table: DataTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = table
        table.setMinimumHeight(theme.current().px(136))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(8))
        column.addWidget(table, 1)

    def begin(self) -> None:
        """Put the keyboard into the list, on its first row if none is chosen."""
        self.table.setFocus()
        if self.table.current_row() is None and self.table.rows.rowCount():
            self.table.selectRow(0)

    def _foot(self, widget: QWidget) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)


class StartersPage(ListPage):
    """The children of the entry year with their measures."""

    def __init__(self, today: date, parent: QWidget) -> None:
        self.model = MatrixModel()
        self.matrix = MatrixTable(self.model, parent)
        super().__init__(self.matrix, parent)
        self.setObjectName("startersPage")
        self.legend = Legend(today, self)
        self.remark = PlainLabel("", self, kind="small", wrap=True)
        self._foot(self.legend)
        self._foot(self.remark)

    def show_year(self, view: YearView) -> None:
        """Show the children of this year."""
        if self.model.show_year(view):
            self.matrix.show_columns()
        else:
            self.matrix.fit_columns()
        self.legend.setVisible(bool(view.columns))
        is_suggested = view.year.cohort_id is None and bool(view.starters)
        self.remark.setVisible(is_suggested)
        self.remark.setText(
            "Nach Geburtsdatum und Stichtag zusammengestellt. "
            "Den Grund zeigt die Maus auf der Schulpflicht."
        )

    def narrow(self, wanted: Wanted, *, only_open: bool, year: int) -> None:
        """Show only what is wanted."""

        def keep(row: StarterLine) -> bool:
            return (not only_open or row.is_pending) and wanted.is_in(
                (row.name, row.group_name, row.school_name, words.duty_words(row))
            )

        self.model.set_filter(keep if wanted or only_open else None)
        if self.model.all_count:
            done = "Alles erledigt: Es ist kein Schritt offen."
            self.table.set_empty_text(NOTHING_FOUND if wanted else done)
        else:
            self.table.set_empty_text(
                f"Noch keine Schulanfänger {year}. Mit Geburtsdaten in der Liste "
                "erscheinen sie hier von selbst."
            )


class ChildrenPage(ListPage):
    """All children of the house."""

    def __init__(self, parent: QWidget) -> None:
        self.model = RowsModel[HouseChild](_CHILDREN, key=lambda child: child.row.id)
        super().__init__(DataTable(self.model, parent, name="allChildren"), parent)
        self.setObjectName("childrenPage")
        self.table.setAccessibleName("Alle Kinder")
        self.counts = PlainLabel("", self, kind="small")
        self._foot(self.counts)

    def show_children(self, rows: Sequence[HouseChild], counts: HouseCounts) -> None:
        """Show these children and their sums."""
        self.model.set_rows(rows)
        parts = (
            plural(counts.children, "Kind", "Kinder"),
            f"{plural(counts.families, 'Familie', 'Familien')}"
            f", davon {counts.multi_child_families} mit mehreren Kindern hier",
            plural(counts.groups, "Gruppe", "Gruppen"),
        )
        self.counts.setText(" · ".join(parts))

    def narrow(self, wanted: Wanted) -> None:
        """Show only what is wanted."""

        def keep(child: HouseChild) -> bool:
            row = child.row
            born = words.birth_words(row.birth_date)
            year = str(child.entry_year or "")
            return wanted.is_in(
                (child.name, row.group_name, row.parents, row.school_name, born, year)
            )

        self.model.set_filter(keep if wanted else None)
        self.table.set_empty_text(NOTHING_FOUND)

    def choose_family(self, family_id: UUID) -> bool:
        """Choose all children of a family; False if none is here."""
        found = [child for child in self.model.rows if child.row.family_id == family_id]
        if not found:
            return False
        self.table.choose(found[0].row.id)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for child in found[1:]:
            line = self.model.line_of(child.row.id)
            if line is not None:
                self.table.selectionModel().select(self.model.index(line, 0), flags)
        return True


class PlanPage(ListPage):
    """The measures of the year in their order."""

    def __init__(self, today: date, parent: QWidget) -> None:
        self._today = today
        self.model = RowsModel[MeasureRow](_plan_columns(today), key=lambda row: row.id)
        super().__init__(DataTable(self.model, parent, name="yearPlan"), parent)
        self.setObjectName("planPage")
        self.table.setAccessibleName("Jahresplan")
        self.counts = PlainLabel("", self, kind="small")
        self._foot(self.counts)

    def show_year(self, view: YearView) -> None:
        """Show the plan of this year."""
        self.model.set_rows(view.plan)
        marks = [words.plan_mark(row, view.today) for row in view.plan]
        pending = sum(mark.is_pending for mark in marks)
        self.counts.setVisible(bool(marks))
        self.counts.setText(
            f"{plural(len(marks), 'Maßnahme', 'Maßnahmen')} · {pending} noch nicht abgeschlossen"
        )

    def narrow(self, wanted: Wanted, *, only_open: bool, year: int) -> None:
        """Show only what is wanted."""

        def keep(row: MeasureRow) -> bool:
            return (not only_open or words.plan_mark(row, self._today).is_pending) and wanted.is_in(
                (row.title, row.short_title, row.responsible, row.rule, row.participants)
            )

        self.model.set_filter(keep if wanted or only_open else None)
        is_empty = not self.model.all_count
        nothing = f"Für {year} gibt es noch keinen Jahresplan."
        self.table.set_empty_text(nothing if is_empty else NOTHING_FOUND)


def _year_words(child: HouseChild) -> str:
    return str(child.entry_year) if child.entry_year is not None else ""


def _year_tip(child: HouseChild) -> str:
    return "nach dem Geburtsdatum" if child.is_computed else ""


_CHILDREN: tuple[Column[HouseChild], ...] = (
    Column[HouseChild]("Name", lambda child: child.name, is_strong=True),
    Column[HouseChild]("Gruppe", lambda child: child.row.group_name, width=128),
    Column[HouseChild](
        "Geboren",
        lambda child: words.birth_words(child.row.birth_date),
        width=112,
        sort=lambda child: child.row.birth_date,
    ),
    Column[HouseChild]("Eltern", lambda child: child.row.parents, tip=lambda one: one.row.parents),
    Column[HouseChild](
        "Einschulung", _year_words, width=120, sort=lambda one: one.entry_year, tip=_year_tip
    ),
)


def _plan_tip(row: MeasureRow) -> str:
    return " · ".join(part for part in (row.title, row.place, row.participants) if part)


def _plan_columns(today: date) -> tuple[Column[MeasureRow], ...]:
    def state(row: MeasureRow) -> str:
        return words.plan_state(row, today)

    def tone(row: MeasureRow) -> Tone | None:
        return _PLAN_TONES.get(state(row)[:1])

    return (
        Column[MeasureRow]("Maßnahme", lambda row: row.title, is_strong=True, tip=_plan_tip),
        Column[MeasureRow](
            "Wann",
            words.plan_when,
            width=184,
            sort=lambda row: row.planned_on or row.last_day,
            tip=lambda row: row.rule,
        ),
        Column[MeasureRow]("Wer", lambda row: row.responsible, tip=lambda row: row.responsible),
        Column[MeasureRow](
            "Verbindlich", lambda row: "ja" if row.is_binding else "", width=104, is_muted=True
        ),
        Column[MeasureRow]("Stand", state, width=176, tone=tone),
    )
