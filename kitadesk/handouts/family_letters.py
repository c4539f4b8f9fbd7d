"""What all letters to families share: who gets one, in which order the stacks lie, how they open.

Invitation, letter and notice are papers of their own and do not know each other; a run of them is
sorted, parted and addressed in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from itertools import groupby
from uuid import UUID

from kitadesk.base.text import and_list, sort_key
from kitadesk.domain.replies import slip_text
from kitadesk.handouts.facts import EventFacts, House, date_line, letterhead_of
from kitadesk.handouts.kit.blocks import AddressField, Align, Block, NewSheet, Paragraph
from kitadesk.handouts.return_list import Return, return_list, way_of
from kitadesk.handouts.texts import Texts
from kitadesk.queries.letters import LetterRow

_SPARE_ROWS = 3
EDITIONS = {"families": "Ein Blatt je Familie", "master": "Kopiervorlage und Abschnitte"}
CUTTING_HINT = (
    "Abschnitte: den ganzen Stapel zweimal schneiden, dann den oberen Teil auf den "
    "mittleren und beide auf den unteren legen. So liegen sie nach Gruppe und Name."
)


class Edition(Enum):
    """How the run is made."""

    FAMILIES = "families"
    MASTER = "master"


@dataclass(frozen=True, slots=True)
class Household:
    """One addressee: "Muster, Mia und Jonas", first names, the youngest child's group, number.

    `by_post` letters of second households lie before those that a person hands over. `address`
    prints a window address; it never shows another's. Blank and invented letters have no
    `household_id`.
    """

    label: str
    first_names: tuple[str, ...]
    group: str
    number: str
    group_position: int = 0
    is_second: bool = False
    by_post: bool = False
    address: tuple[str, ...] = ()
    household_id: UUID | None = None


def households_of(rows: Sequence[LetterRow], numbers: Mapping[UUID, int]) -> tuple[Household, ...]:
    """Make the addressees of a run; the groups keep the order in which the rows name them."""
    positions = {
        name: place for place, name in enumerate(dict.fromkeys(row.group_name for row in rows))
    }
    return tuple(
        household_of(row, numbers.get(row.household_id), positions[row.group_name]) for row in rows
    )


def household_of(row: LetterRow, number: int | None, position: int) -> Household:
    """An addressee; the address is its own, and only there when the letter goes by post."""
    town = " ".join(part for part in (row.postcode, row.town) if part)
    return Household(
        label=row.label,
        first_names=row.child_first_names,
        group=row.group_name,
        number=slip_text(number) if number is not None else "",
        group_position=position,
        is_second=row.is_second,
        by_post=row.goes_by_post,
        address=_address(row, town) if row.goes_by_post and row.street else (),
        household_id=row.household_id,
    )


def in_order(households: Sequence[Household]) -> list[Household]:
    """Sort by group and family; second households lie in their own stack behind, post first."""
    return sorted(households, key=_order)


def stacks(
    households: Sequence[Household],
    event: EventFacts,
    letter: Callable[[Household], Iterator[Block]],
    *,
    texts: Texts,
    separators: bool,
    answers: bool = False,
) -> Iterator[Block]:
    """Stack after stack, each behind its separator if one was asked for.

    With `answers` the separator has a column for what was answered, not for who comes.
    """
    for stack, members in groupby(households, partial(_stack, texts)):
        letters = list(members)
        if separators:
            returns = tuple(_return(item) for item in letters)
            yield from return_list(
                stack, event, returns, texts=texts, blank_rows=_SPARE_ROWS, answers=answers
            )
        for household in letters:
            yield NewSheet(family_line(household))
            yield from letter(household)


def opening(house: House, household: Household | None, written_on: date | None) -> Iterator[Block]:
    """The letterhead with place and day; a letter by post has them beside its window address."""
    yield from letterhead_of(house)
    day = date_line(house, written_on)
    if household and household.address:
        yield AddressField(house.sender or house.name, household.address, day)
    elif day:
        yield Paragraph(day, align=Align.END)


def salutation(texts: Texts, household: Household | None) -> str:
    """Greet by the children: "Liebe Eltern von Mia und Jonas,"; nothing is guessed."""
    names = and_list(household.first_names) if household else ""
    if names:
        return texts.say("family_letter.greeting_named", kinder=names)
    return texts.say("family_letter.greeting")


def family_line(household: Household) -> str:
    """Name a household as slip and list do: "Albrecht, Mia und Jonas · Frösche"."""
    return " · ".join(part for part in (household.label, household.group) if part)


def sample_households() -> tuple[Household, ...]:
    """The two invented families of every sample."""
    return (
        Household("Muster, Mia und Jonas", ("Mia", "Jonas"), "Frösche", "4821-7", 0),
        Household("Şahin, Elif", ("Elif",), "Bären", "4822-5", 1),
    )


def _address(row: LetterRow, town: str) -> tuple[str, ...]:
    return tuple(line for line in (and_list(row.addressed_to), row.street, town) if line)


def _order(household: Household) -> tuple[bool, bool, int, str, str]:
    return (
        household.is_second,
        household.is_second and not household.by_post,
        household.group_position,
        sort_key(household.group),
        sort_key(household.label),
    )


def _stack(texts: Texts, household: Household) -> str:
    return texts.say("family_letter.second_stack") if household.is_second else household.group


def _return(household: Household) -> Return:
    """The line of a slip on its separator; in the second stack the group is not known else."""
    family = family_line(household) if household.is_second else household.label
    way = way_of(is_second=household.is_second, by_post=household.by_post)
    return Return(household.number, family, way=way)
