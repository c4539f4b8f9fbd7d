"""Einwilligung Datenweitergabe for one child: a sheet for every home of its custodians."""

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
from kitadesk.handouts.gathering import subject_of
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind
from kitadesk.queries.consent_slips import form_reminders_of_child, form_rows_of_child
from kitadesk.queries.reader import Reader


def gather(reader: Reader, subject_id: UUID | None, params: FormParams, on: date) -> ConsentForms:
    """Read who signs for the child; a reminder asks only who has not answered.

    Raises UserError ``record_gone``, and for a reminder ``consent_answered``.
    """
    kind, child_id = params.purpose.kind, subject_of(TITLE, subject_id)
    read = form_reminders_of_child if params.reminder else form_rows_of_child
    return forms_of(reader, read(reader, kind, child_id))


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
