"""Jahreskalender for the house: every measure with who does it and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from uuid import UUID

from kitadesk.handouts.entry_year import entry_year_of
from kitadesk.handouts.facts import sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import Document, PaperSize
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.year_calendar import (
    CalendarContent,
    CalendarLine,
    FreeDays,
    FreeKind,
    read_calendar,
)
from kitadesk.handouts.year_calendar_sheet import CalendarLook, calendar_document
from kitadesk.queries.reader import Reader

TITLE = "Jahreskalender, intern"


class Size(Enum):
    """The sheet; both landscape."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class YearCalendarParams:
    """What can be chosen before printing."""

    only_open: bool = param("Nur Offenes", default=False)
    only_binding: bool = param("Nur Verbindliches", default=False)
    dates: bool = param("Liste der Termine auf eigenen Blättern dazu", default=False)
    free_days: bool = param("Ferien und Feiertage", default=True)
    size: Size = param(  # noqa: RUF009
        "Format", Size.A4, choices={"a4": "A4 quer", "a3": "A3 quer"}
    )
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


def document(content: CalendarContent, params: YearCalendarParams) -> Document:
    """Columns and picture with responsible people and standing."""
    look = CalendarLook(
        is_internal=True,
        has_list=params.dates,
        has_free_days=params.free_days,
        size=PaperSize[params.size.name],
        large_print=params.large_print,
    )
    return calendar_document(content, look)


def gather(
    reader: Reader, subject_id: UUID | None, params: YearCalendarParams, on: date
) -> CalendarContent:
    """Read the plan of the entry year; steps that are not needed stand on no calendar."""
    content = read_calendar(reader, house_of(reader), entry_year_of(reader, subject_id, on), on)
    lines = tuple(
        line
        for line in content.lines
        if (line.is_binding or not params.only_binding)
        and (line.sign != "✓" or not params.only_open)
    )
    return replace(content, lines=lines)


def blank(params: YearCalendarParams) -> CalendarContent:
    """A year without dates, to be filled in by hand at the first meeting with the school."""
    return CalendarContent()


def sample() -> tuple[CalendarContent, YearCalendarParams]:
    """An invented year with five measures, two breaks and a holiday."""
    lines = (
        CalendarLine(
            "Schulanmeldung", "", date(2026, 8, 1), date(2026, 9, 15), "Grundschule",
            "Sorgeberechtigte", "Grundschule", "", "✓", is_binding=True,
        ),
        CalendarLine(
            "Einwilligung zur Übergabe an die Schule", "Einwilligung", None, date(2026, 10, 31),
            "", "alle Sorgeberechtigten", "Kita", "9/12", "!", is_binding=True,
        ),
        CalendarLine(
            "Zweites Treffen von Kita, Schule und Hort", "Zweites Treffen", date(2027, 5, 1),
            date(2027, 5, 31), "", "Kita-Leitungen, Schulleitung, Hort", "Petra Muster",
        ),
        CalendarLine(
            "Schnuppertag in der Schule", "Schnuppertag", date(2027, 5, 12), date(2027, 5, 12),
            "Grundschule", "Schulanfänger, Begleitung", "Grundschule", "0/12",
        ),
        CalendarLine("Schulwegtraining", "", None, None, "", "Polizei, Schulanfänger", "Kita"),
    )  # fmt: skip
    free_days = (
        FreeDays("Herbstferien", date(2026, 10, 12), date(2026, 10, 24), FreeKind.BREAK),
        FreeDays("Sommerferien", date(2027, 7, 10), date(2027, 8, 20), FreeKind.BREAK),
        FreeDays("Karfreitag", date(2027, 3, 26), date(2027, 3, 26), FreeKind.HOLIDAY),
        FreeDays("Brückentag", date(2027, 5, 7), date(2027, 5, 7), FreeKind.CLOSED),
    )
    content = CalendarContent(
        sample_house(), 2027, date(2027, 8, 23), lines, free_days, date(2027, 1, 25)
    )
    return content, YearCalendarParams()


SPEC = HandoutSpec(
    id="year_calendar",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.COHORT,
    privacy=Privacy.HOUSE,
    params=YearCalendarParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
