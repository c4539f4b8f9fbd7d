import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.child_columns import ColumnGuess, guess_columns
from kitadesk.domain.child_fields import Field
from kitadesk.domain.sheet import Rows, rectangle


def table(text: str) -> Rows:
    """Rows by line, cells by bar."""
    return rectangle(
        [cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")
    )


def names(guess: ColumnGuess) -> list[str]:
    return [reading.field.name for reading in guess.readings()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gruppe|Vorname|Name|geb.\nIgel|Mia|Ott|3.4.21", "GROUP FIRST_NAME LAST_NAME BIRTH_DATE"),
        ("Name||Gruppe\nMüller|Mia|Igel\nOtt|Ole|Igel", "LAST_NAME FIRST_NAME GROUP"),
        ("Name\nMia Ott", "FULL_NAME"),
        ("Name||Gruppe\nMia Ott|12|Igel\nOle Ort|13|Igel", "FULL_NAME IGNORE GROUP"),
        ("Name|Gruppe|Gruppe\nMia Ott|Igel|Eulen", "FULL_NAME GROUP IGNORE"),
        ("Nr.|Kind|Allergien\n1|Mia Ott|Nüsse", "IGNORE FULL_NAME IGNORE"),
        ("Name|Tel.|Handy\nMia Ott|1|2", "FULL_NAME PHONE PHONE"),
        ("Einrichtung|Ort|Telefon\nKita Eins|Hain|1", "IGNORE TOWN PHONE"),
        ("Ott|Mia\nOrt|Ole\nLea|Ida", "LAST_NAME FIRST_NAME"),
        ("Mia|Ott\nOle|Ort\nIda|Lehm", "FIRST_NAME LAST_NAME"),
        ("Ott|Mia\nOtt|Ole\nLehm|Ida\nLehm|Max", "LAST_NAME FIRST_NAME"),
        ("Igel|Mia Ott", "GROUP FULL_NAME"),
        ("Igel|Mia Ott\nBär|Ole Ort", "GROUP FULL_NAME"),
        ("Mia Ott|Igel\nOle Ort|Bär", "FULL_NAME GROUP"),
        ("Igel|Ott Mia|3.4.21\nBär|Ort Ole|3.4.21", "GROUP FULL_NAME BIRTH_DATE"),
        ("Igel|Ott, Mia\nBär|Ort, Ole", "GROUP FULL_NAME"),
        ("Ott|Mia Sophie\nOrt|Ole Jonas", "LAST_NAME FIRST_NAME"),
        ("Mia|Ott|A. u. B. Kehr\nOle|Ort|C. u. D. Lang", "FIRST_NAME LAST_NAME PARENTS"),
        ("Ott, Mia|Igel|A. u. B. Ott\nOrt, Ole|Igel|C. u. D. Ort\nAst, Ida|Igel|E. u. F. Ast",
         "FULL_NAME GROUP PARENTS"),
        ("Xu|Quong|3.4.2021|A. u. B. Quong\nYi|Zap|4.5.2021|C. u. D. Zap",
         "FIRST_NAME LAST_NAME BIRTH_DATE PARENTS"),
        ("Ott|Mia|Am Bad 4|09661|Hain|0371 555|a@example.org\n"
         "Ort|Ole|Weg 5a|09661|Hain|0371 556|b@example.org",
         "LAST_NAME FIRST_NAME STREET POSTCODE TOWN PHONE EMAIL"),
    ],
)  # fmt: skip
def test_columns_are_guessed(text: str, expected: str) -> None:
    assert names(guess_columns(table(text))) == expected.split()


def test_a_merged_header_above_tells_mother_from_father() -> None:
    guess = guess_columns(
        table("Liste|||||\n|Kind||Mutter||Vater\nNr.|Name|Vorname|Name|Tel.|Name\n1|Ott|Mia|A|1|B")
    )
    assert names(guess) == [
        "IGNORE", "LAST_NAME", "FIRST_NAME", "CUSTODIAN_1", "PHONE", "CUSTODIAN_2",
    ]  # fmt: skip
    assert guess.first_data_row == 3


