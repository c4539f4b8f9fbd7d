"""What every screen is given: the desk, the lanes, the changes and ways to other places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.dialogs import Door
from kitadesk.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk


class PrintDoor(Protocol):
    """Opens the system dialog for a finished PDF."""

    def __call__(
        self, pdf: bytes, title: str, on_printed: Callable[[str], object] | None = None
    ) -> None:
        """Print; `on_printed(way)` is called only once the printer has all pages.

        The way is "printer", or "pdf" where there is no printer and a file was saved instead. A
        bound method is held weakly, any other callable strongly.
        """


@dataclass(frozen=True, slots=True)
class AppContext:
    """One open house and its window; handed to every tab, page and dialog.

    `navigate(kind, id)` shows a record wherever it lives ("child", "person", "event", …).
    `print_pdf(pdf, title, on_printed)` opens the system dialog. `notify(text)` is a short answer
    that leaves by itself. `window` is the parent of dialogs that belong to no field.
    """

    desk: Desk
    jobs: Jobs
    changes: Changes
    window: QWidget
    navigate: Callable[[str, object], None]
    print_pdf: PrintDoor
    notify: Callable[[str], None]

    @property
    def dialogs(self) -> Door:
        """Return the one door for messages and questions."""
        return dialogs.door()
