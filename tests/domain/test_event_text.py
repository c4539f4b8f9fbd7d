"""What an event says of itself in public: its title, and who invites."""

from __future__ import annotations

import pytest

from kitadesk.domain.event_text import Announced, heading_of, invited_by
from kitadesk.domain.events import EventKind

HOUSE = "Kita Sonnenschein"


def test_a_title_that_repeats_the_line_above_goes() -> None:
    cafe = Announced("Elterncafé", pretitle="Elterncafé für alle Eltern")
    assert heading_of(cafe) == ("", "Elterncafé für alle Eltern")
    assert heading_of(Announced("", pretitle="Einladung")) == ("Einladung", "")


@pytest.mark.parametrize(
    ("host", "kind", "words"),
    [
        ("", EventKind.FESTIVAL, HOUSE),
        (HOUSE, EventKind.FESTIVAL, HOUSE),
        ("alle Kitas", EventKind.TOPIC_EVENING, "alle Kitas"),
        ("mit den Kirchgemeinden", EventKind.FESTIVAL, f"{HOUSE} mit den Kirchgemeinden"),
        ("Elternrat", EventKind.FESTIVAL, f"{HOUSE}, Elternrat"),
        ("Familie Vogel", EventKind.PARENT_CAFE, HOUSE),
    ],
)
def test_who_invites_is_said_without_a_family(host: str, kind: EventKind, words: str) -> None:
    assert invited_by(HOUSE, host, kind) == words
