"""Words of the Elternabende: what an event is and in which state it stands."""

from __future__ import annotations

import enum


class EventKind(enum.Enum):
    """What an event is."""

    PARENT_EVENING = "parent_evening"
    TOPIC_EVENING = "topic_evening"
    PARENTS_ASSEMBLY = "parents_assembly"
    PRESCHOOL_EVENING = "preschool_evening"
    PARENT_CAFE = "parent_cafe"
    FESTIVAL = "festival"
    STAFF_TRAINING = "staff_training"
    PLENARY = "plenary"
    MEETING = "meeting"
    LETTER = "letter"
    CLOSING_DAY = "closing_day"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the word of the field for this kind."""
        return _KIND_LABELS[self]


_KIND_LABELS: dict[EventKind, str] = {
    EventKind.PARENT_EVENING: "Elternabend",
    EventKind.TOPIC_EVENING: "Themenabend",
    EventKind.PARENTS_ASSEMBLY: "Elternversammlung",
    EventKind.PRESCHOOL_EVENING: "Vorschulelternabend",
    EventKind.PARENT_CAFE: "Elterncafé",
    EventKind.FESTIVAL: "Fest",
    EventKind.STAFF_TRAINING: "Fortbildung",
    EventKind.PLENARY: "Plenum",
    EventKind.MEETING: "Sitzung",
    EventKind.LETTER: "Elternbrief",
    EventKind.CLOSING_DAY: "Schließtag",
    EventKind.OTHER: "Veranstaltung",
}


class EventStatus(enum.Enum):
    """Where an event stands; POSTPONED keeps its registrations."""

    PLANNED = "planned"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


def place_label(room: str, address: str, place: str) -> str:
    """Return where it is in one line: "Großer Saal im Rathaus, Markt 1"."""
    return ", ".join(part for part in (room, address, place) if part)


class TextBlock(enum.Enum):
    """The parts of an invitation's text that the office may change."""

    PRETITLE = "pretitle"
    BODY = "body"
    CLOSING = "closing"
    CONTACT = "contact"


class TaskArea(enum.Enum):
    """The tab that a task belongs to."""

    TODAY = "today"
    TRANSITION = "transition"
    EVENTS = "events"
    CONTACTS = "contacts"

    @property
    def label(self) -> str:
        """Return the name of the tab."""
        return _AREA_LABELS[self]


_AREA_LABELS: dict[TaskArea, str] = {
    TaskArea.TODAY: "Haus",
    TaskArea.TRANSITION: "Übergang",
    TaskArea.EVENTS: "Elternabende",
    TaskArea.CONTACTS: "Kontakte",
}
