"""*Vor dem Drucken* for a letter about one child and for consent forms."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.queries.consents import custodians
from kitadesk.queries.house import own_house_id
from kitadesk.services.children import change_adult
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.families import HouseholdInput, add_household, change_household
from kitadesk.services.institutions import InstitutionInput, add_institution, change_institution
from kitadesk.services.people import change_child
from kitadesk.services.print_checks import Finding, findings
from kitadesk.services.printing import PrintRequest
from kitadesk.services.year_plan import open_cohort
from tests.support.factories import MadeFamily, make_family

pytestmark = pytest.mark.usefixtures("house")
FORMS = ("consent_form", "consent_form_child")


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    """Mia with a school and parents; a home with an address."""
    made = make_family(desk, "Vogel", parents=("Anna", "Peter"))
    change_household(
        desk, made.household_id, street="Hafenweg 9", postcode="09661", town="Hainichen"
    )
    kind = InstitutionKind.PRIMARY_SCHOOL
    school = add_institution(desk, InstitutionInput(kind, "Grundschule Mitte"))
    change_child(desk, made.child_ids[0], school_id=school)
    change_institution(desk, desk.read(own_house_id), street="Schlossweg 3", town="Hainichen")
    return made


@pytest.fixture
def cohort(desk: Desk, family: MadeFamily) -> UUID:
    return open_cohort(desk, 2027)


def warnings(desk: Desk, paper: str, subject: UUID, **params: str) -> list[Finding]:
    found = findings(desk, PrintRequest(paper, subject, params))
    return [one for one in found if not one.is_information]


def move_out(desk: Desk, family: MadeFamily) -> UUID:
    """Peter does not live with his child any more."""
    peter = desk.read(custodians, family.child_ids[0])[1].person_id
    change_adult(desk, family.child_ids[0], peter, lives_with=False)
    return peter


def test_a_letter_to_a_home_with_an_address_needs_nothing(desk: Desk, family: MadeFamily) -> None:
    assert warnings(desk, "child_letter", family.child_ids[0], text="Guten Tag") == []


def test_a_letter_without_an_address_is_named(desk: Desk, family: MadeFamily) -> None:
    change_household(desk, family.household_id, street="")
    (found,) = warnings(desk, "child_letter", family.child_ids[0])
    assert found.text == "Brief ohne Anschrift: Anna Vogel und Peter Vogel."
    assert (found.kind, found.id) == ("family", family.id)
    assert found.field == f"home_{family.household_id.hex}"
    change_household(desk, family.household_id, no_post=True)
    assert warnings(desk, "child_letter", family.child_ids[0]) == []


def test_a_trial_sheet_goes_to_nobody(desk: Desk, family: MadeFamily) -> None:
    change_household(desk, family.household_id, street="")
    assert warnings(desk, "child_letter", family.child_ids[0], probe="ja") == []


def test_a_letter_without_a_sender_is_named(desk: Desk, family: MadeFamily) -> None:
    house = desk.read(own_house_id)
    change_institution(desk, house, street="")
    (found,) = warnings(desk, "child_letter", family.child_ids[0])
    assert (found.kind, found.id, found.field) == ("house", house, "street")


@pytest.mark.parametrize("paper", ["child_letter", "consent_form_child"])
def test_a_custodian_who_lives_apart_without_a_home_is_named(
    desk: Desk, family: MadeFamily, paper: str
) -> None:
    move_out(desk, family)
    (found,) = warnings(desk, paper, family.child_ids[0])
    assert "Wohnt nicht beim Kind" in found.text
    assert "Peter Vogel" in found.text
    assert (found.kind, found.id, found.field) == ("child", family.child_ids[0], "newHome")


@pytest.mark.parametrize("paper", ["child_letter", *FORMS])
def test_a_second_home_without_an_address_is_named(
    desk: Desk, family: MadeFamily, cohort: UUID, paper: str
) -> None:
    peter = move_out(desk, family)
    home = add_household(desk, HouseholdInput(family.id, member_ids=(peter,)))
    subject = cohort if paper == "consent_form" else family.child_ids[0]
    (found,) = warnings(desk, paper, subject)
    assert found.text == "Zweiter Haushalt ohne Anschrift: Peter Vogel."
    assert found.field == f"home_{home.hex}"
    for change in ({"no_post": True}, {"no_post": False, "street": "Markt 1", "town": "Hainichen"}):
        change_household(desk, home, **change)
        assert warnings(desk, paper, subject) == []


@pytest.mark.parametrize("paper", FORMS)
def test_lines_that_stay_empty_are_named(
    desk: Desk, family: MadeFamily, cohort: UUID, paper: str
) -> None:
    mia = family.child_ids[0]
    change_child(desk, mia, school_id=None)
    (found,) = warnings(desk, paper, cohort if paper == "consent_form" else mia)
    assert found.text == "1 Kind ohne Schule, die Zeile bleibt leer: Vogel, Mia."
    assert (found.id, found.field) == (mia, "school_id")


def test_a_child_without_custodians_is_named(desk: Desk, family: MadeFamily) -> None:
    (ole,) = make_family(desk, "Busch", children=("Ole",)).child_ids
    found = warnings(desk, "consent_form_child", ole)
    text = "1 Kind ohne Sorgeberechtigte, die Zeilen bleiben leer: Busch, Ole."
    assert Finding(text, "child", ole, "newAdult") in found


def test_a_year_where_all_have_answered_prints_the_empty_form(
    desk: Desk, family: MadeFamily, cohort: UUID
) -> None:
    kind, mia = ConsentKind.SCHOOL_HANDOVER, family.child_ids[0]
    add_consent(desk, ConsentInput(kind, ConsentState.NO, mia))
    (found,) = warnings(desk, "consent_form", cohort)
    assert found.text == "Alle haben geantwortet: Gedruckt wird das leere Formular."
    (found,) = warnings(desk, "consent_form", cohort, reminder="ja")
    assert found.text.startswith("Niemand ist zu erinnern")


def test_a_letter_that_reminds_nobody_says_so(desk: Desk, family: MadeFamily) -> None:
    change_household(desk, family.household_id, no_reminder=True)
    found = warnings(desk, "child_letter", family.child_ids[0], reminder="ja")
    assert [one.text[:24] for one in found] == ["Niemand ist zu erinnern:"]
