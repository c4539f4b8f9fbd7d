"""Schulanfänger für die Schule: leaves the house, so it names only whom consent allows to be named.

Without consent a child is a number and nothing else (field 5.2); each school gets a sheet of its
own and reads nothing about the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.domain.names import listed_name
from kitadesk.handouts.entry_year import Starter, by_place, entry_year_of, starters_of
from kitadesk.handouts.facts import House, letterhead_of, sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Counts,
    Document,
    FillIn,
    Heading,
    Margins,
    NewSheet,
    PageSetup,
    Paragraph,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.handover import children_named_to_school
from kitadesk.queries.reader import Reader

TITLE = "Schulanfänger für die Schule"
_EDGES = Margins(top=16, right=18, bottom=12, left=20)
_BLANK_ROWS = 22


@dataclass(frozen=True, slots=True)
class StartersForSchoolParams:
    """What can be chosen before printing."""

    birth_dates: bool = param("Mit Geburtsdatum", default=True)
    blank_rows: int = param("Leere Zeilen", 0, maximum=100)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class NamedChild:
    """A child that may be named to its school."""

    name: str
    birth_date: date | None = None


@dataclass(frozen=True, slots=True)
class SchoolSheet:
    """What one school reads: the named children, and how many more come."""

    school: str
    children: tuple[NamedChild, ...] = ()
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class StartersForSchoolContent:
    """The house, the entry year and one sheet for each school."""

    house: House = field(default_factory=House)
    entry_year: int | None = None
    schools: tuple[SchoolSheet, ...] = ()


def document(content: StartersForSchoolContent, params: StartersForSchoolParams) -> Document:
    """One letterhead and one list for each school."""
    blocks: list[Block] = []
    for sheet in content.schools or (None,):
        blocks.append(NewSheet(sheet.school if sheet else ""))
        blocks += _sheet(content, sheet, params)
    setup = PageSetup(margins=_EDGES, large_print=params.large_print)
    name = content.house.texts.say("starters_for_school.name")
    return Document(name, tuple(blocks), setup, author=content.house.name)


def _sheet(
    content: StartersForSchoolContent, sheet: SchoolSheet | None, params: StartersForSchoolParams
) -> list[Block]:
    texts = content.house.texts
    title = texts.say("transition_lists.starters", jahr=str(content.entry_year or ""))
    school = texts.say("starters_for_school.school", schule=sheet.school) if sheet else ""
    blocks: list[Block] = [
        *letterhead_of(content.house),
        Heading(title, over=school),
    ]
    if sheet is None:
        has_year = content.entry_year is not None
        no_school = Paragraph(texts.say("starters_for_school.no_school"))
        line = FillIn((texts.say("starters_for_school.school_line"),))
        blocks.append(no_school if has_year else line)
    rows = _rows(sheet, params) if sheet else ()
    if sheet is not None and not rows:
        blocks.append(Paragraph(texts.say("starters_for_school.nobody")))
    if rows or content.entry_year is None:
        blank_rows = params.blank_rows if rows else max(params.blank_rows, _BLANK_ROWS)
        name, birth = texts.parts("starters_for_school.heads")
        columns = [Column(name, bold=True, share=2)]
        if params.birth_dates:
            columns.append(Column(birth, width=40))
        blocks.append(Table(tuple(columns), rows, 8.0, blank_rows, numbered=True))
    named, unnamed = (len(rows), sheet.unnamed) if sheet else (0, 0)
    figures = [str(one) if sheet else "" for one in (named, unnamed, named + unnamed)]
    labels = texts.parts("starters_for_school.sums")
    blocks += [
        Counts(tuple(zip(labels, figures, strict=True))),
        Paragraph(texts.say("starters_for_school.rule"), TextStyle.SMALL),
    ]
    return blocks


def _rows(sheet: SchoolSheet, params: StartersForSchoolParams) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (child.name, *([_birth(child)] if params.birth_dates else [])) for child in sheet.children
    )


def _birth(child: NamedChild) -> str:
    return numeric_date(child.birth_date) if child.birth_date else ""


def gather(
    reader: Reader, subject_id: UUID | None, params: StartersForSchoolParams, on: date
) -> StartersForSchoolContent:
    """Read the names that may leave; children without a school stand on no sheet."""
    year = entry_year_of(reader, subject_id, on)
    named = children_named_to_school(reader, year.cohort_id) if year.cohort_id else frozenset()
    sheets = tuple(
        _for_school(school, starters, named)
        for school, starters in by_place(starters_of(reader, year, on)).items()
        if school
    )
    return StartersForSchoolContent(house_of(reader), year.year, sheets)


def _for_school(school: str, starters: tuple[Starter, ...], named: frozenset[UUID]) -> SchoolSheet:
    children = tuple(
        NamedChild(listed_name(one.row.last_name, one.row.first_name), one.row.birth_date)
        for one in starters
        if one.row.id in named
    )
    return SchoolSheet(school, children, len(starters) - len(children))


def blank(params: StartersForSchoolParams) -> StartersForSchoolContent:
    """A sheet to be filled in by hand."""
    return StartersForSchoolContent()


def sample() -> tuple[StartersForSchoolContent, StartersForSchoolParams]:
    """Two invented children with consent, and one without."""
    children = (
        NamedChild("Muster, Mia", date(2021, 5, 3)),
        NamedChild("Łukasiewicz-Müller, Zofia", date(2020, 6, 9)),
    )
    sheet = SchoolSheet("Grundschule Hainichen", children, unnamed=1)
    return StartersForSchoolContent(sample_house(), 2027, (sheet,)), StartersForSchoolParams()


SPEC = HandoutSpec(
    id="starters_for_school",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.COHORT,
    privacy=Privacy.SCHOOL,
    params=StartersForSchoolParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
