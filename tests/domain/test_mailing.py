"""Who gets mail and who gets paper, and links that mail programs take whole."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.domain.mailing import (
    LONGEST_LINK,
    Addressee,
    Channel,
    MailWish,
    Separator,
    addresses_of,
    channel_of,
    copied_addresses,
    fits_link,
    mail_links,
    split_run,
    usable_addresses,
)
from kitadesk.domain.people import DeliveryWay


def household(delivery: DeliveryWay, *emails: str, number: int = 1, **more: bool) -> Addressee:
    return Addressee(UUID(int=number), f"Familie {number}", emails, delivery, **more)


MAIL = "a@example.org"


@pytest.mark.parametrize(
    ("delivery", "emails", "flags", "wish", "channel"),
    [
        (DeliveryWay.MAIL, (MAIL,), {}, MailWish.AS_ASKED, Channel.MAIL),
        (DeliveryWay.MAIL, (), {}, MailWish.AS_ASKED, Channel.NO_ADDRESS),
        (DeliveryWay.BACKPACK, (MAIL,), {}, MailWish.AS_ASKED, Channel.PAPER),
        (DeliveryWay.BACKPACK, (MAIL,), {}, MailWish.WHEREVER_POSSIBLE, Channel.MAIL),
        (DeliveryWay.BACKPACK, (), {}, MailWish.WHEREVER_POSSIBLE, Channel.PAPER),
        (DeliveryWay.POST, (), {"has_address": True}, MailWish.AS_ASKED, Channel.PAPER),
        (DeliveryWay.POST, (), {}, MailWish.AS_ASKED, Channel.NO_ADDRESS),
        (DeliveryWay.POST, (), {"no_post": True}, MailWish.AS_ASKED, Channel.PAPER),
        (DeliveryWay.PERSONAL, (), {}, MailWish.AS_ASKED, Channel.PAPER),
    ],
)
def test_the_channel_follows_what_the_family_asked_for(
    delivery: DeliveryWay,
    emails: tuple[str, ...],
    flags: dict[str, bool],
    wish: MailWish,
    channel: Channel,
) -> None:
    assert channel_of(household(delivery, *emails, **flags), wish) is channel


def test_a_run_is_counted_in_the_words_of_the_form() -> None:
    run = [
        household(DeliveryWay.MAIL, MAIL),
        household(DeliveryWay.BACKPACK),
        household(DeliveryWay.PERSONAL),
        household(DeliveryWay.MAIL),
    ]
    assert split_run(run, MailWish.AS_ASKED).words == "1 Mail · 2 Druck · 1 ohne Adresse"
    assert split_run(run[:3], MailWish.AS_ASKED).words == "1 Mail · 2 Druck"


def test_an_address_of_two_households_stands_once_as_it_was_written_first() -> None:
    run = [
        household(DeliveryWay.MAIL, "Ott@example.org"),
        household(DeliveryWay.MAIL, "ott@EXAMPLE.org", "x@example.org"),
    ]
    assert addresses_of(run) == ("Ott@example.org", "x@example.org")
    assert copied_addresses(run) == "Ott@example.org; x@example.org"


def test_links_hold_every_address_once_and_are_short_enough() -> None:
    addresses = [f"familie.{number}@example.org" for number in range(300)]
    links = mail_links(addresses, "Themenabend", "Liebe Eltern,\nbis Donnerstag!")
    found = [one for link in links for one in parse_qs(urlsplit(link).query)["bcc"][0].split(";")]
    assert found == addresses
    assert max(map(len, links)) <= LONGEST_LINK
    assert 1 < len(links) < 6


def test_a_link_carries_subject_and_text_with_line_breaks() -> None:
    (link,) = mail_links([MAIL], "Café & Kuchen?", "Guten Tag,\nbis bald")
    query = parse_qs(urlsplit(link).query)
    assert query["subject"] == ["Café & Kuchen?"]
    assert query["body"] == ["Guten Tag,\r\nbis bald"]


def test_programs_of_the_standard_get_commas() -> None:
    (link,) = mail_links([MAIL, "b@example.org"], "x", separator=Separator.STANDARD)
    assert "bcc=a@example.org,b@example.org&" in link


def test_a_text_too_long_for_a_link_is_left_out() -> None:
    (link,) = mail_links([MAIL], "Abend", "Wort " * 900)
    assert "body" not in link
    assert MAIL in link


@given(st.lists(st.emails(), max_size=60, unique=True))
def test_no_address_is_lost_whatever_it_looks_like(addresses: list[str]) -> None:
    links = mail_links(addresses, "Abend", separator=Separator.STANDARD)
    parts = [link.split("bcc=", 1)[1].split("&subject=")[0].split(",") for link in links]
    assert [unquote(one) for batch in parts for one in batch] == addresses


@pytest.mark.parametrize(
    ("typed", "usable"),
    [
        ("ott@example.org", ("ott@example.org",)),
        (" Ott <ott@example.org>; x.y+z@example.org ", ("ott@example.org", "x.y+z@example.org")),
        ("mailto:ott@example.org, ott@example.org", ("ott@example.org",)),
        ("jana@kita-blüte.example.org", ("jana@xn--kita-blte-w9a.example.org",)),
        ("ott@example.org\r\nBcc: x@example.org", ("ott@example.org", "x@example.org")),
        ("jürgen@example.org", ()),
        ("keine", ()),
        ("@example.org", ()),
        ("ott@example", ()),
        ("ott@.example.org", ()),
        ("a" * 250 + "@example.org", ()),
        ("ott@" + "ü" * 300 + ".example.org", ()),
    ],
)
def test_only_what_mail_programs_take_is_an_address(typed: str, usable: tuple[str, ...]) -> None:
    assert usable_addresses(typed) == usable


@given(st.text())
def test_no_address_ever_breaks_a_line(text: str) -> None:
    for address in usable_addresses(text + "@example.org"):
        assert address.isascii()
        assert address.isprintable()


def test_a_short_text_goes_into_a_link_and_a_long_one_does_not() -> None:
    assert fits_link("Liebe Eltern,\n\nbis Donnerstag!")
    assert not fits_link("Wort " * 200)
