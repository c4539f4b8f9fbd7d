"""The invented town: one house in Hainichen with its families, its alliance and its year.

Nothing in it is real. The same seed on the same day gives the same town, down to the keys.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from sqlalchemy import exists, select

from kitadesk.base.errors import UserError
from kitadesk.domain.entry_class import entry_year_in_preparation
from kitadesk.domain.holidays_calendar import first_school_day_suggestion
from kitadesk.queries.today import INVENTED_TOWN
from kitadesk.services.demo_alliance import OWN, add_contacts, add_institutions
from kitadesk.services.demo_events import add_events, add_to_do
from kitadesk.services.demo_families import Keys, add_families
from kitadesk.services.demo_minutes import add_minutes
from kitadesk.services.demo_sources import LAND, TownRows
from kitadesk.services.demo_year import YearKeys, add_year
from kitadesk.services.desk import Desk
from kitadesk.storage.models.house import Setting
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.transition import Cohort

MOST_SCALE = 1000


def fill_demo(desk: Desk, *, scale: int = 1, seed: int = 1) -> None:
    """Fill an empty file: `scale` times 92 children in 78 families, in one write.

    The write is no step to undo. Raises UserError ``data_folder_not_empty`` when there is a house.
    """
    if not 1 <= scale <= MOST_SCALE:
        raise UserError("number_out_of_range", text=scale, least=1, most=MOST_SCALE)
    with _without_collector(), desk.write("Beispielstadt angelegt", undoable=False) as w:
        if w.session.scalar(select(exists().where(Institution.id.is_not(None)))):
            raise UserError("data_folder_not_empty")
        # The dice give invented names, no secrets.
        rows = TownRows(Random(seed), desk.clock.today())  # noqa: S311
        _build(rows, desk, scale)
        rows.add(Setting, name=INVENTED_TOWN, content="1")
        rows.write(w)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the collector of cycles: it would walk through all rows again and again (a third)."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _build(rows: TownRows, desk: Desk, scale: int) -> None:
    entry_year = entry_year_in_preparation(rows.today)
    alliance = add_institutions(rows, entry_year)
    cohort_id = rows.add(
        Cohort,
        institution_id=alliance.institutions[OWN],
        entry_year=entry_year,
        first_school_day=first_school_day_suggestion(LAND, entry_year),
    )
    keys = Keys(
        alliance.institutions[OWN],
        cohort_id,
        alliance.institutions["primary"],
        alliance.institutions["free_school"],
        entry_year,
    )
    families = add_families(rows, keys, scale)
    add_contacts(rows, alliance, families)
    events = add_events(rows, alliance, families, cohort_id)
    evening = YearKeys(cohort_id, entry_year, events.ids["preschool"], events.days["preschool"])
    add_year(rows, evening, alliance, families)
    add_to_do(rows, events, alliance, families, desk.clock.now())
    add_minutes(rows, events)
