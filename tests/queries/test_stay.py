"""The rule who is here, in Python, SQLAlchemy and plain SQL; and that no other code has one."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

import kitadesk
from kitadesk.domain.stay import Stay, stay
from kitadesk.queries import people
from kitadesk.queries.letters import letters
from kitadesk.queries.matrix import has_children
from kitadesk.queries.plain import IS_HERE, first, on_day
from kitadesk.queries.search import search
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Child
from tests.support.factories import TODAY, make_family, make_group

DAYS = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
DECIDES = re.compile(r"left_on *(<|>|IS NULL|\.is_)|entered_on *(<|>|IS NULL|\.is_)")
RULE = {"domain/stay.py", "queries/plain.py", "queries/people.py"}
OTHERS = {"queries/planned_moves.py": "asks who is here on another day, that of the change"}

pytestmark = pytest.mark.usefixtures("house")


@pytest.mark.parametrize("entered_on", DAYS)
@pytest.mark.parametrize("left_on", DAYS)
def test_all_forms_of_the_rule_say_the_same(
    desk: Desk, entered_on: date | None, left_on: date | None
) -> None:
    make_family(desk, entered_on=entered_on, left_on=left_on)
    plain = f"SELECT count(*) FROM child WHERE {IS_HERE}"  # noqa: S608
    with desk.store.read() as session:
        counted = session.scalar(select(func.count(Child.id)).where(people.is_here(TODAY)))
        ours = session.scalar(select(func.count(Child.id)).where(people.is_ours(TODAY)))

    expected = stay(entered_on, left_on, TODAY)
    assert counted == desk.look(first, plain, on_day(TODAY))[0] == (expected is Stay.HERE)
    assert ours == (expected is not Stay.GONE)


def test_only_the_rule_compares_the_days_of_a_stay() -> None:
    root = Path(kitadesk.__file__).parent
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if DECIDES.search(path.read_text(encoding="utf-8"))
    }

    assert found == RULE | OTHERS.keys()


@pytest.fixture
def coming(desk: Desk) -> UUID:
    """A child that comes tomorrow."""
    made = make_family(desk, group=make_group(desk), entered_on=TODAY + timedelta(days=1))
    return made.child_ids[0]


def test_who_comes_later_is_in_no_list_and_no_count(desk: Desk, coming: UUID) -> None:
    assert desk.read(people.children, TODAY) == ()
    assert desk.read(people.families, TODAY) == desk.read(letters, TODAY) == ()
    assert desk.read(people.house_counts, TODAY).children == 0
    assert desk.read(people.groups, TODAY)[0].children == 0
    assert not desk.look(has_children, TODAY)


def test_who_comes_later_counts_from_the_first_day(desk: Desk, coming: UUID) -> None:
    tomorrow = TODAY + timedelta(days=1)

    assert [row.id for row in desk.read(people.children, tomorrow)] == [coming]
    assert desk.look(has_children, tomorrow)


def test_who_comes_later_is_seen_with_the_day(desk: Desk, coming: UUID) -> None:
    assert [row.id for row in desk.read(people.coming_children, TODAY)] == [coming]
    hit = desk.read(search, "Mia", TODAY)[0]
    assert hit.subtitle == "Frösche, kommt am 26.01.2027"
