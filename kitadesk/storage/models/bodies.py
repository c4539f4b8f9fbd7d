"""Bodies (Gremien): seats, and who holds them from–to."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from kitadesk.domain.bodies import BodyKind, SeatRole
from kitadesk.storage.models.base import Record, owned_by, refers_to
from kitadesk.storage.types import value_enum


class Body(Record):
    """A body of the house or of the alliance."""

    __tablename__ = "body"

    institution_id: Mapped[uuid.UUID | None] = owned_by("institution.id", nullable=True)
    kind: Mapped[BodyKind] = mapped_column(value_enum(BodyKind))
    name: Mapped[str]
    sort_key: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    rhythm: Mapped[str] = mapped_column(default="")
    founded_on: Mapped[date | None]
    ended_on: Mapped[date | None]


class Seat(Record):
    """A seat in a body and the institution that sends somebody; it may be vacant."""

    __tablename__ = "seat"

    body_id: Mapped[uuid.UUID] = owned_by("body.id")
    institution_id: Mapped[uuid.UUID | None] = refers_to("institution.id")
    role: Mapped[SeatRole] = mapped_column(value_enum(SeatRole), default=SeatRole.MEMBER)
    position: Mapped[int] = mapped_column(default=0)


class SeatTerm(Record):
    """Somebody's term on a seat."""

    __tablename__ = "seat_term"

    seat_id: Mapped[uuid.UUID] = owned_by("seat.id")
    person_id: Mapped[uuid.UUID] = owned_by("person.id")
    from_date: Mapped[date | None]
    to_date: Mapped[date | None]
