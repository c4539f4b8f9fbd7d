"""Contacts come in with one step, are found again, and private numbers stay private."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.bodies import BodyKind, SeatRole
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import Visibility
from kitadesk.domain.sheet import Sheet, rectangle
from kitadesk.queries.address_book import AddressBook, BookPerson, address_book
from kitadesk.queries.bodies import bodies, members_of
from kitadesk.services.bodies import BodyInput, add_body, add_seat
from kitadesk.services.desk import Desk
from kitadesk.services.importing_contacts import (
    ContactImportPlan,
    apply_contacts,
    plan_contacts,
)
from kitadesk.services.institutions import PersonInput, add_person
from kitadesk.services.parsing import Contents, parse, parse_in_child, parse_text
from tests.support.factories import TODAY, make_family

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
pytestmark = pytest.mark.usefixtures("house")


def sample(name: str) -> Sheet:
    return parse((SAMPLES / name).read_bytes(), name, contents=Contents.CONTACTS)


def sheet(*rows: tuple[str, ...]) -> Sheet:
    return Sheet("Liste", rectangle(rows))


def take(desk: Desk, *rows: tuple[str, ...], drop_missing: bool = False) -> ContactImportPlan:
    plan = plan_contacts(desk, sheet(*rows))
    apply_contacts(desk, plan, drop_missing=drop_missing)
    return plan


def book(desk: Desk) -> AddressBook:
    return desk.read(address_book, TODAY)


def person(desk: Desk, last_name: str) -> BookPerson:
    return next(one for one in book(desk).people if one.last_name == last_name)


def actions(plan: ContactImportPlan) -> list[str]:
    return [row.action for row in plan.rows]


def test_the_list_of_the_alliance_comes_in_whole(desk: Desk) -> None:
    plan = plan_contacts(desk, sample("adressen.csv"))
    result = apply_contacts(desk, plan)
    assert (result.people, result.institutions, result.added) == (16, 15, 16)
    found = book(desk)
    eva = person(desk, "Lindner")
    assert (eva.title, eva.functions[0].name) == ("Dr.", "Schulärztin")
    office = next(one for one in found.institutions if one.name == "Gesundheitsamt Mittelsachsen")
    assert (office.kind, office.town) == (InstitutionKind.HEALTH_OFFICE, "Freiberg")


def test_umlauts_of_an_old_spreadsheet_are_right(desk: Desk) -> None:
    apply_contacts(desk, plan_contacts(desk, sample("adressen.csv")))
    assert person(desk, "Hänsel").functions[0].institution == "Stadtbibliothek"
    assert "Käthe-Kollwitz-Straße 3" in {one.street for one in book(desk).institutions}


@pytest.mark.parametrize("name", ["adressen.csv", "elternbeirat.vcf"])
def test_reading_the_same_list_again_changes_nothing(desk: Desk, name: str) -> None:
    apply_contacts(desk, plan_contacts(desk, sample(name)))
    again = plan_contacts(desk, sample(name))
    assert set(actions(again)) == {"unchanged"}
    assert again.doubtful == ()


@pytest.mark.parametrize("name", ["adressen.csv", "elternbeirat.vcf"])
def test_one_undo_takes_all_of_it_back(desk: Desk, name: str) -> None:
    before = book(desk)
    apply_contacts(desk, plan_contacts(desk, sample(name)))
    desk.undo()
    assert book(desk) == before
    assert desk.read(bodies, TODAY) == ()


def test_cards_of_a_council_become_seats(desk: Desk) -> None:
    apply_contacts(desk, plan_contacts(desk, sample("elternbeirat.vcf")))
    (council,) = desk.read(bodies, TODAY)
    assert (council.kind, council.members) == (BodyKind.TOWN_PARENTS_COUNCIL, 4)
    chair = desk.read(members_of, council.id, TODAY)[0]
    assert (chair.role, chair.person_name) == (SeatRole.CHAIR, "Albrecht, Jana")
    assert chair.institution == "Kita Sonnenschein"
    assert person(desk, "Kühn").first_name == "Rösel"


def test_a_known_body_gets_the_delegate_on_its_vacant_seat(desk: Desk, house: UUID) -> None:
    body = add_body(desk, BodyInput(BodyKind.TOWN_PARENTS_COUNCIL, "Stadtelternbeirat"))
    vacant = add_seat(desk, body, SeatRole.CHAIR, institution_id=house)
    apply_contacts(desk, plan_contacts(desk, sample("elternbeirat.vcf")))
    assert len(desk.read(bodies, TODAY)) == 1
    (chair,) = [row for row in desk.read(members_of, body, TODAY) if row.seat_id == vacant]
    assert (chair.person_name, chair.from_date) == ("Albrecht, Jana", TODAY)


def test_what_the_list_says_otherwise_is_changed_and_named(desk: Desk) -> None:
    head = ("Einrichtung", "Straße", "Name", "Funktion", "Telefon")
    take(desk, head, ("Hort", "Markt 1", "Jens Vogel", "Leitung", "555-1"))
    plan = take(desk, head, ("Hort", "Markt 2", "Jens Vogel", "Leiter", "555-2"))
    assert plan.rows[0].reason == (
        "neu: Straße: Markt 1 → Markt 2, Funktion: Leitung → Leiter, 555-2"
    )
    assert [way.value for way in person(desk, "Vogel").ways] == ["555-1", "555-2"]
    assert person(desk, "Vogel").functions[0].name == "Leiter"


def test_empty_cells_change_nothing(desk: Desk) -> None:
    head = ("Einrichtung", "Straße", "Name", "Funktion")
    take(desk, head, ("Hort", "Markt 1", "Jens Vogel", "Leitung"))
    assert actions(plan_contacts(desk, sheet(head, ("Hort", "", "Jens Vogel", "")))) == [
        "unchanged"
    ]


def test_the_own_house_is_not_changed_by_a_list(desk: Desk) -> None:
    take(desk, ("Einrichtung", "Straße", "Name"), ("Kita Sonnenschein", "Anderswo 9", "Jana A"))
    assert book(desk).institutions[0].street != "Anderswo 9"


def test_new_numbers_stay_in_the_house_unless_opened(desk: Desk) -> None:
    rows = (("Name", "Telefon"), ("Jens Vogel", "555-1"))
    take(desk, *rows)
    assert person(desk, "Vogel").ways[0].visibility is Visibility.INTERNAL
    desk.undo()
    plan = plan_contacts(desk, sheet(*rows))
    apply_contacts(desk, plan, visibility=Visibility.MEMBERS)
    assert person(desk, "Vogel").ways[0].visibility is Visibility.MEMBERS


def test_who_is_not_in_the_list_any_more_is_told_and_ended_only_when_asked(desk: Desk) -> None:
    head = ("Einrichtung", "Name")
    take(desk, head, ("Hort", "Jens Vogel"), ("Hort", "Ina Roth"), ("Amt", "Ute Kern"))
    plan = plan_contacts(desk, sheet(head, ("Hort", "Jens Vogel")))
    assert [row.name for row in plan.rows if row.action == "missing"] == ["Roth, Ina"]
    apply_contacts(desk, plan)
    assert person(desk, "Roth").functions
    assert apply_contacts(desk, plan, drop_missing=True).ended == 1


def test_a_parent_of_the_same_name_stays_somebody_else_unless_said(desk: Desk) -> None:
    make_family(desk, "Albrecht", parents=("Jana",))
    plan = plan_contacts(desk, sample("elternbeirat.vcf"))
    (pair,) = plan.doubtful
    assert pair.reason == "Jana Albrecht gibt es schon als Elternteil"
    apply_contacts(desk, plan, same=frozenset({0}))
    again = plan_contacts(desk, sample("elternbeirat.vcf"))
    assert (again.doubtful, set(actions(again))) == ((), {"unchanged"})


def test_two_of_one_name_stay_two_people(desk: Desk) -> None:
    head = ("Einrichtung", "Name", "Telefon")
    take(desk, head, ("Hort", "Jens Vogel", "555-1"))
    plan = take(desk, head, ("Amt", "Jens Vogel", "555-2"))
    assert plan.rows[0].reason == "Jens Vogel gibt es schon als Kontakt, bitte prüfen"
    assert sum(one.last_name == "Vogel" for one in book(desk).people) == 2


def test_one_person_with_two_jobs_is_one_person(desk: Desk) -> None:
    head = ("Einrichtung", "Name", "Funktion", "Telefon")
    take(
        desk, head, ("Hort", "Jens Vogel", "Leitung", "5551"), ("Amt", "Jens Vogel", "Rat", "5551")
    )
    assert [job.name for job in person(desk, "Vogel").functions] == ["Rat", "Leitung"]


def test_a_contact_without_anything_else_is_filled_up(desk: Desk) -> None:
    add_person(desk, PersonInput("Vogel", "Jens"))
    plan = take(desk, ("Name", "Telefon"), ("Jens Vogel", "555-1"))
    assert actions(plan) == ["updated"]


def test_a_list_without_rows_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        plan_contacts(desk, sheet(("Name", "Telefon")))
    assert refused.value.code == "sheet_empty"


def test_cards_are_read_from_the_clipboard_and_in_a_process_of_their_own() -> None:
    data = (SAMPLES / "elternbeirat.vcf").read_bytes()
    text = data.decode()
    assert len(parse_text(text, contents=Contents.CONTACTS).rows) == 6
    assert len(parse_in_child(data, "e.vcf", contents=Contents.CONTACTS).rows) == 6


def test_cards_are_no_list_of_children_and_empty_ones_no_list() -> None:
    with pytest.raises(UserError) as refused:
        parse_text("BEGIN:VCARD\nFN:A\nEND:VCARD")
    assert refused.value.code == "file_is_cards"
    with pytest.raises(UserError) as empty:
        parse_text("BEGIN:VCARD\nEND:VCARD", contents=Contents.CONTACTS)
    assert empty.value.code == "sheet_empty"


def test_a_list_of_children_does_not_become_contacts(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        plan_contacts(desk, sample("kinderliste.xlsx"))
    assert refused.value.code == "file_is_children"
