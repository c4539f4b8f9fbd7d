"""The shipped texts of invitations: complete, warm, and checked when somebody changes the file."""

from __future__ import annotations

import re

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.queries.texts import parse_texts, shipped_texts

GOOD = b'[default]\npretitle = "{art}"\nbody = "B"\nclosing = "C"\ncontact = "D"\n'


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_has_every_block(kind: EventKind) -> None:
    texts = shipped_texts(kind)

    assert texts.keys() == set(TextBlock)
    assert all(text.strip() for text in texts.values())


@pytest.mark.parametrize("kind", EventKind)
def test_a_text_continues_the_salutation_and_guesses_none(kind: EventKind) -> None:
    body = shipped_texts(kind)[TextBlock.BODY].strip()

    assert body[0].islower()
    assert not re.search(r"Sehr geehrte|Liebe Eltern|Frau |Herr ", body)


@pytest.mark.parametrize("kind", EventKind)
def test_sentences_are_short_and_plain(kind: EventKind) -> None:
    for text in shipped_texts(kind).values():
        for line in text.splitlines():
            assert len(line.split()) <= 17, line
            assert not re.search(r"z\. ?B\.|bzw\.|wird gebeten|werden gebeten", line)


def test_a_kind_of_its_own_wins_over_the_default() -> None:
    found = parse_texts(GOOD + b'[festival]\nbody = "Fest"\n', "texts.toml")

    assert found[EventKind.FESTIVAL][TextBlock.BODY] == "Fest"
    assert found[EventKind.FESTIVAL][TextBlock.CLOSING] == "C"
    assert found[EventKind.OTHER][TextBlock.BODY] == "B"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"[default]", b"[vorgabe]"),
        (b"[default]", b"[default"),
        (b"[default]", b"default = 1\n[festival]"),
        (b"{art}", b"{sorte}"),
        (b'body = "B"\n', b""),
        (b"body", b"text"),
        (b'"B"', b"7"),
        (GOOD, GOOD + b"[party]\n"),
        (GOOD, b"festival = 1\n" + GOOD),
    ],
)
def test_a_wrong_file_is_named(old: bytes, new: bytes) -> None:
    with pytest.raises(UserError) as refused:
        parse_texts(GOOD.replace(old, new), "texts.toml")

    assert refused.value.code == "rules_file_wrong"
    assert "texts.toml" in str(refused.value)
