"""Replies to an invitation: the answer of a household, and the number on its slip."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kitadesk.base.errors import UserError

MAX_PERSONS = 99
FIRST_NUMBER = 1000

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


@dataclass(frozen=True, slots=True)
class Reply:
    """A checked reply: NO has no persons, YES has at least one."""

    answer: Answer
    persons: int


def check_reply(persons: int) -> Reply:
    """Turn the typed number of persons into a reply; 0 means "kommt nicht"."""
    if not 0 <= persons <= MAX_PERSONS:
        raise UserError("persons_out_of_range", persons=persons, most=MAX_PERSONS)
    return Reply(Answer.YES if persons else Answer.NO, persons)


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
