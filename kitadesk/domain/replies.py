"""Replies to an invitation: the answer of a household, and the number on its slip."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from kitadesk.base.errors import UserError
from kitadesk.base.text import fold

MAX_PERSONS = 99
LEAST_CHOICES = 2
MAX_CHOICES = 9
"""As many as one digit on the number pad can name."""
FIRST_NUMBER = 1000
NONE_OF_THEM = "nichts davon"
_YES_WORDS = frozenset({"j", "ja", "1"})
_NO_WORDS = frozenset({"n", "nein", "0"})

# Damm's operation table (H. Michael Damm, 2004): one wrong digit and every swap of
# neighbours changes the check digit.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


class Answer(enum.Enum):
    """What a household answered; without a row the answer is still missing."""

    YES = "yes"
    NO = "no"


class ReplyKind(enum.Enum):
    """What the slip asks: who comes, yes or no, a number, or one of several choices."""

    ATTENDANCE = "attendance"
    YES_NO = "yes_no"
    NUMBER = "number"
    CHOICE = "choice"

    @property
    def label(self) -> str:
        """Return the word for this kind of answer."""
        return _KIND_LABELS[self]


_KIND_LABELS: dict[ReplyKind, str] = {
    ReplyKind.ATTENDANCE: "Wer kommt",
    ReplyKind.YES_NO: "Ja oder nein",
    ReplyKind.NUMBER: "Eine Zahl",
    ReplyKind.CHOICE: "Auswahl",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """A checked reply: NO has no persons; `persons` is also the number that a letter asked for."""

    answer: Answer
    persons: int
    choice: str = ""


@dataclass(frozen=True, slots=True)
class ReplyQuestion:
    """What a slip asks; `choices` only where one of several is ticked."""

    kind: ReplyKind = ReplyKind.ATTENDANCE
    text: str = ""
    choices: tuple[str, ...] = ()


class Asking(Protocol):
    """An event as far as its slip goes."""

    @property
    def reply_kind(self) -> ReplyKind:
        """Return what kind of answer the slip asks for."""

    @property
    def reply_question(self) -> str:
        """Return the words of the question."""

    @property
    def reply_choices(self) -> str:
        """Return the choices, one per line."""


def question_of(event: Asking) -> ReplyQuestion:
    """Return what the slip of an event asks."""
    choices = choices_of(event.reply_choices) if event.reply_kind is ReplyKind.CHOICE else ()
    return ReplyQuestion(event.reply_kind, event.reply_question, choices)


def choices_of(lines: str) -> tuple[str, ...]:
    """Return the choices that stand one per line; empty and repeated lines do not count."""
    found = (" ".join(line.split()) for line in lines.splitlines())
    return tuple(dict.fromkeys(line for line in found if line))[:MAX_CHOICES]


def checked_choices(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the choices that were typed, one per line; empty lines are dropped, none is allowed.

    Raises UserError ``choice_repeated``, also when only case or blanks differ, and
    ``choices_number`` for one alone or more than a slip has room for.
    """
    found = [line for line in (" ".join(typed.split()) for typed in lines) if line]
    known: set[str] = set()
    for line in found:
        if line.casefold() in known:
            raise UserError("choice_repeated", choice=line)
        known.add(line.casefold())
    if found and not LEAST_CHOICES <= len(found) <= MAX_CHOICES:
        raise UserError("choices_number", count=len(found), least=LEAST_CHOICES, most=MAX_CHOICES)
    return tuple(found)


def check_reply(persons: int) -> Reply:
    """Turn the typed number of persons into a reply; 0 means "kommt nicht"."""
    if not 0 <= persons <= MAX_PERSONS:
        raise UserError("persons_out_of_range", persons=persons, most=MAX_PERSONS)
    return Reply(Answer.YES if persons else Answer.NO, persons)


def check_answer(question: ReplyQuestion, number: int) -> Reply:
    """Turn the number typed from a slip into a reply.

    Persons or the number asked for; 1 and 0 for yes and no; the place of a choice, 0 for none.
    """
    if question.kind is ReplyKind.ATTENDANCE:
        return check_reply(number)
    most = {ReplyKind.YES_NO: 1, ReplyKind.CHOICE: len(question.choices)}
    if not 0 <= number <= most.get(question.kind, MAX_PERSONS):
        raise UserError("answer_not_understood", text=number, allowed=allowed_answers(question))
    answer = Answer.YES if number else Answer.NO
    if question.kind is ReplyKind.NUMBER:
        return Reply(answer, number)
    is_choice = question.kind is ReplyKind.CHOICE and number > 0
    return Reply(answer, 0, question.choices[number - 1] if is_choice else "")


