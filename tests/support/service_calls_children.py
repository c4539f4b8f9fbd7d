"""Random calls of going, coming, changing the group, and of the adults of a child."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from kitadesk.domain.people import CustodyAnswer
from kitadesk.services import child_moves, children, planned_moves
from kitadesk.services.desk import Desk
from kitadesk.services.people import ChildInput
from kitadesk.storage.models.people import Child, Custody, Family, Group
from tests.support.dice import Dice, NothingThereError


def _arrives(desk: Desk, dice: Dice) -> object:
    entered = ChildInput(
        dice.one("Albrecht", "Şahin"),
        dice.one("Zoë", "Karl"),
        birth_date=dice.birth_date(),
        group_id=dice.maybe(Group),
        family_id=dice.maybe(Family),
        entered_on=dice.maybe_day(),
    )
    return child_moves.arrives(desk, entered)


def _changes_group(desk: Desk, dice: Dice) -> object:
    who = [dice.id_of(Child) for _ in range(dice.rng.randint(1, 3))]
    return child_moves.changes_group(desk, who, dice.maybe(Group), dice.day())


def plan_a_change(desk: Desk, dice: Dice) -> None:
    """Plan a change of group for tomorrow, so that there is one to carry out or to call off."""
    with desk.store.read() as session:
        stays = select(Child.id, Child.group_id).where(Child.left_on.is_(None)).order_by(Child.id)
        child_id, group_id = session.execute(stays).all()[0]
        others = [one for one in session.scalars(select(Group.id)) if one != group_id]
    tomorrow = desk.clock.today() + timedelta(days=1)
    child_moves.changes_group(desk, (child_id,), dice.one(*others), tomorrow)


def _planned(desk: Desk, dice: Dice) -> UUID:
    with desk.store.read() as session:
        found = sorted(session.scalars(select(Child.id).where(Child.next_group_on.is_not(None))))
    return dice.one(*found) if found else dice.id_of(Child)


def _stays(desk: Desk, dice: Dice) -> object:
    with desk.store.read() as session:
        gone = sorted(session.scalars(select(Child.id).where(Child.left_on.is_not(None))))
    return child_moves.stays(desk, dice.one(*gone) if gone else dice.id_of(Child))


def _add_adult(desk: Desk, dice: Dice) -> object:
    entered = children.AdultInput(
        dice.id_of(Child), dice.one("Müller", "O'Neill"), dice.word(), dice.one("", "0151 555 12")
    )
    return children.add_adult(desk, entered)


def _change_adult(desk: Desk, dice: Dice) -> object:
    choices: tuple[children.AdultFields, ...] = (
        {"last_name": dice.one("Müller", "Vogel"), "first_name": dice.word()},
        {"phone": dice.one("", "037207 555-7")},
        {"has_custody": dice.one(*CustodyAnswer), "lives_with": dice.flag()},
        {"may_share_address": dice.flag()},
    )
    return children.change_adult(desk, *_tie(desk, dice), **dice.rng.choice(choices))


def _tie(desk: Desk, dice: Dice) -> tuple[UUID, UUID]:
    with desk.store.read() as session:
        found = [
            (row.child_id, row.person_id)
            for row in session.execute(select(Custody.child_id, Custody.person_id))
        ]
    if not found:
        raise NothingThereError
    return dice.rng.choice(sorted(found))


CHILD_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    "child_moves.arrives": _arrives,
    "child_moves.changes_group": _changes_group,
    "child_moves.leaves": lambda desk, dice: child_moves.leaves(
        desk, dice.id_of(Child), dice.day()
    ),
    "child_moves.stays": _stays,
    "planned_moves.cancel_change": lambda desk, dice: planned_moves.cancel_change(
        desk, _planned(desk, dice)
    ),
    "planned_moves.carry_out_changes": lambda desk, _dice: planned_moves.carry_out_changes(desk),
    "planned_moves.move_change": lambda desk, dice: planned_moves.move_change(
        desk, _planned(desk, dice), dice.maybe_day()
    ),
    "children.add_adult": _add_adult,
    "children.change_adult": _change_adult,
    "children.remove_adult": lambda desk, dice: children.remove_adult(desk, *_tie(desk, dice)),
}
CHILD_READERS = {"child_moves.what_follows"}
