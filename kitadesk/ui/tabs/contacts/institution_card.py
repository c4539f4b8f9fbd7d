"""The card of an institution with the people who work there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from kitadesk.domain.institutions import InstitutionKind, ProviderType
from kitadesk.queries.contact_card import (
    ContactNote,
    InstitutionCard,
    function_names,
    institution_card,
)
from kitadesk.queries.former_values import former_values
from kitadesk.queries.institutions import people_of
from kitadesk.services import contacts, institutions
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.edit_line import LineText
from kitadesk.ui.tabs.contacts.card_lines import (
    Act,
    Card,
    CardPerson,
    Save,
    area_field,
    checked_line,
    choice_field,
    contact_line,
    new_ways,
    plain_line,
    sort_filled,
    suggest_field,
    text_field,
    way_lines,
)

KINDS = tuple((kind, kind.label) for kind in InstitutionKind)
_PROVIDERS = (
    (ProviderType.UNKNOWN, "nicht bekannt"),
    (ProviderType.MUNICIPAL, "kommunal"),
    (ProviderType.FREE, "frei"),
    (ProviderType.PROTESTANT, "evangelisch"),
    (ProviderType.CATHOLIC, "katholisch"),
)


def house_card(desk: Desk, institution_id: UUID, act: Act, notes: Sequence[ContactNote]) -> Card:
    """Return the card of an institution; raises UserError ``record_gone``.

    Name and address of the own house stand on letterheads and are changed in the settings.
    """
    card = desk.read(institution_card, institution_id)
    people = tuple(
        CardPerson(person.id, person.name, person.functions)
        for person in desk.read(people_of, institution_id)
    )
    filled, empty = sort_filled(_about(desk, card))
    save = partial(_saver, desk, card.id)
    past = desk.look(former_values, [way.id for way in card.ways])
    return Card(
        title=_title(desk, card),
        subtitle=card.kind.label if not card.is_own else f"{card.kind.label} · eigene Einrichtung",
        lines=(
            *filled,
            *way_lines(desk, card.ways, act, past),
            *_rooms(card),
            checked_line(desk, card.checked_on, save("checked_on")),
            *contact_line(notes),
        ),
        more=(
            ("Person", _new_person(desk, card.id)),
            *new_ways(desk, institution_id=card.id),
            *empty,
        ),
        people=people,
        bodies=card.bodies,
        can_delete=not card.is_own,
    )


def _saver(desk: Desk, institution_id: UUID, attribute: str) -> Save:
    def run(value: Any) -> None:
        fields = {attribute: value}
        institutions.change_institution(desk, institution_id, **fields)

    return run


def _title(desk: Desk, card: InstitutionCard) -> LineText:
    save = partial(_saver, desk, card.id)
    fields = (
        text_field("institutionName", "Name", card.name, save("name")),
        text_field("institutionShort", "Kurzname", card.short_name, save("short_name")),
        choice_field("institutionKind", "Art", card.kind, KINDS, save("kind")),
    )
    return LineText(
        key="name", caption="", text=card.name, kind="title", fields=() if card.is_own else fields
    )


def _about(desk: Desk, card: InstitutionCard) -> list[tuple[str, LineText]]:
    save = partial(_saver, desk, card.id)
    note = area_field("institutionNote", "Bemerkung", card.note, save("note"))
    return [
        ("Anschrift", _address(desk, card)),
        ("Träger", _provider(desk, card)),
        ("Bemerkung", plain_line("note", "Bemerkung", card.note, note)),
    ]


def _address(desk: Desk, card: InstitutionCard) -> LineText:
    save = partial(_saver, desk, card.id)
    town = " ".join(filter(None, (card.postcode, card.town)))
    district = f"Ortsteil {card.district}" if card.district else ""
    fields = (
        text_field("institutionStreet", "Straße und Nummer", card.street, save("street")),
        text_field("institutionPostcode", "Postleitzahl", card.postcode, save("postcode")),
        text_field("institutionTown", "Ort", card.town, save("town")),
        text_field("institutionDistrict", "Ortsteil", card.district, save("district")),
    )
    return LineText(
        key="address",
        caption="Anschrift",
        text=", ".join(filter(None, (card.street, town, district))),
        fields=fields[3:] if card.is_own else fields,
    )


def _provider(desk: Desk, card: InstitutionCard) -> LineText:
    save = partial(_saver, desk, card.id)
    is_told = card.provider_type is not ProviderType.UNKNOWN
    kind = dict(_PROVIDERS)[card.provider_type] if is_told else ""
    return LineText(
        key="provider",
        caption="Träger",
        text=", ".join(filter(None, (card.provider, kind))),
        fields=(
            text_field("institutionProvider", "Träger", card.provider, save("provider")),
            choice_field(
                "institutionProviderType", "Art des Trägers", card.provider_type, _PROVIDERS,
                save("provider_type"),
            ),
        ),
    )  # fmt: skip


def _rooms(card: InstitutionCard) -> list[LineText]:
    said = [f"{name} ({seats} Plätze)" if seats else name for name, seats in card.rooms]
    return [LineText(key="rooms", caption="Räume", text=", ".join(said))] if said else []


def _new_person(desk: Desk, institution_id: UUID) -> LineText:
    def add(values: tuple[Any, ...]) -> None:
        last_name, first_name, function = values
        contacts.add_colleague(
            desk, contacts.ColleagueInput(institution_id, last_name, first_name, function)
        )

    return LineText(
        key="new_person",
        caption="Person",
        text="",
        fields=(
            text_field("personLastName", "Nachname", ""),
            text_field("personFirstName", "Vorname", ""),
            suggest_field("jobName", "Funktion", "", partial(desk.read, function_names)),
        ),
        add=add,
    )
