"""The pages of the tab below one bar: their names, *Nur Offenes*, the filter of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.filtering import FilterField, Wanted
from kitadesk.ui.kit.widgets import SegmentedControl, TickBox
from kitadesk.ui.tabs.transition.children_page import ChildrenPage
from kitadesk.ui.tabs.transition.consents_page import ConsentsPage
from kitadesk.ui.tabs.transition.matrix_page import MatrixPage
from kitadesk.ui.tabs.transition.plan_page import YearPlanPage
from kitadesk.ui.tabs.transition.year_view import EntryYear


class YearPage(Protocol):
    """A page of the tab; it is read when it is first seen, and again after changes."""

    @property
    def table(self) -> QWidget:
        """Return what gets the keyboard when the page is shown."""

    def begin(self) -> None:
        """Put the keyboard into the page."""

    def show_year(self, entry_year: int, cohort_id: UUID | None, /) -> None:
        """Read and show an entry year."""

    def narrow(self, wanted: Wanted, *, only_open: bool) -> None:
        """Show only what is wanted."""

    def has_main_action(self) -> bool:
        """Return whether the page shows a main action, so that nothing beside it is in petrol."""


@dataclass(frozen=True)  # No slots: it holds a class.
class PageSpec:
    """How a page is made and what stands above it."""

    slug: str
    title: str
    make: Callable[[AppContext, QWidget], QWidget]
    hint: str
    has_only_open: bool = True


PAGES = (
    PageSpec("kinder", "Kinder", MatrixPage, "Filtern: Name, Gruppe, Schule …"),
    PageSpec(
        "alle-kinder", "Alle Kinder", ChildrenPage, "Filtern: Name, Gruppe, Eltern …",
        has_only_open=False,
    ),
    PageSpec("jahresplan", "Jahresplan", YearPlanPage, "Filtern: Maßnahme, wer …"),
    PageSpec("einwilligungen", "Einwilligungen", ConsentsPage, "Filtern: Name, Gruppe, Stand …"),
)  # fmt: skip
"""The pages in their order; each is filled when it is first seen. One line adds a page."""
_SLUGS = tuple(spec.slug for spec in PAGES)
STARTERS, CHILDREN = _SLUGS.index("kinder"), _SLUGS.index("alle-kinder")
PLAN, CONSENTS = _SLUGS.index("jahresplan"), _SLUGS.index("einwilligungen")


class PageStack(QStackedWidget):
    """Pages that scroll in themselves: the height that a hidden page would like is not asked."""

    @override
    def hasHeightForWidth(self) -> bool:
        return False


class YearPages(QWidget):
    """Shows one page at a time; the filter and *Nur Offenes* hold for all of them.

    `arranged` when another page is shown, or its main action comes or goes.
    """

    arranged = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        now = theme.current()
        self._year: EntryYear | None = None
        self._stale: set[int] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(12))
        self.segments = SegmentedControl([spec.title for spec in PAGES], self)
        self.filter = FilterField(PAGES[0].hint, self, name="filter")
        self.filter.setMaximumWidth(now.px(300))
        self.only_open = TickBox("Nur Offenes", self, name="onlyOpen")
        self.only_open.setToolTip("Nur Kinder und Maßnahmen, bei denen noch etwas zu tun ist")
        bar = QHBoxLayout()
        bar.setSpacing(now.px(12))
        bar.addWidget(self.segments, 1)
        bar.addWidget(self.only_open)
        bar.addWidget(self.filter, 1)
        self.stack = PageStack(self)
        for spec in PAGES:
            self.stack.addWidget(spec.make(context, self))
        column.addLayout(bar)
        column.addWidget(self.stack, 1)
        self.segments.changed.connect(self._on_page)
        for page in (self.plan, self.consents):
            page.arranged.connect(self.arranged)
        self.filter.changed.connect(self._on_narrowed)
        self.filter.left_down.connect(self._on_left_down)
        self.only_open.toggled.connect(self._on_narrowed)

    @property
    def starters(self) -> MatrixPage:
        """Return the page with the matrix."""
        return cast("MatrixPage", self.stack.widget(STARTERS))

    @property
    def everyone(self) -> ChildrenPage:
        """Return the page with all children of the house."""
        return cast("ChildrenPage", self.stack.widget(CHILDREN))

    @property
    def plan(self) -> YearPlanPage:
        """Return the page with the year plan."""
        return cast("YearPlanPage", self.stack.widget(PLAN))

    @property
    def consents(self) -> ConsentsPage:
        """Return the page where consents are entered."""
        return cast("ConsentsPage", self.stack.widget(CONSENTS))

    def current(self) -> YearPage:
        """Return the page that is shown."""
        return self._page(self.stack.currentIndex())

    def turn_to(self, number: int) -> None:
        """Show a page."""
        self.segments.set_current(number)

    def show_year(self, year: EntryYear) -> None:
        """Show a year: its children at once, the other pages when they are seen."""
        self._year = year
        self._stale = set(range(len(PAGES)))
        self._fill(STARTERS)
        self._fill(self.stack.currentIndex())

    def reload_states(self) -> None:
        """Read again what changes with states and consents."""
        self._stale |= set(range(len(PAGES))) - {STARTERS}
        self.starters.reload_states()
        if self.stack.currentIndex() != STARTERS:  # What was just ticked stays where it is.
            self._fill(self.stack.currentIndex())

    def show_all(self) -> None:
        """Take back every filter."""
        self.filter.clear()
        self.only_open.setChecked(False)
        self.starters.show_all()

    def _page(self, number: int) -> YearPage:
        return cast("YearPage", self.stack.widget(number))

    def _fill(self, number: int) -> None:
        """Let a page read the year, if it has not since the last change."""
        page = self._page(number)
        if number in self._stale and self._year is not None:
            self._stale.discard(number)
            page.show_year(self._year.year, self._year.cohort_id)
        only_open = self.only_open.isChecked() and PAGES[number].has_only_open
        page.narrow(self.filter.wanted(), only_open=only_open)

    @Slot(int)
    def _on_page(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        spec = PAGES[number]
        self.only_open.setVisible(spec.has_only_open)
        self.filter.setPlaceholderText(spec.hint)
        self._fill(number)
        self.arranged.emit()

    @Slot()
    def _on_narrowed(self) -> None:
        self._fill(self.stack.currentIndex())

    @Slot()
    def _on_left_down(self) -> None:
        self.current().begin()
