"""The alliance around the invented house: institutions, contacts, bodies with seats, offers."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta

from kitadesk.base.text import sort_key
from kitadesk.domain.bodies import BodyKind, SeatRole
from kitadesk.domain.institutions import InstitutionKind, ProviderType
from kitadesk.domain.names import name_sort_key
from kitadesk.domain.people import ContactKind, Salutation, Visibility
from kitadesk.services.demo_families import Families, add_way, mail_address
from kitadesk.services.demo_sources import Entry, TownRows, logo, source
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.house import Letterhead, Setting
from kitadesk.storage.models.institutions import (
    Institution,
    InstitutionNumber,
    Offer,
    PartnerSchool,
    Room,
)
from kitadesk.storage.models.people import Person, PersonFunction

OWN = "own"


@dataclass(slots=True)
class Alliance:
    """The keys of the file, and the rows that stand for them."""

    institutions: dict[str, uuid.UUID] = field(default_factory=dict)
    persons: dict[str, uuid.UUID] = field(default_factory=dict)
    rooms: dict[str, uuid.UUID] = field(default_factory=dict)


def add_institutions(rows: TownRows, entry_year: int) -> Alliance:
    """Add the own house with rooms and letterhead, and its partners with their numbers."""
    alliance = Alliance()
    house = source("house").entry("house")
    own = _add_institution(rows, house, InstitutionKind.DAYCARE, is_own=True)
    alliance.institutions[OWN] = own
    rows.add(
        Letterhead,
        institution_id=own,
        lines="\n".join(house.texts("letterhead")),
        logo=logo("house"),
        partner_name=house.text("partner_name"),
        partner_logo=logo("alliance"),
    )
    rows.add(Setting, name="parents_council", content=house.text("parents_council"))
    for entry in source("house").entries("rooms"):
        alliance.rooms[entry.text("key")] = rows.add(
            Room,
            institution_id=own,
            name=entry.text("name"),
            address=entry.text("address"),
            capacity=entry.number("capacity"),
            cost=entry.text("cost"),
            key_note=entry.text("key_note"),
            is_barrier_free=entry.flag("barrier_free"),
        )
    for entry in source("alliance").entries("institutions"):
        kind = InstitutionKind(entry.text("kind"))
        institution = _add_institution(rows, entry, kind, is_own=False)
        alliance.institutions[entry.text("key")] = institution
        for name, amount in entry.pairs("numbers").items():
            rows.add(
                InstitutionNumber,
                institution_id=institution,
                name=name,
                year=entry_year,
                amount=amount,
            )
    _add_offers(rows, alliance)
    return alliance


def add_contacts(rows: TownRows, alliance: Alliance, families: Families) -> None:
    """Add the persons with their functions, the bodies, and the schools of the house."""
    for place, entry in enumerate(source("alliance").entries("persons")):
        alliance.persons[entry.text("key")] = _add_person(rows, alliance, entry, place)
    for key, parent in families.parent_of.items():
        alliance.persons[f"parent:{key}"] = parent
    for place, parent in enumerate(families.rolled_parents[:9]):
        alliance.persons[f"parent:{place}"] = parent
    for entry in source("alliance").entries("bodies"):
        _add_body(rows, alliance, entry)
    own = alliance.institutions[OWN]
    for position, (school, teacher) in enumerate((("primary", "noack"), ("free_school", "busch"))):
        rows.add(
            PartnerSchool,
            institution_id=own,
            school_id=alliance.institutions[school],
            teacher_person_id=alliance.persons[teacher],
            position=position,
        )


def _add_institution(
    rows: TownRows, entry: Entry, kind: InstitutionKind, *, is_own: bool
) -> uuid.UUID:
    """Add one institution with its public phone number and address."""
    name = entry.text("name")
    institution = rows.add(
        Institution,
        kind=kind,
        name=name,
        sort_key=sort_key(name),
        short_name=entry.text("short_name"),
        is_own=is_own,
        street=entry.text("street"),
        postcode=entry.text("postcode") or "09661",
        town=entry.text("town") or "Hainichen",
        district=entry.text("district"),
        land="SN",
        provider=entry.text("provider"),
        provider_type=ProviderType(entry.text("provider_type") or "municipal"),
        in_concept=entry.text("in_concept"),
        note=entry.text("note"),
        checked_on=rows.day_between(rows.today - timedelta(days=500), rows.today),
    )
    phone, email = entry.text("phone"), entry.text("email")
    email = email or f"{entry.text('key').replace('_', '.')}@example.org"
    for position, (way, value) in enumerate(
        ((ContactKind.PHONE, phone), (ContactKind.EMAIL, email))
    ):
        add_way(
            rows,
            way,
            value,
            institution_id=institution,
            visibility=Visibility.PUBLIC,
            position=position,
        )
    return institution


def _add_person(rows: TownRows, alliance: Alliance, entry: Entry, place: int) -> uuid.UUID:
    """Add a contact; every third has a mobile number for the members of the alliance."""
    last_name, first_name = entry.texts("name")
    checked_on = rows.day_between(rows.today - timedelta(days=900), rows.today)
    person_id = rows.add(
        Person,
        last_name=last_name,
        first_name=first_name,
        title=entry.text("title"),
        salutation=Salutation(entry.text("salutation") or "none"),
        sort_key=name_sort_key(last_name, first_name),
        is_contact=True,
        best_time=entry.text("best_time"),
        checked_on=checked_on,
    )
    for key, function in entry.rows("works"):
        rows.add(
            PersonFunction,
            person_id=person_id,
            institution_id=alliance.institutions[key],
            name=function,
            from_date=date(rows.today.year - 1 - place % 6, 8, 1),
        )
    is_parent = "Eltern" in entry.rows("works")[0][1]
    members = Visibility.MEMBERS
    if not is_parent:
        phone = f"037207 555-{40 + place}"
        add_way(rows, ContactKind.PHONE, phone, person_id=person_id, visibility=Visibility.PUBLIC)
    if is_parent or place % 3 == 0:
        mobile = f"0151 555{2000 + place * 37}"
        add_way(rows, ContactKind.MOBILE, mobile, person_id=person_id, visibility=members)
    mail = mail_address(first_name, last_name)
    add_way(rows, ContactKind.EMAIL, mail, person_id=person_id, visibility=members, position=2)
    return person_id


def _add_body(rows: TownRows, alliance: Alliance, entry: Entry) -> None:
    """Add a body with its seats; a seat without a person stays vacant."""
    founded = entry.number("founded")
    body = rows.add(
        Body,
        institution_id=alliance.institutions[OWN] if entry.flag("own") else None,
        kind=BodyKind(entry.text("kind")),
        name=entry.text("name"),
        sort_key=sort_key(entry.text("name")),
        purpose=entry.text("purpose"),
        rhythm=entry.text("rhythm"),
        founded_on=date(founded, 9, 1) if founded else None,
    )
    years = entry.number("term_years")
    begin = date(rows.today.year - (rows.today < date(rows.today.year, 9, 1)), 9, 1)
    end = date(begin.year + years, 8, 31) if years else None
    for position, (institution, person, role) in enumerate(entry.rows("seats")):
        seat = rows.add(
            Seat,
            body_id=body,
            institution_id=alliance.institutions[institution],
            role=SeatRole(role),
            position=position,
        )
        if person:
            rows.add(
                SeatTerm,
                seat_id=seat,
                person_id=alliance.persons[person],
                from_date=begin,
                to_date=end,
            )


def _add_offers(rows: TownRows, alliance: Alliance) -> None:
    for entry in source("alliance").entries("offers"):
        rows.add(
            Offer,
            institution_id=alliance.institutions[entry.text("institution")],
            title=entry.text("title"),
            target_group=entry.text("target_group"),
            age_from=entry.number("age_from"),
            age_to=entry.number("age_to"),
            schedule=entry.text("schedule"),
            place=entry.text("place"),
            topic=entry.text("topic"),
            cost=entry.text("cost"),
            may_publish=entry.flag("publish"),
        )
