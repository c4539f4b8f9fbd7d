"""The tab Übergang: head with sums, its pages, papers at the right when they are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.entry_class import entry_year_in_preparation
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.house import own_house
from kitadesk.queries.matrix import has_children
from kitadesk.services.print_findings import Finding
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tab import Page, PaperChoice, Tab
from kitadesk.ui.kit.widgets import EmptyState
from kitadesk.ui.papers.finding_ways import show_finding
from kitadesk.ui.papers.panel import PaperPanel
from kitadesk.ui.tabs.transition.year_head import YearHead
from kitadesk.ui.tabs.transition.year_pages import CONSENTS, PAGES, YearPages
from kitadesk.ui.tabs.transition.year_places import YearPlaces
from kitadesk.ui.tabs.transition.year_view import EntryYear, entry_years, running_year
from kitadesk.ui.takeover.dialog import TakeoverDialog

SHOWN_TABLES = frozenset(
    {
        "child", "family", "child_group", "institution", "custody", "person", "cohort", "measure",
        "child_status", "event",
    }
)  # fmt: skip
STATE_TABLES = frozenset({"child_measure", "consent", "consent_signature"})
"""A change of these leaves children and columns as they are."""
LEAST_HIGH = 460
"""px at 100 %: in a lower tab the head keeps to one line."""
LEAST_WIDTH = 520
LEAST_LIST, PANEL_WIDTH, GAPS, EDGE = 690, 360, 64, 24
"""px at 100 %: below their sum the paper takes the place of the list."""


class TransitionTab(Tab):
    """Shows one entry year at a time, and the whole house beside it."""

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
        self._year = running
        self._panel: PaperPanel | None = None
        self._places = YearPlaces(context, self)
        self._build()
        self._connect()
        context.changes.refresh_on(SHOWN_TABLES, self._on_changed)
        context.changes.refresh_on(STATE_TABLES, self._on_states_changed)

    @override
    def activate(self) -> None:
        if self._is_stale:
            self.refresh()
        if self.focusWidget() is None:
            self.lists.current().table.setFocus(Qt.FocusReason.OtherFocusReason)

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
        return isinstance(object_id, UUID) and self._places.show(kind, object_id)

    @override
    def pages(self) -> Sequence[Page]:
        return tuple(
            Page(spec.slug, spec.title, weak_slot(self.show_page, number))
            for number, spec in enumerate(PAGES)
        )

    def show_page(self, number: int) -> None:
        """Turn to a page."""
        self.activate()
        self.lists.turn_to(number)

    def year_of(self, cohort_id: UUID | None) -> int | None:
        """Return the entry year with this plan; None if there is none."""
        years = (one.year for one in self._years if one.cohort_id == cohort_id)
        return next(years, None) if cohort_id is not None else None

    def show_year(self, year: int) -> None:
        """Turn to an entry year."""
        found = next((one for one in self._years if one.year == year), None)
        if found is not None and found != self._year:
            self._year = found
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
        wanted = self._year.year
        year = next((one for one in self._years if one.year == wanted), None)
        self._year = year or running_year(self._years, self._today)
        is_anybody_here = desk.look(has_children, self._today)
        self._fill()
        self._body.setCurrentWidget(self.lists if is_anybody_here else self.nothing)
        self.head.takeover.setVisible(is_anybody_here)
        self._show_printing()

    @override
    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(LEAST_WIDTH), now.px(330))

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
        row.setContentsMargins(now.px(EDGE), now.px(16), now.px(EDGE), 0)
        row.setSpacing(now.px(16))
        self._main = QWidget(self)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, now.px(12))
        column.setSpacing(now.px(12))
        self.head = YearHead(self)
        self.nothing = EmptyState(
            "Hier stehen Ihre Kinder mit Gruppe, Schule und Schulpflicht. "
            "Eine Liste aus Excel oder Word genügt.",
            self, action="Liste übernehmen …", on_action=weak_slot(self._on_takeover),
            other="Ein Kind von Hand eingeben …", on_other=weak_slot(self._on_new_child),
        )  # fmt: skip
        self.lists = YearPages(self._context, self)
        self._body = QStackedWidget(self)
        self._body.addWidget(self.nothing)
        self._body.addWidget(self.lists)
        column.addWidget(self.head)
        column.addWidget(self._body, 1)
        row.addWidget(self._main, 1)

    def _connect(self) -> None:
        self.lists.starters.counted.connect(self._on_counted)
        self.lists.starters.consent_wanted.connect(self._on_consent_wanted)
        self.lists.starters.plan_wanted.connect(self._on_plan_wanted)
        self.head.years.activated.connect(self._on_year)
        self.head.takeover.clicked.connect(self._on_takeover)
        self.lists.arranged.connect(self._show_printing)
        for button in (self.head.print_button, self.head.print_beside):
            button.clicked.connect(self._on_print)

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
        self._panel.show_subject(self._year.cohort_id or (house.id if house else None))
        self._panel.refresh()

    def _fill(self) -> None:
        self.head.show_year(self._year, self._years)
        self.lists.show_year(self._year)
        self._show_printing()
        self._on_counted()
        self._show_subject()

    def uncover(self) -> None:
        """Close the paper where it stands in the place of the list."""
        if not self._main.isVisibleTo(self):
            self._on_panel_closed()

    def _arrange(self) -> None:
        """Show the paper beside the list, or in its place where room is short."""
        now = theme.current()
        is_roomy = self.width() >= now.px(LEAST_LIST + PANEL_WIDTH + GAPS)
        self.head.set_low(self.height() < now.px(LEAST_HIGH))
        if self._panel is not None:
            if is_roomy:
                self._panel.fit_beside(self.width(), LEAST_LIST + GAPS)
            else:
                self._panel.fit_alone(self.width() - now.px(2 * EDGE))
            self._panel.setVisible(self._is_paper_wanted)
        self._main.setVisible(is_roomy or not self._is_paper_wanted)
        self._show_printing()

    @Slot()
    def _show_printing(self) -> None:
        """Offer the papers while none is shown; in petrol where nothing else is the main action."""
        is_empty = self._body.currentWidget() is self.nothing
        has_other = is_empty or self.lists.current().has_main_action()
        self.head.show_printing(is_offered=not self._is_paper_wanted, is_main=not has_other)
        if self._panel is not None:
            is_beside = has_other and self._main.isVisibleTo(self)
            self._panel.ways.print_button.set_main(is_main=not is_beside)

    @Slot()
    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    @Slot()
    def _on_states_changed(self) -> None:
        if self.isVisible():
            self.lists.reload_states()
        else:
            self._is_stale = True

    @Slot()
    def _on_counted(self) -> None:
        rows = self.lists.starters.rows
        self.head.show_sums(rows.starters, rows.overdue())

    @Slot()
    def _on_plan_wanted(self) -> None:
        self.lists.starters.begin()  # The button goes away with the plan, and the keys with it.
        self.lists.plan.plan_year(self._year.year)

    @Slot(object, object)
    def _on_consent_wanted(self, child_id: UUID, kind: ConsentKind) -> None:
        """Turn to the page where the answers of custodians are entered."""
        self.show_page(CONSENTS)
        self.lists.consents.show_child(child_id, kind)

    @Slot(int)
    def _on_year(self, number: int) -> None:
        self.show_year(self._years[number].year)

    @Slot()
    def _on_takeover(self) -> None:
        TakeoverDialog(self._context, self).open()

    @Slot()
    def _on_new_child(self) -> None:
        self.lists.everyone.deeds.begin_new()

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
        self.head.take_keyboard()

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        show_finding(self._context, finding, self)
