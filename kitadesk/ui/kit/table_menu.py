"""The menus of a table: what goes with the row, copying, sorting, choosing columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from kitadesk.base.cells import disarmed
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.table_model import Column

if TYPE_CHECKING:
    from kitadesk.ui.kit.table import DataTable
    from kitadesk.ui.kit.table_columns import ColumnTable


@dataclass(frozen=True, slots=True)
class RowAction:
    """Something that can be done with the chosen rows; `run` is a bound method or weak slot.

    `key` is said beside the title (the page itself listens to it). Empty `title`: a line between.
    """

    title: str
    run: Callable[[], object] | None = None
    key: str = ""
    name: str = ""
    is_enabled: bool = True


def block_for_excel(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> str:
    """Return headings and rows, columns by tab; no cell is a formula (safety.md 2f)."""
    lines = ["\t".join(disarmed(column.title) for column in columns)]
    lines += ["\t".join(cell_text(column, row) for column in columns) for row in rows]
    return "\n".join(lines)


def cell_text(column: Column[Any], row: Any) -> str:
    """Return what one cell says, on one line and disarmed."""
    return disarmed(" ".join(column.text(row).split()))


def column_menu(table: ColumnTable) -> QMenu:
    """Return the menu of all columns with a tick at those that are shown."""
    menu = _menu(table, "columnMenu")
    _fill_columns(menu, table)
    return menu


def row_menu(table: DataTable, actions: Sequence[RowAction]) -> QMenu:
    """Return the menu of the chosen rows: the page's own actions first."""
    menu = _menu(table, "rowMenu")
    for action in actions:
        if action.run is None:
            menu.addSeparator()
            continue
        words = _plain(action.title) + (f"\t{action.key}" if action.key else "")
        item = menu.addAction(words)
        item.setObjectName(action.name)
        item.setEnabled(action.is_enabled)
        item.triggered.connect(action.run)
    if actions:
        menu.addSeparator()
    has_rows = bool(table.selected_rows())
    for name, title, slot in (
        ("copyRows", "Kopieren für Excel\tStrg+C", table.copy),
        ("copyCell", "Nur dieses Feld kopieren", table.copy_cell),
    ):
        item = menu.addAction(title)
        item.setObjectName(name)
        item.setEnabled(has_rows)
        item.triggered.connect(slot)
    if table.selectionMode() is table.SelectionMode.ExtendedSelection:
        menu.addAction("Alle auswählen\tStrg+A").triggered.connect(table.selectAll)
    if table.isSortingEnabled():
        menu.addSeparator()
        _fill_orders(menu.addMenu("Ordnen nach"), table)
    if table.can_choose_columns():
        _fill_columns(menu.addMenu("Spalten"), table)
    return menu


def _menu(table: ColumnTable, name: str) -> QMenu:
    menu = QMenu(table)
    menu.setObjectName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _fill_columns(menu: QMenu, table: ColumnTable) -> None:
    for number, column in enumerate(table.rows.columns):
        if not column.title:
            continue
        item = menu.addAction(_plain(column.title))
        item.setObjectName(f"column{number}")
        item.setCheckable(True)
        item.setChecked(table.is_wanted(number))
        item.setEnabled(not column.is_fixed)
        item.triggered.connect(weak_slot(table.turn_column, number))
    menu.addSeparator()
    item = menu.addAction("Wie am Anfang")
    item.setObjectName("usualColumns")
    item.triggered.connect(table.show_usual_columns)


def _fill_orders(menu: QMenu, table: ColumnTable) -> None:
    head = table.horizontalHeader()
    for place, number in enumerate(table.shown_columns()):
        title = table.rows.columns[number].title
        if not title:
            continue
        item = menu.addAction(_plain(title) + (f"\tAlt+{place + 1}" if place < 9 else ""))
        item.setObjectName(f"order{number}")
        item.setCheckable(True)
        item.setChecked(head.sortIndicatorSection() == number)
        item.triggered.connect(weak_slot(table.turn_order, number))
    menu.addSeparator()
    menu.addAction("Reihenfolge des Hauses").triggered.connect(table.forget_order)


def _plain(title: str) -> str:
    """Return a title for a menu: `&` would underline the next letter."""
    return title.replace("&", "&&")
