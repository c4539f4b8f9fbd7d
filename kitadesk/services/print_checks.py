"""*Vor dem Drucken*: what is odd about a paper, each with the record that "Zeigen" opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from kitadesk.handouts import registry
from kitadesk.handouts.consent_forms import FormParams
from kitadesk.handouts.papers.general_child_letter import ChildLetterParams
from kitadesk.handouts.spec import Handout, HandoutSpec, SubjectKind, parse_params
from kitadesk.queries.people import children
from kitadesk.queries.reader import Reader
from kitadesk.services.desk import Desk
from kitadesk.services.print_checks_document import DocumentCheck
from kitadesk.services.print_checks_evening import (
    CHILD_CARE,
    EVALUATION,
    SIGN_UP,
    of_child_care,
    of_evaluation,
)
from kitadesk.services.print_checks_event import of_event, of_past_event
from kitadesk.services.print_checks_forms import (
    CHILD_FORMS,
    CHILD_LETTER,
    YEAR_FORMS,
    of_child_letter,
    of_consent_forms,
)
from kitadesk.services.print_checks_letters import LABELS, of_labels, of_letters
from kitadesk.services.print_checks_lists import of_children, of_entry_year, of_meant_children
from kitadesk.services.print_checks_minutes import AFTERWARDS, of_minutes
from kitadesk.services.print_findings import Finding
from kitadesk.services.printing import PrintRequest, document_of

_WITHOUT_CHILDREN = frozenset({*AFTERWARDS, EVALUATION, SIGN_UP})
"""Papers of an event on which no child stands."""

__all__ = ["Finding", "RunCheck", "check_run", "findings"]

_ABOUT_ONE_CHILD = frozenset({CHILD_LETTER, YEAR_FORMS, CHILD_FORMS})


@dataclass(frozen=True, slots=True)
class RunCheck:
    """What a whole run is like: its sides of paper, and what is odd about it, warnings only."""

    sheets: int
    findings: tuple[Finding, ...]


def findings(
    desk: Desk, request: PrintRequest, may_go_on: Callable[[], None] = lambda: None
) -> tuple[Finding, ...]:
    """Return what is odd, the event first, then the families, then the paper itself.

    `may_go_on` is called between the steps and may raise: a long run can be given up.
    """
    return _look(desk, request, may_go_on)[0]


def check_run(
    desk: Desk, request: PrintRequest, may_go_on: Callable[[], None] = lambda: None
) -> RunCheck:
    """Return the number of sheets and the warnings of a run, with one look at its document."""
    found, sheets = _look(desk, request, may_go_on)
    return RunCheck(sheets, tuple(one for one in found if not one.is_information))


def _look(
    desk: Desk, request: PrintRequest, may_go_on: Callable[[], None]
) -> tuple[tuple[Finding, ...], int]:
    """Return everything found, once each, and the number of sheets."""
    from kitadesk.handouts.kit.pdf import inspect

    paper = registry.find(request.paper_id)
    today = desk.clock.today()
    found: list[Finding] = []
    if not request.blank:
        for look in _looks(paper, request, today):
            found += desk.read(look)
            may_go_on()
    document = document_of(desk, request)
    may_go_on()
    report = inspect(document)
    may_go_on()
    found += DocumentCheck(desk, paper, request, document, report).findings()
    once = {(one.text, one.is_information): one for one in reversed(found)}
    return tuple(reversed(once.values())), report.pages


def _looks(
    paper: Handout, request: PrintRequest, today: date
) -> Iterator[Callable[[Reader], list[Finding]]]:
    """Give the questions to ask about the data of a paper, in the order of their answers."""
    subjects = [subject for subject in request.subjects if subject is not None]
    if paper.subject is SubjectKind.EVENT:
        for subject in subjects:
            yield from _looks_at_event(paper.id, subject, today)
    yield lambda reader: list(of_letters(reader, paper, request, today))
    yield lambda reader: list(_of_child_papers(reader, paper, request, today))
    if paper.id == LABELS:
        yield lambda reader: list(of_labels(reader, request, today))
    if paper.subject is SubjectKind.COHORT:
        first = request.subjects[0]
        yield lambda reader: list(of_entry_year(reader, paper.id, first, today))
    if paper.subject is SubjectKind.GROUP:
        columns = request.params.get("columns", "").split(";")
        yield lambda reader: list(of_children(children(reader, today), columns))
    names_children = paper.id not in _WITHOUT_CHILDREN
    if paper.subject is SubjectKind.EVENT and request.subject_id is not None and names_children:
        look = of_child_care if paper.id == CHILD_CARE else of_meant_children
        yield partial(look, event_id=request.subject_id, today=today)


def _looks_at_event(
    paper_id: str, event_id: UUID, today: date
) -> Iterator[Callable[[Reader], list[Finding]]]:
    """Give the questions to ask about an event: what is told afterwards may well be over."""
    if paper_id == EVALUATION:
        yield partial(of_evaluation, event_id=event_id, today=today)
    elif paper_id in AFTERWARDS:
        yield partial(of_past_event, event_id=event_id)
        yield partial(_of_minutes, event_id=event_id, paper_id=paper_id)
    else:
        yield partial(of_event, event_id=event_id, paper_id=paper_id, today=today)


def _of_minutes(reader: Reader, event_id: UUID, paper_id: str) -> list[Finding]:
    return list(of_minutes(reader, event_id, paper_id))


def _of_child_papers(
    reader: Reader, paper: Handout, request: PrintRequest, today: date
) -> Iterator[Finding]:
    """Look at the addressees of what is about one child; a trial sheet goes to nobody."""
    if not isinstance(paper, HandoutSpec) or paper.id not in _ABOUT_ONE_CHILD:
        return
    params = parse_params(paper, request.params)
    for subject in request.subjects:
        if isinstance(params, FormParams) and not params.probe:
            yield from of_consent_forms(reader, paper.id, subject, params, today)
        elif isinstance(params, ChildLetterParams) and not params.probe and subject is not None:
            yield from of_child_letter(reader, subject, today, reminder=params.is_reminder)
