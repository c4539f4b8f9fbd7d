"""The thousand letters as the program makes them: the paper *Einladung* through the kit."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from datetime import time as wall_time

from benchmarks.serial.letters import (
    BODY,
    CLOSING,
    CONTACT,
    HOUSE,
    HOUSE_LINES,
    OVER,
    TITLE,
    WARM_UP,
    Addressee,
    addressees,
    logo,
    peak_memory,
    print_figures,
)
from kitadesk.handouts.event_letters import EventLetter
from kitadesk.handouts.facts import EventFacts, House
from kitadesk.handouts.family_letters import Household
from kitadesk.handouts.kit.pdf import page_count, render
from kitadesk.handouts.papers.events_invitation import (
    InvitationParams,
    document,
)


def content(families: Sequence[Addressee]) -> EventLetter:
    """Return the evening and the families that are invited."""
    households = tuple(
        Household(one.line.removesuffix(" · Frösche"), one.first_names, "Frösche", one.number)
        for one in families
    )
    event = EventFacts(
        title=TITLE,
        pretitle=OVER,
        on=date(2027, 4, 8),
        starts=wall_time(19),
        ends=wall_time(21),
        doors=wall_time(18, 30),
        place="Großer Saal im Rathaus",
        address="Markt 1",
        fee="Eintritt frei",
        childcare="Kinderbetreuung auf Anmeldung",
        reply_by=date(2027, 3, 24),
    )
    return EventLetter(
        house=House(HOUSE, HOUSE_LINES, logo=logo()),
        event=event,
        body=BODY,
        closing=CLOSING,
        contact=CONTACT,
        households=households,
    )


def main() -> None:
    """Make one letter, then all of them with the clock running."""
    render(document(content(WARM_UP), InvitationParams()))
    letters = content(addressees())
    at_start = peak_memory()
    start = time.perf_counter()
    made = document(letters, InvitationParams())
    pdf = render(made)
    seconds = time.perf_counter() - start
    print_figures(seconds, pdf, at_start, page_count(made))


if __name__ == "__main__":
    main()
