"""Einwilligung Datenweitergabe for an entry year: a sheet for every child without a consent."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kitadesk.handouts.consent_forms import (
    TITLE,
    ConsentForms,
    FormParams,
    blank_forms,
    forms_document,
    forms_of,
    sample_forms,
)
from kitadesk.handouts.entry_year import entry_year_of
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind
from kitadesk.queries.consent_slips import form_rows
from kitadesk.queries.reader import Reader


def gather(reader: Reader, subject_id: UUID | None, params: FormParams, on: date) -> ConsentForms:
    """Read who has not answered yet; a "nein" is an answer and gets no sheet again."""
    cohort_id = entry_year_of(reader, subject_id, on).cohort_id
    if cohort_id is None:
        return forms_of(reader, ())
    kind, reminder = params.purpose.kind, params.reminder
    return forms_of(reader, form_rows(reader, kind, on, cohort_id=cohort_id, reminder=reminder))


SPEC = HandoutSpec(
    id="consent_form",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.COHORT,
    privacy=Privacy.FAMILY,
    params=FormParams,
    gather=gather,
    blank=blank_forms,
    sample=sample_forms,
    document=forms_document,
    needs_subject=False,
)
