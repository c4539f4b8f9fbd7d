"""A letter to parents with a slip: its templates, and what may be asked on it."""

from __future__ import annotations

from dataclasses import dataclass

from kitadesk.domain.events import EventKind
from kitadesk.domain.replies import ReplyKind

ASKED = (ReplyKind.YES_NO, ReplyKind.NUMBER, ReplyKind.CHOICE)
"""What a letter may ask; who comes is the question of an invitation."""
WITHOUT_SLIP = ReplyKind.ATTENDANCE
"""A letter of this kind asks nothing and has no slip."""


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A shipped letter: title, text with placeholders, and the question on its slip."""

    key: str
    label: str
    title: str
    body: str
    kind: ReplyKind = WITHOUT_SLIP
    question: str = ""
    choices: tuple[str, ...] = ()


def has_slip(event_kind: EventKind, reply_kind: ReplyKind) -> bool:
    """Return whether families answer: to all invitations, and to letters that ask something."""
    if event_kind is EventKind.CLOSING_DAY:
        return False
    return event_kind is not EventKind.LETTER or reply_kind is not WITHOUT_SLIP
