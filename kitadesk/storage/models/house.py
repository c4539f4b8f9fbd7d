"""What belongs to the office itself: notes, drafts, overrides, settings, letterhead."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kitadesk.storage.models.base import Record, of_the_house, owned_by
from kitadesk.storage.types import Guid, UtcStamp


class Letterhead(Record):
    """The head of the house's papers: lines under the name, a small logo, the alliance beside."""

    __tablename__ = "letterhead"

    institution_id: Mapped[uuid.UUID] = of_the_house()
    lines: Mapped[str] = mapped_column(default="")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary)
    partner_name: Mapped[str] = mapped_column(default="")
    partner_logo: Mapped[bytes | None] = mapped_column(LargeBinary)


class Note(Record):
    """A quick note, perhaps about somebody, perhaps for a day."""

    __tablename__ = "note"

    institution_id: Mapped[uuid.UUID] = of_the_house()
    text: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(UtcStamp)
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    family_id: Mapped[uuid.UUID | None] = owned_by("family.id", nullable=True)
    person_id: Mapped[uuid.UUID | None] = owned_by("person.id", nullable=True)
    about_institution_id: Mapped[uuid.UUID | None] = owned_by("institution.id", nullable=True)
    event_id: Mapped[uuid.UUID | None] = owned_by("event.id", nullable=True)
    child_id: Mapped[uuid.UUID | None] = owned_by("child.id", nullable=True)
    body_id: Mapped[uuid.UUID | None] = owned_by("body.id", nullable=True)


class Draft(Record):
    """What somebody typed and has not finished: form, object, JSON."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("form", "object_id"),)

    form: Mapped[str]
    object_id: Mapped[uuid.UUID | None] = mapped_column(Guid)
    content: Mapped[str]
    saved_at: Mapped[datetime] = mapped_column(UtcStamp)


class OverrideRow(Record):
    """A rule of a Land or a text of a paper that the office changed; the TOML stays as it was."""

    __tablename__ = "override_row"
    __table_args__ = (UniqueConstraint("scope", "name"),)

    scope: Mapped[str]
    name: Mapped[str]
    content: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    changed_on: Mapped[date | None]


class Setting(Record):
    """A setting of this house that travels with the file."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str]
    content: Mapped[str]
