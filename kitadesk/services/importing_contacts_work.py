"""What reading an address list in writes: collected row by row, with a word for every change."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from kitadesk.base.text import fold, sort_key
from kitadesk.domain.bodies import SeatRole, body_kind_in_words, role_in_words
from kitadesk.domain.contact_difference import ContactMatch, WayKey
from kitadesk.domain.contact_list import ContactDraft, InstitutionDraft, WayDraft
from kitadesk.domain.institutions import InstitutionKind, kind_in_name
from kitadesk.domain.names import name_sort_key
from kitadesk.domain.people import Salutation, Visibility
from kitadesk.services.importing_contacts_state import (
    BodyState,
    BookState,
    InstitutionState,
    PersonState,
    SeatState,
)
from kitadesk.services.importing_rows import RowPlan
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay, Person, PersonFunction

UNNAMED_FUNCTION = "Ansprechperson"
_VALUE_LABELS = {
    "street": "Straße",
    "postcode": "PLZ",
    "town": "Ort",
    "district": "Ortsteil",
    "provider": "Träger",
    "best_time": "Erreichbar",
    "note": "Notiz",
}


class ContactWork:
    """Turns drafts into rows; what the list leaves empty changes nothing.

    `visibility` is who may see the numbers that come in. `changes` holds a German word for each
    thing that a draft changes, `added` the drafts whose person or institution is new.
    """

    def __init__(self, book: BookState, today: date, visibility: Visibility) -> None:
        self.rows = RowPlan()
        self.changes: dict[int, list[str]] = defaultdict(list)
        self.added: set[int] = set()
        self.person_of: dict[int, uuid.UUID] = {}
        self.institution_of: dict[int, uuid.UUID] = {}
        self.body_of: dict[int, uuid.UUID] = {}
        self._book = book
        self._today = today
        self._visibility = visibility

    def collect(
        self,
        drafts: Sequence[ContactDraft],
        matches: Sequence[ContactMatch],
        chosen: Mapping[int, uuid.UUID],
    ) -> None:
        """Plan all rows; `chosen` says of doubtful drafts who they are after all."""
        match_of = {match.index: match for match in matches}
        for index, draft in enumerate(drafts):
            if draft.institution is not None:
                self.institution_of[index] = self._institution(index, draft.institution, draft)
            match = match_of.get(index)
            if match is None:
                continue
            known = chosen.get(index, match.known_id)
            if known is None and match.same_as is not None:
                known = self.person_of[match.same_as]
            person = self._person(index, draft, known)
            self.person_of[index] = person.id
            if draft.body:
                self._seat(index, draft, person)
            elif index in self.institution_of:
                self._function(index, draft, person)
            self._ways(index, draft.ways, person.ways, person_id=person.id)

    def end(self, person_id: uuid.UUID) -> None:
        """End what somebody is in the institutions and bodies of the list, today."""
        person = self._book.people[person_id]
        for institution_id in set(self.institution_of.values()):
            for function_id, _name in person.functions.get(institution_id, ()):
                self.rows.update(PersonFunction, function_id, to_date=self._today)
        for body_id in set(self.body_of.values()):
            if body_id in person.bodies:
                self.rows.update(SeatTerm, person.bodies[body_id], to_date=self._today)

    def missing(self) -> tuple[uuid.UUID, ...]:
        """Return the contacts of the list's institutions and bodies whom it does not name."""
        places = {self.institution_of[n] for n in self.institution_of if n not in self.body_of}
        bodies = set(self.body_of.values())
        named = set(self.person_of.values())
        return tuple(
            person.id
            for person in self._book.people.values()
            if person.id not in named
            and (
                (person.is_contact and not places.isdisjoint(person.functions))
                or not bodies.isdisjoint(person.bodies)
            )
        )

    def _institution(self, index: int, named: InstitutionDraft, draft: ContactDraft) -> uuid.UUID:
        known_id = self._book.by_name.get(fold(named.name))
        is_new = known_id is None
        state = self._new_institution(named) if known_id is None else self._known(known_id)
        if is_new and not draft.last_name:
            self.added.add(index)
        elif is_new:
            self.changes[index].append(f"Einrichtung {named.name}")
        elif not state.is_own:
            self._change_institution(index, state, named)
        self._ways(index, named.ways, state.ways, institution_id=state.id)
        return state.id

    def _known(self, institution_id: uuid.UUID) -> InstitutionState:
        return self._book.institutions[institution_id]

    def _new_institution(self, named: InstitutionDraft) -> InstitutionState:
        kind = named.kind or kind_in_name(named.name)
        values = _values_of(named)
        row_id = self.rows.insert(
            Institution, kind=kind, name=named.name, sort_key=sort_key(named.name), **values
        )
        state = InstitutionState(row_id, named.name, kind, is_own=False, values=values)
        self._book.institutions[row_id] = state
        self._book.by_name[fold(named.name)] = row_id
        return state

    def _change_institution(
        self, index: int, state: InstitutionState, named: InstitutionDraft
    ) -> None:
        """Write what the list says otherwise; the own house is changed in the settings only."""
        if named.kind and state.kind is InstitutionKind.OTHER and named.kind is not state.kind:
            self.rows.update(Institution, state.id, kind=named.kind)
            state.kind = named.kind
            self.changes[index].append(f"Art: {named.kind.label}")
        self._change_values(index, Institution, state.id, state.values, _values_of(named))

    def _person(self, index: int, draft: ContactDraft, known_id: uuid.UUID | None) -> PersonState:
        if known_id is None:
            self.added.add(index)
            return self._new_person(draft)
        person = self._book.people[known_id]
        if not person.is_contact:
            person.is_contact = True
            self.rows.update(Person, person.id, is_contact=True)
            self.changes[index].append("steht jetzt auch unter Kontakte")
        if draft.title and draft.title != person.title:
            self.changes[index].append(f"Titel: {draft.title}")
            self.rows.update(Person, person.id, title=draft.title)
            person.title = draft.title
        if draft.salutation not in (Salutation.NONE, person.salutation):
            self.changes[index].append("Anrede")
            self.rows.update(Person, person.id, salutation=draft.salutation)
            person.salutation = draft.salutation
        wanted = {"best_time": draft.best_time, "note": draft.note}
        self._change_values(index, Person, person.id, person.values, wanted)
        return person

    def _new_person(self, draft: ContactDraft) -> PersonState:
        values = {"best_time": draft.best_time, "note": draft.note}
        row_id = self.rows.insert(
            Person,
            last_name=draft.last_name,
            first_name=draft.first_name,
            title=draft.title,
            salutation=draft.salutation,
            sort_key=name_sort_key(draft.last_name, draft.first_name),
            is_contact=True,
            **values,
        )
        person = PersonState(
            row_id, draft.last_name, draft.first_name, draft.title, draft.salutation,
            is_contact=True, values=values,
        )  # fmt: skip
        self._book.people[row_id] = person
        return person

    def _function(self, index: int, draft: ContactDraft, person: PersonState) -> None:
        """Say what somebody is there; a single other word at the same place is corrected."""
        place = self.institution_of[index]
        mine = person.functions.setdefault(place, [])
        wanted = draft.function or (UNNAMED_FUNCTION if not mine else "")
        if not wanted or any(fold(name) == fold(wanted) for _key, name in mine):
            return
        if len(mine) == 1 and index not in self.added:
            function_id, before = mine[0]
            self.rows.update(PersonFunction, function_id, name=wanted)
            mine[0] = (function_id, wanted)
            self.changes[index].append(f"Funktion: {before} → {wanted}")
            return
        row_id = self.rows.insert(
            PersonFunction, person_id=person.id, institution_id=place, name=wanted
        )
        mine.append((row_id, wanted))
        self.changes[index].append(f"Funktion {wanted}")

    def _seat(self, index: int, draft: ContactDraft, person: PersonState) -> None:
        """Give somebody a seat in a body, a vacant one before a new one."""
        body = self._book.body_named(draft.body) or self._new_body(index, draft.body)
        self.body_of[index] = body.id
        if body.id in person.bodies:
            return
        role = role_in_words(draft.function)
        seat = self._free_seat(body, role, self.institution_of.get(index))
        seat.holder = person.id
        term_id = self.rows.insert(
            SeatTerm,
            seat_id=seat.id,
            person_id=person.id,
            from_date=None if seat.is_new else self._today,
        )
        person.bodies[body.id] = term_id
        self.changes[index].append(f"{role.label} {body.name}")

    def _new_body(self, index: int, name: str) -> BodyState:
        row_id = self.rows.insert(
            Body, kind=body_kind_in_words(name), name=name, sort_key=sort_key(name)
        )
        body = BodyState(row_id, name)
        self._book.bodies[row_id] = body
        self.changes[index].append(f"Gremium {name}")
        return body

    def _free_seat(
        self, body: BodyState, role: SeatRole, institution_id: uuid.UUID | None
    ) -> SeatState:
        for seat in body.seats:
            is_theirs = institution_id is None or seat.institution_id == institution_id
            if seat.holder is None and seat.role is role and is_theirs:
                return seat
        row_id = self.rows.insert(
            Seat,
            body_id=body.id,
            role=role,
            institution_id=institution_id,
            position=len(body.seats),
        )
        seat = SeatState(row_id, role, institution_id, is_new=True)
        body.seats.append(seat)
        return seat

    def _ways(
        self,
        index: int,
        wanted: Sequence[WayDraft],
        known: set[WayKey],
        *,
        person_id: uuid.UUID | None = None,
        institution_id: uuid.UUID | None = None,
    ) -> None:
        """Add the numbers that are not there yet, behind the others; none is taken away."""
        for way in wanted:
            if way.key in known:
                continue
            self.rows.insert(
                ContactWay,
                person_id=person_id,
                institution_id=institution_id,
                kind=way.kind,
                value=way.value,
                visibility=self._visibility,
                position=len(known),
            )
            known.add(way.key)
            self.changes[index].append(way.value)

    def _change_values(
        self,
        index: int,
        model: type[Institution] | type[Person],
        row_id: uuid.UUID,
        before: dict[str, str],
        wanted: Mapping[str, str],
    ) -> None:
        for name, value in wanted.items():
            if value and value != before[name]:
                self.rows.update(model, row_id, **{name: value})
                was = f"{before[name]} → " if before[name] else ""
                before[name] = value
                self.changes[index].append(f"{_VALUE_LABELS[name]}: {was}{value}")


def _values_of(named: InstitutionDraft) -> dict[str, str]:
    return {
        "street": named.address.street,
        "postcode": named.address.postcode,
        "town": named.address.town,
        "district": named.district,
        "provider": named.provider,
    }
