"""Einwilligung Datenweitergabe for an entry year: a sheet for every child without a consent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.domain.consent_forms import law_of
from kitadesk.handouts.consent_forms import (
    PURPOSES,
    TITLE,
    ConsentForms,
    Purpose,
    form_of,
    forms_document,
    in_order,
    sample_forms,
)
from kitadesk.handouts.entry_year import entry_year_of
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import Document
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.consent_slips import form_rows, own_provider
from kitadesk.queries.reader import Reader


@dataclass(frozen=True, slots=True)
class ConsentFormParams:
    """What can be chosen before printing."""

    purpose: Purpose = param(  # noqa: RUF009  # param is a dataclass field
        "Wozu", Purpose.HANDOVER, choices=PURPOSES
    )
    return_by: str = param("Zurück bis", "", hint="z. B. Freitag, 5. März")
    until: str = param("Gilt bis", "", hint="Ende Oktober nach dem Schulanfang")
    contact: str = param("Fragen an", "", hint="die Leitung der Kita")
    reminder: bool = param("Erinnerung", default=False)
    probe: bool = param("Nur ein Probeblatt", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


def document(content: ConsentForms, params: ConsentFormParams) -> Document:
    """All sheets of the run."""
    return forms_document(content, params)


def gather(
    reader: Reader, subject_id: UUID | None, params: ConsentFormParams, on: date
) -> ConsentForms:
    """Read who has not answered yet; a "nein" is an answer and gets no sheet again."""
    cohort_id = entry_year_of(reader, subject_id, on).cohort_id
    kind = params.purpose.kind
    rows = (
        form_rows(reader, kind, on, cohort_id=cohort_id, reminder=params.reminder)
        if cohort_id
        else ()
    )
    house = house_of(reader)
    forms = tuple(form_of(row, house.texts) for row in in_order(rows))
    return ConsentForms(house, law_of(own_provider(reader)), forms)


def blank(params: ConsentFormParams) -> ConsentForms:
    """The form to be filled in by hand."""
    return ConsentForms()


def sample() -> tuple[ConsentForms, ConsentFormParams]:
    """The invented child of every sample."""
    return sample_forms(), ConsentFormParams()


SPEC = HandoutSpec(
    id="consent_form",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.COHORT,
    privacy=Privacy.FAMILY,
    params=ConsentFormParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
