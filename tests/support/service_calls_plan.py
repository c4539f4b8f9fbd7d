"""Random calls of the services of the year plan and of the consents."""

from __future__ import annotations

from collections.abc import Callable

from kitadesk.services import measure_events, measures, year_plan
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import Event
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Person
from kitadesk.storage.models.transition import Cohort, Measure
from tests.support.dice import Dice
from tests.support.service_calls_matrix import MATRIX_CALLS

_RULES = ("bis 31. Januar", "3. Donnerstag im Oktober", "2 Wochen vor den Herbstferien", "")


def _fields(dice: Dice) -> measures.MeasureFields:
    choices: tuple[measures.MeasureFields, ...] = (
        {"title": dice.one("Schnuppertag", "Übergabegespräch"), "short_title": dice.word()},
        {"rule": dice.one(*_RULES)},
        {"is_binding": dice.flag(), "is_per_child": dice.flag()},
        {"responsible_institution_id": dice.maybe(Institution)},
        {"responsible_person_id": dice.maybe(Person)},
        {"place": dice.word(), "participants": dice.word()},
        {"note": dice.word(), "evaluation": dice.word()},
    )
    return dice.rng.choice(choices)


PLAN_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    **MATRIX_CALLS,
    "year_plan.open_cohort": lambda desk, dice: year_plan.open_cohort(
        desk, dice.one(2027, 2028, 2041), carry_over=dice.flag()
    ),
    "year_plan.change_cohort": lambda desk, dice: year_plan.change_cohort(
        desk, dice.id_of(Cohort), first_school_day=dice.maybe_day()
    ),
    "measures.change_measure": lambda desk, dice: measures.change_measure(
        desk, dice.id_of(Measure), **_fields(dice)
    ),
    "measure_events.tie_event": lambda desk, dice: measure_events.tie_event(
        desk, dice.id_of(Measure), dice.maybe(Event)
    ),
    "measure_events.add_event_for": lambda desk, dice: measure_events.add_event_for(
        desk, dice.id_of(Measure)
    ),
    "measures.move_measure": lambda desk, dice: measures.move_measure(
        desk, dice.id_of(Measure), dice.maybe_day()
    ),
    "measures.set_measure_done": lambda desk, dice: measures.set_measure_done(
        desk, dice.id_of(Measure), dice.maybe_past_day()
    ),
    "measures.set_measure_not_needed": lambda desk, dice: measures.set_measure_not_needed(
        desk, dice.id_of(Measure), dice.flag()
    ),
    "measures.reorder_measure": lambda desk, dice: measures.reorder_measure(
        desk, dice.id_of(Measure), dice.one(-2, -1, 1, 2)
    ),
    "measures.delete_measure": lambda desk, dice: measures.delete_measure(
        desk, dice.id_of(Measure)
    ),
}
"""Services whose step is undone and done again, by name."""
