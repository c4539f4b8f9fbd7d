"""*Vor dem Drucken* for lists: empty fields that they need, and consents that are not there."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import DeliveryWay
from kitadesk.queries.consents import custodians
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import (
    InstitutionInput,
    PersonInput,
    add_institution,
    add_person,
)
from kitadesk.services.people import change_child, change_household
from kitadesk.services.print_checks import Finding, findings
from kitadesk.services.printing import PrintRequest
from kitadesk.services.transition import MeasureInput, add_cohort, add_measure
from tests.support.factories import TODAY, make_event, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


def warnings(desk: Desk, request: PrintRequest) -> list[Finding]:
    return [found for found in findings(desk, request) if not found.is_information]


def starter(desk: Desk, cohort_id: UUID) -> UUID:
    """A child of the entry year with a school and one custodian."""
    kind = InstitutionKind.PRIMARY_SCHOOL
    school = add_institution(desk, InstitutionInput(kind, "Grundschule Mitte", town="Hainichen"))
    child = make_family(desk, "Vogel", parents=("Anna",), group=make_group(desk)).child_ids[0]
    change_child(desk, child, school_id=school, cohort_id=cohort_id)
    return child


def test_a_child_without_consent_is_named_before_its_school_reads_a_number(desk: Desk) -> None:
    cohort = add_cohort(desk, 2027)
    child = starter(desk, cohort)
    request = PrintRequest("starters_for_school", cohort)
    text = "1 Kind ohne Einwilligung zur schriftlichen Weitergabe und darum ohne Namen: Mia Vogel."
    assert warnings(desk, request) == [Finding(text, "child", child, "consents")]
    signer = desk.read(custodians, child)[0].person_id
    kind, state = ConsentKind.SCHOOL_HANDOVER, ConsentState.GIVEN
    add_consent(desk, ConsentInput(kind, state, child, signed=((signer, TODAY),)))
    assert warnings(desk, request) == []


def test_a_starter_without_a_birth_date_is_named(desk: Desk) -> None:
    cohort = add_cohort(desk, 2027)
    child = starter(desk, cohort)
    change_child(desk, child, birth_date=None)
    (found,) = warnings(desk, PrintRequest("school_starters", cohort))
    assert found == Finding("Ohne Geburtsdatum: Mia Vogel.", "child", child, "birth_date")


def test_a_list_with_birth_dates_names_who_has_none(desk: Desk) -> None:
    child = make_family(desk, "Vogel", group=make_group(desk)).child_ids[0]
    change_child(desk, child, birth_date=None)
    assert warnings(desk, PrintRequest("group_list")) == []
    columns = {"columns": "last_name;birth_date"}
    (found,) = warnings(desk, PrintRequest("group_list", params=columns))
    assert found.field == "birth_date"


@pytest.mark.parametrize("paper", ["year_calendar", "year_calendar_parents"])
def test_a_step_without_a_day_is_named_before_the_calendar(desk: Desk, paper: str) -> None:
    cohort = add_cohort(desk, 2027)
    measure = add_measure(desk, MeasureInput(cohort, "Zuckertütenfest"))
    (found,) = warnings(desk, PrintRequest(paper, cohort))
    assert found == Finding(
        "1 Maßnahme ohne Tag: Zuckertütenfest.", "measure", measure, "planned_on"
    )


def test_an_agenda_without_points_is_named(desk: Desk) -> None:
    event = make_event(desk)
    make_family(desk, group=make_group(desk))
    (found,) = warnings(desk, PrintRequest("agenda", event))
    assert found == Finding("Die Tagesordnung hat noch keinen Punkt.", "event", event, "agenda")
    add_agenda_item(desk, event, AgendaItemInput("Begrüßung", 10))
    assert warnings(desk, PrintRequest("agenda", event)) == []


def test_families_that_want_post_and_have_no_address_get_no_label(desk: Desk) -> None:
    made = make_family(desk, "Vogel")
    change_household(desk, made.household_id, delivery=DeliveryWay.POST)
    request = PrintRequest("address_labels", params={"addressees": "families"})
    (found,) = warnings(desk, request)
    assert found.text == "Ohne Anschrift und darum ohne Etikett: Vogel, Mia."
    assert (found.kind, found.id) == ("family", made.id)
    change_household(desk, made.household_id, no_post=True)
    assert warnings(desk, request) == []


def test_institutions_and_people_without_an_address_are_named(desk: Desk) -> None:
    place = add_institution(desk, InstitutionInput(InstitutionKind.PRIMARY_SCHOOL, "Waldschule"))
    person = add_person(desk, PersonInput("Lindner", "Eva"))
    (found,) = warnings(desk, PrintRequest("address_labels"))
    assert (found.kind, found.id, found.field) == ("institution", place, "town")
    (found,) = warnings(desk, PrintRequest("address_labels", params={"addressees": "people"}))
    assert found.text == "1 Person ohne Anschrift: Eva Lindner."
    assert (found.kind, found.id) == ("person", person)


def test_only_the_first_few_names_are_told(desk: Desk) -> None:
    for name in ("Adam", "Berg", "Cohn", "Duda"):
        make_family(desk, name)
    (found,) = warnings(desk, PrintRequest("group_list"))
    assert found.text == "4 Kinder ohne Gruppe: Mia Adam, Mia Berg, Mia Cohn und weitere"
