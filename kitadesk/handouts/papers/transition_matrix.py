"""Matrix on paper: children × measures with their marks, A4 landscape, for the wall of the office.

Marks are signs and never shades, so a copy of a copy can still be read: ✓ a date ! ○ –.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from math import ceil
from uuid import UUID

from kitadesk.base.text import shorten, sort_key
from kitadesk.domain.consent import CONSENT_STEPS, ConsentKind, ConsentState
from kitadesk.domain.measure_marks import MeasureMark, due_day, mark_of
from kitadesk.domain.names import listed_name
from kitadesk.domain.plan_dates import Days
from kitadesk.domain.transition import MeasureState
from kitadesk.handouts.entry_year import entry_year_of, starters_of
from kitadesk.handouts.facts import House, sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import (
    Align,
    Block,
    Column,
    Document,
    GroupBreak,
    Heading,
    Margins,
    PageBreak,
    PageSetup,
    Paragraph,
    Row,
    Spacer,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.consents import consent_states
from kitadesk.queries.people import ChildRow
from kitadesk.queries.reader import Reader
from kitadesk.queries.transition import Cells, cells
from kitadesk.queries.year_plan import PlanRow, plan_rows

Consents = Mapping[tuple[UUID, ConsentKind], ConsentState]
Cell = MeasureMark | ConsentState | date
"""How a measure stands for a child: a mark, the planned day, or the refusal of a consent."""

TITLE = "Matrix der Schulanfänger"
_SIGNS = {
    MeasureMark.DONE: "✓",
    MeasureMark.OVERDUE: "!",
    MeasureMark.OPEN: "○",
    MeasureMark.NOT_NEEDED: "–",
}
_ANSWERS = (ConsentState.NO, ConsentState.REVOKED)
"""Answers that settle a consent, shown by a word."""
_EDGES = Margins(top=9, right=12, bottom=8, left=16)
_WIDTH = 297 - _EDGES.left - _EDGES.right
_NAMES = {False: 50.0, True: 62.0}
_LEAST = {False: 12.5, True: 15.5}
_WIDEST = 24.0
_LONGEST_HEAD = 60
"""Characters; the head is repeated on every page and must leave room for the children."""
_BLANK_COLUMNS, _BLANK_ROWS = 12, 16
_FEW_LINES = 12
"""So many lines have room for usual letters on one sheet, heads and sums included."""
_ROW, _DENSE_ROW, _HAND_ROW = 6.5, 5.0, 8.0
_ROOM = "\n" * 6
"""The head of the blank form is high, so that measures can be written upright."""


class Order(Enum):
    """What the children are put together by."""

    GROUP = "group"
    SCHOOL = "school"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class MatrixParams:
    """What can be chosen before printing."""

    order: Order = param(  # noqa: RUF009
        "Ordnen nach",
        Order.GROUP,
        choices={"group": "Gruppe", "school": "Schule", "name": "nur Name"},
    )
    only_open: bool = param(
        "Nur Offenes", default=False, hint="nur Kinder und Maßnahmen, bei denen noch etwas fehlt"
    )
    new_pages: bool = param("Jede Gruppe auf ein neues Blatt", default=False)
    blank_rows: int = param("Leere Zeilen", 0, maximum=100)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A child with its cell in each measure; a missing one stays empty."""

    name: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixSection:
    """A group, or a school, with its children."""

    name: str
    children: tuple[MatrixLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixContent:
    """The house and the matrix; `counts` are how many of how many children of the year have it."""

    house: House = field(default_factory=House)
    entry_year: int | None = None
    measures: tuple[str, ...] = ()
    days: tuple[Days | None, ...] = ()
    counts: tuple[tuple[int, int], ...] = ()
    sections: tuple[MatrixSection, ...] = ()


def document(content: MatrixContent, params: MatrixParams) -> Document:
    """One table, or several with the names repeated where there are too many measures."""
    parts, texts = tuple(_parts(content, params)), content.house.texts
    blocks: list[Block] = []
    for number, part in enumerate(parts):
        if number:
            blocks.append(PageBreak())
        blocks.append(_heading(content, part, params))
        if content.sections or not params.only_open or content.entry_year is None:
            blocks.append(_table(content, part, params))
    if not content.sections and content.entry_year is not None:
        blocks.append(Paragraph(_nothing(texts, params)))
    legend = texts.say("transition_matrix.legend")
    consents = texts.say("transition_matrix.legend_consents")
    blocks += [Spacer(2), Paragraph(f"{legend} · {consents}", TextStyle.SMALL)]
    setup = PageSetup(landscape=True, margins=_EDGES, large_print=params.large_print)
    name = texts.say("transition_matrix.name")
    foot = f"{name}, {texts.say('transition_lists.internal')}"
    return Document(name, tuple(blocks), setup, author=content.house.name, foot=foot)


def _parts(content: MatrixContent, params: MatrixParams) -> Iterator[range]:
    """Spread the measures evenly over as few tables as the width asks for."""
    count = len(content.measures) or _BLANK_COLUMNS
    room = _WIDTH - _NAMES[params.large_print]
    most = int(room / _LEAST[params.large_print])
    tables = ceil(count / most)
    each = ceil(count / tables)
    for first in range(0, count, each):
        yield range(first, min(first + each, count))


def _heading(content: MatrixContent, part: range, params: MatrixParams) -> Heading:
    count = sum(len(section.children) for section in content.sections)
    measures, texts = len(content.measures), content.house.texts
    split = ""
    if measures > len(part):
        first, last = str(part[0] + 1), str(part[-1] + 1)
        split = texts.say("transition_matrix.part", von=first, bis=last, anzahl=str(measures))
    words = (
        content.house.name,
        texts.say("transition_lists.internal"),
        texts.say("transition_lists.only_open") if params.only_open else "",
        texts.counted("common.children", count) if count else "",
        split,
    )
    over = " · ".join(word for word in words if word)
    title = texts.say("transition_lists.starters", jahr=str(content.entry_year or ""))
    return Heading(title, over=over)


def _nothing(texts: Texts, params: MatrixParams) -> str:
    if params.only_open:
        return texts.say("transition_matrix.nothing_open")
    return texts.say("transition_matrix.no_children")


def _table(content: MatrixContent, part: range, params: MatrixParams) -> Table:
    """One part of the columns; all as wide as each other, their heads upright."""
    names = _NAMES[params.large_print]
    width = min((_WIDTH - names) / len(part), _WIDEST)
    heads = [
        shorten(content.measures[at], _LONGEST_HEAD) if content.measures else "" for at in part
    ]
    texts = content.house.texts
    children = texts.say("transition_matrix.children")
    days, done = texts.parts("transition_matrix.rows")
    columns = [Column(f"{'' if content.measures else _ROOM}{children}", width=names, bold=True)]
    columns += [Column(head, width=width, align=Align.CENTER) for head in heads]
    rows: list[Row] = []
    if content.sections and any(content.days):
        rows.append((days, *_picked(tuple(map(_day, content.days)), part)))
    for number, section in enumerate(content.sections):
        if params.order is not Order.NAME:
            new_page = params.new_pages and number > 0
            rows.append(GroupBreak(section.name, new_page=new_page))
        rows += [
            (child.name, *_picked(tuple(sign(cell, texts) for cell in child.cells), part))
            for child in section.children
        ]
    if rows and content.counts:
        counts = tuple(f"{done}/{total}" for done, total in content.counts)
        rows.append((done, *_picked(counts, part)))
    blank_rows = params.blank_rows if content.sections else max(params.blank_rows, _BLANK_ROWS)
    is_dense = len(rows) > _FEW_LINES and not params.large_print
    height = _DENSE_ROW if is_dense else _ROW if rows else _HAND_ROW
    return Table(tuple(columns), tuple(rows), height, blank_rows, grid=True, dense=is_dense)


def _picked(texts: tuple[str, ...], part: range) -> tuple[str, ...]:
    return tuple(texts[at] if at < len(texts) else "" for at in part)


def gather(
    reader: Reader, subject_id: UUID | None, params: MatrixParams, on: date
) -> MatrixContent:
    """Read the children, the measures and their states; before a year is opened it is empty."""
    year = entry_year_of(reader, subject_id, on)
    house = house_of(reader)
    if year.cohort_id is None:
        return MatrixContent(house, year.year)
    measures = [
        row
        for row in plan_rows(reader, year.cohort_id, on)
        if row.is_per_child and not row.is_not_needed
    ]
    states = cells(reader, year.cohort_id)
    consents = consent_states(reader, year.cohort_id)
    table = [
        (one.row, [_cell(one.row.id, row, states, consents, on) for row in measures])
        for one in starters_of(reader, year, on)
    ]
    rows = [line for line in table if not params.only_open or any(map(_is_pending, line[1]))]
    chosen = [
        at
        for at in range(len(measures))
        if not params.only_open or any(_is_pending(found[at]) for _, found in rows)
    ]
    return MatrixContent(
        house,
        year.year,
        tuple(measures[at].head for at in chosen),
        tuple(_days(measures[at]) for at in chosen),
        tuple(_count([found[at] for _, found in table]) for at in chosen),
        tuple(_sections(rows, chosen, params.order, house.texts)),
    )


def _cell(child_id: UUID, measure: PlanRow, states: Cells, consents: Consents, on: date) -> Cell:
    """Put a cell together; what follows from the consent ledger is never read from a state."""
    kind = CONSENT_STEPS.get(measure.step)
    if kind is None:
        state, day = states.get((child_id, measure.id), (None, None))
        mark = mark_of(state, day, measure.last, on)
        return day if mark is MeasureMark.PLANNED and day is not None else mark
    consent = consents.get((child_id, kind), ConsentState.OPEN)
    if consent in _ANSWERS:
        return consent
    is_given = consent is ConsentState.GIVEN
    return mark_of(MeasureState.DONE if is_given else None, None, due_day(measure.last, kind), on)


def _is_pending(cell: Cell) -> bool:
    return cell.is_pending if isinstance(cell, MeasureMark) else cell not in _ANSWERS


def _sections(
    rows: Sequence[tuple[ChildRow, list[Cell]]], chosen: Sequence[int], order: Order, texts: Texts
) -> Iterator[MatrixSection]:
    """Put the children together by group or school in German order, those without come last."""
    together: dict[str, list[MatrixLine]] = {}
    for child, found in rows:
        shown = tuple(found[at] for at in chosen)
        name = listed_name(child.last_name, child.first_name)
        together.setdefault(_place(child, order), []).append(MatrixLine(name, shown))
    no_group, no_school = texts.say("common.no_group"), texts.say("transition_lists.no_school")
    without = {Order.GROUP: no_group, Order.SCHOOL: no_school, Order.NAME: ""}[order]
    for name in sorted(together, key=lambda one: (not one, sort_key(one))):
        yield MatrixSection(name or without, tuple(together[name]))


def _place(child: ChildRow, order: Order) -> str:
    return {Order.GROUP: child.group_name, Order.SCHOOL: child.school_name}.get(order, "")


def sign(cell: Cell, texts: Texts) -> str:
    """Return what stands in a cell: a sign, the planned day, or the answer of a consent."""
    if isinstance(cell, date):
        return f"{cell:%d.%m.}"
    if isinstance(cell, ConsentState):
        refused, revoked = texts.parts("transition_matrix.refused")
        return refused if cell is ConsentState.NO else revoked
    return _SIGNS.get(cell) or texts.say("transition_matrix.planned")


def _day(days: Days | None) -> str:
    """Return the day of a measure, or the last of its days."""
    if days is None:
        return ""
    return f"{days.last:%d.%m.}" if days.is_one_day else f"bis {days.last:%d.%m.}"


def _days(measure: PlanRow) -> Days | None:
    return None if measure.last is None else Days(measure.first, measure.last)


def _count(found: Sequence[Cell]) -> tuple[int, int]:
    """Return done and needed as the screen does: a "nein" settles, what falls away is spared."""
    done = sum(cell is MeasureMark.DONE or cell in _ANSWERS for cell in found)
    return done, len(found) - found.count(MeasureMark.NOT_NEEDED)


def blank(params: MatrixParams) -> MatrixContent:
    """A matrix to be filled in by hand; the heads stay free for the measures of the house."""
    return MatrixContent()


def sample() -> tuple[MatrixContent, MatrixParams]:
    """Four invented children of two groups with four measures."""
    done, late, opened = MeasureMark.DONE, MeasureMark.OVERDUE, MeasureMark.OPEN
    taster = date(2027, 5, 12)
    frogs = (
        MatrixLine("Muster, Mia", (done, opened, done, taster)),
        MatrixLine("Şahin, Elif", (late, opened, ConsentState.NO, taster)),
        MatrixLine("Łukasiewicz-Müller, Zofia", (done, done, opened, MeasureMark.NOT_NEEDED)),
    )
    hedgehogs = (MatrixLine("Vogel, Ole", (done, date(2027, 2, 24), done, taster)),)
    content = MatrixContent(
        sample_house(),
        2027,
        ("Schulanmeldung", "Schularzt", "Einwilligung Übergabe", "Schnuppertag"),
        (Days(None, date(2026, 9, 15)), Days(None, date(2027, 1, 31)), None, Days(taster, taster)),
        ((3, 4), (1, 4), (2, 3), (0, 3)),
        (MatrixSection("Frösche", frogs), MatrixSection("Igel", hedgehogs)),
    )
    return content, MatrixParams()


SPEC = HandoutSpec(
    id="transition_matrix",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.COHORT,
    privacy=Privacy.HOUSE,
    params=MatrixParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
