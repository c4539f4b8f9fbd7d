"""Checks the data file as the command line and support need it: damage, version, how many rows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from kitadesk.queries.reader import Reader
from kitadesk.services.desk import Desk
from kitadesk.storage.models.base import Record


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What was found: problems by kind of check (empty is good), version, rows per table."""

    problems: dict[str, list[str]]
    schema_version: str
    counts: dict[str, int]

    @property
    def is_good(self) -> bool:
        """Tell whether nothing is wrong."""
        return not any(self.problems.values())


def check_house(desk: Desk) -> FileCheck:
    """Run all checks; this reads the whole file."""
    return FileCheck(desk.store.check(), desk.store.schema_version(), desk.read(_counts))


def _counts(reader: Reader) -> dict[str, int]:
    models = sorted(Record.registry.mappers, key=lambda mapper: mapper.class_.__tablename__)
    return {
        mapper.class_.__tablename__: reader.scalar(select(func.count()).select_from(mapper)) or 0
        for mapper in models
    }
