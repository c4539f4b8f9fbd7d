"""The search of Kontakte over 100,000 institutions and people, beside a loop of plain Python.

What is typed is typed letter by letter, as in the field: short beginnings, frequent and rare
names, numbers written differently, functions, two words, nothing found. Counts the time of the
processor, because a search is one thread and other work would blur it.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.ratios import calibration_loop, run_module
from kitadesk.base.clock import FixedClock
from kitadesk.base.text import sort_key
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.names import name_sort_key
from kitadesk.domain.people import ContactKind
from kitadesk.queries.contacts import ContactQuery, find_contacts
from kitadesk.services.desk import Desk
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay, Person, PersonFunction
from kitadesk.storage.types import new_id

TODAY = date(2026, 11, 22)
INSTITUTIONS, PEOPLE = 2_000, 98_000
MOST_MS = 16.0
ROUNDS = 5
TYPED = (
    "müller", "haensel", "yilmaz jana", "555-12345", "0371 555 777", "leitung", "kita sonne",
    "hainichen", "quendel", "ute.h", "97431", "schulleitung reg", "müller jana", "leitung kita",
)  # fmt: skip
LAST = (
    "Müller", "Hänsel", "Yılmaz", "Albrecht", "Kluge", "Öztürk", "Vogel", "Kowalenko", "Nguyen",
    "Seidel", "Großmann", "Peters",
)  # fmt: skip
FIRST = ("Jana", "Ute", "Tino", "Rania", "Stefan", "Katja", "Marcel", "Şule", "Ben", "Olga")
ENDS = ("", "", "-Krause", "bach", "stein", "hoff", "-Lorenz", "feld", "mann", "ke")
JOBS = ("Leitung", "Stellvertretung", "Erzieherin", "Schulleitung", "Beratung", "Hausmeister")
TOWNS = ("Hainichen", "Frankenberg", "Mittweida", "Freiberg", "Chemnitz")


def fill(desk: Desk) -> None:
    """Write the contacts in one step."""
    rng = Random(1)
    houses = [_house(rng, number) for number in range(INSTITUTIONS)]
    people = [_person(rng) for _ in range(PEOPLE)]
    jobs = [
        {"person_id": row["id"], "institution_id": rng.choice(houses)["id"],
         "name": rng.choice(JOBS)}
        for row in people
    ]  # fmt: skip
    ways = [way for row in people for way in _ways(rng, str(row["last_name"]), row["id"])]
    with desk.write("Viele Kontakte") as w:
        w.insert_many(Institution, houses)
        w.insert_many(Person, people)
        w.insert_many(PersonFunction, jobs)
        w.insert_many(ContactWay, ways)


def once() -> tuple[float, float, float]:
    """Return the 95th percentile and the median of all searches in ms, and those of the loop."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder), FixedClock(TODAY))
        fill(desk)
        loop = calibration_loop(time.process_time)
        times = [_search(desk, text) for _ in range(ROUNDS) for text in _typing()]
        loop = (loop + calibration_loop(time.process_time)) / 2
        desk.close()
    return percentile(times), statistics.median(times), loop * 1000


def percentile(times: list[float], share: float = 0.95) -> float:
    """Return the value that this share of the times stays below."""
    return sorted(times)[int(len(times) * share)]


def main() -> None:
    """Search in a process of its own and print what one letter costs."""
    slow, usual, loop = run_module("benchmarks.contacts", "once")
    verdict = "ok" if slow <= MOST_MS else "MISSED"
    print(
        f"search of 100,000 contacts: p95 {slow:.1f} ms, median {usual:.1f} ms, "
        f"p95 {slow / loop:.3f} calibration loops  goal ≤ {MOST_MS:g} ms  {verdict}"
    )


def _search(desk: Desk, text: str) -> float:
    start = time.process_time()
    desk.look(find_contacts, ContactQuery(TODAY, text))
    return (time.process_time() - start) * 1000


def _typing() -> Iterator[str]:
    for text in TYPED:
        yield from (text[:end] for end in range(1, len(text) + 1))


def _house(rng: Random, number: int) -> dict[str, object]:
    name = f"{rng.choice(('Kita', 'Grundschule', 'Hort'))} {rng.choice(LAST)} {number}"
    return {
        "id": new_id(), "kind": InstitutionKind.DAYCARE, "name": name, "sort_key": sort_key(name),
        "town": rng.choice(TOWNS),
    }  # fmt: skip


def _person(rng: Random) -> dict[str, object]:
    last, first = rng.choice(LAST) + rng.choice(ENDS), rng.choice(FIRST)
    return {
        "id": new_id(), "last_name": last, "first_name": first, "is_contact": True,
        "sort_key": name_sort_key(last, first),
    }  # fmt: skip


def _ways(rng: Random, last: str, person_id: object) -> Iterator[dict[str, object]]:
    number = f"0371 555-{rng.randrange(100_000):05}"
    for kind, value in (
        (ContactKind.PHONE, number),
        (ContactKind.EMAIL, f"{last.lower()}.{rng.randrange(10_000)}@example.org"),
    ):
        yield {"person_id": person_id, "kind": kind, "value": value}


if __name__ == "__main__":
    if sys.argv[1:] == ["once"]:
        print(*once())
    else:
        main()
