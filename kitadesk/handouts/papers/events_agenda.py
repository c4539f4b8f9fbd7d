"""The agenda of an evening: for parents times and points, for the team also who, what and how long.

The parents' edition carries no internal notes and no names (field.md 4, paper 4).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from kitadesk.base.dates import clock_time
from kitadesk.domain.agenda import AgendaTimes, agenda_times
from kitadesk.handouts.facts import (
    EventFacts,
    House,
    letterhead_of,
    sample_event,
    sample_house,
    when,
)
from kitadesk.handouts.gathering import event_facts_of, house_of, is_evening, subject_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Document,
    FillIn,
    Heading,
    PageSetup,
    Paragraph,
    Spacer,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.events import AgendaRow, agenda_of
from kitadesk.queries.reader import Reader

TITLE = "Tagesordnung"
BLANK_FORM_ROWS = 18
_TIME_WIDTH = 18.0
_MINUTES_WIDTH = 15.0


class Edition(Enum):
    """For whom the sheet is."""

    PARENTS = "parents"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class AgendaParams:
    """What can be chosen before printing."""

    edition: Edition = param(  # noqa: RUF009  # param is a dataclass field
        "Ausgabe",
        Edition.PARENTS,
        choices={
            "parents": "Für die Eltern",
            "internal": "Intern, mit Minuten, wer und Material",
        },
    )
    blank_rows: int = param("Leere Zeilen", 0, maximum=100)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Point:
    """One point as it is printed; a time is empty while the begin is not known."""

    title: str
    begins: str = ""
    minutes: str = ""
    who: str = ""
    material: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgendaContent:
    """House, event, points, and how they come out against the planned end."""

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    points: tuple[Point, ...] = ()
    ends: str = ""
    fit: str = ""


def document(content: AgendaContent, params: AgendaParams) -> Document:
    """The points in a table; without any it is the form to fill in."""
    event = content.event
    is_internal = params.edition is Edition.INTERNAL
    texts = content.house.texts
    title = texts.say("agenda.internal") if is_internal else texts.say("agenda.heading")
    place = ", ".join(part for part in (event.place, event.address) if part)
    facts = " · ".join(part for part in (when(event), place) if part)
    blocks: list[Block] = []
    blocks += letterhead_of(content.house)
    blocks.append(Heading(event.title or title, over=title if event.title else ""))
    lines = FillIn(texts.parts("common.event_lines"))
    blocks.append(Paragraph(facts, TextStyle.STRONG) if facts else lines)
    if facts and not content.points:
        blocks.append(Paragraph(texts.say("agenda.no_points"), TextStyle.NOTE))
    blocks.append(_table(content, params))
    ends = texts.say("agenda.end", uhrzeit=content.ends) if content.ends else ""
    last = " · ".join(part for part in (ends, content.fit if is_internal else "") if part)
    if last:
        blocks.append(Spacer(3))
        blocks.append(Paragraph(last, TextStyle.STRONG))
    setup = PageSetup(large_print=params.large_print)
    name = f"{title} {event.title}".strip()
    return Document(name, tuple(blocks), setup, author=content.house.name, foot=title)


def _table(content: AgendaContent, params: AgendaParams) -> Table:
    is_internal = params.edition is Edition.INTERNAL
    wide = 1.3 if params.large_print else 1.0
    time, minutes, point, who, material = content.house.texts.parts("agenda.heads")
    columns = [Column(time, width=_TIME_WIDTH * wide), Column(point, bold=True, share=2.2)]
    if is_internal:
        columns.insert(1, Column(minutes, width=_MINUTES_WIDTH * wide))
        columns += [Column(who), Column(material, share=1.2)]
    blank_rows = params.blank_rows if content.points else max(params.blank_rows, BLANK_FORM_ROWS)
    return Table(
        columns=tuple(columns),
        rows=tuple(_cells(point, is_internal=is_internal) for point in content.points),
        row_height=10.0,
        blank_rows=blank_rows,
        grid=not content.points,
    )


def _cells(point: Point, *, is_internal: bool) -> tuple[str, ...]:
    if not is_internal:
        return (point.begins, point.title)
    title = "\n".join(part for part in (point.title, point.note) if part)
    return (point.begins, point.minutes, title, point.who, point.material)


def gather(
    reader: Reader, subject_id: UUID | None, params: AgendaParams, on: date
) -> AgendaContent:
    """Read the agenda of an event and reckon its times."""
    event_id = subject_of(TITLE, subject_id)
    facts = event_facts_of(reader, event_id)
    rows = agenda_of(reader, event_id)
    minutes = [row.minutes for row in rows]
    times = agenda_times(minutes, starts_at=facts.starts, ends_at=facts.ends, doors_at=facts.doors)
    return AgendaContent(
        house=house_of(reader),
        event=facts,
        points=tuple(_point(row, times, place) for place, row in enumerate(rows)),
        ends=_end(facts, times),
        fit=times.fit if rows else "",
    )


def _point(row: AgendaRow, times: AgendaTimes, place: int) -> Point:
    begins = times.begins[place]
    return Point(
        title=row.title,
        begins=clock_time(begins) if begins else "",
        minutes=str(row.minutes),
        who=row.who,
        material=row.material,
        note="\n".join(part for part in (row.goal, row.internal_note) if part),
    )


def _end(facts: EventFacts, times: AgendaTimes) -> str:
    """The planned end is what parents were told; without one the agenda says when it is over."""
    ends = facts.ends if times.over is not None or not times.begins else times.ends
    return clock_time(ends) if ends else ""


def blank(params: AgendaParams) -> AgendaContent:
    """A form to be filled in by hand."""
    return AgendaContent()


def sample() -> tuple[AgendaContent, AgendaParams]:
    """The invented joint evening with its course."""
    points = (
        Point("Einlass, Galerie der Kinderbilder", "18:30", "30", "Elternbeirat", "Stellwände"),
        Point("Begrüßung: Was Eltern bewegt", "19:00", "10", "Koordinatorin"),
        Point(
            "Impuls: Mit Kindern über Verlust sprechen", "19:10", "40", "Beratungsstelle", "Beamer"
        ),
        Point("Pause und Gespräche an der Galerie", "19:50", "15", "", "Getränke"),
        Point("Tischgruppen: eure Fragen", "20:05", "40", "Kita-Leitungen", "Karten, Stifte"),
        Point("Was nehmen wir mit in die Kitas?", "20:45", "10", "Werkstatt Familie"),
        Point("Feedbackbogen und Abschluss", "20:55", "5", "Koordinatorin", "Feedbackbogen"),
    )
    content = AgendaContent(sample_house(), sample_event(), points, "21:00", "passt genau")
    return content, AgendaParams()


SPEC = HandoutSpec(
    id="agenda",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.FAMILY,
    params=AgendaParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=is_evening,
)
