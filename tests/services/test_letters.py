"""Letters through their services: from a template, what the slip asks, how it is answered."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.domain.replies import Answer, Reply, ReplyKind
from kitadesk.queries.events import EventRow, event, tasks_of
from kitadesk.queries.invited import invited
from kitadesk.queries.replies import missing_households, replies_of
from kitadesk.services.desk import Desk
from kitadesk.services.letter_templates import letter_templates, parse_letters
from kitadesk.services.letters import LetterInput, add_letter, change_question
from kitadesk.services.replies import ReplyInput, record_reply
from tests.support.factories import TODAY, make_family

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def letter(desk: Desk) -> UUID:
    return add_letter(desk, LetterInput(template="help", on_date=date(2027, 4, 8)))


def answer(desk: Desk, letter_id: UUID, household_id: UUID, number: int) -> Reply:
    return record_reply(desk, ReplyInput(letter_id, household_id, number))


def row(desk: Desk, letter_id: UUID) -> EventRow:
    return desk.read(event, letter_id)


@pytest.mark.parametrize("key", [template.key for template in letter_templates()])
def test_every_template_becomes_a_letter_with_its_text(desk: Desk, key: str) -> None:
    template = next(one for one in letter_templates() if one.key == key)
    made = row(desk, add_letter(desk, LetterInput(template=key)))

    assert (made.kind, made.title) == (EventKind.LETTER, template.title)
    assert made.texts[TextBlock.BODY] == template.body
    assert (made.reply_kind, made.reply_question) == (template.kind, template.question)


def test_a_letter_of_the_office_asks_nothing_at_first(desk: Desk) -> None:
    made = row(desk, add_letter(desk, LetterInput("Wir haben neue Fenster")))
    assert (made.reply_kind, dict(made.texts)) == (ReplyKind.ATTENDANCE, {})


def test_a_letter_without_a_title_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        add_letter(desk, LetterInput(" "))
    assert refused.value.code == "event_title_missing"


def test_a_letter_is_printed_three_weeks_before_its_day(desk: Desk, letter: UUID) -> None:
    (first, *_) = desk.read(tasks_of, letter)
    assert (first.paper_id, first.due_on) == ("letter", date(2027, 3, 18))


def test_beginning_a_letter_is_one_step(desk: Desk, letter: UUID) -> None:
    desk.undo()
    with pytest.raises(UserError):
        desk.read(event, letter)


def test_a_choice_is_booked_like_a_registration(desk: Desk, letter: UUID) -> None:
    family = make_family(desk)
    answer(desk, letter, family.household_id, 3)
    (found,) = desk.read(replies_of, letter, TODAY)
    assert found.reply == Reply(Answer.YES, 0, "mit Kuchen oder Salat")


def test_another_answer_takes_the_place_of_the_first(desk: Desk, letter: UUID) -> None:
    family = make_family(desk)
    answer(desk, letter, family.household_id, 3)
    answer(desk, letter, family.household_id, 0)
    (found,) = desk.read(replies_of, letter, TODAY)
    assert found.reply == Reply(Answer.NO, 0)


def test_only_who_has_not_answered_is_reminded(desk: Desk, letter: UUID) -> None:
    answer(desk, letter, make_family(desk, "Müller").household_id, 1)
    make_family(desk, "Şahin")
    missing = desk.read(missing_households, letter, TODAY)
    assert len(desk.read(invited, letter, TODAY)) == 2
    assert [one.label for one in missing] == ["Şahin, Mia"]


def test_a_choice_that_does_not_exist_stores_nothing(desk: Desk, letter: UUID) -> None:
    family = make_family(desk)
    with pytest.raises(UserError):
        answer(desk, letter, family.household_id, 9)
    (found,) = desk.read(replies_of, letter, TODAY)
    assert found.reply is None


def test_a_reworded_choice_keeps_its_answers(desk: Desk, letter: UUID) -> None:
    answer(desk, letter, make_family(desk).household_id, 1)
    change_question(desk, letter, choices="Aufbauen\nan einem Stand\nmit Kuchen\nbeim Abbau")
    (found,) = desk.read(replies_of, letter, TODAY)
    assert found.choice == "Aufbauen"


def test_a_choice_taken_away_leaves_the_answers_as_they_were(desk: Desk, letter: UUID) -> None:
    answer(desk, letter, make_family(desk).household_id, 1)
    change_question(desk, letter, choices="an einem Stand\nbeim Abbau")
    (found,) = desk.read(replies_of, letter, TODAY)
    assert found.choice == "beim Aufbau"


def test_empty_choices_are_dropped(desk: Desk, letter: UUID) -> None:
    change_question(desk, letter, choices="\n Kuchen \n\n  \nKartoffel  salat\n")
    assert row(desk, letter).reply_choices == "Kuchen\nKartoffel salat"


@pytest.mark.parametrize("again", ["Kuchen", " KUCHEN ", "kuchen"])
def test_a_choice_stands_only_once(desk: Desk, letter: UUID, again: str) -> None:
    before = row(desk, letter).reply_choices
    with pytest.raises(UserError) as refused:
        change_question(desk, letter, choices=f"Kuchen\nSalat\n{again}")
    assert refused.value.code == "choice_repeated"
    assert row(desk, letter).reply_choices == before


@pytest.mark.parametrize(
    ("count", "fits"), [(0, True), (1, False), (2, True), (9, True), (10, False)]
)
def test_a_slip_has_two_to_nine_choices_or_none_yet(
    desk: Desk, letter: UUID, count: int, fits: bool
) -> None:
    typed = "\n".join(f"Antwort {number}" for number in range(count))
    if fits:
        change_question(desk, letter, choices=typed)
        assert row(desk, letter).reply_choices == typed
        return
    with pytest.raises(UserError) as refused:
        change_question(desk, letter, choices=typed)
    assert refused.value.code == "choices_number"


def test_the_kind_of_answer_stays_once_families_have_answered(desk: Desk, letter: UUID) -> None:
    answer(desk, letter, make_family(desk).household_id, 1)
    with pytest.raises(UserError) as refused:
        change_question(desk, letter, kind=ReplyKind.NUMBER)
    assert refused.value.code == "reply_kind_answered"
    assert row(desk, letter).reply_kind is ReplyKind.CHOICE


def test_the_kind_may_change_before(desk: Desk, letter: UUID) -> None:
    change_question(desk, letter, kind=ReplyKind.YES_NO, text="Wir kommen.")
    made = row(desk, letter)
    assert (made.reply_kind, made.reply_question) == (ReplyKind.YES_NO, "Wir kommen.")


@pytest.mark.parametrize(
    "wrong",
    [
        "x = 1",
        "letter = [1]",
        "[[letter]]\nkey = 'a'",
        "[[letter]]\nkey='a'\nlabel='A'\ntitle='A'\nbody='{unknown}'",
        "[[letter]]\nkey='a'\nlabel='A'\ntitle='A'\nbody='b'\nanswer='attendance'",
        "[[letter]]\nkey='a'\nlabel='A'\ntitle='A'\nbody='b'\nanswer='choice'\nchoices=['1']",
        "[[letter]]\nkey='a'\nlabel='A'\ntitle='A'\nbody='b'\nodd='b'",
    ],
)
def test_a_wrong_file_of_letters_is_named(wrong: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_letters(wrong.encode(), "letters.de.toml")
    assert refused.value.code == "rules_file_wrong"
