"""What the shell expects of a tab; each area brings one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a tab, for pictures and tests: file name part, title, how to get there."""

    slug: str
    title: str
    show: Callable[[], object]


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A paper that fits what is shown now; Strg+P and Drucken offer these, last used first."""

    title: str
    open: Callable[[], object]


class Tab(QWidget):
    """One of the four areas; made once as `Factory(context)` after the shell is painted."""

    title = ""

    def activate(self) -> None:
        """Get ready to be seen: called each time the tab comes to the front."""

    def ready(self) -> None:
        """Show what asks the whole store; called once it stands, after the first page."""

    def quick_note(self) -> None:
        """Put the cursor into the quick note (Strg+N); the first tab has one."""

    def print_menu(self) -> Sequence[PaperChoice]:
        """Return the papers that fit what is shown now."""
        return ()

    def show_object(self, kind: str, object_id: object) -> bool:
        """Show this record; False if the tab does not know such records."""
        del kind, object_id
        return False

    def pages(self) -> Sequence[Page]:
        """Return the pages of this tab; by default it is one."""
        return (Page("", self.title, self.activate),)
