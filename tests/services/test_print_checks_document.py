"""*Vor dem Drucken* for the finished document: every text of it, and where it comes from."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from kitadesk.base.clock import FixedClock
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.domain.people import DeliveryWay
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event, set_event_text
from kitadesk.services.house import HouseInput, change_house
from kitadesk.services.people import change_child, change_household
from kitadesk.services.postponing import cancel_event
from kitadesk.services.print_checks import Finding, check_run, findings
from kitadesk.services.printing import PrintRequest
from kitadesk.services.transition import MeasureInput, add_cohort, add_measure
from tests.support.factories import EVENING, TODAY, MadeFamily, make_event, make_family, make_group


@pytest.fixture
def family(desk: Desk, house: UUID) -> MadeFamily:
    """The only family of the house, with a group."""
    return make_family(desk, "Vogel", group=make_group(desk))


def warnings(desk: Desk, request: PrintRequest) -> list[Finding]:
    return [found for found in findings(desk, request) if not found.is_information]


def about(desk: Desk, paper: str, subject: UUID | None, words: str) -> Finding:
    (found,) = [one for one in warnings(desk, PrintRequest(paper, subject)) if words in one.text]
    return found


def test_a_wrong_weekday_in_the_plan_is_found_on_the_calendar(
    desk: Desk, family: MadeFamily
) -> None:
    cohort = add_cohort(desk, 2027)
    step = MeasureInput(cohort, "Fest, nicht wie geplant Fr 8.4.2027", planned_on=EVENING)
    measure = add_measure(desk, step)
    found = about(desk, "year_calendar", cohort, "„Fr 8.4.2027“, das passt nicht")
    assert (found.kind, found.id, found.field) == ("measure", measure, "title")


def test_days_of_a_past_half_year_are_no_finding_on_a_calendar(
    desk: Desk, family: MadeFamily
) -> None:
    cohort = add_cohort(desk, 2027)
    add_measure(desk, MeasureInput(cohort, "Start", planned_on=date(2026, 9, 7)))
    assert warnings(desk, PrintRequest("year_calendar_parents", cohort)) == []


def test_a_day_gone_by_in_a_letter_is_named_with_its_block(desk: Desk, family: MadeFamily) -> None:
    event = make_event(desk)
    set_event_text(desk, event, TextBlock.BODY, "Anmelden können Sie sich bis 15.1.2027.")
    (found,) = warnings(desk, PrintRequest("invitation", event))
    assert found == Finding(
        "Im Text steht „15.1.2027“, das ist vorbei.", "event", event, "text:body"
    )


def test_a_day_gone_by_in_the_agenda_is_named(desk: Desk, family: MadeFamily) -> None:
    event = make_event(desk)
    change_event(desk, event, title="Rest vom Fest und alles bis 15.1.")
    found = about(desk, "poster", event, "„15.1.“, das ist vorbei")
    assert (found.id, found.field) == (event, "title")


def test_an_evening_that_is_over_is_told_once(desk: Desk, family: MadeFamily) -> None:
    event = make_event(desk)
    later = Desk(desk.store.file, FixedClock(EVENING + timedelta(1)), desk.store)
    over = [row.text for row in warnings(later, PrintRequest("invitation", event))]
    assert sum("vorbei" in text for text in over) == 2, "the evening and its return date"


def test_a_cancelled_evening_is_named_on_all_papers_but_the_notice(
    desk: Desk, family: MadeFamily
) -> None:
    event = make_event(desk)
    cancel_event(desk, event, "krank")
    assert about(desk, "poster", event, "abgesagt").field == "status"
    assert warnings(desk, PrintRequest("postponement", event)) == []


def test_a_sign_without_a_picture_leads_to_the_child(desk: Desk, family: MadeFamily) -> None:
    change_child(desk, family.child_ids[0], first_name="Lea \U00013080")
    found = about(desk, "attendance_list", make_event(desk), "Zeichen")
    assert (found.kind, found.id, found.field) == ("child", family.child_ids[0], "first_name")


def test_a_shortened_name_leads_to_its_record(desk: Desk, family: MadeFamily) -> None:
    long_name = " ".join(f"Silbe{number}" for number in range(25))
    change_household(
        desk,
        family.household_id,
        name=long_name,
        street="Am Bad 4",
        town="Hainichen",
        delivery=DeliveryWay.POST,
    )
    found = about(desk, "invitation", make_event(desk), "gekürzt")
    assert found.text.startswith("Zu lang, wird gekürzt: „Silbe0")
    home = f"home_{family.household_id.hex}"
    assert (found.kind, found.id, found.field) == ("family", family.id, home)


def test_a_letter_by_post_without_a_sender_leads_to_the_house(
    desk: Desk, house: UUID, family: MadeFamily
) -> None:
    change_household(
        desk, family.household_id, delivery=DeliveryWay.POST, street="Am Bad 4", town="Hainichen"
    )
    (found,) = warnings(desk, PrintRequest("invitation", make_event(desk)))
    assert found == Finding(
        "Der Absender über dem Anschriftfeld hat keine Anschrift.", "house", house, "street"
    )
    change_house(desk, HouseInput("Kita", "09661", "Hainichen", "SN", "Gartenweg 4"))
    assert warnings(desk, PrintRequest("invitation", make_event(desk))) == []


def test_the_check_of_a_run_counts_its_sheets_and_keeps_the_warnings(
    desk: Desk, family: MadeFamily
) -> None:
    event = make_event(desk, reply_until=None)
    checked = check_run(desk, PrintRequest("invitation", event))
    assert checked.sheets == 1
    assert [one.text for one in checked.findings] == ["Der Rückgabetag fehlt."]


def test_a_check_can_be_given_up_between_its_steps(desk: Desk, family: MadeFamily) -> None:
    steps: list[int] = []

    def stop() -> None:
        steps.append(1)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        findings(desk, PrintRequest("invitation", make_event(desk)), stop)
    assert steps == [1]


def test_the_last_day_of_an_event_is_looked_at_too(desk: Desk, family: MadeFamily) -> None:
    event = make_event(desk, kind=EventKind.FESTIVAL)
    change_event(desk, event, until_date=date(2027, 5, 6))
    found = about(desk, "poster", event, "Der letzte Tag liegt auf einem Feiertag")
    assert (found.field, TODAY < EVENING) == ("until_date", True)
