"""Letters with a slip, closing days, postponements; notes about children and bodies.

Replies may be a choice or a number, an event may last several days, a measure remembers the step
of the template that it came from. SQLite can change neither a check nor add a column that must
not be empty, so these tables are made anew and their rows copied.
"""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from kitadesk.storage import types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a file of 0001 to this version."""
    _event()
    _registration()
    _measure()
    _note()
    _event_postponement()


def _replace(table: str, new_values: Mapping[str, str]) -> None:
    """Move the rows of `table` into `<table>_new`, with SQL literals for the new columns."""
    old = [column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)]
    names = ", ".join([*old, *new_values])
    values = ", ".join([*old, *new_values.values()])
    op.execute(f"INSERT INTO {table}_new ({names}) SELECT {values} FROM {table}")  # noqa: S608
    op.drop_table(table)
    op.rename_table(f"{table}_new", table)


def _event() -> None:
    op.create_table(
        "event_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("series_id", types.Guid(length=16), nullable=True),
        sa.Column("cohort_id", types.Guid(length=16), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "parent_evening",
                "topic_evening",
                "parents_assembly",
                "preschool_evening",
                "parent_cafe",
                "festival",
                "staff_training",
                "plenary",
                "meeting",
                "letter",
                "closing_day",
                "other",
                name=op.f("ck_event_eventkind"),
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "planned",
                "held",
                "postponed",
                "cancelled",
                name=op.f("ck_event_eventstatus"),
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("subtitle", sa.String(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("until_date", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("doors_at", sa.Time(), nullable=True),
        sa.Column("room_id", types.Guid(length=16), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("reply_until", sa.Date(), nullable=True),
        sa.Column(
            "reply_kind",
            sa.Enum(
                "attendance",
                "yes_no",
                "number",
                "choice",
                name=op.f("ck_event_replykind"),
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reply_question", sa.String(), nullable=False),
        sa.Column("reply_choices", sa.String(), nullable=False),
        sa.Column("has_childcare", sa.Boolean(), nullable=False),
        sa.Column("interpreter_languages", sa.String(), nullable=False),
        sa.Column("fee", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("is_joint", sa.Boolean(), nullable=False),
        sa.Column("postponed_from", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cohort_id"],
            ["cohort.id"],
            name=op.f("fk_event_cohort_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_event_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
            name=op.f("fk_event_room_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["event_series.id"],
            name=op.f("fk_event_series_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    _replace(
        "event",
        {
            "until_date": "NULL",
            "reply_kind": "'attendance'",
            "reply_question": "''",
            "reply_choices": "''",
        },
    )
    op.create_index(op.f("ix_event_cohort_id"), "event", ["cohort_id"], unique=False)
    op.create_index(op.f("ix_event_on_date"), "event", ["on_date"], unique=False)
    op.create_index(op.f("ix_event_room_id"), "event", ["room_id"], unique=False)
    op.create_index(op.f("ix_event_series_id"), "event", ["series_id"], unique=False)


def _registration() -> None:
    op.create_table(
        "registration_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("event_id", types.Guid(length=16), nullable=False),
        sa.Column("household_id", types.Guid(length=16), nullable=True),
        sa.Column("guest_label", sa.String(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "yes",
                "no",
                name=op.f("ck_registration_answer"),
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("childcare_children", sa.Integer(), nullable=False),
        sa.Column("interpreter_language", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.CheckConstraint("persons >= 0", name=op.f("ck_registration_persons")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_registration_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["household_id"],
            ["household.id"],
            name=op.f("fk_registration_household_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_registration_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
        sa.UniqueConstraint(
            "event_id", "household_id", name=op.f("uq_registration_event_id_household_id")
        ),
    )
    _replace("registration", {"choice": "''"})
    op.create_index(
        op.f("ix_registration_household_id"), "registration", ["household_id"], unique=False
    )


def _measure() -> None:
    op.create_table(
        "measure_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cohort_id", types.Guid(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("short_title", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_per_child", sa.Boolean(), nullable=False),
        sa.Column("is_binding", sa.Boolean(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("planned_until", sa.Date(), nullable=True),
        sa.Column("is_moved_by_hand", sa.Boolean(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("is_not_needed", sa.Boolean(), nullable=False),
        sa.Column("responsible_institution_id", types.Guid(length=16), nullable=True),
        sa.Column("responsible_person_id", types.Guid(length=16), nullable=True),
        sa.Column("event_id", types.Guid(length=16), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("participants", sa.String(), nullable=False),
        sa.Column("paper_id", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cohort_id"],
            ["cohort.id"],
            name=op.f("fk_measure_cohort_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_measure_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["responsible_institution_id"],
            ["institution.id"],
            name=op.f("fk_measure_responsible_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["responsible_person_id"],
            ["person.id"],
            name=op.f("fk_measure_responsible_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
    )
    _replace("measure", {"step": "''"})
    op.create_index(op.f("ix_measure_cohort_id"), "measure", ["cohort_id"], unique=False)
    op.create_index(op.f("ix_measure_event_id"), "measure", ["event_id"], unique=False)
    op.create_index(
        op.f("ix_measure_responsible_institution_id"),
        "measure",
        ["responsible_institution_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_measure_responsible_person_id"), "measure", ["responsible_person_id"], unique=False
    )


def _note() -> None:
    op.create_table(
        "note_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("made_at", types.UtcStamp(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("family_id", types.Guid(length=16), nullable=True),
        sa.Column("person_id", types.Guid(length=16), nullable=True),
        sa.Column("about_institution_id", types.Guid(length=16), nullable=True),
        sa.Column("event_id", types.Guid(length=16), nullable=True),
        sa.Column("child_id", types.Guid(length=16), nullable=True),
        sa.Column("body_id", types.Guid(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["about_institution_id"],
            ["institution.id"],
            name=op.f("fk_note_about_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_note_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["child_id"],
            ["child.id"],
            name=op.f("fk_note_child_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_note_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["family_id"],
            ["family.id"],
            name=op.f("fk_note_family_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_note_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_note_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    _replace("note", {"child_id": "NULL", "body_id": "NULL"})
    op.create_index(
        op.f("ix_note_about_institution_id"), "note", ["about_institution_id"], unique=False
    )
    op.create_index(op.f("ix_note_body_id"), "note", ["body_id"], unique=False)
    op.create_index(op.f("ix_note_child_id"), "note", ["child_id"], unique=False)
    op.create_index(op.f("ix_note_event_id"), "note", ["event_id"], unique=False)
    op.create_index(op.f("ix_note_family_id"), "note", ["family_id"], unique=False)
    op.create_index(op.f("ix_note_person_id"), "note", ["person_id"], unique=False)


def _event_postponement() -> None:
    op.create_table(
        "event_postponement",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event_id", types.Guid(length=16), nullable=False),
        sa.Column("made_at", types.UtcStamp(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=True),
        sa.Column("from_starts_at", sa.Time(), nullable=True),
        sa.Column("to_date", sa.Date(), nullable=True),
        sa.Column("to_starts_at", sa.Time(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_event_postponement_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_postponement")),
    )
    op.create_index(
        op.f("ix_event_postponement_event_id"), "event_postponement", ["event_id"], unique=False
    )