def test_titles_above_a_list_without_header_are_skipped() -> None:
    guess = guess_columns(table("Kita Sonnenschein||\n||\nOtt|Mia|3.4.2021\nOrt|Ole|4.5.2021"))
    assert (guess.header_row_index, guess.first_data_row) == (-1, 2)


@pytest.mark.parametrize("column", ["Bezeichnung", "bezeichnung", "B", "Spalte 2"])
def test_a_column_can_be_set_by_header_letter_or_number(column: str) -> None:
    rows = table("Name|Bezeichnung\nMia Ott|Igel")
    guess = guess_columns(rows, {column: Field.GROUP})
    assert names(guess) == ["FULL_NAME", "GROUP"]


def test_setting_a_field_takes_it_from_its_guessed_column() -> None:
    rows = table("Name|Rufname|Gruppe\nOtt|Mia|Igel")
    guess = guess_columns(rows, {"Gruppe": Field.FIRST_NAME, "Name": Field.IGNORE})
    assert names(guess) == ["IGNORE", "IGNORE", "FIRST_NAME"]


def test_setting_a_second_phone_keeps_the_first() -> None:
    found = guess_columns(table("Name|Tel.|Nummer\nMia Ott|1|2"), {"Nummer": Field.PHONE})
    assert names(found) == ["FULL_NAME", "PHONE", "PHONE"]


def test_a_column_says_its_field_in_german() -> None:
    found = guess_columns(table("Kind|Allergien\nMia Ott|Nüsse")).readings()
    assert [(one.header, one.label) for one in found] == [
        ("Kind", "Name, Vorname"),
        ("Allergien", "nicht übernehmen"),
    ]


def test_setting_a_column_that_is_not_there_says_which_there_are() -> None:
    with pytest.raises(UserError, match="Name, Gruppe"):
        guess_columns(table("Name|Gruppe\nMia|Igel"), {"Farbe": Field.GROUP})


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Name, Vorname|Gruppe\nOtt Mia|Igel", False),
        ("Vorname Name|Gruppe\nMia Ott|Igel", True),
        ("Kind|Gruppe\nMia Ott|Igel", True),
        ("Kind|Eltern\nOtt Mia|Anna Ott\nOrt Ole|Jan Ort", False),
        ("Kind|Eltern\nMia|Anna Ott\nOrt Ole|Jan Ort\nAst Ida|", False),
    ],
)
def test_the_order_of_full_names_follows_header_or_parents(text: str, first: bool) -> None:
    assert guess_columns(table(text)).first_name_first is first


@pytest.mark.parametrize("rows", [(), (("",),), (("Telefon", "Ort"), ("1", "Hain"))])
def test_a_list_without_names_is_not_usable(rows: Rows) -> None:
    assert not guess_columns(rows).is_usable


@pytest.mark.parametrize(
    "text",
    [
        "Essen|Preis\nNudeln|2,50\nSuppe|3,10",
        "Montag|Dienstag\nNudeln|Suppe\nFisch|Brot\nEis|Obst",
        "Artikel|Anzahl|Lager\nStuhl|3|Keller\nTisch|4|Dach\nSofa|1|Keller",
        "Datum|Betrag|Zweck|Von\n03.02.2026|12,50|Essensgeld|Stadtwerke GmbH",
        "Liebe Eltern\nam Donnerstag ist Elternabend\nBitte bringen Sie Hausschuhe mit",
    ],
)
def test_words_that_are_no_names_make_no_children_list(text: str) -> None:
    assert not guess_columns(table(text)).is_usable


@pytest.mark.parametrize(
    "text",
    ["Nowak|Zuzanna\nXu|Li", "Шевченко|Софія", "Nguyễn Thị Ánh\nTrần Linh", "Ott Mia\nXu Quong"],
)
def test_one_usual_first_name_is_enough_for_a_children_list(text: str) -> None:
    assert guess_columns(table(text)).is_usable
