"""The data file through its door: writes, history, undo and redo, listeners, opening."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, func, select, text, update
from sqlalchemy.exc import IntegrityError

from kitadesk.base.errors import KnownStorageError, UserError
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.storage.bulk import BATCH
from kitadesk.storage.changes import ChangeSet
from kitadesk.storage.history import KEEP_DAYS, KEEP_STEPS, row_table, step_table
from kitadesk.storage.models.institutions import Institution, PartnerSchool, Room
from kitadesk.storage.models.people import Child, ContactWay, Family, Group
from kitadesk.storage.opening import DATA_FILE, KEY_FILE
from kitadesk.storage.search_index import entry_table
from kitadesk.storage.store import Store
from kitadesk.storage.types import new_id
from tests.support.factories import HandClock


def add_house(store: Store, name: str = "Kita Sonnenschein", **values: object) -> uuid.UUID:
    with store.write(f"{name} angelegt") as writer:
        house = Institution(
            kind=InstitutionKind.DAYCARE, name=name, sort_key=name.casefold(), **values
        )
        return writer.add(house).id


def rename(store: Store, house_id: uuid.UUID, name: str, merge_key: str | None = None) -> None:
    with store.write(f"Name {name}", merge_key=merge_key) as writer:
        writer.get(Institution, house_id).name = name


def names(store: Store) -> list[str]:
    with store.read() as session:
        return list(session.scalars(select(Institution.name).order_by(Institution.name)))


def count(store: Store, table: object) -> int:
    with store.read() as session:
        return session.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[arg-type]


def test_a_write_is_there_for_the_next_read(store: Store) -> None:
    add_house(store)

    assert names(store) == ["Kita Sonnenschein"]


def test_raising_inside_a_write_leaves_neither_rows_nor_history(store: Store) -> None:
    def fail() -> None:
        with store.write("Kita") as writer:
            writer.add(Institution(kind=InstitutionKind.DAYCARE, name="Kita", sort_key="k"))
            writer.session.flush()
            raise UserError("nothing_to_undo")

    with pytest.raises(UserError):
        fail()
    assert (names(store), count(store, step_table), count(store, row_table)) == ([], 0, 0)


def test_a_step_that_is_refused_at_its_end_does_not_take_the_next_one_along(store: Store) -> None:
    house_id = add_house(store)

    with pytest.raises(IntegrityError), store.write("Raum") as writer:
        writer.add(Room(institution_id=new_id(), name="Saal"))
    rename(store, house_id, "Kita Regenbogen")

    assert names(store) == ["Kita Regenbogen"]
    assert store.undo_label() == "Name Kita Regenbogen"


def test_a_write_that_changes_nothing_makes_no_step(store: Store) -> None:
    house_id = add_house(store)

    rename(store, house_id, "Kita Sonnenschein")

    assert store.undo_label() == "Kita Sonnenschein angelegt"


def test_undo_and_redo_move_a_row_back_and_forth(store: Store) -> None:
    house_id = add_house(store)
    rename(store, house_id, "Kita Regenbogen")

    store.undo()
    assert names(store) == ["Kita Sonnenschein"]
    store.undo()
    assert names(store) == []
    store.redo()
    store.redo()
    assert names(store) == ["Kita Regenbogen"]


def test_the_labels_name_what_undo_and_redo_would_do(store: Store) -> None:
    add_house(store)
    assert (store.undo_label(), store.redo_label()) == ("Kita Sonnenschein angelegt", None)

    store.undo()

    assert (store.undo_label(), store.redo_label()) == (None, "Kita Sonnenschein angelegt")


def test_undo_and_redo_without_steps_say_so(store: Store) -> None:
    with pytest.raises(UserError) as undone:
        store.undo()
    with pytest.raises(UserError) as redone:
        store.redo()

    assert (undone.value.code, redone.value.code) == ("nothing_to_undo", "nothing_to_redo")


def test_a_new_step_ends_what_could_be_done_again(store: Store) -> None:
    add_house(store, "Kita Alt")
    store.undo()

    add_house(store, "Kita Neu")

    assert store.redo_label() is None
    with pytest.raises(UserError):
        store.redo()


def test_undo_works_after_the_file_was_closed(data_folder: Path, hand_clock: HandClock) -> None:
    first = Store.open(data_folder, hand_clock)
    add_house(first)
    first.close()
    hand_clock.move(days=1)
    second = Store.open(data_folder, hand_clock)

    second.undo()

    assert names(second) == []
    second.close()


def test_typing_in_one_field_becomes_one_step(store: Store, hand_clock: HandClock) -> None:
    house_id = add_house(store)
    for name in ("K", "Ki", "Kita"):
        rename(store, house_id, name, merge_key="name")
        hand_clock.move(seconds=60)

    store.undo()

    assert names(store) == ["Kita Sonnenschein"]


def test_a_pause_begins_a_new_step(store: Store, hand_clock: HandClock) -> None:
    house_id = add_house(store)
    rename(store, house_id, "Kita A", merge_key="name")
    hand_clock.move(seconds=121)
    rename(store, house_id, "Kita B", merge_key="name")

    store.undo()

    assert names(store) == ["Kita A"]


def test_another_step_between_ends_merging(store: Store) -> None:
    house_id = add_house(store)
    rename(store, house_id, "Kita A", merge_key="name")
    add_house(store, "Schule")
    rename(store, house_id, "Kita B", merge_key="name")

    store.undo()

    assert names(store) == ["Kita A", "Schule"]


def test_a_merged_step_can_be_done_again(store: Store) -> None:
    house_id = add_house(store)
    rename(store, house_id, "Kita A", merge_key="name")
    rename(store, house_id, "Kita B", merge_key="name")
    store.undo()

    store.redo()

    assert names(store) == ["Kita B"]


def test_undo_is_refused_when_the_row_moved_on(store: Store) -> None:
    house_id = add_house(store)
    rename(store, house_id, "Kita A")
    with store.write("Adresse", undoable=False) as writer:
        writer.get(Institution, house_id).town = "Hainichen"

    with pytest.raises(UserError) as refused:
        store.undo()

    assert refused.value.code == "storage_changed_elsewhere"
    assert names(store) == ["Kita A"]


def test_undo_is_refused_when_a_row_without_history_hangs_on_it(store: Store) -> None:
    house_id = add_house(store)
    with store.write("Raum", undoable=False) as writer:
        writer.add(Room(institution_id=house_id, name="Saal"))

    with pytest.raises(UserError) as refused:
        store.undo()

    assert refused.value.code == "undo_in_use"
    assert (names(store), store.undo_label()) == (
        ["Kita Sonnenschein"],
        "Kita Sonnenschein angelegt",
    )


def test_undo_is_refused_when_a_unique_name_was_taken_again(store: Store) -> None:
    house_id = add_house(store)
    with store.write("Gruppe") as writer:
        group = writer.add(Group(institution_id=house_id, name="Frösche", sort_key="f"))
    with store.write("Gruppe gelöscht") as writer:
        writer.delete(writer.get(Group, group.id))
    with store.write("Gruppe", undoable=False) as writer:
        writer.add(Group(institution_id=house_id, name="Frösche", sort_key="f"))

    with pytest.raises(UserError) as refused:
        store.undo()

    assert refused.value.code == "storage_changed_elsewhere"


def test_a_unique_value_can_change_hands_in_one_step(store: Store) -> None:
    house_id = add_house(store)
    with store.write("Gruppen") as writer:
        old = writer.add(Group(institution_id=house_id, name="Frösche", sort_key="f")).id
    with store.write("Tausch") as writer:
        writer.delete(writer.get(Group, old))
        writer.add(Group(institution_id=house_id, name="Frösche", sort_key="f"))

    store.undo()
    store.redo()
    store.undo()

    with store.read() as session:
        assert list(session.scalars(select(Group.id))) == [old]


def test_deleting_takes_along_what_belongs_to_a_row(store: Store) -> None:
    house_id = add_house(store)
    with store.write("Raum") as writer:
        writer.add(Room(institution_id=house_id, name="Saal"))
    with store.write("Weg") as writer:
        writer.delete(writer.get(Institution, house_id))

    assert (names(store), count(store, Room)) == ([], 0)
    store.undo()
    assert (names(store), count(store, Room)) == (["Kita Sonnenschein"], 1)


def make_child(store: Store, house_id: uuid.UUID, school_id: uuid.UUID) -> uuid.UUID:
    with store.write("Kind") as writer:
        family = writer.add(Family(institution_id=house_id, name="Müller", sort_key="m"))
        child = Child(
            institution_id=house_id,
            family_id=family.id,
            last_name="Müller",
            sort_key="m",
            school_id=school_id,
        )
        return writer.add(child).id


def school_of(store: Store, child_id: uuid.UUID) -> uuid.UUID | None:
    with store.read() as session:
        return session.execute(select(Child.school_id).where(Child.id == child_id)).scalar_one()


def test_deleting_clears_references_that_may_be_empty(store: Store) -> None:
    house_id, school_id = add_house(store), add_house(store, "Schule")
    child_id = make_child(store, house_id, school_id)

    with store.write("Schule gelöscht") as writer:
        writer.delete(writer.get(Institution, school_id))

    assert school_of(store, child_id) is None
    store.undo()
    assert school_of(store, child_id) == school_id


def test_rows_of_many_are_undone_like_single_ones(store: Store) -> None:
    with store.write("Liste") as writer:
        writer.insert_many(
            Institution,
            [
                {"kind": InstitutionKind.OTHER, "name": f"Haus {number}", "sort_key": "h"}
                for number in range(500)
            ],
        )
    assert len(names(store)) == 500

    store.undo()

    assert names(store) == []


def houses(number: int) -> list[dict[str, object]]:
    return [
        {"id": new_id(), "kind": InstitutionKind.OTHER, "name": f"Haus {place}", "sort_key": "h"}
        for place in range(number)
    ]


def test_a_row_of_many_that_changes_in_the_same_step_is_undone_and_done_again(
    store: Store,
) -> None:
    rows = houses(3)
    with store.write("Liste") as writer:
        writer.insert_many(Institution, rows)
        writer.get(Institution, rows[1]["id"]).name = "Schule"  # type: ignore[arg-type]

    store.undo()
    assert names(store) == []
    store.redo()
    assert names(store) == ["Haus 0", "Haus 2", "Schule"]


def test_a_row_of_many_that_goes_in_the_same_step_leaves_no_step(store: Store) -> None:
    rows = houses(1)
    with store.write("Liste") as writer:
        writer.insert_many(Institution, rows)
        writer.delete(writer.get(Institution, rows[0]["id"]))  # type: ignore[arg-type]

    assert (names(store), store.undo_label(), count(store, entry_table)) == ([], None, 0)


def test_many_rows_are_in_the_search_index(store: Store) -> None:
    with store.write("Liste", undoable=False) as writer:
        writer.insert_many(Institution, houses(2))

    with store.read() as session:
        texts = session.execute(select(entry_table.c.text).order_by(entry_table.c.id))
        assert [text.strip() for text in texts.scalars()] == ["haus 0", "haus 1"]


def test_an_undo_raises_the_version_of_a_row_that_stays(store: Store) -> None:
    house_id = add_house(store)
    rename(store, house_id, "Kita A")

    store.undo()

    with store.read() as session:
        query = select(Institution.version).where(Institution.id == house_id)
        assert session.execute(query).scalar_one() == 3


def test_many_rows_may_name_different_columns(store: Store) -> None:
    rows = houses(2)
    rows[1]["town"] = "Hainichen"
    with store.write("Liste") as writer:
        writer.insert_many(Institution, rows)

    with store.read() as session:
        towns = session.scalars(select(Institution.town).order_by(Institution.name))
        assert list(towns) == ["", "Hainichen"]


def test_an_undo_of_more_rows_than_a_batch_takes_the_search_along(store: Store) -> None:
    with store.write("Liste") as writer:
        writer.insert_many(Institution, houses(2 * BATCH + 1))
    store.undo()
    assert (names(store), count(store, entry_table)) == ([], 0)

    store.redo()

    assert len(names(store)) == count(store, entry_table) == 2 * BATCH + 1


def test_a_large_undo_is_refused_when_its_last_row_moved_on(store: Store) -> None:
    rows = houses(BATCH + 1)
    with store.write("Liste") as writer:
        writer.insert_many(Institution, rows)
    with store.write("Adresse", undoable=False) as writer:
        writer.get(Institution, rows[0]["id"]).town = "Hainichen"  # type: ignore[arg-type]

    with pytest.raises(UserError) as refused:
        store.undo()

    assert refused.value.code == "storage_changed_elsewhere"
    assert len(names(store)) == BATCH + 1


def test_listeners_hear_of_tables_of_a_bulk_write_without_history(store: Store) -> None:
    heard: list[ChangeSet] = []
    store.listen(heard.append)

    with store.write("Liste", undoable=False) as writer:
        writer.insert_many(Institution, houses(3))

    assert heard == [ChangeSet("Liste", frozenset({"institution"}))]


def test_many_rows_with_an_unknown_column_are_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="colour"), store.write("Liste") as writer:
        writer.insert_many(Institution, [{"name": "x", "colour": "red"}])


@pytest.mark.parametrize(
    "statement",
    [update(Institution).values(name="x"), delete(Institution)],
    ids=["update", "delete"],
)
def test_bulk_statements_that_pass_the_history_by_are_refused(
    store: Store, statement: object
) -> None:
    add_house(store)

    with pytest.raises(RuntimeError, match="bulk"), store.write("Alles") as writer:
        writer.session.execute(statement)  # type: ignore[call-overload]

    assert names(store) == ["Kita Sonnenschein"]


def test_a_write_without_history_is_no_step(store: Store) -> None:
    with store.write("Einstellung", undoable=False) as writer:
        writer.add(Institution(kind=InstitutionKind.OTHER, name="Haus", sort_key="h"))

    assert (names(store), store.undo_label()) == (["Haus"], None)


def test_a_record_that_is_gone_cannot_be_got(store: Store) -> None:
    with pytest.raises(UserError) as refused, store.write("Weg") as writer:
        writer.get(Institution, new_id())

    assert refused.value.code == "record_gone"


def test_earlier_images_of_a_record_come_newest_first(store: Store) -> None:
    house_id = add_house(store)
    rename(store, house_id, "Kita A")
    rename(store, house_id, "Kita B")

    images = store.earlier_images("institution", house_id)

    assert [image and image["name"] for _, _, image in images] == [
        "Kita A",
        "Kita Sonnenschein",
        None,
    ]


def test_a_step_that_was_undone_is_no_earlier_image(store: Store) -> None:
    house_id = add_house(store)
    rename(store, house_id, "Kita A")
    store.undo()

    images = store.earlier_images("institution", house_id)

    assert [image and image["name"] for _, _, image in images] == [None]


def test_purging_leaves_no_image_of_a_row(store: Store) -> None:
    house_id = add_house(store)
    other_id = add_house(store, "Schule")

    store.purge_history("institution", [house_id])

    assert store.earlier_images("institution", house_id) == []
    assert len(store.earlier_images("institution", other_id)) == 1
    assert count(store, step_table) == 1


def test_steps_older_than_two_weeks_are_forgotten_on_opening(
    data_folder: Path, hand_clock: HandClock
) -> None:
    store = Store.open(data_folder, hand_clock)
    add_house(store)
    hand_clock.move(days=KEEP_DAYS)
    add_house(store, "Schule")
    store.close()
    hand_clock.move(seconds=1)

    store = Store.open(data_folder, hand_clock)

    assert (store.undo_label(), count(store, row_table)) == ("Schule angelegt", 1)
    store.close()


def insert_steps(connection: Connection, number: int) -> None:
    for step_id in range(1, number + 1):
        connection.execute(
            text("INSERT INTO history_step VALUES (:id, 'alt', '2027-01-25 11:00:00', NULL, 0)"),
            {"id": step_id},
        )


def test_only_the_newest_steps_are_kept(store: Store) -> None:
    with store.write("voll") as writer:
        insert_steps(writer.session.connection(), KEEP_STEPS + 5)

    store.prune_history()

    with store.read() as session:
        oldest = session.execute(select(func.min(step_table.c.id))).scalar()
    assert (count(store, step_table), oldest) == (KEEP_STEPS, 6)


def test_listeners_hear_of_tables_of_writes_undo_and_redo(store: Store) -> None:
    heard: list[ChangeSet] = []
    stop = store.listen(heard.append)
    add_house(store)
    store.undo()
    store.redo()
    stop()
    add_house(store, "Schule")

    assert [change.label for change in heard] == ["Kita Sonnenschein angelegt"] * 3
    assert {change.tables for change in heard} == {frozenset({"institution"})}


def test_a_listener_may_read_what_was_written(store: Store) -> None:
    seen: list[list[str]] = []
    store.listen(lambda _: seen.append(names(store)))

    add_house(store)

    assert seen == [["Kita Sonnenschein"]]


def test_a_read_session_cannot_write(store: Store) -> None:
    with pytest.raises(KnownStorageError), store.read() as session:
        session.execute(text("DELETE FROM institution"))


def test_a_row_with_two_owners_is_refused(store: Store) -> None:
    house_id = add_house(store)

    with pytest.raises(Exception, match="one_owner"), store.write("x") as writer:
        writer.session.execute(
            text("INSERT INTO contact_way (id, version, kind, value, label, visibility, position)"
                 " VALUES (:id, 1, 'phone', '555', '', 'internal', 0)"),
            {"id": house_id.bytes},
        )  # fmt: skip
    assert count(store, ContactWay) == 0


def test_two_references_from_one_row_go_with_the_row_they_belong_to(store: Store) -> None:
    house_id, school_id = add_house(store), add_house(store, "Schule")
    with store.write("Schule der Kita") as writer:
        writer.add(PartnerSchool(institution_id=house_id, school_id=school_id))

    with store.write("Weg") as writer:
        writer.delete(writer.get(Institution, school_id))

    assert count(store, PartnerSchool) == 0


def test_a_sound_file_has_nothing_to_report(store: Store) -> None:
    add_house(store)

    assert store.check() == {"cipher": [], "integrity": [], "foreign_keys": []}


def test_only_one_program_at_a_time_opens_the_file(store: Store, hand_clock: HandClock) -> None:
    with pytest.raises(KnownStorageError) as refused:
        Store.open(store.folder, hand_clock)

    assert refused.value.code == "second_instance"


def test_a_closed_file_can_be_opened_again(data_folder: Path, hand_clock: HandClock) -> None:
    Store.open(data_folder, hand_clock).close()

    Store.open(data_folder, hand_clock).close()


def test_creating_where_a_file_is_already_is_refused(
    data_folder: Path, hand_clock: HandClock
) -> None:
    before = (data_folder / DATA_FILE).read_bytes()

    with pytest.raises(KnownStorageError) as refused:
        Store.create(data_folder, hand_clock)

    assert refused.value.code == "storage_exists"
    assert (data_folder / DATA_FILE).read_bytes() == before


def test_the_file_does_not_begin_like_plain_sqlite(store: Store) -> None:
    add_house(store)

    content = (store.folder / DATA_FILE).read_bytes()

    assert not content.startswith(b"SQLite format 3")
    assert b"Sonnenschein" not in content


def refusal(folder: Path, hand_clock: HandClock) -> str:
    with pytest.raises(KnownStorageError) as refused:
        Store.open(folder, hand_clock)
    return refused.value.code


@pytest.mark.parametrize("size", [0, 100, 511])
def test_an_empty_or_cut_off_file_is_refused(
    data_folder: Path, hand_clock: HandClock, size: int
) -> None:
    (data_folder / DATA_FILE).write_bytes(b"\x07" * size)

    assert refusal(data_folder, hand_clock) == "storage_empty_file"


def test_a_plain_sqlite_file_is_refused(data_folder: Path, hand_clock: HandClock) -> None:
    (data_folder / DATA_FILE).write_bytes(b"SQLite format 3\x00" + b"\x00" * 4096)

    assert refusal(data_folder, hand_clock) == "storage_not_encrypted"


def test_a_file_of_random_bytes_is_refused_and_left_alone(
    data_folder: Path, hand_clock: HandClock
) -> None:
    (data_folder / DATA_FILE).write_bytes(b"\x07" * 8192)

    assert refusal(data_folder, hand_clock) == "storage_wrong_key"
    assert (data_folder / DATA_FILE).read_bytes() == b"\x07" * 8192


def test_a_missing_key_file_is_named(data_folder: Path, hand_clock: HandClock) -> None:
    (data_folder / KEY_FILE).unlink()

    assert refusal(data_folder, hand_clock) == "storage_key_missing"


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"key": "', b'"key": "00'), (b'"check": "', b'"check": "0'), (b"{", b""), (b"slots", b"x")],
)
def test_a_damaged_key_file_is_told_from_a_wrong_one(
    data_folder: Path, hand_clock: HandClock, old: bytes, new: bytes
) -> None:
    path = data_folder / KEY_FILE
    path.write_bytes(path.read_bytes().replace(old, new, 1))

    assert refusal(data_folder, hand_clock) == "storage_key_damaged"


def test_the_key_of_another_file_does_not_fit(
    data_folder: Path, hand_clock: HandClock, tmp_path: Path
) -> None:
    Store.create(tmp_path / "other", hand_clock).close()
    (tmp_path / "other" / KEY_FILE).replace(data_folder / KEY_FILE)

    assert refusal(data_folder, hand_clock) == "storage_wrong_key"


def test_a_refused_file_can_be_opened_once_it_is_put_right(
    data_folder: Path, hand_clock: HandClock
) -> None:
    good = (data_folder / DATA_FILE).read_bytes()
    (data_folder / DATA_FILE).write_bytes(b"\x07" * 8192)
    refusal(data_folder, hand_clock)

    (data_folder / DATA_FILE).write_bytes(good)

    Store.open(data_folder, hand_clock).close()
