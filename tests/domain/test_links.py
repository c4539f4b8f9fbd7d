"""What a QR code may lead to: web pages and mail addresses, and how they are read and opened."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.links import MOST_LINK, checked_link, is_mail, link_code, link_words


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://www.example.org/kita", "https://www.example.org/kita"),
        ("HTTP://example.org", "http://example.org"),
        ("www.example.org", "https://www.example.org"),
        (" kita.example.org/anmeldung?tag=8 ", "https://kita.example.org/anmeldung?tag=8"),
        ("example.org:8080/a", "https://example.org:8080/a"),
        ("kita-müller.example.org/übergang", "https://kita-müller.example.org/übergang"),
        ("example.org/@kita", "https://example.org/@kita"),
        ("kita@example.org", "mailto:kita@example.org"),
        ("mailto:kita@example.org", "mailto:kita@example.org"),
        ("MailTo:a@example.org?subject=Abend", "mailto:a@example.org?subject=Abend"),
    ],
)  # fmt: skip
def test_web_and_mail_addresses_are_taken_as_people_type_them(typed: str, link: str) -> None:
    assert checked_link(typed) == link
    assert checked_link(link) == link


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "kita", "https://", "https://kita", "http:/example.org", "https:example.org"),
        *("javascript:alert(1)", "file:///C:/kita.pdf", "data:text/html,x", "ftp://example.org"),
        *("tel:037207555", "WIFI:S:kita;;", "https://anna@example.org", "https://example.org@b.de"),
        *("https://a b.example.org", "www.example.org/a b", "https://exa_mple.org", "www.1.2"),
        *("https://example.org:99999", "https://[::1", "192.0.2.1/kita", "a.org\\b", "<b>.org"),
        *("mailto:", "mailto:kita", "a@example.org,b@example.org", "a@example.org;b@example.org"),
        *(
            "mailto:?bcc=a@example.org",
            "a@example.org,",
            "a@example.org;",
            "@example.org",
            "kita@",
            "https://" + "a" * 64 + ".org",
        ),
        "www.example.org/" + "x" * MOST_LINK,
    ],
)
def test_anything_else_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        checked_link(typed)
    assert refused.value.code == "link_not_understood"


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("https://www.example.org/", "www.example.org"),
        ("http://example.org/kita/", "example.org/kita"),
        ("https://kita-müller.example.org/übergang", "kita-müller.example.org/übergang"),
        ("mailto:kita@example.org?subject=Elternabend", "kita@example.org"),
    ],
)
def test_a_link_is_printed_as_it_is_typed(link: str, words: str) -> None:
    assert link_words(link) == words


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("https://www.example.org/a?b=c&d=%20#e", "https://www.example.org/a?b=c&d=%20#e"),
        ("https://Kita-Müller.example.org", "https://xn--kita-mller-feb.example.org"),
        ("http://example.org:8080/übergang", "http://example.org:8080/%C3%BCbergang"),
        ("mailto:kita@müller.example.org", "mailto:kita@xn--mller-kva.example.org"),
        ("mailto:kita@example.org?subject=Für", "mailto:kita@example.org?subject=F%C3%BCr"),
    ],
)
def test_a_code_holds_what_telephones_open(link: str, code: str) -> None:
    assert link_code(link) == code
    assert code.isascii()


def test_mail_is_told_from_the_web() -> None:
    assert is_mail("mailto:kita@example.org")
    assert not is_mail("https://mailto.example.org")
