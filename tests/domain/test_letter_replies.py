"""What a letter may ask, how an answer is typed, and how the answers are counted."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.domain.letters import has_slip
from kitadesk.domain.replies import (
    Answer,
    Reply,
    ReplyKind,
    ReplyQuestion,
    allowed_answers,
    answer_words,
    check_answer,
    choices_of,
    parse_answer,
    tally,
    typed_answer,
)

YES_NO = ReplyQuestion(ReplyKind.YES_NO, "Unser Kind fährt mit.")
NUMBER = ReplyQuestion(ReplyKind.NUMBER, "Wie viele?")
CHOICE = ReplyQuestion(ReplyKind.CHOICE, "Wir helfen", ("Aufbau", "Kuchen", "Äpfel"))
YES, NO = Reply(Answer.YES, 0), Reply(Answer.NO, 0)


@pytest.mark.parametrize(
    ("question", "typed", "number"),
    [
        (YES_NO, "j", 1),
        (YES_NO, " Ja ", 1),
        (YES_NO, "N", 0),
        (YES_NO, "0", 0),
        (NUMBER, "12", 12),
        (NUMBER, "0", 0),
        (CHOICE, "2", 2),
        (CHOICE, "ku", 2),
        (CHOICE, "apf", 3),
        (CHOICE, "0", 0),
        (ReplyQuestion(), "3", 3),
    ],
)
def test_an_answer_is_read_from_what_is_typed(
    question: ReplyQuestion, typed: str, number: int
) -> None:
    assert parse_answer(question, typed) == number


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (YES_NO, "2"), (YES_NO, "vielleicht"), (YES_NO, ""), (NUMBER, "100"), (NUMBER, "j"),
        (CHOICE, "4"), (CHOICE, "x"), (CHOICE, ""),
    ],
)  # fmt: skip
def test_what_is_no_answer_names_what_is_possible(question: ReplyQuestion, typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_answer(question, typed)
    assert refused.value.code == "answer_not_understood"
    assert allowed_answers(question) in str(refused.value)


def test_persons_keep_their_own_sentence() -> None:
    with pytest.raises(UserError) as refused:
        parse_answer(ReplyQuestion(), "drei")
    assert refused.value.code == "persons_out_of_range"


def test_a_beginning_that_fits_two_choices_is_no_answer() -> None:
    with pytest.raises(UserError):
        parse_answer(ReplyQuestion(ReplyKind.CHOICE, "", ("Aufbau", "Abbau")), "a")


def test_yes_and_no_have_no_persons() -> None:
    assert (check_answer(YES_NO, 1), check_answer(YES_NO, 0)) == (YES, NO)


def test_a_number_is_kept_and_nought_is_a_no() -> None:
    assert check_answer(NUMBER, 7) == Reply(Answer.YES, 7)
    assert check_answer(NUMBER, 0) == NO


def test_a_choice_is_kept_in_its_words() -> None:
    assert check_answer(CHOICE, 2) == Reply(Answer.YES, 0, "Kuchen")
    assert check_answer(CHOICE, 0) == NO


def test_who_comes_is_asked_as_before() -> None:
    assert check_answer(ReplyQuestion(), 3) == Reply(Answer.YES, 3)


@pytest.mark.parametrize(
    ("question", "reply", "typed"),
    [
        (YES_NO, YES, "J"),
        (YES_NO, NO, "N"),
        (NUMBER, Reply(Answer.YES, 7), "7"),
        (CHOICE, Reply(Answer.YES, 0, "Kuchen"), "2"),
        (CHOICE, Reply(Answer.YES, 0, "früher einmal"), ""),
        (CHOICE, NO, "0"),
    ],
)
def test_a_known_answer_is_shown_as_it_is_typed(
    question: ReplyQuestion, reply: Reply, typed: str
) -> None:
    assert typed_answer(question, reply) == typed


def test_answers_in_words() -> None:
    words = [answer_words(YES_NO, YES), answer_words(NUMBER, Reply(Answer.YES, 7))]
    words += [answer_words(CHOICE, Reply(Answer.YES, 0, "Kuchen")), answer_words(CHOICE, NO)]
    assert words == ["Ja", "7", "Kuchen", "nichts davon"]


def test_yes_and_no_are_counted() -> None:
    assert tally(YES_NO, (YES, YES, NO)) == (("Ja", 2), ("Nein", 1))


def test_numbers_are_added_up() -> None:
    assert tally(NUMBER, (Reply(Answer.YES, 3), NO)) == (("zusammen", 3), ("Antworten", 2))


def test_every_choice_is_named_and_a_renamed_one_comes_behind() -> None:
    replies = (Reply(Answer.YES, 0, "Kuchen"), Reply(Answer.YES, 0, "Salat"), NO)
    found = tally(CHOICE, replies)
    assert found[:3] == (("Aufbau", 0), ("Kuchen", 1), ("Äpfel", 0))
    assert found[3:] == (("Salat", 1), ("nichts davon", 1))


def test_choices_stand_one_per_line_at_most_nine() -> None:
    assert choices_of(" Kuchen \n\nSalat\nKuchen") == ("Kuchen", "Salat")
    assert len(choices_of("\n".join(str(number) for number in range(20)))) == 9


@pytest.mark.parametrize(
    ("kind", "asked", "answers"),
    [
        (EventKind.PARENT_EVENING, ReplyKind.ATTENDANCE, True),
        (EventKind.LETTER, ReplyKind.ATTENDANCE, False),
        (EventKind.LETTER, ReplyKind.NUMBER, True),
        (EventKind.CLOSING_DAY, ReplyKind.ATTENDANCE, False),
    ],
)
def test_who_answers_at_all(kind: EventKind, asked: ReplyKind, answers: bool) -> None:
    assert has_slip(kind, asked) is answers


def test_what_is_possible_is_said_in_one_line() -> None:
    question = ReplyQuestion(ReplyKind.CHOICE, choices=("Kuchen", "Salat"))
    assert allowed_answers(question) == "1 Kuchen, 2 Salat, 0 nichts davon"
    assert allowed_answers(YES_NO) == "J für Ja, N für Nein"
    assert allowed_answers(NUMBER) == "eine Zahl von 0 bis 99"
