"""The agenda as a paper: parents see times and points, the team sees everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from kitadesk.handouts.kit.blocks import Document, Table, texts_of
from kitadesk.handouts.kit.pdf import page_count, render
from kitadesk.handouts.kit.styles import HAND_LINE_MM
from kitadesk.handouts.papers import events_agenda as agenda
from kitadesk.handouts.texts import SHIPPED
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from tests.support.factories import TODAY, make_event
from tests.support.reading import all_text, squeezed

NO_POINTS = SHIPPED.say("agenda.no_points")
INTERNAL = agenda.AgendaParams(edition=agenda.Edition.INTERNAL)


def drawn(document: Document) -> str:
    return all_text(render(document, invariant=True))


@pytest.fixture
def evening(desk: Desk, house: UUID) -> UUID:
    """An evening from 19 to 21 with doors at half past six and three points."""
    event_id = make_event(desk)
    change_event(desk, event_id, doors_at=time(18, 30))
    add_agenda_item(desk, event_id, AgendaItemInput("Ankommen", 30, who="Team", material="Saft"))
    add_agenda_item(
        desk, event_id, AgendaItemInput("Impuls", 100, who="Frau Vogel", internal_note="Pause?")
    )
    add_agenda_item(desk, event_id, AgendaItemInput("Fragen", 30))
    return event_id


def gathered(desk: Desk, event_id: UUID) -> agenda.AgendaContent:
    return desk.read(agenda.gather, event_id, agenda.AgendaParams(), TODAY)


def test_times_follow_from_doors_and_minutes(desk: Desk, evening: UUID) -> None:
    content = gathered(desk, evening)
    assert [point.begins for point in content.points] == ["18:30", "19:00", "20:40"]
    assert (content.ends, content.fit) == ("21:00", "endet 10 Minuten zu spät")


def test_without_a_planned_end_the_agenda_says_when_it_is_over(desk: Desk, evening: UUID) -> None:
    change_event(desk, evening, ends_at=None)
    assert gathered(desk, evening).ends == "21:10"


def test_parents_read_no_names_no_notes_and_no_quarrel_with_the_end(
    desk: Desk, evening: UUID
) -> None:
    printed = drawn(agenda.document(gathered(desk, evening), agenda.AgendaParams()))
    assert squeezed("Ende: 21:00 Uhr") in printed
    for internal in ("Frau Vogel", "Pause?", "Saft", "zu spät", "Min."):
        assert squeezed(internal) not in printed


def test_the_team_reads_all_of_it(desk: Desk, evening: UUID) -> None:
    printed = drawn(agenda.document(gathered(desk, evening), INTERNAL))
    for words in ("Ablaufplan (intern)", "Frau Vogel", "Pause?", "Saft", "10 Minuten zu spät"):
        assert squeezed(words) in printed


def test_an_event_without_times_has_points_without_times(desk: Desk, evening: UUID) -> None:
    change_event(desk, evening, starts_at=None)
    content = gathered(desk, evening)
    assert [point.begins for point in content.points] == ["", "", ""]
    assert content.ends == ""


def test_without_points_only_the_planned_end_is_known(desk: Desk, house: UUID) -> None:
    event_id = make_event(desk, on_date=date(2027, 5, 4))
    content = gathered(desk, event_id)
    assert (content.points, content.ends, content.fit) == ((), "21:00", "")
    change_event(desk, event_id, ends_at=None)
    assert gathered(desk, event_id).ends == ""


def test_the_sample_has_no_sum_that_is_wrong() -> None:
    content, _params = agenda.sample()
    assert "passt genau" in set(texts_of(replace(content)))


def test_an_agenda_without_points_is_a_form_to_write_on_with_its_day_and_end(
    desk: Desk, house: UUID
) -> None:
    document = agenda.document(gathered(desk, make_event(desk)), agenda.AgendaParams())
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert (table.rows, table.grid) == ((), True)
    assert table.row_height >= HAND_LINE_MM
    assert page_count(document) == 1
    printed = drawn(document)
    assert squeezed(NO_POINTS) in printed
    assert squeezed("Ende: 21:00 Uhr") in printed


def test_the_form_without_an_event_says_nothing_about_points() -> None:
    params = agenda.AgendaParams()
    assert squeezed(NO_POINTS) not in drawn(agenda.document(agenda.blank(params), params))
