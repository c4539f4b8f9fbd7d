"""The search index follows every write, undo and redo."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import select, text

from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Child, Family
from kitadesk.storage.search_index import SEARCHED, entry_table, searched_text
from kitadesk.storage.store import Store
from tests.support.factories import make_family

pytestmark = pytest.mark.usefixtures("house")


def hits(store: Store, part: str) -> list[str]:
    """Return the texts that hold the part, by the trigram index alone."""
    query = text("SELECT text FROM search_fts WHERE search_fts MATCH :part")
    with store.read() as session:
        return list(session.execute(query, {"part": f'"{part}"'}).scalars())


def rename(desk: Desk, child_id: uuid.UUID, first_name: str) -> None:
    with desk.write("Vorname") as writer:
        writer.get(Child, child_id).first_name = first_name


def test_a_new_child_is_found_by_a_part_of_its_name(desk: Desk, store: Store) -> None:
    make_family(desk, "Müller", children=("Şirin",))

    assert len(hits(store, "siri")) == 1
    assert len(hits(store, "mueller")) == 2


def test_a_new_name_replaces_the_old_one(desk: Desk, store: Store) -> None:
    family = make_family(desk, "Müller", children=("Mia",))

    rename(desk, family.child_ids[0], "Jonas")

    assert hits(store, "mia") == []
    assert len(hits(store, "jonas")) == 1


def test_undo_and_redo_take_the_index_along(desk: Desk, store: Store) -> None:
    family = make_family(desk, "Müller", children=("Mia",))
    rename(desk, family.child_ids[0], "Jonas")

    desk.undo()
    assert (len(hits(store, "mia")), len(hits(store, "jonas"))) == (1, 0)
    desk.redo()
    assert (len(hits(store, "mia")), len(hits(store, "jonas"))) == (0, 1)


def test_what_is_deleted_is_not_found(desk: Desk, store: Store) -> None:
    family = make_family(desk, "Müller", children=("Mia",))

    with desk.write("Familie gelöscht") as writer:
        writer.delete(writer.get(Family, family.id))

    assert (hits(store, "muller"), entries(store, family.id)) == ([], 0)


def entries(store: Store, row_id: uuid.UUID) -> int:
    with store.read() as session:
        query = select(entry_table.c.id).where(entry_table.c.row_id == row_id)
        return len(session.execute(query).all())


def test_a_change_of_another_column_leaves_the_entry(desk: Desk, store: Store) -> None:
    family = make_family(desk, "Müller", children=("Mia",))

    with desk.write("Notiz") as writer:
        writer.get(Child, family.child_ids[0]).note = "isst keine Nüsse"

    assert (hits(store, "nusse"), entries(store, family.child_ids[0])) == ([], 1)


def test_the_index_is_sound_after_many_writes(desk: Desk, store: Store) -> None:
    for number in range(20):
        family = make_family(desk, f"Familie {number}")
        rename(desk, family.child_ids[0], f"Kind {number}")
    for _ in range(15):
        desk.undo()

    with store.write("Prüfung", undoable=False) as writer:
        check = text("INSERT INTO search_fts(search_fts, rank) VALUES ('integrity-check', 1)")
        writer.session.connection().execute(check)


def test_a_table_that_is_not_searched_has_no_text() -> None:
    assert searched_text("note", {"text": "x"}) == ""
    assert searched_text("child", None) == ""


@pytest.mark.parametrize("table", sorted(SEARCHED))
def test_every_searched_column_exists(table: str) -> None:
    from kitadesk.storage.models.base import metadata  # noqa: PLC0415

    assert set(SEARCHED[table]) <= set(metadata.tables[table].columns.keys())
