"""Planned changes of group, consent forms with numbers, a print log for any record.

Besides: paper that comes by e-mail, why an event was cancelled, a note on a task, the alliance in the letterhead. SQLite can
neither add a column that must not be empty nor take a foreign key away, so these tables are made
anew and their rows copied.
"""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from kitadesk.storage import types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a file of 0002 to this version."""
    _child()
    _household()
    _event()
    _task()
    _letterhead()
    _print_log()
    _consent_slip()


def _replace(table: str, new_values: Mapping[str, str]) -> None:
    """Move the rows of `table` into `<table>_new`, with SQL for the new columns."""
    old = [column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)]
    names = ", ".join([*old, *new_values])
    values = ", ".join([*old, *new_values.values()])
    op.execute(f"INSERT INTO {table}_new ({names}) SELECT {values} FROM {table}")  # noqa: S608
    op.drop_table(table)
    op.rename_table(f"{table}_new", table)


def _child() -> None:
    op.create_table(
        "child_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("family_id", types.Guid(length=16), nullable=False),
        sa.Column("group_id", types.Guid(length=16), nullable=True),
        sa.Column("next_group_id", types.Guid(length=16), nullable=True),
        sa.Column("next_group_on", sa.Date(), nullable=True),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("school_id", types.Guid(length=16), nullable=True),
        sa.Column("cohort_id", types.Guid(length=16), nullable=True),
        sa.Column("entered_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cohort_id"],
            ["cohort.id"],
            name=op.f("fk_child_cohort_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["family_id"],
            ["family.id"],
            name=op.f("fk_child_family_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["child_group.id"],
            name=op.f("fk_child_group_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_child_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["next_group_id"],
            ["child_group.id"],
            name=op.f("fk_child_next_group_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["institution.id"],
            name=op.f("fk_child_school_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child")),
    )
    _replace("child", {"next_group_id": "NULL", "next_group_on": "NULL"})
    op.create_index(op.f("ix_child_birth_date"), "child", ["birth_date"], unique=False)
    op.create_index(op.f("ix_child_cohort_id"), "child", ["cohort_id"], unique=False)
    op.create_index(op.f("ix_child_family_id"), "child", ["family_id"], unique=False)
    op.create_index(op.f("ix_child_group_id"), "child", ["group_id"], unique=False)
    op.create_index(
        "ix_child_next_group_on",
        "child",
        ["next_group_on"],
        unique=False,
        sqlite_where=sa.text("next_group_on IS NOT NULL"),
        postgresql_where=sa.text("next_group_on IS NOT NULL"),
    )
    op.create_index(op.f("ix_child_school_id"), "child", ["school_id"], unique=False)
    op.create_index(op.f("ix_child_sort_key"), "child", ["sort_key"], unique=False)


def _household() -> None:
    op.create_table(
        "household_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("family_id", types.Guid(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column(
            "delivery",
            sa.Enum(
                "backpack",
                "post",
                "personal",
                "mail",
                name=op.f("ck_household_deliveryway"),
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("no_post", sa.Boolean(), nullable=False),
        sa.Column("no_reminder", sa.Boolean(), nullable=False),
        sa.Column("address_is_blocked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["family_id"],
            ["family.id"],
            name=op.f("fk_household_family_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    _replace("household", {})
    op.create_index(op.f("ix_household_family_id"), "household", ["family_id"], unique=False)


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
        sa.Column("cancel_reason", sa.String(), nullable=False),
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
    _replace("event", {"cancel_reason": "''"})
    op.create_index(op.f("ix_event_cohort_id"), "event", ["cohort_id"], unique=False)
    op.create_index(op.f("ix_event_on_date"), "event", ["on_date"], unique=False)
    op.create_index(op.f("ix_event_room_id"), "event", ["room_id"], unique=False)
    op.create_index(op.f("ix_event_series_id"), "event", ["series_id"], unique=False)


def _task() -> None:
    op.create_table(
        "task_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column(
            "area",
            sa.Enum(
                "today",
                "transition",
                "events",
                "contacts",
                name=op.f("ck_task_taskarea"),
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("event_id", types.Guid(length=16), nullable=True),
        sa.Column("cohort_id", types.Guid(length=16), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("is_not_needed", sa.Boolean(), nullable=False),
        sa.Column("is_moved_by_hand", sa.Boolean(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("paper_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cohort_id"],
            ["cohort.id"],
            name=op.f("fk_task_cohort_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_task_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_task_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    _replace("task", {"note": "''"})
    op.create_index(op.f("ix_task_cohort_id"), "task", ["cohort_id"], unique=False)
    op.create_index(op.f("ix_task_due_on"), "task", ["due_on"], unique=False)
    op.create_index(op.f("ix_task_event_id"), "task", ["event_id"], unique=False)


def _letterhead() -> None:
    op.create_table(
        "letterhead_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("lines", sa.String(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("partner_name", sa.String(), nullable=False),
        sa.Column("partner_logo", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_letterhead_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letterhead")),
    )
    _replace("letterhead", {"partner_name": "''", "partner_logo": "NULL"})


def _print_log() -> None:
    op.create_table(
        "print_log_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("printed_at", types.UtcStamp(), nullable=False),
        sa.Column("paper_id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", types.Guid(length=16), nullable=True),
        sa.Column("settings", sa.String(), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("program_version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_log")),
    )
    _replace(
        "print_log",
        {"subject_kind": "CASE WHEN subject_id IS NULL THEN '' ELSE 'event' END", "settings": "''"},
    )
    op.create_index(op.f("ix_print_log_printed_at"), "print_log", ["printed_at"], unique=False)
    op.create_index(op.f("ix_print_log_subject_id"), "print_log", ["subject_id"], unique=False)
    _complete_history()


def _complete_history() -> None:
    """Give the images of the log the kind too, so that steps with them can still be undone.

    Other new columns get the default of the model when an image is read; this one depends on the
    row.
    """
    for side in ("before", "after"):
        op.execute(
            f"UPDATE history_row SET {side} = json_set({side}, '$.subject_kind', 'event')"  # noqa: S608
            f" WHERE table_name = 'print_log' AND json_extract({side}, '$.subject_id') IS NOT NULL"
        )


def _consent_slip() -> None:
    op.create_table(
        "consent_slip",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("child_id", types.Guid(length=16), nullable=False),
        sa.Column("cohort_id", types.Guid(length=16), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "school_handover",
                "teacher_visit",
                "photo",
                "contact_list",
                "publish_contact",
                name=op.f("ck_consent_slip_consentkind"),
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("recipient_id", types.Guid(length=16), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["child_id"],
            ["child.id"],
            name=op.f("fk_consent_slip_child_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["cohort_id"],
            ["cohort.id"],
            name=op.f("fk_consent_slip_cohort_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["recipient_id"],
            ["institution.id"],
            name=op.f("fk_consent_slip_recipient_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_slip")),
        sa.UniqueConstraint("number", name=op.f("uq_consent_slip_number")),
    )
    op.create_index(op.f("ix_consent_slip_child_id"), "consent_slip", ["child_id"], unique=False)
    op.create_index(op.f("ix_consent_slip_cohort_id"), "consent_slip", ["cohort_id"], unique=False)
    op.create_index(
        op.f("ix_consent_slip_recipient_id"), "consent_slip", ["recipient_id"], unique=False
    )
