"""Heute on one sheet for the deputy: what is overdue, what comes, what is on, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from kitadesk.base.dates import clock_time, day_month, long_date, relative, week_name
from kitadesk.handouts.facts import House, sample_house
from kitadesk.handouts.gathering import this_house
from kitadesk.handouts.kit.blocks import (
    Block,
    CellKind,
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
from kitadesk.queries.events import EventSummary, events
from kitadesk.queries.reader import Reader
from kitadesk.queries.today import today
from kitadesk.queries.today_items import TodayItem

TITLE = "Heute im Haus"
MOST_LINES = {False: 18, True: 11}
"""Lines that stand on one sheet with the events and room for notes, by large print."""

LATER = timedelta(weeks=4)
"""How far the deputy has to look ahead."""

_MOST_EVENTS = 3
_ALL = 10_000
_EDGES = Margins(top=14, right=16, bottom=12, left=18)
_BLANK_ROWS = 20


@dataclass(frozen=True, slots=True)
class TodayPageParams:
    """What can be chosen before printing."""

    later: bool = param("Auch was später ansteht", default=True)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do: what, for which area, by when in words."""

    what: str
    area: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines; `more` counts those that found no room."""

    heading: str
    lines: tuple[Line, ...]
    more: int = 0
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class TodayPageContent:
    """The house, the day, the parts in order, and the next events in words."""

    house: House = field(default_factory=House)
    on: date | None = None
    parts: tuple[Part, ...] = ()
    events: tuple[str, ...] = ()


def document(content: TodayPageContent, params: TodayPageParams) -> Document:
    """Everything in one table, then the events and lines for notes."""
    texts = content.house.texts
    heading = long_date(content.on) if content.on else texts.say("today_page.day")
    name = texts.say("today_page.heading")
    over = " · ".join(part for part in (content.house.name, name) if part)
    blocks: list[Block] = [Heading(heading, over=over), _table(content, params)]
    more = sum(part.more for part in content.parts)
    if more:
        words = texts.say("today_page.more", anzahl=str(more))
        blocks.append(Paragraph(words, TextStyle.SMALL))
    blocks += _events(content)
    blocks += [Spacer(4), Heading(texts.say("today_page.notes"), level=2), _lines_to_write_on()]
    setup = PageSetup(margins=_EDGES, large_print=params.large_print)
    return Document(name, tuple(blocks), setup, author=content.house.name)


def _table(content: TodayPageContent, params: TodayPageParams) -> Table:
    rows: list[Row] = []
    for part in content.parts:
        if part.lines and (params.later or not part.is_later):
            rows.append(GroupBreak(part.heading))
            rows += [("", line.what, line.area, line.due) for line in part.lines]
    what, area, until = content.house.texts.parts("today_page.heads")
    columns = (
        Column("", width=10, kind=CellKind.TICK),
        Column(what),
        Column(area, width=36 if params.large_print else 28),
        Column(until, width=40 if params.large_print else 30),
    )
    if content.on is not None and not rows:
        rows = [("", content.house.texts.say("today_page.nothing"), "", "")]
    if not rows:
        return Table(columns, row_height=8.0, blank_rows=_BLANK_ROWS)
    return Table(columns, tuple(rows), row_height=7.0)


def _events(content: TodayPageContent) -> Iterator[Block]:
    if content.events:
        yield Spacer(4)
        yield Heading(content.house.texts.say("today_page.events"), level=2)
        for text in content.events:
            yield Paragraph(text)


def _lines_to_write_on() -> Table:
    return Table((Column("", kind=CellKind.LINE),), row_height=9.0, blank_rows=3)


def gather(
    reader: Reader, subject_id: UUID | None, params: TodayPageParams, on: date
) -> TodayPageContent:
    """Read the page as it stands on the screen, cut to one sheet: what is urgent goes first."""
    room, house = MOST_LINES[params.large_print], this_house(reader, subject_id)
    texts = house.texts
    page = today(reader.connection(), on, shown=_ALL)
    parts = []
    for heading, group in (
        (texts.say("today_page.overdue"), page.overdue),
        (week_name(on), page.this_week),
        (texts.say("today_page.later"), page.later),
    ):
        wanted = [item for item in group.items if _is_wanted(item, on)]
        lines = tuple(_line(item, on) for item in wanted)
        more = max(len(lines) - room, 0)
        parts.append(Part(heading, lines[:room], more, is_later=group is page.later))
        room = max(room - len(lines), 0)
    coming = [one for one in events(reader, on) if one.on_date is not None and one.on_date >= on]
    shown = tuple(map(_event, coming[:_MOST_EVENTS]))
    return TodayPageContent(house, on, tuple(parts), shown)


def _is_wanted(item: TodayItem, on: date) -> bool:
    """A note without a day is wanted too: somebody wrote it to be seen."""
    is_near = item.due_on is None or item.due_on <= on + LATER
    return is_near and not item.is_done


def _line(item: TodayItem, on: date) -> Line:
    due = ""
    if item.due_on is not None:
        due = relative(item.due_on, on) if item.due_on < on else day_month(item.due_on)
    return Line(item.words, item.area.label, due)


def _event(row: EventSummary) -> str:
    day = day_month(row.on_date) if row.on_date else ""
    when = f"{day} {clock_time(row.starts_at)}" if row.starts_at else day
    return " · ".join(part for part in (when, row.title, row.place_label) if part)


def blank(params: TodayPageParams) -> TodayPageContent:
    """A sheet to be filled in by hand."""
    return TodayPageContent()


def sample() -> tuple[TodayPageContent, TodayPageParams]:
    """An invented Monday."""
    parts = (
        Part("Überfällig", (Line("Schulanmeldung Karl V. klären", "Übergang", "seit 4 Monaten"),)),
        Part(
            "Diese Woche",
            (
                Line("Besuch der Lehrkräfte vorbereiten", "Übergang", "Di 26.1."),
                Line("Elterncafé: Gastgeber finden", "Elternabende", "Mi 27.1."),
                Line("Kowalenko bringt Zettel", "Haus", "Fr 29.1."),
            ),
        ),
        Part("Später", (Line("Einladungen drucken", "Elternabende", "Mi 3.3."),), 4, is_later=True),
    )
    shown = ("Do 8.4. 19:00 · Themenabend · Großer Saal im Rathaus, Markt 1",)
    return TodayPageContent(sample_house(), date(2027, 1, 25), parts, shown), TodayPageParams()


SPEC = HandoutSpec(
    id="today_page",
    title=TITLE,
    area=Area.GENERAL,
    subject=SubjectKind.HOUSE,
    privacy=Privacy.HOUSE,
    params=TodayPageParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
