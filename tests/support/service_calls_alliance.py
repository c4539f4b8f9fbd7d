"""Random calls of the services around the alliance: address book, bodies, entry years."""

from __future__ import annotations

from collections.abc import Callable

from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import ContactKind
from kitadesk.domain.transition import ChildStatusKind
from kitadesk.services import institutions, transition
from kitadesk.services.desk import Desk
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child, Person
from kitadesk.storage.models.transition import Cohort
from tests.support.dice import Dice, NothingThereError


def _institution(dice: Dice) -> institutions.InstitutionInput:
    return institutions.InstitutionInput(
        kind=dice.one(InstitutionKind.PRIMARY_SCHOOL, InstitutionKind.LIBRARY),
        name=dice.one("Grundschule am Markt", "Stadtbibliothek", "Hort Regenbogen"),
        town="Hainichen",
    )


def _way(dice: Dice) -> institutions.ContactWayInput:
    is_person = dice.flag()
    return institutions.ContactWayInput(
        kind=ContactKind.PHONE,
        value=dice.one("037207 555-7", "037207 555-8"),
        person_id=dice.id_of(Person) if is_person else None,
        institution_id=None if is_person else dice.id_of(Institution),
    )


def _delete_partner(desk: Desk, dice: Dice) -> None:
    """Delete an institution, but never the own house."""
    with desk.store.read() as session:
        own = session.query(Institution.id).where(Institution.is_own).scalar()
    chosen = dice.id_of(Institution)
    if chosen == own:
        raise NothingThereError
    institutions.delete_institution(desk, chosen)


def _measure(dice: Dice) -> transition.MeasureInput:
    return transition.MeasureInput(
        dice.id_of(Cohort), dice.one("Schnuppertag", "Übergabegespräch"), planned_on=dice.day()
    )


ALLIANCE_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    "institutions.add_institution": lambda desk, dice: institutions.add_institution(
        desk, _institution(dice)
    ),
    "institutions.add_person": lambda desk, dice: institutions.add_person(
        desk, institutions.PersonInput(dice.one("Albrecht", "Vogel"), dice.one("", "Jana"))
    ),
    "institutions.add_function": lambda desk, dice: institutions.add_function(
        desk, dice.id_of(Person), dice.id_of(Institution), dice.one("Leitung", "Schulleitung")
    ),
    "institutions.add_contact_way": lambda desk, dice: institutions.add_contact_way(
        desk, _way(dice)
    ),
    "institutions.delete_institution": _delete_partner,
    "institutions.delete_person": lambda desk, dice: institutions.delete_person(
        desk, dice.id_of(Person)
    ),
    "transition.add_cohort": lambda desk, dice: transition.add_cohort(
        desk, dice.rng.randint(2026, 2040)
    ),
    "transition.assign_cohort": lambda desk, dice: transition.assign_cohort(
        desk, [dice.id_of(Child)], dice.maybe(Cohort)
    ),
    "transition.add_measure": lambda desk, dice: transition.add_measure(desk, _measure(dice)),
    "transition.add_child_status": lambda desk, dice: transition.add_child_status(
        desk, dice.id_of(Child), dice.one(*ChildStatusKind), on_date=dice.maybe_day()
    ),
}
"""Services whose step is undone and done again, by name."""
