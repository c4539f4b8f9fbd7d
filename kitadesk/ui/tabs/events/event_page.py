"""The middle of the tab: one event with its head and its three pages."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kitadesk.domain.events import EventKind
from kitadesk.domain.letters import has_slip
from kitadesk.queries.events import EventRow
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import SegmentButton
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, SegmentedControl
from kitadesk.ui.tabs.events.after_page import FIELD, AfterPage
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.event_menu import EventMenu
from kitadesk.ui.tabs.events.event_words import title_of, when_and_where
from kitadesk.ui.tabs.events.kind_words import EVENT_WORDS, words_of
from kitadesk.ui.tabs.events.plan_page import PlanPage
from kitadesk.ui.tabs.events.replies_page import RepliesPage
from kitadesk.ui.tabs.events.title_edit import TitleEdit

PLAN, REPLIES, AFTER = range(3)
PAGE_TITLES = ("Plan", "Rückmeldungen", "Danach")


class EventPage(QWidget):
    """Title, day and place, then Plan, Rückmeldungen or Danach."""

    delete_wanted = Signal()
    print_wanted = Signal()
    turned = Signal(int)
    """The number of the page that is shown from now on."""

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("eventPage")
        self._editing = editing
        self._shown_pages = [PLAN, REPLIES, AFTER]
        now = theme.current()
        self.title = TitleEdit("Titel", EVENT_WORDS.title, self, name="eventTitle")
        self.title.save_with(self._save_title)
        self.title.entered.connect(self._on_entered)
        self.where = PlainLabel("", self, kind="muted", wrap=True)
        self.segments = SegmentedControl(PAGE_TITLES, self)
        self.segments.setObjectName("eventPages")
        self.stack = QStackedWidget(self)
        self.plan = PlanPage(editing, self.stack)
        self.replies = RepliesPage(editing, self.stack)
        self.after = AfterPage(editing, self.stack)
        for page in (self.plan, self.replies, self.after):
            self.stack.addWidget(page)
        self.after.task_wanted.connect(self.show_task)
        self.plan.kind_chosen.connect(self._on_kind)
        self.segments.changed.connect(self._on_page)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+C"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.copy_as_text)
        for button in self.segments.findChildren(SegmentButton):
            button.clicked.connect(self._on_page_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(8))
        column.addWidget(self.title)
        column.addWidget(self.where)
        column.addLayout(self._build_bar())
        column.addWidget(self.stack, 1)

    def fill(self, row: EventRow | None) -> None:
        """Show an event, or the page of a new one."""
        words = words_of(row.kind if row else self._editing.draft_kind)
        self.title.ask(words.title)
        self.title.set_value(row.title if row else "", title_of(row) if row else "")
        self.where.setText(when_and_where(row) if row else words.below)
        self._show_pages(row)
        self.menu.fit(row)
        self.more.setVisible(row is not None)
        self._fill_shown(row)

    def save_typed(self) -> None:
        """Let the field that has the keyboard save into the event it belongs to."""
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()

    def begin_new(self) -> None:
        """Wait for the title of a new event."""
        self.fill(None)
        self.title.begin()

    def show_page(self, number: int) -> None:
        """Turn to a page of the event."""
        self.segments.set_current(number)

    @Slot()
    def turn_on(self) -> None:
        """Turn to the next page, from wherever the keyboard is."""
        self._turn(1)

    @Slot()
    def turn_back(self) -> None:
        """Turn to the page before."""
        self._turn(-1)

    @Slot()
    def copy_as_text(self) -> None:
        """Show the event as plain text, with what is typed right now in it."""
        self.save_typed()
        self.plan.texts.copy_as_text()

    def show_field(self, name: str) -> None:
        """Go to the field of that name on the page Plan, or of the minutes on Danach."""
        if name.startswith(FIELD):
            self.show_page(AFTER)
            self.after.show_field(name)
            return
        self.show_page(PLAN)
        if name == "title":
            self.title.begin()
        else:
            self.plan.show_field(name)

    @Slot(object)
    def show_task(self, task_id: UUID) -> None:
        """Turn to the list of tasks, with this one chosen."""
        self.show_page(PLAN)
        self.plan.tasks.table.choose(task_id)
        self.plan.ensureWidgetVisible(self.plan.tasks)

    def _build_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(4))
        row.addWidget(self.segments, 1)
        row.addStretch(0)  # Keeps the buttons at the right where a kind has no pages.
        self.print_button = PrimaryButton("Drucken …", self, name="openPaper")
        self.print_button.setToolTip("Papiere zu dieser Veranstaltung (Strg+P)")
        self.print_button.clicked.connect(self.print_wanted)
        self.print_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more = IconButton("more", "Titel, Text, Verschieben, Absagen", self, name="eventMore")
        self.menu = EventMenu(self.more)
        self.menu.rename_wanted.connect(self.title.begin)
        self.menu.text_wanted.connect(self.copy_as_text)
        self.menu.delete_wanted.connect(self.delete_wanted)
        self.more.open_menu(self.menu)
        for widget in (self.more, self.print_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _show_pages(self, row: EventRow | None) -> None:
        """Show the pages that this kind of event has; a closing day is a plan and nothing else."""
        kind = row.kind if row is not None else self._editing.draft_kind
        is_letter = kind is EventKind.LETTER
        shown = {PLAN}
        if row is not None and has_slip(row.kind, row.reply_kind):
            shown.add(REPLIES)
        if row is not None and kind not in {EventKind.LETTER, EventKind.CLOSING_DAY}:
            shown.add(AFTER)
        self.segments.set_title(PLAN, "Brief" if is_letter else PAGE_TITLES[PLAN])
        self.segments.set_title(REPLIES, "Antworten" if is_letter else PAGE_TITLES[REPLIES])
        for number, button in enumerate(self.segments.findChildren(SegmentButton)):
            button.setVisible(number in shown)
        self.segments.setVisible(row is not None and len(shown) > 1)
        self._shown_pages = sorted(shown)
        if self.segments.current() not in shown:
            self.segments.set_current(PLAN)

    def _save_title(self, title: str) -> None:
        self._editing.save(title=title)
        row = self._editing.row
        if row is not None:
            self.title.label.setText(title_of(row))

    @Slot()
    def _on_kind(self) -> None:
        """Ask in the words of the kind that was just chosen; there is no record yet."""
        if self._editing.row is None:
            words = words_of(self._editing.draft_kind)
            self.title.ask(words.title)
            self.where.setText(words.below)

    @Slot()
    def _on_entered(self) -> None:
        """Go on below the title, where planning begins."""
        if self.segments.current() == PLAN:
            self.plan.first_field().setFocus()
        else:
            self.segments.focus_current()

    def _fill_shown(self, row: EventRow | None) -> None:
        number = self.segments.current()
        if number == REPLIES:
            self.replies.fill(row)
        elif number == AFTER:
            self.after.fill(row)
        else:
            self.plan.fill(row)

    @Slot(int)
    def _on_page(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self._fill_shown(self._editing.row)
        self.turned.emit(number)

    def _turn(self, step: int) -> None:
        number = self.segments.current() + step
        if self._editing.event_id is not None and number in self._shown_pages:
            self.save_typed()
            self.segments.set_current(number)
            self.segments.focus_current()
            self._on_page_pressed()

    @Slot()
    def _on_page_pressed(self) -> None:
        """Go on to the number pad; arrow keys between the pages stay where they are."""
        if self.segments.current() == REPLIES:
            self.replies.begin()
