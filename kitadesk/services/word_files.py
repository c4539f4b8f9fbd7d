"""A paper as a Word file, for the office that wants to change a last word by hand."""

from __future__ import annotations

from dataclasses import dataclass

from kitadesk.base.files import safe_file_name
from kitadesk.handouts.kit.blocks import Document
from kitadesk.handouts.registry import find
from kitadesk.handouts.spec import Handout
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, numbered_document


@dataclass(frozen=True, slots=True)
class WordFile:
    """A finished docx in memory."""

    data: bytes
    title: str
    file_name: str


def fits_word(paper: Handout) -> bool:
    """Return whether a paper can be changed in Word: letters and lists, no labels or pictures."""
    from kitadesk.handouts.kit.docx import can_be_changed_in_word

    return can_be_changed_in_word(paper.blank_form({}))


def render_word(desk: Desk, request: PrintRequest) -> WordFile:
    """Write the paper of a request as docx; its slips carry the numbers of the printed ones."""
    from kitadesk.handouts.kit.docx import render_docx

    document = numbered_document(desk, request)
    return _file(document, render_docx(document, printed_on=desk.clock.today()))


def render_blank_word(request: PrintRequest) -> WordFile:
    """Write the empty form as docx; it needs no data file."""
    from kitadesk.handouts.kit.docx import render_docx

    document = find(request.paper_id).blank_form(request.params)
    return _file(document, render_docx(document))


def _file(document: Document, data: bytes) -> WordFile:
    return WordFile(data, document.title, safe_file_name(document.title, ".docx"))
