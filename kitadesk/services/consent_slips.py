"""What a leader does with consent forms: each gets its number before it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from kitadesk.domain.consent import ConsentKind
from kitadesk.handouts.entry_year import entry_year_of
from kitadesk.handouts.papers.transition_consent_form import SPEC as OF_YEAR
from kitadesk.handouts.papers.transition_consent_form_child import SPEC as OF_CHILD
from kitadesk.handouts.spec import parse_params
from kitadesk.queries.consent_slips import FormChild, form_child, form_children, form_numbers
from kitadesk.services.desk import Desk
from kitadesk.services.slip_numbers import take_numbers
from kitadesk.storage.models.privacy import ConsentSlip
from kitadesk.storage.writer import Writer

FORM_PAPERS = frozenset({OF_YEAR.id, OF_CHILD.id})
"""Papers whose sheets bear the number of a consent form."""


def number_forms(
    desk: Desk, paper_id: str, subject_id: UUID | None, params: Mapping[str, str]
) -> int:
    """Number the forms that a print form asks for; returns how many numbers were taken.

    Called before printing and not undoable: a number that stands on paper stays, and a form that
    has one keeps it.
    """
    with desk.write("Nummern der Einwilligungen", undoable=False) as writer:
        if paper_id == OF_CHILD.id:
            kind = parse_params(OF_CHILD, params).purpose.kind
            child = form_child(writer.session, subject_id) if subject_id is not None else None
            return _number(writer, kind, (child,) if child is not None else ())
        kind = parse_params(OF_YEAR, params).purpose.kind
        return _number(writer, kind, _lacking(writer, desk, kind, subject_id))


def _lacking(
    writer: Writer, desk: Desk, kind: ConsentKind, subject_id: UUID | None
) -> tuple[FormChild, ...]:
    """Return the children of the year who have not answered yet; none before it is opened."""
    today = desk.clock.today()
    cohort_id = entry_year_of(writer.session, subject_id, today).cohort_id
    if cohort_id is None:
        return ()
    return form_children(writer.session, kind, today, cohort_id=cohort_id)


def _number(writer: Writer, kind: ConsentKind, children: tuple[FormChild, ...]) -> int:
    """Take numbers for those without one."""
    known = form_numbers(writer.session, kind, [child.id for child in children])
    without = [child for child in children if child.id not in known]
    numbers = take_numbers(writer, len(without))
    writer.insert_many(
        ConsentSlip,
        [
            {
                "child_id": child.id,
                "cohort_id": child.cohort_id,
                "kind": kind,
                "recipient_id": child.school_id,
                "number": number,
            }
            for child, number in zip(without, numbers, strict=True)
        ],
    )
    return len(without)
