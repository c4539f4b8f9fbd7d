"""The adults of a child, as its card enters them: who they are, custody, what may be passed on."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TypedDict

from sqlalchemy import func, select
from typing_extensions import Unpack

from kitadesk.base.errors import UserError
from kitadesk.domain.entries import checked_line, checked_name
from kitadesk.domain.names import name_sort_key, spoken_name
from kitadesk.domain.people import ContactKind, CustodyAnswer
from kitadesk.queries.children import person_name
from kitadesk.services.desk import Desk
from kitadesk.services.families import remove_lonely_person
from kitadesk.storage.models.people import (
    Child,
    ContactWay,
    Custody,
    Household,
    HouseholdMember,
    Person,
)
from kitadesk.storage.writer import Writer

_CALLED = (ContactKind.PHONE, ContactKind.MOBILE)
_MOBILE_BEGINS = ("015", "016", "017", "+4915", "+4916", "+4917")


@dataclass(frozen=True, slots=True)
class AdultInput:
    """An adult to add to a child; custody stays unknown until somebody says it."""

    child_id: uuid.UUID
    last_name: str
    first_name: str = ""
    phone: str = ""


class AdultFields(TypedDict, total=False):
    """What can be changed about an adult and the tie to a child; the others stay as they are."""

    last_name: str
    first_name: str
    phone: str
    has_custody: CustodyAnswer
    lives_with: bool
    may_share_address: bool


def add_adult(desk: Desk, entered: AdultInput) -> uuid.UUID:
    """Add an adult to a child and to the first household of its family."""
    last_name = checked_name(entered.last_name, "Nachname")
    first_name = checked_line(entered.first_name, "Vorname")
    phone = checked_line(entered.phone, "Telefon")
    with desk.write(f"Neu: {spoken_name(first_name, last_name)}") as w:
        child = w.get(Child, entered.child_id)
        person = w.add(
            Person(
                last_name=last_name,
                first_name=first_name,
                sort_key=name_sort_key(last_name, first_name),
            )
        )
        w.session.flush()
        _set_phone(w, person.id, phone)
        ours = Custody.child_id == child.id
        w.add(
            Custody(
                child_id=child.id,
                person_id=person.id,
                position=w.session.scalar(select(func.count(Custody.id)).where(ours)) or 0,
            )
        )
        _move_in(w, child.family_id, person.id)
        return person.id


def change_adult(
    desk: Desk, child_id: uuid.UUID, person_id: uuid.UUID, **fields: Unpack[AdultFields]
) -> None:
    """Change what is named; name and number hold for all children of this person."""
    merge_key = f"adult:{child_id}:{person_id}:{','.join(sorted(fields))}"
    with desk.write(f"Angaben {desk.read(person_name, person_id)}", merge_key=merge_key) as w:
        person, tie = w.get(Person, person_id), _tie(w, child_id, person_id)
        if "last_name" in fields:
            person.last_name = checked_name(fields["last_name"], "Nachname")
        if "first_name" in fields:
            person.first_name = checked_line(fields["first_name"], "Vorname")
        person.sort_key = name_sort_key(person.last_name, person.first_name)
        if "phone" in fields:
            _set_phone(w, person_id, checked_line(fields["phone"], "Telefon"))
        for name in ("has_custody", "lives_with", "may_share_address"):
            if name in fields:
                setattr(tie, name, fields[name])


def remove_adult(desk: Desk, child_id: uuid.UUID, person_id: uuid.UUID) -> None:
    """Take an adult off a child; who is nobody else's goes out of the households and the house."""
    with desk.write(f"{desk.read(person_name, person_id)} entfernt") as w:
        w.delete(_tie(w, child_id, person_id))
        family_id = w.get(Child, child_id).family_id
        w.session.flush()
        of_family = Custody.child_id.in_(select(Child.id).where(Child.family_id == family_id))
        still = select(Custody.id).where(Custody.person_id == person_id, of_family).limit(1)
        if w.session.scalar(still) is None:
            homes = select(Household.id).where(Household.family_id == family_id)
            members = select(HouseholdMember).where(
                HouseholdMember.person_id == person_id, HouseholdMember.household_id.in_(homes)
            )
            for member in w.session.scalars(members).all():
                w.delete(member)
        w.session.flush()
        remove_lonely_person(w, person_id)


def give_adults(w: Writer, child: Child, sibling_id: uuid.UUID) -> None:
    """Let a child have the adults of a sibling, as part of a larger step; custody stays unknown."""
    ties = select(Custody).where(Custody.child_id == sibling_id).order_by(Custody.position)
    for tie in w.session.scalars(ties).all():
        w.add(
            Custody(
                child_id=child.id,
                person_id=tie.person_id,
                lives_with=tie.lives_with,
                position=tie.position,
            )
        )


def _move_in(w: Writer, family_id: uuid.UUID, person_id: uuid.UUID) -> None:
    homes = select(Household).where(Household.family_id == family_id)
    first = w.session.scalars(homes.order_by(Household.position)).first()
    if first is None:
        return
    ours = HouseholdMember.household_id == first.id
    count = w.session.scalar(select(func.count(HouseholdMember.id)).where(ours)) or 0
    w.add(HouseholdMember(household_id=first.id, person_id=person_id, position=count))


def _set_phone(w: Writer, person_id: uuid.UUID, phone: str) -> None:
    """Keep the first number in step with what was typed; empty takes it away."""
    ways = (
        select(ContactWay)
        .where(ContactWay.person_id == person_id, ContactWay.kind.in_(_CALLED))
        .order_by(ContactWay.position, ContactWay.id)
    )
    found = w.session.scalars(ways).first()
    is_mobile = phone.replace(" ", "").startswith(_MOBILE_BEGINS)
    kind = ContactKind.MOBILE if is_mobile else ContactKind.PHONE
    if found is None and phone:
        w.add(ContactWay(person_id=person_id, kind=kind, value=phone))
    elif found is not None and phone:
        found.value, found.kind = phone, kind
    elif found is not None:
        w.delete(found)


def _tie(w: Writer, child_id: uuid.UUID, person_id: uuid.UUID) -> Custody:
    query = select(Custody).where(Custody.child_id == child_id, Custody.person_id == person_id)
    found = w.session.scalars(query).first()
    if found is None:
        raise UserError("record_gone")
    return found
