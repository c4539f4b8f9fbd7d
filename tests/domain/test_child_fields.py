import pytest

from kitadesk.domain.child_fields import FIELD_LABELS, Field, field_by_name, header_meaning


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Nachname", Field.LAST_NAME),
        ("Nachname des Kindes", Field.LAST_NAME),
        ("Name, Vorname", Field.FULL_NAME),
        ("Vor- und Nachname", Field.FULL_NAME),
        ("geb. am", Field.BIRTH_DATE),
        ("Geb.-Datum", Field.BIRTH_DATE),
        ("Straße, Nr.", Field.STREET),
        ("Mutter", Field.CUSTODIAN_1),
        ("Name Vater", Field.CUSTODIAN_2),
        ("Vorname der Mutter", Field.CUSTODIAN_1_FIRST),
        ("Sorgeberechtigte/r 2", Field.CUSTODIAN_2),
        ("Zweiter Sorgeberechtigter", Field.CUSTODIAN_2),
        ("Nachname Sorgeberechtigte 2", Field.CUSTODIAN_2_LAST),
        ("Name der/des Sorgeberechtigten", Field.PARENTS),
        ("Vor- und Nachname der Eltern", Field.PARENTS),
        ("Tel. Vater", Field.PHONE_2),
        ("E-Mail Eltern", Field.EMAIL),
        ("Anschrift 2 (falls abweichend)", Field.ADDRESS_2),
        ("Eltern getrennt lebend", Field.LIVES_APART),
    ],
)
def test_a_header_is_understood(header: str, field: Field) -> None:
    meaning = header_meaning(header)
    assert meaning
    assert meaning.field is field


@pytest.mark.parametrize("header", ["", "Nr.", "Allergien", "Krankenkasse", "Name 2", "x" * 9999])
def test_a_foreign_header_is_left_alone(header: str) -> None:
    assert header_meaning(header) is None


@pytest.mark.parametrize(
    ("header", "said"), [("Sorgeberechtigte 1", True), ("Mutter", False), ("Eltern", False)]
)
def test_only_the_word_for_custody_says_custody(header: str, said: bool) -> None:
    meaning = header_meaning(header)
    assert meaning
    assert meaning.says_custody is said


@pytest.mark.parametrize("field", Field)
def test_every_field_answers_to_its_german_and_its_english_name(field: Field) -> None:
    assert field_by_name(FIELD_LABELS[field]) is field
    assert field_by_name(field.name) is field


def test_a_word_that_names_no_field_gives_none() -> None:
    assert field_by_name("Schuhgröße") is None


@pytest.mark.parametrize("word", ["ignorieren", "Weglassen", "nichts"])
def test_a_column_can_be_left_out_by_word(word: str) -> None:
    assert field_by_name(word) is Field.IGNORE
