"""The Jahreskalender on its sheet: every measure a line, in columns and as a picture of the year.

One landscape sheet holds a usual year (field 4, no. 13); a longer one goes on to the next, with
its head repeated. The list by months is an extra for who wants it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kitadesk.base.dates import MONTHS_SHORT, day_month, month_year, short_date
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
from kitadesk.handouts.texts import Texts
from kitadesk.handouts.year_calendar import (
    DONE,
    LATE,
    CalendarContent,
    CalendarLine,
    FreeDays,
    FreeKind,
    month_end,
    stretch_of,
)

_EDGES = Margins(top=8, right=12, bottom=7, left=16)
_WIDTH = {PaperSize.A4: 269.0, PaperSize.A3: 392.0}
"""mm between the edges of a landscape sheet."""
_INTERNAL = (54.0, 25.0, 60.0, 24.0, 18.0)
_FOR_PARENTS = (61.0, 28.0, 82.0)
"""mm of the columns beside the picture on A4; the first one is that of the names."""
_LARGEST = {True: 10.0, False: 11.0}
_LEAST = {True: 8.5, False: 11.0}
"""pt; parents get no smaller text (field 4)."""
_ROW = {PaperSize.A4: 4.6, PaperSize.A3: 8.5}
_FEW, _WIDE_ROW = 14, 8.5
"""A short year has room for high lines."""
_LONGEST_TITLE = 34
_BLANK_LINES, _BLANK_DATES = 17, 17
_SATURDAY = 5
_BREAKS = {
    "Weihnachtsferien": "Weihnachten",
    "Osterferien": "Ostern",
    "Pfingstferien": "Pfingsten",
    "Fastnachtsferien": "Fasching",
    "Halbjahresferien": "Halbjahr",
}
_LONG_BREAK, _SHORT_BREAK = "Weihnachten", "Weihn."


@dataclass(frozen=True, slots=True)
class CalendarLook:
    """How one of the two papers shows the calendar."""

    is_internal: bool = False
    has_list: bool = False
    has_free_days: bool = True
    size: PaperSize = PaperSize.A4
    large_print: bool = False


def calendar_document(content: CalendarContent, look: CalendarLook) -> Document:
    """The picture with its columns and the free days below it; on A3 all letters are large."""
    is_large = look.large_print or look.size is PaperSize.A3
    free = _free_days(content, look) if look.has_free_days else ""
    texts = content.house.texts
    legend = _legend(look, texts)
    notes = [Paragraph(legend, TextStyle.SMALL)]
    if free and look.is_internal:
        notes = [Paragraph(f"{free}\n{legend}", TextStyle.SMALL)]
    elif free:
        notes.insert(0, Paragraph(free))
    blocks: list[Block] = [_heading(content, look), _picture(content, look), Spacer(1), *notes]
    if look.has_list:
        blocks += [PageBreak(), _heading(content, look), _dates(content, look)]
    setup = PageSetup(size=look.size, landscape=True, margins=_EDGES, large_print=is_large)
    name = _name(look, texts)
    foot = f"{name}, {texts.say('transition_lists.internal')}" if look.is_internal else name
    return Document(name, tuple(blocks), setup, author=content.house.name, foot=foot)


def _heading(content: CalendarContent, look: CalendarLook) -> Heading:
    texts = content.house.texts
    starts = short_date(content.first_school_day) if content.first_school_day else ""
    words = (
        content.house.name,
        texts.say("transition_lists.internal") if look.is_internal else "",
        texts.say("year_calendar.first_day", tag=starts) if starts else "",
    )
    over = " · ".join(word for word in words if word)
    year = str(content.entry_year or "____")
    return Heading(texts.say("year_calendar.heading", jahr=year), over=over)


def _name(look: CalendarLook, texts: Texts) -> str:
    if look.is_internal:
        return texts.say("year_calendar.name_internal")
    return texts.say("year_calendar.name_parents")


def _legend(look: CalendarLook, texts: Texts) -> str:
    marks = texts.say("year_calendar.legend")
    return f"{marks} · {texts.say('year_calendar.legend_internal')}" if look.is_internal else marks


def _picture(content: CalendarContent, look: CalendarLook) -> Timeline:
    begin, end = stretch_of(content)
    texts = content.house.texts
    heads, widths = _columns(look, texts)
    return Timeline(
        first=begin,
        last=end,
        rows=tuple(
            TimelineRow(
                _title(line), line.first, line.last, "",
                line.sign if look.is_internal else "",
                is_strong=line.is_binding, cells=_cells(line, look, texts),
            )
            for line in content.lines
        ),
        shades=tuple(_shades(content)) if look.has_free_days else (),
        today=content.today if look.is_internal else None,
        names=widths[0],
        row_height=_ROW[look.size] if len(content.lines) > _FEW else _WIDE_ROW,
        blank_rows=0 if content.lines else _BLANK_LINES,
        has_years=content.entry_year is not None,
        heads=heads,
        columns=widths[1:],
        largest=_LARGEST[look.is_internal],
        least=_LEAST[look.is_internal],
    )  # fmt: skip


def _columns(look: CalendarLook, texts: Texts) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return heads and widths of the columns; a larger sheet has wider ones."""
    chosen = _INTERNAL if look.is_internal else _FOR_PARENTS
    heads = texts.parts("year_calendar.heads")[: len(chosen)]
    wider = _WIDTH[look.size] / _WIDTH[PaperSize.A4]
    return heads, tuple(width * wider for width in chosen)


def _title(line: CalendarLine) -> str:
    """Return the whole title where it has room, else the short one."""
    return line.title if len(line.title) <= _LONGEST_TITLE else line.short_title or line.title


