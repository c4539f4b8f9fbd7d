"""The tab *Heute*: quick note, overdue, this week, later, the next event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.dates import long_day, week_name
from kitadesk.queries.today import SHOWN, TodayGroup, TodayRows, today
from kitadesk.queries.today_items import TodayItem
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tab import Page, PaperChoice, Tab
from kitadesk.ui.kit.widgets import Card, PageHead, PlainLabel, QuietButton, ScrollPage, TextLink
from kitadesk.ui.notes.quick_note import QuickNote
from kitadesk.ui.start.first_paper import FirstPaper, PaperCard
from kitadesk.ui.tabs.today.next_event_card import NextEventCard
from kitadesk.ui.tabs.today.task_row import TaskRows

if TYPE_CHECKING:
    from kitadesk.ui.papers.panel import PaperPanel
    from kitadesk.ui.tabs.today.group_card import GroupCard
    from kitadesk.ui.tabs.today.year_card import YearCard

SHOWN_TABLES = (
    "task", "note", "event", "registration", "child", "institution", "room",
    "measure", "child_measure", "cohort", "seat_term", "body",
)  # fmt: skip
NARROW = 900
"""px at 100 % below which one column, or the paper alone, takes the page."""
EDGE = 24
ALL = 10_000
PAPERS = ("invitation", "school_starters", "telephone_list", "group_list")


class TaskCard(Card):
    """A card with the first five lines of a group, and how many more there are."""

    def __init__(self, heading: str, parent: QWidget, *, name: str) -> None:
        super().__init__(heading, parent, name=name)
        self.rows = TaskRows(self)
        self.more = TextLink("", self, name=f"{name}More")
        self.body.addWidget(self.rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, group: TodayGroup, day: date, *, is_overdue: bool) -> None:
        """Show the lines; a group without lines hides its card."""
        self.setVisible(bool(group.items))
        self.rows.fill(group.items, day, is_overdue=is_overdue)
        self.more.setVisible(group.more > 0)
        self.more.set_text(f"+{group.more} weitere")


class TodayTab(Tab):
    """Sums and steps, never a line per child."""

    title = "Heute"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("todayTab")
        self._context = context
        self._shown = SHOWN
        now = theme.current()
        self._panel: PaperPanel | None = None
        self._groups: GroupCard | None = None
        self._year: YearCard | None = None
        outer = QHBoxLayout(self)
        outer.setContentsMargins(now.px(EDGE), now.px(20), now.px(EDGE), now.px(12))
        outer.setSpacing(now.px(16))
        self._scroll = ScrollPage(self)
        outer.addWidget(self._scroll, 1)
        self._outer = outer
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(now.px(16))
        self._scroll.body.addLayout(self._columns)
        self._build_left()
        self._build_right()
        context.changes.refresh_on(SHOWN_TABLES, self.refresh)

    @override
    def activate(self) -> None:
        self._shown = SHOWN
        self.refresh()

    @override
    def pages(self) -> Sequence[Page]:
        return (Page("heute", "Heute", self.refresh),)

    @override
    def quick_note(self) -> None:
        self.note.field.setFocus()
        self.note.field.selectAll()

    @Slot()
    def refresh(self) -> None:
        """Read the page again."""
        day = self._context.desk.clock.today()
        rows = self._context.desk.look(today, day, shown=self._shown)
        self._head.title.setText(long_day(day))
        is_new = not rows.has_children and rows.next_event is None
        self._papers.setVisible(is_new)
        self._next.setVisible(not is_new)
        self._fill(rows)
        self._next.show_event(rows.next_event, day)
        self._read_more(day)
        if self._panel is not None:
            self._panel.refresh()

    @override
    def print_menu(self) -> Sequence[PaperChoice]:
        return [
            PaperChoice(title, weak_slot(self.open_paper, paper_id))
            for paper_id, title in self._papers_beside().papers()
        ]

    @override
    def ready(self) -> None:
        """Show what needs more than the first look."""
        from kitadesk.ui.tabs.today.group_card import GroupCard
        from kitadesk.ui.tabs.today.year_card import YearCard

        self._year = YearCard(self._context, self)
        self._year.opened.connect(self._on_measure_opened)
        self._right.insertWidget(0, self._year)
        self._groups = GroupCard(self._context, self)
        self._groups.print_wanted.connect(weak_slot(self.open_paper, "group_work"))
        self._right.insertWidget(2, self._groups)
        self._read_more(self._context.desk.clock.today())

    def open_paper(self, paper_id: str) -> None:
        """Show a paper at the right, in place of the cards there."""
        panel = self._papers_beside()
        panel.choose(paper_id)
        panel.show()
        self._beside.hide()
        self._fit_panel()
        panel.begin()

    def _papers_beside(self) -> PaperPanel:
        """Return the paper at the right; made when it is first wanted, because papers load much."""
        if self._panel is None:
            from kitadesk.handouts.spec import SubjectKind
            from kitadesk.queries.house import own_house_id
            from kitadesk.ui.papers.panel import PaperPanel

            self._panel = PaperPanel(self._context, SubjectKind.HOUSE, self)
            self._panel.hide()
            self._panel.closed.connect(self._on_panel_closed)
            self._panel.show_wanted.connect(self._on_finding)
            self._panel.show_subject(self._context.desk.read(own_house_id))
            self._outer.addWidget(self._panel)
            self._fit_panel()
        return self._panel

    @Slot(object)
    def _on_finding(self, finding: object) -> None:
        from kitadesk.services.print_findings import Finding
        from kitadesk.ui.papers.finding_ways import show_finding

        if isinstance(finding, Finding):
            show_finding(self._context, finding, self)

    @Slot()
    def _on_panel_closed(self) -> None:
        if self._panel is not None:
            self._panel.hide()
        self._beside.show()
        self._fit_panel()
        self.note.field.setFocus()

    def resizeEvent(self, event: object) -> None:
        """Put the columns under each other where there is no room beside."""
        ways = QBoxLayout.Direction
        direction = ways.TopToBottom if self._is_narrow() else ways.LeftToRight
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
        self._fit_panel()
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands a QResizeEvent

    def _is_narrow(self) -> bool:
        return self.width() < theme.current().px(NARROW)

    def _fit_panel(self) -> None:
        """Show the paper beside the steps, or in their place where room is short."""
        if self._panel is None:
            return
        if self._is_narrow():
            self._panel.fit_alone(self.width() - theme.current().px(2 * EDGE))
        else:
            self._panel.fit_beside(self.width())
        self._scroll.setVisible(self._panel.isHidden() or not self._is_narrow())

    def _build_left(self) -> None:
        now = theme.current()
        column = QVBoxLayout()
        column.setSpacing(now.px(12))
        self._head = PageHead("", self)
        self.note = QuickNote(self._context, self)
        self.note.kept.connect(self._context.notify)
        self._quiet = PlainLabel("", self, kind="muted", wrap=True)
        print_button = QuietButton("Drucken", self, name="printToday")
        print_button.clicked.connect(weak_slot(self.open_paper, "today_page"))
        self._head.buttons.addWidget(print_button)
        column.addWidget(self._head)
        column.addWidget(self.note)
        self._cards = {
            "overdue": TaskCard("Überfällig", self, name="overdue"),
            "this_week": TaskCard("Diese Woche", self, name="thisWeek"),
            "later": TaskCard("Später", self, name="later"),
            "not_needed": TaskCard("Entfällt", self, name="notNeeded"),
        }
        for card in self._cards.values():
            card.rows.ticked.connect(self._on_ticked)
            card.rows.dropped.connect(self._on_dropped)
            card.rows.opened.connect(self._on_opened)
            card.more.clicked.connect(self._on_more)
            column.addWidget(card)
        column.addWidget(self._quiet)
        column.addStretch(1)
        self._columns.addLayout(column, 1)

    def _build_right(self) -> None:
        self._beside = QWidget(self)
        self._right = QVBoxLayout(self._beside)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(theme.current().px(12))
        column = self._right
        self._next = NextEventCard(self)
        self._next.opened.connect(self._on_event_opened)
        self._next.new_wanted.connect(self._on_new_event)
        self._papers = FirstPaper(PAPERS, self)
        self._papers.offer_only(PAPERS)  # Each of them has its tab already.
        self._papers.chosen.connect(self._on_paper)
        column.addWidget(self._next)
        column.addWidget(self._papers)
        column.addStretch(1)
        self._columns.addWidget(self._beside, 1)

    def _fill(self, rows: TodayRows) -> None:
        day = self._context.desk.clock.today()
        groups: dict[str, TodayGroup] = {
            "overdue": rows.overdue,
            "this_week": rows.this_week,
            "later": rows.later,
            "not_needed": rows.not_needed,
        }
        for name, group in groups.items():
            self._cards[name].fill(group, day, is_overdue=name == "overdue")
        self._cards["this_week"].set_heading(week_name(day))
        is_calm = not any(group.items for group in groups.values())
        self._quiet.setVisible(is_calm)
        self._quiet.setText("Nichts steht an. Was Sie planen, erscheint hier zur rechten Zeit.")

    @Slot(object, bool)
    def _on_ticked(self, item: TodayItem, done: bool) -> None:
        # Services need SQLAlchemy, which comes after Heute is painted.
        from kitadesk.services.measures import set_measure_done
        from kitadesk.services.tasks import set_note_done, set_task_done

        desk = self._context.desk
        if item.kind == "task":
            set_task_done(desk, item.id, done)
        elif item.kind == "note":
            set_note_done(desk, item.id, done)
        else:
            set_measure_done(desk, item.id, desk.clock.today() if done else None)

    @Slot(object)
    def _on_dropped(self, item: TodayItem) -> None:
        from kitadesk.services.measures import set_measure_not_needed
        from kitadesk.services.tasks import set_task_not_needed

        if item.kind == "task":
            set_task_not_needed(self._context.desk, item.id, True)
        elif item.kind == "measure":
            set_measure_not_needed(self._context.desk, item.id, True)

    @Slot(object)
    def _on_opened(self, item: TodayItem) -> None:
        if item.opens is not None:
            self._context.navigate(*item.opens)

    @Slot(object)
    def _on_event_opened(self, event_id: object) -> None:
        self._context.navigate("event", event_id)

    @Slot(object)
    def _on_measure_opened(self, measure_id: object) -> None:
        self._context.navigate("measure", measure_id)

    def _read_more(self, day: date) -> None:
        """Ask the store for what the first look leaves out."""
        if self._year is not None and self._groups is not None:
            self._year.read(day)
            self._groups.read(day)

    @Slot()
    def _on_more(self) -> None:
        self._shown = ALL
        self.refresh()

    @Slot()
    def _on_new_event(self) -> None:
        self._context.navigate("new_event", None)

    @Slot(object)
    def _on_paper(self, card: PaperCard) -> None:
        self._context.navigate("paper", card.paper_id)
