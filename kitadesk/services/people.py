"""Groups and children, as the office enters and changes them by hand."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from sqlalchemy import func, select
from typing_extensions import Unpack

from kitadesk.base.errors import UserError
from kitadesk.base.text import fold, sort_key
from kitadesk.domain.entries import checked_line, checked_name, checked_text
from kitadesk.domain.names import family_name_of, name_sort_key, spoken_name
from kitadesk.domain.stay import check_stay
from kitadesk.queries.house import own_house_id
from kitadesk.queries.people import child as child_row
from kitadesk.services.desk import Desk
from kitadesk.services.families import (
    HouseholdFields,
    HouseholdInput,
    add_household,
    change_household,
    delete_household,
    merge_families,
    remove_empty_family,
    rename_family,
    split_family,
)
from kitadesk.storage.models.people import Child, Family, Group, Household
from kitadesk.storage.writer import Writer

__all__ = [
    "ChildFields",
    "ChildInput",
    "HouseholdFields",
    "HouseholdInput",
    "add_child",
    "add_group",
    "add_household",
    "change_child",
    "change_household",
    "delete_child",
    "delete_group",
    "delete_household",
    "merge_families",
    "rename_family",
    "rename_group",
    "split_family",
]

_DAYS = {"birth_date", "entered_on", "left_on"}


@dataclass(frozen=True, slots=True)
class ChildInput:
    """A child to take in; without a family it gets one of its own, with one household."""

    last_name: str
    first_name: str = ""
    birth_date: date | None = None
    group_id: uuid.UUID | None = None
    family_id: uuid.UUID | None = None
    school_id: uuid.UUID | None = None
    cohort_id: uuid.UUID | None = None
    entered_on: date | None = None
    note: str = ""


class ChildFields(TypedDict, total=False):
    """What can be changed about a child; fields that are not named stay as they are."""

    last_name: str
    first_name: str
    birth_date: date | None
    group_id: uuid.UUID | None
    school_id: uuid.UUID | None
    cohort_id: uuid.UUID | None
    entered_on: date | None
    left_on: date | None
    note: str


def add_group(desk: Desk, name: str, symbol: str = "") -> uuid.UUID:
    """Add a group behind the others; a group of that name is taken as it is."""
    name = checked_name(name, "Gruppe")
    house_id = desk.read(own_house_id)
    with desk.write(f"Neue Gruppe {name}") as w:
        known = _group_named(w, name)
        if known is not None:
            return known.id
        last = w.session.scalar(select(func.max(Group.position)))
        group = Group(
            institution_id=house_id,
            name=name,
            sort_key=sort_key(name),
            symbol=checked_line(symbol, "Zeichen"),
            position=0 if last is None else last + 1,
        )
        return w.add(group).id


def rename_group(desk: Desk, group_id: uuid.UUID, name: str) -> None:
    """Give a group another name; raises UserError ``name_taken`` when another has it."""
    name = checked_name(name, "Gruppe")
    with desk.write(f"Gruppe {name}", merge_key=f"group:{group_id}:name") as w:
        group = w.get(Group, group_id)
        known = _group_named(w, name)
        if known is not None and known is not group:
            raise UserError("name_taken", name=name)
        group.name, group.sort_key = name, sort_key(name)


def delete_group(desk: Desk, group_id: uuid.UUID) -> None:
    """Delete a group; its children stay, without a group, and nobody changes into it any more."""
    with desk.write("Gruppe gelöscht") as w:
        for child in w.session.scalars(select(Child).where(Child.next_group_id == group_id)):
            child.next_group_id = child.next_group_on = None
        w.delete(w.get(Group, group_id))


def add_child(desk: Desk, entered: ChildInput) -> uuid.UUID:
    """Take in a child and return its key."""
    with desk.write(f"Neues Kind {entered_name(entered)}") as w:
        return take_in(w, entered, desk.clock.today()).id


def entered_name(entered: ChildInput) -> str:
    """Return the checked name of a child to take in: "Mia Albrecht"."""
    last_name = checked_name(entered.last_name, "Nachname")
    return spoken_name(checked_line(entered.first_name, "Vorname"), last_name)


def take_in(w: Writer, entered: ChildInput, today: date) -> Child:
    """Do what `add_child` says as part of a larger step."""
    last_name = checked_name(entered.last_name, "Nachname")
    first_name = checked_line(entered.first_name, "Vorname")
    check_stay(entered.birth_date, entered.entered_on, None, today)
    house_id = own_house_id(w.session)
    family_id = entered.family_id
    if family_id is None:
        name = family_name_of([(last_name, first_name)])
        family = Family(institution_id=house_id, name=name, sort_key=sort_key(name))
        family_id = w.add(family).id
        w.add(Household(family_id=family_id))
    else:
        w.get(Family, family_id)
    child = Child(
        institution_id=house_id,
        family_id=family_id,
        last_name=last_name,
        first_name=first_name,
        sort_key=name_sort_key(last_name, first_name),
        birth_date=entered.birth_date,
        group_id=entered.group_id,
        school_id=entered.school_id,
        cohort_id=entered.cohort_id,
        entered_on=entered.entered_on,
        note=checked_text(entered.note, "Notiz"),
    )
    return w.add(child)


def change_child(desk: Desk, child_id: uuid.UUID, **fields: Unpack[ChildFields]) -> None:
    """Change what is named; typing in one field becomes one step."""
    checked = _checked(fields)
    merge_key = f"child:{child_id}:{','.join(sorted(checked))}"
    with desk.write(f"Angaben {_name_of(desk, child_id)}", merge_key=merge_key) as w:
        child = w.get(Child, child_id)
        for name, value in checked.items():
            setattr(child, name, value)
        if checked.keys() & _DAYS:
            check_stay(child.birth_date, child.entered_on, child.left_on, desk.clock.today())
        child.sort_key = name_sort_key(child.last_name, child.first_name)


def delete_child(desk: Desk, child_id: uuid.UUID) -> None:
    """Delete a child that was entered by mistake, and its family when it was the only child.

    A child that leaves gets `left_on` instead.
    """
    with desk.write(f"{_name_of(desk, child_id)} gelöscht") as w:
        child = w.get(Child, child_id)
        family_id = child.family_id
        w.delete(child)
        remove_empty_family(w, family_id)


def _name_of(desk: Desk, child_id: uuid.UUID) -> str:
    row = desk.read(child_row, child_id)
    return spoken_name(row.first_name, row.last_name)


def _checked(fields: ChildFields) -> ChildFields:
    checked = fields.copy()
    if "last_name" in checked:
        checked["last_name"] = checked_name(checked["last_name"], "Nachname")
    if "first_name" in checked:
        checked["first_name"] = checked_line(checked["first_name"], "Vorname")
    if "note" in checked:
        checked["note"] = checked_text(checked["note"], "Notiz")
    return checked


def _group_named(w: Writer, name: str) -> Group | None:
    """Return the group of that name, however it is written: "bienen" is "Bienen"."""
    return next((g for g in w.session.scalars(select(Group)) if fold(g.name) == fold(name)), None)
