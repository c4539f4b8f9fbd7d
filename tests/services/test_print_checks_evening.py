"""*Vor dem Drucken*, around an evening: the children to look after, and what came back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.people import ContactKind
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.print_checks import Finding, findings
from kitadesk.services.printing import PrintRequest
from kitadesk.services.replies import ReplyInput, record_reply, set_guests
from kitadesk.storage.models.people import ContactWay, Custody, Person
from tests.support.factories import MadeFamily, make_event, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def evening(desk: Desk) -> UUID:
    """An evening with child care."""
    event = make_event(desk)
    change_event(desk, event, has_childcare=True)
    return event


def home(desk: Desk, *children: str, name: str = "Ott", phone: str = "0170 555 01") -> MadeFamily:
    """Make a family in a group, its mother with a number."""
    family = make_family(desk, name, children=children, group=make_group(desk, f"Gruppe {name}"))
    with desk.write("Telefon") as writer:
        person = writer.add(Person(last_name=name, first_name="Jo", sort_key=name.lower()))
        writer.add(Custody(child_id=family.child_ids[0], person_id=person.id))
        if phone:
            writer.add(ContactWay(person_id=person.id, kind=ContactKind.PHONE, value=phone))
    return family


def ask(desk: Desk, event: UUID, family: MadeFamily, children: int = 1) -> None:
    record_reply(desk, ReplyInput(event, family.household_id, 1, childcare_children=children))


def warned(desk: Desk, event: UUID, paper: str) -> list[Finding]:
    found = findings(desk, PrintRequest(paper, event))
    return [one for one in found if not one.is_information]


def test_a_list_with_children_and_numbers_has_no_warning(desk: Desk, evening: UUID) -> None:
    ask(desk, evening, home(desk, "Mia"))
    make_family(desk, "Ohne Gruppe")

    assert warned(desk, evening, "child_care") == []


def test_without_any_child_it_is_said_that_the_rows_are_blank(desk: Desk, evening: UUID) -> None:
    first = findings(desk, PrintRequest("child_care", evening))[0]

    assert (first.text, first.is_information) == (
        "Noch ist kein Kind angemeldet: Gedruckt werden leere Zeilen.",
        True,
    )


def test_care_that_nobody_offered_is_pointed_out(desk: Desk, evening: UUID) -> None:
    ask(desk, evening, home(desk, "Mia"))
    change_event(desk, evening, has_childcare=False)

    (found,) = warned(desk, evening, "child_care")

    assert found.text == "Kinderbetreuung ist nicht angeboten, aber auf 1 Zettel gewünscht."
    assert (found.kind, found.id, found.field) == ("event", evening, "has_childcare")


def test_a_slip_that_leaves_open_which_child_comes_is_named(desk: Desk, evening: UUID) -> None:
    family = home(desk, "Mia", "Jonas")
    ask(desk, evening, family)

    (found,) = warned(desk, evening, "child_care")

    assert found.text == "Offen ist, welches der Geschwister kommt: Ott."
    assert (found.kind, found.id) == ("child", family.child_ids[0])


def test_who_cannot_be_called_is_named(desk: Desk, evening: UUID) -> None:
    family = home(desk, "Mia", phone="")
    ask(desk, evening, family)

    (found,) = warned(desk, evening, "child_care")

    assert found.text == "Ohne Telefon der Eltern: Ott."
    assert (found.kind, found.id) == ("child", family.child_ids[0])


def test_a_sheet_for_all_to_write_on_asks_for_no_child(desk: Desk) -> None:
    make_family(desk, "Ohne Gruppe")

    assert warned(desk, make_event(desk), "sign_up") == []


def test_nothing_that_came_back_cannot_be_evaluated(desk: Desk) -> None:
    event = make_event(desk, on_date=date(2027, 1, 14), reply_until=date(2027, 1, 5))

    (found,) = warned(desk, event, "evaluation")

    assert found.text == "Es ist noch keine Antwort eingetragen."
    assert (found.kind, found.id) == ("event", event)


def test_visitors_that_were_counted_are_enough(desk: Desk) -> None:
    event = make_event(desk, on_date=date(2027, 1, 14), reply_until=date(2027, 1, 5))
    set_guests(desk, event, "Eltern", 14)

    assert warned(desk, event, "evaluation") == []


@pytest.mark.parametrize(("until", "count"), [(25, 1), (24, 0)])
def test_before_the_return_day_is_over_the_counts_may_change(
    desk: Desk, until: int, count: int
) -> None:
    event = make_event(desk, reply_until=date(2027, 1, until))
    ask(desk, event, home(desk, "Mia"))
    home(desk, "Ida", name="Kunz")

    found = [one.text for one in warned(desk, event, "evaluation")]

    assert (
        found
        == [
            "1 Antwort ist noch offen, zurück erwartet bis Montag, 25. Januar 2027: "
            "Die Zahlen sind vorläufig."
        ]
        * count
    )


def test_once_all_have_answered_nothing_more_is_awaited(desk: Desk) -> None:
    event = make_event(desk)
    ask(desk, event, make_family(desk, "Ohne Gruppe"))

    assert warned(desk, event, "evaluation") == []
