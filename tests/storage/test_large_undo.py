"""A large step tells how far its undo is, and can be given up half way."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from kitadesk.domain.institutions import InstitutionKind
from kitadesk.services.desk import Desk
from kitadesk.storage.bulk import BATCH
from kitadesk.storage.models.institutions import Institution

ROWS = BATCH + BATCH // 2


class GivenUpError(Exception):
    """Somebody pressed Abbrechen."""


@pytest.fixture
def town(desk: Desk) -> Desk:
    """Many schools that one step brought."""
    schools = [
        {"kind": InstitutionKind.OTHER, "name": f"Haus {number}", "sort_key": "h"}
        for number in range(ROWS)
    ]
    with desk.write("Liste") as writer:
        writer.insert_many(Institution, schools)
    return desk


def houses(desk: Desk) -> int:
    return desk.read(lambda reader: reader.scalar(select(func.count(Institution.id))) or 0)


def test_the_size_of_a_step_is_known_before_it_moves(town: Desk) -> None:
    assert (town.undo_size, town.redo_size) == (ROWS, 0)
    town.undo()
    assert (town.undo_size, town.redo_size) == (0, ROWS)


def test_an_undo_tells_how_far_it_is(town: Desk) -> None:
    told: list[float] = []
    town.undo(told.append)
    town.redo(told.append)
    assert told == [pytest.approx(2 / 3), 1.0] * 2


def test_an_undo_that_is_given_up_leaves_everything_as_it_was(town: Desk) -> None:
    def stop(_share: float) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        town.undo(stop)
    assert (houses(town), town.undo_label) == (ROWS, "Liste")
    town.undo()
    assert houses(town) == 0
