"""The tab Kontakte: sections at the left, a list in the middle, the card at the right."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.filtering import FilterField
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tab import Page, Tab
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton
from kitadesk.ui.tabs.contacts.body_tools import ContactTools
from kitadesk.ui.tabs.contacts.card import ContactCardView
from kitadesk.ui.tabs.contacts.card_text import institution_text, person_text
from kitadesk.ui.tabs.contacts.contact_rows import (
    AddressBook,
    ContactRow,
    Kind,
    Section,
    addresses,
    foot_words,
    read_book,
)
from kitadesk.ui.tabs.contacts.contact_table import ContactTable
from kitadesk.ui.tabs.contacts.section_list import SectionList

SHOWN_TABLES = frozenset(
    {"institution", "person", "person_function", "contact_way", "body", "seat", "seat_term"}
)
SECTIONS, LIST, CARD, GAPS = 208, 480, 360, 80
"""px at 100 %; below their sum the card takes the place of the list when it is wanted."""
_KINDS = {"person": Kind.PERSON, "institution": Kind.INSTITUTION, "body": Kind.BODY}


class ContactsTab(Tab):
    """Shows whom to call, read-only."""

    title = "Kontakte"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("contactsTab")
        self._context = context
        self._is_stale = True
        self._is_card_wanted = False
        self._book = AddressBook((Section(Kind.ALL, "Alle", 0),))
        self._build()
        self._connect()
        context.changes.refresh_on(SHOWN_TABLES, self._on_changed)

    @override
    def activate(self) -> None:
        if self._is_stale:
            self.refresh()
        if self.focusWidget() is None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def show_object(self, kind: str, object_id: object) -> bool:
        if kind not in _KINDS or not isinstance(object_id, UUID):
            return False
        self.activate()
        self.search.clear()
        section = self._book.section_of(_KINDS[kind], object_id)
        if section is not None:
            self.sections.choose(section)
            if kind == "body":
                return True
            self._choose(_KINDS[kind], object_id)
        if not self._show_card(_KINDS[kind], object_id):
            return False
        self._on_opened()
        return True

    @override
    def pages(self) -> Sequence[Page]:
        self.activate()
        bodies = [one for one in self._book.sections if one.kind is Kind.BODY]
        largest = sorted(bodies, key=lambda one: len(self._book.rows_of(one)))[-1:]
        shown = [("alle", self._book.sections[0]), *(("gremium", one) for one in largest)]
        return [Page(slug, one.title, weak_slot(self._show_first_of, one)) for slug, one in shown]

    @Slot()
    def refresh(self) -> None:
        """Read everything again; section and chosen row stay."""
        self._is_stale = False
        self._book = read_book(self._context.desk)
        self.sections.set_sections(self._book.sections)
        self._show_section()
        self._show_current()

    @override
    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(SECTIONS + LIST // 2 + GAPS), now.px(300))

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
        row.setContentsMargins(now.px(24), now.px(16), now.px(24), now.px(12))
        row.setSpacing(now.px(16))
        left = QVBoxLayout()
        left.setSpacing(now.px(10))
        title = PlainLabel("Kontakte", self, kind="title")
        title.setMinimumHeight(now.row_height)
        self.sections = SectionList(self)
        self.sections.setFixedWidth(now.px(SECTIONS))
        left.addWidget(title)
        left.addWidget(self.sections, 1)
        self.middle = QWidget(self)
        self._build_middle()
        self.card = ContactCardView(self)
        row.addLayout(left)
        row.addWidget(self.middle, 1)
        row.addWidget(self.card)

    def _build_middle(self) -> None:
        now = theme.current()
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(12))
        self.search = FilterField(
            "Name, Einrichtung, Telefon, E-Mail …", self.middle, name="contactSearch"
        )
        self.table = ContactTable(self.middle)
        self.rows = self.table.contacts
        self.table.setMinimumHeight(now.px(136))
        self.foot = PlainLabel("", self.middle, kind="muted", wrap=True)
        self.copy_button = QuietButton("Adressen kopieren", self.middle, name="copyAddresses")
        self.copy_button.setToolTip(
            "E-Mail-Adressen dieser Liste, oder der markierten Zeilen, für das Feld BCC"
        )
        below = QHBoxLayout()
        below.setSpacing(now.px(12))
        below.addWidget(self.foot, 1)
        below.addWidget(self.copy_button)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.tools = ContactTools(self._context, self.middle)
        column.addWidget(self.tools)

    def _connect(self) -> None:
        self.sections.chosen.connect(self._on_section)
        self.search.changed.connect(self._on_search)
        self.search.left_down.connect(self._on_left_down)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.copy_button.clicked.connect(self._on_copy)
        self.card.person_wanted.connect(self._on_person)
        self.card.closed.connect(self._on_card_closed)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.card)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._on_card_closed)

    def _is_roomy(self) -> bool:
        return self.width() >= theme.current().px(SECTIONS + LIST + CARD + GAPS)

    def _arrange(self) -> None:
        """Show the card beside the list, or in its place where room is short."""
        is_roomy = self._is_roomy()
        is_instead = self._is_card_wanted and not is_roomy
        self.card.setVisible(is_roomy or is_instead)
        self.card.back.setVisible(is_instead)
        self.middle.setVisible(not is_instead)
        if is_roomy:
            self.card.setFixedWidth(theme.current().px(CARD))
        else:
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(16777215)

    def _section(self) -> Section:
        return self.sections.current() or self._book.sections[0]

    def _show_section(self) -> None:
        section = self._section()
        self.table.show_rows(self._book.rows_of(section), section.kind)
        self.tools.show_body(section.body_id)
        self._fill_foot()

    def _fill_foot(self) -> None:
        nothing = "Noch keine Kontakte."
        if self.rows.all_count:
            nothing = "Nichts gefunden. Esc leert das Suchfeld."
        elif self._section().kind is Kind.BODY:
            nothing = "In diesem Gremium ist noch niemand."
        self.table.set_empty_text(nothing)
        self.foot.setText(foot_words(self._section(), self.rows.rows))
        self.copy_button.setEnabled(any(row.email for row in self.rows.rows))

    def _show_first_of(self, section: Section) -> None:
        self.activate()
        self.sections.choose(section)
        if self.rows.rowCount():
            self.table.selectRow(0)

    def _show_current(self) -> None:
        row = self.table.current_row()
        self._on_chosen(row)

    def _choose(self, kind: Kind, record_id: UUID) -> None:
        for row in self.rows.rows:
            if (row.kind, row.record_id) == (kind, record_id):
                self.table.choose(row.key)
                return

    def _show_card(self, kind: Kind, record_id: UUID) -> bool:
        read = institution_text if kind is Kind.INSTITUTION else person_text
        try:
            self.card.show_text(read(self._context.desk, record_id))
        except UserError:
            self.card.show_text(None)
            return False
        return True

    @Slot()
    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_section(self, _section: Section) -> None:
        self._on_card_closed()
        self.table.clearSelection()
        self._show_section()
        self._show_current()

    @Slot()
    def _on_search(self) -> None:
        wanted = self.search.wanted()

        def keep(row: ContactRow) -> bool:
            return wanted.is_in(row.texts())

        self.rows.set_filter(keep if wanted else None)
        self._fill_foot()

    @Slot()
    def _on_left_down(self) -> None:
        self.table.setFocus()
        if self.table.current_row() is None and self.rows.rowCount():
            self.table.selectRow(0)

    @Slot(object)
    def _on_chosen(self, row: ContactRow | None) -> None:
        if row is None or row.record_id is None:
            self.card.show_text(None)
        else:
            self._show_card(row.kind, row.record_id)

    @Slot()
    def _on_opened(self) -> None:
        """Show the card in place of the list where there is no room beside it."""
        row = self.table.current_row()
        if row is not None and row.record_id is None:
            return
        self._is_card_wanted = not self._is_roomy()
        self._arrange()
        if self._is_card_wanted:
            self.card.back.setFocus()

    @Slot()
    def _on_card_closed(self) -> None:
        if self._is_card_wanted:
            self._is_card_wanted = False
            self._arrange()
            self.table.setFocus()

    @Slot(object)
    def _on_person(self, person_id: UUID) -> None:
        self.show_object("person", person_id)

    @Slot()
    def _on_copy(self) -> None:
        chosen = self.table.selected_rows()
        rows = chosen if len(chosen) > 1 else list(self.rows.rows)
        found, without = addresses(rows)
        QGuiApplication.clipboard().setText("; ".join(found))
        words = f"{plural(len(found), 'Adresse', 'Adressen')} kopiert. Bitte in das Feld BCC setzen"
        rest = f"; {without} ohne E-Mail" if without else ""
        self._context.notify(f"{words}, damit niemand die anderen sieht{rest}.")
