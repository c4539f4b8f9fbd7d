"""Which papers fit a record: its own before the house's, the one used last first."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from kitadesk.handouts.spec import Area, Handout, SubjectKind
from kitadesk.queries.printing import last_printed
from kitadesk.services.desk import Desk
from kitadesk.services.printing import papers_for

_FIRST = (
    *("postponement", "letter", "invitation", "group_separator", "attendance_list"),
    *("child_care", "agenda", "poster", "sign_up", "badges", "evaluation"),
    *("school_starters", "transition_matrix", "consent_overview", "consent_form"),
    *("starters_for_school", "year_calendar", "year_calendar_parents"),
    *("address_labels", "body_list", "telephone_list"),
    *("child_letter", "consent_form_child", "consent_revocation"),
    *("group_list", "group_work", "house_dates", "today_page"),
)
"""The order before anything was printed: an evening's and a year's in the order of their need, the
lists of contacts, and last what every record is offered: lists of groups before sheets of dates."""
_ELSEWHERE = frozenset({"ruler"})
"""The ruler page is about a printer and no record: the settings print it."""
_OF_CONTACTS = frozenset(
    {SubjectKind.HOUSE, SubjectKind.BODY, SubjectKind.INSTITUTION, SubjectKind.PERSON}
)
"""Beside these the lists of the whole address book are offered too."""


def fitting_papers(desk: Desk, kind: SubjectKind, subject_id: UUID | None = None) -> list[Handout]:
    """Return the papers that fit a record of this kind, then those for the whole house.

    Each part begins with the one printed last; what was never printed follows in the order of use.
    """
    printed = desk.read(last_printed)
    papers = [paper for paper in papers_for(desk) if paper.id not in _ELSEWHERE]
    areas = {Area.GENERAL, *([Area.CONTACTS] if kind in _OF_CONTACTS else [])}
    own = [paper for paper in papers if paper.subject is kind]
    if subject_id is not None:
        own = [paper for paper in own if desk.read(paper.fits_record, subject_id)]
    general = [
        paper
        for paper in papers
        if paper.subject is not kind and paper.area in areas and not paper.needs_subject
    ]
    return [*_used_first(own, printed), *_used_first(general, printed)]


def _used_first(papers: list[Handout], printed: Collection[str]) -> list[Handout]:
    used = [paper for paper in papers if paper.id in printed]
    fresh = [paper for paper in papers if paper.id not in printed]
    return [*used, *sorted(fresh, key=_place)]


def _place(paper: Handout) -> int:
    return _FIRST.index(paper.id) if paper.id in _FIRST else len(_FIRST)
