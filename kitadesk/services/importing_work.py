"""Turns the children of a list into rows: groups, schools, families, children."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from kitadesk.base.errors import UserError
from kitadesk.base.text import fold, sort_key
from kitadesk.domain.child_drafts import ChildDraft
from kitadesk.domain.child_fields import Field
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.list_difference import DraftOutcome, FieldChange
from kitadesk.domain.names import family_name_of, name_sort_key
from kitadesk.domain.siblings import DoubtfulPair, FamilyDraft
from kitadesk.domain.stay import Stay
from kitadesk.services.importing_families import FamilyFiller
from kitadesk.services.importing_rows import RowPlan
from kitadesk.services.importing_state import ChildState, FamilyState, HouseState
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child, Family, Group

_COLUMNS = {
    Field.LAST_NAME: "last_name",
    Field.FIRST_NAME: "first_name",
    Field.BIRTH_DATE: "birth_date",
    Field.GROUP: "group_id",
    Field.SCHOOL: "school_id",
}


class ImportWork:
    """Collects all rows of one import.

    `drafts` are the children of the list, then those of the house who are not in it; `known` maps
    their places to the children of the house.
    """

    def __init__(
        self,
        house: HouseState,
        drafts: Sequence[ChildDraft],
        outcomes: Sequence[DraftOutcome],
        known: Mapping[int, uuid.UUID],
    ) -> None:
        self.rows = RowPlan()
        self.family_of: dict[int, uuid.UUID] = {}
        self.family_changes: dict[int, tuple[str, ...]] = {}
        self._house = house
        self._drafts = drafts
        self._outcomes = outcomes
        self._known = known
        self._fillers: dict[uuid.UUID, FamilyFiller] = {}

    def collect(self, house_id: uuid.UUID, families: Iterable[FamilyDraft]) -> None:
        """Plan all rows; a new child joins the family of a known sibling."""
        self._add_groups(house_id)
        self._add_schools()
        for family in families:
            listed = [index for index in family.children if index < len(self._outcomes)]
            if listed:
                self._take_family(house_id, family, listed)

    def known_child(self, index: int) -> ChildState | None:
        """Return the child of the house that a draft is; raises when it has gone meanwhile."""
        child_id = self._known.get(index)
        if child_id is None:
            return None
        found = self._house.children.get(child_id)
        if found is None:
            raise UserError("record_gone")
        return found

    def _take_family(self, house_id: uuid.UUID, family: FamilyDraft, listed: Sequence[int]) -> None:
        states = [state for index in family.children if (state := self.known_child(index))]
        home_id = states[0].family_id if states else None
        for index in listed:
            known = self.known_child(index)
            if known is None and home_id is None:
                home_id = self._new_family(house_id, listed)
            family_id = known.family_id if known else home_id
            if family_id is None:
                continue
            draft = self._drafts[index]
            child_id = (
                self._change_child(index, known, draft)
                if known
                else self._new_child(house_id, family_id, draft)
            )
            self.family_of[index] = family_id
            self.family_changes[index] = self._filler(family_id).take(child_id, draft)

    def _filler(self, family_id: uuid.UUID) -> FamilyFiller:
        if family_id not in self._fillers:
            state = self._house.families.setdefault(family_id, FamilyState(family_id))
            self._fillers[family_id] = FamilyFiller(self.rows, state)
        return self._fillers[family_id]

    def _new_family(self, house_id: uuid.UUID, listed: Sequence[int]) -> uuid.UUID:
        drafts = [self._drafts[index] for index in listed]
        name = family_name_of([(draft.last_name, draft.first_name) for draft in drafts])
        return self.rows.insert(Family, institution_id=house_id, name=name, sort_key=sort_key(name))

    def _new_child(self, house_id: uuid.UUID, family_id: uuid.UUID, draft: ChildDraft) -> uuid.UUID:
        return self.rows.insert(
            Child,
            institution_id=house_id,
            family_id=family_id,
            last_name=draft.last_name,
            first_name=draft.first_name,
            sort_key=name_sort_key(draft.last_name, draft.first_name),
            birth_date=draft.birth_date,
            group_id=self._id_in(self._house.groups, draft.group),
            school_id=self._id_in(self._house.schools, draft.school),
            note=draft.note,
        )

    def _change_child(self, index: int, known: ChildState, draft: ChildDraft) -> uuid.UUID:
        child_id = known.known.id
        values: dict[str, object] = {
            column: self._value(change)
            for change in self._outcomes[index].changes
            if (column := _COLUMNS.get(change.field))
        }
        if values.keys() & {"last_name", "first_name"}:
            values["sort_key"] = name_sort_key(draft.last_name, draft.first_name)
        if draft.note and draft.note not in known.note:
            values["note"] = f"{known.note}\n{draft.note}".strip()
        if known.stay is Stay.GONE:
            values["left_on"] = None
        if values:
            self.rows.update(Child, child_id, **values)
        return child_id

    def _value(self, change: FieldChange) -> object:
        if change.field is Field.GROUP:
            return self._id_in(self._house.groups, str(change.after))
        if change.field is Field.SCHOOL:
            return self._id_in(self._house.schools, str(change.after))
        return change.after

    def _add_groups(self, house_id: uuid.UUID) -> None:
        """Add groups that the list names and the house has not, by name behind the others."""
        groups = self._house.groups
        named = {fold(draft.group): draft.group for draft in self._drafts if draft.group}
        new = [name for key, name in named.items() if key not in groups]
        for position, name in enumerate(sorted(new, key=sort_key), start=len(groups)):
            group_id = self.rows.insert(
                Group,
                institution_id=house_id,
                name=name,
                sort_key=sort_key(name),
                position=position,
            )
            groups[fold(name)] = (group_id, name)

    def _add_schools(self) -> None:
        schools = self._house.schools
        for draft in self._drafts:
            if draft.school and fold(draft.school) not in schools:
                school_id = self.rows.insert(
                    Institution,
                    kind=InstitutionKind.PRIMARY_SCHOOL,
                    name=draft.school,
                    sort_key=sort_key(draft.school),
                )
                schools[fold(draft.school)] = (school_id, draft.school)

    @staticmethod
    def _id_in(table: Mapping[str, tuple[uuid.UUID, str]], name: str) -> uuid.UUID | None:
        return table[fold(name)][0] if name else None


def united(
    families: Sequence[FamilyDraft], pairs: Iterable[DoubtfulPair]
) -> tuple[FamilyDraft, ...]:
    """Return the families after the pairs that a person called siblings are joined."""
    joined = {place: list(family.children) for place, family in enumerate(families)}
    place_of = {index: place for place, family in enumerate(families) for index in family.children}
    for pair in pairs:
        one, two = place_of[pair.a], place_of[pair.b]
        if one != two:
            moved = joined.pop(two)
            joined[one] += moved
            place_of.update(dict.fromkeys(moved, one))
    return tuple(FamilyDraft(tuple(sorted(children))) for children in joined.values())
