"""Many rows changed at once: with the same history as single ones, and left out when gone."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from kitadesk.services import transition
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Child
from tests.support.factories import make_family

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def children(desk: Desk) -> tuple[UUID, ...]:
    return tuple(make_family(desk, children=("Mia", "Ole", "Ida")).child_ids)


def years(desk: Desk) -> set[UUID | None]:
    return desk.read(lambda reader: set(reader.scalars(select(Child.cohort_id))))


def test_many_rows_get_a_value_and_undo_takes_it_from_all(
    desk: Desk, children: tuple[UUID, ...]
) -> None:
    cohort = transition.add_cohort(desk, 2027)
    with desk.write("Alle") as w:
        assert w.change_many(Child, children, {"cohort_id": cohort}) == 3
    assert years(desk) == {cohort}
    desk.undo()
    assert years(desk) == {None}
    desk.redo()
    assert years(desk) == {cohort}


def test_a_row_that_is_gone_is_left_out(desk: Desk, children: tuple[UUID, ...]) -> None:
    with desk.write("Alle") as w:
        assert w.change_many(Child, [children[0], uuid4()], {"last_name": "Vogel"}) == 1


def test_what_was_read_before_is_read_again(desk: Desk, children: tuple[UUID, ...]) -> None:
    with desk.write("Alle") as w:
        ole = w.get(Child, children[1])
        w.change_many(Child, children, {"last_name": "Vogel"})
        assert ole.last_name == "Vogel"
        ole.first_name = "Oskar"
    assert desk.undo_label == "Alle"
    desk.undo()
    names = desk.read(lambda r: r.execute(select(Child.first_name, Child.last_name)).all())
    assert {tuple(name) for name in names} == {
        ("Mia", "Müller"), ("Ole", "Müller"), ("Ida", "Müller")}  # fmt: skip
