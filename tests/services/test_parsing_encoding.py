"""The letters of a list come out right, whichever program wrote it."""

import pytest

from kitadesk.services.parsing import parse
from kitadesk.services.parsing_encoding import ENCODINGS, decode

GERMAN = "Name;Vorname;Straße\nMüller;Jörg;Käthe-Kollwitz-Straße 3\nWeiß;Ürsel;Ölweg\n"
POLISH = "Name;Vorname;Straße\nMüller;Jörg;Weg 1\nWiśniewska;Małgorzata;Hauptstraße 3\n"
CZECH = "Příjmení;Jméno\nDvořák;Tomáš\nNováková;Růžena\n"
FRENCH = "Nom;Prénom\nLefèvre;Zoé\nGarçon;François\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"), (GERMAN, "mac_roman"), (GERMAN, "cp850"), (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"), (GERMAN, "utf-16"), (POLISH, "cp1250"), (POLISH, "utf-8"),
        (CZECH, "cp1250"), (FRENCH, "cp1252"), (FRENCH, "mac_roman"), (FRENCH, "cp850"),
    ],
)  # fmt: skip
def test_a_list_is_read_in_the_letters_it_was_written_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    "name",
    [
        "Müller",
        "Jörg",
        "Käthe",
        "Weiß",
        "Straße",
        "Ärmel",
        "Özil",
        "René",
        "Großmann",
        "Gauß",
        "Preiß",
        "Königsbrück",
        "Noël",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_one_name_is_enough_for_german_letters(name: str, encoding: str) -> None:
    assert name in decode(f"Name;Ort\n{name};Hain\n".encode(encoding))[0]


@pytest.mark.parametrize(
    "name",
    [
        "Wiśniewska",
        "Łukasz",
        "Zając",
        "Jabłko",
        "Gdańsk",
        "Święch",
        "Kowalczyk-Bąk",
        "Dvořák",
        "Jiří",
        "Kovačić",
    ],
)
def test_one_polish_or_czech_name_is_enough_for_its_letters(name: str) -> None:
    assert name in decode(f"Name;Ort\n{name};Hain\n".encode("cp1250"))[0]


@pytest.mark.parametrize(
    "name", ["Bjørn", "Søren", "Muñoz", "García", "Sánchez", "Ágnes", "Lefèvre", "Zoé"]
)
def test_western_names_are_not_taken_for_polish_ones(name: str) -> None:
    assert name in decode(f"Name;Ort\n{name};Hain\n".encode("cp1252"))[0]


def test_prices_and_quotes_are_no_letters() -> None:
    text = "Was;Preis\n„Ausflug“ – Bus;12 €\n"
    assert decode(text.encode("cp1252")) == (text, "cp1252")


def test_every_encoding_that_is_offered_reads_a_list() -> None:
    for encoding, _label in ENCODINGS:
        assert parse("Straße;Ort\nÖlweg;x".encode(encoding), encoding=encoding).encoding == encoding


def test_millions_of_letters_are_judged_by_the_first() -> None:
    assert decode("Müller;".encode("cp1252") * 500_000)[1] == "cp1252"
