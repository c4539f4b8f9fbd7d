"""The two lists of an invented Kita come out whole: file, columns, children, families."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kitadesk.domain.child_columns import guess_columns
from kitadesk.domain.child_drafts import ChildDraft, ChildListDraft
from kitadesk.domain.child_fields import Field
from kitadesk.domain.child_list import read_children
from kitadesk.domain.people import CustodyAnswer
from kitadesk.domain.sheet import Rows
from kitadesk.domain.siblings import FamilyProposal, propose_families
from kitadesk.services.parsing import parse, parse_text

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
TODAY = date(2026, 11, 22)
FILE = "kinderliste.xlsx"
BLOCK = "gruppenliste-zum-einfuegen.txt"


def rows_of(name: str) -> Rows:
    if name == BLOCK:
        return parse_text((SAMPLES / name).read_text(encoding="utf-8")).rows
    return parse((SAMPLES / name).read_bytes(), name).rows


def read(name: str) -> ChildListDraft:
    rows = rows_of(name)
    return read_children(rows, guess_columns(rows), today=TODAY)


def child(name: str, last: str, first: str) -> ChildDraft:
    return next(c for c in read(name).children if (c.last_name, c.first_name) == (last, first))


def families(name: str) -> FamilyProposal:
    return propose_families(read(name).children)


def test_the_columns_of_the_file_are_found_below_its_titles() -> None:
    guess = guess_columns(rows_of(FILE))
    assert (guess.header_row_index, guess.first_data_row) == (3, 4)
    assert list(guess.fields.values()) == [
        Field.LAST_NAME, Field.FIRST_NAME, Field.BIRTH_DATE, Field.GROUP, Field.STREET,
        Field.POSTCODE, Field.TOWN, Field.CUSTODIAN_1, Field.PHONE, Field.EMAIL,
        Field.CUSTODIAN_2, Field.ADDRESS_2, Field.PHONE_2, Field.EMAIL_2, Field.LANGUAGE,
    ]  # fmt: skip


def test_the_columns_of_the_block_are_found() -> None:
    guess = guess_columns(rows_of(BLOCK))
    assert list(guess.fields.values()) == [Field.FULL_NAME, Field.GROUP, Field.PARENTS]


@pytest.mark.parametrize("name", [FILE, BLOCK])
def test_all_children_and_parents_are_read_without_a_problem(name: str) -> None:
    found = read(name)
    groups = Counter(each.group for each in found.children)
    assert groups == {"Bienen": 25, "Eulen": 24, "Frösche": 24, "Igel": 19}
    assert sum(len(each.custodians) for each in found.children) == 170
    assert found.rejected == ()
    assert [each.problems for each in found.children if each.problems] == []


def test_the_file_gives_birth_dates_custody_and_languages() -> None:
    children = read(FILE).children
    assert all(each.birth_date for each in children)
    assert {person.custody for each in children for person in each.custodians} == {
        CustodyAnswer.YES
    }
    assert sum(bool(each.language) for each in children) == 58


def test_parents_who_live_apart_are_two_households() -> None:
    apart = [each for each in read(FILE).children if each.lives_in_two_households]
    leyla = apart[0]
    assert len(apart) == 5
    assert leyla.households[1].address.town == "Mittweida"
    assert [(p.full_name, p.household, p.phones) for p in leyla.custodians] == [
        ("Mandy Böhme", 1, ("037207 55531",)),
        ("Marcel Ziegler", 2, ("0151 5555736",)),
    ]


@pytest.mark.parametrize(
    ("name", "only_children", "pairs", "doubtful"), [(FILE, 64, 14, 2), (BLOCK, 68, 12, 4)]
)
def test_siblings_become_families_and_some_pairs_stay_doubtful(
    name: str, only_children: int, pairs: int, doubtful: int
) -> None:
    found = families(name)
    sizes = Counter(len(family.children) for family in found.families)
    assert sizes == {1: only_children, 2: pairs}
    assert len(found.doubtful) == doubtful


def test_a_sure_family_says_why() -> None:
    reasons = {family.reason for family in families(BLOCK).families}
    assert (
        "Melnyk, Danylo (Bienen) und Melnyk, Ayşe (Eulen): beide „Kerstin u. Ronny Melnyk“"
        in reasons
    )


def test_the_same_parents_at_one_address_are_one_family_under_two_names() -> None:
    reasons = {family.reason for family in families(FILE).families}
    assert (
        "Albrecht, Ben (Eulen) und Kühn, Karl (Igel): "
        "beide „Sandra Kühn u. René Kühn“, beide Feldstraße 10" in reasons
    )


def test_names_from_everywhere_stay_as_typed() -> None:
    assert child(BLOCK, "Kaczmarek", "Karl").custodians[1].full_name == "Tuấn Kaczmarek"
    assert child(FILE, "Wójcik", "Frieda").group == "Eulen"
    assert child(FILE, "Öztürk", "Jakob").custodians[1].last_name == "Pietsch"


def test_the_file_is_understood_without_its_header_too() -> None:
    guess = guess_columns(rows_of(FILE)[4:])
    found = read_children(rows_of(FILE)[4:], guess, today=TODAY)
    assert [(c.last_name, c.group, c.birth_date) for c in found.children] == [
        (c.last_name, c.group, c.birth_date) for c in read(FILE).children
    ]
