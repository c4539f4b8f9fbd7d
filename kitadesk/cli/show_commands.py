"""`kitadesk papers` and `kitadesk list`: what there is, as lines or as JSON."""

from __future__ import annotations

import argparse

from kitadesk.cli.output import say, say_json, say_table
from kitadesk.cli.session import open_desk
from kitadesk.handouts.registry import all_papers
from kitadesk.handouts.spec import Area, Handout, ParamField, SubjectKind
from kitadesk.queries.listing import ListedRow, listed

AREAS = {
    Area.GENERAL: "Allgemein",
    Area.TRANSITION: "Übergang",
    Area.EVENTS: "Elternabende",
    Area.CONTACTS: "Kontakte",
}
SUBJECTS = {
    SubjectKind.NONE: "ohne Eintrag",
    SubjectKind.HOUSE: "das Haus",
    SubjectKind.EVENT: "Veranstaltung",
    SubjectKind.GROUP: "Gruppe",
    SubjectKind.COHORT: "Jahrgang",
    SubjectKind.CHILD: "Kind",
    SubjectKind.FAMILY: "Familie",
    SubjectKind.INSTITUTION: "Einrichtung",
    SubjectKind.PERSON: "Person",
    SubjectKind.BODY: "Gremium",
}


def run_papers(options: argparse.Namespace) -> int:
    """Show every paper: id, title, area, what it is printed for."""
    papers = all_papers()
    if options.json:
        say_json([_paper(paper) for paper in papers])
    else:
        say_table(
            [
                (paper.id, paper.title, AREAS[paper.area], SUBJECTS[paper.subject])
                for paper in papers
            ]
        )
    return 0


def run_list(options: argparse.Namespace) -> int:
    """Show ids and titles of one kind."""
    with open_desk(options) as desk:
        rows = desk.read(listed, options.kind, desk.clock.today())
    if options.json:
        say_json([_record(row) for row in rows])
    elif rows:
        say_table([(str(row.id), row.title, _detail(row)) for row in rows])
    else:
        say("Noch keine Einträge.")
    return 0


def _paper(paper: Handout) -> dict[str, object]:
    return {
        "id": paper.id,
        "title": paper.title,
        "area": paper.area.value,
        "subject": paper.subject.value,
        "needs_subject": paper.needs_subject,
        "privacy": paper.privacy.value,
        "languages": ["de"],
        "params": [_param(line) for line in paper.fields],
    }


def _param(line: ParamField) -> dict[str, object]:
    return {
        "name": line.name,
        "label": line.label,
        "kind": line.kind.value,
        "default": line.default,
        "choices": [value for value, _ in line.choices],
    }


def _record(row: ListedRow) -> dict[str, object]:
    details = {name: value for name, value in row.details.items() if name != "shown"}
    return {"id": str(row.id), "title": row.title, **details}


def _detail(row: ListedRow) -> str:
    """Return what tells two records of the same title apart."""
    for name in ("shown", "group", "town", "address"):
        if row.details.get(name):
            return str(row.details[name])
    return ""
