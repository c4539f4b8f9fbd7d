"""Which columns a table shows, kept in the settings of the house for each table by its name."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, Slot

from kitadesk.queries.house import setting
from kitadesk.services.desk import Desk
from kitadesk.services.house import set_setting
from kitadesk.ui.kit.table import DataTable

SETTING = "table.{}"
"""Name of the setting; its content is {"columns": {name: is_shown}}, the deviations only."""


class TableMemory(QObject):
    """Fills the choice of one table and stores it whenever it changes; belongs to the table."""

    def __init__(self, table: DataTable, desk: Desk) -> None:
        super().__init__(table)
        self._table = table
        self._desk = desk
        self._name = SETTING.format(table.objectName())
        table.choose_columns(self._read())
        table.columns_chosen.connect(self._on_chosen)

    def _read(self) -> dict[str, bool]:
        """Return what was chosen; a damaged setting means the usual columns."""
        try:
            found = json.loads(self._desk.read(setting, self._name, "{}"))
        except ValueError:
            return {}
        kept = found.get("columns") if isinstance(found, dict) else None
        if not isinstance(kept, dict):
            return {}
        return {str(name): is_shown is True for name, is_shown in kept.items()}

    @Slot()
    def _on_chosen(self) -> None:
        content = json.dumps({"columns": self._table.column_choice()}, ensure_ascii=False)
        set_setting(self._desk, self._name, content)


def remember_columns(table: DataTable, desk: Desk) -> None:
    """Let the person choose the columns of this table, and keep the choice in the house."""
    table.offer_columns()
    TableMemory(table, desk)
