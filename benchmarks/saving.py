"""Saving beside the bare driver: a save with history, the service for one slip, a bulk."""

from __future__ import annotations

import tempfile
import time
import uuid
from datetime import date
from pathlib import Path

from benchmarks.ratios import interleaved, report, run_module
from kitadesk.base.clock import FixedClock
from kitadesk.domain.events import EventKind
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.replies import Answer
from kitadesk.services.desk import Desk
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.storage.models.events import Event, Registration
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Family, Household
from kitadesk.storage.store import Store

STEPS = 200
BULK = 19_800


def measure_saves() -> tuple[float, float, float]:
    """Return ms per save with history, s for 19,800 rows with history, ms per `record_reply`."""
    clock = FixedClock(date(2026, 11, 22))
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder), clock)
        try:
            event_id, households = _prepare(store)
            single = _time_singles(store, event_id, households[:STEPS])
            desk = Desk(store.file, clock, store)
            service = _time_service(desk, event_id, households[STEPS : 2 * STEPS])
            bulk = _time_bulk(store, event_id, households[2 * STEPS :])
        finally:
            store.close()
    return single, bulk, service


def _prepare(store: Store) -> tuple[uuid.UUID, list[uuid.UUID]]:
    with store.write("Haus") as w:
        house = w.add(
            Institution(kind=InstitutionKind.DAYCARE, name="Kita", sort_key="kita", is_own=True)
        )
        family = w.add(Family(institution_id=house.id, name="Muster", sort_key="muster"))
        event = w.add(Event(institution_id=house.id, kind=EventKind.PARENT_EVENING, title="Abend"))
        households = [Household(family_id=family.id) for _ in range(2 * STEPS + BULK)]
        rows = [{"id": household.id, "family_id": family.id} for household in households]
        w.insert_many(Household, rows)
    return event.id, [household.id for household in households]


def _time_singles(store: Store, event_id: uuid.UUID, households: list[uuid.UUID]) -> float:
    with store.read() as reader:
        house_id = reader.get_one(Event, event_id).institution_id
    start = time.perf_counter()
    for household in households:
        with store.write("Rückmeldung Muster") as w:
            w.add(_registration(house_id, event_id, household))
    return (time.perf_counter() - start) / len(households) * 1000


def _time_service(desk: Desk, event_id: uuid.UUID, households: list[uuid.UUID]) -> float:
    """Take what a leader waits for: addressee, check, row, history."""
    start = time.perf_counter()
    for household in households:
        record_reply(desk, ReplyInput(event_id, household, persons=2))
    return (time.perf_counter() - start) / len(households) * 1000


def _registration(house: uuid.UUID, event: uuid.UUID, household: uuid.UUID) -> Registration:
    return Registration(
        institution_id=house,
        event_id=event,
        household_id=household,
        answer=Answer.YES,
        persons=2,
        returned_on=date(2026, 11, 22),
    )


def _time_bulk(store: Store, event_id: uuid.UUID, households: list[uuid.UUID]) -> float:
    with store.read() as reader:
        house_id = reader.get_one(Event, event_id).institution_id
    rows = [
        {
            "institution_id": house_id,
            "event_id": event_id,
            "household_id": household,
            "answer": Answer.YES,
            "persons": 2,
        }
        for household in households
    ]
    start = time.perf_counter()
    with store.write("Rückmeldungen") as w:
        w.insert_many(Registration, rows)
    return time.perf_counter() - start


_LINES = (
    ("a save with history / bare driver", 0, 0, 3.0, "ms"),
    ("record_reply / bare driver", 0, 2, 3.0, "ms"),
    ("19,800 rows with history / bare driver", 1, 1, 15.0, "s "),
)
"""What is reported: name, place of its time among those of the floor and of ours, goal, unit."""


def main() -> None:
    """Run floor and ours in turn and print the ratios."""
    floors, ours = interleaved(lambda: run_module("benchmarks.floors.bare_driver"), measure_saves)
    for name, floor_place, our_place, goal, unit in _LINES:
        floor_times = [floor[floor_place] for floor in floors]
        report(name, floor_times, [our[our_place] for our in ours], goal=goal, unit=unit)


if __name__ == "__main__":
    main()
