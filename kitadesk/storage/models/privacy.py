"""Consents as a ledger, the numbers on their forms, and the log of what was printed."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.storage.models.base import Record, of_the_house, owned_by, refers_to
from kitadesk.storage.types import Guid, UtcStamp, value_enum


class Consent(Record):
    """An entry of the consent ledger: the newest entry of a kind holds; entries are evidence."""

    __tablename__ = "consent"

    institution_id: Mapped[uuid.UUID] = of_the_house()
    child_id: Mapped[uuid.UUID | None] = owned_by("child.id", nullable=True)
    person_id: Mapped[uuid.UUID | None] = owned_by("person.id", nullable=True)
    kind: Mapped[ConsentKind] = mapped_column(value_enum(ConsentKind))
    state: Mapped[ConsentState] = mapped_column(value_enum(ConsentState))
    recipient_id: Mapped[uuid.UUID | None] = refers_to("institution.id")
    categories: Mapped[str] = mapped_column(default="")
    is_oral_allowed: Mapped[bool] = mapped_column(default=False)
    paper_place: Mapped[str] = mapped_column(default="")
    recorded_on: Mapped[date]
    revoked_on: Mapped[date | None]


class ConsentSignature(Record):
    """Who signed a consent, and when; all custodians must have signed."""

    __tablename__ = "consent_signature"

    consent_id: Mapped[uuid.UUID] = owned_by("consent.id")
    person_id: Mapped[uuid.UUID] = owned_by("person.id")
    signed_on: Mapped[date]


class ConsentSlip(Record):
    """The number on the printed consent form of a child, made before printing.

    One sequence with the reply slips (`services.slip_numbers`): a number names one paper.
    """

    __tablename__ = "consent_slip"
    __table_args__ = (UniqueConstraint("number"),)

    child_id: Mapped[uuid.UUID] = owned_by("child.id")
    cohort_id: Mapped[uuid.UUID | None] = refers_to("cohort.id")
    kind: Mapped[ConsentKind] = mapped_column(value_enum(ConsentKind))
    recipient_id: Mapped[uuid.UUID | None] = refers_to("institution.id")
    number: Mapped[int]


class PrintLog(Record):
    """What was printed for whom and when; itself deleted after a period.

    `subject_id` is the record of the kind `subject_kind` (`handouts.spec.SubjectKind`) and may be
    gone; `settings` are the values of the print form as JSON, so that a run can be printed again.
    """

    __tablename__ = "print_log"

    printed_at: Mapped[datetime] = mapped_column(UtcStamp, index=True)
    paper_id: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    subject_kind: Mapped[str] = mapped_column(default="")
    subject_id: Mapped[uuid.UUID | None] = mapped_column(Guid, index=True)
    settings: Mapped[str] = mapped_column(default="")
    sheets: Mapped[int] = mapped_column(default=0)
    way: Mapped[str] = mapped_column(default="")
    program_version: Mapped[str] = mapped_column(default="")
