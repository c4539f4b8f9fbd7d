"""What stands on the slips of all letters: the question, its answers to tick, the signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kitadesk.domain.replies import MAX_CHOICES, ReplyKind
from kitadesk.handouts.kit.blocks import Block, Paragraph, SlipField
from kitadesk.handouts.texts import Texts

SlipLine = tuple[SlipField, ...]
LONGEST = 80
"""Letters of a question that fit on a slip; a longer one stands in full above it."""
_LONG_CHOICE = 34
_FEW = 4


@dataclass(frozen=True, slots=True)
class Question:
    """What a slip asks, as papers hold it."""

    kind: ReplyKind = ReplyKind.ATTENDANCE
    text: str = ""
    choices: tuple[str, ...] = ()


def attendance_line(texts: Texts) -> SlipLine:
    """How many come, or nobody."""
    return (
        SlipField(texts.say("slip.coming"), 16, texts.say("slip.coming_persons"), tick=True),
        SlipField(texts.say("slip.not_coming"), tick=True),
    )


def signature_line(texts: Texts) -> SlipLine:
    """Day and name by hand."""
    return (SlipField(texts.say("slip.signature"), 0),)


def whose_line(texts: Texts) -> SlipLine:
    """Whose slip it is, where no name is printed on it."""
    return (SlipField(texts.say("slip.child"), 85), SlipField(texts.say("slip.group"), 0))


def answer_lines(question: Question, texts: Texts) -> Iterator[SlipLine]:
    """The answers to tick or to fill in; a choice carries the digit that is typed for it."""
    if question.kind is ReplyKind.ATTENDANCE:
        yield attendance_line(texts)
        return
    if question.kind is ReplyKind.NUMBER:
        yield (SlipField(question.text or texts.say("slip.count"), 22),)
        return
    if question.text:
        yield (SlipField(question.text),)
    if question.kind is ReplyKind.YES_NO:
        yes, no = texts.say("slip.yes"), texts.say("slip.no")
        yield (SlipField(yes, tick=True), SlipField(no, tick=True))
    else:
        yield from _choice_lines(question.choices[:MAX_CHOICES])


def in_full(question: Question) -> Iterator[Block]:
    """What a slip could only shorten is asked above it; what has room there is not said twice."""
    if len(question.text) > LONGEST:
        yield Paragraph(question.text)
    is_long = any(len(choice) > LONGEST for choice in question.choices)
    if is_long or len(question.choices) > MAX_CHOICES:
        for line in _numbered(question.choices):
            yield Paragraph(line)


def _numbered(choices: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{place}  {choice}" for place, choice in enumerate(choices, start=1))


def _choice_lines(choices: tuple[str, ...]) -> Iterator[SlipLine]:
    """Short choices stand two to a line, long ones alone as long as there are few."""
    numbered = _numbered(choices)
    is_long = any(len(choice) > _LONG_CHOICE for choice in choices)
    to_a_line = 1 if is_long and len(choices) <= _FEW else 2
    for start in range(0, len(numbered), to_a_line):
        line = numbered[start : start + to_a_line]
        yield tuple(SlipField(text, tick=True) for text in line)