def _cells(line: CalendarLine, look: CalendarLook, texts: Texts) -> tuple[str, ...]:
    where = ", ".join(part for part in (line.place, line.participants) if part)
    shown = (_short_days(line, texts), where)
    if not look.is_internal:
        return shown
    done = texts.say("year_calendar.done") if line.sign == DONE else ""
    return (*shown, line.responsible, done or line.standing)


def _shades(content: CalendarContent) -> Iterator[TimelineShade]:
    for one in content.free_days:
        if one.kind is FreeKind.HOLIDAY:
            yield TimelineShade(one.first, one.last, is_day=True)
        else:
            is_break = one.kind is FreeKind.BREAK
            yield TimelineShade(one.first, one.last, _short_break(one.name) if is_break else "")


def _short_break(name: str) -> str:
    """Return what stands above a hatched stretch, which may be narrow."""
    if not name.endswith("ferien"):
        return ""
    return _break_name(name).replace(_LONG_BREAK, _SHORT_BREAK)


def _break_name(name: str) -> str:
    return _BREAKS.get(name, name.removesuffix("ferien"))


def _free_days(content: CalendarContent, look: CalendarLook) -> str:
    """Name the days off of the preparation; a holiday at a weekend takes no day from anybody.

    The house knows its Feiertage, and the lines of the picture are enough for it.
    """
    end = content.first_school_day or date.max
    words = zip(FreeKind, content.house.texts.parts("year_calendar.free"), strict=True)
    parts = []
    for kind, word in words:
        if look.is_internal and kind is FreeKind.HOLIDAY:
            continue
        days = [
            f"{_break_name(one.name)} {_span(one.first, one.last)}"
            for one in content.free_days
            if one.kind is kind and one.first < end and _takes_a_day(one)
        ]
        if days:
            parts.append(f"{word}: {' · '.join(days).removesuffix('.')}.")
    return " ".join(parts)


def _takes_a_day(one: FreeDays) -> bool:
    return one.kind is not FreeKind.HOLIDAY or one.first.weekday() < _SATURDAY


def _dates(content: CalendarContent, look: CalendarLook) -> Table:
    """All dates by month, free days between them if wanted; what has no day comes last."""
    when = 62.0 if look.large_print else 48.0
    texts = content.house.texts
    when_word, what, where, who, responsible, standing = texts.parts("year_calendar.list_heads")
    columns = [Column(when_word, width=when, bold=True), Column(what, share=1.6), Column(where)]
    columns.append(Column(who, share=1.2))
    if look.is_internal:
        columns += [Column(responsible), Column(standing, width=31)]
    free = content.free_days if look.has_free_days else ()
    dated: list[tuple[date, int, FreeDays | CalendarLine]] = [(one.first, 0, one) for one in free]
    dated += [(day, 1, line) for line in content.lines if (day := line.first or line.last)]
    rows: list[Row] = []
    month = ""
    for day, _, one in sorted(dated, key=lambda item: (item[0], item[1])):
        if month_year(day) != month:
            month = month_year(day)
            rows.append(GroupBreak(month))
        if isinstance(one, FreeDays):
            rows.append(_free_row(one, look, texts))
        else:
            rows.append(_line_row(one, look, texts))
    undated = [line for line in content.lines if (line.first or line.last) is None]
    if undated:
        rows.append(GroupBreak(texts.say("year_calendar.undated")))
        rows += [_line_row(line, look, texts) for line in undated]
    blank_rows = _BLANK_DATES if content.entry_year is None else 0
    return Table(tuple(columns), tuple(rows), 8.0 if blank_rows else 6.5, blank_rows)


def _free_row(one: FreeDays, look: CalendarLook, texts: Texts) -> tuple[str, ...]:
    rest = ("", "", "", "") if look.is_internal else ("", "")
    words = dict(zip(FreeKind, texts.parts("year_calendar.free_kinds"), strict=True))
    return (_days(one.first, one.last), f"{one.name} ({words[one.kind]})", *rest)


def _line_row(line: CalendarLine, look: CalendarLook, texts: Texts) -> tuple[str, ...]:
    shown = (_days(line.first, line.last), line.title, line.place, line.participants)
    if not look.is_internal:
        return shown
    late = texts.say("year_calendar.late") if line.sign == LATE else ""
    done = texts.say("year_calendar.done") if line.sign == DONE else ""
    standing = " ".join(part for part in (late, done or line.standing) if part)
    return (*shown, line.responsible, standing)


def _days(first: date | None, last: date | None) -> str:
    """Return "Do 8.4.", "bis Mo 31.1.", "Mo 1.3. bis Fr 5.3."."""
    if last is None:
        return ""
    if first is None:
        return f"bis {day_month(last)}"
    return day_month(first) if first == last else f"{day_month(first)} bis {day_month(last)}"


def _span(first: date, last: date) -> str:
    """Return "Fr 26.3." for a day, "12.10.–24.10." for several."""
    if first == last:
        return day_month(first)
    return f"{first.day}.{first.month}.–{last.day}.{last.month}."


def _short_days(line: CalendarLine, texts: Texts) -> str:
    """Return the days of a measure; whole months by their names, for nobody means the 1st."""
    if line.last is None:
        return texts.say("year_calendar.no_day")
    first, last = line.first, line.last
    if first is None or first == last:
        return _days(first, last)
    if first.day == 1 and last == month_end(last):
        names = dict.fromkeys(MONTHS_SHORT[day.month - 1] for day in (first, last))
        return "–".join(names)
    return _span(first, last)
