from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.errors import UserError
from kitadesk.domain.addresses import PostalAddress
from kitadesk.domain.child_columns import guess_columns
from kitadesk.domain.child_drafts import ChildDraft, ChildListDraft
from kitadesk.domain.child_list import read_children
from kitadesk.domain.people import CustodyAnswer
from kitadesk.domain.sheet import Cell, rectangle

TODAY = date(2026, 11, 22)


def read(*rows: str | tuple[Cell, ...]) -> ChildListDraft:
    """Read a list; a row given as text has its cells between bars."""
    table = rectangle(row.split("|") if isinstance(row, str) else row for row in rows)
    return read_children(table, guess_columns(table), today=TODAY)


def one(*rows: str | tuple[Cell, ...]) -> ChildDraft:
    found = read(*rows)
    assert len(found.children) == 1, found.rejected
    return found.children[0]


@pytest.mark.parametrize(
    "name",
    [
        "Şahin",
        "Łukasz",
        "Nguyễn",
        "Олександр",
        "محمد",
        "<b>Ott</b>",
        "Ott & Co",
        'Ott "Ottl"',
        "🦊",
    ],
)
def test_a_name_stays_as_typed(name: str) -> None:
    child = one("Nachname|Vorname|Gruppe", f"{name}|{name}|Igel")
    assert (child.last_name, child.first_name) == (name, name)


def test_a_line_break_in_a_name_becomes_a_blank() -> None:
    assert one("Nachname|Vorname", "Ott\nOrt|Mia\n Sofie").first_name == "Mia Sofie"


def test_a_list_without_names_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        read("Telefon|Ort", "1|Hain")
    assert caught.value.code == "no_usable_column"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x" * 10_000 + "|Mia|Igel", "Der Name hat 10.000 Zeichen, höchstens 200 gehen"),
        ("Ott||Igel", "Vorname fehlt: „Ott“"),
        ("|Mia|Igel", "Nachname fehlt: „Mia“"),
        ("||Igel", "Name fehlt"),
        ("Summe: 25||", "Hier steht kein Kind: „Summe: 25“"),
        ("25|–|Igel", "Hier steht kein Kind: „25 –“"),
    ],
)
def test_a_row_without_a_child_is_rejected_with_a_reason(row: str, reason: str) -> None:
    found = read("Nachname|Vorname|Gruppe", "Ott|Ole|Igel", row)
    assert [(each.line, each.reason) for each in found.rejected] == [(3, reason)]
    assert len(found.children) == 1


def test_a_full_name_of_ten_thousand_characters_is_rejected() -> None:
    assert "10.000" in read("Name|Gruppe", "x" * 10_000 + "|Igel").rejected[0].reason


@pytest.mark.parametrize(
    ("row", "name"), [("Ott|Mia Sofie", ("Ott", "Mia Sofie")), ("|Mia Ott", ("Ott", "Mia"))]
)
def test_a_full_name_beside_a_last_name_fills_what_is_missing(
    row: str, name: tuple[str, str]
) -> None:
    found = one("Nachname|Kind", row)
    assert (found.last_name, found.first_name) == name


def test_a_remark_beside_a_parent_is_named_and_not_taken() -> None:
    child = one("Nachname|Vorname|Mutter", "Ott|Mia|Anna Ott (Oma holt ab)")
    assert [person.first_name for person in child.custodians] == ["Anna"]
    assert child.problems == ("Sorgeberechtigte 1: „Oma holt ab“ nicht übernommen",)


def test_a_parent_that_is_a_date_or_far_too_long_is_no_person() -> None:
    found = read(
        ("Nachname", "Vorname", "Mutter"),
        ("Ott", "Mia", date(2021, 4, 3)),
        ("Ort", "Ole", "Anna " + "x" * 150 + " " + "y" * 150),
    )
    assert [child.custodians for child in found.children] == [(), ()]
    assert "zu viel" in found.children[1].problems[0]


def test_parents_with_a_far_too_long_name_are_named_and_not_taken() -> None:
    child = one("Nachname|Vorname|Eltern", f"Ott|Mia|Anna {'x' * 250}")
    assert child.custodians == ()
    assert child.problems == ("Eltern nicht übernommen: Name zu lang",)


def test_a_date_that_does_not_exist_leaves_the_child_in_the_list() -> None:
    child = one("Nachname|Vorname|Geburtsdatum", "Ott|Mia|31.02.2021")
    assert child.birth_date is None
    assert child.problems == ("31.02.2021 ist kein Datum",)


def test_a_child_twice_in_the_list_is_read_once() -> None:
    found = read(
        "Nachname|Vorname|geb.|Gruppe",
        "Ott|Mia|3.4.2021|Igel",
        "OTT|Mia|03.04.21|Eulen",
    )
    assert len(found.children) == 1
    assert found.rejected[0].duplicate_of == 2
    assert found.rejected[0].reason == (
        "Doppelt: Mia OTT steht schon in Zeile 2, dort in der Gruppe „Igel“"
    )


@pytest.mark.parametrize("other", ["Ott|Mia|5.4.2021|Igel", "Ott|Mia||Eulen"])
def test_two_children_of_one_name_are_both_read_and_marked(other: str) -> None:
    found = read("Nachname|Vorname|geb.|Gruppe", "Ott|Mia|3.4.2021|Igel", other)
    assert len(found.children) == 2
    assert found.children[1].problems == ("Gleicher Name wie in Zeile 2",)


def test_headers_repeated_on_each_page_are_skipped() -> None:
    found = read("Nachname|Vorname", "Ott|Mia", "Nachname|Vorname", "Ort|Ole")
    assert [child.line for child in found.children] == [2, 4]
    assert found.rejected == ()


