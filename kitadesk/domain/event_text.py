"""What an event says of itself in public: no child, no family, no host at home is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from kitadesk.base.dates import long_date, long_day
from kitadesk.domain.events import EventKind


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


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)
