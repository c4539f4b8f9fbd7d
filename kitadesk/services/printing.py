"""From a wish to print to a PDF: the paper, its subject, slip numbers, the preview, the log."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from importlib.metadata import version
from typing import TypeVar
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.files import safe_file_name
from kitadesk.handouts import registry
from kitadesk.handouts.facts import House
from kitadesk.handouts.family_runs import read_run
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import Block, Document, NewSheet
from kitadesk.handouts.spec import Area, Handout, HandoutSpec, SubjectKind, parse_params
from kitadesk.queries.people import is_anybody_here
from kitadesk.queries.print_log import FIRST, RECORDS
from kitadesk.queries.printing import last_printed
from kitadesk.queries.reader import Reader
from kitadesk.services.consent_slips import FORM_PAPERS, number_forms
from kitadesk.services.desk import Desk
from kitadesk.services.print_requests import PrintRequest, run_settings
from kitadesk.services.replies import make_slips
from kitadesk.storage.models.privacy import PrintLog

__all__ = [
    "PREVIEW_SHEETS",
    "PrintRequest",
    "Printed",
    "count_sheets",
    "document_of",
    "log_print",
    "number_slips",
    "numbered_document",
    "papers_for",
    "preview_paper",
    "preview_run",
    "render_blank",
    "render_paper",
    "some_sheets",
]
PREVIEW_SHEETS = 3
_NUMBERED_PAPERS = frozenset({"invitation", "letter", "postponement", "group_separator"})
_NEVER = datetime.min.replace(tzinfo=UTC)
C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF in memory; `sheets` are sides of paper, printed on one side.

    A preview that is not whole holds the first sheets of a run.
    """

    pdf: bytes
    sheets: int
    title: str
    file_name: str
    is_whole: bool = True


def papers_for(
    desk: Desk, subject: SubjectKind | None = None, area: Area | None = None
) -> tuple[Handout, ...]:
    """Return the papers that fit a record or an area, last used first."""
    last = desk.read(last_printed)
    fitting = [
        paper
        for paper in registry.all_papers()
        if (subject is None or paper.subject is subject) and (area is None or paper.area is area)
    ]
    return tuple(sorted(fitting, key=lambda paper: last.get(paper.id, _NEVER), reverse=True))


def render_paper(desk: Desk, request: PrintRequest) -> Printed:
    """Make the paper as it will be printed; slips get their numbers before, and keep them."""
    return some_sheets(_printed(desk, numbered_document(desk, request)), request)


def some_sheets(printed: Printed, request: PrintRequest) -> Printed:
    """Return the sheets of a finished run that are wanted, for example those after a paper jam."""
    first, last = request.from_sheet, min(request.to_sheet or printed.sheets, printed.sheets)
    if (first, last) == (1, printed.sheets):
        return printed
    if not 1 <= first <= last:
        raise UserError("no_such_sheet", first=first, sheets=printed.sheets)
    from kitadesk.handouts.kit.cutting import pages_of

    return replace(printed, pdf=pages_of(printed.pdf, first, last), sheets=last - first + 1)


def numbered_document(desk: Desk, request: PrintRequest) -> Document:
    """Return the whole document, after its slips got their numbers."""
    number_slips(desk, request)
    return document_of(desk, request)


def number_slips(desk: Desk, request: PrintRequest) -> None:
    """Give every slip of a run its number, where the paper has slips; given ones stay."""
    if not request.blank and request.paper_id in FORM_PAPERS:
        for subject_id in request.subjects:
            number_forms(desk, request.paper_id, subject_id, request.params)
    if not request.blank and request.paper_id in _NUMBERED_PAPERS:
        for event_id in request.subjects:
            if event_id is not None:
                make_slips(desk, event_id)


def preview_paper(desk: Desk, request: PrintRequest) -> Printed:
    """Make the first sheets only, for the live preview; nothing is written.

    While the house has no child, "Mia Muster" stands in; without a subject the sample is shown.
    """
    document = _shown_document(desk, request)
    first = _first_sheets(document)
    return replace(_printed(desk, first), is_whole=first is document)


def preview_run(desk: Desk, request: PrintRequest) -> Printed:
    """Make all sheets of a preview, to leaf through them; nothing is written."""
    return _printed(desk, _shown_document(desk, request))


def render_blank(request: PrintRequest) -> Printed:
    """Make the empty form; it needs no data file."""
    from kitadesk.handouts.kit.pdf import draw

    document = registry.find(request.paper_id).blank_form(request.params)
    drawn = draw(document)
    return Printed(drawn.pdf, drawn.sides, document.title, _file_name(document))


def count_sheets(desk: Desk, request: PrintRequest) -> int:
    """Return how many sides of paper the whole run takes."""
    from kitadesk.handouts.kit.pdf import page_count

    return page_count(document_of(desk, request))


def document_of(desk: Desk, request: PrintRequest) -> Document:
    """Return the whole document of a request; several subjects stand one behind the other."""
    paper = registry.find(request.paper_id)
    if request.blank:
        return _blank_document(desk, request)
    today = desk.clock.today()
    made = (desk.read(_filled, paper, subject, request, today) for subject in request.subjects)
    documents = [document for document in made if document is not None]
    if not documents:
        raise UserError("nobody_to_print_for")
    return documents[0] if len(documents) == 1 else _joined(documents)


