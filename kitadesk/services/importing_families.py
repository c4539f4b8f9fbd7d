"""Puts what a list says about a child's parents into its family, and says what that changes.

What the list leaves empty changes nothing. Where siblings contradict each other in one list, the
first one counts. A household that lives apart never gets the address of the other.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kitadesk.base.text import fold
from kitadesk.domain.addresses import PostalAddress
from kitadesk.domain.child_drafts import ChildDraft, CustodianDraft, HouseholdDraft
from kitadesk.domain.names import name_sort_key
from kitadesk.domain.people import ContactKind, CustodyAnswer, Salutation
from kitadesk.services.importing_rows import RowPlan
from kitadesk.services.importing_state import (
    CustodyState,
    FamilyState,
    HouseholdState,
    PersonState,
)
from kitadesk.storage.models.people import (
    ContactWay,
    Custody,
    Household,
    HouseholdMember,
    Person,
)

Item = TypeVar("Item")
_MOBILE = re.compile(r"(?:\+49|0049|0)1[5-7]")
_NO_DIGIT = re.compile(r"\D")


class FamilyFiller:
    """One family of an import; `take` is called once for each of its children in the list."""

    def __init__(self, rows: RowPlan, family: FamilyState) -> None:
        self._rows = rows
        self._family = family
        self._changes: dict[str, None] = {}

    def take(self, child_id: uuid.UUID, draft: ChildDraft) -> tuple[str, ...]:
        """Take over people, households, contacts and custody; returns what changed, in German."""
        self._changes = {}
        people = [(self._person(custodian), custodian) for custodian in draft.custodians]
        for household in draft.households:
            mine = [person for person, of in people if of.household == household.number]
            home = self._home(household, mine)
            for person in mine:
                self._move_in(home, person, is_said=household.number > 1)
            self._household_contacts(home, household, mine, child_id, draft)
        for position, (person, custodian) in enumerate(people):
            self._add_contacts(person, custodian.phones, custodian.emails)
            self._tie(child_id, person, custodian, position)
        self._set_language(child_id, draft.language, [person for person, _ in people])
        return tuple(self._changes)

    def _person(self, custodian: CustodianDraft) -> PersonState:
        """Find the person: by the whole name, by the first name, or as the nameless parent."""
        known = list(self._family.people.values())
        unseen = [person for person in known if not person.is_seen]
        first_name = fold(custodian.first_name)
        found = (
            _first(known, lambda person: _name(person) == fold(custodian.full_name))
            or _first(unseen, lambda person: fold(person.first_name) == first_name)
            or _first(unseen, lambda person: not person.first_name)
        )
        if found is None:
            return self._new_person(custodian)
        found.is_seen = True
        self._correct(found, custodian)
        return found

    def _new_person(self, custodian: CustodianDraft) -> PersonState:
        person_id = self._rows.insert(
            Person,
            last_name=custodian.last_name,
            first_name=custodian.first_name,
            title=custodian.title,
            salutation=custodian.salutation,
            sort_key=name_sort_key(custodian.last_name, custodian.first_name),
        )
        person = PersonState(person_id, custodian.first_name, custodian.last_name, is_seen=True)
        self._family.people[person_id] = person
        self._changes["Eltern"] = None
        return person

    def _correct(self, person: PersonState, custodian: CustodianDraft) -> None:
        """Take over another last name, and a title or salutation where there was none."""
        if _name(person) != fold(custodian.full_name):
            person.first_name, person.last_name = custodian.first_name, custodian.last_name
            self._rows.update(
                Person,
                person.id,
                first_name=person.first_name,
                last_name=person.last_name,
                sort_key=name_sort_key(person.last_name, person.first_name),
            )
            self._changes["Eltern"] = None
        if custodian.title and not person.title:
            person.title = custodian.title
            self._rows.update(Person, person.id, title=person.title)
        if person.salutation is Salutation.NONE is not custodian.salutation:
            person.salutation = custodian.salutation
            self._rows.update(Person, person.id, salutation=person.salutation)

    def _home(self, draft: HouseholdDraft, people: Sequence[PersonState]) -> HouseholdState:
        homes = self._family.households
        key = draft.address.key
        found = _first(homes, lambda home: bool(key) and home.address.key == key)
        if found is None and draft.number == 1:
            found = self._first_home(draft, people)
        if found is None and draft.number > 1:
            found = self._second_home(key, people)
        if found is None:
            found = self._new_home()
        self._set_address(found, draft.address)
        return found

    def _first_home(
        self, draft: HouseholdDraft, people: Sequence[PersonState]
    ) -> HouseholdState | None:
        """Return the first household; siblings with another address and parents get their own."""
        home = _first(self._family.households, lambda _: True)
        if home is None or not (home.is_seen and draft.address.key and home.address.key):
            return home
        has_strangers = any(person.id not in home.members for person in people)
        return None if has_strangers else home

    def _second_home(self, key: str, people: Sequence[PersonState]) -> HouseholdState | None:
        others = [home for home in self._family.households if home.position]
        ids = {person.id for person in people}
        found = _first(others, lambda home: not ids.isdisjoint(home.members.keys()))
        if found is None:
            found = _first(others, lambda home: not home.members and not home.address)
        is_other = found and found.is_seen and key and found.address.key not in {"", key}
        return None if is_other else found

    def _new_home(self) -> HouseholdState:
        homes = self._family.households
        position = homes[-1].position + 1 if homes else 0
        household_id = self._rows.insert(Household, family_id=self._family.id, position=position)
        homes.append(HouseholdState(household_id, position))
        if position:
            self._changes["Zweiter Haushalt"] = None
        return homes[-1]

    def _set_address(self, home: HouseholdState, said: PostalAddress) -> None:
        address = _merged(home.address, said, is_first=not home.is_seen)
        home.is_seen = home.is_seen or bool(said)
        if address != home.address:
            home.address = address
            self._rows.update(
                Household,
                home.id,
                street=address.street,
                postcode=address.postcode,
                town=address.town,
            )
            self._changes["Anschrift"] = None

    def _move_in(self, home: HouseholdState, person: PersonState, *, is_said: bool) -> None:
        """Put a person into a household; out of another one only when the list says apart."""
        family = self._family
        others = [one for one in family.households if person.id in one.members]
        is_tied = any(tie == person.id for _, tie in family.custody)
        if others:
            stays = not is_said or home.position == 0 or any(one.position for one in others)
        else:
            stays = is_tied and not is_said
        if stays:
            return
        position = len(home.members)
        if others:
            member_id = others[0].members.pop(person.id)
            self._rows.update(HouseholdMember, member_id, household_id=home.id, position=position)
        else:
            member_id = self._rows.insert(
                HouseholdMember, household_id=home.id, person_id=person.id, position=position
            )
        home.members[person.id] = member_id
        self._changes["Eltern"] = None

    def _household_contacts(
        self,
        home: HouseholdState,
        household: HouseholdDraft,
        people: Sequence[PersonState],
        child_id: uuid.UUID,
        draft: ChildDraft,
    ) -> None:
        """Give numbers of nobody in particular to the first of the household, named or not."""
        known = self._family.people.values()
        phones = {_digits(phone) for person in known for phone in person.phones}
        emails = {fold(email) for person in known for email in person.emails}
        new_phones = [phone for phone in household.phones if _digits(phone) not in phones]
        new_emails = [email for email in household.emails if fold(email) not in emails]
        if not new_phones and not new_emails:
            return
        owner = next(iter(people), None)
        if owner is None and home.members:
            owner = self._family.people[next(iter(home.members))]
        if owner is None:
            nameless = CustodianDraft("", draft.last_name, household=household.number)
            owner = self._new_person(nameless)
            self._move_in(home, owner, is_said=False)
            self._tie(child_id, owner, nameless, len(draft.custodians))
        self._add_contacts(owner, new_phones, new_emails)

    def _add_contacts(
        self, person: PersonState, phones: Sequence[str], emails: Sequence[str]
    ) -> None:
        for phone in phones:
            if _digits(phone) not in {_digits(known) for known in person.phones}:
                is_mobile = bool(_MOBILE.match(phone.replace(" ", "")))
                kind = ContactKind.MOBILE if is_mobile else ContactKind.PHONE
                self._add_contact(person, kind, phone)
                person.phones.append(phone)
                self._changes["Telefon"] = None
        for email in emails:
            if fold(email) not in {fold(known) for known in person.emails}:
                self._add_contact(person, ContactKind.EMAIL, email)
                person.emails.append(email)
                self._changes["E-Mail"] = None

    def _add_contact(self, person: PersonState, kind: ContactKind, value: str) -> None:
        position = len(person.phones) + len(person.emails)
        self._rows.insert(
            ContactWay, person_id=person.id, kind=kind, value=value, position=position
        )

    def _tie(
        self, child_id: uuid.UUID, person: PersonState, custodian: CustodianDraft, position: int
    ) -> None:
        """Tie person and child; custody stays unknown unless the list calls them custodians."""
        lives_with = custodian.household == 1
        known = self._family.custody.get((child_id, person.id))
        if known is None:
            tie_id = self._rows.insert(
                Custody,
                child_id=child_id,
                person_id=person.id,
                has_custody=custodian.custody,
                lives_with=lives_with,
                position=position,
            )
            state = CustodyState(tie_id, custodian.custody, lives_with)
            self._family.custody[child_id, person.id] = state
            self._changes["Eltern"] = None
            return
        if known.has_custody is CustodyAnswer.UNKNOWN is not custodian.custody:
            known.has_custody = custodian.custody
            self._rows.update(Custody, known.id, has_custody=known.has_custody)
            self._changes["Sorgerecht"] = None
        if known.lives_with and not lives_with:
            known.lives_with = False
            self._rows.update(Custody, known.id, lives_with=False)

    def _set_language(
        self, child_id: uuid.UUID, language: str, people: Sequence[PersonState]
    ) -> None:
        if not language or self._family.has_language_of_list:
            return
        ties = [person for child, person in self._family.custody if child == child_id]
        for person in people or [self._family.people[tie] for tie in ties]:
            self._family.has_language_of_list = True
            if person.language != language:
                person.language = language
                self._rows.update(Person, person.id, language=language)
                self._changes["Sprache der Einladung"] = None


def _merged(old: PostalAddress, said: PostalAddress, *, is_first: bool) -> PostalAddress:
    """Return the address after the list: its words count, its gaps change nothing."""
    is_same_street = PostalAddress(old.street).key == PostalAddress(said.street).key
    if not is_first:
        if old.street and said.street and not is_same_street:
            return old
        return PostalAddress(
            old.street or said.street, old.postcode or said.postcode, old.town or said.town
        )
    street = old.street if is_same_street else said.street or old.street
    return PostalAddress(street, said.postcode or old.postcode, said.town or old.town)


def _first(items: Iterable[Item], condition: Callable[[Item], bool]) -> Item | None:
    return next((item for item in items if condition(item)), None)


def _name(person: PersonState) -> str:
    return fold(f"{person.first_name} {person.last_name}")


def _digits(phone: str) -> str:
    return _NO_DIGIT.sub("", phone.replace("+49", "0"))