def test_a_title_row_names_the_group_of_the_rows_below() -> None:
    found = read("Nachname|Vorname", "Gruppe Igel|", "Ott|Mia", "Eulengruppe|", "Ort|Ole")
    assert [child.group for child in found.children] == ["Igel", "Eulengruppe"]


def test_a_missing_group_is_named_where_the_list_has_groups() -> None:
    assert one("Nachname|Vorname|Gruppe", "Ott|Mia|").problems == ("Gruppe fehlt",)
    assert one("Nachname|Vorname", "Ott|Mia").problems == ()


def test_a_first_name_gets_the_last_name_of_its_parents_with_a_note() -> None:
    child = one("Vorname|Eltern", "Mia|Anna u. Jan Ott")
    assert child.last_name == "Ott"
    assert child.problems == ("Nachname „Ott“ von den Eltern übernommen",)


def test_custody_is_known_only_where_the_list_says_so() -> None:
    said = one("Name, Vorname|Sorgeberechtigte", "Ott, Mia|Anna Ott")
    open_ = one("Name, Vorname|Mutter", "Ott, Mia|Anna Ott")
    assert said.custodians[0].custody is CustodyAnswer.YES
    assert open_.custodians[0].custody is CustodyAnswer.UNKNOWN


def test_divided_names_of_parents_are_put_together() -> None:
    child = one(
        "Nachname|Vorname|Vorname Mutter|Nachname Mutter|Vorname Vater|Nachname Vater",
        "Ott|Mia|Anna|Ast|Jan|",
    )
    assert [who.full_name for who in child.custodians] == ["Anna Ast", "Jan Ott"]


def test_a_second_address_makes_a_second_household() -> None:
    child = one(
        "Name|Eltern|Straße|PLZ|Ort|Anschrift 2",
        "Mia Ott|Anna Ott, Jan Ast|Am Bad 4|9661|Hain|Weg 1, 09599 Berg",
    )
    assert [home.address for home in child.households] == [
        PostalAddress("Am Bad 4", "09661", "Hain"),
        PostalAddress("Weg 1", "09599", "Berg"),
    ]
    assert [(who.full_name, who.household) for who in child.custodians] == [
        ("Anna Ott", 1),
        ("Jan Ast", 2),
    ]


@pytest.mark.parametrize("second", ["", "–", "s.o.", "wie oben", "am bad 4, 09661 Hain"])
def test_the_same_second_address_makes_no_second_household(second: str) -> None:
    child = one("Name|Anschrift|Anschrift 2", f"Mia Ott|Am Bad 4, 09661 Hain|{second}")
    assert not child.lives_in_two_households
    assert child.problems == ()


@pytest.mark.parametrize(
    "rows",
    [
        ("Name|Eltern", "Mia Ott|Anna Ott u. Jan Ast, getrennt lebend"),
        ("Name|Eltern|getrennt lebend", "Mia Ott|Anna Ott u. Jan Ast|ja"),
        ("Name|Mutter|Vater|getrennt", "Mia Ott|Anna Ott|Jan Ast|x"),
    ],
)
def test_parents_said_to_live_apart_are_two_households(rows: tuple[str, ...]) -> None:
    child = one(*rows)
    assert [who.household for who in child.custodians] == [1, 2]
    assert len(child.households) == 2


def test_a_second_address_without_a_person_is_named() -> None:
    child = one("Name|Anschrift 2", "Mia Ott|Weg 1, 09599 Berg")
    assert child.problems == ("Zweite Anschrift ohne Namen",)


def test_phone_and_mail_go_to_the_parent_of_their_column() -> None:
    child = one(
        "Name|Mutter|Vater|Tel. Mutter|Handy Mutter|Tel. Vater|E-Mail 2",
        "Mia Ott|Anna Ott|Jan Ott|0371 555|0151 555|0152 555|jan@example.org",
    )
    mother, father = child.custodians
    assert mother.phones == ("0371 555", "0151 555")
    assert (father.phones, father.emails) == (("0152 555",), ("jan@example.org",))


def test_a_phone_of_both_parents_belongs_to_the_household() -> None:
    child = one("Name|Eltern|Telefon", "Mia Ott|Anna u. Jan Ott|0371 555\n0151 555")
    assert child.households[0].phones == ("0371 555", "0151 555")
    assert child.phones == ("0371 555", "0151 555")


def test_a_mail_address_without_at_is_named_and_not_taken() -> None:
    child = one("Name|E-Mail", "Mia Ott|keine")
    assert child.emails == ()
    assert child.problems == ("„keine“ ist keine E-Mail-Adresse",)


def test_a_text_that_is_far_too_long_is_left_out_and_named() -> None:
    child = one("Name|Gruppe|Mutter", f"Mia Ott|{'x' * 5000}|{'y' * 250}")
    assert (child.group, child.custodians) == ("", ())
    assert "Gruppe nicht übernommen: 5.000 Zeichen sind zu viel" in child.problems
    assert "Sorgeberechtigte 1 nicht übernommen: Name zu lang" in child.problems


CELL = st.one_of(st.text(max_size=20), st.dates(), st.sampled_from(["Name", "Gruppe", "3.4.21"]))


@given(st.lists(st.lists(CELL, max_size=5), max_size=8))
def test_every_row_with_text_is_a_child_or_rejected_or_a_title(rows: list[list[Cell]]) -> None:
    table = rectangle([*[("Nachname", "Vorname", "Gruppe", "geb.")], *rows])
    guess = guess_columns(table)
    found = read_children(table, guess, today=TODAY)
    lines = [child.line for child in found.children] + [row.line for row in found.rejected]
    assert len(lines) == len(set(lines))
    for number, row in enumerate(table[guess.first_data_row :], guess.first_data_row + 1):
        is_header = all(not str(cell).strip() or cell in guess.headers for cell in row)
        assert number in lines or is_header
