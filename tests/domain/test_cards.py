"""Cards of all three versions are read, hostile ones cost nothing, and our own come back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.text import clean
from kitadesk.domain.cards import MOST_CARDS, Card, CardWay, read_cards, write_cards
from kitadesk.domain.people import ContactKind


def _card(*lines: str, version: str = "3.0") -> Card:
    (card,) = read_cards("\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD")))
    return card


def test_a_card_of_version_3_is_read() -> None:
    card = _card(
        "N:Albrecht;Jana;;Dr.;",
        "FN:Jana Albrecht",
        "ORG:Stadtelternbeirat Hainichen;Kita Sonnenschein",
        "TITLE:Vorsitz",
        "TEL;TYPE=CELL:0151 5550009",
        "TEL;TYPE=WORK,VOICE:037207 55501",
        "EMAIL;TYPE=INTERNET:jana@example.org",
        "ADR;TYPE=WORK:;;Markt 1;Hainichen;;09661;Deutschland",
        "NOTE:ruft zurück\\, abends",
    )
    assert card == Card(
        "Albrecht", "Jana", "Dr.", "Jana Albrecht", "Stadtelternbeirat Hainichen",
        "Kita Sonnenschein", "Vorsitz", "Markt 1", "09661", "Hainichen", "ruft zurück, abends",
        (
            CardWay(ContactKind.MOBILE, "0151 5550009"),
            CardWay(ContactKind.PHONE, "037207 55501"),
            CardWay(ContactKind.EMAIL, "jana@example.org"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("charset", "value"),
    [
        ("CHARSET=UTF-8;", "K=C3=BChn;R=C3=B6sel"),
        ("CHARSET=ISO-8859-1;", "K=FChn;R=F6sel"),
        ("CHARSET=WINDOWS-1252;", "K=FChn;R=F6sel"),
        ("", "K=FChn;R=F6sel"),
        ("CHARSET=X-UNKNOWN;", "K=C3=BChn;R=C3=B6sel"),
    ],
)
def test_quoted_printable_of_version_2_1_is_read_in_its_character_set(
    charset: str, value: str
) -> None:
    card = _card(f"N;{charset}ENCODING=QUOTED-PRINTABLE:{value}", version="2.1")
    assert (card.last_name, card.first_name) == ("Kühn", "Rösel")


def test_a_soft_line_break_of_version_2_1_joins_the_lines() -> None:
    card = _card("NOTE;QUOTED-PRINTABLE:erste =", "H=C3=A4lfte=0D=0Azweite", version="2.1")
    assert card.note == "erste Hälfte\nzweite"


def test_kinds_of_version_2_1_stand_without_a_name() -> None:
    card = _card("N:Kühn", "TEL;WORK;VOICE:1", "TEL;CELL:2", "TEL;WORK;FAX:3", version="2.1")
    assert [way.kind for way in card.ways] == [
        ContactKind.PHONE,
        ContactKind.MOBILE,
        ContactKind.FAX,
    ]


def test_version_4_writes_numbers_as_addresses_of_the_net() -> None:
    card = _card(
        'TEL;VALUE=uri;TYPE="cell,voice":tel:+49-151-5550', "EMAIL:mailto:a@example.org",
        version="4.0",
    )  # fmt: skip
    assert [(way.kind, way.value) for way in card.ways] == [
        (ContactKind.MOBILE, "+49-151-5550"),
        (ContactKind.EMAIL, "a@example.org"),
    ]


@pytest.mark.parametrize("blank", [" ", "\t"])
def test_a_folded_line_is_one_line(blank: str) -> None:
    card = _card("NOTE:Wort", f"{blank}reich", "N:Kühn")
    assert (card.note, card.last_name) == ("Wortreich", "Kühn")


def test_groups_and_small_letters_of_names_are_understood() -> None:
    card = _card("item1.email;type=home:a@example.org", "n:Kühn;Rösel")
    assert card.values(ContactKind.EMAIL) == ("a@example.org",)
    assert card.first_name == "Rösel"


def test_escaped_semicolons_divide_nothing() -> None:
    card = _card("ORG:Kita A\\;B;Gruppe", "N:M\\\\x;Y")
    assert (card.organization, card.unit, card.last_name) == ("Kita A;B", "Gruppe", "M\\x")


def test_a_colon_between_quotation_marks_ends_no_head() -> None:
    assert _card('TEL;X="a:b":123').values(ContactKind.PHONE) == ("123",)


def test_a_card_without_end_ends_where_the_next_begins() -> None:
    text = "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C"
    assert [card.full_name for card in read_cards(text)] == ["A", "B", "C"]


def test_a_card_inside_of_a_card_is_left_out() -> None:
    card = _card("N:Kühn", "AGENT:", "BEGIN:VCARD", "N:Fremd", "EMAIL:x@example.org", "END:VCARD")
    assert (card.last_name, card.ways) == ("Kühn", ())


def test_pictures_are_skipped_unread() -> None:
    photo = ["PHOTO;ENCODING=b;TYPE=JPEG:", *[" " + "A" * 74] * 100_000]
    before = time.process_time()
    assert _card(*photo, "N:Kühn").last_name == "Kühn"
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    "line",
    [
        "TEL;" + "a;" * 5000 + '"x',
        "TEL;" + "a;" * 1000 + '"x',
        "NOTE:" + "\\" * 4000,
        "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=" * 4000 + "x",
        "X" * 2_000_000,
        "ADR:" + ";" * 4000,
    ],
    ids=["many parameters", "parameters", "escapes", "equal signs", "long", "semicolons"],
)
def test_a_hostile_line_costs_no_time(line: str) -> None:
    before = time.process_time()
    assert _card(line, "N:Kühn").last_name == "Kühn"
    assert time.process_time() - before < 1


def test_nested_cards_and_too_many_cards_end() -> None:
    assert read_cards("BEGIN:VCARD\n" * 3000) == ()
    assert len(read_cards("BEGIN:VCARD\nFN:A\nAGENT:\n" + "AGENT:\nBEGIN:VCARD\n" * 3000)) == 1
    assert len(read_cards("BEGIN:VCARD\nFN:A\nEND:VCARD\n" * (MOST_CARDS + 5))) == MOST_CARDS


@pytest.mark.parametrize("text", ["", "BEGIN", "Hallo", "END:VCARD", "\x00\x01"])
def test_what_is_no_card_is_none(text: str) -> None:
    assert read_cards(text) == ()


_line = st.text(max_size=60).map(lambda text: " ".join(clean(text).split()))
_ways = st.lists(
    st.builds(CardWay, st.sampled_from(ContactKind), _line.filter(bool)), max_size=4
).map(lambda ways: tuple(sorted(ways, key=lambda way: way.kind in _NO_PHONES)))
_NO_PHONES = (ContactKind.EMAIL, ContactKind.WEB)


@given(st.text(max_size=300))
def test_no_text_stops_the_reader(text: str) -> None:
    read_cards(f"BEGIN:VCARD\nN:{text}\n{text}\nEND:VCARD")


@given(_line.filter(bool), _line, _line, _line, _line)
def test_what_is_written_is_read_back(
    last: str, first: str, organization: str, function: str, street: str
) -> None:
    card = Card(last, first, "", "", organization, "", function, street, "09661", "Hainichen")
    (found,) = read_cards(write_cards([card]))
    assert (found.last_name, found.first_name, found.street) == (last, first, street)
    assert (found.organization, found.function) == (organization, function)


@given(_ways)
def test_numbers_are_read_back_in_their_order(ways: tuple[CardWay, ...]) -> None:
    (found,) = read_cards(write_cards([Card("Kühn", ways=ways)]))
    wanted = [(way.kind, way.value) for way in ways if way.kind not in _NO_PHONES]
    assert [(w.kind, w.value) for w in found.ways if w.kind not in _NO_PHONES] == [
        (kind, value.removeprefix("tel:").removeprefix("mailto:")) for kind, value in wanted
    ]


def test_lines_are_folded_at_75_bytes_between_letters() -> None:
    text = write_cards([Card("Kühn", note="ä" * 200)])
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert read_cards(text)[0].note == "ä" * 200


def test_a_note_cannot_smuggle_a_property_in() -> None:
    text = write_cards([Card("Kühn", note="x\r\nTEL:0190 555\nEND:VCARD")])
    (card,) = read_cards(text)
    assert card.ways == ()
    assert card.note == "x\nTEL:0190 555\nEND:VCARD"
