"""*Vor dem Drucken*: each thing that is odd is named once, and "Zeigen" knows where it is."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from kitadesk.base.clock import FixedClock
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.queries.events import events
from kitadesk.queries.people import children
from kitadesk.services.desk import Desk
from kitadesk.services.events import (
    EventFields,
    EventInput,
    add_event,
    add_room,
    change_event,
    set_event_text,
)
from kitadesk.services.people import ChildInput, add_child, add_group, change_child
from kitadesk.services.print_checks import Finding, findings
from kitadesk.services.printing import PrintRequest
from kitadesk.services.replies import set_guests
from kitadesk.services.transition import add_cohort, assign_cohort
from tests.support.town_fixtures import TOWN_DAY

GOOD = EventInput(
    EventKind.PARENT_EVENING,
    "Schlafen und Träumen",
    on_date=date(2027, 4, 8),
    starts_at=time(19),
    ends_at=time(21),
    doors_at=time(18, 30),
    place="Bewegungsraum",
    reply_until=date(2027, 3, 24),
)


@pytest.fixture
def kita(desk: Desk, house: object) -> Desk:
    """A house with one child in a group, on 25 January 2027."""
    here = Desk(desk.store.file, FixedClock(TOWN_DAY), desk.store)
    add_child(here, ChildInput("Albrecht", "Mia", group_id=add_group(here, "Frösche")))
    return here


def warnings(desk: Desk, request: PrintRequest) -> list[Finding]:
    return [found for found in findings(desk, request) if not found.is_information]


def invitation(desk: Desk, event_id: UUID) -> list[Finding]:
    return warnings(desk, PrintRequest("invitation", event_id))


def test_a_complete_invitation_has_no_warning_but_says_how_many_sheets(kita: Desk) -> None:
    event = add_event(kita, GOOD)
    found = findings(kita, PrintRequest("invitation", event))
    assert [(row.text, row.is_information) for row in found] == [("1 Blatt", True)]


@pytest.mark.parametrize(
    ("change", "field", "word"),
    [
        ({"on_date": None}, "on_date", "Datum fehlt"),
        ({"starts_at": None, "ends_at": None, "doors_at": None}, "starts_at", "Beginn fehlt"),
        ({"place": ""}, "room_id", "Ort fehlt"),
        ({"reply_until": None}, "reply_until", "Rückgabetag fehlt"),
        ({"reply_until": date(2027, 4, 9)}, "reply_until", "nach der Veranstaltung"),
        ({"reply_until": date(2027, 1, 22)}, "reply_until", "vorbei: Freitag, 22. Januar"),
        ({"reply_until": date(2027, 3, 20)}, "reply_until", "ein Samstag"),
        ({"reply_until": date(2027, 3, 29)}, "reply_until", "Feiertag (Ostermontag)"),
        ({"ends_at": time(18)}, "ends_at", "Ende liegt vor dem Beginn"),
        ({"doors_at": time(20)}, "doors_at", "Einlass liegt nach dem Beginn"),
        ({"on_date": date(2027, 5, 6)}, "on_date", "Feiertag (Christi Himmelfahrt)"),
        ({"on_date": date(2027, 7, 15)}, "on_date", "schulfreien Zeit (Sommerferien)"),
        ({"title": "Einladung für Montag"}, "title", "„Montag“"),
        ({"title": "Treffen am Fr 8.4."}, "title", "„Fr 8.4.“"),
    ],
)
def test_what_is_odd_about_the_event_is_named_with_its_field(
    kita: Desk, change: EventFields, field: str, word: str
) -> None:
    event = add_event(kita, GOOD)
    change_event(kita, event, **change)
    found = invitation(kita, event)
    assert word in " ".join(row.text for row in found if row.field == field)
    assert {(row.kind, row.id) for row in found} == {("event", event)}


def test_an_event_that_is_over_is_named(kita: Desk) -> None:
    event = add_event(kita, GOOD)
    later = Desk(kita.store.file, FixedClock(date(2027, 4, 9)), kita.store)
    assert "Der Termin ist vorbei: Donnerstag, 8. April 2027." in [
        row.text for row in invitation(later, event)
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("wir treffen uns am Mittwoch, 8. April 2027", "Mittwoch, 8. April 2027"),
        ("wir treffen uns freitags oder am Freitag", "Freitag"),
    ],
)
def test_a_weekday_in_the_text_that_does_not_fit_is_named(
    kita: Desk, text: str, wrong: str
) -> None:
    event = add_event(kita, GOOD)
    set_event_text(kita, event, TextBlock.BODY, text)
    (found,) = invitation(kita, event)
    assert f"„{wrong}“" in found.text
    assert found.field == "text:body"


def test_weekdays_of_the_event_and_of_the_return_date_fit(kita: Desk) -> None:
    event = add_event(kita, GOOD)
    text = "am Donnerstag, 8. April 2027, sehen wir uns. Den Zettel bitte bis Mittwoch."
    set_event_text(kita, event, TextBlock.BODY, text)
    assert invitation(kita, event) == []


def test_more_people_than_chairs_are_named(kita: Desk) -> None:
    room = add_room(kita, "Elternecke", capacity=20)
    event = add_event(kita, GOOD)
    change_event(kita, event, room_id=room)
    set_guests(kita, event, "Team", 21)
    (found,) = invitation(kita, event)
    assert found.text == "21 Personen sind angemeldet, der Raum hat 20 Plätze."


def test_children_without_a_group_are_named(kita: Desk) -> None:
    child = add_child(kita, ChildInput("Şahin", "Elif"))
    (found,) = warnings(kita, PrintRequest("group_list"))
    assert found == Finding("1 Kind ohne Gruppe: Elif Şahin", "child", child, "group_id")


def test_a_house_without_children_prints_the_master_copy(desk: Desk, house: object) -> None:
    event = add_event(desk, GOOD)
    found = findings(desk, PrintRequest("invitation", event))
    assert any("noch keine Kinder" in row.text and row.is_information for row in found)


def test_a_second_household_without_an_address_is_named(town: Desk) -> None:
    event = next(row.id for row in town.read(events, TOWN_DAY) if row.title.startswith("Papa"))
    (found,) = invitation(town, event)
    assert found.text.startswith("Zweiter Haushalt ohne Anschrift: ")
    assert found.kind == "family"


def test_a_list_of_the_event_does_not_ask_for_a_return_date(kita: Desk) -> None:
    event = add_event(kita, GOOD)
    change_event(kita, event, reply_until=None)
    assert warnings(kita, PrintRequest("attendance_list", event)) == []


def test_an_entry_year_without_children_is_named(kita: Desk) -> None:
    event = add_event(kita, GOOD)
    change_event(kita, event, cohort_id=add_cohort(kita, 2028))
    (found,) = warnings(kita, PrintRequest("attendance_list", event))
    assert found.text.startswith("Zu „Schulanfänger 2028“ gehört noch kein Kind")
    assert (found.kind, found.id, found.field) == ("event", event, "cohort_id")


@pytest.mark.parametrize(
    "fields",
    [
        EventFields(kind=EventKind.PRESCHOOL_EVENING),
        EventFields(audience="Eltern der Vorschulkinder"),
    ],
)
def test_an_evening_that_sounds_like_an_entry_year_and_invites_all_is_asked_about(
    kita: Desk, fields: EventFields
) -> None:
    event = add_event(kita, GOOD)
    change_event(kita, event, **fields)
    assert invitation(kita, event) == []
    cohort = add_cohort(kita, 2027)
    (found,) = invitation(kita, event)
    assert found.text.startswith("Eingeladen werden alle Familien.")
    assert (found.kind, found.id, found.field) == ("event", event, "cohort_id")
    change_event(kita, event, cohort_id=cohort)
    assert not any("alle Familien" in one.text for one in invitation(kita, event))


def test_only_the_children_an_event_is_for_are_looked_at(kita: Desk) -> None:
    starter = add_child(kita, ChildInput("Berg", "Ole", group_id=add_group(kita, "Bären")))
    add_child(kita, ChildInput("Fort", "Ida"))
    cohort = add_cohort(kita, 2027)
    assign_cohort(kita, [starter], cohort)
    event = add_event(kita, GOOD)
    assert ["ohne Gruppe" in found.text for found in invitation(kita, event)] == [True]
    change_event(kita, event, cohort_id=cohort)
    assert invitation(kita, event) == []


def test_a_sign_that_no_font_has_is_named(kita: Desk) -> None:
    event = add_event(kita, GOOD)
    change_event(kita, event, title="Fest \U00013080")
    (found,) = invitation(kita, event)
    assert "Diese Zeichen lassen sich nicht drucken" in found.text


def test_a_blank_form_has_only_its_sheets(desk: Desk) -> None:
    (found,) = findings(desk, PrintRequest("invitation", blank=True))
    assert found.text == "1 Blatt"


@pytest.mark.parametrize("params", [{"edition": "master"}, {"probe": "ja"}])
def test_where_no_address_is_printed_none_is_missed(town: Desk, params: dict[str, str]) -> None:
    event = next(row.id for row in town.read(events, TOWN_DAY) if row.title.startswith("Papa"))
    assert warnings(town, PrintRequest("invitation", event, params)) == []


def test_every_finding_of_the_town_leads_to_a_record_or_is_about_the_paper(town: Desk) -> None:
    known = {"event", "child", "family", "house", "paper"}
    for row in town.read(events, TOWN_DAY):
        for paper in ("invitation", "group_separator", "attendance_list"):
            for found in findings(town, PrintRequest(paper, row.id)):
                assert found.kind in known
                assert (found.id is None) is (found.kind in {"house", "paper"})


def test_a_starter_without_a_school_is_named_before_the_sheets_for_schools(kita: Desk) -> None:
    cohort_id = add_cohort(kita, 2027)
    request = PrintRequest("starters_for_school", cohort_id)
    assert warnings(kita, request) == []
    (row,) = kita.read(children, TOWN_DAY)
    change_child(kita, row.id, cohort_id=cohort_id, birth_date=date(2021, 3, 1))
    (found,) = warnings(kita, request)
    assert found.text == "Ohne Schule und darum auf keinem Blatt: Mia Albrecht."
    assert (found.kind, found.id) == ("child", row.id)
