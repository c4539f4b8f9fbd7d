"""The page Alle Kinder: everybody who is in the house, with the year of school entry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kitadesk.base.text import plural
from kitadesk.queries.people import HouseCounts, house_counts
from kitadesk.ui.children.actions import ChildActions
from kitadesk.ui.children.list_foot import ChildrenFoot
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.kit.reading import Reading
from kitadesk.ui.kit.table import Column, DataTable, RowsModel
from kitadesk.ui.kit.table_memory import remember_columns
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.year_view import HouseChild, first_children, house_children

NOTHING_FOUND = "Nichts passt zu dem, was oben eingetippt ist. Esc leert das Feld."
READING = "Kinder werden gelesen"
FIRST_PAGE = 100
"""So many rows fill the highest window."""


class ChildrenPage(QWidget):
    """All children of the house."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = context.desk
        self._reading = Reading(context.jobs, self._on_read, self)
        self._here = 0
        self._wanted: UUID | None = None
        self._wanted_family: UUID | None = None
        self.setObjectName("childrenPage")
        self.model = RowsModel[HouseChild](_CHILDREN, key=lambda child: child.row.id)
        self.table = DataTable(self.model, self, name="allChildren")
        self.table.setAccessibleName("Alle Kinder")
        self.table.setMinimumHeight(theme.current().px(136))
        self.deeds = ChildActions(context, self)
        self.deeds.attach(self.table, _child_id)
        remember_columns(self.table, context.desk)
        self.foot = ChildrenFoot(self.deeds, self.table, self)
        self.counts = self.foot.counts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(8))
        column.addWidget(self.table, 1)
        column.addWidget(self.foot)

    def begin(self) -> None:
        """Put the keyboard into the list, on its first row if none is chosen."""
        self.table.setFocus()
        if self.table.current_row() is None and self.table.rows.rowCount():
            self.table.selectRow(0)

    def show_year(self, _entry_year: int, _cohort_id: UUID | None) -> None:
        """Show the children of the house, whatever the year; of many their first page at once."""
        self._show_counts(self._desk.read(house_counts, self._desk.clock.today()))
        ask = partial(house_children, self._desk)
        self._reading.read(ask, READING, size=self._here)
        if self._reading.is_running() and not self.model.all_count:
            self.model.set_rows(first_children(self._desk, FIRST_PAGE))

    def _on_read(self, rows: Sequence[HouseChild]) -> None:
        self.model.set_rows(rows)
        coming = sum(child.comes_on is not None for child in rows)
        if coming:
            words = plural(coming, "kommt noch", "kommen noch")
            self.counts.setText(f"{self.counts.text()} · {words}")
        child_id, family_id = self._wanted, self._wanted_family
        self._wanted = self._wanted_family = None
        if child_id is not None:
            self.table.choose(child_id)
        elif family_id is not None:
            self.choose_family(family_id)

    def _show_counts(self, counts: HouseCounts) -> None:
        self._here = counts.children
        parts = (
            plural(counts.children, "Kind", "Kinder"),
            f"{plural(counts.families, 'Familie', 'Familien')}"
            f", davon {counts.multi_child_families} mit mehreren Kindern hier",
            plural(counts.groups, "Gruppe", "Gruppen"),
        )
        self.counts.setText(" · ".join(parts))

    def narrow(self, wanted: Wanted, *, only_open: bool) -> None:
        """Show only what is wanted; of all children nothing is open or not."""
        del only_open

        def keep(child: HouseChild) -> bool:
            row = child.row
            born = words.birth_words(row.birth_date)
            year = str(child.entry_year or "")
            return wanted.is_in(
                (child.name, row.group_name, row.parents, row.school_name, born, year)
            )

        self.model.set_filter(keep if wanted else None)
        self.table.set_empty_text(NOTHING_FOUND)

    def has_main_action(self) -> bool:
        """Return False: this is a list."""
        return False

    def choose(self, child_id: UUID) -> bool:
        """Choose a child, once it is there; False if it is not here."""
        is_found = self.table.choose(child_id)
        self._wanted = None if is_found or not self._reading.is_running() else child_id
        return is_found or self._wanted is not None

    def choose_family(self, family_id: UUID) -> bool:
        """Choose all children of a family, once they are there; False if none is here."""
        if self._reading.is_running():
            self._wanted_family = family_id
            return True
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


def _child_id(child: HouseChild) -> UUID:
    return child.row.id


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
        "Einschulung", _year_words, width=148, sort=lambda one: one.entry_year, tip=_year_tip
    ),
    Column[HouseChild]("Schule", lambda child: child.row.school_name, width=160, is_extra=True),
    Column[HouseChild]("Familie", lambda child: child.row.family_name, width=140, is_extra=True),
    Column[HouseChild](
        "Geht am",
        lambda child: words.birth_words(child.row.left_on),
        width=112,
        sort=lambda child: child.row.left_on,
        is_extra=True,
    ),
)
