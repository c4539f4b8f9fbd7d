"""Counts of a run of slips: by group and together, shares and means, numbers as spans."""

from __future__ import annotations

import pytest

from kitadesk.domain.evaluation import (
    MOST_BARS,
    Figures,
    SlipResult,
    answer_counts,
    evaluate,
    mean_words,
    number_counts,
    share,
)
from kitadesk.domain.replies import NONE_OF_THEM, Answer, Reply, ReplyKind, ReplyQuestion

COMING = ReplyQuestion()
CAKES = ReplyQuestion(ReplyKind.CHOICE, "Was?", ("Kuchen", "Salat"))
YES, NO = Reply(Answer.YES, 2), Reply(Answer.NO, 0)


def chose(choice: str) -> Reply:
    return Reply(Answer.YES if choice else Answer.NO, 0, choice)


def test_slips_are_counted_by_group_in_the_order_of_the_run_and_together() -> None:
    found = evaluate(
        COMING,
        (
            *(SlipResult("Igel", YES, care=1), SlipResult("Bären", NO), SlipResult("Igel")),
            *(SlipResult("Bären", YES, care=2), SlipResult("", YES)),
        ),
    )

    assert found.groups == (
        Figures("Igel", 2, yes=1, no=0, persons=2, care=1),
        Figures("Bären", 2, yes=1, no=1, persons=2, care=2),
        Figures("", 1, yes=1, persons=2),
    )
    assert found.total == Figures("", 5, yes=3, no=1, persons=6, care=3)


def test_what_came_back_and_what_is_out_follow_from_the_counts() -> None:
    figures = Figures("Igel", 9, yes=4, no=2, persons=7)

    assert (figures.returned, figures.missing) == (6, 3)
    assert (figures.quota, figures.mean) == ("67 %", "1,2")


def test_nothing_handed_out_has_no_quota() -> None:
    assert (Figures("", 0).quota, Figures("", 0).mean) == ("", "")


def test_a_run_without_slips_is_empty() -> None:
    found = evaluate(COMING, ())

    assert (found.groups, found.total) == ((), Figures("", 0))
    assert found.answers == (("Ja", 0), ("Nein", 0))


def test_each_choice_is_counted_by_group_also_one_that_nobody_took() -> None:
    found = evaluate(
        CAKES, (SlipResult("Igel", chose("Salat")), SlipResult("Igel", chose("")), SlipResult("A"))
    )

    assert found.groups[0].chosen == (0, 1)
    assert found.answers == (("Kuchen", 0), ("Salat", 1), (NONE_OF_THEM, 1))


def test_languages_come_with_the_most_wanted_first_and_questions_once_each() -> None:
    found = evaluate(
        COMING,
        (
            SlipResult("A", YES, language="Arabisch", question="Wann?"),
            SlipResult("A", YES, language="Ukrainisch", question="Wo?"),
            SlipResult("B", YES, language="Ukrainisch", question="Wann?"),
            SlipResult("B", NO),
        ),
    )

    assert found.languages == (("Ukrainisch", 2), ("Arabisch", 1))
    assert found.questions == ("Wann?", "Wo?")


def test_numbers_are_told_from_the_least_to_the_largest_with_their_gaps() -> None:
    replies = [Reply(Answer.YES, 3), Reply(Answer.NO, 0), Reply(Answer.YES, 3)]

    found = answer_counts(ReplyQuestion(ReplyKind.NUMBER), replies)

    assert found == (("0", 1), ("1", 0), ("2", 0), ("3", 2))


@pytest.mark.parametrize(
    ("numbers", "labels", "counts"),
    [
        ([4], ("4",), (1,)),
        ([1, 11], tuple(str(n) for n in range(1, 12)), (1, *[0] * 9, 1)),
        ([1, 3, 12], ("0 bis 1", "2 bis 3", "4 bis 5", "6 bis 7", "8 bis 9", "10 bis 11",
                      "12 bis 13"), (1, 1, 0, 0, 0, 0, 1)),
        ([0, 49], tuple(f"{n} bis {n + 4}" for n in range(0, 50, 5)), (1, *[0] * 8, 1)),
        ([5, 95], tuple(f"{n} bis {n + 9}" for n in range(0, 100, 10)), (1, *[0] * 8, 1)),
    ],
)  # fmt: skip
def test_many_numbers_are_put_together_in_round_spans(
    numbers: list[int], labels: tuple[str, ...], counts: tuple[int, ...]
) -> None:
    assert number_counts(numbers) == tuple(zip(labels, counts, strict=True))


@pytest.mark.parametrize("most", [0, 6, 10, 11, 12, 18, 23, 24, 50, 60, 98, 99])
@pytest.mark.parametrize("least", [0, 1, 7])
def test_no_number_is_lost_and_the_bars_stay_few(least: int, most: int) -> None:
    numbers = list(range(least, max(least, most) + 1))

    found = number_counts(numbers)

    assert sum(count for _, count in found) == len(numbers)
    assert len(found) <= MOST_BARS


def test_without_numbers_there_are_no_bars() -> None:
    assert number_counts([]) == ()


@pytest.mark.parametrize(
    ("part", "whole", "words"), [(1, 3, "33 %"), (2, 3, "67 %"), (0, 5, "0 %"), (3, 3, "100 %")]
)
def test_a_share_is_a_whole_percent(part: int, whole: int, words: str) -> None:
    assert share(part, whole) == words


def test_a_mean_has_a_comma() -> None:
    assert (mean_words(5, 2), mean_words(6, 3)) == ("2,5", "2,0")
