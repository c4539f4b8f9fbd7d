"""The shipped plan of events, and what is said when somebody breaks the file."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.services.plans import event_steps, parse_steps

GOOD = b'[[step]]\nstep = "a"\ntitle = "A"\nrule = "T-1w"\nkinds = ["festival"]\n'


def test_every_kind_of_event_but_a_closing_day_has_a_plan() -> None:
    planned = {kind for step in event_steps() for kind in step.kinds}

    assert planned == set(EventKind) - {EventKind.CLOSING_DAY}


def test_the_steps_of_an_invited_evening_print_its_papers() -> None:
    papers = {step.paper_id for step in event_steps() if EventKind.TOPIC_EVENING in step.kinds} - {
        ""
    }

    assert papers == {"invitation", "agenda", "attendance_list", "child_care", "evaluation"}


def test_a_good_file_is_read() -> None:
    (step,) = parse_steps(GOOD, "plan.toml")

    assert (step.step, step.rule, step.kinds) == ("a", "T-1w", frozenset({EventKind.FESTIVAL}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"[[step]]", b"[[schritt]]"),
        (b"[[step]]", b"[[step"),
        (b"[[step]]", b"[step]"),
        (b"T-1w", b"vorher"),
        (b'"festival"', b'"party"'),
        (b'["festival"]', b"7"),
        (b"title", b"titel"),
        (b'title = "A"\n', b""),
        (b'kinds = ["festival"]\n', b'kinds = ["festival"]\ncolour = "red"\n'),
        (GOOD, GOOD + GOOD),
    ],
)
def test_a_wrong_file_is_named(old: bytes, new: bytes) -> None:
    with pytest.raises(UserError) as refused:
        parse_steps(GOOD.replace(old, new), "plan.toml")

    assert refused.value.code == "rules_file_wrong"
    assert "plan.toml" in str(refused.value)
