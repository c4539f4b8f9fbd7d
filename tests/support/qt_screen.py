"""A screen with everything around it that a tab is given, and what it did to the outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kitadesk.services.desk import Desk
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Jobs

Found = TypeVar("Found", bound=QWidget)


@dataclass
class Screen:
    """The context of one window and a list of what was printed, said and shown elsewhere.

    `gives_up` stands for a print dialog that is cancelled.
    """

    desk: Desk
    window: QWidget
    jobs: Jobs = field(default_factory=Jobs)
    printed: list[tuple[bytes, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    visited: list[tuple[str, object]] = field(default_factory=list)
    gives_up: bool = False

    def context(self) -> AppContext:
        """Return what `app` hands to a tab."""
        return AppContext(
            desk=self.desk,
            jobs=self.jobs,
            changes=Changes(self.desk, self.window),
            window=self.window,
            navigate=self._visit,
            print_pdf=self._print,
            notify=self.said.append,
        )

    def close(self) -> None:
        """Wait for the lanes, as the program does at its end."""
        self.jobs.shutdown()

    def _visit(self, kind: str, object_id: object) -> None:
        self.visited.append((kind, object_id))

    def _print(
        self, pdf: bytes, title: str, on_printed: Callable[[str], object] | None = None
    ) -> None:
        self.printed.append((pdf, title))
        if not self.gives_up and on_printed is not None:
            on_printed("printer")


def child(root: QWidget, kind: type[Found], name: str) -> Found:
    """Return the widget with this object name; fails if there is none."""
    found = root.findChild(kind, name)
    assert found is not None, f"No {kind.__name__} is called {name}."
    return found


def children(root: QWidget, kind: type[Found], keep: Callable[[Found], bool]) -> list[Found]:
    """Return all widgets of a kind that are wanted."""
    return [widget for widget in root.findChildren(kind) if keep(widget)]
