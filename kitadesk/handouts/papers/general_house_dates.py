"""Termine des Hauses: closing days, feasts and evenings of half a year, to hang up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.dates import day_month, month_year, spoken_time
from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.domain.holidays_calendar import public_holidays, school_breaks
from kitadesk.domain.land import Land
from kitadesk.handouts.facts import House, letterhead_of, sample_house
from kitadesk.handouts.gathering import this_house
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Document,
    GroupBreak,
    Heading,
    Margins,
    PageSetup,
    Row,
    Table,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.events import EventSummary, events
from kitadesk.queries.house import own_house
from kitadesk.queries.reader import Reader

TITLE = "Termine des Hauses"
INTERNAL = frozenset({EventKind.MEETING, EventKind.STAFF_TRAINING, EventKind.LETTER})
"""What parents are not invited to; it stands on the list only when that is asked for."""

_EDGES = Margins(top=16, right=18, bottom=12, left=20)
_BLANK_ROWS = 28
_MONTHS = 60


@dataclass(frozen=True, slots=True)
class HouseDatesParams:
    """What can be chosen before printing."""

    months: int = param("Monate", 6, maximum=_MONTHS, hint="höchstens fünf Jahre")
    breaks: bool = param("Ferien und Feiertage", default=True)
    internal: bool = param("Auch Sitzungen und Fortbildungen", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class DateLine:
    """One date: first and last day, what it is, time and place in words."""

    first: date
    last: date
    what: str
    details: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class HouseDatesContent:
    """The house and its dates by day."""

    house: House = field(default_factory=House)
    first: date | None = None
    lines: tuple[DateLine, ...] = ()


def document(content: HouseDatesContent, params: HouseDatesParams) -> Document:
    """A list by months that can be read from two steps away."""
    texts = content.house.texts
    name = texts.say("house_dates.heading")
    blocks: list[Block] = [*letterhead_of(content.house), Heading(name, over=_span(content))]
    when = 52.0 if params.large_print else 40.0
    day, what, details = texts.parts("house_dates.heads")
    columns = (Column(day, width=when, bold=True), Column(what, share=1.4), Column(details))
    rows = tuple(_rows(content.lines, texts))
    blocks.append(Table(columns, rows, row_height=8.0, blank_rows=0 if rows else _BLANK_ROWS))
    setup = PageSetup(margins=_EDGES, large_print=params.large_print)
    return Document(name, tuple(blocks), setup, author=content.house.name)


def _span(content: HouseDatesContent) -> str:
    if content.first is None or not content.lines:
        return ""
    last = max(line.first for line in content.lines)
    return f"{month_year(content.first)} bis {month_year(last)}"


def _rows(lines: tuple[DateLine, ...], texts: Texts) -> Iterator[Row]:
    month = ""
    for line in lines:
        if month_year(line.first) != month:
            month = month_year(line.first)
            yield GroupBreak(month)
        closed = texts.say("house_dates.closed", titel=line.what)
        what = closed if line.is_closed else line.what
        yield (_days(line), what, line.details)


def _days(line: DateLine) -> str:
    if line.last <= line.first:
        return day_month(line.first)
    return f"{day_month(line.first)} bis {day_month(line.last)}"


def gather(
    reader: Reader, subject_id: UUID | None, params: HouseDatesParams, on: date
) -> HouseDatesContent:
    """Read the dates from this day on; what the Land has free stands between them if wanted."""
    until = _months_later(on, max(params.months, 1))
    row, house = own_house(reader), this_house(reader, subject_id)
    lines = [
        _event(one, one.on_date)
        for one in events(reader, on)
        if one.on_date is not None
        and one.on_date < until
        and on <= (one.until_date or one.on_date)
        and one.status is EventStatus.PLANNED
        and (params.internal or one.kind not in INTERNAL)
    ]
    if params.breaks and row is not None and row.land in {land.value for land in Land}:
        lines += _free_days(Land(row.land), house.texts, on, until)
    lines.sort(key=lambda line: (line.first, not line.is_closed, line.what))
    return HouseDatesContent(house, on, tuple(lines))


def _event(row: EventSummary, first: date) -> DateLine:
    is_closed = row.kind is EventKind.CLOSING_DAY
    starts = spoken_time(row.starts_at) if row.starts_at else ""
    details = ", ".join(part for part in (starts, row.place_label) if part)
    return DateLine(first, row.until_date or first, row.title, details, is_closed=is_closed)


def _free_days(land: Land, texts: Texts, on: date, until: date) -> Iterator[DateLine]:
    break_word, holiday_word = texts.say("house_dates.break"), texts.say("house_dates.holiday")
    for found in school_breaks(land, on, until):
        if on <= found.start < until:
            yield DateLine(found.start, found.end, found.name, break_word)
    for year in range(on.year, until.year + 1):
        for holiday in public_holidays(land, year):
            if on <= holiday.day < until:
                yield DateLine(holiday.day, holiday.day, holiday.name, holiday_word)


def _months_later(day: date, months: int) -> date:
    """Return the first day of the month that follows so many months."""
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)


def blank(params: HouseDatesParams) -> HouseDatesContent:
    """A list to be filled in by hand."""
    return HouseDatesContent()


def sample() -> tuple[HouseDatesContent, HouseDatesParams]:
    """Invented dates of a spring."""
    lines = (
        DateLine(date(2027, 3, 10), date(2027, 3, 10), "Elterncafé", "15 Uhr, Elternecke"),
        DateLine(date(2027, 3, 26), date(2027, 3, 26), "Karfreitag", "Feiertag"),
        DateLine(date(2027, 3, 26), date(2027, 4, 2), "Osterferien", "Schulferien"),
        DateLine(date(2027, 4, 8), date(2027, 4, 8), "Themenabend", "19 Uhr, Großer Saal"),
        DateLine(date(2027, 5, 7), date(2027, 5, 7), "Brückentag", is_closed=True),
    )
    return HouseDatesContent(sample_house(), date(2027, 3, 1), lines), HouseDatesParams()


SPEC = HandoutSpec(
    id="house_dates",
    title=TITLE,
    area=Area.GENERAL,
    subject=SubjectKind.HOUSE,
    privacy=Privacy.PUBLIC,
    params=HouseDatesParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
