"""Bodies of the alliance (Gremien) and the roles in them."""

from __future__ import annotations

import enum


class BodyKind(enum.Enum):
    """What a body is."""

    PARENTS_COUNCIL = "parents_council"
    TOWN_PARENTS_COUNCIL = "town_parents_council"
    STEERING_GROUP = "steering_group"
    LEADERS_ROUND = "leaders_round"
    TOPIC_GROUP = "topic_group"
    EXCHANGE = "exchange"
    OTHER = "other"


class SeatRole(enum.Enum):
    """The role that goes with a seat."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    DEPUTY = "deputy"
    GUEST = "guest"

    @property
    def label(self) -> str:
        """Return the word that lists show."""
        return _ROLE_LABELS[self]


_ROLE_LABELS: dict[SeatRole, str] = {
    SeatRole.CHAIR: "Vorsitz",
    SeatRole.DEPUTY_CHAIR: "Stellvertretung",
    SeatRole.SECRETARY: "Schriftführung",
    SeatRole.MEMBER: "Mitglied",
    SeatRole.DEPUTY: "Ersatzmitglied",
    SeatRole.GUEST: "Gast",
}
