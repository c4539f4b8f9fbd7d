"""What stands against a day for an event: holidays, breaks, closing days, other events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from kitadesk.domain.land import Land
from kitadesk.domain.plan_conflicts import Conflict, conflicts_on
from kitadesk.queries.house import own_house
from kitadesk.queries.reader import Reader
from kitadesk.queries.year_plan import taken_days


def conflicts_of_days(
    reader: Reader, days: Iterable[date], *, besides: UUID | None = None
) -> dict[date, tuple[Conflict, ...]]:
    """Return what is against each of these days; the event `besides` does not count."""
    wanted = sorted(set(days))
    if not wanted:
        return {}
    house = own_house(reader)
    known = {land.value: land for land in Land}
    land = known.get(house.land) if house is not None else None
    found = taken_days(reader, wanted[0], wanted[-1])
    taken = [one for one in found if besides is None or one.event_id != besides]
    return {day: conflicts_on(day, land, taken) for day in wanted}


def conflict_names(reader: Reader, day: date, besides: UUID | None = None) -> tuple[str, ...]:
    """Return what is against one day, in words: "Osterferien", "Schließtag: Teamtag"."""
    found = conflicts_of_days(reader, (day,), besides=besides)[day]
    return tuple(conflict.text for conflict in found)
