"""Institutions: the own house and its partners, their rooms and offers."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from kitadesk.domain.institutions import InstitutionKind, ProviderType
from kitadesk.storage.models.base import Record, of_the_house, owned_by, refers_to
from kitadesk.storage.types import value_enum


class Institution(Record):
    """A Kita, school, office or other partner; exactly one is the own house."""

    __tablename__ = "institution"
    __table_args__ = (
        Index("uq_institution_own", "is_own", unique=True, sqlite_where=text("is_own = 1")),
    )

    kind: Mapped[InstitutionKind] = mapped_column(value_enum(InstitutionKind))
    name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(index=True)
    short_name: Mapped[str] = mapped_column(default="")
    is_own: Mapped[bool] = mapped_column(default=False)
    street: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")
    land: Mapped[str] = mapped_column(default="")
    provider: Mapped[str] = mapped_column(default="")
    provider_type: Mapped[ProviderType] = mapped_column(
        value_enum(ProviderType), default=ProviderType.UNKNOWN
    )
    in_concept: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None]


class PartnerSchool(Record):
    """A school that children of the house go to, with the number it reports for a joint year."""

    __tablename__ = "partner_school"

    institution_id: Mapped[uuid.UUID] = of_the_house()
    school_id: Mapped[uuid.UUID] = owned_by("institution.id")
    teacher_person_id: Mapped[uuid.UUID | None] = refers_to("person.id")
    position: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")


class InstitutionNumber(Record):
    """A number that another house reports instead of names: children, school starters, families."""

    __tablename__ = "institution_number"

    institution_id: Mapped[uuid.UUID] = owned_by("institution.id")
    name: Mapped[str]
    year: Mapped[int | None]
    amount: Mapped[int]


class Room(Record):
    """A room for events: how many fit, what it costs, who has the key."""

    __tablename__ = "room"

    institution_id: Mapped[uuid.UUID] = owned_by("institution.id")
    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    capacity: Mapped[int | None]
    cost: Mapped[str] = mapped_column(default="")
    key_note: Mapped[str] = mapped_column(default="")
    is_barrier_free: Mapped[bool] = mapped_column(default=False)
    contact_person_id: Mapped[uuid.UUID | None] = refers_to("person.id")


class Offer(Record):
    """An offer for families in the town, for the guide and the map list."""

    __tablename__ = "offer"

    institution_id: Mapped[uuid.UUID] = owned_by("institution.id")
    title: Mapped[str]
    target_group: Mapped[str] = mapped_column(default="")
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    schedule: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")
    topic: Mapped[str] = mapped_column(default="")
    cost: Mapped[str] = mapped_column(default="")
    registration: Mapped[str] = mapped_column(default="")
    languages: Mapped[str] = mapped_column(default="")
    contact_person_id: Mapped[uuid.UUID | None] = refers_to("person.id")
    may_publish: Mapped[bool] = mapped_column(default=False)
