"""The tab Übergang: head with sums, three pages, papers at the right when they are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.domain.entry_class import entry_year_in_preparation
from kitadesk.domain.names import spoken_name
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.house import own_house
from kitadesk.queries.people import ChildRow, child, house_counts
from kitadesk.services.print_checks import Finding
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.filtering import FilterField
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tab import Page, PaperChoice, Tab
from kitadesk.ui.kit.widgets import (
    EmptyState,
    SegmentedControl,
    TickBox,
)
from kitadesk.ui.papers.panel import PaperPanel
from kitadesk.ui.tabs.transition.pages import ChildrenPage, ListPage, PlanPage, StartersPage
from kitadesk.ui.tabs.transition.year_head import YearHead
from kitadesk.ui.tabs.transition.year_view import (
    EntryYear,
    YearView,
    entry_years,
    house_children,
    read_year,
    running_year,
)
from kitadesk.ui.takeover.dialog import TakeoverDialog

SHOWN_TABLES = frozenset(
    {
        "child", "family", "child_group", "institution", "custody", "person", "cohort", "measure",
        "child_measure", "child_status",
    }
)  # fmt: skip
STARTERS, CHILDREN, PLAN = range(3)
FILTER_HINTS = (
    "Filtern: Name, Gruppe, Schule …",
    "Filtern: Name, Gruppe, Eltern …",
    "Filtern: Maßnahme, wer …",
)
LEAST_LIST, PANEL_WIDTH, GAPS = 520, 360, 64
"""px at 100 %: below their sum the paper takes the place of the list."""


class TransitionTab(Tab):
    """Shows one entry year at a time, read-only, and the whole house beside it."""

    title = "Übergang"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("transitionTab")
        self._context = context
        self._today = context.desk.clock.today()
        self._is_stale = True
        self._is_paper_wanted = False
        running = EntryYear(entry_year_in_preparation(self._today), None)
        self._years: tuple[EntryYear, ...] = (running,)
        self._view = YearView(running, self._today)
        self._panel: PaperPanel | None = None
        self._build()
        self._connect()
        context.changes.refresh_on(SHOWN_TABLES, self._on_changed)

    @override
    def activate(self) -> None:
        if self._is_stale:
            self.refresh()
        if self.focusWidget() is None:
            self._page().table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def print_menu(self) -> Sequence[PaperChoice]:
        return [
            PaperChoice(title, weak_slot(self.open_paper, paper_id))
            for paper_id, title in self._papers().papers()
        ]

    @override
    def show_object(self, kind: str, object_id: object) -> bool:
        if kind == "paper":
            return self.open_paper(str(object_id))
        if kind not in ("child", "family") or not isinstance(object_id, UUID):
            return False
        self.activate()
        self._show_all()
        return self._show_child(object_id) if kind == "child" else self._show_family(object_id)

    @override
    def pages(self) -> Sequence[Page]:
        return (
            Page("kinder", "Kinder", weak_slot(self.show_page, STARTERS)),
            Page("alle-kinder", "Alle Kinder", weak_slot(self.show_page, CHILDREN)),
            Page("jahresplan", "Jahresplan", weak_slot(self.show_page, PLAN)),
        )

    def show_page(self, number: int) -> None:
        """Turn to a page."""
        self.activate()
        self.segments.set_current(number)

    def show_year(self, year: int) -> None:
        """Turn to an entry year."""
        found = next((one for one in self._years if one.year == year), None)
        if found is not None and found != self._view.year:
            self._view = read_year(self._context.desk, found)
            self._fill()

    def open_paper(self, paper_id: str) -> bool:
        """Show a paper at the right; False if it does not fit here."""
        panel = self._papers()
        if paper_id not in [known for known, _title in panel.papers()]:
            return False
        self.activate()
        panel.choose(paper_id)
        self._on_print()
        return True

    @Slot()
    def refresh(self) -> None:
        """Read everything again; the year, the page and the chosen row stay."""
        desk = self._context.desk
        self._is_stale = False
        self._today = desk.clock.today()
        self._years = entry_years(desk)
        wanted = self._view.year.year
        year = next((one for one in self._years if one.year == wanted), None)
        self._view = read_year(desk, year or running_year(self._years, self._today))
        counts = desk.read(house_counts, self._today)
        self.everyone.show_children(house_children(desk), counts)
        self._fill()
        self._body.setCurrentWidget(self._lists if counts.children else self.nothing)
        self.head.takeover.setVisible(counts.children > 0)

    @override
    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(LEAST_LIST), now.px(330))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _build(self) -> None:
        now = theme.current()
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(now.px(24), now.px(16), now.px(24), 0)
        row.setSpacing(now.px(16))
        self._main = QWidget(self)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, now.px(12))
        column.setSpacing(now.px(12))
        self.head = YearHead(self)
        self._build_lists()
        self.nothing = EmptyState(
            "Hier stehen Ihre Kinder mit Gruppe, Schule und Schulpflicht. "
            "Eine Liste aus Excel oder Word genügt.",
            self, action="Liste übernehmen …", on_action=weak_slot(self._on_takeover),
        )  # fmt: skip
        self._body = QStackedWidget(self)
        self._body.addWidget(self.nothing)
        self._body.addWidget(self._lists)
        column.addWidget(self.head)
        column.addWidget(self._body, 1)
        row.addWidget(self._main, 1)

    def _build_lists(self) -> None:
        now = theme.current()
        self._lists = QWidget(self)
        column = QVBoxLayout(self._lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(12))
        self.segments = SegmentedControl(("Kinder", "Alle Kinder", "Jahresplan"), self)
        self.filter = FilterField(FILTER_HINTS[STARTERS], self, name="filter")
        self.filter.setMaximumWidth(now.px(300))
        self.only_open = TickBox("Nur Offenes", self, name="onlyOpen")
        self.only_open.setToolTip("Nur Kinder und Maßnahmen, bei denen noch etwas zu tun ist")
        bar = QHBoxLayout()
        bar.setSpacing(now.px(12))
        bar.addWidget(self.segments, 1)
        bar.addWidget(self.only_open)
        bar.addWidget(self.filter, 1)
        self.starters = StartersPage(self._today, self)
        self.everyone = ChildrenPage(self)
        self.plan = PlanPage(self._today, self)
        self.stack = QStackedWidget(self)
        for page in (self.starters, self.everyone, self.plan):
            self.stack.addWidget(page)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.segments.changed.connect(self._on_page)
        self.filter.changed.connect(self._on_narrowed)
        self.filter.left_down.connect(self._on_left_down)
        self.only_open.toggled.connect(self._on_narrowed)
        self.head.years.activated.connect(self._on_year)
        self.head.takeover.clicked.connect(self._on_takeover)
        self.head.print_button.clicked.connect(self._on_print)

    def _papers(self) -> PaperPanel:
        """Return the paper at the right; made when it is first wanted, because papers load much."""
        if self._panel is None:
            self._panel = PaperPanel(self._context, SubjectKind.COHORT, self)
            self._panel.hide()
            self._panel.closed.connect(self._on_panel_closed)
            self._panel.show_wanted.connect(self._on_finding)
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self._panel)
            self._show_subject()
        return self._panel

    def _show_subject(self) -> None:
        """Let the paper be about the year shown; before there is one, about the house."""
        if self._panel is None:
            return
        house = self._context.desk.read(own_house)
        self._panel.show_subject(self._view.year.cohort_id or (house.id if house else None))
        self._panel.refresh()

    def _fill(self) -> None:
        view = self._view
        self.head.show_year(view, self._years)
        self.starters.show_year(view)
        self.plan.show_year(view)
        self._show_subject()
        self._on_narrowed()

    def _page(self) -> ListPage:
        page = self.stack.currentWidget()
        return page if isinstance(page, ListPage) else self.starters

    def _show_all(self) -> None:
        self.filter.clear()
        self.only_open.setChecked(False)

    def _show_child(self, child_id: UUID) -> bool:
        try:
            row = self._context.desk.read(child, child_id)
        except UserError:
            return False
        if row.left_on is not None and row.left_on <= self._today:
            self._context.notify(_left_words(row))
            return True
        if row.entry_year is not None:
            self.show_year(row.entry_year)
        is_starter = self.starters.model.line_of(child_id) is not None
        self.show_page(STARTERS if is_starter else CHILDREN)
        self._close_paper_if_narrow()
        return self._page().table.choose(child_id)

    def _show_family(self, family_id: UUID) -> bool:
        self.show_page(CHILDREN)
        self._close_paper_if_narrow()
        return self.everyone.choose_family(family_id)

    def _close_paper_if_narrow(self) -> None:
        if not self._main.isVisibleTo(self):
            self._on_panel_closed()

    def _arrange(self) -> None:
        """Show the paper beside the list, or in its place where room is short."""
        now = theme.current()
        is_roomy = self.width() >= now.px(LEAST_LIST + PANEL_WIDTH + GAPS)
        if self._panel is not None:
            self._panel.setVisible(self._is_paper_wanted)
        self._main.setVisible(is_roomy or not self._is_paper_wanted)
        self.head.print_button.setVisible(not self._is_paper_wanted)

    @Slot()
    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    @Slot(int)
    def _on_page(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.only_open.setVisible(number != CHILDREN)
        self.filter.setPlaceholderText(FILTER_HINTS[number])

    @Slot()
    def _on_narrowed(self) -> None:
        wanted = self.filter.wanted()
        only_open, year = self.only_open.isChecked(), self._view.year.year
        self.starters.narrow(wanted, only_open=only_open, year=year)
        self.everyone.narrow(wanted)
        self.plan.narrow(wanted, only_open=only_open, year=year)

    @Slot()
    def _on_left_down(self) -> None:
        self._page().begin()

    @Slot(int)
    def _on_year(self, number: int) -> None:
        self.show_year(self._years[number].year)

    @Slot()
    def _on_takeover(self) -> None:
        TakeoverDialog(self._context, self).open()

    @Slot()
    def _on_print(self) -> None:
        self._is_paper_wanted = True
        panel = self._papers()
        self._arrange()
        panel.begin()

    @Slot()
    def _on_panel_closed(self) -> None:
        self._is_paper_wanted = False
        self._arrange()
        self.head.print_button.setFocus()

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        self._context.navigate(finding.kind, finding.id)


def _left_words(row: ChildRow) -> str:
    name = spoken_name(row.first_name, row.last_name)
    day = numeric_date(row.left_on) if row.left_on is not None else ""
    return f"{name} ist seit {day} nicht mehr in der Kita."
