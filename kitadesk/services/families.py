"""Families and their households: joined when they are one, split when they are two."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict, TypeVar

from sqlalchemy import func, select
from typing_extensions import Unpack

from kitadesk.base.text import fold, sort_key
from kitadesk.domain.addresses import PostalAddress
from kitadesk.domain.entries import checked_line, checked_name
from kitadesk.domain.names import family_name_of
from kitadesk.domain.people import DeliveryWay
from kitadesk.services.desk import Desk
from kitadesk.storage.models.bodies import SeatTerm
from kitadesk.storage.models.events import Registration, ReplySlip
from kitadesk.storage.models.house import Note
from kitadesk.storage.models.people import (
    Child,
    ContactWay,
    Custody,
    Family,
    Household,
    HouseholdMember,
    Person,
    PersonFunction,
)
from kitadesk.storage.writer import Writer

OfFamily = TypeVar("OfFamily", Child, Household, Note)
OfHousehold = TypeVar("OfHousehold", HouseholdMember, Registration, ReplySlip)
_LINES = {"name": "Name", "street": "Straße", "postcode": "Postleitzahl", "town": "Ort"}


@dataclass(frozen=True, slots=True)
class HouseholdInput:
    """A further household of a family: its own letter, its own address."""

    family_id: uuid.UUID
    name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    delivery: DeliveryWay = DeliveryWay.BACKPACK
    member_ids: tuple[uuid.UUID, ...] = ()


class HouseholdFields(TypedDict, total=False):
    """What can be changed about a household; fields that are not named stay as they are."""

    name: str
    street: str
    postcode: str
    town: str
    delivery: DeliveryWay
    no_post: bool
    no_reminder: bool
    address_is_blocked: bool


def rename_family(desk: Desk, family_id: uuid.UUID, name: str) -> None:
    """Give a family another name than that of its children."""
    name = checked_name(name, "Familie")
    with desk.write(f"Familie {name}", merge_key=f"family:{family_id}:name") as w:
        family = w.get(Family, family_id)
        family.name, family.sort_key = name, sort_key(name)


def add_household(desk: Desk, entered: HouseholdInput) -> uuid.UUID:
    """Add a household behind the others; its members leave the other households of the family."""
    texts = {name: checked_line(getattr(entered, name), label) for name, label in _LINES.items()}
    with desk.write("Neuer Haushalt") as w:
        family = w.get(Family, entered.family_id)
        last = w.session.scalar(
            select(func.max(Household.position)).where(Household.family_id == family.id)
        )
        household = w.add(
            Household(
                family_id=family.id,
                position=0 if last is None else last + 1,
                delivery=entered.delivery,
                **texts,
            )
        )
        w.session.flush()
        for member in _members_of_family(w, family.id):
            if member.person_id in entered.member_ids:
                member.household_id = household.id
        return household.id


def change_household(
    desk: Desk, household_id: uuid.UUID, **fields: Unpack[HouseholdFields]
) -> None:
    """Change what is named; typing in one field becomes one step."""
    merge_key = f"household:{household_id}:{','.join(sorted(fields))}"
    with desk.write("Angaben zum Haushalt", merge_key=merge_key) as w:
        household = w.get(Household, household_id)
        for name, value in fields.items():
            label = _LINES.get(name)
            setattr(household, name, checked_line(str(value), label) if label else value)


def delete_household(desk: Desk, household_id: uuid.UUID) -> None:
    """Delete a household with its replies; the people in it stay custodians."""
    with desk.write("Haushalt gelöscht") as w:
        w.delete(w.get(Household, household_id))


def merge_families(desk: Desk, keep: uuid.UUID, other: uuid.UUID) -> None:
    """Make one family of two: siblings who came in as strangers.

    A household of the other family that has the same address, or none, joins the kept one with its
    people and replies; one with an address of its own stays a household of its own.
    """
    with desk.write("Familien zusammengelegt") as w:
        join_families(w, keep, other)


def join_families(w: Writer, keep: uuid.UUID, other: uuid.UUID) -> None:
    """Do what `merge_families` says as part of a larger step."""
    kept, gone = w.get(Family, keep), w.get(Family, other)
    if kept is gone:
        return
    for child in _of_family(w, Child, gone.id):
        child.family_id = kept.id
    for note in _of_family(w, Note, gone.id):
        note.family_id = kept.id
    homes = _of_family(w, Household, kept.id)
    for household in _of_family(w, Household, gone.id):
        same = next((home for home in homes if _same_home(home, household)), None)
        if same is None:
            household.family_id, household.position = kept.id, len(homes)
            homes.append(household)
        else:
            _join_households(w, same, household)
    w.session.flush()
    _merge_same_people(w, kept.id)
    siblings = _of_family(w, Child, kept.id)
    kept.name = family_name_of([(child.last_name, child.first_name) for child in siblings])
    kept.sort_key = sort_key(kept.name)
    w.delete(gone)


def split_family(desk: Desk, child_ids: Iterable[uuid.UUID]) -> uuid.UUID:
    """Take children out of their family into one of their own; returns the new family.

    Both keep the address; people stay where they are custodians.
    """
    with desk.write("Familie getrennt") as w:
        moved = [w.get(Child, child_id) for child_id in child_ids]
        old = w.get(Family, moved[0].family_id)
        name = family_name_of([(child.last_name, child.first_name) for child in moved])
        new = w.add(Family(institution_id=old.institution_id, name=name, sort_key=sort_key(name)))
        w.session.flush()
        for child in moved:
            child.family_id = new.id
        w.session.flush()
        for household in _of_family(w, Household, old.id):
            _copy_household(w, household, new.id)
        _drop_strangers(w, old.id)
        _drop_strangers(w, new.id)
        remove_empty_family(w, old.id)
        return new.id


def remove_empty_family(w: Writer, family_id: uuid.UUID) -> None:
    """Delete a family without children, and its people who are nothing else to the house."""
    w.session.flush()
    if w.session.scalar(select(Child.id).where(Child.family_id == family_id).limit(1)):
        return
    people = [member.person_id for member in _members_of_family(w, family_id)]
    w.delete(w.get(Family, family_id))
    for person_id in dict.fromkeys(people):
        remove_lonely_person(w, person_id)


def remove_lonely_person(w: Writer, person_id: uuid.UUID) -> None:
    """Delete a person whom nothing ties to the house any more; contacts stay."""
    person = w.session.get(Person, person_id)
    ties = (Custody, HouseholdMember, PersonFunction, SeatTerm)
    if person is None or person.is_contact:
        return
    for tie in ties:
        if w.session.scalar(select(tie.id).where(tie.person_id == person_id).limit(1)):
            return
    w.delete(person)


def _of_family(w: Writer, model: type[OfFamily], family_id: uuid.UUID) -> list[OfFamily]:
    statement = select(model).where(model.family_id == family_id)
    if model is Household:
        statement = statement.order_by(Household.position)
    return list(w.session.scalars(statement))


def _members_of_family(w: Writer, family_id: uuid.UUID) -> list[HouseholdMember]:
    is_ours = HouseholdMember.household_id.in_(
        select(Household.id).where(Household.family_id == family_id)
    )
    statement = select(HouseholdMember).where(is_ours)
    return list(w.session.scalars(statement.order_by(HouseholdMember.position)))


def _same_home(home: Household, other: Household) -> bool:
    """An unknown address is no reason for a second letter; a second household keeps its own."""
    if home.position or other.position:
        return bool(_address_key(home)) and _address_key(home) == _address_key(other)
    return not _address_key(other) or _address_key(home) in {"", _address_key(other)}


def _address_key(household: Household) -> str:
    return PostalAddress(household.street, household.postcode, household.town).key


def _join_households(w: Writer, home: Household, gone: Household) -> None:
    """Move people, replies and slips, and the address where the kept household has none."""
    if not home.street and gone.street:
        home.street, home.postcode, home.town = gone.street, gone.postcode, gone.town
    _move(w, HouseholdMember, "person_id", home, gone)
    _move(w, Registration, "event_id", home, gone)
    _move(w, ReplySlip, "event_id", home, gone)
    w.session.flush()
    w.delete(gone)


def _move(
    w: Writer, model: type[OfHousehold], unique: str, home: Household, gone: Household
) -> None:
    """Move rows to another household unless that has its own for the same event or person."""
    column = getattr(model, unique)
    known = set(w.session.scalars(select(column).where(model.household_id == home.id)))
    for row in w.session.scalars(select(model).where(model.household_id == gone.id)).all():
        if getattr(row, unique) not in known:
            row.household_id = home.id


def _merge_same_people(w: Writer, family_id: uuid.UUID) -> None:
    """Let a person who stands twice in a family, with the same name, be one."""
    first: dict[str, uuid.UUID] = {}
    for member in _members_of_family(w, family_id):
        person = w.get(Person, member.person_id)
        kept = first.setdefault(fold(f"{person.first_name} {person.last_name}"), person.id)
        if kept == person.id:
            continue
        known = set(w.session.scalars(select(Custody.child_id).where(Custody.person_id == kept)))
        for tie in w.session.scalars(select(Custody).where(Custody.person_id == person.id)).all():
            if tie.child_id not in known:
                tie.person_id = kept
        for way in w.session.scalars(
            select(ContactWay).where(ContactWay.person_id == person.id)
        ).all():
            way.person_id = kept
        w.delete(member)
        _clear_custody(w, person.id)
        remove_lonely_person(w, person.id)


def _clear_custody(w: Writer, person_id: uuid.UUID) -> None:
    for tie in w.session.scalars(select(Custody).where(Custody.person_id == person_id)).all():
        w.delete(tie)


def _copy_household(w: Writer, household: Household, family_id: uuid.UUID) -> None:
    copy = w.add(
        Household(
            family_id=family_id,
            position=household.position,
            name=household.name,
            street=household.street,
            postcode=household.postcode,
            town=household.town,
            delivery=household.delivery,
            no_post=household.no_post,
            no_reminder=household.no_reminder,
            address_is_blocked=household.address_is_blocked,
        )
    )
    members = select(HouseholdMember).where(HouseholdMember.household_id == household.id)
    for member in w.session.scalars(members).all():
        w.add(
            HouseholdMember(
                household_id=copy.id, person_id=member.person_id, position=member.position
            )
        )


def _drop_strangers(w: Writer, family_id: uuid.UUID) -> None:
    """Take people out of a family who are custodians, but of none of its children."""
    w.session.flush()
    is_ours = Custody.child_id.in_(select(Child.id).where(Child.family_id == family_id))
    ours = set(w.session.scalars(select(Custody.person_id).where(is_ours)))
    others = set(w.session.scalars(select(Custody.person_id).where(~is_ours)))
    for member in _members_of_family(w, family_id):
        if member.person_id in others - ours:
            w.delete(member)
    emptied = _of_family(w, Household, family_id)[1:]
    taken = {member.household_id for member in _members_of_family(w, family_id)}
    for household in emptied:
        if household.id not in taken:
            w.delete(household)
