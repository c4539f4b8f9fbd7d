"""An event in plain words: a few lines for the town paper, or the whole invitation for an app.

What is not known is left out; nothing here names a child, a family or a host at home.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from kitadesk.base.dates import long_date, long_day, spoken_time
from kitadesk.base.text import and_list
from kitadesk.domain.event_texts import time_span
from kitadesk.domain.events import EventKind

GREETING = "Liebe Eltern,"


class TextLength(Enum):
    """For whom the text is: the town paper takes a few lines, an app or e-mail all of it."""

    SHORT = "short"
    FULL = "full"

    @property
    def label(self) -> str:
        """Return the name on the screen."""
        return "Kurz, für das Amtsblatt" if self is TextLength.SHORT else "Ganz, für App und E-Mail"


@dataclass(frozen=True, slots=True)
class Announced:
    """What an event says of itself in public; texts are filled already, empty ones unknown."""

    title: str
    pretitle: str = ""
    subtitle: str = ""
    on_date: date | None = None
    until_date: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    doors_at: time | None = None
    place: str = ""
    fee: str = ""
    has_childcare: bool = False
    languages: tuple[str, ...] = ()
    reply_until: date | None = None
    invited_by: str = ""
    phone: str = ""
    email: str = ""
    body: str = ""
    closing: str = ""
    contact: str = ""


def text_of(event: Announced, length: TextLength) -> str:
    """Return the event as plain text; paragraphs are parted by an empty line."""
    parts = _short(event) if length is TextLength.SHORT else _full(event)
    return "\n\n".join(part for part in parts if part)


def when_words(event: Announced) -> str:
    """Return day and time: "Donnerstag, 8. April 2027, 19 bis 21 Uhr, Einlass 18:30 Uhr"."""
    if event.on_date is None:
        return ""
    day = long_date(event.on_date)
    if event.until_date is not None and event.until_date > event.on_date:
        day = f"{day} bis {long_date(event.until_date)}"
    doors = f"Einlass {spoken_time(event.doors_at)}" if event.doors_at else ""
    return _joined(", ", day, time_span(event.starts_at, event.ends_at), doors)


def offers(event: Announced) -> tuple[str, ...]:
    """Return what is offered: fee, child care, interpreters, each a few words."""
    languages = f"Dolmetschen: {and_list(event.languages)}" if event.languages else ""
    childcare = "Kinderbetreuung auf Anmeldung" if event.has_childcare else ""
    return tuple(part for part in (event.fee, childcare, languages) if part)


def reply_sentence(event: Announced) -> str:
    """Ask for an answer by the day."""
    day = reply_day(event)
    return f"Bitte geben Sie uns bis {day} Bescheid." if day else ""


def reply_day(event: Announced) -> str:
    """Return until when to answer; the year only if it is not that of the event."""
    if event.reply_until is None:
        return ""
    same_year = event.on_date is not None and event.on_date.year == event.reply_until.year
    return long_day(event.reply_until) if same_year else long_date(event.reply_until)


def invited_by(house: str, host: str, kind: EventKind) -> str:
    """Say who invites: the house, and the host where that is no family at home.

    "mit den Kirchgemeinden" goes on after the name, "alle Kitas" are more than this one. The host
    of a café may be a family, and what is public names none.
    """
    if not host or host == house or kind is EventKind.PARENT_CAFE:
        return house
    if host.startswith("alle "):
        return host
    return _joined(" " if host.startswith("mit ") else ", ", house, host)


def heading_of(event: Announced) -> tuple[str, str]:
    """Return the line over the title and the title; a title that only repeats the line goes."""
    is_said = event.pretitle.casefold().startswith(event.title.casefold())
    return ("", event.pretitle) if is_said and event.title else (event.pretitle, event.title)


def ways_to_ask(event: Announced) -> str:
    """Return how to reach the house: "Telefon 037207 555-0, kita@example.org"."""
    return _joined(", ", f"Telefon {event.phone}" if event.phone else "", event.email)


def _short(event: Announced) -> tuple[str, ...]:
    """Title and a paragraph of short sentences, as editors like to print it."""
    over, title = heading_of(event)
    host = f"Veranstalter: {event.invited_by}" if event.invited_by else ""
    ways = ways_to_ask(event)
    reply = f"Anmeldung bis {long_date(event.reply_until)}" if event.reply_until else ""
    contact = _joined(": ", reply or ("Kontakt" if ways else ""), ways)
    about = (over, event.subtitle)
    facts = (when_words(event), event.place, *offers(event), host, contact)
    lines = (" ".join(_sentence(part) for part in line if part) for line in (about, facts))
    return (title, _joined("\n", *lines))


def _full(event: Announced) -> tuple[str, ...]:
    """The whole invitation, in the order of the letter."""
    heading = _joined("\n", *heading_of(event), event.subtitle)
    facts = _joined("\n", when_words(event), event.place, *offers(event))
    body = f"{GREETING}\n{event.body}" if event.body else ""
    return (heading, facts, body, reply_sentence(event), event.closing, event.contact)


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _sentence(words: str) -> str:
    """End with a full stop where no sign ends the words; quotes and brackets stay outermost."""
    inner = words.rstrip("\"“”»«')")
    return words if inner.endswith((".", "!", "?", "…", ":")) else f"{words}."
