"""What came back of a run of slips: how many, from which groups, with which answers.

Only counts leave here. A family is never named, and a question that was asked stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from kitadesk.domain.replies import Answer, Reply, ReplyKind, ReplyQuestion, tally

MOST_BARS = 12
"""Numbers that are told one by one; more are put together in steps of 2, 5, 10 …"""
_STEPS = (2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class SlipResult:
    """A household of the run: its group, and its reply as far as there is one."""

    group: str
    reply: Reply | None = None
    care: int = 0
    language: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of a group or of all; `chosen` follows the choices of the question."""

    group: str
    handed_out: int
    yes: int = 0
    no: int = 0
    persons: int = 0
    care: int = 0
    chosen: tuple[int, ...] = ()

    @property
    def returned(self) -> int:
        """Return how many slips came back."""
        return self.yes + self.no

    @property
    def missing(self) -> int:
        """Return how many are still out."""
        return self.handed_out - self.returned

    @property
    def quota(self) -> str:
        """Return the share that came back: "68 %"; empty where nothing was handed out."""
        return share(self.returned, self.handed_out)

    @property
    def mean(self) -> str:
        """Return the mean of the numbers that came back: "2,4"; empty without any."""
        return mean_words(self.persons, self.returned)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All counts of a run: by group, together, and how often each answer was given."""

    groups: tuple[Figures, ...]
    total: Figures
    answers: tuple[tuple[str, int], ...] = ()
    languages: tuple[tuple[str, int], ...] = ()
    questions: tuple[str, ...] = ()


def evaluate(question: ReplyQuestion, results: Sequence[SlipResult]) -> Evaluation:
    """Count a run; groups stand in the order of its slips."""
    by_group: dict[str, list[SlipResult]] = {}
    for one in results:
        by_group.setdefault(one.group, []).append(one)
    return Evaluation(
        groups=tuple(_figures(group, rows, question) for group, rows in by_group.items()),
        total=_figures("", results, question),
        answers=answer_counts(question, [one.reply for one in results if one.reply]),
        languages=_most_first(one.language for one in results),
        questions=tuple(dict.fromkeys(one.question for one in results if one.question)),
    )


def answer_counts(question: ReplyQuestion, replies: Sequence[Reply]) -> tuple[tuple[str, int], ...]:
    """Return each answer with its count; numbers from the least to the largest, gaps as zero."""
    if question.kind is ReplyKind.NUMBER:
        return number_counts([one.persons for one in replies])
    return tally(question, replies)


def number_counts(numbers: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Return how often each number came, or each span of numbers where they are many."""
    if not numbers:
        return ()
    least, most = min(numbers), max(numbers)
    step = next((s for s in (1, *_STEPS) if ceil((most - least + 1) / s) < MOST_BARS), _STEPS[-1])
    first = least - least % step
    counted = Counter((number - first) // step for number in numbers)
    spans = (most - first) // step + 1
    return tuple((_span(first + at * step, step), counted[at]) for at in range(spans))


def share(part: int, whole: int) -> str:
    """Return a share in percent as papers tell it: "68 %"; empty of nothing."""
    return f"{round(part / whole * 100)} %" if whole > 0 else ""


def mean_words(total: int, count: int) -> str:
    """Return a mean with one decimal as Germans write it: "2,4"; empty of nothing."""
    return f"{total / count:.1f}".replace(".", ",") if count > 0 else ""


def _figures(group: str, rows: Sequence[SlipResult], question: ReplyQuestion) -> Figures:
    replies = [one.reply for one in rows if one.reply is not None]
    chosen = Counter(one.choice for one in replies)
    return Figures(
        group=group,
        handed_out=len(rows),
        yes=sum(one.answer is Answer.YES for one in replies),
        no=sum(one.answer is Answer.NO for one in replies),
        persons=sum(one.persons for one in replies),
        care=sum(one.care for one in rows),
        chosen=tuple(chosen[choice] for choice in question.choices),
    )


def _most_first(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Return each text with its count, those that came most often first, then as they came."""
    return tuple(Counter(text for text in texts if text).most_common())


def _span(first: int, step: int) -> str:
    return str(first) if step == 1 else f"{first} bis {first + step - 1}"
