"""*Vor dem Drucken*, minutes: a draft is pointed out, and whoever is named on the notice."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.services.desk import Desk
from kitadesk.services.minutes import (
    MinutesItemInput,
    add_minutes_item,
    change_minutes,
    change_minutes_item,
    set_minutes_released,
)
from kitadesk.services.print_checks import Finding, findings
from kitadesk.services.printing import PrintRequest
from tests.support.factories import make_event, make_family

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def past(desk: Desk) -> UUID:
    """An evening that is over."""
    return make_event(desk, on_date=date(2027, 1, 14), reply_until=date(2027, 1, 5))


@pytest.fixture
def point(desk: Desk, past: UUID) -> UUID:
    """The only point of minutes that are written and released in the test."""
    change_minutes(desk, past, chair="Anne Peters", writer="Sylvia Hahn")
    return add_minutes_item(desk, past, MinutesItemInput("Schließtage", "Sie stehen fest."))


def warned(desk: Desk, event_id: UUID, paper_id: str) -> list[Finding]:
    found = findings(desk, PrintRequest(paper_id, event_id))
    return [one for one in found if not one.is_information]


def words(desk: Desk, event_id: UUID, paper_id: str = "minutes") -> list[str]:
    return [one.text for one in warned(desk, event_id, paper_id)]


@pytest.mark.parametrize("paper_id", ["minutes", "minutes_public"])
def test_released_minutes_of_a_past_evening_have_no_warning(
    desk: Desk, past: UUID, point: UUID, paper_id: str
) -> None:
    change_minutes_item(desk, point, decision="Am Dienstag, 12. Januar 2027 geprüft.")
    set_minutes_released(desk, past, released=True)

    assert words(desk, past, paper_id) == []


def test_a_sheet_to_write_along_on_is_no_warning(desk: Desk, past: UUID) -> None:
    assert words(desk, past) == []
    first = findings(desk, PrintRequest("minutes", past))[0]
    assert "zum Mitschreiben" in first.text


def test_a_draft_is_pointed_out(desk: Desk, past: UUID, point: UUID) -> None:
    (found,) = warned(desk, past, "minutes")
    assert (found.text, found.field) == ("Das Protokoll ist noch ein Entwurf.", "minutes")


def test_minutes_without_a_point_and_without_who_signs_are_pointed_out(
    desk: Desk, past: UUID
) -> None:
    change_minutes(desk, past, present_count=12)
    assert "Das Protokoll hat noch keinen Punkt." in words(desk, past)
    add_minutes_item(desk, past, MinutesItemInput("Kasse"))

    fields = {one.field for one in warned(desk, past, "minutes")}
    assert {"minutes_chair", "minutes_writer"} <= fields


def test_a_notice_without_a_word_is_pointed_out(desk: Desk, past: UUID, point: UUID) -> None:
    assert "Für den Aushang gibt es weder einen Text noch einen Beschluss." in words(
        desk, past, "minutes_public"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elif bringt Kuchen mit.", "Elif"),
        ("Danke an Frau Noack.", "Noack"),
        ("Familie Łukasz hilft.", "Łukasz"),
        ("Anne schreibt an die Stadt.", "Anne"),
    ],
)
def test_a_name_on_the_notice_is_pointed_out_at_its_point(
    desk: Desk, past: UUID, point: UUID, text: str, name: str
) -> None:
    make_family(desk, "Şahin", children=("Elif",))
    change_minutes_item(desk, point, public_text=text)
    set_minutes_released(desk, past, released=True)

    (found,) = warned(desk, past, "minutes_public")

    assert found.text == f"Auf dem Aushang steht vielleicht ein Name: {name}."
    assert found.field == "minutes_public0"
    assert words(desk, past) == []


def test_a_name_at_the_next_date_is_pointed_out(desk: Desk, past: UUID, point: UUID) -> None:
    change_minutes_item(desk, point, decision="Vertagt.")
    change_minutes(desk, past, next_note="bei Frau Noack")
    set_minutes_released(desk, past, released=True)

    assert [one.field for one in warned(desk, past, "minutes_public")] == ["minutes_next"]
