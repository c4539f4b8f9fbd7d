"""`kitadesk print`: one paper as PDF or Word file, or every paper for what is nearest to today."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import date
from typing import TypeVar
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.files import check_writable, write_for_others
from kitadesk.base.text import and_list, plural
from kitadesk.cli.output import say
from kitadesk.cli.session import make_folder, open_desk
from kitadesk.handouts.registry import all_papers, find
from kitadesk.handouts.spec import Handout, SubjectKind
from kitadesk.queries.listing import listed
from kitadesk.queries.reader import Reader
from kitadesk.services.desk import Desk
from kitadesk.services.printing import (
    Printed,
    PrintRequest,
    log_print,
    render_blank,
    render_paper,
)
from kitadesk.services.word_files import fits_word, render_blank_word, render_word

T = TypeVar("T")
GERMAN = "de"
_WAY = "file"
_WORD_WAY = "docx"
WORD_ENDING = ".docx"
_KIND_OF: Mapping[SubjectKind, str] = {
    SubjectKind.EVENT: "events",
    SubjectKind.GROUP: "groups",
    SubjectKind.COHORT: "cohorts",
    SubjectKind.CHILD: "children",
    SubjectKind.FAMILY: "families",
    SubjectKind.INSTITUTION: "institutions",
    SubjectKind.PERSON: "persons",
    SubjectKind.BODY: "bodies",
}


def run_print(options: argparse.Namespace) -> int:
    """Print one paper or everything; wrong combinations are wrong usage."""
    if options.everything:
        if options.paper or options.subjects or options.values or options.blank:
            options.parser.error("--everything druckt jedes Papier und braucht keine Angaben dazu")
        return _print_everything(options)
    if not options.paper:
        options.parser.error("Es fehlt: PAPIER (oder --everything)")
    paper = find(options.paper)
    _check_language(paper, options.lang)
    if options.target.suffix.lower() == WORD_ENDING:
        return _write_word(options, paper)
    check_writable(options.target)  # slip numbers that no paper carries would be left behind
    if options.blank:
        request = PrintRequest(paper.id, params=dict(options.values), blank=True)
        printed = _without_or_with_house(options, request, render_blank, render_paper)
        write_for_others(options.target, printed.pdf)
        _say_written(str(options.target), printed)
        return 0
    with open_desk(options) as desk:
        request = PrintRequest(
            paper.id, params=dict(options.values), for_ids=_subjects(desk, paper, options.subjects)
        )
        printed = _print(desk, request, options)
    _say_written(str(options.target), printed)
    return 0


def _write_word(options: argparse.Namespace, paper: Handout) -> int:
    """Write the paper as a Word file, because the name of the file asks for one."""
    if not fits_word(paper):
        raise UserError("paper_not_for_word", paper=paper.title)
    check_writable(options.target)
    if options.blank:
        request = PrintRequest(paper.id, params=dict(options.values), blank=True)
        file = _without_or_with_house(options, request, render_blank_word, render_word)
        write_for_others(options.target, file.data)
    else:
        with open_desk(options) as desk:
            subjects = _subjects(desk, paper, options.subjects)
            request = PrintRequest(paper.id, params=dict(options.values), for_ids=subjects)
            file = render_word(desk, request)
            write_for_others(options.target, file.data)
            log_print(desk, request, 0, _WORD_WAY)
    say(f"{options.target}: {file.title} (Word-Datei)")
    return 0


def _without_or_with_house(
    options: argparse.Namespace,
    request: PrintRequest,
    without: Callable[[PrintRequest], T],
    with_house: Callable[[Desk, PrintRequest], T],
) -> T:
    """Make the empty form under the head of the house; without a house, or a key, without it."""
    with ExitStack() as opened:
        try:
            desk = opened.enter_context(open_desk(options))
        except UserError as error:
            if error.code != "storage_missing":
                sys.stderr.write(f"Hinweis: Gedruckt ohne den Kopf der Kita. {error.what}\n")
            return without(request)
        return with_house(desk, request)


def _print(desk: Desk, request: PrintRequest, options: argparse.Namespace) -> Printed:
    printed = render_paper(desk, request)
    write_for_others(options.target, printed.pdf)
    _log(desk, request, printed)
    return printed


def _print_everything(options: argparse.Namespace) -> int:
    """Print every paper for the nearest subject it fits; papers without one are named."""
    without: list[str] = []
    with open_desk(options) as desk:
        make_folder(options.target)
        for paper in all_papers():
            _check_language(paper, options.lang)
            subject = _nearest(desk, paper)
            if subject is None and paper.needs_subject and paper.subject in _KIND_OF:
                without.append(paper.id)
                continue
            request = PrintRequest(paper.id, subject)
            printed = render_paper(desk, request)
            write_for_others(options.target / f"{paper.id}.pdf", printed.pdf)
            _log(desk, request, printed)
            _say_written(f"{paper.id}.pdf", printed)
    if without:
        say(f"Noch kein passender Eintrag da, darum nicht gedruckt: {and_list(without)}.")
    return 0


def _log(desk: Desk, request: PrintRequest, printed: Printed) -> None:
    log_print(desk, request, printed.sheets, _WAY)


def _nearest(desk: Desk, paper: Handout) -> UUID | None:
    """Return the nearest record that the paper fits; None for all of them, or if there is none."""
    kind = _KIND_OF.get(paper.subject)
    if kind is None or not paper.needs_subject:
        return None
    return desk.read(_first_fitting, paper, kind, desk.clock.today())


def _first_fitting(reader: Reader, paper: Handout, kind: str, on: date) -> UUID | None:
    """Return the nearest record that the paper is offered for: no invitation to a closing day."""
    ids = (row.id for row in listed(reader, kind, on))
    return next((one for one in ids if paper.fits_record(reader, one)), None)


def _subjects(desk: Desk, paper: Handout, texts: list[str]) -> tuple[UUID, ...]:
    """Return the records of `--for`, each checked to be there and of the paper's kind."""
    kind = _KIND_OF.get(paper.subject)
    if not texts:
        if paper.needs_subject and kind is not None:
            raise UserError("paper_needs_subject_here", paper=paper.title, kind=kind)
        return ()
    rows = desk.read(listed, kind, desk.clock.today()) if kind else ()
    known = {str(row.id): row for row in rows}
    for text in texts:
        if text.lower() not in known:
            raise UserError("subject_unknown", subject=text)
    chosen = tuple(known[text.lower()] for text in dict.fromkeys(texts))
    for row in chosen:
        if not desk.read(paper.fits_record, row.id):
            raise UserError("paper_does_not_fit", paper=paper.title, subject=row.title)
    return tuple(row.id for row in chosen)


def _check_language(paper: Handout, languages: str) -> None:
    """Refuse a language without texts, rather than print German under a foreign heading."""
    for language in (one.strip() for one in languages.split(",")):
        if language != GERMAN:
            raise UserError("language_missing", paper=paper.title, language=language)


def _say_written(name: str, printed: Printed) -> None:
    say(f"{name}: {printed.title} ({plural(printed.sheets, 'Blatt', 'Blatt')})")
