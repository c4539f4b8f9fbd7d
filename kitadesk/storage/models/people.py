"""People: persons and their functions, families, households, custody, children and groups."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kitadesk.domain.people import (
    ContactKind,
    CustodyAnswer,
    DeliveryWay,
    Salutation,
    Visibility,
)
from kitadesk.storage.models.base import Record, of_the_house, owned_by, refers_to
from kitadesk.storage.types import value_enum


class Person(Record):
    """An adult: custodian, delegate and contact may be one and the same row."""

    __tablename__ = "person"

    last_name: Mapped[str]
    first_name: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    salutation: Mapped[Salutation] = mapped_column(value_enum(Salutation), default=Salutation.NONE)
    sort_key: Mapped[str] = mapped_column(index=True)
    is_contact: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(default="")
    best_time: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None]


class PersonFunction(Record):
    """What a person is in an institution, from–to; an open end means today."""

    __tablename__ = "person_function"

    person_id: Mapped[uuid.UUID] = owned_by("person.id")
    institution_id: Mapped[uuid.UUID] = owned_by("institution.id")
    name: Mapped[str]
    from_date: Mapped[date | None]
    to_date: Mapped[date | None]


class ContactWay(Record):
    """A phone number or address of a person, or of an institution, and who may see it."""

    __tablename__ = "contact_way"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (institution_id IS NULL)", name="one_owner"),
    )

    person_id: Mapped[uuid.UUID | None] = owned_by("person.id", nullable=True)
    institution_id: Mapped[uuid.UUID | None] = owned_by("institution.id", nullable=True)
    kind: Mapped[ContactKind] = mapped_column(value_enum(ContactKind))
    value: Mapped[str]
    label: Mapped[str] = mapped_column(default="")
    visibility: Mapped[Visibility] = mapped_column(
        value_enum(Visibility), default=Visibility.INTERNAL
    )
    position: Mapped[int] = mapped_column(default=0)


class Group(Record):
    """A group of the house (Bezugsgruppe)."""

    __tablename__ = "child_group"
    __table_args__ = (UniqueConstraint("institution_id", "name"),)

    institution_id: Mapped[uuid.UUID] = of_the_house()
    name: Mapped[str]
    sort_key: Mapped[str]
    symbol: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Family(Record):
    """Children who belong together: they get one sheet, named together."""

    __tablename__ = "family"

    institution_id: Mapped[uuid.UUID] = of_the_house()
    name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(index=True)
    note: Mapped[str] = mapped_column(default="")


class Household(Record):
    """An addressee of a family; two households get two letters."""

    __tablename__ = "household"

    family_id: Mapped[uuid.UUID] = owned_by("family.id")
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    delivery: Mapped[DeliveryWay] = mapped_column(
        value_enum(DeliveryWay), default=DeliveryWay.BACKPACK
    )
    no_post: Mapped[bool] = mapped_column(default=False)
    no_reminder: Mapped[bool] = mapped_column(default=False)
    address_is_blocked: Mapped[bool] = mapped_column(default=False)


class HouseholdMember(Record):
    """A person who lives in a household."""

    __tablename__ = "household_member"
    __table_args__ = (UniqueConstraint("household_id", "person_id"),)

    household_id: Mapped[uuid.UUID] = owned_by("household.id")
    person_id: Mapped[uuid.UUID] = owned_by("person.id")
    position: Mapped[int] = mapped_column(default=0)


class Child(Record):
    """A child of the house; `left_on` ends the stay, the row goes by the retention rules.

    On `next_group_on` it changes to the group `next_group_id`, or out of every group; without a
    day no change is planned.
    """

    __tablename__ = "child"
    __table_args__ = (
        # Heute asks for the few planned changes at every start; the other rows pay nothing.
        Index(
            "ix_child_next_group_on",
            "next_group_on",
            sqlite_where=text("next_group_on IS NOT NULL"),
            postgresql_where=text("next_group_on IS NOT NULL"),
        ),
    )

    institution_id: Mapped[uuid.UUID] = of_the_house()
    family_id: Mapped[uuid.UUID] = owned_by("family.id")
    group_id: Mapped[uuid.UUID | None] = refers_to("child_group.id")
    next_group_id: Mapped[uuid.UUID | None] = refers_to("child_group.id", index=False)
    next_group_on: Mapped[date | None]
    last_name: Mapped[str]
    first_name: Mapped[str] = mapped_column(default="")
    sort_key: Mapped[str] = mapped_column(index=True)
    birth_date: Mapped[date | None] = mapped_column(index=True)
    school_id: Mapped[uuid.UUID | None] = refers_to("institution.id")
    cohort_id: Mapped[uuid.UUID | None] = refers_to("cohort.id")
    entered_on: Mapped[date | None]
    left_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class Custody(Record):
    """A person's tie to a child: custody, living together, may the address be shared."""

    __tablename__ = "custody"
    __table_args__ = (UniqueConstraint("child_id", "person_id"),)

    child_id: Mapped[uuid.UUID] = owned_by("child.id")
    person_id: Mapped[uuid.UUID] = owned_by("person.id")
    has_custody: Mapped[CustodyAnswer] = mapped_column(
        value_enum(CustodyAnswer), default=CustodyAnswer.UNKNOWN
    )
    lives_with: Mapped[bool] = mapped_column(default=True)
    may_share_address: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
