"""*Vor dem Drucken*, letters and labels: whom they reach, and whom they do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.text import plural, shorten
from kitadesk.handouts.family_letters import Edition, Household
from kitadesk.handouts.family_runs import read_run
from kitadesk.handouts.spec import YES_WORDS, Handout
from kitadesk.queries.address_book import AddressBook, address_book
from kitadesk.queries.bodies import members_of
from kitadesk.queries.house import own_house
from kitadesk.queries.letters import letters
from kitadesk.queries.living_apart import custodians_without_letter
from kitadesk.queries.reader import Reader
from kitadesk.services.print_findings import Finding, home_line, some_of
from kitadesk.services.printing import PrintRequest
from kitadesk.storage.models.people import Household as HouseholdTable

LABELS = "address_labels"
_FAMILIES, _MEMBERS, _PEOPLE = "families", "members", "people"


def of_letters(
    reader: Reader, paper: Handout, request: PrintRequest, today: date
) -> Iterator[Finding]:
    """Look at every household of a run; a trial sheet and a master copy go to nobody."""
    if _is_on(request, "probe") or request.params.get("edition") == Edition.MASTER.value:
        return
    found: dict[UUID, Household] = {}
    for subject in request.subjects:
        run = read_run(reader, paper, subject, request.params, today)
        for household in run.households if run else ():
            key = household.household_id
            if key and (request.households is None or key in request.households):
                found[key] = household
    if not found and _is_on(request, "reminder"):
        text = "Niemand ist zu erinnern: Gedruckt wird die Vorlage ohne Namen."
        yield Finding(text, "paper")
    families = _families_of(reader, found)
    yield from _without_address(found.values(), families)
    yield from _without_sender(reader, found.values())
    yield from _without_letter(reader, frozenset(families.values()), today)


def of_labels(reader: Reader, request: PrintRequest, today: date) -> Iterator[Finding]:
    """Name who gets no label because there is no address."""
    chosen = request.params.get("addressees", _MEMBERS)
    if chosen == _FAMILIES:
        rows = [row for row in letters(reader, today) if row.goes_by_post and not row.street]
        names = some_of(row.label for row in rows)
        if rows:
            text = f"Ohne Anschrift und darum ohne Etikett: {names}."
            yield Finding(text, "family", rows[0].family_id, home_line(rows[0].household_id))
        return
    book = address_book(reader, today)
    if chosen == _PEOPLE:
        yield from _people_without_place(book)
    elif request.subject_id is not None and chosen == _MEMBERS:
        yield from _members_without_place(reader, request.subject_id, book, today)
    else:
        lost = [one for one in book.institutions if not one.is_own and not one.town]
        if lost:
            text = f"Ohne Ort und darum ohne Etikett: {some_of(one.name for one in lost)}."
            yield Finding(text, "institution", lost[0].id, "town")


def _is_on(request: PrintRequest, name: str) -> bool:
    return request.params.get(name, "").strip().casefold() in YES_WORDS


def _families_of(reader: Reader, household_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    statement = select(HouseholdTable.id, HouseholdTable.family_id).where(
        HouseholdTable.id.in_(list(household_ids))
    )
    return {row.id: row.family_id for row in reader.execute(statement)}


def _without_address(
    households: Iterable[Household], families: dict[UUID, UUID]
) -> Iterator[Finding]:
    for one in households:
        if one.by_post and not one.address and one.household_id:
            whose = "Zweiter Haushalt" if one.is_second else "Brief per Post"
            text = f"{whose} ohne Anschrift: {shorten(one.label, 60)}."
            field = home_line(one.household_id)
            yield Finding(text, "family", families.get(one.household_id), field)


def _without_sender(reader: Reader, households: Iterable[Household]) -> Iterator[Finding]:
    """A letter that comes back needs the address of the house over the window."""
    house = own_house(reader)
    if house and not (house.street and house.town) and any(one.address for one in households):
        text = "Der Absender über dem Anschriftfeld hat keine Anschrift."
        yield Finding(text, "house", house.id, "street")


def _without_letter(reader: Reader, family_ids: frozenset[UUID], today: date) -> Iterator[Finding]:
    """Name custodians who live apart and have no household: the joint letter is not theirs."""
    for row in custodians_without_letter(reader, today):
        if row.family_id in family_ids:
            text = f"Wohnt nicht beim Kind und bekommt keinen Brief: {shorten(row.name, 60)}."
            yield Finding(text, "child", row.child_id, "newHome")


def _people_without_place(book: AddressBook) -> Iterator[Finding]:
    places = {one.id: one for one in book.institutions}
    lost = [
        one
        for one in book.people
        if not one.functions or not places[one.functions[0].institution_id].town
    ]
    if lost:
        names = some_of(f"{one.first_name} {one.last_name}".strip() for one in lost)
        text = f"{plural(len(lost), 'Person', 'Personen')} ohne Anschrift: {names}."
        yield Finding(text, "person", lost[0].id, "functions")


def _members_without_place(
    reader: Reader, body_id: UUID, book: AddressBook, today: date
) -> Iterator[Finding]:
    towns = {one.id: one.town for one in book.institutions}
    lost = [
        row
        for row in members_of(reader, body_id, today)
        if row.person_id is not None and not (row.institution_id and towns.get(row.institution_id))
    ]
    if lost:
        text = f"Ohne Anschrift und darum ohne Etikett: {some_of(r.person_name for r in lost)}."
        yield Finding(text, "person", lost[0].person_id, "functions")
