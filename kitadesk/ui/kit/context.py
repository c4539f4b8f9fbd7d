"""What every screen is given: the desk, the lanes, the changes and ways to other places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.dialogs import Door
from kitadesk.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class AppContext:
    """One open house and its window; handed to every tab, page and dialog.

    `navigate(kind, id)` shows a record wherever it lives ("child", "person", "event", …).
    `print_pdf(pdf, title)` opens the system dialog. `notify(text)` is a short answer that leaves
    by itself. `window` is the parent of dialogs that belong to no field.
    """

    desk: Desk
    jobs: Jobs
    changes: Changes
    window: QWidget
    navigate: Callable[[str, object], None]
    print_pdf: Callable[[bytes, str], None]
    notify: Callable[[str], None]

    @property
    def dialogs(self) -> Door:
        """Return the one door for messages and questions."""
        return dialogs.door()
