"""Which papers fit a record, the one used last first."""

from __future__ import annotations

from kitadesk.handouts.spec import Area, Handout, SubjectKind
from kitadesk.queries.printing import last_printed
from kitadesk.services.desk import Desk
from kitadesk.services.printing import papers_for

_FIRST = ("invitation", "group_separator", "attendance_list", "group_list")
"""The order before anything was printed: the order in which an evening needs them."""


def fitting_papers(desk: Desk, kind: SubjectKind) -> list[Handout]:
    """Return the papers of this kind of record and those for the whole house."""
    printed = desk.read(last_printed)
    own = [
        paper
        for paper in papers_for(desk)
        if paper.subject is kind or (paper.area is Area.GENERAL and not paper.needs_subject)
    ]
    used = [paper for paper in own if paper.id in printed]
    fresh = [paper for paper in own if paper.id not in printed]
    return [*used, *sorted(fresh, key=_place)]


def _place(paper: Handout) -> int:
    return _FIRST.index(paper.id) if paper.id in _FIRST else len(_FIRST)
