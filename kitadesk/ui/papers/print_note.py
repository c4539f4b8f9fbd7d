"""Writes into the print log once a paper is out, also when its screen is gone meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from kitadesk.services.desk import Desk
from kitadesk.services.printers import note_labels
from kitadesk.services.printing import PrintRequest, log_print
from kitadesk.ui.kit.print import PRINTER
from kitadesk.ui.kit.slots import WeakCallback


@dataclass(frozen=True, slots=True)
class PrintNote:
    """What was printed; called with the way it took, it is logged and `then(paper_id)` is told."""

    desk: Desk
    request: PrintRequest
    sheets: int
    then: WeakCallback | None = None

    def __call__(self, way: str) -> None:
        """Note what left the house: "printer" or "pdf"."""
        log_print(self.desk, self.request, self.sheets, way)
        if way == PRINTER:
            note_labels(self.desk, self.request)
        if self.then is not None:
            self.then(self.request.paper_id)
