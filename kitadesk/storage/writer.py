"""What a service holds while it writes: a session whose every flush is noted, row by row."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, event, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from kitadesk.base.errors import UserError
from kitadesk.storage import bulk
from kitadesk.storage.changes import ChangeLog
from kitadesk.storage.images import Image, image_of
from kitadesk.storage.models.base import Record, deletion_rule, metadata

R = TypeVar("R", bound=Record)
_MODEL_OF_TABLE: dict[str, type[Record]] = {}


class WritingSession(Session):
    """A session whose flushes are noted by the writer that holds it."""

    writer: Writer | None = None


class Writer:
    """One open write: add, get, delete; statements that pass the history by are refused.

    `label` may be set anew by who learns only inside how people call the step.
    """

    def __init__(self, session: WritingSession, label: str) -> None:
        session.writer = self
        self.session = session
        self.label = label
        self._log = ChangeLog()
        self._before: dict[tuple[str, uuid.UUID], Image] = {}

    def add(self, record: R) -> R:
        """Add a new row and return it."""
        self.session.add(record)
        return record

    def get(self, model: type[R], row_id: uuid.UUID) -> R:
        """Return a row to change; raises UserError ``record_gone`` when it is not there."""
        record = self.session.get(model, row_id)
        if record is None:
            raise UserError("record_gone")
        return record

    def delete(self, record: Record) -> None:
        """Delete a row with all that belongs to it; references to it that may be empty are cleared.

        Raises UserError ``record_in_use`` when another row needs it.
        """
        self.session.flush()
        for column, model in _references_to(record.__table__):
            attribute = getattr(model, column.key)
            for user in self.session.scalars(select(model).where(attribute == record.id)):
                self._release(user, column)
        self.session.delete(record)
        self.session.flush()

    def _release(self, user: Record, column: Column[Any]) -> None:
        rule = deletion_rule(column)
        if rule == "delete":
            self.delete(user)
        elif rule == "clear":
            setattr(user, column.key, None)
        else:
            raise UserError("record_in_use")

    def insert_many(self, model: type[Record], rows: Sequence[dict[str, Any]]) -> None:
        """Insert many rows at the driver's speed, with the same history as single ones."""
        if not rows:
            return
        self.session.flush()
        table = metadata.tables[model.__tablename__]
        self._log.note_new(bulk.insert_rows(self.session.connection(), table, rows))

    def change_many(
        self, model: type[Record], row_ids: Iterable[uuid.UUID], values: dict[str, Any]
    ) -> int:
        """Give many rows the same values at the driver's speed, with the history of single ones.

        Returns how many rows there are; the others are left out. One ORM row costs a millisecond.
        """
        self.session.flush()
        table = metadata.tables[model.__tablename__]
        changed = bulk.change_rows(self.session.connection(), table, row_ids, values)
        count = 0
        for before, after in changed:
            self._log.note(model.__tablename__, uuid.UUID(bytes=before["id"]), before, after)
            count += 1
        if count:
            self.session.expire_all()
        return count

    @property
    def log(self) -> ChangeLog:
        """Return what was written so far."""
        return self._log

    def note_before(self, session: Session) -> None:
        """Keep the image of every row that the coming flush changes or deletes."""
        for record in (*session.dirty, *session.deleted):
            if isinstance(record, Record) and (
                record in session.deleted or session.is_modified(record)
            ):
                self._before[record.__tablename__, record.id] = _image_before(record)

    def note_after(self, session: Session) -> None:
        """Note what the flush wrote."""
        for record in session.new:
            self._note(record, None, _image(record))
        for record in session.dirty:
            key = (record.__tablename__, record.id)
            if key in self._before:
                self._note(record, self._before.pop(key), _image(record))
        for record in session.deleted:
            key = (record.__tablename__, record.id)
            self._note(record, self._before.pop(key), None)

    def _note(self, record: Record, before: Image | None, after: Image | None) -> None:
        self._log.note(record.__tablename__, record.id, before, after)


@event.listens_for(WritingSession, "before_flush")
def _before_flush(session: WritingSession, _context: UOWTransaction, _objects: object) -> None:
    if session.writer is not None:
        session.writer.note_before(session)


@event.listens_for(WritingSession, "after_flush")
def _after_flush(session: WritingSession, _context: UOWTransaction) -> None:
    if session.writer is not None:
        session.writer.note_after(session)


@event.listens_for(WritingSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise RuntimeError("bulk statements pass the history by: use insert_many or single rows")


def _image(record: Record) -> Image:
    return image_of(metadata.tables[record.__tablename__], record.__dict__)


def _image_before(record: Record) -> Image:
    """Return the row as the file holds it: what is loaded, with changed columns put back."""
    state = inspect(record)
    values = {}
    for attribute in state.mapper.column_attrs:
        history = state.attrs[attribute.key].history
        values[attribute.key] = (
            history.deleted[0] if history.deleted else getattr(record, attribute.key)
        )
    return image_of(metadata.tables[record.__tablename__], values)


def _references_to(table: Any) -> Iterable[tuple[Column[Any], type[Record]]]:
    models = _models()
    for other in metadata.tables.values():
        for column in other.columns:
            if other.name in models and any(key.references(table) for key in column.foreign_keys):
                yield column, models[other.name]


def _models() -> dict[str, type[Record]]:
    if not _MODEL_OF_TABLE:
        for mapper in Record.registry.mappers:
            _MODEL_OF_TABLE[mapper.class_.__tablename__] = mapper.class_
    return _MODEL_OF_TABLE
