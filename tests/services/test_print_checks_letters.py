"""*Vor dem Drucken* for letters, notices and days on which the house is closed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.events import EventKind
from kitadesk.domain.replies import ReplyKind
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event
from kitadesk.services.letters import LetterInput, add_letter, change_question
from kitadesk.services.print_checks import findings
from kitadesk.services.printing import PrintRequest
from tests.support.factories import EVENING, make_event, make_family

pytestmark = pytest.mark.usefixtures("house")


def texts(desk: Desk, event_id: UUID, paper: str = "letter") -> list[str]:
    make_family(desk)
    found = findings(desk, PrintRequest(paper, event_id))
    return [one.text for one in found if not one.is_information and one.kind == "event"]


def test_a_letter_from_a_template_lacks_only_its_return_day(desk: Desk) -> None:
    assert texts(desk, add_letter(desk, LetterInput(template="trip"))) == ["Der Rückgabetag fehlt."]


def test_a_letter_without_text_question_and_choices_is_told_so(desk: Desk) -> None:
    letter = add_letter(desk, LetterInput("Fest", reply_until=date(2027, 3, 24)))
    change_question(desk, letter, kind=ReplyKind.CHOICE)
    assert texts(desk, letter) == [
        "Der Brief hat noch keinen eigenen Text.",
        "Die Frage auf dem Abschnitt fehlt.",
        "Zur Auswahl stehen noch keine zwei Antworten.",
    ]


def test_an_evening_on_a_closing_day_is_named(desk: Desk) -> None:
    add_event(desk, EventInput(EventKind.CLOSING_DAY, "Teamtag", on_date=EVENING))
    found = texts(desk, make_event(desk), "invitation")
    assert "Der Termin liegt auf einem Schließtag (Teamtag)." in found
