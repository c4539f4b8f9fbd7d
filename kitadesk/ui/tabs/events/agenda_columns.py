"""Which columns an agenda shows: goal and internal note only where somebody wants them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kitadesk.queries.house import setting
from kitadesk.services.desk import Desk
from kitadesk.services.house import set_setting
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.tabs.events.agenda_model import HEADINGS, Place

EXTRA = (Place.GOAL, Place.NOTE)
"""Hidden until they are chosen; neither stands on the paper for the families."""
WEIGHTS = {
    Place.TITLE: (52, 46),
    Place.WHO: (26, 31),
    Place.MATERIAL: (22, 23),
    Place.GOAL: (34, 40),
    Place.NOTE: (34, 40),
}
"""How the columns share the width that is left over, wide and narrow."""
LEAST = {Place.TITLE: 140, Place.WHO: 112, Place.MATERIAL: 100, Place.GOAL: 120, Place.NOTE: 140}
"""px at 100 % that a column needs where more are chosen than there is room for; then it scrolls."""
SETTING = "table.eventAgenda"
"""Name of the setting, in the form of every table: {"columns": {name: is_shown}}."""


def shared(room: int, least: Mapping[Place, int], *, narrow: bool) -> dict[Place, int]:
    """Return the width of each column: what it needs at least, and its part of what is left."""
    weights = {place: WEIGHTS[place][int(narrow)] for place in least}
    left, total = max(0, room - sum(least.values())), sum(weights.values())
    return {place: need + left * weights[place] // total for place, need in least.items()}


class AgendaColumns(QObject):
    """The button with its menu, and the choice as the house keeps it."""

    chosen = Signal(object)
    """The extra columns that are to be shown, as a frozenset of places."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = self._read()
        self.button = IconButton("columns", "Spalten wählen", parent, name="agendaColumns")
        menu = QMenu(self.button)
        menu.setObjectName("agendaColumnsMenu")
        self._actions: dict[Place, QAction] = {}
        for place in EXTRA:
            action = QAction(HEADINGS[place], menu)
            action.setObjectName(f"agendaColumn{place.name.title()}")
            action.setCheckable(True)
            action.setChecked(place in self._shown)
            action.triggered.connect(weak_slot(self._turn, place))
            menu.addAction(action)
            self._actions[place] = action
        self.button.open_menu(menu)

    @property
    def shown(self) -> frozenset[Place]:
        """The extra columns that are shown."""
        return self._shown

    def _turn(self, place: Place) -> None:
        self._shown ^= {place}
        self._actions[place].setChecked(place in self._shown)
        choice = {one.name.lower(): True for one in EXTRA if one in self._shown}
        set_setting(self._desk, SETTING, json.dumps({"columns": choice}))
        self.chosen.emit(self._shown)

    def _read(self) -> frozenset[Place]:
        """Return what was chosen; a damaged setting means the usual columns."""
        try:
            found = json.loads(self._desk.read(setting, SETTING, "{}"))
        except ValueError:
            return frozenset()
        kept = found.get("columns") if isinstance(found, dict) else None
        if not isinstance(kept, dict):
            return frozenset()
        return frozenset(place for place in EXTRA if kept.get(place.name.lower()) is True)
