"""Minutes of an evening: votes, times, names."""

from __future__ import annotations

from datetime import date, time

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.minutes import (
    MOST_VOTES,
    Votes,
    addressed_names,
    check_votes,
    names_found,
    next_words,
    possible_names,
    span_words,
    votes_note,
)


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        (Votes(), ""),
        (Votes(12, 1, 2), "12 Ja, 1 Nein, 2 Enthaltungen"),
        (Votes(12), "12 Ja, 0 Nein, 0 Enthaltungen"),
        (Votes(abstained=1), "0 Ja, 0 Nein, 1 Enthaltung"),
        (Votes(0, 0, 0), "0 Ja, 0 Nein, 0 Enthaltungen"),
    ],
)
def test_votes_are_said_in_words_and_silent_while_nobody_counted(votes: Votes, words: str) -> None:
    assert votes.words == words


@pytest.mark.parametrize(
    ("votes", "outcome"),
    [
        (Votes(12, 0, 0), "einstimmig"),
        (Votes(12, 0, 2), "mehr Ja als Nein"),
        (Votes(7, 6, None), "mehr Ja als Nein"),
        (Votes(6, 6), "Stimmengleichheit"),
        (Votes(0, 3), "mehr Nein als Ja"),
        (Votes(0, 0, 4), ""),
        (Votes(), ""),
    ],
)
def test_the_outcome_says_which_side_has_more(votes: Votes, outcome: str) -> None:
    assert votes.outcome == outcome


def test_more_votes_than_persons_are_pointed_out() -> None:
    assert votes_note(Votes(12, 1, 2), 14) == "mehr Ja als Nein · 15 Stimmen, anwesend waren 14"
    assert votes_note(Votes(12, 1, 2), 15) == "mehr Ja als Nein"
    assert votes_note(Votes(12, 1, 2), None) == "mehr Ja als Nein"


@pytest.mark.parametrize("count", [-1, MOST_VOTES + 1])
def test_votes_that_nobody_counts_are_refused(count: int) -> None:
    with pytest.raises(UserError) as refused:
        check_votes(count)
    assert refused.value.code == "number_out_of_range"


@pytest.mark.parametrize("count", [None, 0, MOST_VOTES])
def test_no_count_and_possible_counts_are_taken(count: int | None) -> None:
    check_votes(count)


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        (time(19), time(21, 10), "19:00 bis 21:10 Uhr"),
        (time(19), None, "ab 19:00 Uhr"),
        (None, time(21), "bis 21:00 Uhr"),
        (None, None, ""),
    ],
)
def test_times_are_said_as_far_as_they_are_known(
    begins: time | None, ends: time | None, words: str
) -> None:
    assert span_words(begins, ends) == words


def test_only_words_with_a_capital_letter_can_be_names() -> None:
    found = possible_names(["Elif bringt Kuchen mit, An und Anna-Lena O’Neill auch: ß 12"])
    assert found == {"Elif", "Kuchen", "Anna-Lena", "O’Neill"}


def test_a_name_is_found_as_a_whole_word_only() -> None:
    texts = ["Frau Vogel leitet.", "Die Vogelhäuser hängen."]
    assert names_found(texts, ["Anna Vogel", "Häuser"]) == ("Vogel",)


def test_whom_a_text_calls_frau_herr_or_familie_is_found() -> None:
    texts = ["Danke an Frau Dr. Noack, Herrn Seidel und Familie Łukasz.", "Frau und Herr kommen."]
    assert addressed_names(texts) == ("Noack", "Seidel", "Łukasz")


def test_the_next_date_is_told_as_far_as_it_is_known() -> None:
    assert next_words(date(2027, 5, 6), None, "Aula") == "Donnerstag, 6. Mai 2027, Aula"
    assert next_words(None, None, "") == ""
