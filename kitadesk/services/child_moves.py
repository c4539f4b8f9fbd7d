"""A child goes, comes or changes its group: first what follows, then one step.

What has to be looked at becomes one note for that day on *Heute*. A group change on a later day is
kept with the children until `services.planned_moves` carries it out on that day.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from kitadesk.base.clock import Clock
from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.child_moves import (
    ArrivingFacts,
    Consequence,
    GroupFacts,
    GroupMove,
    LeavingFacts,
    follows_of_arriving,
    follows_of_group_change,
    follows_of_leaving,
    note_of,
)
from kitadesk.domain.dates import check_day
from kitadesk.domain.entry_class import entry_year_of
from kitadesk.domain.land import Land
from kitadesk.domain.names import spoken_name
from kitadesk.domain.stay import Stay, check_stay, stay_of
from kitadesk.queries import child_moves as facts_of
from kitadesk.queries.children import adults_of
from kitadesk.queries.house import own_house
from kitadesk.queries.people import ChildRow, FamilyRow, child, family, groups
from kitadesk.queries.transition import cohorts
from kitadesk.services.children import give_adults
from kitadesk.services.desk import Desk
from kitadesk.services.people import ChildInput, entered_name, take_in
from kitadesk.services.rules import land_rules
from kitadesk.storage.models.house import Note
from kitadesk.storage.models.people import Child
from kitadesk.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Leaving:
    """This child goes; on the day it is not here any more."""

    child_id: uuid.UUID
    on: date


@dataclass(frozen=True, slots=True)
class Arriving:
    """This child comes; with a family it has siblings or had them here."""

    entered: ChildInput


@dataclass(frozen=True, slots=True)
class GroupChange:
    """These children go into a group on a day; None takes them out of every group."""

    child_ids: tuple[uuid.UUID, ...]
    group_id: uuid.UUID | None
    on: date


Move = Leaving | Arriving | GroupChange


def what_follows(desk: Desk, move: Move) -> tuple[Consequence, ...]:
    """Return what follows from it, to be read before it is done; nothing is written."""
    if isinstance(move, Leaving):
        return follows_of_leaving(_leaving(desk, move))
    if isinstance(move, Arriving):
        return follows_of_arriving(_arriving(desk, move.entered))
    return follows_of_group_change(_group_change(desk, move))


def leaves(desk: Desk, child_id: uuid.UUID, on_date: date) -> None:
    """End the stay of a child on that day, today or later, and note what has to be looked at."""
    row = desk.read(child, child_id)
    name = _name(row)
    follows = what_follows(desk, Leaving(child_id, on_date))
    with desk.write(f"{name} geht am {numeric_date(on_date)}") as w:
        kept = w.get(Child, child_id)
        check_stay(kept.birth_date, kept.entered_on, on_date, desk.clock.today())
        kept.left_on = on_date
        doing = f"{name} geht am {numeric_date(on_date)}"
        remind(w, desk.clock, kept, on_date, note_of(doing, follows), follows)


def stays(desk: Desk, child_id: uuid.UUID) -> None:
    """Take a leaving back, also when other steps came after it; open notes about it go."""
    name = _name(desk.read(child, child_id))
    with desk.write(f"{name} bleibt") as w:
        kept = w.get(Child, child_id)
        if kept.left_on is None:
            raise UserError("child_is_here", name=name)
        begin = f"{name} geht am {numeric_date(kept.left_on)}"
        kept.left_on = None
        open_notes = select(Note).where(Note.child_id == child_id, Note.done_on.is_(None))
        for note in w.session.scalars(open_notes).all():
            if note.text.startswith(begin):
                w.delete(note)


def arrives(desk: Desk, entered: ChildInput) -> uuid.UUID:
    """Take in a child, and note for its first day what has to be looked at."""
    follows = what_follows(desk, Arriving(entered))
    name = entered_name(entered)
    day = entered.entered_on or desk.clock.today()
    with desk.write(f"{name} kommt") as w:
        taken = take_in(w, entered, desk.clock.today())
        w.session.flush()
        sibling = _sibling_id(desk, entered)
        if sibling is not None:
            give_adults(w, taken, sibling)
        doing = f"{name} kommt am {numeric_date(day)}"
        remind(w, desk.clock, taken, day, note_of(doing, follows), follows)
        return taken.id


def changes_group(
    desk: Desk, child_ids: Sequence[uuid.UUID], group_id: uuid.UUID | None, on_date: date
) -> None:
    """Put children into a group, or plan it for a later day, in place of what was planned."""
    check_day(on_date, "Ab wann")
    facts = _group_change(desk, GroupChange(tuple(child_ids), group_id, on_date))
    if not facts.moves:
        raise UserError("already_in_group", group=facts.group or "ohne Gruppe")
    follows = follows_of_group_change(facts)
    names = [move.name for move in facts.moves]
    who = names[0] if len(names) == 1 else plural(len(names), "Kind", "Kinder")
    target = f"in die Gruppe {facts.group}" if facts.group else "aus der Gruppe"
    is_later = on_date > facts.today
    when = f" ab {numeric_date(on_date)}" if is_later else ""
    with desk.write(f"{who} {target}{when}") as w:
        moving = [one for one in _each(w, child_ids) if one.group_id != group_id]
        for one in moving:
            if is_later:
                one.next_group_id, one.next_group_on = group_id, on_date
            else:
                one.group_id, one.next_group_id, one.next_group_on = group_id, None, None
        if not is_later:
            verb = "wechseln" if len(names) > 1 else "wechselt"
            doing = f"{who} {verb} {target}"
            remind(w, desk.clock, moving[0], on_date, note_of(doing, follows), follows)


def _leaving(desk: Desk, move: Leaving) -> LeavingFacts:
    row = desk.read(child, move.child_id)
    home, today = desk.read(family, row.family_id), desk.clock.today()
    now = _here(home, today)
    after = [one for one in _here(home, move.on) if one.id != row.id]
    return LeavingFacts(
        name=_name(row),
        family=home.name,
        on=move.on,
        today=today,
        group=row.group_name,
        siblings=tuple(one.first_name or one.last_name for one in after),
        group_before=facts_of.letter_group(now),
        group_after=facts_of.letter_group(after),
        lost=desk.read(facts_of.lost_events, row.id, max(move.on, today)),
        entry_year=row.entry_year,
        open_steps=desk.read(facts_of.open_steps, row.id),
        consents=desk.read(facts_of.consent_count, row.id),
        seats=desk.read(facts_of.seats_of_parents, row.id, move.on),
    )


def _arriving(desk: Desk, entered: ChildInput) -> ArrivingFacts:
    today = desk.clock.today()
    first_day = max(entered.entered_on or today, today)
    siblings: list[ChildRow] = []
    name = ""
    if entered.family_id is not None:
        home = desk.read(family, entered.family_id)
        siblings, name = _here(home, first_day), home.name
    group = _group_name(desk, entered.group_id)
    born = entered.birth_date
    is_youngest = (
        not siblings
        or born is None
        or all(one.birth_date is None or one.birth_date <= born for one in siblings)
    )
    after = group if group and is_youngest else facts_of.letter_group(siblings) or group
    begun = {row.entry_year: row.id for row in desk.read(cohorts)}
    years = {cohort_id: year for year, cohort_id in begun.items()}
    return ArrivingFacts(
        name=entered_name(entered),
        on=entered.entered_on,
        today=today,
        group=group,
        family=name,
        siblings=tuple(one.first_name or one.last_name for one in siblings),
        group_after=after,
        namesake=_namesake(desk, entered),
        has_birth_date=born is not None,
        duty_year=_duty_year(desk, born),
        begun_years=frozenset(begun),
        entry_year=years.get(entered.cohort_id) if entered.cohort_id else None,
        adults=_adults(desk, entered),
        printed=desk.read(facts_of.printed_events, entered.family_id, entered.cohort_id, first_day),
    )


def _group_change(desk: Desk, move: GroupChange) -> GroupFacts:
    today = desk.clock.today()
    rows = [desk.read(child, child_id) for child_id in dict.fromkeys(move.child_ids)]
    moving = {row.id for row in rows if row.group_id != move.group_id}
    target = _group_name(desk, move.group_id)
    letters: list[str] = []
    changed: list[uuid.UUID] = []
    for family_id in dict.fromkeys(row.family_id for row in rows if row.id in moving):
        home = desk.read(family, family_id)
        here = _here(home, today)
        after = [replace(one, group_name=target) if one.id in moving else one for one in here]
        if facts_of.letter_group(here) != facts_of.letter_group(after):
            letters.append(home.name)
            changed.append(family_id)
    return GroupFacts(
        moves=tuple(GroupMove(_name(row), row.group_name) for row in rows if row.id in moving),
        already=tuple(_name(row) for row in rows if row.id not in moving),
        group=target,
        on=move.on,
        today=today,
        letters=tuple(letters),
        asked=desk.read(facts_of.open_slips, changed, today) if changed else (),
    )


def remind(
    w: Writer, clock: Clock, about: Child, day: date, text: str, follows: Sequence[Consequence]
) -> None:
    """Write the note for *Heute*, unless it would be about today and say nothing to do."""
    today = clock.today()
    if day <= today and not any(one.todo for one in follows):
        return
    note = Note(
        institution_id=about.institution_id,
        text=text,
        made_at=clock.now(),
        due_on=max(day, today),
        family_id=about.family_id,
        child_id=about.id,
    )
    w.add(note)


def _sibling_id(desk: Desk, entered: ChildInput) -> uuid.UUID | None:
    """Return whose adults a new child has too: those of the youngest child of its family."""
    if entered.family_id is None:
        return None
    siblings = desk.read(family, entered.family_id).children
    return siblings[-1].id if siblings else None


def _each(w: Writer, child_ids: Sequence[uuid.UUID]) -> list[Child]:
    return [w.get(Child, child_id) for child_id in dict.fromkeys(child_ids)]


def _here(home: FamilyRow, on: date) -> list[ChildRow]:
    return [one for one in home.children if stay_of(one, on) is Stay.HERE]


def _name(row: ChildRow) -> str:
    return spoken_name(row.first_name, row.last_name)


def _group_name(desk: Desk, group_id: uuid.UUID | None) -> str:
    if group_id is None:
        return ""
    found = {row.id: row.name for row in desk.read(groups, desk.clock.today())}
    if group_id not in found:
        raise UserError("record_gone")
    return found[group_id]


def _adults(desk: Desk, entered: ChildInput) -> tuple[str, ...]:
    sibling = _sibling_id(desk, entered)
    if sibling is None:
        return ()
    rows = desk.read(adults_of, sibling)
    return tuple(spoken_name(row.first_name, row.last_name) for row in rows)


def _namesake(desk: Desk, entered: ChildInput) -> str:
    found = desk.read(facts_of.namesakes, entered.first_name, entered.last_name, desk.clock.today())
    if not found:
        return ""
    name, born = found[0]
    return name if born is None else f"{name}, geboren am {numeric_date(born)}"


def _duty_year(desk: Desk, born: date | None) -> int | None:
    house = desk.read(own_house)
    if born is None or house is None or house.land not in {land.value for land in Land}:
        return None
    return entry_year_of(born, land_rules(Land(house.land)))
