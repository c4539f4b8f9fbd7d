"""The lines of a card: what they say, which fields they become, and what saves them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kitadesk.base.clock import local
from kitadesk.base.dates import numeric_date
from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.queries.contact_card import ContactNote
from kitadesk.queries.former_values import FormerValue
from kitadesk.queries.institutions import WayRow
from kitadesk.services import contacts, institutions
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.edit_line import FieldMaker, LineDeed, LineText
from kitadesk.ui.kit.fields import Field
from kitadesk.ui.kit.forms import AreaField, ChoiceField, DateField, TextField
from kitadesk.ui.kit.suggest import SuggestField
from kitadesk.ui.kit.tokens import Tone

WAY_LABELS = {
    ContactKind.PHONE: "Telefon",
    ContactKind.MOBILE: "Mobil",
    ContactKind.EMAIL: "E-Mail",
    ContactKind.FAX: "Fax",
    ContactKind.WEB: "Internet",
}
SEEN_BY = {
    Visibility.INTERNAL: ("intern", Tone.NEUTRAL),
    Visibility.MEMBERS: ("Mitglieder", Tone.ACCENT),
    Visibility.PUBLIC: ("öffentlich", Tone.GOOD),
}


def _labels() -> tuple[str, ...]:
    return ("dienstlich", "privat", "Sekretariat", "Büro", "Vertretung")


Act = Callable[[ContactKind, str], None]
Save = Callable[[Any], object]
Past = Mapping[UUID, FormerValue]
"""What stood in a record before, by its key."""


@dataclass(frozen=True, slots=True)
class CardPerson:
    """Somebody who works in the institution of the card."""

    id: UUID
    name: str
    function: str


@dataclass(frozen=True, slots=True)
class Section:
    """Lines below a heading of their own: the seats of a body, the notes about a contact."""

    title: str
    lines: tuple[LineText, ...] = ()


@dataclass(frozen=True, slots=True)
class CardDeed:
    """Something else to do with the whole record, at the foot of its card."""

    name: str
    title: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Card:
    """A card from top to bottom; `more` are lines that "+" opens.

    `remark` is what wants a look. `history` stands below in a card of its own; without
    `has_notes` nobody can write a quick note.
    """

    title: LineText
    subtitle: str = ""
    remark: tuple[str, Tone] | None = None
    lines: tuple[LineText, ...] = ()
    sections: tuple[Section, ...] = ()
    more: tuple[tuple[str, LineText], ...] = ()
    people: tuple[CardPerson, ...] = ()
    bodies: tuple[tuple[UUID, str], ...] = ()
    deeds: tuple[CardDeed, ...] = ()
    can_delete: bool = True
    history: Section = Section("Verlauf")
    has_notes: bool = True

    @property
    def all_lines(self) -> tuple[LineText, ...]:
        """Every line from top to bottom, those of the history too."""
        below = (line for section in self.sections for line in section.lines)
        return (self.title, *self.lines, *below, *self.history.lines)


def text_field(
    name: str, caption: str, value: str, save: Save | None = None, *, hint: str = ""
) -> FieldMaker:
    """Return one line of text."""

    def make(parent: QWidget) -> Field:
        return TextField(caption, parent, name=name, hint=hint)

    return FieldMaker(make, value, save)


def suggest_field(
    name: str,
    caption: str,
    value: str,
    offered: Callable[[], Sequence[str]],
    save: Save | None = None,
) -> FieldMaker:
    """Return a line of text with suggestions, which are read when the field is opened."""

    def make(parent: QWidget) -> Field:
        return SuggestField(caption, offered(), parent, name=name)

    return FieldMaker(make, value, save)


def choice_field(
    name: str,
    caption: str,
    value: Any,
    options: Sequence[tuple[Any, str]],
    save: Save | None = None,
) -> FieldMaker:
    """Return one of a few things."""

    def make(parent: QWidget) -> Field:
        return ChoiceField(caption, options, parent, name=name)

    return FieldMaker(make, value, save)


def date_field(
    name: str, caption: str, value: date | None, desk: Desk, save: Save | None = None
) -> FieldMaker:
    """Return a date in any way of writing."""

    def make(parent: QWidget) -> Field:
        return DateField(caption, parent, name=name, today=desk.clock.today)

    return FieldMaker(make, value, save)


def area_field(
    name: str,
    caption: str,
    value: str,
    save: Save,
    *,
    hint: str = "Keine Diagnosen, keine Vermutungen",
) -> FieldMaker:
    """Return some lines of text."""

    def make(parent: QWidget) -> Field:
        return AreaField(caption, parent, name=name, hint=hint)

    return FieldMaker(make, value, save)


def past_words(past: FormerValue | None) -> str:
    """Return "vorher: 0371 555-11, bis 3.3.", empty where nothing else stood."""
    if past is None:
        return ""
    until = past.until
    return f"vorher: {past.text}, bis {until.day}.{until.month}."


def way_lines(desk: Desk, ways: Sequence[WayRow], act: Act, past: Past) -> list[LineText]:
    """Return numbers and addresses, each with who may see it and what stood there before."""
    return [_way_line(desk, way, act, past_words(past.get(way.id))) for way in ways]


def contact_line(notes: Sequence[ContactNote]) -> tuple[LineText, ...]:
    """Return when somebody last spoke with the contact, as the newest note tells."""
    if not notes:
        return ()
    last = numeric_date(local(notes[0].made_at).date())
    return (LineText(key="contacted", caption="Kontakt", text=f"zuletzt am {last}"),)


def _way_line(desk: Desk, way: WayRow, act: Act, past: str) -> LineText:
    def save(attribute: str) -> Save:
        def run(value: Any) -> None:
            contacts.change_contact_way(desk, way.id, **{attribute: value})

        return run

    kinds = list(WAY_LABELS.items())
    seen = [(kind, words) for kind, (words, _tone) in SEEN_BY.items()]
    hint = "Klick: E-Mail schreiben" if way.kind is ContactKind.EMAIL else "Klick: kopieren"
    return LineText(
        key=f"way{way.id.hex}",
        caption=WAY_LABELS[way.kind],
        text=way.value,
        fields=(
            text_field("wayValue", WAY_LABELS[way.kind], way.value, save("value")),
            suggest_field("wayLabel", "Bezeichnung", way.label, _labels, save("label")),
            choice_field("wayVisibility", "Sichtbar für", way.visibility, seen, save("visibility")),
            choice_field("wayKind", "Art", way.kind, kinds, save("kind")),
        ),
        pill=SEEN_BY[way.visibility],
        remark=way.label,
        past=past,
        deeds=(LineDeed("Löschen", partial(contacts.delete_contact_way, desk, way.id)),),
        act=partial(act, way.kind, way.value),
        act_hint=hint,
    )


def new_ways(desk: Desk, **owner: UUID) -> list[tuple[str, LineText]]:
    """Return lines that add a number or address; private until said otherwise."""

    def adder(kind: ContactKind) -> Callable[[tuple[Any, ...]], object]:
        def add(values: tuple[Any, ...]) -> None:
            entered = institutions.ContactWayInput(
                kind, values[0], owner.get("person_id"), owner.get("institution_id"), values[1]
            )
            institutions.add_contact_way(desk, entered)

        return add

    return [
        (
            label,
            LineText(
                key=f"new_{kind.value}",
                caption=label,
                text="",
                fields=(
                    text_field("wayValue", label, ""),
                    suggest_field("wayLabel", "Bezeichnung", "", _labels),
                ),
                add=adder(kind),
            ),
        )
        for kind, label in WAY_LABELS.items()
    ]


def checked_line(desk: Desk, day: date | None, save: Save) -> LineText:
    """Return when somebody last made sure that all this is still true."""

    def today() -> None:
        save(desk.clock.today())

    return LineText(
        key="checked",
        caption="Geprüft",
        text=f"am {numeric_date(day)}" if day is not None else "noch nicht",
        fields=(date_field("contactChecked", "Zuletzt geprüft am", day, desk, save),),
        kind="" if day is not None else "muted",
        deeds=(LineDeed("Heute geprüft", today),),
    )


def plain_line(key: str, caption: str, text: str, maker: FieldMaker) -> LineText:
    """Return a line of one field."""
    return LineText(key=key, caption=caption, text=text, fields=(maker,))


def sort_filled(
    lines: Sequence[tuple[str, LineText]],
) -> tuple[list[LineText], list[tuple[str, LineText]]]:
    """Return the lines that say something, and those that "+" opens."""
    filled = [line for _label, line in lines if line.text]
    return filled, [(label, line) for label, line in lines if not line.text]