def parse_answer(question: ReplyQuestion, typed: str) -> int:
    """Read what was typed from a slip: "J", "nein", "3", or the beginning of a choice."""
    text = typed.strip()
    if question.kind is ReplyKind.YES_NO and text.casefold() in _YES_WORDS | _NO_WORDS:
        return int(text.casefold() in _YES_WORDS)
    if text.isascii() and text.isdigit() and len(text) < 6:
        number = int(text)
        check_answer(question, number)
        return number
    named = [
        place
        for place, choice in enumerate(question.choices, start=1)
        if text and fold(choice).startswith(fold(text))
    ]
    if len(named) == 1:
        return named[0]
    if question.kind is ReplyKind.ATTENDANCE:
        raise UserError("persons_out_of_range", persons=text or "nichts", most=MAX_PERSONS)
    allowed = allowed_answers(question)
    raise UserError("answer_not_understood", text=text[:20] or "nichts", allowed=allowed)


def typed_answer(question: ReplyQuestion, reply: Reply) -> str:
    """Return what would be typed for a reply that is known already."""
    if question.kind is ReplyKind.YES_NO:
        return "J" if reply.answer is Answer.YES else "N"
    if question.kind is ReplyKind.CHOICE and reply.answer is Answer.YES:
        known = reply.choice in question.choices
        return str(question.choices.index(reply.choice) + 1) if known else ""
    return str(reply.persons)


def allowed_answers(question: ReplyQuestion) -> str:
    """Return what can be typed, as one line: "J oder N", "1 Kuchen, 2 Salat, 0 nichts davon"."""
    if question.kind is ReplyKind.YES_NO:
        return "J für Ja, N für Nein"
    if question.kind is ReplyKind.CHOICE:
        places = (f"{place} {choice}" for place, choice in enumerate(question.choices, start=1))
        return ", ".join((*places, f"0 {NONE_OF_THEM}"))
    return f"eine Zahl von 0 bis {MAX_PERSONS}"


def answer_words(question: ReplyQuestion, reply: Reply) -> str:
    """Return an answer in words: "Ja", "Nein", "3", "Kuchen"."""
    if question.kind is ReplyKind.NUMBER:
        return str(reply.persons)
    if question.kind is ReplyKind.CHOICE:
        return reply.choice if reply.answer is Answer.YES else NONE_OF_THEM
    return "Ja" if reply.answer is Answer.YES else "Nein"


def tally(question: ReplyQuestion, replies: Iterable[Reply]) -> tuple[tuple[str, int], ...]:
    """Count the answers to a letter: ("Ja", 41), ("Nein", 12); a number also as its sum.

    Every choice is named, also one that nobody took; one that was renamed since comes behind.
    """
    known = tuple(replies)
    if question.kind is ReplyKind.NUMBER:
        return (("zusammen", sum(one.persons for one in known)), ("Antworten", len(known)))
    counted = Counter(answer_words(question, one) for one in known)
    listed = question.choices if question.kind is ReplyKind.CHOICE else ("Ja", "Nein")
    others = sorted(counted.keys() - set(listed) - {NONE_OF_THEM})
    none = (NONE_OF_THEM,) if counted[NONE_OF_THEM] else ()
    return tuple((word, counted[word]) for word in (*listed, *others, *none))


def check_digit(number: int) -> int:
    """Return Damm's check digit of a slip number."""
    state = 0
    for digit in str(number):
        state = _DAMM[state][int(digit)]
    return state


def slip_text(number: int) -> str:
    """Return the number as the slip shows it: 4821 → "4821-7"."""
    return f"{number}-{check_digit(number)}"


def parse_slip(text: str) -> int:
    """Return the number behind a typed or scanned slip text; digits only are enough.

    The last digit is the check digit. Raises UserError ``slip_check_digit``.
    """
    digits = "".join(ch for ch in text if ch.isascii() and ch.isdigit())
    others = text.replace("-", "").replace(" ", "").replace("Nr.", "")
    if not (4 < len(digits) <= 10) or digits != others or digits.startswith("0"):
        raise UserError("slip_check_digit", number=text.strip()[:20])
    number = int(digits[:-1])
    if check_digit(number) != int(digits[-1]):
        raise UserError("slip_check_digit", number=text.strip()[:20])
    return number


def is_slip(text: str) -> bool:
    """Return whether a text is the number of a slip, by its length and check digit."""
    try:
        parse_slip(text)
    except UserError:
        return False
    return True
