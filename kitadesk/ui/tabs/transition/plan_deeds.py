"""What picture, list and card let people do with a whole measure."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.errors import UserError
from kitadesk.services import measures
from kitadesk.services.plan_reading import PlanLine
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.context import AppContext


class PlanDeeds(QWidget):
    """Carries out keys and buttons of the year plan; refusals go through the one dialog door."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._context = context
        self._desk = context.desk

    @Slot(object)
    def toggle_done(self, line: PlanLine) -> None:
        """Note that a measure is done today, or that it is open again."""
        done_on = None if line.row.done_on is not None else self._desk.clock.today()
        self._apply(lambda: measures.set_measure_done(self._desk, line.row.id, done_on))

    @Slot(object)
    def toggle_not_needed(self, line: PlanLine) -> None:
        """Say "entfällt", or want the measure after all."""
        wanted = not line.row.is_not_needed
        self._apply(lambda: measures.set_measure_not_needed(self._desk, line.row.id, wanted))

    @Slot(object, int)
    def reorder(self, line: PlanLine, places: int) -> None:
        """Move a measure up or down."""
        self._apply(lambda: measures.reorder_measure(self._desk, line.row.id, places))

    @Slot(object)
    def delete(self, line: PlanLine) -> None:
        """Delete a measure, and say how it comes back."""
        measures.delete_measure(self._desk, line.row.id)
        self._context.notify(f"„{line.row.title}“ gelöscht. Strg+Z holt die Maßnahme zurück.")

    def _apply(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except UserError as error:
            dialogs.door().error(self.parentWidget(), error)
