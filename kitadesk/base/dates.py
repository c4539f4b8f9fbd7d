"""Dates and times as they stand on German papers and screens; reading them: `date_parsing`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from kitadesk.base.calendar_names import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT
from kitadesk.base.date_parsing import ParsedDate, parse_date, parse_time
from kitadesk.base.text import plural

__all__ = [
    "MONTHS",
    "MONTHS_SHORT",
    "WEEKDAYS",
    "WEEKDAYS_SHORT",
    "ParsedDate",
    "Week",
    "clock_time",
    "date_time",
    "day_month",
    "long_date",
    "long_day",
    "month_year",
    "numeric_date",
    "parse_date",
    "parse_time",
    "relative",
    "short_date",
    "spoken_time",
    "week_name",
    "week_of",
    "working_week",
]

_SATURDAY = 5
_WEEKS_UNTIL_MONTHS = 16
_MONTHS_UNTIL_YEARS = 24


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday with the number of ISO 8601, the Kalenderwoche in Germany."""

    first: date
    last: date
    number: int


def long_date(day: date) -> str:
    """Return "Donnerstag, 8. April 2027", for headings and letters."""
    return f"{long_day(day)} {day.year}"


def long_day(day: date) -> str:
    """Return "Donnerstag, 8. April", where the year is clear."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day}. {MONTHS[day.month - 1]}"


def short_date(day: date) -> str:
    """Return "Do 8. April 2027", for screens and agendas."""
    return f"{WEEKDAYS_SHORT[day.weekday()]} {day.day}. {month_year(day)}"


def numeric_date(day: date) -> str:
    """Return "08.04.2027", for birth dates and columns."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def day_month(day: date) -> str:
    """Return "Do 8.4.", for narrow columns where the year is clear."""
    return f"{WEEKDAYS_SHORT[day.weekday()]} {day.day}.{day.month}."


def month_year(day: date) -> str:
    """Return "April 2027"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def clock_time(moment: time) -> str:
    """Return "19:00" or "09:05" (DIN 5008: always two digits)."""
    return f"{moment.hour:02}:{moment.minute:02}"


def spoken_time(moment: time) -> str:
    """Return "19 Uhr" or "19:30 Uhr", as a sentence says it."""
    if moment.minute == 0:
        return f"{moment.hour} Uhr"
    return f"{moment.hour}:{moment.minute:02} Uhr"


def date_time(day: date, moment: time) -> str:
    """Return "Do 8. April 2027, 19:00"."""
    return f"{short_date(day)}, {clock_time(moment)}"


def week_of(day: date) -> Week:
    """Return the week, Monday to Sunday, that the day lies in."""
    monday = day - timedelta(days=day.weekday())
    return Week(monday, monday + timedelta(days=6), day.isocalendar().week)


def working_week(day: date) -> Week:
    """Return the week somebody plans on this day: from Saturday on the one that comes."""
    return week_of(day + timedelta(days=2)) if day.weekday() >= _SATURDAY else week_of(day)


def week_name(day: date) -> str:
    """Return what the working week of a day is called: "Diese Woche", "Kommende Woche"."""
    return "Kommende Woche" if day.weekday() >= _SATURDAY else "Diese Woche"


def relative(day: date, today: date) -> str:
    """Return the distance as one says it: "heute", "morgen", "in 10 Wochen", "seit Fr".

    Days up to six, whole weeks below sixteen, then whole months, from two years on whole years.
    A past day reads as a wait ("seit gestern"), because *Heute* shows it for what is overdue.
    """
    days = (day - today).days
    near = {0: "heute", 1: "morgen", 2: "übermorgen", -1: "seit gestern"}
    if days in near:
        return near[days]
    if -7 < days < 0:
        return f"seit {WEEKDAYS_SHORT[day.weekday()]}"
    return f"{'in' if days > 0 else 'seit'} {_span(min(day, today), max(day, today))}"


def _span(first: date, last: date) -> str:
    days = (last - first).days
    if days < 7:
        return plural(days, "Tag", "Tagen")
    if days < 7 * _WEEKS_UNTIL_MONTHS:
        return plural(days // 7, "Woche", "Wochen")
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if months < _MONTHS_UNTIL_YEARS:
        return plural(months, "Monat", "Monaten")
    return plural(months // 12, "Jahr", "Jahren")
