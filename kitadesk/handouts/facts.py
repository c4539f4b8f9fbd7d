"""The house and the event as papers show them; shared, for papers do not know each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from kitadesk.base.dates import (
    clock_time,
    long_date,
    long_day,
    month_year,
    short_date,
    spoken_time,
)
from kitadesk.base.text import and_list
from kitadesk.domain.event_texts import time_span
from kitadesk.handouts.kit.blocks import FactsBox, Letterhead
from kitadesk.handouts.texts import SHIPPED, Texts


@dataclass(frozen=True, slots=True)
class House:
    """Own institution: name, address and contact lines, logo bytes (PNG or JPEG).

    `sender` is the line above a window address: name, street and town, nothing else. `town` stands
    before the date of a letter. Name and logo of the partner, the alliance, stand beside the own.
    `texts` are the sentences of its papers.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    logo: bytes | None = None
    sender: str = ""
    town: str = ""
    partner_name: str = ""
    partner_logo: bytes | None = None
    texts: Texts = SHIPPED


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What, when, where, under which terms; empty values are simply not printed."""

    title: str = ""
    pretitle: str = ""
    on: date | None = None
    starts: time | None = None
    ends: time | None = None
    doors: time | None = None
    place: str = ""
    address: str = ""
    fee: str = ""
    childcare: str = ""
    interpreters: tuple[str, ...] = ()
    reply_by: date | None = None
    until: date | None = None


def letterhead(house: House) -> Letterhead:
    """The head of a letter from this house."""
    return Letterhead(house.name, house.lines, house.logo, house.partner_name, house.partner_logo)


def letterhead_of(house: House) -> tuple[Letterhead, ...]:
    """The head of the house, or nothing where it has neither name nor logo."""
    return (letterhead(house),) if house.name or house.logo else ()


def date_line(house: House, on: date | None) -> str:
    """Place and day of a letter: "Hainichen, 25. Januar 2027"; nothing where no day is known."""
    day = f"{on.day}. {month_year(on)}" if on else ""
    return ", ".join(part for part in (house.town, day) if part) if day else ""


def facts_box(event: EventFacts, texts: Texts = SHIPPED) -> FactsBox | None:
    """The framed key facts, or None where nothing is fixed yet."""
    where = ", ".join(part for part in (event.place, event.address) if part)
    doors = texts.say("event_box.doors", uhrzeit=clock_time(event.doors)) if event.doors else ""
    spoken = and_list(event.interpreters)
    lines = (
        " · ".join(part for part in (where, doors) if part),
        " · ".join(part for part in (event.fee, event.childcare) if part),
        texts.say("event_box.interpreters", sprachen=spoken) if spoken else "",
    )
    shown = tuple(line for line in lines if line)
    first = when(event)
    return FactsBox(first, shown) if first or shown else None


def when(event: EventFacts) -> str:
    """Weekday, date and span in full: "Donnerstag, 8. April 2027, 19 bis 21 Uhr"."""
    if event.on is None:
        return ""
    return ", ".join(
        part for part in (_days(event, event.on), time_span(event.starts, event.ends)) if part
    )


def _days(event: EventFacts, first: date) -> str:
    """The day, or both days where it takes several."""
    if event.until is None or event.until <= first:
        return long_date(first)
    return f"{long_date(first)} bis {long_date(event.until)}"


def event_line(event: EventFacts) -> str:
    """Title and date on one line, as slips and lists repeat it."""
    return " · ".join(part for part in (event.title, short_when(event)) if part)


def short_when(event: EventFacts) -> str:
    """Date and begin: "Do 8. April 2027, 19 Uhr"."""
    if event.on is None:
        return ""
    begins = spoken_time(event.starts) if event.starts else ""
    day = short_date(event.on)
    if event.until is not None and event.until > event.on:
        day = f"{day} bis {short_date(event.until)}"
    return ", ".join(part for part in (day, begins) if part)


def reply_by(event: EventFacts) -> str:
    """Weekday and day of the reply deadline; the year only if it is not that of the event."""
    if event.reply_by is None:
        return ""
    same_year = event.on is not None and event.on.year == event.reply_by.year
    return long_day(event.reply_by) if same_year else long_date(event.reply_by)


def by_deadline(event: EventFacts) -> str:
    """The deadline as a part of a sentence: "bis Mittwoch, 24. März"; empty without one."""
    deadline = reply_by(event)
    return f"bis {deadline}" if deadline else ""


def sample_house() -> House:
    """The invented house of every sample."""
    lines = ("Gartenweg 4", "09661 Hainichen", "Telefon 037207 555-0")
    sender = "Kita Sonnenschein · Gartenweg 4 · 09661 Hainichen"
    return House("Kita Sonnenschein", lines, sender=sender, town="Hainichen")


def sample_event() -> EventFacts:
    """The invented joint evening of every sample."""
    return EventFacts(
        title="„Papa ist ausgezogen. Klara spielt nicht mehr mit mir. Und Oma ist tot.“",
        pretitle="Themenabend für alle Eltern",
        on=date(2027, 4, 8),
        starts=time(19),
        ends=time(21),
        doors=time(18, 30),
        place="Großer Saal im Rathaus",
        address="Markt 1",
        fee="Eintritt frei",
        childcare="Kinderbetreuung auf Anmeldung",
        interpreters=("Ukrainisch", "Arabisch"),
        reply_by=date(2027, 3, 24),
    )
