"""Minutes as papers: to sign with everything on them, and for the wall without anybody's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from kitadesk.handouts.kit.blocks import Document, SignatureLines, Table
from kitadesk.handouts.kit.pdf import page_count, render
from kitadesk.handouts.kit.styles import HAND_LINE_MM
from kitadesk.handouts.papers import events_minutes as minutes
from kitadesk.handouts.papers import events_minutes_public as public
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.minutes import (
    MinutesItemInput,
    add_minutes_item,
    add_minutes_task,
    change_minutes,
    change_minutes_item,
    set_minutes_released,
)
from tests.support.factories import TODAY, make_event
from tests.support.reading import all_text, read_pdf, squeezed

pytestmark = pytest.mark.usefixtures("house")
NAMES = ("Anne Peters", "Sylvia Hahn", "Team", "Familie Muster", "Frau Noack", "Ole")
INSIDE = "Ein Vater klagt über den Lärm."


def drawn(document: Document) -> str:
    return all_text(render(document, invariant=True))


@pytest.fixture
def written(desk: Desk) -> UUID:
    """An evening with minutes in which everything is filled in, not released yet."""
    event_id = make_event(desk)
    change_minutes(desk, event_id, begins_at=time(19, 5), ends_at=time(21, 10))
    change_minutes(desk, event_id, chair="Anne Peters", writer="Sylvia Hahn", present_count=14)
    change_minutes(desk, event_id, present="Team", excused="Familie Muster", guests="Frau Noack")
    change_minutes(desk, event_id, next_on=date(2027, 5, 6), next_at=time(19), next_note="Aula")
    item_id = add_minutes_item(desk, event_id, MinutesItemInput("Garten", INSIDE))
    change_minutes_item(desk, item_id, decision="Wir pflanzen Büsche.", public_text="Es wird grün.")
    change_minutes_item(desk, item_id, votes_yes=12, votes_no=0, votes_abstained=2)
    add_minutes_task(desk, item_id, "Büsche bestellen", date(2027, 4, 16), responsible="Ole")
    return event_id


def full(desk: Desk, event_id: UUID) -> Document:
    params = minutes.MinutesParams()
    return minutes.document(desk.read(minutes.gather, event_id, params, TODAY), params)


def short(desk: Desk, event_id: UUID) -> Document:
    params = public.PublicMinutesParams()
    return public.document(desk.read(public.gather, event_id, params, TODAY), params)


def test_the_minutes_say_who_what_and_until_when(desk: Desk, written: UUID) -> None:
    printed = drawn(full(desk, written))
    for words in (
        *NAMES, INSIDE, "14 Personen", "19:05 bis 21:10 Uhr", "1. Garten",
        "Beschluss: Wir pflanzen Büsche.", "12 Ja, 0 Nein, 2 Enthaltungen",
        "Aufgabe: Büsche bestellen – Ole, bis Fr 16. April 2027",
        "Donnerstag, 6. Mai 2027, ab 19:00 Uhr, Aula",
    ):  # fmt: skip
        assert squeezed(words) in printed, words


def test_chair_and_writer_sign_by_name(desk: Desk, written: UUID) -> None:
    (lines,) = (one for one in full(desk, written).blocks if isinstance(one, SignatureLines))
    assert lines.labels == ("Leitung, Anne Peters", "Protokoll, Sylvia Hahn")


def test_the_notice_tells_what_was_decided_and_names_nobody(desk: Desk, written: UUID) -> None:
    printed = drawn(short(desk, written))
    for words in ("14 Personen waren da.", "Wir pflanzen Büsche.", "Es wird grün.", "12 Ja"):
        assert squeezed(words) in printed, words
    for words in (*NAMES, INSIDE, "Büsche bestellen"):
        assert squeezed(words) not in printed, words


def test_points_without_words_for_the_wall_are_named_together(desk: Desk, written: UUID) -> None:
    for title in ("Kasse", "Flohmarkt"):
        add_minutes_item(desk, written, MinutesItemInput(title, INSIDE))

    printed = drawn(short(desk, written))

    assert squeezed("Außerdem ging es um: Kasse und Flohmarkt") in printed
    assert squeezed(INSIDE) not in printed


@pytest.mark.parametrize("paper", [full, short])
def test_a_draft_says_so_until_it_is_released(desk: Desk, written: UUID, paper: object) -> None:
    assert "Entwurf" in drawn(paper(desk, written))  # type: ignore[operator]
    set_minutes_released(desk, written, released=True)
    assert "Entwurf" not in drawn(paper(desk, written))  # type: ignore[operator]


@pytest.mark.parametrize("paper", [full, short])
def test_without_minutes_the_agenda_is_a_form_to_write_on(desk: Desk, paper: object) -> None:
    event_id = make_event(desk)
    for title in ("Begrüßung", "Kasse"):
        add_agenda_item(desk, event_id, AgendaItemInput(title))

    document = paper(desk, event_id)  # type: ignore[operator]

    table = [block for block in document.blocks if isinstance(block, Table)][-1]
    assert [row[0] for row in table.rows] == ["Begrüßung", "Kasse"]
    assert (table.grid, table.row_height >= 2 * HAND_LINE_MM) == (True, True)
    assert page_count(document) == 1
    assert squeezed("Elternabend der Frösche") in drawn(document)


@pytest.mark.parametrize("paper", [minutes, public])
def test_the_blank_form_is_one_page_with_rows_to_write_in(paper: object) -> None:
    document = paper.SPEC.blank_form({})  # type: ignore[attr-defined]
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert table.blank_rows > 5
    assert page_count(document) == 1


@pytest.mark.parametrize("number", range(16, 30))
def test_signatures_never_stand_alone_on_a_page(number: int) -> None:
    content, params = minutes.sample()
    words = "\n".join(f"Zeile {line}" for line in range(number))
    points = (minutes.MinutesPoint("Punkt", words), minutes.MinutesPoint("Ende", "Schluss."))
    document = minutes.document(replace(content, points=points, next_date=""), params)
    last = read_pdf(render(document))[-1]
    assert "Schluss." in last.text
