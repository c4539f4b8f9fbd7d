"""The middle of the tab: search, filters, the list, its sums and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.text import plural
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.queries.contacts import (
    ContactQuery,
    MailAddresses,
    Place,
    Which,
    contact_places,
    find_contacts,
    institution_kinds,
    mail_addresses,
)
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.filtering import FilterField
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import ChoiceBox, EmptyState, PlainLabel, QuietButton
from kitadesk.ui.tabs.contacts.body_tools import ContactTools
from kitadesk.ui.tabs.contacts.contact_rows import (
    AddressBook,
    ContactRow,
    Kind,
    Section,
    addresses,
    foot_words,
    row_of,
    sums,
    unchecked_since,
)
from kitadesk.ui.tabs.contacts.contact_table import ContactTable

LEAST_FOOT = 280
"""px at 100 % that the sums want beside the buttons."""
_WHICH = {Kind.INSTITUTION: Which.INSTITUTIONS, Kind.PERSON: Which.PEOPLE}
_NOBODY = (
    "Noch keine Kontakte. Eine Liste aus Excel, Outlook oder vom Telefon genügt: kopieren und "
    "hier Strg+V drücken, oder die Datei öffnen."
)


class ListPane(QWidget):
    """Shows one section; `new_wanted` with the kind of a record that somebody wants to add."""

    new_wanted = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._section = Section(Kind.ALL, "Alle", 0)
        self._book = AddressBook((self._section,))
        self._kinds: tuple[InstitutionKind, ...] = ()
        self._places: tuple[str, ...] = ()
        self._is_cut = False
        self._end: tuple[int, Place | None] = (0, None)
        self._build()
        self.search.changed.connect(self._on_narrowed)
        self.search.left_down.connect(self.begin)
        self.kind_box.activated.connect(self._on_narrowed)
        self.place_box.activated.connect(self._on_narrowed)
        self.copy_button.clicked.connect(self._on_copy)

    def show_section(self, book: AddressBook, section: Section) -> None:
        """Show this list; what was scrolled to stays."""
        is_same = (section.kind, section.body_id) == (self._section.kind, self._section.body_id)
        self._book, self._section = book, section
        self._fill_filters()
        self.table.name_place(section.kind)
        self.tools.show_body(section.body_id, is_empty=book.is_empty)
        self._load(least=len(self.rows.rows) if is_same else 0)

    def show_everything(self) -> None:
        """Take search and filters away."""
        self.search.clear()
        self.kind_box.setCurrentIndex(0)
        self.place_box.setCurrentIndex(0)
        self._on_narrowed()

    def take_focus(self) -> None:
        """Take the keyboard: where there is no list yet, to the button that takes one over.

        Strg+V reaches the tab only while the keyboard is inside it.
        """
        button = self.nothing.button
        target = self.table if button is None or not self.table.isHidden() else button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_end()

    def _arrange_end(self) -> None:
        """Let the sums stand beside the buttons where there is room, else above them."""
        room = self.width() - theme.current().px(LEAST_FOOT)
        is_wide = self.tools.sizeHint().width() <= room
        ways = QBoxLayout.Direction
        self._end_row.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    @Slot()
    def begin(self) -> None:
        """Go into the list, to its first row."""
        self.table.setFocus()
        if self.table.current_row() is None and self.rows.rowCount():
            self.table.selectRow(0)

    def _build(self) -> None:
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(10))
        column.addLayout(self._build_head())
        self.table = ContactTable(self._context.desk, self)
        self.rows = self.table.contacts
        self.table.setMinimumHeight(now.px(136))
        self.nothing = EmptyState(_NOBODY, self, action="Liste übernehmen …")
        self.foot = PlainLabel("", self, kind="muted", wrap=True)
        self.tools = ContactTools(self._context, self)
        self.copy_button = self.tools.copy_button
        self._new_menu.addAction("Gremium …").triggered.connect(self.tools.found_body)
        if self.nothing.button is not None:
            self.nothing.button.clicked.connect(self.tools.take_list)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        self._end_row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._end_row.setSpacing(now.px(10))
        self._end_row.addWidget(self.foot, 1)
        self._end_row.addWidget(self.tools)
        column.addLayout(self._end_row)

    def _build_head(self) -> QVBoxLayout:
        now = theme.current()
        hint = "Name, Einrichtung, Funktion, Telefon, E-Mail …"
        self.search = FilterField(hint, self, name="contactSearch")
        self.new_button = QuietButton("+ Neu", self, name="newContact")
        self._new_menu = menu = QMenu(self)
        for caption, kind in (("Person", Kind.PERSON), ("Einrichtung", Kind.INSTITUTION)):
            menu.addAction(caption).triggered.connect(weak_slot(self._on_new, kind))
        self.new_button.setMenu(menu)
        self.kind_box = ChoiceBox(self, name="contactKind")
        self.kind_box.setAccessibleName("Art der Einrichtung")
        self.place_box = ChoiceBox(self, name="contactPlace")
        self.place_box.setAccessibleName("Ort oder Ortsteil")
        first, self._filters = QHBoxLayout(), QWidget(self)
        first.setSpacing(now.px(8))
        first.addWidget(self.search, 1)
        first.addWidget(self.new_button)
        second = QHBoxLayout(self._filters)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(now.px(8))
        second.addWidget(self.kind_box)
        second.addWidget(self.place_box)
        second.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(now.px(8))
        head.addLayout(first)
        head.addWidget(self._filters)
        return head

    def _query(self) -> ContactQuery:
        today = self._context.desk.clock.today()
        kind, place = self.kind_box.currentIndex(), self.place_box.currentIndex()
        is_unchecked = self._section.kind is Kind.UNCHECKED
        return ContactQuery(
            on=today,
            text=self.search.text(),
            which=_WHICH.get(self._section.kind, Which.ALL),
            kind=self._kinds[kind - 1] if kind > 0 else None,
            place=self._places[place - 1] if place > 0 else "",
            unchecked_since=unchecked_since(today) if is_unchecked else None,
        )

    def _load_page(self, offset: int, limit: int) -> tuple[Sequence[ContactRow], bool]:
        end, place = self._end
        after = place if offset and offset == end else None
        look = self._context.desk.look
        page = look(find_contacts, self._query(), offset, limit, after=after)
        self._is_cut = page.is_cut
        self._end = offset + len(page.lines), page.end
        return [row_of(line) for line in page.lines], page.has_more

    def _load(self, *, least: int = 0) -> None:
        is_body = self._section.kind is Kind.BODY
        if is_body:
            wanted = self.search.wanted()
            rows = self._book.members.get(self._section.body_id or UUID(int=0), ())
            self.rows.show_all([row for row in rows if not wanted or wanted.is_in(row.texts())])
        else:
            self.rows.show_pages(self._load_page, least)
        is_empty = self._book.is_empty and not is_body
        self.nothing.setVisible(is_empty)
        self.table.setVisible(not is_empty)
        self._filters.setVisible(not is_body and not is_empty)
        self.foot.setVisible(not is_empty)
        self._arrange_end()
        self._fill_foot()

    def _fill_filters(self) -> None:
        desk = self._context.desk
        kinds, places = desk.look(institution_kinds), desk.look(contact_places)
        if kinds != self._kinds:
            chosen = self.kind_box.currentIndex()
            self._kinds = kinds
            _fill(self.kind_box, "Alle Arten", [kind.label for kind in kinds], chosen)
        if places != self._places:
            chosen = self.place_box.currentIndex()
            self._places = places
            _fill(self.place_box, "Alle Orte", places, chosen)

    def _fill_foot(self) -> None:
        is_body = self._section.kind is Kind.BODY
        query = self._query()
        narrowed = bool(self.search.text().strip()) or query.is_narrowed
        nothing = "In diesem Gremium ist noch niemand." if is_body else "Noch keine Kontakte."
        if self.search.text().strip():
            where = "" if self._section.kind is Kind.ALL else f" in „{self._section.title}“"
            nothing = f"Nichts gefunden{where}. Esc leert das Suchfeld."
        elif narrowed:
            nothing = "Hier passt nichts zu dieser Auswahl."
        self.table.set_empty_text(nothing)
        self.foot.setText(self._foot(narrowed=narrowed, is_body=is_body))
        self.copy_button.setEnabled(any(row.email for row in self.rows.rows))

    def _foot(self, *, narrowed: bool, is_body: bool) -> str:
        counts, shown = self._book.counts, len(self.rows.rows)
        if is_body or not (self.rows.has_more or self._is_cut):
            return foot_words(self.rows.rows, is_body=is_body)
        if self._is_cut:
            return "Sehr viele gefunden; mit mehr Buchstaben werden es weniger."
        if not narrowed:
            return sums(counts.people, counts.institutions)
        if self._section.kind in (Kind.PERSON, Kind.INSTITUTION, Kind.UNCHECKED):
            return plural(self._section.count, "Kontakt", "Kontakte")
        return f"Mehr als {plural(shown, 'Kontakt', 'Kontakte')}"

    def _mails(self) -> MailAddresses:
        chosen = self.table.selected_rows()
        several = len(chosen) > 1
        if self._section.kind is Kind.BODY:
            found, without = addresses(chosen if several else list(self.rows.rows))
            return MailAddresses(found, without, 0)
        keys = tuple((row.kind is Kind.PERSON, row.key[1]) for row in chosen) if several else ()
        return self._context.desk.look(mail_addresses, self._query(), keys)

    @Slot()
    def _on_narrowed(self) -> None:
        self._load()

    @Slot()
    def _on_copy(self) -> None:
        mails = self._mails()
        QGuiApplication.clipboard().setText("; ".join(mails.addresses))
        number = plural(len(mails.addresses), "Adresse", "Adressen")
        words = f"{number} kopiert. Bitte in das Feld BCC setzen"
        rest = f"; {mails.without} ohne E-Mail" if mails.without else ""
        inner = f" Nur für intern gedacht: {mails.internal}." if mails.internal else ""
        self._context.notify(f"{words}, damit niemand die anderen sieht{rest}.{inner}")

    def _on_new(self, kind: Kind) -> None:
        self.new_wanted.emit(kind)


def _fill(box: ChoiceBox, all_of_them: str, captions: Sequence[str], chosen: int) -> None:
    box.clear()
    box.addItems([all_of_them, *captions])
    box.setCurrentIndex(max(chosen, 0) if chosen <= len(captions) else 0)
