"""Einwilligungsübersicht: children × consents as the ledger has them, for the house (field 4, 30).

"nein" is final and calm: it is shown like any answer and nobody is told to ask again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.text import and_list, sort_key
from kitadesk.domain.consent import CHILD_KINDS, ConsentKind, ConsentState
from kitadesk.handouts.entry_year import entry_year_of
from kitadesk.handouts.facts import House, sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Document,
    GroupBreak,
    Heading,
    Margins,
    PageSetup,
    Paragraph,
    Row,
    Spacer,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.consents import ConsentChildRow, consent_rows
from kitadesk.queries.reader import Reader

TITLE = "Einwilligungsübersicht"
_EDGES = Margins(top=14, right=14, bottom=12, left=18)
_BLANK_ROWS = 27


@dataclass(frozen=True, slots=True)
class ConsentsParams:
    """What can be chosen before printing."""

    everybody: bool = param("Alle Kinder des Hauses", default=False)
    only_open: bool = param("Nur Offenes", default=False)
    by_group: bool = param("Nach Gruppen", default=True)
    blank_rows: int = param("Leere Zeilen", 0, maximum=100)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class ConsentsLine:
    """A child with what holds for each kind, in words; `missing` says whose signature lacks.

    `limits` says what part of a form is allowed: "nur mündlich".
    """

    name: str
    states: tuple[ConsentState, ...] = ()
    missing: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentsSection:
    """A group and its children; one without a name where groups do not matter."""

    name: str
    children: tuple[ConsentsLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentsContent:
    """The house and its children; `entry_year` is None for the whole house."""

    house: House = field(default_factory=House)
    entry_year: int | None = None
    sections: tuple[ConsentsSection, ...] = ()


def document(content: ConsentsContent, params: ConsentsParams) -> Document:
    """One table with a column for each kind, and its sums."""
    children = [child for section in content.sections for child in section.children]
    texts = content.house.texts
    columns = (
        Column(texts.say("consent_overview.children"), bold=True, share=1.2),
        *(Column(kind.label) for kind in CHILD_KINDS),
    )
    rows: list[Row] = []
    for section in content.sections:
        if section.name:
            rows.append(GroupBreak(section.name))
        rows += [(child.name, *_cells(child, texts)) for child in section.children]
    blank_rows = params.blank_rows if children else max(params.blank_rows, _BLANK_ROWS)
    blocks: list[Block] = [
        _heading(content, len(children), params),
        Table(columns, tuple(rows), row_height=7.5 if children else 8.0, blank_rows=blank_rows),
        Spacer(4),
    ]
    rule = texts.say("consent_overview.rule")
    blocks += [Paragraph(words, TextStyle.SMALL) for words in (*_sums(children), rule)]
    setup = PageSetup(margins=_EDGES, large_print=params.large_print)
    name = texts.say("consent_overview.name")
    foot = f"{name}, {texts.say('transition_lists.internal')}"
    return Document(name, tuple(blocks), setup, author=content.house.name, foot=foot)


def _heading(content: ConsentsContent, count: int, params: ConsentsParams) -> Heading:
    texts, year = content.house.texts, ""
    if content.entry_year:
        year = texts.say("transition_lists.starters", jahr=str(content.entry_year))
    words = (
        content.house.name,
        year,
        texts.say("transition_lists.internal"),
        texts.say("transition_lists.only_open") if params.only_open else "",
        texts.counted("common.children", count) if count else "",
    )
    over = " · ".join(word for word in words if word)
    return Heading(texts.say("consent_overview.heading"), over=over)


def _cells(child: ConsentsLine, texts: Texts) -> Iterator[str]:
    """Each state in its word; a paper that lacks a signature says whose."""
    for number in range(len(CHILD_KINDS)):
        state = child.states[number] if number < len(child.states) else ConsentState.OPEN
        missing = child.missing[number] if number < len(child.missing) else ""
        limits = child.limits[number] if number < len(child.limits) else ""
        lack = texts.say("consent_overview.missing", sorgeberechtigte=missing) if missing else ""
        yield ", ".join(words for words in (state.label, lack, limits) if words)


def _sums(children: list[ConsentsLine]) -> Iterator[str]:
    """Say for each kind how many children have which answer."""
    for number, kind in enumerate(CHILD_KINDS) if children else ():
        counts = Counter(child.states[number] for child in children if number < len(child.states))
        parts = [f"{state.label} {counts[state]}" for state in ConsentState if counts[state]]
        yield f"{kind.label}: {', '.join(parts)}"


def gather(
    reader: Reader, subject_id: UUID | None, params: ConsentsParams, on: date
) -> ConsentsContent:
    """Read the ledger of the entry year, or of the house; nobody signs on this paper."""
    year = entry_year_of(reader, subject_id, on)
    is_house = params.everybody or year.cohort_id is None
    rows = consent_rows(reader, on, cohort_id=None if is_house else year.cohort_id)
    together: dict[str, list[ConsentsLine]] = {}
    for row in rows:
        line = _line(row)
        if not params.only_open or ConsentState.OPEN in line.states:
            group = row.group_name if params.by_group else ""
            together.setdefault(group, []).append(line)
    names = sorted(together, key=lambda name: (not name, sort_key(name)))
    house = house_of(reader)
    without = house.texts.say("common.no_group") if params.by_group else ""
    sections = tuple(ConsentsSection(name or without, tuple(together[name])) for name in names)
    return ConsentsContent(house, None if is_house else year.year, sections)


def _line(row: ConsentChildRow) -> ConsentsLine:
    states = tuple(row.state(kind) for kind in CHILD_KINDS)
    missing = tuple(_missing(row, kind) for kind in CHILD_KINDS)
    return ConsentsLine(row.name, states, missing, tuple(row.limits(kind) for kind in CHILD_KINDS))


def _missing(row: ConsentChildRow, kind: ConsentKind) -> str:
    """Name who has not signed a paper that others have signed; an open one needs no names."""
    found = row.standings.get(kind)
    is_partly = found is not None and found.is_partly_signed
    return and_list(row.missing.get(kind, ())) if is_partly else ""


def blank(params: ConsentsParams) -> ConsentsContent:
    """A list to be filled in by hand."""
    return ConsentsContent()


def sample() -> tuple[ConsentsContent, ConsentsParams]:
    """Three invented children of two groups."""
    given, no, opened = ConsentState.GIVEN, ConsentState.NO, ConsentState.OPEN
    frogs = (
        ConsentsLine("Muster, Mia", (given, given, no), limits=("nur mündlich", "", "")),
        ConsentsLine("Şahin, Elif", (opened, opened, given), ("Derya Şahin", "", "")),
    )
    hedgehogs = (ConsentsLine("Vogel, Ole", (ConsentState.REVOKED, no, opened)),)
    sections = (ConsentsSection("Frösche", frogs), ConsentsSection("Igel", hedgehogs))
    return ConsentsContent(sample_house(), 2027, sections), ConsentsParams()


SPEC = HandoutSpec(
    id="consent_overview",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.COHORT,
    privacy=Privacy.HOUSE,
    params=ConsentsParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
