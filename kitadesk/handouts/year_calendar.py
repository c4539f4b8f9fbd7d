"""The Jahreskalender of an entry year as a picture and as a list; two papers are made of it.

One stays in the house and one goes to the parents (field 4, no. 13); who reads it decides what is
on it, so each has its own declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from uuid import UUID

from kitadesk.base.dates import MONTHS_SHORT, day_month, month_year, short_date
from kitadesk.domain.consent import CONSENT_STEPS, ConsentKind, ConsentState
from kitadesk.domain.holidays_calendar import public_holidays, school_breaks
from kitadesk.domain.measure_marks import due_day
from kitadesk.domain.plan_dates import PlanYear, plan_year, preparation_year
from kitadesk.handouts.entry_year import EntryYear
from kitadesk.handouts.facts import House
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Document,
    GroupBreak,
    Heading,
    Margins,
    PageBreak,
    PageSetup,
    PaperSize,
    Paragraph,
    Row,
    Spacer,
    Table,
    TextStyle,
    Timeline,
    TimelineRow,
    TimelineShade,
)
from kitadesk.queries.consents import consent_states
from kitadesk.queries.reader import Reader
from kitadesk.queries.year_plan import PlanRow, cohort_card, plan_rows, taken_days

UNDATED = "Noch ohne Datum"
FILLED, OUTLINED = "verbindlich", "weitere"
_EDGES = Margins(top=12, right=12, bottom=11, left=16)
_MONTHS_AFTER = 3
"""A measure after the first school day (feedback of the school) lengthens the picture so far."""
_BLANK_BEGIN, _BLANK_END = date(2001, 8, 1), date(2002, 8, 31)
_BLANK_LINES, _BLANK_DATES = 16, 17
_ONE_DAY = timedelta(days=1)
_SHORT_BREAKS = {
    "Weihnachtsferien": "Weihn.",
    "Osterferien": "Ostern",
    "Pfingstferien": "Pfingsten",
    "Fastnachtsferien": "Fasching",
    "Halbjahresferien": "Halbjahr",
}


class FreeKind(Enum):
    """Why days stand behind the measures; the value is what the list says about them."""

    BREAK = "Schulferien"
    HOLIDAY = "Feiertag"
    CLOSED = "Kita geschlossen"


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """A measure; without `first` it is due until `last`, without both it has no day yet."""

    title: str
    short_title: str = ""
    first: date | None = None
    last: date | None = None
    place: str = ""
    participants: str = ""
    responsible: str = ""
    standing: str = ""
    sign: str = ""
    is_binding: bool = False


@dataclass(frozen=True, slots=True)
class FreeDays:
    """School breaks, a public holiday, or days on which the house is closed."""

    name: str
    first: date
    last: date
    kind: FreeKind


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """The house, the year, its measures in their order, and what stands behind them."""

    house: House = field(default_factory=House)
    entry_year: int | None = None
    first_school_day: date | None = None
    lines: tuple[CalendarLine, ...] = ()
    free_days: tuple[FreeDays, ...] = ()
    today: date | None = None


@dataclass(frozen=True, slots=True)
class CalendarLook:
    """How one of the two papers shows the calendar."""

    title: str
    is_internal: bool = False
    has_list: bool = True
    has_free_days: bool = True
    size: PaperSize = PaperSize.A4
    large_print: bool = False


def calendar_document(content: CalendarContent, look: CalendarLook) -> Document:
    """The picture on the first page, the list of dates behind it."""
    blocks: list[Block] = [_heading(content, look), _picture(content, look)]
    blocks += [Spacer(1.5), Paragraph(_legend(look), TextStyle.SMALL)]
    if look.has_list:
        blocks += [PageBreak(), _heading(content, look), _dates(content, look)]
    setup = PageSetup(size=look.size, landscape=True, margins=_EDGES, large_print=look.large_print)
    foot = f"{look.title}, bleibt im Haus" if look.is_internal else look.title
    return Document(look.title, tuple(blocks), setup, author=content.house.name, foot=foot)


def _heading(content: CalendarContent, look: CalendarLook) -> Heading:
    starts = content.first_school_day
    words = (
        content.house.name,
        "bleibt im Haus" if look.is_internal else "",
        f"erster Schultag {short_date(starts)}" if starts else "",
    )
    over = " · ".join(word for word in words if word)
    year = str(content.entry_year or "____")
    return Heading(f"Auf dem Weg in die Schule {year}", over=over)


def _legend(look: CalendarLook) -> str:
    marks = f"Balken: Zeitraum · Raute: ein Tag · Pfeil: bis zu diesem Tag · schwarz: {FILLED}, "
    marks += f"weiß: {OUTLINED} · schraffiert: Ferien und Schließzeit"
    return f"{marks} · ✓ erledigt · ! überfällig" if look.is_internal else marks


def _picture(content: CalendarContent, look: CalendarLook) -> Timeline:
    begin, end = _stretch(content)
    is_blank = content.entry_year is None
    return Timeline(
        first=begin,
        last=end,
        rows=tuple(
            TimelineRow(
                line.short_title or line.title, line.first, line.last, _short_days(line),
                line.sign if look.is_internal else "", is_strong=line.is_binding,
            )
            for line in content.lines
        ),
        shades=tuple(_shades(content)) if look.has_free_days else (),
        today=content.today if look.is_internal else None,
        names=86.0 if look.large_print else 62.0,
        row_height=5.8,
        blank_rows=0 if content.lines else _BLANK_LINES,
        has_years=not is_blank,
    )  # fmt: skip


def _stretch(content: CalendarContent) -> tuple[date, date]:
    """Return whole months: from August to the first school day, or to the last measure after it."""
    if content.entry_year is None:
        return _BLANK_BEGIN, _BLANK_END
    begin, start = preparation_year(PlanYear(content.entry_year, None, content.first_school_day))
    latest = _month_end(start, _MONTHS_AFTER)
    days = [line.last for line in content.lines if line.last is not None and line.last <= latest]
    return begin, _month_end(max([start, *days]))


def _month_end(day: date, months: int = 0) -> date:
    number = day.year * 12 + day.month + months
    return date(number // 12, number % 12 + 1, 1) - _ONE_DAY


def _shades(content: CalendarContent) -> Iterator[TimelineShade]:
    for one in content.free_days:
        if one.kind is FreeKind.HOLIDAY:
            yield TimelineShade(one.first, one.last, is_day=True)
        else:
            is_break = one.kind is FreeKind.BREAK
            yield TimelineShade(one.first, one.last, _short_break(one.name) if is_break else "")


def _short_break(name: str) -> str:
    if not name.endswith("ferien"):
        return ""
    return _SHORT_BREAKS.get(name, name.removesuffix("ferien"))


def _dates(content: CalendarContent, look: CalendarLook) -> Table:
    """All dates by month, free days between them if wanted; what has no day comes last."""
    when = 62.0 if look.large_print else 48.0
    columns = [Column("Wann", width=when, bold=True), Column("Was", share=1.6), Column("Wo")]
    columns.append(Column("Wer ist dabei", share=1.2))
    if look.is_internal:
        columns += [Column("Zuständig"), Column("Stand", width=31)]
    free = content.free_days if look.has_free_days else ()
    dated: list[tuple[date, int, FreeDays | CalendarLine]] = [(one.first, 0, one) for one in free]
    dated += [(day, 1, line) for line in content.lines if (day := line.first or line.last)]
    rows: list[Row] = []
    month = ""
    for day, _, one in sorted(dated, key=lambda item: (item[0], item[1])):
        if month_year(day) != month:
            month = month_year(day)
            rows.append(GroupBreak(month))
        rows.append(_free_row(one, look) if isinstance(one, FreeDays) else _line_row(one, look))
    undated = [line for line in content.lines if (line.first or line.last) is None]
    if undated:
        rows.append(GroupBreak(UNDATED))
        rows += [_line_row(line, look) for line in undated]
    blank_rows = _BLANK_DATES if content.entry_year is None else 0
    return Table(tuple(columns), tuple(rows), 6.5, blank_rows)


def _free_row(one: FreeDays, look: CalendarLook) -> tuple[str, ...]:
    rest = ("", "", "", "") if look.is_internal else ("", "")
    return (_days(one.first, one.last), f"{one.name} ({one.kind.value})", *rest)


def _line_row(line: CalendarLine, look: CalendarLook) -> tuple[str, ...]:
    shown = (_days(line.first, line.last), line.title, line.place, line.participants)
    return (*shown, line.responsible, line.standing) if look.is_internal else shown


def _days(first: date | None, last: date | None) -> str:
    """Return "Do 8.4.", "bis Mo 31.1.", "Mo 1.3. bis Fr 5.3."."""
    if last is None:
        return ""
    if first is None:
        return f"bis {day_month(last)}"
    return day_month(first) if first == last else f"{day_month(first)} bis {day_month(last)}"


def _short_days(line: CalendarLine) -> str:
    """Return the days beside a mark; whole months by their names, for nobody means the 1st."""
    if line.last is None:
        return "ohne Datum"
    first, last = line.first, line.last
    if first is None or first == last:
        return _days(first, last)
    if first.day == 1 and last == _month_end(last):
        names = dict.fromkeys(MONTHS_SHORT[day.month - 1] for day in (first, last))
        return "–".join(names)
    return f"{first.day}.{first.month}.–{last.day}.{last.month}."


def read_calendar(reader: Reader, house: House, year: EntryYear, on: date) -> CalendarContent:
    """Read the plan of a year; before it is opened there are only the free days."""
    card = cohort_card(reader, year.cohort_id) if year.cohort_id else None
    plan = plan_year(year.year, year.rules, card.first_school_day if card else None)
    content = CalendarContent(house, year.year, plan.first_school_day, today=on)
    if year.cohort_id is not None:
        states = consent_states(reader, year.cohort_id)
        rows = plan_rows(reader, year.cohort_id, on)
        lines = tuple(_line(row, states, on) for row in rows if not row.is_not_needed)
        content = replace(content, lines=lines)
    begin, end = _stretch(content)
    return replace(content, free_days=tuple(_free_days(reader, plan, begin, end)))


def _free_days(reader: Reader, plan: PlanYear, begin: date, end: date) -> Iterator[FreeDays]:
    for one in school_breaks(plan.land, begin, end) if plan.land else ():
        yield FreeDays(one.name, one.start, one.end, FreeKind.BREAK)
    for number in range(begin.year, end.year + 1) if plan.land else ():
        for holiday in public_holidays(plan.land, number) if plan.land else ():
            if begin <= holiday.day <= end:
                yield FreeDays(holiday.name, holiday.day, holiday.day, FreeKind.HOLIDAY)
    for taken in taken_days(reader, begin, end):
        if taken.is_closing:
            yield FreeDays(taken.title, taken.first, taken.last, FreeKind.CLOSED)


def _line(
    row: PlanRow, states: Mapping[tuple[UUID, ConsentKind], ConsentState], on: date
) -> CalendarLine:
    done, total = _progress(row, states)
    is_finished = row.done_on is not None or (row.is_per_child and 0 < total <= done)
    due = due_day(row.last, CONSENT_STEPS.get(row.step))
    is_late = not is_finished and due is not None and due < on
    standing = f"{done}/{total}" if row.is_per_child else ""
    if is_finished:
        standing = "erledigt"
    elif is_late:
        standing = " ".join(part for part in ("überfällig", standing) if part)
    return CalendarLine(
        title=row.title,
        short_title=row.short_title,
        first=row.first,
        last=row.last,
        place=row.place,
        participants=row.participants,
        responsible=row.responsible,
        standing=standing,
        sign="✓" if is_finished else "!" if is_late else "",
        is_binding=row.is_binding,
    )


def _progress(
    row: PlanRow, states: Mapping[tuple[UUID, ConsentKind], ConsentState]
) -> tuple[int, int]:
    """Return how many children have it of those who need it; an answer settles a consent."""
    kind = CONSENT_STEPS.get(row.step)
    if kind is None:
        return row.done, row.total
    answered = sum(of is kind and state.is_answer for (_, of), state in states.items())
    return min(answered, row.total), row.total
