"""The text of an event that is pasted into something else."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.event_text import TextLength
from kitadesk.domain.events import TextBlock
from kitadesk.services.desk import Desk
from kitadesk.services.event_text import event_as_text
from kitadesk.services.events import change_event, set_event_text
from kitadesk.services.paper_texts import change_text
from kitadesk.storage.types import new_id
from tests.support.factories import make_event

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def evening(desk: Desk) -> UUID:
    return make_event(desk)


def test_the_office_s_own_words_are_in_the_text(desk: Desk, evening: UUID) -> None:
    set_event_text(desk, evening, TextBlock.BODY, "heute basteln wir in der {place}.")
    assert "Liebe Eltern,\nheute basteln wir in der Gruppenraum." in event_as_text(
        desk, evening, TextLength.FULL
    )


def test_the_short_text_has_day_place_and_return(desk: Desk, evening: UUID) -> None:
    change_event(desk, evening, interpreter_languages="Ukrainisch, Arabisch und Polnisch")
    words = event_as_text(desk, evening, TextLength.SHORT)
    assert words.startswith("Elternabend der Frösche\n\nElternabend für alle Eltern.\n")
    assert words.endswith(
        "Donnerstag, 8. April 2027, 19 bis 21 Uhr. Gruppenraum. Dolmetschen: Ukrainisch, Arabisch "
        "und Polnisch. Veranstalter: Kita Sonnenschein. Anmeldung bis Mittwoch, 24. März 2027: "
        "Telefon 037207 555-0."
    )


def test_a_deleted_event_has_no_text(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        event_as_text(desk, new_id(), TextLength.SHORT)
    assert refused.value.code == "record_gone"


def test_the_greeting_of_the_office_is_in_the_text(desk: Desk, evening: UUID) -> None:
    change_text(desk, "event_text.greeting", "Hallo zusammen,")
    assert "Hallo zusammen,\n" in event_as_text(desk, evening, TextLength.FULL)
