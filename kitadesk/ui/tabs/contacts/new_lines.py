"""The fields of a new person or institution; the record exists only after they are filled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from kitadesk.domain.institutions import InstitutionKind
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import (
    InstitutionInput,
    PersonInput,
    add_institution,
    add_person,
)
from kitadesk.ui.kit.edit_line import LineText
from kitadesk.ui.tabs.contacts.card_lines import choice_field, text_field
from kitadesk.ui.tabs.contacts.contact_rows import Kind
from kitadesk.ui.tabs.contacts.institution_card import KINDS

Made = Callable[[Kind, UUID], object]


def new_person(desk: Desk, made: Made) -> LineText:
    """Return the fields of a new person."""

    def add(values: tuple[Any, ...]) -> None:
        last_name, first_name = values
        made(Kind.PERSON, add_person(desk, PersonInput(last_name, first_name)))

    return LineText(
        key="new",
        caption="",
        text="Neue Person",
        kind="title",
        fields=(
            text_field("personLastName", "Nachname", ""),
            text_field("personFirstName", "Vorname", ""),
        ),
        add=add,
    )


def new_institution(desk: Desk, made: Made) -> LineText:
    """Return the fields of a new institution."""

    def add(values: tuple[Any, ...]) -> None:
        name, kind, town = values
        entered = InstitutionInput(kind, name, town=town)
        made(Kind.INSTITUTION, add_institution(desk, entered))

    return LineText(
        key="new",
        caption="",
        text="Neue Einrichtung",
        kind="title",
        fields=(
            text_field("institutionName", "Name", ""),
            choice_field("institutionKind", "Art", InstitutionKind.OTHER, KINDS),
            text_field("institutionTown", "Ort", ""),
        ),
        add=add,
    )
