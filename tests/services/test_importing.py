"""A list becomes the house: children, families, two households, custody; in one step."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.domain.people import ContactKind, CustodyAnswer, Visibility
from kitadesk.domain.sheet import Sheet
from kitadesk.queries import people
from kitadesk.queries.letters import letters
from kitadesk.services.desk import Desk
from kitadesk.services.families import delete_household
from kitadesk.services.importing import ImportPlan, ImportResult, apply_import, plan_import
from kitadesk.services.parsing import parse
from kitadesk.services.people import add_group, change_child, delete_child
from kitadesk.storage.models.people import Child, ContactWay, Custody, Person
from tests.support.factories import TODAY

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
FILE = "kinderliste.xlsx"
BLOCK = "gruppenliste-zum-einfuegen.txt"
FULL = ("Nachname", "Vorname", "Gruppe", "Straße", "Sorgeberechtigte 1", "Telefon 1",
        "Sorgeberechtigte 2", "Anschrift 2", "Telefon 2")  # fmt: skip
LEYLA = ("Böhme", "Leyla", "Bienen", "Am Bad 4", "Böhme, Mandy", "037207 55531",
         "Ziegler, Marcel", "Markt 1, 09648 Mittweida", "0151 5555736")  # fmt: skip

pytestmark = pytest.mark.usefixtures("house")


def _plan(desk: Desk, *rows: tuple[str, ...], header: tuple[str, ...] = FULL) -> ImportPlan:
    return plan_import(desk, Sheet("Liste", (header, *rows)))


def _take(desk: Desk, *rows: tuple[str, ...], header: tuple[str, ...] = FULL) -> ImportResult:
    return apply_import(desk, _plan(desk, *rows, header=header))


def _sample(desk: Desk, name: str) -> ImportPlan:
    return plan_import(desk, parse((SAMPLES / name).read_bytes(), name))


def _actions(plan: ImportPlan) -> list[str]:
    return [row.action for row in plan.rows]


@pytest.mark.parametrize(
    ("name", "counts", "doubtful"),
    [
        (FILE, people.HouseCounts(92, 78, 4, 82, 14), 2),
        (BLOCK, people.HouseCounts(92, 80, 4, 80, 12), 4),
    ],
)
def test_a_sample_list_comes_out_whole(
    desk: Desk, name: str, counts: people.HouseCounts, doubtful: int
) -> None:
    plan = _sample(desk, name)
    result = apply_import(desk, plan)
    assert len(plan.doubtful) == doubtful
    assert (result.children_added, result.families, result.groups) == (92, counts.families, 4)
    assert desk.read(people.house_counts, TODAY) == counts
    groups = {row.name: row.children for row in desk.read(people.groups, TODAY)}
    assert groups == {"Bienen": 25, "Eulen": 24, "Frösche": 24, "Igel": 19}


@pytest.mark.parametrize("name", [FILE, BLOCK])
def test_the_same_list_again_changes_nothing(desk: Desk, name: str) -> None:
    apply_import(desk, _sample(desk, name))
    before = desk.read(people.families, TODAY)
    again = _sample(desk, name)
    assert Counter(_actions(again)) == {"unchanged": 92}
    assert again.doubtful == ()
    apply_import(desk, again)
    assert desk.read(people.families, TODAY) == before


def test_one_undo_takes_the_whole_list_back(desk: Desk) -> None:
    apply_import(desk, _sample(desk, FILE))
    assert desk.undo_label == "Liste übernommen (92 Kinder)"
    desk.undo()
    assert desk.read(people.house_counts, TODAY) == people.HouseCounts(0, 0, 0, 0, 0)


def test_a_fuller_list_later_fills_what_the_first_left_open(desk: Desk) -> None:
    apply_import(desk, _sample(desk, BLOCK))
    result = apply_import(desk, _sample(desk, FILE))
    assert (result.children_added, result.updated) == (0, 92)
    assert desk.read(people.house_counts, TODAY).households == 84
    found = desk.read(people.children, TODAY)
    leyla = next(row for row in found if (row.last_name, row.first_name) == ("Böhme", "Leyla"))
    assert leyla.birth_date is not None
    assert leyla.parents == "Mandy Böhme und Marcel Ziegler"
    assert Counter(_actions(_sample(desk, FILE))) == {"unchanged": 92}


def test_a_chosen_doubtful_pair_becomes_one_family(desk: Desk) -> None:
    plan = _sample(desk, FILE)
    result = apply_import(desk, plan, merge=frozenset({1}))
    assert (result.families, result.multi_child_families) == (77, 15)


def test_parents_who_live_apart_get_two_letters_with_their_own_address(desk: Desk) -> None:
    _take(desk, LEYLA)
    found = desk.read(letters, TODAY)
    assert [(row.is_second, row.members, row.street, row.town) for row in found] == [
        (False, ("Mandy Böhme",), "Am Bad 4", ""),
        (True, ("Marcel Ziegler",), "Markt 1", "Mittweida"),
    ]


def test_custody_is_taken_from_the_header_and_else_unknown(desk: Desk) -> None:
    _take(desk, LEYLA)
    _take(desk, ("Fiedler", "Jonas", "Kerstin Fiedler"), header=("Nachname", "Vorname", "Eltern"))
    with desk.store.read() as session:
        query = select(Person.first_name, Custody.has_custody, Custody.lives_with)
        found = session.execute(query.join(Custody).order_by(Person.first_name)).all()
    assert [tuple(row) for row in found] == [
        ("Kerstin", CustodyAnswer.UNKNOWN, True),
        ("Mandy", CustodyAnswer.YES, True),
        ("Marcel", CustodyAnswer.YES, False),
    ]


def test_numbers_belong_to_their_parent_and_stay_internal(desk: Desk) -> None:
    _take(desk, LEYLA)
    with desk.store.read() as session:
        query = select(Person.first_name, ContactWay.kind, ContactWay.value, ContactWay.visibility)
        joined = query.join(ContactWay, ContactWay.person_id == Person.id)
        found = session.execute(joined.order_by(Person.first_name)).all()
    assert [tuple(row) for row in found] == [
        ("Mandy", ContactKind.PHONE, "037207 55531", Visibility.INTERNAL),
        ("Marcel", ContactKind.MOBILE, "0151 5555736", Visibility.INTERNAL),
    ]


def test_a_number_without_a_parent_is_kept(desk: Desk) -> None:
    header = ("Nachname", "Vorname", "Telefon")
    _take(desk, ("Vogel", "Ben", "037207 55544"), header=header)
    with desk.store.read() as session:
        of_people = select(ContactWay.value).where(ContactWay.person_id.is_not(None))
        assert session.scalars(of_people).all() == ["037207 55544"]
    assert _actions(_plan(desk, ("Vogel", "Ben", "037207 55544"), header=header)) == ["unchanged"]


def test_a_named_parent_takes_over_the_number_of_the_nameless_one(desk: Desk) -> None:
    _take(desk, ("Vogel", "Ben", "037207 55544"), header=("Nachname", "Vorname", "Telefon"))
    _take(desk, ("Vogel", "Ben", "Ina Vogel"), header=("Nachname", "Vorname", "Eltern"))
    with desk.store.read() as session:
        assert session.scalars(select(Person.first_name)).all() == ["Ina"]


def test_new_missing_and_changed_children_are_shown(desk: Desk) -> None:
    header = ("Nachname", "Vorname", "Gruppe")
    _take(desk, ("Vogel", "Ben", "Igel"), ("Müller", "Mia", "Igel"), header=header)
    plan = _plan(desk, ("Vogel", "Ben", "Eulen"), ("Adam", "Zoe", "Igel"), header=header)
    assert [(row.line, row.action, row.name, row.reason) for row in plan.rows] == [
        (2, "updated", "Vogel, Ben", "Gruppe: Igel → Eulen"),
        (3, "added", "Adam, Zoe", ""),
        (0, "missing", "Müller, Mia", ""),
    ]


@pytest.mark.parametrize(("drop", "names"), [(False, ["Müller", "Vogel"]), (True, ["Vogel"])])
def test_missing_children_end_only_when_asked(desk: Desk, drop: bool, names: list[str]) -> None:
    header = ("Nachname", "Vorname")
    _take(desk, ("Vogel", "Ben"), ("Müller", "Mia"), header=header)
    apply_import(desk, _plan(desk, ("Vogel", "Ben"), header=header), drop_missing=drop)
    assert [row.last_name for row in desk.read(people.children, TODAY)] == names


def test_a_child_who_had_left_comes_back_as_the_same(desk: Desk) -> None:
    header, row = ("Nachname", "Vorname", "Geburtsdatum"), ("Vogel", "Ben", "03.04.2022")
    _take(desk, row, header=header)
    (ben,) = desk.read(people.children, TODAY)
    change_child(desk, ben.id, left_on=date(2027, 1, 1))
    plan = _plan(desk, row, header=header)
    apply_import(desk, plan)
    assert [(one.action, one.reason) for one in plan.rows] == [("updated", "ist wieder da")]
    assert [child.id for child in desk.read(people.children, TODAY)] == [ben.id]


def test_a_child_that_comes_later_is_known_and_not_missing(desk: Desk) -> None:
    header, ben, mia = ("Nachname", "Vorname"), ("Vogel", "Ben"), ("Müller", "Mia")
    _take(desk, ben, mia, header=header)
    known = {row.first_name: row.id for row in desk.read(people.children, TODAY)}
    change_child(desk, known["Ben"], entered_on=date(2027, 4, 1))

    again, without = _plan(desk, ben, mia, header=header), _plan(desk, mia, header=header)

    assert _actions(again) == ["unchanged", "unchanged"]
    assert without.missing == ()


def test_a_birth_to_come_is_not_taken(desk: Desk) -> None:
    header = ("Nachname", "Vorname", "Geburtsdatum")
    plan = _plan(desk, ("Vogel", "Ben", "01.04.2027"), header=header)
    apply_import(desk, plan)

    (ben,) = desk.read(people.children, TODAY)
    assert ben.birth_date is None
    assert "liegt in der Zukunft" in plan.rows[0].reason


def test_what_the_list_does_not_name_stays(desk: Desk) -> None:
    _take(desk, LEYLA)
    _take(desk, ("Böhme", "Leyla", "Eulen"), header=("Nachname", "Vorname", "Gruppe"))
    first, second = desk.read(letters, TODAY)
    assert (first.group_name, first.street) == ("Eulen", "Am Bad 4")
    assert second.street == "Markt 1"


def test_a_list_without_households_moves_nobody_back(desk: Desk) -> None:
    _take(desk, LEYLA)
    row = ("Böhme", "Leyla", "Mandy Böhme u. Marcel Ziegler")
    _take(desk, row, header=("Nachname", "Vorname", "Eltern"))
    found = desk.read(letters, TODAY)
    assert [row.members for row in found] == [("Mandy Böhme",), ("Marcel Ziegler",)]


def test_a_parent_taken_out_by_hand_is_not_put_into_the_other_home(desk: Desk) -> None:
    _take(desk, LEYLA)
    delete_household(desk, desk.read(letters, TODAY)[1].household_id)
    row = ("Böhme", "Leyla", "Mandy Böhme u. Marcel Ziegler")
    _take(desk, row, header=("Nachname", "Vorname", "Eltern"))
    assert [row.members for row in desk.read(letters, TODAY)] == [("Mandy Böhme",)]


def test_a_new_address_replaces_the_old_one(desk: Desk) -> None:
    header = ("Nachname", "Vorname", "Straße", "PLZ", "Ort")
    _take(desk, ("Vogel", "Ben", "Am Bad 4", "09661", "Hainichen"), header=header)
    plan = _plan(desk, ("Vogel", "Ben", "Markt 1", "09648", "Mittweida"), header=header)
    apply_import(desk, plan)
    (letter,) = desk.read(letters, TODAY)
    assert (plan.rows[0].action, plan.rows[0].reason) == ("updated", "neu: Anschrift")
    assert (letter.street, letter.postcode, letter.town) == ("Markt 1", "09648", "Mittweida")


def test_a_new_sibling_joins_the_family_in_the_house(desk: Desk) -> None:
    header = ("Nachname", "Vorname", "Eltern")
    _take(desk, ("Müller", "Mia", "Anna u. Peter Müller"), header=header)
    _take(desk, ("Müller", "Ole", "Anna u. Peter Müller"), header=header)
    (family,) = desk.read(people.families, TODAY)
    assert [child.first_name for child in family.children] == ["Mia", "Ole"]
    assert family.households[0].members == ("Anna Müller", "Peter Müller")


def test_known_families_that_a_list_shows_as_one_are_asked_about(desk: Desk) -> None:
    _take(desk, ("Müller", "Mia"), ("Müller", "Ole"), header=("Nachname", "Vorname"))
    header = ("Nachname", "Vorname", "Eltern")
    plan = _plan(desk, ("Müller", "Mia", "Anna Müller"), ("Müller", "Ole", "Anna Müller"),
                 header=header)  # fmt: skip
    assert [pair.reason for pair in plan.doubtful] == [
        "Müller, Mia und Müller, Ole: beide „Anna Müller“"
    ]
    apply_import(desk, plan, merge=frozenset({0}))
    (family,) = desk.read(people.families, TODAY)
    assert family.households[0].members == ("Anna Müller",)


def test_groups_are_found_however_they_are_written(desk: Desk) -> None:
    add_group(desk, "Bienen")
    header = ("Nachname", "Vorname", "Gruppe")
    _take(desk, ("Vogel", "Ben", "BIENEN"), header=header)
    assert [row.name for row in desk.read(people.groups, TODAY)] == ["Bienen"]
    assert _actions(_plan(desk, ("Vogel", "Ben", "bienen"), header=header)) == ["unchanged"]


def test_siblings_who_contradict_each_other_do_not_flip(desk: Desk) -> None:
    header = ("Nachname", "Vorname", "Eltern", "Straße", "Ort", "Sprache der Einladung")
    rows = (("Müller", "Mia", "Anna Müller", "Am Bad 4", "", "Türkisch"),
            ("Müller", "Ole", "Anna Müller", "Am Bad 5", "Mittweida", "Polnisch"))  # fmt: skip
    _take(desk, *rows, header=header)
    assert _actions(_plan(desk, *rows, header=header)) == ["unchanged", "unchanged"]
    (letter,) = desk.read(letters, TODAY)
    assert (letter.street, letter.town) == ("Am Bad 4", "")


def test_half_siblings_who_are_one_family_keep_both_homes(desk: Desk) -> None:
    header = ("Nachname", "Vorname", "Eltern", "Straße")
    plan = _plan(desk, ("Müller", "Mia", "Anna u. Peter Müller", "Am Bad 4"),
                 ("Müller", "Ole", "Ina u. Peter Müller", "Markt 1"), header=header)  # fmt: skip
    apply_import(desk, plan, merge=frozenset({0}))
    found = desk.read(letters, TODAY)
    assert [(row.street, row.members) for row in found] == [
        ("Am Bad 4", ("Anna Müller", "Peter Müller")),
        ("Markt 1", ("Ina Müller",)),
    ]


def test_a_list_with_the_other_home_moves_nobody(desk: Desk) -> None:
    _take(desk, LEYLA)
    row = ("Böhme", "Leyla", "Mandy Böhme u. Marcel Ziegler", "Markt 1", "09648", "Mittweida")
    _take(desk, row, header=("Nachname", "Vorname", "Eltern", "Straße", "PLZ", "Ort"))
    found = desk.read(letters, TODAY)
    assert [(row.street, row.members) for row in found] == [
        ("Am Bad 4", ("Mandy Böhme",)),
        ("Markt 1", ("Marcel Ziegler",)),
    ]


def test_a_rejected_row_says_why_and_the_others_are_taken(desk: Desk) -> None:
    header = ("Nachname", "Vorname", "Geburtsdatum")
    plan = _plan(desk, ("Vogel", "", ""), ("Müller", "Mia", "31.02.2021"), header=header)
    assert [(row.line, row.action, row.reason) for row in plan.rows] == [
        (2, "rejected", "Vorname fehlt: „Vogel“"),
        (3, "added", "31.02.2021 ist kein Datum"),
    ]
    assert apply_import(desk, plan).children_added == 1


def test_schools_become_institutions_once(desk: Desk) -> None:
    header = ("Nachname", "Vorname", "Schule")
    _take(desk, ("Vogel", "Ben", "Grundschule Hainichen"), header=header)
    again = ("Vogel", "Ben", "GRUNDSCHULE Hainichen")
    assert "unchanged" in _actions(_plan(desk, again, header=header))
    _take(desk, ("Adam", "Zoe", "grundschule hainichen"), header=header)
    names = {row.school_name for row in desk.read(people.children, TODAY)}
    assert names == {"Grundschule Hainichen"}


def test_a_note_is_added_once(desk: Desk) -> None:
    header, row = ("Nachname", "Vorname", "Bemerkung"), ("Vogel", "Ben", "kommt später")
    _take(desk, row, header=header)
    assert _actions(_plan(desk, row, header=header)) == ["unchanged"]
    _take(desk, row, header=header)
    with desk.store.read() as session:
        assert session.scalars(select(Child.note)).all() == ["kommt später"]


def test_a_plan_whose_child_is_gone_is_refused_whole(desk: Desk) -> None:
    header = ("Nachname", "Vorname")
    _take(desk, ("Vogel", "Ben"), header=header)
    plan = _plan(desk, ("Adam", "Zoe"), ("Vogel", "Ben"), header=header)
    delete_child(desk, desk.read(people.children, TODAY)[0].id)
    with pytest.raises(UserError) as raised:
        apply_import(desk, plan)
    assert raised.value.code == "record_gone"
    assert desk.read(people.house_counts, TODAY).children == 0


def test_names_stay_as_typed(desk: Desk) -> None:
    names = ["Nguyễn", "Łukasz", "Şahin", "O'Neill <b>", "Ковальчук", "الهاشمي", "M & M"]
    _take(desk, *((name, "Mia") for name in names), header=("Nachname", "Vorname"))
    assert {row.last_name for row in desk.read(people.children, TODAY)} == set(names)
