import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.domain.people import Salutation
from kitadesk.domain.person_names import read_parent_names, split_full_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna u. Peter Müller", "Anna Müller; Peter Müller"),
        ("Anna und Peter Müller", "Anna Müller; Peter Müller"),
        ("Anna & Peter Müller", "Anna Müller; Peter Müller"),
        ("Anna, Peter Müller", "Anna Müller; Peter Müller"),
        ("Anna Müller, Peter Schmidt", "Anna Müller; Peter Schmidt"),
        ("Anna Müller\nPeter Schmidt", "Anna Müller; Peter Schmidt"),
        ("A. Müller / P. Schmidt", "A. Müller; P. Schmidt"),
        ("Müller, Anna u. Peter", "Anna Müller; Peter Müller"),
        ("Müller, Anna, Peter", "Anna Müller; Peter Müller"),
        ("Müller, Anna und Schmidt, Peter", "Anna Müller; Peter Schmidt"),
        ("Müller, Anna, Schmidt, Peter", "Anna Müller; Peter Schmidt"),
        ("Müller, Anna Maria", "Anna Maria Müller"),
        ("Müller Anna", "Anna Müller"),
        ("Anna", "Anna Müller"),
        ("Müller", " Müller"),
        ("Mutter: Anna Müller, Vater: Peter Schmidt", "Anna Müller; Peter Schmidt"),
        ("Familie Anna und Peter Müller", "Anna Müller; Peter Müller"),
        ("Anna von der Heide", "Anna von der Heide"),
        ("Udo Müller", "Udo Müller"),
        ("Thi u. Tuấn Nguyễn", "Thi Nguyễn; Tuấn Nguyễn"),
        ("-", ""),
        ("u.", ""),
    ],
)
def test_parents_are_read(text: str, expected: str) -> None:
    people = read_parent_names(text, "Müller").people
    assert "; ".join(f"{who.first_name} {who.last_name}" for who in people) == expected


@pytest.mark.parametrize(
    ("text", "salutation", "title", "last_name"),
    [
        ("Fr. Müller", Salutation.FRAU, "", "Müller"),
        ("Herr Dr. Jan Schmidt", Salutation.HERR, "Dr.", "Schmidt"),
        ("Lindner, Dr. Eva", Salutation.NONE, "Dr.", "Lindner"),
    ],
)
def test_salutation_and_title_are_kept_where_given(
    text: str, salutation: Salutation, title: str, last_name: str
) -> None:
    person = read_parent_names(text, "Ott").people[0]
    assert (person.salutation, person.title, person.last_name) == (salutation, title, last_name)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ott u. Jan Ast, getrennt lebend",
        "Anna Ott, Jan Ast (getrennt)",
        "Anna Ott (leben getrennt)",
    ],
)
def test_living_apart_is_understood_and_no_name(text: str) -> None:
    found = read_parent_names(text, "Ott")
    assert found.live_apart
    assert all("getrennt" not in who.last_name for who in found.people)


def test_what_is_no_name_is_handed_back() -> None:
    assert read_parent_names("Anna Ott (Oma holt ab)", "Ott").left_over == "Oma holt ab"
    assert read_parent_names("Fam. Ott", "Ott").left_over == "Familie Ott"
    assert read_parent_names("Fam. Ott", "Ott").people == ()


@pytest.mark.parametrize(
    ("text", "first_name_first", "expected"),
    [
        ("Ott, Mia Sofie", True, ("Ott", "Mia Sofie")),
        ("Mia Sofie Ott", True, ("Ott", "Mia Sofie")),
        ("Ott Mia Sofie", False, ("Ott", "Mia Sofie")),
        ("Mia von der Heide", True, ("von der Heide", "Mia")),
        ("von der Heide Mia", False, ("von der Heide", "Mia")),
        ("Mia", True, ("Mia", "")),
    ],
)
def test_a_full_name_is_split(text: str, first_name_first: bool, expected: object) -> None:
    assert split_full_name(text, first_name_first=first_name_first) == expected


@given(st.text(max_size=80), st.text(max_size=10))
def test_any_text_is_read_without_an_error(text: str, last_name: str) -> None:
    for who in read_parent_names(text, last_name).people:
        assert who.first_name or who.last_name or not last_name.strip()