def log_print(desk: Desk, request: PrintRequest, sheets: int, way: str) -> None:
    """Note what was printed, for the file and not for undo; `way` is "printer", "pdf" …

    A run for several records is noted at each of them, its sheets at the first, so that sums hold.
    The first names all records, the others the first: each of them leads to the whole run.
    """
    paper = registry.find(request.paper_id)
    kind = "" if request.blank else paper.subject.value
    records = (None,) if request.blank else request.subjects
    settings, moment = run_settings(request), desk.clock.now()
    with desk.write(f"Gedruckt: {paper.title}", undoable=False) as w:
        for place, record in enumerate(records):
            row = w.add(
                PrintLog(
                    printed_at=moment,
                    paper_id=paper.id,
                    subject=kind,
                    subject_kind=kind,
                    subject_id=record,
                    settings=json.dumps(settings, ensure_ascii=False),
                    sheets=0 if place else sheets,
                    way=way,
                    program_version=version("kitadesk"),
                )
            )
            if place == 0:
                kept = {name: value for name, value in settings.items() if name != RECORDS}
                settings = {**kept, FIRST: str(row.id)}


def _filled(
    reader: Reader, paper: Handout, subject: UUID | None, request: PrintRequest, today: date
) -> Document | None:
    """Return the document for one subject; None where it has nothing for the chosen households."""
    if request.households is None:
        return paper.filled(reader, subject, request.params, today)
    run = read_run(reader, paper, subject, request.params, today)
    return run.letters_for(request.households) if run is not None else None


def _shown_document(desk: Desk, request: PrintRequest) -> Document:
    if request.blank or request.households is not None:
        return document_of(desk, request)
    return desk.read(partial(_preview_document, desk=desk, request=request))


def _printed(desk: Desk, document: Document) -> Printed:
    from kitadesk.handouts.kit.pdf import draw

    drawn = draw(document, printed_on=desk.clock.today())
    return Printed(drawn.pdf, drawn.sides, document.title, _file_name(document))


def _file_name(document: Document) -> str:
    return safe_file_name(document.title, ".pdf")


def _joined(documents: list[Document]) -> Document:
    """Put documents of one paper behind each other; each begins on a new sheet."""
    blocks: list[Block] = []
    for document in documents:
        if not document.blocks or not isinstance(document.blocks[0], NewSheet):
            blocks.append(NewSheet(document.title))
        blocks += document.blocks
    return replace(documents[0], blocks=tuple(blocks))


def _first_sheets(document: Document) -> Document:
    """Cut a run of letters or lists after the first sheets."""
    starts = [place for place, one in enumerate(document.blocks) if isinstance(one, NewSheet)]
    if len(starts) <= PREVIEW_SHEETS:
        return document
    return replace(document, blocks=document.blocks[: starts[PREVIEW_SHEETS]])


def _preview_document(reader: Reader, *, desk: Desk, request: PrintRequest) -> Document:
    """Return the document with what the house has, and with the sample's people where it has none.

    The registry types papers by protocol; every one of them is a HandoutSpec.
    """
    spec = registry.find(request.paper_id)
    today, subject = desk.clock.today(), request.subjects[0]
    has_children = is_anybody_here(reader, today)
    if not isinstance(spec, HandoutSpec) or (has_children and subject is not None):
        return spec.filled(reader, subject, request.params, today)
    sample, _ = spec.sample()
    params = parse_params(spec, request.params)
    if subject is None and (spec.needs_subject or not has_children):
        content = _with_house(sample, house_of(reader))
    else:
        content = spec.gather(reader, subject, params, today)
    if not has_children:
        content = _with_one_family(content, sample)
    document: Document = spec.document(content, params)
    return document


def _blank_document(desk: Desk, request: PrintRequest) -> Document:
    """Return the empty form under the letterhead of the own house, where the paper has one."""
    spec = registry.find(request.paper_id)
    if not isinstance(spec, HandoutSpec):
        return spec.blank_form(request.params)
    params = parse_params(spec, request.params)
    content = _with_house(spec.blank(params), desk.read(house_of))
    document: Document = spec.document(content, params)
    return document


def _with_house(content: C, house: House) -> C:
    """Put the own house into a sample, where the paper names it and there is one."""
    if not house.name or not is_dataclass(content) or isinstance(content, type):
        return content
    shown = {item.name: getattr(content, item.name) for item in fields(content)}
    named = {name: house for name, value in shown.items() if isinstance(value, House)}
    return replace(content, **named)


def _with_one_family(content: C, sample: C) -> C:
    """Show the first record of each list of the sample, "Mia Muster", where there is none yet."""
    if not is_dataclass(content) or isinstance(content, type):
        return content
    lent = {}
    for item in fields(content):
        own, other = getattr(content, item.name), getattr(sample, item.name)
        has_records = isinstance(other, tuple) and other and is_dataclass(other[0])
        if has_records and own in ((), other):
            lent[item.name] = other[:1]
    return replace(content, **lent)
