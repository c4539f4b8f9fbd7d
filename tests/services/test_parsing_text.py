import pytest

from kitadesk.base.errors import UserError
from kitadesk.services.parsing import parse_text
from kitadesk.services.parsing_encoding import decode
from kitadesk.services.parsing_text import find_delimiter


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Müller, Mia\tBienen\nOtt, Ole\tIgel", "\t"),
        ("Müller, Mia;Bienen\nOtt, Ole;Igel", ";"),
        ("Liste, Stand heute\nNachname;Vorname\nOtt;Ole", ";"),
        ('"a;b",c\n"d;e",f', ","),
        ("Müller, Mia\nOtt, Ole", ","),
        ("Mia|Ole", "|"),
        ("Mia;ein\tTab\nOle;x\nIda;y", ";"),
        ("Mia\nOle", "\t"),
    ],
)
def test_the_delimiter_is_counted_outside_quotes(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter


def test_a_block_from_excel_keeps_line_breaks_inside_cells() -> None:
    sheet = parse_text('Mia\t"Am Bad 4\n09661 Ort"\nOle\t"Er sagt ""Ja"""\n')
    assert sheet.rows == (("Mia", "Am Bad 4\n09661 Ort"), ("Ole", 'Er sagt "Ja"'))
    assert sheet.notes == ()


def test_an_unclosed_quote_swallows_no_rows_and_is_named() -> None:
    sheet = parse_text('1;Mia\n2;"offen\n3;Ole\n4;"Ida"\n5;Jan\n6;Lea\n')
    assert [row[1] for row in sheet.rows] == ["Mia", '"offen', "Ole", "Ida", "Jan", "Lea"]
    assert sheet.notes[0].startswith("Zeile 2: Ein Anführungszeichen ist nicht geschlossen.")


def test_a_quote_that_closes_many_rows_later_swallows_nothing() -> None:
    rows = "\n".join(f"{n};Kind" for n in range(6))
    sheet = parse_text(f'9;"offen\n{rows}\n10;zu"\n')
    assert len(sheet.rows) == 8
    assert len(sheet.notes) == 1


def test_a_long_quoted_address_is_no_mistake() -> None:
    sheet = parse_text('Mia;"a\nb\nc\nd\ne\nf"\nOle;x')
    assert sheet.rows == (("Mia", "a\nb\nc\nd\ne\nf"), ("Ole", "x"))


def test_nicknames_in_quotes_stay_as_typed() -> None:
    assert parse_text('Mia "Mimi" Ott;Igel\n"Ole" Ort;Igel').rows[1][0] == '"Ole" Ort'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BEGIN:VCARD\nVERSION:3.0\nN:Ott;Mia;;;\nEND:VCARD", "file_is_cards"),
        ("\ufeff\n begin:vcard\nN:Ott;Mia", "file_is_cards"),
        ("<html><body><table><tr><td>Name</td></tr></table>", "file_is_page"),
        ('<?xml version="1.0"?>\n<Workbook><Worksheet/></Workbook>', "file_is_page"),
        ("BEGIN:VCALENDAR\nSUMMARY:Elternabend, Saal", "file_type_unknown"),
        ('[{"Name": "Ott", "Vorname": "Mia"}]', "file_type_unknown"),
        ('{"Name": "Ott"}', "file_type_unknown"),
    ],
)
def test_a_text_that_is_no_list_is_named(text: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_text(text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "name", ["<b>Ott</b>", "{Mia}", "[Mia]", "Begin Vcard", "<Table> Ott", "<script>x</script>"]
)
def test_a_name_with_signs_is_no_page(name: str) -> None:
    assert parse_text(f"{name};Mia").rows == ((name, "Mia"),)


def test_lone_surrogates_do_not_spoil_the_umlauts() -> None:
    assert decode("Mü\ud800ller".encode("utf-8", "surrogatepass"))[0] == "Mü\ud800ller"
    assert parse_text("Mü\ud800ller;Mia").rows == (("Müller", "Mia"),)


def test_control_characters_go_and_empty_rows_between_stay() -> None:
    assert parse_text("M\x00ia;\x07Ott\n\nOle;Ort;\n;;\n").rows == (
        ("Mia", "Ott"),
        ("", ""),
        ("Ole", "Ort"),
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Nachname;Vorname\nMüller;Zoë\nSchäfer;Jörg\n", "cp850"),
        ("Nachname;Vorname\nMüller;Zoë\nSchäfer;Jörg\n", "cp1252"),
        ("Nachname;Vorname\nOtt;„Mia“ Tomáš\nOrt;Dušan”\n", "cp1252"),
    ],
)
def test_umlauts_of_dos_and_of_windows_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_a_cell_longer_than_excel_allows_is_refused_at_once() -> None:
    with pytest.raises(UserError) as caught:
        parse_text(f"Name;Vorname\n{'Müller' * 10_000};Mia")
    assert caught.value.code == "file_too_large"
