"""The tab Kontakte: sections at the left, a list in the middle, the card at the right."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tab import Page, PaperChoice, Tab
from kitadesk.ui.kit.widgets import PlainLabel
from kitadesk.ui.tabs.contacts.card import ContactCardView
from kitadesk.ui.tabs.contacts.card_keeper import CardKeeper
from kitadesk.ui.tabs.contacts.contact_rows import (
    AddressBook,
    ContactRow,
    Kind,
    Section,
    read_book,
)
from kitadesk.ui.tabs.contacts.list_pane import ListPane
from kitadesk.ui.tabs.contacts.section_list import SectionList

SHOWN_TABLES = frozenset(
    {
        "institution", "person", "person_function", "contact_way", "body", "seat", "seat_term",
        "note", "room",
    }
)  # fmt: skip
SECTIONS, LIST, CARD, GAPS = 208, 480, 360, 80
"""px at 100 %; below their sum the card takes the place of the list when it is wanted."""
_KINDS = {"person": Kind.PERSON, "institution": Kind.INSTITUTION, "body": Kind.BODY}


class ContactsTab(Tab):
    """Shows whom to call, and lets everything about them be changed where it stands."""

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
            self.middle.take_focus()

    @override
    def print_menu(self) -> Sequence[PaperChoice]:
        return [
            PaperChoice(title, weak_slot(self.middle.tools.open_paper, paper_id))
            for paper_id, title in self.middle.tools.papers()
        ]

    @override
    def show_object(self, kind: str, object_id: object) -> bool:
        if kind == "paper":
            return self.middle.tools.open_paper(str(object_id))
        if kind not in _KINDS or not isinstance(object_id, UUID):
            return False
        self.activate()
        self.middle.show_everything()
        section = self._book.section_of(_KINDS[kind], object_id)
        if section is not None:
            self.sections.choose(section)
        if kind == "body":
            # In the table the focus would choose the first member, whose card takes the place.
            self.sections.setFocus(Qt.FocusReason.OtherFocusReason)
            return section is not None and self.keeper.show(Kind.BODY, object_id)
        self.table.choose((_KINDS[kind], object_id))
        if not self.keeper.show(_KINDS[kind], object_id):
            return False
        self._open_card()
        return True

    @override
    def pages(self) -> Sequence[Page]:
        self.activate()
        bodies = [one for one in self._book.sections if one.kind is Kind.BODY]
        largest = sorted(bodies, key=lambda one: one.count)[-1:]
        shown = [("alle", self._book.sections[0]), *(("gremium", one) for one in largest)]
        return [Page(slug, one.title, weak_slot(self._show_first_of, one)) for slug, one in shown]

    @Slot()
    def refresh(self) -> None:
        """Read everything again; section and chosen row stay."""
        self._is_stale = False
        self._book = read_book(self._context.desk)
        self.sections.set_sections(self._book.sections)
        self.middle.show_section(self._book, self._section())
        self.keeper.refresh()

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
        self.middle = ListPane(self._context, self)
        self.table, self.rows = self.middle.table, self.middle.rows
        self.card = ContactCardView(self)
        self.keeper = CardKeeper(self._context, self.card)
        row.addLayout(left)
        row.addWidget(self.middle, 1)
        row.addWidget(self.card)

    def _connect(self) -> None:
        self.sections.chosen.connect(self._on_section)
        self.middle.new_wanted.connect(self._on_new)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.keeper.made.connect(self._on_made)
        self.card.person_wanted.connect(self._on_person)
        self.card.body_wanted.connect(self._on_body)
        self.middle.tools.body_wanted.connect(self._on_body)
        self.card.closed.connect(self._on_card_closed)

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

    def _show_first_of(self, section: Section) -> None:
        self.activate()
        self.sections.choose(section)
        if section.kind is not Kind.BODY and self.rows.rowCount():
            self.table.selectRow(0)

    def _open_card(self) -> None:
        self._is_card_wanted = not self._is_roomy()
        self._arrange()

    @Slot()
    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_section(self, section: Section) -> None:
        self._on_card_closed()
        self.table.choose_nothing()
        self.middle.show_section(self._book, section)
        self._on_chosen(self.table.current_row())

    @Slot(object)
    def _on_chosen(self, row: ContactRow | None) -> None:
        body_id = self._section().body_id
        if row is not None and row.record_id is not None:
            self.keeper.show(row.kind, row.record_id)
        elif body_id is None:
            self.keeper.show_nothing()
        else:
            self.keeper.show(Kind.BODY, body_id)
            if row is not None:
                self.card.show_line(f"seat{row.key[1].hex}")

    @Slot()
    def _on_opened(self) -> None:
        """Go to the card, in place of the list where there is no room beside it."""
        self._open_card()
        if self._is_card_wanted:
            self.card.back.setFocus()
        else:
            self.card.begin()

    @Slot(object)
    def _on_new(self, kind: Kind) -> None:
        self.table.choose_nothing()
        self._open_card()
        self.keeper.begin_new(kind)

    @Slot(object, object)
    def _on_made(self, kind: Kind, record_id: UUID) -> None:
        self.refresh()
        self.show_object("person" if kind is Kind.PERSON else "institution", record_id)

    @Slot()
    def _on_card_closed(self) -> None:
        if self._is_card_wanted:
            self._is_card_wanted = False
            self._arrange()
            self.table.setFocus()

    @Slot(object)
    def _on_person(self, person_id: UUID) -> None:
        self.show_object("person", person_id)

    @Slot(object)
    def _on_body(self, body_id: UUID) -> None:
        """Show a body in its list and its card, also where there is room for one of them only."""
        self.refresh()
        if self.show_object("body", body_id):
            self.table.choose_nothing()
            self._on_chosen(None)
            self._open_card()
