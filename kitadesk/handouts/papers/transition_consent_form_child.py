"""Einwilligung Datenweitergabe for one child: a sheet for every home of its custodians."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.handouts.consent_forms import (
    TITLE,
    ConsentForms,
    FormParams,
    blank_forms,
    forms_document,
    forms_of,
    sample_forms,
)
from kitadesk.handouts.gathering import subject_of
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind
from kitadesk.queries.consent_slips import form_rows_of_child
from kitadesk.queries.reader import Reader


def gather(reader: Reader, subject_id: UUID | None, params: FormParams, on: date) -> ConsentForms:
    """Read who signs for the child, whatever was answered before; ``record_gone`` without it."""
    rows = form_rows_of_child(reader, params.purpose.kind, subject_of(TITLE, subject_id))
    if not rows:
        raise UserError("record_gone")
    return forms_of(reader, rows)


SPEC = HandoutSpec(
    id="consent_form_child",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.CHILD,
    privacy=Privacy.FAMILY,
    params=FormParams,
    gather=gather,
    blank=blank_forms,
    sample=sample_forms,
    document=forms_document,
)
