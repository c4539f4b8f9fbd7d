"""Takes an address list or visiting cards over: first a plan to look at, then one step for all.

The plan says for every row what happens with it. A name alone makes nobody the same person: such
pairs are shown, and stay two people unless somebody decides otherwise. Numbers are only added.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.child_drafts import RejectedRow
from kitadesk.domain.children_or_contacts import are_children
from kitadesk.domain.contact_columns import ContactColumn, guess_contact_columns
from kitadesk.domain.contact_difference import ContactMatch, match_contacts
from kitadesk.domain.contact_fields import ContactField
from kitadesk.domain.contact_list import ContactDraft, read_contacts
from kitadesk.domain.names import listed_name
from kitadesk.domain.people import Visibility
from kitadesk.domain.sheet import Sheet
from kitadesk.queries.reader import Reader
from kitadesk.services.desk import Desk
from kitadesk.services.importing_contacts_state import load_book
from kitadesk.services.importing_contacts_work import ContactWork


@dataclass(frozen=True, slots=True)
class ContactImportRow:
    """One row of the report; `action` is added, updated, unchanged, missing or rejected.

    `line` counts from 1 as in the file; a missing contact stands in no line and has 0.
    """

    line: int
    action: str
    reason: str
    name: str
    place: str
    function: str


@dataclass(frozen=True, slots=True)
class DoubtfulContact:
    """A draft that might be somebody known; `index` is its place in the drafts."""

    index: int
    known_id: uuid.UUID
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class ContactImportCounts:
    """The sums under the preview; people, institutions and bodies are those of the list."""

    people: int
    institutions: int
    bodies: int
    added: int
    updated: int
    unchanged: int
    missing: int
    rejected: int

    @property
    def rows(self) -> int:
        """How many rows say something."""
        return self.added + self.updated + self.unchanged


@dataclass(frozen=True, slots=True)
class ContactImportPlan:
    """What a list means for the address book; `apply_contacts` does it."""

    name: str
    columns: tuple[ContactColumn, ...]
    first_data_row: int
    rows: tuple[ContactImportRow, ...]
    doubtful: tuple[DoubtfulContact, ...]
    counts: ContactImportCounts
    notes: tuple[str, ...]
    drafts: tuple[ContactDraft, ...]
    matches: tuple[ContactMatch, ...]
    missing: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True)
class ContactImportResult:
    """What an import did."""

    added: int
    updated: int
    unchanged: int
    people: int
    institutions: int
    bodies: int
    ended: int = 0


def plan_contacts(
    desk: Desk, sheet: Sheet, overrides: Mapping[str, ContactField] | None = None
) -> ContactImportPlan:
    """Say what the list would do; raises UserError without a usable column."""
    return desk.read(_plan, sheet, overrides or {}, desk.clock.today())


def apply_contacts(
    desk: Desk,
    plan: ContactImportPlan,
    *,
    same: frozenset[int] = frozenset(),
    drop_missing: bool = False,
    visibility: Visibility = Visibility.INTERNAL,
) -> ContactImportResult:
    """Do what the plan says in one step, so that one undo takes all of it back.

    `same` names the doubtful pairs (by place) that are one person after all. `drop_missing` ends
    today what the missing ones are there. `visibility` is who may see the new numbers.
    """
    today = desk.clock.today()
    chosen = {plan.doubtful[n].index: plan.doubtful[n].known_id for n in sorted(same)}
    people = _named(plan.drafts)
    with desk.write(f"Kontakte übernommen ({plural(people, 'Person', 'Personen')})") as w:
        work = ContactWork(load_book(w.session, today), today, visibility)
        work.collect(plan.drafts, plan.matches, chosen)
        ended = [one for one in plan.missing if one not in chosen.values()] if drop_missing else []
        for person_id in ended:
            work.end(person_id)
        work.rows.write(w)
    actions = Counter(_action(work, index) for index in range(len(plan.drafts)))
    return ContactImportResult(
        added=actions["added"],
        updated=actions["updated"],
        unchanged=actions["unchanged"],
        people=plan.counts.people,
        institutions=plan.counts.institutions,
        bodies=plan.counts.bodies,
        ended=len(ended),
    )


def _plan(
    reader: Reader, sheet: Sheet, overrides: Mapping[str, ContactField], today: date
) -> ContactImportPlan:
    if are_children(sheet.rows, today):
        raise UserError("file_is_children", name=sheet.name)
    guess = guess_contact_columns(sheet.rows, overrides)
    read = read_contacts(sheet.rows, guess)
    if not read.contacts and not read.rejected:
        raise UserError("sheet_empty")
    book = load_book(reader, today)
    matches = match_contacts(read.contacts, book.known())
    names = {person.id: listed_name(person.last_name, person.first_name)
             for person in book.people.values()}  # fmt: skip
    work = ContactWork(book, today, Visibility.INTERNAL)
    work.collect(read.contacts, matches, {})
    doubtful = tuple(_doubtful(match, names) for match in matches if match.doubtful is not None)
    unclear = {one.known_id for one in doubtful}
    missing = tuple(one for one in work.missing() if one not in unclear)
    match_of = {match.index: match for match in matches}
    rows = [
        _row(draft, index, work, match_of.get(index)) for index, draft in enumerate(read.contacts)
    ]
    rows += [_rejected(row) for row in read.rejected]
    rows.sort(key=lambda row: row.line)
    rows += [_missing(names[person_id]) for person_id in missing]
    return ContactImportPlan(
        name=sheet.name,
        columns=guess.readings(),
        first_data_row=guess.first_data_row,
        rows=tuple(rows),
        doubtful=doubtful,
        counts=_counts(rows, work),
        notes=sheet.notes,
        drafts=read.contacts,
        matches=matches,
        missing=missing,
    )


def _doubtful(match: ContactMatch, names: Mapping[uuid.UUID, str]) -> DoubtfulContact:
    if match.doubtful is None:
        raise ValueError("this match is not doubtful")
    return DoubtfulContact(match.index, match.doubtful, names[match.doubtful], match.reason)


def _row(
    draft: ContactDraft, index: int, work: ContactWork, match: ContactMatch | None
) -> ContactImportRow:
    reasons = list(draft.problems)
    if match is not None and match.reason:
        reasons.append(f"{match.reason}, bitte prüfen")
    action = _action(work, index)
    words = work.changes[index]
    if words and action == "updated":
        reasons.append(f"neu: {', '.join(words)}")
    place = draft.institution.name if draft.institution else ""
    name = listed_name(draft.last_name, draft.first_name) or place
    where = ", ".join(part for part in (draft.body, place if draft.last_name else "") if part)
    return ContactImportRow(draft.line, action, "; ".join(reasons), name, where, draft.function)


def _action(work: ContactWork, index: int) -> str:
    if index in work.added:
        return "added"
    return "updated" if work.changes[index] else "unchanged"


def _rejected(row: RejectedRow) -> ContactImportRow:
    return ContactImportRow(row.line, "rejected", row.reason, "", "", "")


def _missing(name: str) -> ContactImportRow:
    return ContactImportRow(0, "missing", "", name, "", "")


def _named(drafts: Iterable[ContactDraft]) -> int:
    return sum(bool(draft.last_name) for draft in drafts)


def _counts(rows: Iterable[ContactImportRow], work: ContactWork) -> ContactImportCounts:
    actions = Counter(row.action for row in rows)
    return ContactImportCounts(
        people=len(set(work.person_of.values())),
        institutions=len(set(work.institution_of.values())),
        bodies=len(set(work.body_of.values())),
        added=actions["added"],
        updated=actions["updated"],
        unchanged=actions["unchanged"],
        missing=actions["missing"],
        rejected=actions["rejected"],
    )
