"""The adults and the households of a family as lines of a child's card."""

from __future__ import annotations

from typing import Any

from kitadesk.domain.names import spoken_name
from kitadesk.domain.people import CustodyAnswer, DeliveryWay
from kitadesk.queries.children import AdultRow, ChildCard
from kitadesk.queries.households import HouseholdRow
from kitadesk.services.children import AdultInput, add_adult, change_adult, remove_adult
from kitadesk.services.desk import Desk
from kitadesk.services.families import (
    HouseholdInput,
    add_household,
    change_household,
    delete_household,
)
from kitadesk.ui.children.maker import choice_field, text_field, tick_field
from kitadesk.ui.kit.line_text import FieldMaker, LineDeed, LineText

CUSTODY = (
    (CustodyAnswer.UNKNOWN, "unbekannt"),
    (CustodyAnswer.YES, "ja"),
    (CustodyAnswer.NO, "nein"),
)
DELIVERY = (
    (DeliveryWay.BACKPACK, "mit dem Kind"),
    (DeliveryWay.POST, "mit der Post"),
    (DeliveryWay.PERSONAL, "persönlich"),
    (DeliveryWay.MAIL, "per E-Mail"),
)


def adult_lines(desk: Desk, card: ChildCard) -> tuple[LineText, ...]:
    """Return one line per adult, and the one that adds another."""
    lines = [_adult_line(desk, card, row) for row in card.adults]
    child_id = card.child.id

    def add(values: tuple[Any, ...]) -> None:
        first, last, phone = values
        add_adult(desk, AdultInput(child_id, last, first, phone))

    new = (
        text_field("newAdultFirstName", "Vorname", ""),
        text_field("newAdultLastName", "Nachname", card.child.last_name),
        text_field("newAdultPhone", "Telefon", ""),
    )
    return (*lines, LineText("newAdult", "", "+ Person", new, kind="muted", add=add))


def household_lines(desk: Desk, card: ChildCard) -> tuple[LineText, ...]:
    """Return one line per household, and the one that adds a second letter."""
    homes = card.family.households
    lines = [_household_line(desk, row, can_delete=len(homes) > 1) for row in homes]
    family_id = card.family.id

    def add(values: tuple[Any, ...]) -> None:
        name, street, postcode, town = values
        add_household(desk, HouseholdInput(family_id, name, street, postcode, town))

    new = (
        text_field("newHomeName", "An (Name auf dem Brief)", ""),
        text_field("newHomeStreet", "Straße", ""),
        text_field("newHomePostcode", "PLZ", ""),
        text_field("newHomeTown", "Ort", ""),
    )
    words = "+ Weiterer Haushalt (eigener Brief)"
    return (*lines, LineText("newHome", "", words, new, kind="muted", add=add))


def _adult_line(desk: Desk, card: ChildCard, row: AdultRow) -> LineText:
    child, person = card.child.id, row.person_id
    begin = f"adult{card.adults.index(row)}"

    def custody(answer: CustodyAnswer) -> None:
        change_adult(desk, child, person, has_custody=answer)

    fields = (
        text_field(f"{begin}FirstName", "Vorname", row.first_name,
                   lambda text: change_adult(desk, child, person, first_name=text)),
        text_field(f"{begin}LastName", "Nachname", row.last_name,
                   lambda text: change_adult(desk, child, person, last_name=text)),
        text_field(f"{begin}Phone", "Telefon", row.phone,
                   lambda text: change_adult(desk, child, person, phone=text)),
        choice_field(f"{begin}Custody", "Sorgerecht", CUSTODY, row.has_custody, custody),
        tick_field(f"{begin}LivesWith", "Das Kind lebt hier", row.lives_with,
                   lambda on: change_adult(desk, child, person, lives_with=on)),
        tick_field(f"{begin}Share", "Adresse darf an andere Familien gehen",
                   row.may_share_address,
                   lambda on: change_adult(desk, child, person, may_share_address=on)),
    )  # fmt: skip
    name = spoken_name(row.first_name, row.last_name)
    remove = LineDeed("Von diesem Kind nehmen", lambda: remove_adult(desk, child, person))
    return LineText(
        f"adult_{person.hex}", "", f"{name}\n{adult_words(row)}", fields, deeds=(remove,),
    )  # fmt: skip


def adult_words(row: AdultRow) -> str:
    """Return what stands beside an adult: number, custody, where the child lives."""
    parts = [row.phone, f"Sorgerecht {dict(CUSTODY)[row.has_custody]}"]
    if not row.lives_with:
        parts.append("Kind lebt nicht hier")
    if row.may_share_address:
        parts.append("Adresse frei für andere Familien")
    return " · ".join(part for part in parts if part)


def _household_line(desk: Desk, row: HouseholdRow, *, can_delete: bool) -> LineText:
    key, begin = row.id, f"home{row.position}"

    def way(found: DeliveryWay) -> None:
        change_household(desk, key, delivery=found)

    fields: tuple[FieldMaker, ...] = (
        text_field(f"{begin}Name", "An (Name auf dem Brief)", row.name,
                   lambda text: change_household(desk, key, name=text)),
        text_field(f"{begin}Street", "Straße", row.street,
                   lambda text: change_household(desk, key, street=text)),
        text_field(f"{begin}Postcode", "PLZ", row.postcode,
                   lambda text: change_household(desk, key, postcode=text)),
        text_field(f"{begin}Town", "Ort", row.town,
                   lambda text: change_household(desk, key, town=text)),
        choice_field(f"{begin}Delivery", "Zettel kommen", DELIVERY, row.delivery, way),
        tick_field(f"{begin}NoPost", "Keine Post schicken", row.no_post,
                   lambda on: change_household(desk, key, no_post=on)),
        tick_field(f"{begin}NoReminder", "Nicht erinnern", row.no_reminder,
                   lambda on: change_household(desk, key, no_reminder=on)),
        tick_field(f"{begin}Blocked", "Adresse nicht weitergeben", row.address_is_blocked,
                   lambda on: change_household(desk, key, address_is_blocked=on)),
    )  # fmt: skip
    delete = LineDeed("Haushalt löschen", lambda: delete_household(desk, key))
    return LineText(
        f"home_{row.id.hex}", "", f"{household_name(row)}\n{household_words(row)}", fields,
        deeds=(delete,) if can_delete else (),
    )  # fmt: skip


def household_name(row: HouseholdRow) -> str:
    """Return whom the letter is to: the name on it, or who lives there."""
    number = "Zweiter Haushalt" if row.position else "Haushalt"
    return row.name or ", ".join(row.members) or number


def household_words(row: HouseholdRow) -> str:
    """Return address, way and what must not happen."""
    signs = (
        (row.no_post, "keine Post"),
        (row.no_reminder, "nicht erinnern"),
        (row.address_is_blocked, "Adresse nicht weitergeben"),
    )
    town = " ".join(part for part in (row.postcode, row.town) if part)
    address = ", ".join(part for part in (row.street, town) if part)
    parts = [address or "ohne Anschrift", f"Zettel {dict(DELIVERY)[row.delivery]}"]
    return " · ".join([*parts, *(words for is_so, words in signs if is_so)])
