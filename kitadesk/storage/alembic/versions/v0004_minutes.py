"""Minutes with times, guests and counted votes, and tasks that come from them.

SQLite can neither add a foreign key nor a check to a table, so these tables are made anew and
their rows copied.
"""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from kitadesk.storage import types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a file of 0003 to this version."""
    _minutes()
    _minutes_item()
    _task()


def _replace(table: str, new_values: Mapping[str, str]) -> None:
    """Move the rows of `table` into `<table>_new`, with SQL for the new columns."""
    old = [column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)]
    names = ", ".join([*old, *new_values])
    values = ", ".join([*old, *new_values.values()])
    op.execute(f"INSERT INTO {table}_new ({names}) SELECT {values} FROM {table}")  # noqa: S608
    op.drop_table(table)
    op.rename_table(f"{table}_new", table)


def _minutes() -> None:
    op.create_table(
        "minutes_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event_id", types.Guid(length=16), nullable=True),
        sa.Column("body_id", types.Guid(length=16), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("begins_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("is_released", sa.Boolean(), nullable=False),
        sa.Column("chair", sa.String(), nullable=False),
        sa.Column("writer", sa.String(), nullable=False),
        sa.Column("present_count", sa.Integer(), nullable=True),
        sa.Column("present", sa.String(), nullable=False),
        sa.Column("excused", sa.String(), nullable=False),
        sa.Column("guests", sa.String(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_at", sa.Time(), nullable=True),
        sa.Column("next_note", sa.String(), nullable=False),
        sa.CheckConstraint("present_count >= 0", name=op.f("ck_minutes_present_count")),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_minutes_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_minutes_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes")),
        sa.UniqueConstraint("event_id", name=op.f("uq_minutes_event_id")),
    )
    unknown = ("begins_at", "ends_at", "present_count", "next_on", "next_at")
    texts = ("guests", "next_note")
    _replace("minutes", {**dict.fromkeys(unknown, "NULL"), **dict.fromkeys(texts, "''")})
    op.create_index(op.f("ix_minutes_body_id"), "minutes", ["body_id"], unique=False)


def _minutes_item() -> None:
    """Votes were words and are three numbers now; words that were there go into the decision."""
    votes = ("votes_yes", "votes_no", "votes_abstained")
    op.create_table(
        "minutes_item_new",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("minutes_id", types.Guid(length=16), nullable=False),
        sa.Column("agenda_item_id", types.Guid(length=16), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in votes),
        sa.Column("public_text", sa.String(), nullable=False),
        *(
            sa.CheckConstraint(f"{name} >= 0", name=op.f(f"ck_minutes_item_{name}"))
            for name in votes
        ),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_minutes_item_agenda_item_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["minutes_id"],
            ["minutes.id"],
            name=op.f("fk_minutes_item_minutes_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_item")),
    )
    op.execute(
        "UPDATE minutes_item SET decision = ltrim(decision || ' (' || votes || ')')"
        " WHERE votes <> ''"
    )
    for side in ("before", "after"):
        op.execute(
            f"UPDATE history_row SET {side} = json_set({side}, '$.decision',"  # noqa: S608
            f" ltrim(json_extract({side}, '$.decision') || ' (' ||"
            f" json_extract({side}, '$.votes') || ')'))"
            f" WHERE table_name = 'minutes_item' AND json_extract({side}, '$.votes') <> ''"
        )
    op.drop_column("minutes_item", "votes")
    nothing = ("agenda_item_id", *votes)
    _replace("minutes_item", {**dict.fromkeys(nothing, "NULL"), "public_text": "''"})
    names = ("agenda_item_id", "minutes_id")
    for name in names:
        op.create_index(op.f(f"ix_minutes_item_{name}"), "minutes_item", [name], unique=False)


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
        sa.Column("minutes_item_id", types.Guid(length=16), nullable=True),
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
        sa.ForeignKeyConstraint(
            ["minutes_item_id"],
            ["minutes_item.id"],
            name=op.f("fk_task_minutes_item_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    _replace("task", {"minutes_item_id": "NULL"})
    op.create_index(op.f("ix_task_cohort_id"), "task", ["cohort_id"], unique=False)
    op.create_index(op.f("ix_task_due_on"), "task", ["due_on"], unique=False)
    op.create_index(op.f("ix_task_event_id"), "task", ["event_id"], unique=False)
    op.create_index(op.f("ix_task_minutes_item_id"), "task", ["minutes_item_id"], unique=False)
