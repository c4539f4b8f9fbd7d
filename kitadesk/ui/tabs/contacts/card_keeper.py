"""What the card does: reads a contact and its notes, calls, writes mail, deletes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from kitadesk.base.clock import local
from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import and_list, plural
from kitadesk.domain.people import ContactKind
from kitadesk.queries.bodies import body_card
from kitadesk.queries.contact_card import (
    ContactNote,
    Ties,
    notes_about,
    ties_of_institution,
    ties_of_person,
)
from kitadesk.services import bodies, contacts, institutions
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialogs import Choice
from kitadesk.ui.kit.edit_line import LineDeed, LineText
from kitadesk.ui.tabs.contacts.body_card import BodyDeeds, council_card
from kitadesk.ui.tabs.contacts.body_tools import open_body_papers
from kitadesk.ui.tabs.contacts.card import ContactCardView
from kitadesk.ui.tabs.contacts.card_lines import Card, Section, area_field
from kitadesk.ui.tabs.contacts.contact_rows import Kind
from kitadesk.ui.tabs.contacts.institution_card import house_card
from kitadesk.ui.tabs.contacts.new_lines import new_institution, new_person
from kitadesk.ui.tabs.contacts.person_card import person_card

_DELETES = {
    Kind.PERSON: institutions.delete_person,
    Kind.INSTITUTION: institutions.delete_institution,
    Kind.BODY: bodies.delete_body,
}


class CardKeeper(QObject):
    """Fills the view of the card; `made` with kind and key of a new record."""

    made = Signal(object, object)

    def __init__(self, context: AppContext, view: ContactCardView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._shown: tuple[Kind, UUID] | None = None
        view.note_written.connect(self._on_note)
        view.delete_wanted.connect(self._on_delete)

    def show(self, kind: Kind, record_id: UUID) -> bool:
        """Show this contact; False if it is gone."""
        if self._shown != (kind, record_id):
            self._view.forget()
        self._shown = (kind, record_id)
        return self.refresh()

    def show_nothing(self) -> None:
        """Show that nobody is chosen."""
        self._shown = None
        self._view.show_card(None)

    def refresh(self) -> bool:
        """Read the shown contact again; False if it is gone."""
        if self._shown is None:
            return False
        try:
            card = self._read(*self._shown)
        except UserError:
            self.show_nothing()
            return False
        self._view.show_card(card)
        return True

    def _read(self, kind: Kind, record_id: UUID) -> Card:
        desk = self._context.desk
        if kind is Kind.BODY:
            return council_card(desk, record_id, self._body_deeds(record_id))
        notes = desk.read(notes_about, record_id)
        if kind is Kind.INSTITUTION:
            card = house_card(desk, record_id, self._act, notes)
        else:
            card = person_card(desk, record_id, self._act, notes, self._ask_new_place)
        return replace(card, history=Section("Verlauf", self._notes(notes)))

    def _body_deeds(self, body_id: UUID) -> BodyDeeds:
        return BodyDeeds(
            show_person=self._view.person_wanted.emit,
            ask=self._view.open_draft,
            try_to=self._try,
            print_papers=partial(open_body_papers, self._context, body_id, self._view),
            dissolve=partial(self._dissolve, body_id),
        )

    def _dissolve(self, body_id: UUID) -> None:
        """Dissolve the body today, or take that back; its terms stay as they are then."""
        desk = self._context.desk
        card = desk.read(body_card, body_id)
        if card.ended_on is not None:
            self._try(partial(bodies.change_body, desk, body_id, ended_on=None))
        elif self._try(partial(bodies.end_body, desk, body_id, desk.clock.today())):
            self._context.notify(f"{card.name} ist aufgelöst. Strg+Z nimmt es zurück.")

    def _try(self, deed: Callable[[], object]) -> bool:
        """Do something, or show why it cannot be done."""
        try:
            deed()
        except UserError as error:
            self._context.dialogs.error(self._view, error)
            return False
        return True

    def begin_new(self, kind: Kind) -> None:
        """Show the fields of a new person or institution."""
        self._shown = None
        maker = new_person if kind is Kind.PERSON else new_institution
        self._view.begin_new(maker(self._context.desk, self._on_made))

    def _notes(self, notes: tuple[ContactNote, ...]) -> tuple[LineText, ...]:
        return tuple(self._note(note) for note in notes)

    def _note(self, note: ContactNote) -> LineText:
        desk = self._context.desk
        save = partial(contacts.change_contact_note, desk, note.id)
        return LineText(
            key=f"note{note.id.hex}",
            caption=numeric_date(local(note.made_at).date()),
            text=note.text,
            fields=(area_field("noteText", "Notiz", note.text, save),),
            deeds=(LineDeed("Löschen", partial(contacts.delete_contact_note, desk, note.id)),),
        )

    def _ask_new_place(self, name: str, take: Callable[[str], object]) -> None:
        """Ask once whether an institution of this name shall be made, or for a name."""
        door = self._context.dialogs
        if not name:
            door.ask_text(self._view, "Neue Einrichtung", "Name", partial(self._make, take))
            return
        text = "Bisher ist nur der Name bekannt; Anschrift und Telefon haben Zeit."
        make = Choice("Anlegen", partial(self._make, take, name), is_main=True)
        title = f"„{name}“ als Einrichtung anlegen?"
        door.ask(self._view, title, text, (make, Choice("Abbrechen")))

    def _make(self, take: Callable[[str], object], name: str) -> None:
        if self._try(partial(take, name)):
            self._view.forget()
            self.refresh()

    def _act(self, kind: ContactKind, value: str) -> None:
        """Write a mail, open a page, or copy a number."""
        if kind is ContactKind.EMAIL:
            QDesktopServices.openUrl(QUrl(f"mailto:{value}"))
            return
        QGuiApplication.clipboard().setText(value)
        self._context.notify(f"Kopiert: {value}")

    def _on_made(self, kind: Kind, record_id: UUID) -> None:
        self.made.emit(kind, record_id)

    @Slot(str)
    def _on_note(self, text: str) -> None:
        if self._shown is None:
            return
        kind, record_id = self._shown
        owner = "institution_id" if kind is Kind.INSTITUTION else "person_id"
        try:
            contacts.add_contact_note(self._context.desk, text, **{owner: record_id})
        except UserError as error:
            self._view.end_note(str(error))
        else:
            self._view.end_note()

    @Slot()
    def _on_delete(self) -> None:
        if self._shown is None:
            return
        kind, record_id = self._shown
        desk = self._context.desk
        if kind is Kind.BODY:
            title = f"{desk.read(body_card, record_id).name} löschen?"
            words = "Plätze und Amtszeiten gehen mit, die Menschen bleiben."
            dialogs.confirm(self._view, title, words, "Löschen", self._delete)
            return
        is_person = kind is Kind.PERSON
        ties = desk.read(ties_of_person if is_person else ties_of_institution, record_id)
        title = "Aus den Kontakten löschen?"
        words, yes, deed = follows(ties, is_person=is_person), "Löschen", self._delete
        if ties.children:
            words = f"Gehört zu {and_list(ties.children)} und bleibt dort; nur der Kontakt geht."
            yes, deed = "Aus Kontakten nehmen", self._leave
        dialogs.confirm(self._view, title, words, yes, deed)

    def _delete(self) -> None:
        if self._shown is not None:
            kind, record_id = self._shown
            self._try(partial(_DELETES[kind], self._context.desk, record_id))

    def _leave(self) -> None:
        if self._shown is not None:
            contacts.change_person(self._context.desk, self._shown[1], is_contact=False)


def follows(ties: Ties, *, is_person: bool) -> str:
    """Return what goes along: "3 Nummern und Adressen, 1 Funktion. Rückgängig mit Strg+Z."."""
    terms = ("Platz in einem Gremium", "Plätze in Gremien")
    parts = [
        plural(number, one, many)
        for number, one, many in (
            (ties.ways, "Nummer oder Adresse", "Nummern und Adressen"),
            (ties.functions, "Funktion", "Funktionen"),
            (ties.terms, *terms),
            (ties.notes, "Notiz", "Notizen"),
        )
        if number
    ]
    what = f"Damit gehen auch {and_list(parts)}." if parts else "Sonst hängt nichts daran."
    stay = "" if is_person else " Die Menschen bleiben."
    return f"{what}{stay} Strg+Z bringt alles zurück."
