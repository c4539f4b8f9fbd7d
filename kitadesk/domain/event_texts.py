"""Texts of an invitation: templates with checked placeholders, filled by what the event knows.

A shipped text is sentences on lines of their own. A sentence with a placeholder that the event
does not know yet is left out, so that no letter says "am  um  Uhr". A text that the office wrote
itself keeps every sentence; what is unknown becomes a line to fill in by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from kitadesk.base.dates import clock_time, long_date, spoken_time
from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, TextBlock

PLACEHOLDERS: dict[str, str] = {
    "art": "Art der Veranstaltung",
    "titel": "Titel",
    "wen": "für wen",
    "tag": "Tag mit Wochentag",
    "uhrzeit": "Beginn",
    "von_bis": "von wann bis wann",
    "ort": "Raum und Ort",
    "frist": "Rückgabetag der Zettel",
    "kita": "Name der Kita",
    "telefon": "Telefon der Kita",
    "email": "E-Mail der Kita",
    "kosten": "Kosten",
    "sprachen": "Dolmetschen in",
    "betreuung": "Kinderbetreuung",
    "elternvertretung": "Elternbeirat oder Elternrat",
}
"""Every placeholder that a text may hold, with the words that explain it."""

FORMER_NAMES: dict[str, str] = {
    "kind": "art",
    "title": "titel",
    "audience": "wen",
    "date": "tag",
    "time": "uhrzeit",
    "from_to": "von_bis",
    "place": "ort",
    "reply_until": "frist",
    "house": "kita",
    "phone": "telefon",
    "fee": "kosten",
    "languages": "sprachen",
    "childcare": "betreuung",
    "parents_council": "elternvertretung",
}
"""What placeholders were called before; texts of events that hold them are filled as ever."""

LINE_TO_FILL = "____________"
EVERYONE = "alle Eltern"
ALL_FAMILIES = "Alle Familien"
_PLACEHOLDER = re.compile(r"\{([A-Za-zÄÖÜäöüß_]+)\}")
Templates = Mapping[TextBlock, str]


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What an event and its house know about themselves, for the placeholders."""

    kind: EventKind
    title: str
    audience: str = ""
    on_date: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    reply_until: date | None = None
    house: str = ""
    phone: str = ""
    email: str = ""
    fee: str = ""
    languages: str = ""
    has_childcare: bool = False
    parents_council: str = ""
    entry_year: int | None = None

    def values(self) -> dict[str, str]:
        """Return the value of every placeholder; empty where it is not known."""
        values = {
            "art": self.kind.label,
            "titel": self.title,
            "wen": self.audience.removeprefix("für ") or parents_of(self.entry_year),
            "tag": long_date(self.on_date) if self.on_date else "",
            "uhrzeit": spoken_time(self.starts_at) if self.starts_at else "",
            "von_bis": time_span(self.starts_at, self.ends_at),
            "ort": self.place,
            "frist": long_date(self.reply_until) if self.reply_until else "",
            "kita": self.house,
            "telefon": self.phone,
            "email": self.email,
            "kosten": self.fee,
            "sprachen": self.languages,
            "betreuung": "Kinderbetreuung" if self.has_childcare else "",
            "elternvertretung": self.parents_council,
        }
        return {name: value.strip() for name, value in values.items()}


def parents_of(entry_year: int | None) -> str:
    """Return whom a letter names while the office has not said it in words of its own."""
    if entry_year is None:
        return EVERYONE
    return f"Eltern der Schulanfängerinnen und Schulanfänger {entry_year}"


def families_of(entry_year: int | None) -> str:
    """Return for whom an event is, as screens say it: "Schulanfänger 2027"."""
    return ALL_FAMILIES if entry_year is None else f"Schulanfänger {entry_year}"


def time_span(starts_at: time | None, ends_at: time | None) -> str:
    """Return "19 bis 21 Uhr", or "19 Uhr" while the end is open."""
    if starts_at is None:
        return ""
    if ends_at is None:
        return spoken_time(starts_at)
    if starts_at.minute == 0 and ends_at.minute == 0:
        return f"{starts_at.hour} bis {ends_at.hour} Uhr"
    return f"{clock_time(starts_at)} bis {clock_time(ends_at)} Uhr"


def check_placeholders(text: str) -> None:
    """Refuse a placeholder that nobody fills; raises UserError ``placeholder_unknown``."""
    for name in _PLACEHOLDER.findall(text):
        if _name(name) not in PLACEHOLDERS:
            known = ", ".join(f"{{{known}}}" for known in PLACEHOLDERS)
            raise UserError("placeholder_unknown", name=name, known=known)


def fill_shipped(template: str, values: Mapping[str, str]) -> str:
    """Fill a shipped text; sentences with an unknown value go, empty paragraphs with them."""
    paragraphs = []
    for paragraph in template.strip().split("\n\n"):
        sentences = [line.strip() for line in paragraph.split("\n")]
        known = [line for line in sentences if line and not _misses(line, values)]
        if known:
            paragraphs.append(_fill(" ".join(known), values))
    return "\n\n".join(paragraphs)


def fill_own(text: str, values: Mapping[str, str]) -> str:
    """Fill a text of the office: nothing is left out, what is unknown becomes a line."""
    return _PLACEHOLDER.sub(
        lambda found: values.get(_name(found[1]), found[0]) or LINE_TO_FILL,
        text,
    )


def _misses(line: str, values: Mapping[str, str]) -> bool:
    return any(not values.get(_name(name)) for name in _PLACEHOLDER.findall(line))


def _fill(line: str, values: Mapping[str, str]) -> str:
    """Fill in one pass, so that a value that looks like a placeholder stays as typed."""
    return _PLACEHOLDER.sub(lambda found: values[_name(found[1])], line)


def _name(typed: str) -> str:
    """Return the name of a placeholder that is typed in the way of earlier years."""
    return FORMER_NAMES.get(typed, typed)
