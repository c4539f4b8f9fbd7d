"""Letters about one child: who gets one, each household with its own address only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.names import listed_name
from kitadesk.queries.consent_answers import answers_for
from kitadesk.queries.letters import LetterRow, letters_to
from kitadesk.queries.people import child
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import Child, Household


def letters_of_child(
    reader: Reader, child_id: UUID, on: date, *, reminder: bool = False
) -> tuple[LetterRow, ...]:
    """Return one letter per household of the child's family, naming no other child.

    A reminder leaves out who said "nicht erinnern". Raises UserError ``record_gone``.
    """
    row = child(reader, child_id)
    of_family = (
        select(Household.id)
        .join(Child, Child.family_id == Household.family_id)
        .where(Child.id == child_id)
    )
    found = letters_to(reader, set(reader.scalars(of_family)), on)
    return tuple(
        replace(
            one,
            child_first_names=(row.first_name or row.last_name,),
            label=listed_name(row.last_name, row.first_name),
            group_id=row.group_id,
            group_name=row.group_name,
        )
        for one in sorted(found, key=lambda letter: letter.is_second)
        if not (reminder and one.no_reminder)
    )


def is_answered(reader: Reader, child_id: UUID) -> bool:
    """Return whether the custodians have said yes or no to the hand-over; both are final."""
    found = answers_for(reader.connection(), [child_id.bytes])
    return (child_id.bytes, ConsentKind.SCHOOL_HANDOVER) in {
        key for key, state in found.items() if state.is_answer
    }
