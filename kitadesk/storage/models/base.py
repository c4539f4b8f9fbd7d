"""What all tables share: keys, versions, named constraints, references with a rule for deletion."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import Column, ForeignKey, MetaData, event
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column

from kitadesk.storage.types import Guid, new_id

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Record(DeclarativeBase):
    """A row that people keep: UUIDv7 key, and a version against two writers at once."""

    metadata = metadata

    id: Mapped[uuid.UUID] = mapped_column(Guid, primary_key=True, default=new_id, sort_order=-2)
    version: Mapped[int] = mapped_column(default=1, sort_order=-1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let every update check and raise the version."""
        return {"version_id_col": cls.version}


@event.listens_for(Record, "init", propagate=True)
def _complete(record: Record, _args: tuple[Any, ...], values: dict[str, Any]) -> None:
    """Give a new row its key and all columns at once: others refer to it, the history notes it."""
    for column in metadata.tables[record.__tablename__].columns:
        if column.key not in values:
            values[column.key] = default_of(column)


def default_of(column: Column[Any]) -> Any:
    """Return the Python default of a column; None where it has none."""
    argument = getattr(column.default, "arg", None)
    return argument(None) if callable(argument) else argument


def owned_by(target: str, *, nullable: bool = False, index: bool = True) -> MappedColumn[Any]:
    """Refer to the row that this row belongs to and is deleted with.

    The rule lives in `column.info`, not in the DDL: the write door deletes, so that the
    history has every row. Deferred, so that rows may be written and undone in any order.
    """
    return _reference(target, rule="delete", nullable=nullable, index=index)


def of_the_house() -> MappedColumn[Any]:
    """Refer to the own house; without an index, because a file holds one house."""
    return _reference("institution.id", rule="delete", nullable=False, index=False)


def refers_to(target: str, *, nullable: bool = True, index: bool = True) -> MappedColumn[Any]:
    """Refer to a row without belonging to it: cleared when that is deleted, if it may be empty."""
    rule = "clear" if nullable else "forbid"
    return _reference(target, rule=rule, nullable=nullable, index=index)


def _reference(target: str, *, rule: str, nullable: bool, index: bool) -> MappedColumn[Any]:
    return mapped_column(
        Guid,
        ForeignKey(target, deferrable=True, initially="DEFERRED"),
        nullable=nullable,
        index=index,
        info={"when_target_goes": rule},
    )


def deletion_rule(column: Column[Any]) -> str:
    """Return what happens to the row when its target goes: delete, clear or forbid."""
    return str(column.info["when_target_goes"])
