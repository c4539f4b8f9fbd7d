"""What is done with chosen cells: saved as one named step and shown at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kitadesk.base.errors import UserError
from kitadesk.domain.matrix_cells import Code
from kitadesk.domain.matrix_selection import MatrixSelection, Spot
from kitadesk.domain.transition import MeasureState
from kitadesk.services.matrix import Cell, set_cells
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.tabs.transition.matrix_keys import Act
from kitadesk.ui.tabs.transition.matrix_view import MatrixView

MANY = 1000
"""From so many cells on they are saved by a job: more would take over 200 ms."""
_CODES = {
    None: (Code.OPEN,),
    MeasureState.DONE: (Code.DONE,),
    MeasureState.NOT_NEEDED: (Code.NOT_NEEDED,),
}
_FOR_ALL = (
    (MeasureState.DONE, "Für alle erledigt", (Code.DONE, Code.NOT_NEEDED)),
    (MeasureState.NOT_NEEDED, "Für alle entfällt", (Code.DONE, Code.NOT_NEEDED)),
    (None, "Für alle wieder offen", (Code.OPEN,)),
)
"""State, words, and which cells are left as they are: what is done keeps its day."""


class MatrixActions(QObject):
    """Carries out keys, buttons and menus of a `MatrixView`.

    `consent_wanted(child_id, kind)` asks for the entry of a consent: such cells are not ticked.
    """

    consent_wanted = Signal(object, object)
    sort_wanted = Signal(int)

    def __init__(self, context: AppContext, view: MatrixView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        view.acted.connect(self.act)
        view.planned.connect(self._on_planned)
        view.head_menu.connect(self._on_head_menu)
        view.cell_menu.connect(self._on_cell_menu)

    @Slot(object)
    def act(self, act: Act) -> None:
        """Do something with the chosen cells."""
        view = self._view
        if act is Act.COPY:
            view.copy()
        elif act is Act.COLLAPSE:
            view.select(MatrixSelection(view.selection.cursor, view.selection.cursor))
        elif not view.rows.measures or not view.rows.count:
            return
        elif self._is_consent(view.selection.cursor) and not self._own():
            self._ask_for_consent()
        elif act is Act.PLAN:
            view.open_entry()
        else:
            self._set(act)

    def fill_head_menu(self, menu: QMenu, column: int) -> None:
        """Offer what can be done with a whole measure, for the children that are shown."""
        rows = self._view.rows
        menu.setTitle(rows.measures[column].label)
        is_part = rows.count < len(rows.starters)
        if rows.kinds[column] is None:
            for state, words, _kept in _FOR_ALL:
                text = words.replace("alle", f"die {rows.count} gezeigten") if is_part else words
                action = self._add(menu, text)
                action.setEnabled(rows.count > 0)
                action.triggered.connect(weak_slot(self.set_for_all, column, state))
            menu.addSeparator()
        action = self._add(menu, "Offenes nach oben")
        action.triggered.connect(weak_slot(self._sort, column))

    def set_for_all(self, column: int, state: MeasureState | None) -> None:
        """Set a measure for all children that are shown; what is done or falls away stays."""
        rows = self._view.rows
        kept = next(codes for one, _words, codes in _FOR_ALL if one is state)
        rows.read_all()
        spots = [
            Spot(row, column)
            for row, place in enumerate(rows.places)
            if rows.cells.code(place, column) not in kept
        ]
        self._save(spots, state)

    def _sort(self, column: int) -> None:
        self.sort_wanted.emit(column)

    def _set(self, act: Act) -> None:
        wanted = {
            Act.DONE: MeasureState.DONE,
            Act.TOGGLE: MeasureState.DONE,
            Act.NOT_NEEDED: MeasureState.NOT_NEEDED,
            Act.TOGGLE_NOT_NEEDED: MeasureState.NOT_NEEDED,
        }
        state = wanted.get(act)
        spots = self._own()
        missing = [spot for spot in spots if self._code(spot) not in _CODES[state]]
        if missing:
            self._save(missing, state)
        elif act in (Act.TOGGLE, Act.TOGGLE_NOT_NEEDED):
            self._save(spots, None)

    def _own(self) -> list[Spot]:
        """Return the chosen cells that are set by hand."""
        rows = self._view.rows
        spots = self._view.chosen_cells()
        rows.need(sorted({spot.row for spot in spots}))
        return [spot for spot in spots if rows.kinds[spot.column] is None]

    def _code(self, spot: Spot) -> int:
        rows = self._view.rows
        return rows.cells.code(rows.places[spot.row], spot.column)

    def _is_consent(self, spot: Spot) -> bool:
        return self._view.rows.kinds[spot.column] is not None

    def _ask_for_consent(self) -> None:
        rows, cursor = self._view.rows, self._view.selection.cursor
        self.consent_wanted.emit(rows.line(cursor.row).child_id, rows.kinds[cursor.column])

    def _save(
        self, spots: Sequence[Spot], state: MeasureState | None, on: date | None = None
    ) -> None:
        """Save and show; many cells by a job, which the change set tells of."""
        rows, desk = self._view.rows, self._context.desk
        cells = rows.ids(spots)
        if len(spots) >= MANY:
            title = "Maßnahme für viele Kinder"
            work = _Saving(self._context, cells, state, on)
            self._context.jobs.work(work, title=title, done=self._on_saved, failed=self._on_failed)
            return
        try:
            set_cells(desk, cells, state, on_date=on)
        except UserError as error:
            self._on_failed(error)
            return
        day = desk.clock.today() if state is MeasureState.DONE and on is None else on
        rows.put(spots, state, day)
        self._on_saved(len(cells))

    def _add(self, menu: QMenu, text: str) -> QAction:
        return menu.addAction(text.replace("&", "&&"))

    @Slot(object)
    def _on_planned(self, day: date) -> None:
        spots = self._own()
        if spots:
            is_one = not self._view.selection.is_several
            self._save(spots, MeasureState.PLANNED, day)
            if is_one:
                cursor = self._view.selection.cursor
                below = min(cursor.row + 1, self._view.rows.count - 1)
                self._view.go_to(Spot(below, cursor.column))

    @Slot(int, object)
    def _on_head_menu(self, column: int, point: QPoint) -> None:
        menu = QMenu(self._view)
        menu.setObjectName("headMenu")
        self.fill_head_menu(menu, column)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    @Slot(object)
    def _on_cell_menu(self, point: QPoint) -> None:
        rows, cursor = self._view.rows, self._view.selection.cursor
        if not rows.measures or not rows.count:
            return
        menu = QMenu(self._view)
        menu.setObjectName("cellMenu")
        if self._is_consent(cursor) and not self._own():
            self._add(menu, "Einwilligung eintragen …").triggered.connect(self._on_consent)
        else:
            for act, text in _CELL_ACTS:
                self._add(menu, text).triggered.connect(weak_slot(self.act, act))
        menu.addSeparator()
        self._add(menu, "Kopieren\tStrg+C").triggered.connect(weak_slot(self.act, Act.COPY))
        self.fill_head_menu(menu.addMenu(""), cursor.column)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    @Slot()
    def _on_consent(self) -> None:
        self._ask_for_consent()

    @Slot(object)
    def _on_saved(self, _count: object) -> None:
        self._view.viewport().update()
        self._view.moved.emit()
        self._view.counted.emit()

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self._context.notify(str(error))


_CELL_ACTS: Iterable[tuple[Act, str]] = (
    (Act.DONE, "Erledigt\tLeertaste"),
    (Act.PLAN, "Geplant am …\tF2"),
    (Act.NOT_NEEDED, "Entfällt\t−"),
    (Act.OPEN, "Offen\tEntf"),
)


class _Saving:
    """The job that saves many cells."""

    def __init__(
        self,
        context: AppContext,
        cells: Sequence[Cell],
        state: MeasureState | None,
        on: date | None,
    ) -> None:
        self._desk = context.desk
        self._cells, self._state, self._on = cells, state, on

    def __call__(self, _control: JobControl) -> int:
        return set_cells(self._desk, self._cells, self._state, on_date=self._on)
