"""Jahreskalender for parents: what parents and children take part in, with Ferien and Feiertage.

A measure is theirs when its participants name parents or children. Nobody's name, no standing, no
note and nothing that only the house and its partners do stands on it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from uuid import UUID

from kitadesk.base.text import fold
from kitadesk.domain.plan_audience import is_for_families
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

TITLE = "Jahreskalender für Eltern"


class Size(Enum):
    """The sheet; both landscape."""

    A4 = "a4"
    A3 = "a3"


class Meant(Enum):
    """Which measures parents see."""

    FAMILIES = "families"
    BINDING = "binding"


@dataclass(frozen=True, slots=True)
class ParentsCalendarParams:
    """What can be chosen before printing; `also` and `without` name measures by their title."""

    meant: Meant = param(  # noqa: RUF009
        "Zeigen",
        Meant.FAMILIES,
        choices={
            "families": "woran Eltern oder Kinder teilnehmen",
            "binding": "davon nur das Verbindliche",
        },
    )
    also: tuple[str, ...] = param(
        "Außerdem zeigen", (), hint="Maßnahmen, mit Semikolon getrennt", maximum=20
    )
    without: tuple[str, ...] = param(
        "Weglassen", (), hint="Maßnahmen, mit Semikolon getrennt", maximum=20
    )
    dates: bool = param("Liste der Termine auf eigenen Blättern dazu", default=False)
    free_days: bool = param("Ferien und Feiertage", default=True)
    size: Size = param(  # noqa: RUF009
        "Format", Size.A4, choices={"a4": "A4 quer", "a3": "A3 quer"}
    )
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


def document(content: CalendarContent, params: ParentsCalendarParams) -> Document:
    """Columns and picture without anything internal."""
    look = CalendarLook(
        has_list=params.dates,
        has_free_days=params.free_days,
        size=PaperSize[params.size.name],
        large_print=params.large_print,
    )
    return calendar_document(content, look)


def gather(
    reader: Reader, subject_id: UUID | None, params: ParentsCalendarParams, on: date
) -> CalendarContent:
    """Read the plan and keep what parents may see; what is internal is not even in the content."""
    content = read_calendar(reader, house_of(reader), entry_year_of(reader, subject_id, on), on)
    lines = tuple(
        replace(line, responsible="", standing="", sign="")
        for line in content.lines
        if is_shown(line, params)
    )
    return replace(content, lines=lines, today=None)


def is_shown(line: CalendarLine, params: ParentsCalendarParams) -> bool:
    """Return whether parents see a measure: by hand first, else by who takes part in it."""
    names = {fold(line.title), fold(line.short_title)} - {""}
    if names & {fold(name) for name in params.without}:
        return False
    if names & {fold(name) for name in params.also}:
        return True
    is_theirs = is_for_families(line.participants)
    return is_theirs and (line.is_binding or params.meant is Meant.FAMILIES)


def blank(params: ParentsCalendarParams) -> CalendarContent:
    """A year without dates, to be filled in by hand."""
    return CalendarContent()


def sample() -> tuple[CalendarContent, ParentsCalendarParams]:
    """An invented year with three measures for families, a break and a holiday."""
    lines = (
        CalendarLine(
            "Schulanmeldung", "", date(2026, 8, 1), date(2026, 9, 15), "Grundschule",
            "Sorgeberechtigte", is_binding=True,
        ),
        CalendarLine(
            "Schulaufnahmeuntersuchung", "Schularzt", None, date(2027, 1, 31), "Gesundheitsamt",
            "Kind mit einem Elternteil", is_binding=True,
        ),
        CalendarLine(
            "Schnuppertag in der Schule", "Schnuppertag", date(2027, 5, 12), date(2027, 5, 12),
            "Grundschule", "Schulanfänger",
        ),
    )  # fmt: skip
    free_days = (
        FreeDays("Winterferien", date(2027, 2, 8), date(2027, 2, 19), FreeKind.BREAK),
        FreeDays("Karfreitag", date(2027, 3, 26), date(2027, 3, 26), FreeKind.HOLIDAY),
    )
    content = CalendarContent(sample_house(), 2027, date(2027, 8, 23), lines, free_days)
    return content, ParentsCalendarParams()


SPEC = HandoutSpec(
    id="year_calendar_parents",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.COHORT,
    privacy=Privacy.FAMILY,
    params=ParentsCalendarParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
