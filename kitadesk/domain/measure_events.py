"""An event made for a step of the year plan: which kind it is."""

from __future__ import annotations

from kitadesk.domain.events import EventKind

_KINDS = {
    "preschool_evening": EventKind.PRESCHOOL_EVENING,
    "school_evening": EventKind.PARENT_EVENING,
    "start_meeting": EventKind.MEETING,
    "second_meeting": EventKind.MEETING,
    "handover_talk": EventKind.MEETING,
    "evaluation": EventKind.MEETING,
    "martins_day": EventKind.FESTIVAL,
    "farewell_party": EventKind.FESTIVAL,
    "enrolment_ceremony": EventKind.FESTIVAL,
}


def event_kind_of(step: str) -> EventKind:
    """Return the kind of event that a step of the year plan becomes; OTHER for an own measure."""
    return _KINDS.get(step, EventKind.OTHER)
