"""The tab Elternabende: list at the left, event in the middle, its paper at the right."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.domain.replies import slip_text
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.events import events
from kitadesk.queries.slips import SlipKind, slip_place_of
from kitadesk.services.events import delete_event
from kitadesk.services.letters import LetterInput, add_letter
from kitadesk.services.print_findings import Finding
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tab import Page, PaperChoice, Tab
from kitadesk.ui.kit.widgets import EmptyState
from kitadesk.ui.papers.finding_ways import show_finding
from kitadesk.ui.papers.panel import PaperPanel
from kitadesk.ui.tabs.events.changing import EventChanging
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.event_list import EventList
from kitadesk.ui.tabs.events.event_page import AFTER, PLAN, REPLIES, EventPage
from kitadesk.ui.tabs.events.exchange import EventExchange
from kitadesk.ui.tabs.events.paper_leading import PaperLeading

SHOWN_TABLES = frozenset(
    {
        "event", "event_text", "event_series", "event_postponement", "task", "registration",
        "reply_slip", "agenda_item", "room",
        "minutes", "minutes_item", "child", "cohort", "family", "household", "child_group",
        "institution", "letterhead",
    }
)  # fmt: skip
MIDDLE_WIDTH = 520
"""px at 100 % that an event needs beside its paper."""
LIST_WIDTH, PANEL_WIDTH, GAPS = 264, 360, 80


class _Middle(QStackedWidget):
    """Wants no height of its own: its pages scroll by themselves."""

    @override
    def hasHeightForWidth(self) -> bool:
        return False


class EventsTab(Tab):
    """Shows one event at a time; the paper folds into a button where room is short."""

    title = "Elternabende"
    laid_out = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("eventsTab")
        self._context = context
        self._editing = EventEditing(context.desk, context.jobs, self)
        self._is_paper_wanted: bool | None = None
        self._is_loaded = False
        self.list = EventList(context.desk.clock.today, self)
        self.middle = _Middle(self)
        self.page = EventPage(self._editing, self.middle)
        self.panel = PaperPanel(context, SubjectKind.EVENT, self)
        self.leading = PaperLeading(self.panel)
        self.nothing = EmptyState(
            "Hier stehen Elternabende, Themenabende, Cafés und Feste: mit Plan, Einladung, "
            "Rückmeldungen und allem, was danach kommt.",
            self.middle, action="Erste Veranstaltung anlegen", on_action=weak_slot(self.begin_new),
        )  # fmt: skip
        self._build()
        self._connect()
        context.changes.refresh_on(SHOWN_TABLES, self.refresh)

    @override
    def activate(self) -> None:
        if not self._is_loaded:
            self._is_loaded = True
            self.refresh()
            if self._editing.event_id is None:
                self._show_first()
        # Qt hands the keyboard to the first widget of a tab: Enter must not begin a new event.
        if self.focusWidget() in (None, self.list.new_button):
            self.list.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def print_menu(self) -> Sequence[PaperChoice]:
        if self._editing.event_id is None:
            return ()
        return [
            PaperChoice(title, weak_slot(self._open_paper, paper_id))
            for paper_id, title in self.panel.papers()
        ]

    @override
    def show_object(self, kind: str, object_id: object) -> bool:
        if kind == "paper":
            return self._show_paper(str(object_id))
        if kind == "new_event":
            self.activate()
            self.begin_new()
            return True
        if kind not in ("event", "slip") or not isinstance(object_id, UUID):
            return False
        if kind == "slip":
            return self._show_slip(object_id)
        self.activate()
        self.show_event(object_id)
        return self._editing.event_id == object_id

    @override
    def pages(self) -> Sequence[Page]:
        return (
            Page("plan", "Plan", weak_slot(self._show_page, PLAN)),
            Page("rueckmeldungen", "Rückmeldungen", weak_slot(self._show_page, REPLIES)),
            Page("danach", "Danach", weak_slot(self._show_page, AFTER)),
        )

    def show_event(self, event_id: UUID) -> None:
        """Turn to an event."""
        self.page.save_typed()
        row = self._editing.show(event_id)
        self.list.choose(self._editing.event_id)
        self.middle.setCurrentWidget(self.page)
        self.page.fill(row)
        self.page.title.end()
        self.panel.show_subject(self._editing.event_id)
        self.leading.lead(row)
        self._arrange()

    @Slot()
    def begin_new(self) -> None:
        """Show the empty page of an evening; a record comes of it with its first content."""
        self.begin(EventKind.TOPIC_EVENING)

    @Slot(object)
    def begin(self, kind: EventKind) -> None:
        """Show the empty page of a kind of event."""
        self.page.save_typed()
        self._editing.draft_kind = kind
        self._editing.show(None)
        self.list.choose(None)
        self.middle.setCurrentWidget(self.page)
        self.panel.show_subject(None)
        self.page.begin_new()
        self._arrange()

    @Slot()
    def refresh(self) -> None:
        """Read the list and the shown event again."""
        if not self._is_loaded:
            return
        desk = self._context.desk
        was_shown = self._editing.event_id
        row = self._editing.reload()
        self.list.set_events(desk.read(events, desk.clock.today()), self._editing.event_id)
        if row is None and was_shown is not None:
            self._show_first()
            return
        if row is not None:
            self.page.fill(row)
            self.panel.refresh()
        elif self.middle.currentWidget() is self.nothing:
            self._show_first()

    def _build(self) -> None:
        now = theme.current()
        self.middle.addWidget(self.nothing)
        self.middle.addWidget(self.page)
        row = QHBoxLayout(self)
        # The paper folds away before anything is squeezed, so it must not hold the window open.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.panel.hide()
        row.setContentsMargins(now.px(24), now.px(16), now.px(24), 0)
        row.setSpacing(now.px(16))
        row.addWidget(self.list)
        row.addWidget(self.middle, 1)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_event)
        self.list.new_menu.kind_wanted.connect(self.begin)
        self.list.new_menu.template_wanted.connect(self._on_template)
        self.exchange = EventExchange(self._context, self)
        self.list.new_menu.take_wanted.connect(self.exchange.take)
        self.list.new_menu.export_wanted.connect(self.exchange.hand_out)
        self.list.opened.connect(self._on_opened)
        self.page.delete_wanted.connect(self._on_delete)
        self.changing = EventChanging(self._context, self._editing, self)
        self.changing.connect_to(self.page)
        self.page.plan.history.notice_wanted.connect(self._on_notice)
        self.page.plan.series.date_chosen.connect(self.show_event)
        self.page.print_wanted.connect(self._on_print)
        self.page.replies.remind_wanted.connect(self._on_remind)
        self.page.after.paper_wanted.connect(self._open_paper)
        self.page.turned.connect(self.leading.follow_page)
        self.page.replies.entry.elsewhere_wanted.connect(self._on_slip_elsewhere)
        self.panel.closed.connect(self._on_panel_closed)
        self.panel.show_wanted.connect(self._on_finding)
        self._editing.created.connect(self._on_created)
        keys = (
            ("F2", self.page.title.begin),
            ("Ctrl+Shift+N", self.begin_new),
            ("Ctrl+PgDown", self.page.turn_on),
            ("Ctrl+PgUp", self.page.turn_back),
        )
        for key, slot in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _show_first(self) -> None:
        known = self.list.model.entries()
        if known:
            self.show_event(known[0].id)
        else:
            self._editing.show(None)
            self.middle.setCurrentWidget(self.nothing)
            self.panel.show_subject(None)
            self._arrange()

    def _show_slip(self, slip_id: UUID) -> bool:
        """Turn to the replies of the event that a slip belongs to, with its number typed."""
        place = self._context.desk.read(slip_place_of, slip_id)
        if place is None or place.kind is not SlipKind.REPLY:
            return False
        self.activate()
        self.show_event(place.record_id)
        self.page.show_page(REPLIES)
        self.page.replies.entry.take(slip_text(place.number))
        return True

    @Slot(object)
    def _on_slip_elsewhere(self, slip_id: UUID) -> None:
        self._context.navigate("slip", slip_id)

    def _show_page(self, number: int) -> None:
        self.activate()
        self.page.show_page(number)

    @override
    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(LIST_WIDTH + MIDDLE_WIDTH // 2 + GAPS), now.px(360))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Fold the paper into a button, or the list away for the paper, where room is short."""
        now = theme.current()
        room = self.width() / now.scale
        has_event = self._editing.event_id is not None
        is_roomy = room >= LIST_WIDTH + MIDDLE_WIDTH + PANEL_WIDTH + GAPS
        row = self._editing.row
        # A closing day has no paper of its own; the dates of the house are on Heute.
        is_usual = is_roomy and (row is None or row.kind is not EventKind.CLOSING_DAY)
        wanted = is_usual if self._is_paper_wanted is None else self._is_paper_wanted
        is_shown = wanted and has_event
        self.panel.fit_beside(self.width(), (LIST_WIDTH if is_roomy else 0) + MIDDLE_WIDTH + GAPS)
        self.panel.setVisible(is_shown)
        self.list.setVisible(is_roomy or not is_shown)
        self.page.print_button.setVisible(has_event and not is_shown)
        self.laid_out.emit()

    def _show_paper(self, paper_id: str) -> bool:
        """Open a paper of the event in front; where there is none, one must be begun first."""
        if paper_id not in [known for known, _title in self.panel.papers()]:
            return False
        self.activate()
        if self._editing.event_id is None:
            self.begin_new()
        else:
            self._open_paper(paper_id)
        return True

    def _open_paper(self, paper_id: str) -> None:
        self.panel.choose(paper_id)
        self._on_print()

    @Slot()
    def _on_print(self) -> None:
        self._is_paper_wanted = True
        self._arrange()
        self.panel.begin()

    @Slot()
    def _on_panel_closed(self) -> None:
        self._is_paper_wanted = False
        self._arrange()
        self.page.print_button.setFocus()

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        """Go to the field that a finding is about, or to the record in another tab."""
        if finding.kind == "event" and finding.id == self._editing.event_id:
            self.page.show_field(finding.field)
        else:
            show_finding(self._context, finding, self)

    @Slot()
    def _on_notice(self) -> None:
        self._open_paper(PaperLeading.NOTICE)

    @Slot()
    def _on_remind(self) -> None:
        self.leading.remind(self._editing.row)
        self._on_print()

    @Slot()
    def _on_opened(self) -> None:
        if self.page.segments.current() == REPLIES:
            self.page.replies.begin()
        else:
            self.page.plan.first_field().setFocus()

    @Slot(str)
    def _on_template(self, key: str) -> None:
        """Begin a letter; its text is content already, so it is a record at once."""
        self.page.save_typed()
        try:
            event_id = add_letter(self._context.desk, LetterInput(template=key))
        except UserError as error:
            self._context.dialogs.error(self, error)
            return
        self.refresh()
        self.show_event(event_id)
        self.page.plan.first_field().setFocus()

    @Slot(object)
    def _on_created(self, event_id: UUID) -> None:
        self.refresh()
        self.panel.show_subject(event_id)
        self._arrange()

    @Slot()
    def _on_delete(self) -> None:
        row = self._editing.row
        if row is None:
            return
        try:
            delete_event(self._context.desk, row.id)
        except UserError as error:
            self._context.dialogs.error(self, error)
            return
        self.refresh()
        self._context.notify(f"„{row.title}“ gelöscht. Strg+Z bringt es zurück.")
