"""Events as calendars exchange them: an identity that stays, local days and times, plain texts."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, time
from typing import Final, Literal

from kitadesk.domain.events import EventKind, EventStatus

OWN_UIDS: Final = "@kitadesk"
_FOREIGN = uuid.UUID("5b7a4f52-8f0e-5a43-9a54-6d2f8f5f0a11")
"""The name space (RFC 9562, version 5) in which a foreign identity becomes one of our keys."""

STATUS_WORDS: Final = {
    EventStatus.PLANNED: "geplant",
    EventStatus.HELD: "fand statt",
    EventStatus.POSTPONED: "verschoben",
    EventStatus.CANCELLED: "abgesagt",
}
Action = Literal["added", "updated", "unchanged", "rejected"]


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One event of a calendar file or list; `line` counts the entries of the file from 1.

    Without `starts_at` it lasts whole days; `last` is the last day itself. A calendar knows no
    "fand statt", so without a `status` the event keeps its own. `problem` says in a sentence why
    the entry cannot be taken, `remark` what of it was left out.
    """

    uid: str
    title: str
    first: date | None = None
    last: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    subtitle: str = ""
    kind: EventKind = EventKind.OTHER
    status: EventStatus | None = None
    sequence: int = 0
    line: int = 0
    problem: str = ""
    remark: str = ""

    @property
    def key(self) -> uuid.UUID:
        """Return the key in the data file: our own again, or always the same for a foreign one."""
        return key_of(self.uid)


def uid_of(key: uuid.UUID) -> str:
    """Return the identity that our events have in calendars; it never changes."""
    return f"{key}{OWN_UIDS}"


def key_of(uid: str) -> uuid.UUID:
    """Return the key behind an identity; a foreign one gets a key of its own, always the same."""
    if uid.endswith(OWN_UIDS):
        try:
            return uuid.UUID(uid.removesuffix(OWN_UIDS))
        except ValueError:
            pass
    return uuid.uuid5(_FOREIGN, uid)


def kind_of(label: str) -> EventKind:
    """Return the kind with this word; an unknown word is any other event."""
    return next((kind for kind in EventKind if kind.label == label), EventKind.OTHER)


def status_of(words: str) -> EventStatus | None:
    """Return the state with these words; None for other words."""
    return next((one for one, known in STATUS_WORDS.items() if known == words), None)
