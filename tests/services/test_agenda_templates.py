"""The shipped agendas, and what is said when somebody breaks the file."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.services.agenda_templates import parse_agendas, proposed_agenda

GOOD = b'[[agenda]]\nkinds = ["festival"]\nitems = [{ minutes = 5, title = "A", arrival = true }]\n'
PAPER_ONLY = {EventKind.LETTER, EventKind.CLOSING_DAY}


@pytest.mark.parametrize("kind", set(EventKind) - PAPER_ONLY, ids=lambda kind: kind.value)
def test_every_meeting_of_people_has_an_agenda(kind: EventKind) -> None:
    assert 30 <= sum(item.minutes for item in proposed_agenda(kind)) <= 180


def test_only_the_first_point_is_an_arrival() -> None:
    later = [item for kind in EventKind for item in proposed_agenda(kind)[1:]]
    assert not any(item.is_arrival for item in later)


def test_a_topic_evening_follows_the_usual_course() -> None:
    minutes = [item.minutes for item in proposed_agenda(EventKind.TOPIC_EVENING)]
    assert minutes == [10, 5, 10, 30, 25, 10, 5]


def test_a_good_file_is_read() -> None:
    (item,) = parse_agendas(GOOD, "agenda.toml")[EventKind.FESTIVAL]
    assert (item.minutes, item.title, item.is_arrival) == (5, "A", True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"[[agenda]]", b"[[ablauf]]"),
        (b"[[agenda]]", b"[[agenda"),
        (b"[[agenda]]", b"[agenda]"),
        (b'"festival"', b'"fest"'),
        (b'"festival"', b'"festival", "festival"'),
        (b'["festival"]', b"[]"),
        (b'["festival"]', b'"festival"'),
        (b"minutes = 5", b"minutes = 0"),
        (b"minutes = 5", b"minutes = 721"),
        (b"minutes = 5", b"minutes = true"),
        (b"minutes = 5", b'minutes = "5"'),
        (b"minutes = 5, ", b""),
        (b'title = "A"', b"title = 1"),
        (b'title = "A"', b'name = "A"'),
        (b"arrival = true", b"arrival = 1"),
        (b"items", b"points"),
        (b"[{", b"[1, {"),
    ],
)
def test_a_broken_file_is_named(old: bytes, new: bytes) -> None:
    with pytest.raises(UserError) as refused:
        parse_agendas(GOOD.replace(old, new), "agenda.toml")
    assert refused.value.code == "rules_file_wrong"
    assert "agenda.toml" in str(refused.value)
