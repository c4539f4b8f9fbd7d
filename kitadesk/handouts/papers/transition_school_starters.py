"""Schulanfänger-Übersicht: who starts school, by school or group, with school duty; for the house.

What leaves the house is another paper, "Schulanfänger für die Schule" (field 5.5, 1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.consent_standing import ConsentStanding
from kitadesk.domain.entry_class import EntryClass
from kitadesk.domain.names import listed_name
from kitadesk.handouts.entry_year import (
    DutyFacts,
    Starter,
    by_place,
    duty_facts,
    duty_note,
    entry_year_of,
    starters_of,
)
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
    PageSetup,
    Paragraph,
    Row,
    Spacer,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.consents import consent_standings
from kitadesk.queries.reader import Reader

TITLE = "Schulanfänger-Übersicht"
_EDGES = Margins(top=14, right=14, bottom=12, left=18)
_BLANK_ROWS = 29
_SHORTENED = (EntryClass.OVERDUE, EntryClass.OPT_IN, EntryClass.APPLICATION)
"""Classes whose sums stand under a shorter word."""


class Order(Enum):
    """What the children are put together by."""

    SCHOOL = "school"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class SchoolStartersParams:
    """What can be chosen before printing."""

    order: Order = param(  # noqa: RUF009
        "Ordnen nach", Order.SCHOOL, choices={"school": "Schule", "group": "Gruppe"}
    )
    parents: bool = param("Mit Eltern", default=False)
    consents: bool = param("Mit Einwilligung zur Übergabe", default=False)
    reasons: bool = param("Mit Begründung der Schulpflicht", default=False)
    sums: bool = param("Summen am Ende", default=True)
    blank_rows: int = param("Leere Zeilen", 0, maximum=100)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class StarterLine:
    """A child of the list; `other_place` is the group in a list by schools, and the reverse."""

    name: str
    birth_date: date | None = None
    duty: EntryClass | None = None
    is_cutoff_day: bool = False
    reason: str = ""
    other_place: str = ""
    status: str = ""
    parents: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True)
class StarterSection:
    """A school, or a group, with its children."""

    name: str
    children: tuple[StarterLine, ...] = ()


@dataclass(frozen=True, slots=True)
class SchoolStartersContent:
    """The house, the entry year, and its children in their sections."""

    house: House = field(default_factory=House)
    entry_year: int | None = None
    sections: tuple[StarterSection, ...] = ()
    facts: DutyFacts = field(default_factory=DutyFacts)

    @property
    def children(self) -> tuple[StarterLine, ...]:
        """Return all children of the list."""
        return tuple(child for section in self.sections for child in section.children)


def document(content: SchoolStartersContent, params: SchoolStartersParams) -> Document:
    """The list, its sums, who is without a birth date, and the rule with its source."""
    texts = content.house.texts
    landscape = params.reasons or params.parents or params.large_print
    columns = tuple(_columns(content, params))
    blank_rows = params.blank_rows if content.children else max(params.blank_rows, _BLANK_ROWS)
    if not content.children and landscape:
        blank_rows = max(params.blank_rows, _BLANK_ROWS // 2 + 2)
    blocks: list[Block] = [
        _heading(content),
        Table(
            tuple(column for column, _ in columns),
            tuple(_rows(content, [name for _, name in columns])),
            row_height=7.5 if content.children else 8.0,
            blank_rows=blank_rows,
        ),
    ]
    if params.sums and content.children:
        blocks += _sums(content, 30.0 if params.large_print else 25.0)
    blocks += _notes(content)
    setup = PageSetup(landscape=landscape, margins=_EDGES, large_print=params.large_print)
    name = texts.say("school_starters.name")
    foot = f"{name}, {texts.say('transition_lists.internal')}"
    return Document(name, tuple(blocks), setup, author=content.house.name, foot=foot)


def _heading(content: SchoolStartersContent) -> Heading:
    count, texts = len(content.children), content.house.texts
    numbers = texts.counted("common.children", count) if count else ""
    words = (content.house.name, texts.say("transition_lists.internal"), numbers)
    title = texts.say("transition_lists.starters", jahr=str(content.entry_year or ""))
    return Heading(title, over=" · ".join(part for part in words if part))


def _columns(
    content: SchoolStartersContent, params: SchoolStartersParams
) -> Iterator[tuple[Column, str]]:
    """Each column with the value that it shows; none that would stay empty."""
    is_by_group = params.order is Order.GROUP
    has_status = not content.children or any(child.status for child in content.children)
    heads = content.house.texts.parts("school_starters.heads")
    name, birth, duty, reason, school, group, status, consent, parents = heads
    yield Column(name, bold=True, share=1.2), "name"
    yield Column(birth, width=25), "birth_date"
    yield Column(duty), "duty"
    if params.reasons:
        yield Column(reason, share=3), "reason"
    yield Column(school if is_by_group else group, share=0.8), "other_place"
    if has_status:
        yield Column(status), "status"
    if params.consents:
        yield Column(consent, width=23), "consent"
    if params.parents:
        yield Column(parents, share=1.4), "parents"


def _rows(content: SchoolStartersContent, names: list[str]) -> Iterator[Row]:
    texts = content.house.texts
    for section in content.sections:
        count = texts.counted("common.children", len(section.children))
        yield GroupBreak(f"{section.name} · {count}")
        for child in section.children:
            yield tuple(_value(child, name, texts) for name in names)


def _value(child: StarterLine, name: str, texts: Texts) -> str:
    if name == "birth_date":
        return numeric_date(child.birth_date) if child.birth_date else ""
    if name == "duty":
        return duty_words(child, texts)
    return str(getattr(child, name))


def duty_words(child: StarterLine, texts: Texts) -> str:
    """Return the class in words, with the mark of a birthday on the doubtful day (field 2.2)."""
    if child.duty is None:
        return "" if child.birth_date else texts.say("school_starters.no_birth_date")
    if child.is_cutoff_day:
        return f"{child.duty.label}, {texts.say('school_starters.near_cutoff')}"
    return child.duty.label


def _sums(content: SchoolStartersContent, width: float) -> list[Block]:
    """How many children of which class, for each section and all; a number takes `width` mm."""
    present = {child.duty for child in content.children}
    classes: list[EntryClass | None] = [one for one in EntryClass if one in present]
    if None in present:
        classes.append(None)
    texts = content.house.texts
    *words, unknown = texts.parts("school_starters.short_duties")
    short = dict(zip(_SHORTENED, words, strict=True))
    heads = [short.get(one, one.label) if one else unknown for one in classes]
    column, row = texts.parts("school_starters.all")
    number = [Column(head, width=width, align=Align.END) for head in heads]
    columns = (Column(""), *number, Column(column, width=width, align=Align.END, bold=True))
    parts = [(section.name, section.children) for section in content.sections]
    if len(parts) > 1:
        parts.append((row, content.children))
    rows = tuple((name, *_counted(children, classes)) for name, children in parts)
    heading = Heading(texts.say("school_starters.sums"), level=2)
    return [Spacer(6), heading, Table(columns, rows, row_height=6.5)]


def _counted(
    children: tuple[StarterLine, ...], classes: list[EntryClass | None]
) -> tuple[str, ...]:
    counts = Counter(child.duty for child in children)
    return (*(str(counts[one] or "–") for one in classes), str(len(children)))


def _notes(content: SchoolStartersContent) -> list[Block]:
    """What the office has to ask or to add, then the law."""
    texts = content.house.texts
    notes: list[Block] = [Spacer(5)]
    unknown = [child.name for child in content.children if child.birth_date is None]
    if unknown:
        words = texts.say("school_starters.unknown", kind="; ".join(unknown))
        notes.append(Paragraph(words, TextStyle.SMALL))
    if any(child.is_cutoff_day for child in content.children):
        notes.append(Paragraph(texts.say("school_starters.doubtful"), TextStyle.SMALL))
    law = duty_note(content.facts, texts)
    if law:
        notes.append(Paragraph(law, TextStyle.SMALL))
    return notes


def gather(
    reader: Reader, subject_id: UUID | None, params: SchoolStartersParams, on: date
) -> SchoolStartersContent:
    """Read the children of the entry year, parents and consents only when they are asked for."""
    year = entry_year_of(reader, subject_id, on)
    cohort_id = year.cohort_id if params.consents else None
    standings = consent_standings(reader, cohort_id) if cohort_id else {}
    is_by_group = params.order is Order.GROUP
    facts, house = duty_facts(year), house_of(reader)
    texts = house.texts
    no_group, no_school = texts.say("common.no_group"), texts.say("transition_lists.no_school")
    without = no_group if is_by_group else no_school
    places = by_place(starters_of(reader, year, on), is_by_group=is_by_group)
    sections = []
    for place, starters in places.items():
        lines = []
        for one in starters:
            found = standings.get((one.row.id, ConsentKind.SCHOOL_HANDOVER), ConsentStanding())
            lines.append(_line(one, params, found, facts.law))
        sections.append(StarterSection(place or without, tuple(lines)))
    return SchoolStartersContent(house, year.year, tuple(sections), facts)


def _line(
    one: Starter, params: SchoolStartersParams, consent: ConsentStanding, law: str
) -> StarterLine:
    """Show a child; the law stands once at the end and not in every reason."""
    row, duty = one.row, one.duty
    return StarterLine(
        name=listed_name(row.last_name, row.first_name),
        birth_date=row.birth_date,
        duty=duty.entry_class if duty else None,
        is_cutoff_day=duty is not None and duty.is_cutoff_day,
        reason=duty.reason.removesuffix(f" ({law})") if duty and params.reasons else "",
        other_place=row.school_name if params.order is Order.GROUP else row.group_name,
        status=one.status,
        parents=row.parents if params.parents else "",
        consent=consent.short if params.consents else "",
    )


def blank(params: SchoolStartersParams) -> SchoolStartersContent:
    """A list to be filled in by hand."""
    return SchoolStartersContent()


def sample() -> tuple[SchoolStartersContent, SchoolStartersParams]:
    """Four invented children of two schools; one has a birthday on the day after the cut-off."""
    school = (
        StarterLine("Muster, Mia", date(2021, 5, 3), EntryClass.DUE, other_place="Frösche"),
        StarterLine(
            "Şahin, Elif", date(2021, 7, 1), EntryClass.OPT_IN, is_cutoff_day=True,
            other_place="Frösche", status="angemeldet",
        ),
        StarterLine("Vogel, Ole", other_place="Igel"),
    )  # fmt: skip
    free_school = (
        StarterLine(
            "Łukasiewicz-Müller, Zofia", date(2020, 6, 9), EntryClass.OVERDUE,
            other_place="Frösche", status="zurückgestellt",
        ),
    )  # fmt: skip
    sections = (
        StarterSection("Grundschule Hainichen", school),
        StarterSection("Freie Schule Striegistal", free_school),
    )
    facts = DutyFacts("Musterland", "§ 27 MusterSchulG", "Aushang der Schule", date(2027, 6, 30))
    return SchoolStartersContent(sample_house(), 2027, sections, facts), SchoolStartersParams()


SPEC = HandoutSpec(
    id="school_starters",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.COHORT,
    privacy=Privacy.HOUSE,
    params=SchoolStartersParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
