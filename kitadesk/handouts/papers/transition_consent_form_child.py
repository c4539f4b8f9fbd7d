"""Einwilligung Datenweitergabe for one child: a sheet for every home of its custodians."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.base.errors import UserError
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
from kitadesk.handouts.gathering import house_of, subject_of
from kitadesk.handouts.kit.blocks import Document
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.consent_slips import form_rows_of_child, own_provider
from kitadesk.queries.reader import Reader


@dataclass(frozen=True, slots=True)
class ChildFormParams:
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


def document(content: ConsentForms, params: ChildFormParams) -> Document:
    """The sheets of the child."""
    return forms_document(content, params)


def gather(
    reader: Reader, subject_id: UUID | None, params: ChildFormParams, on: date
) -> ConsentForms:
    """Read who signs for the child, whatever was answered before; ``record_gone`` without it."""
    rows = form_rows_of_child(reader, params.purpose.kind, subject_of(TITLE, subject_id))
    if not rows:
        raise UserError("record_gone")
    house = house_of(reader)
    forms = tuple(form_of(row, house.texts) for row in in_order(rows))
    return ConsentForms(house, law_of(own_provider(reader)), forms)


def blank(params: ChildFormParams) -> ConsentForms:
    """The form to be filled in by hand."""
    return ConsentForms()


def sample() -> tuple[ConsentForms, ChildFormParams]:
    """The invented child of every sample."""
    return sample_forms(), ChildFormParams()


SPEC = HandoutSpec(
    id="consent_form_child",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.CHILD,
    privacy=Privacy.FAMILY,
    params=ChildFormParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
)
