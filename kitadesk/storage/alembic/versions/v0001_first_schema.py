"""The first schema: the whole shared model of one house, history and search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kitadesk.storage import types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_CREATE_FTS = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(text, content='search_entry', "
    "content_rowid='id', tokenize='trigram', detail='full')"
)


def upgrade() -> None:
    """Create all tables of this version."""
    op.create_table(
        "draft",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("object_id", types.Guid(length=16), nullable=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("saved_at", types.UtcStamp(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("form", "object_id", name=op.f("uq_draft_form_object_id")),
    )
    op.create_table(
        "history_row",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", types.Guid(length=16), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("step_id", "position", name=op.f("pk_history_row")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_history_row_record", "history_row", ["row_id"], unique=False)
    op.create_table(
        "history_step",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("made_at", types.UtcStamp(), nullable=False),
        sa.Column("merge_key", sa.String(), nullable=True),
        sa.Column("is_undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_step")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "institution",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "daycare",
                "after_school_care",
                "primary_school",
                "secondary_school",
                "family_centre",
                "family_workshop",
                "counselling",
                "library",
                "youth_club",
                "municipality",
                "health_office",
                "parish",
                "provider",
                "press",
                "other",
                name="institutionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("land", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column(
            "provider_type",
            sa.Enum(
                "municipal",
                "free",
                "protestant",
                "catholic",
                "unknown",
                name="providertype",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("in_concept", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution")),
    )
    op.create_index(op.f("ix_institution_sort_key"), "institution", ["sort_key"], unique=False)
    op.create_index(
        "uq_institution_own",
        "institution",
        ["is_own"],
        unique=True,
        sqlite_where=sa.text("is_own = 1"),
    )
    op.create_table(
        "override_row",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_override_row")),
        sa.UniqueConstraint("scope", "name", name=op.f("uq_override_row_scope_name")),
    )
    op.create_table(
        "person",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column(
            "salutation",
            sa.Enum(
                "none",
                "frau",
                "herr",
                name="salutation",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("is_contact", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("best_time", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_sort_key"), "person", ["sort_key"], unique=False)
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", types.Guid(length=16), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_search_entry_row", "search_entry", ["table_name", "row_id"], unique=True)
    op.create_table(
        "setting",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
    )
    op.create_table(
        "body",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "parents_council",
                "town_parents_council",
                "steering_group",
                "leaders_round",
                "topic_group",
                "exchange",
                "other",
                name="bodykind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("rhythm", sa.String(), nullable=False),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_body_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body")),
    )
    op.create_index(op.f("ix_body_institution_id"), "body", ["institution_id"], unique=False)
    op.create_table(
        "child_group",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_child_group_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child_group")),
        sa.UniqueConstraint(
            "institution_id", "name", name=op.f("uq_child_group_institution_id_name")
        ),
    )
    op.create_table(
        "cohort",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("entry_year", sa.Integer(), nullable=False),
        sa.Column("break_ends_on", sa.Date(), nullable=True),
        sa.Column("ceremony_on", sa.Date(), nullable=True),
        sa.Column("first_school_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_cohort_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
        sa.UniqueConstraint(
            "institution_id", "entry_year", name=op.f("uq_cohort_institution_id_entry_year")
        ),
    )
    op.create_table(
        "contact_way",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", types.Guid(length=16), nullable=True),
        sa.Column("institution_id", types.Guid(length=16), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "phone",
                "mobile",
                "email",
                "fax",
                "web",
                name="contactkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column(
            "visibility",
            sa.Enum(
                "internal",
                "members",
                "public",
                name="visibility",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(person_id IS NULL) <> (institution_id IS NULL)", name=op.f("ck_contact_way_one_owner")
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_contact_way_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_contact_way_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_way")),
    )
    op.create_index(
        op.f("ix_contact_way_institution_id"), "contact_way", ["institution_id"], unique=False
    )
    op.create_index(op.f("ix_contact_way_person_id"), "contact_way", ["person_id"], unique=False)
    op.create_table(
        "event_series",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("review", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_event_series_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_series")),
    )
    op.create_table(
        "family",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_family_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family")),
    )
    op.create_index(op.f("ix_family_sort_key"), "family", ["sort_key"], unique=False)
    op.create_table(
        "institution_number",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_institution_number_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution_number")),
    )
    op.create_index(
        op.f("ix_institution_number_institution_id"),
        "institution_number",
        ["institution_id"],
        unique=False,
    )
    op.create_table(
        "letterhead",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("lines", sa.String(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_letterhead_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letterhead")),
    )
    op.create_table(
        "offer",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("target_group", sa.String(), nullable=False),
        sa.Column("age_from", sa.Integer(), nullable=True),
        sa.Column("age_to", sa.Integer(), nullable=True),
        sa.Column("schedule", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("cost", sa.String(), nullable=False),
        sa.Column("registration", sa.String(), nullable=False),
        sa.Column("languages", sa.String(), nullable=False),
        sa.Column("contact_person_id", types.Guid(length=16), nullable=True),
        sa.Column("may_publish", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_person_id"],
            ["person.id"],
            name=op.f("fk_offer_contact_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_offer_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    op.create_index(
        op.f("ix_offer_contact_person_id"), "offer", ["contact_person_id"], unique=False
    )
    op.create_index(op.f("ix_offer_institution_id"), "offer", ["institution_id"], unique=False)
    op.create_table(
        "partner_school",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("school_id", types.Guid(length=16), nullable=False),
        sa.Column("teacher_person_id", types.Guid(length=16), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_partner_school_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["institution.id"],
            name=op.f("fk_partner_school_school_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["teacher_person_id"],
            ["person.id"],
            name=op.f("fk_partner_school_teacher_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_school")),
    )
    op.create_index(
        op.f("ix_partner_school_school_id"), "partner_school", ["school_id"], unique=False
    )
    op.create_index(
        op.f("ix_partner_school_teacher_person_id"),
        "partner_school",
        ["teacher_person_id"],
        unique=False,
    )
    op.create_table(
        "person_function",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", types.Guid(length=16), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=True),
        sa.Column("to_date", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_person_function_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_function_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_function")),
    )
    op.create_index(
        op.f("ix_person_function_institution_id"),
        "person_function",
        ["institution_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_person_function_person_id"), "person_function", ["person_id"], unique=False
    )
    op.create_table(
        "room",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("cost", sa.String(), nullable=False),
        sa.Column("key_note", sa.String(), nullable=False),
        sa.Column("is_barrier_free", sa.Boolean(), nullable=False),
        sa.Column("contact_person_id", types.Guid(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_person_id"],
            ["person.id"],
            name=op.f("fk_room_contact_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_room_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
    )
    op.create_index(op.f("ix_room_contact_person_id"), "room", ["contact_person_id"], unique=False)
    op.create_index(op.f("ix_room_institution_id"), "room", ["institution_id"], unique=False)
    op.create_table(
        "child",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("family_id", types.Guid(length=16), nullable=False),
        sa.Column("group_id", types.Guid(length=16), nullable=True),
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
            ["school_id"],
            ["institution.id"],
            name=op.f("fk_child_school_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child")),
    )
    op.create_index(op.f("ix_child_birth_date"), "child", ["birth_date"], unique=False)
    op.create_index(op.f("ix_child_cohort_id"), "child", ["cohort_id"], unique=False)
    op.create_index(op.f("ix_child_family_id"), "child", ["family_id"], unique=False)
    op.create_index(op.f("ix_child_group_id"), "child", ["group_id"], unique=False)
    op.create_index(op.f("ix_child_school_id"), "child", ["school_id"], unique=False)
    op.create_index(op.f("ix_child_sort_key"), "child", ["sort_key"], unique=False)
    op.create_table(
        "event",
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
                "other",
                name="eventkind",
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
                name="eventstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("subtitle", sa.String(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("doors_at", sa.Time(), nullable=True),
        sa.Column("room_id", types.Guid(length=16), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("reply_until", sa.Date(), nullable=True),
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
    op.create_index(op.f("ix_event_cohort_id"), "event", ["cohort_id"], unique=False)
    op.create_index(op.f("ix_event_on_date"), "event", ["on_date"], unique=False)
    op.create_index(op.f("ix_event_room_id"), "event", ["room_id"], unique=False)
    op.create_index(op.f("ix_event_series_id"), "event", ["series_id"], unique=False)
    op.create_table(
        "household",
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
                name="deliveryway",
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
    op.create_index(op.f("ix_household_family_id"), "household", ["family_id"], unique=False)
    op.create_table(
        "seat",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_id", types.Guid(length=16), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=True),
        sa.Column(
            "role",
            sa.Enum(
                "chair",
                "deputy_chair",
                "secretary",
                "member",
                "deputy",
                "guest",
                name="seatrole",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_seat_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_seat_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
    )
    op.create_index(op.f("ix_seat_body_id"), "seat", ["body_id"], unique=False)
    op.create_index(op.f("ix_seat_institution_id"), "seat", ["institution_id"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event_id", types.Guid(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("material", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("internal_note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_agenda_item_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_event_id"), "agenda_item", ["event_id"], unique=False)
    op.create_table(
        "child_status",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("child_id", types.Guid(length=16), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "registered",
                "early_applied",
                "postponed",
                "deferral_applied",
                "deferral_granted",
                "special_school_checked",
                "moving",
                "private_school",
                name="childstatuskind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("paper_place", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["child_id"],
            ["child.id"],
            name=op.f("fk_child_status_child_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child_status")),
    )
    op.create_index(op.f("ix_child_status_child_id"), "child_status", ["child_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("child_id", types.Guid(length=16), nullable=True),
        sa.Column("person_id", types.Guid(length=16), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "school_handover",
                "teacher_visit",
                "photo",
                "contact_list",
                "publish_contact",
                name="consentkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "given",
                "no",
                "revoked",
                name="consentstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("recipient_id", types.Guid(length=16), nullable=True),
        sa.Column("categories", sa.String(), nullable=False),
        sa.Column("is_oral_allowed", sa.Boolean(), nullable=False),
        sa.Column("paper_place", sa.String(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["child_id"],
            ["child.id"],
            name=op.f("fk_consent_child_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_consent_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_consent_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["recipient_id"],
            ["institution.id"],
            name=op.f("fk_consent_recipient_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_child_id"), "consent", ["child_id"], unique=False)
    op.create_index(op.f("ix_consent_person_id"), "consent", ["person_id"], unique=False)
    op.create_index(op.f("ix_consent_recipient_id"), "consent", ["recipient_id"], unique=False)
    op.create_table(
        "custody",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("child_id", types.Guid(length=16), nullable=False),
        sa.Column("person_id", types.Guid(length=16), nullable=False),
        sa.Column(
            "has_custody",
            sa.Enum(
                "yes",
                "no",
                "unknown",
                name="custodyanswer",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("lives_with", sa.Boolean(), nullable=False),
        sa.Column("may_share_address", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["child_id"],
            ["child.id"],
            name=op.f("fk_custody_child_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_custody_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody")),
        sa.UniqueConstraint("child_id", "person_id", name=op.f("uq_custody_child_id_person_id")),
    )
    op.create_index(op.f("ix_custody_child_id"), "custody", ["child_id"], unique=False)
    op.create_index(op.f("ix_custody_person_id"), "custody", ["person_id"], unique=False)
    op.create_table(
        "event_text",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event_id", types.Guid(length=16), nullable=False),
        sa.Column(
            "block",
            sa.Enum(
                "pretitle",
                "body",
                "closing",
                "contact",
                name="textblock",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_event_text_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_text")),
        sa.UniqueConstraint("event_id", "block", name=op.f("uq_event_text_event_id_block")),
    )
    op.create_table(
        "household_member",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("household_id", types.Guid(length=16), nullable=False),
        sa.Column("person_id", types.Guid(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household_id"],
            ["household.id"],
            name=op.f("fk_household_member_household_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_household_member_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_member")),
        sa.UniqueConstraint(
            "household_id", "person_id", name=op.f("uq_household_member_household_id_person_id")
        ),
    )
    op.create_index(
        op.f("ix_household_member_household_id"), "household_member", ["household_id"], unique=False
    )
    op.create_index(
        op.f("ix_household_member_person_id"), "household_member", ["person_id"], unique=False
    )
    op.create_table(
        "measure",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cohort_id", types.Guid(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("short_title", sa.String(), nullable=False),
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
    op.create_table(
        "minutes",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event_id", types.Guid(length=16), nullable=True),
        sa.Column("body_id", types.Guid(length=16), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("is_released", sa.Boolean(), nullable=False),
        sa.Column("chair", sa.String(), nullable=False),
        sa.Column("writer", sa.String(), nullable=False),
        sa.Column("present", sa.String(), nullable=False),
        sa.Column("excused", sa.String(), nullable=False),
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
    )
    op.create_index(op.f("ix_minutes_body_id"), "minutes", ["body_id"], unique=False)
    op.create_index(op.f("ix_minutes_event_id"), "minutes", ["event_id"], unique=False)
    op.create_table(
        "note",
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
        sa.ForeignKeyConstraint(
            ["about_institution_id"],
            ["institution.id"],
            name=op.f("fk_note_about_institution_id"),
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
    op.create_index(
        op.f("ix_note_about_institution_id"), "note", ["about_institution_id"], unique=False
    )
    op.create_index(op.f("ix_note_event_id"), "note", ["event_id"], unique=False)
    op.create_index(op.f("ix_note_family_id"), "note", ["family_id"], unique=False)
    op.create_index(op.f("ix_note_person_id"), "note", ["person_id"], unique=False)
    op.create_table(
        "print_log",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("printed_at", types.UtcStamp(), nullable=False),
        sa.Column("paper_id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_id", types.Guid(length=16), nullable=True),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("program_version", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subject_id"],
            ["event.id"],
            name=op.f("fk_print_log_subject_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_log")),
    )
    op.create_index(op.f("ix_print_log_printed_at"), "print_log", ["printed_at"], unique=False)
    op.create_index(op.f("ix_print_log_subject_id"), "print_log", ["subject_id"], unique=False)
    op.create_table(
        "registration",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("event_id", types.Guid(length=16), nullable=False),
        sa.Column("household_id", types.Guid(length=16), nullable=True),
        sa.Column("guest_label", sa.String(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "yes", "no", name="answer", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("persons", sa.Integer(), nullable=False),
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
    op.create_index(
        op.f("ix_registration_household_id"), "registration", ["household_id"], unique=False
    )
    op.create_table(
        "reply_slip",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event_id", types.Guid(length=16), nullable=False),
        sa.Column("household_id", types.Guid(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_reply_slip_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["household_id"],
            ["household.id"],
            name=op.f("fk_reply_slip_household_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_slip")),
        sa.UniqueConstraint(
            "event_id", "household_id", name=op.f("uq_reply_slip_event_id_household_id")
        ),
        sa.UniqueConstraint("number", name=op.f("uq_reply_slip_number")),
    )
    op.create_index(
        op.f("ix_reply_slip_household_id"), "reply_slip", ["household_id"], unique=False
    )
    op.create_table(
        "seat_term",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seat_id", types.Guid(length=16), nullable=False),
        sa.Column("person_id", types.Guid(length=16), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=True),
        sa.Column("to_date", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_seat_term_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["seat_id"],
            ["seat.id"],
            name=op.f("fk_seat_term_seat_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_term")),
    )
    op.create_index(op.f("ix_seat_term_person_id"), "seat_term", ["person_id"], unique=False)
    op.create_index(op.f("ix_seat_term_seat_id"), "seat_term", ["seat_id"], unique=False)
    op.create_table(
        "task",
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
                name="taskarea",
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
    op.create_index(op.f("ix_task_cohort_id"), "task", ["cohort_id"], unique=False)
    op.create_index(op.f("ix_task_due_on"), "task", ["due_on"], unique=False)
    op.create_index(op.f("ix_task_event_id"), "task", ["event_id"], unique=False)
    op.create_table(
        "topic_wish",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("institution_id", types.Guid(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("event_id", types.Guid(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_topic_wish_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"],
            ["institution.id"],
            name=op.f("fk_topic_wish_institution_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_wish")),
    )
    op.create_index(op.f("ix_topic_wish_event_id"), "topic_wish", ["event_id"], unique=False)
    op.create_table(
        "child_measure",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("child_id", types.Guid(length=16), nullable=False),
        sa.Column("measure_id", types.Guid(length=16), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "done",
                "planned",
                "not_needed",
                name="measurestate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["child_id"],
            ["child.id"],
            name=op.f("fk_child_measure_child_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"],
            ["measure.id"],
            name=op.f("fk_child_measure_measure_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child_measure")),
        sa.UniqueConstraint(
            "child_id", "measure_id", name=op.f("uq_child_measure_child_id_measure_id")
        ),
    )
    op.create_index(
        op.f("ix_child_measure_measure_id"), "child_measure", ["measure_id"], unique=False
    )
    op.create_table(
        "consent_signature",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("consent_id", types.Guid(length=16), nullable=False),
        sa.Column("person_id", types.Guid(length=16), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consent_id"],
            ["consent.id"],
            name=op.f("fk_consent_signature_consent_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_consent_signature_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_signature")),
    )
    op.create_index(
        op.f("ix_consent_signature_consent_id"), "consent_signature", ["consent_id"], unique=False
    )
    op.create_index(
        op.f("ix_consent_signature_person_id"), "consent_signature", ["person_id"], unique=False
    )
    op.create_table(
        "minutes_item",
        sa.Column("id", types.Guid(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("minutes_id", types.Guid(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("votes", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["minutes_id"],
            ["minutes.id"],
            name=op.f("fk_minutes_item_minutes_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_item")),
    )
    op.create_index(
        op.f("ix_minutes_item_minutes_id"), "minutes_item", ["minutes_id"], unique=False
    )
    # ### end Alembic commands ###
    op.execute(_CREATE_FTS)
