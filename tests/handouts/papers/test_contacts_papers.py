"""Telefonliste, Gremienliste and Etiketten of the invented town."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.people import ContactKind
from kitadesk.handouts import registry
from kitadesk.handouts.kit.pdf import render
from kitadesk.handouts.papers import contacts_labels as labels
from kitadesk.handouts.papers import contacts_telephone_list as telephone
from kitadesk.queries.listing import listed
from kitadesk.services.bodies import end_body
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import (
    ContactWayInput,
    PersonInput,
    add_contact_way,
    add_person,
)
from tests.support.reading import all_text, read_pdf, squeezed
from tests.support.town_fixtures import TOWN_DAY


def _text(desk: Desk, paper: str, subject: UUID | None = None, **params: str) -> str:
    document = desk.read(registry.find(paper).filled, subject, params, TOWN_DAY)
    return all_text(render(document))


def _body(desk: Desk, name: str) -> UUID:
    return next(row.id for row in desk.read(listed, "bodies", TOWN_DAY) if row.title == name)


def test_a_private_number_stands_only_on_the_list_of_the_house(town: Desk) -> None:
    person = add_person(town, PersonInput("Privat", "Paula"))
    add_contact_way(town, ContactWayInput(ContactKind.MOBILE, "0151 555 7777", person))
    assert squeezed("0151 555 7777") in _text(town, "telephone_list")
    for audience in ("members", "public"):
        printed = _text(town, "telephone_list", audience=audience)
        assert "Privat" not in printed
        assert "5557777" not in printed


def test_the_list_for_members_has_mobile_numbers_and_the_public_one_has_not(town: Desk) -> None:
    assert "01515552" in _text(town, "telephone_list", audience="members")
    public = _text(town, "telephone_list", audience="public")
    assert "01515552" not in public
    assert squeezed("037207 555-15") in public


def test_the_list_says_for_whom_it_is(town: Desk) -> None:
    assert squeezed("intern, bleibt im Haus") in _text(town, "telephone_list")
    assert squeezed("zur Weitergabe") in _text(town, "telephone_list", audience="public")


def test_somebody_without_an_institution_is_listed_at_the_end(town: Desk) -> None:
    add_person(town, PersonInput("Anders", "Ole"))
    assert _text(town, "telephone_list").split("OhneEinrichtung")[1].startswith("Anders,Ole")


def test_a_column_that_would_stay_empty_is_left_out(town: Desk) -> None:
    assert "Erreichbar" not in _text(town, "telephone_list", audience="public", best_time="ja")
    assert "Erreichbar" in _text(town, "telephone_list", best_time="ja")


def test_an_empty_list_has_lines_to_write_on() -> None:
    params = telephone.TelephoneListParams(best_time=True)
    printed = render(telephone.document(telephone.blank(params), params))
    assert "Erreichbar" in all_text(printed)


def test_one_body_stands_under_its_own_name_with_its_vacant_seat(town: Desk) -> None:
    printed = _text(town, "body_list", _body(town, "Stadtelternbeirat"))
    assert squeezed("1 Platz unbesetzt; Amtszeit endet 31.8.2028") in printed
    assert "Steuerungsgruppe" not in printed


def test_without_a_body_all_of_them_are_listed_but_not_those_that_ended(town: Desk) -> None:
    end_body(town, _body(town, "Steuerungsgruppe"), date(2026, 12, 31))
    printed = _text(town, "body_list")
    assert "Stadtelternbeirat" in printed
    assert "Steuerungsgruppe" not in printed


def test_the_list_of_a_body_keeps_private_numbers_of_parents_in_the_house(town: Desk) -> None:
    body = _body(town, "Elternbeirat")
    assert "0151" in _text(town, "body_list", body)
    assert "0151" not in _text(town, "body_list", body, audience="public")


def test_a_title_of_a_body_never_stands_alone_at_the_foot_of_a_page(town: Desk) -> None:
    document = town.read(registry.find("body_list").filled, None, {}, TOWN_DAY)
    for page in read_pdf(render(document)):
        last = [line for line in page.text.splitlines() if line.strip()][-2]
        assert "alle sechs Wochen" not in last


def test_members_of_a_body_get_labels_at_the_house_that_sends_them(town: Desk) -> None:
    printed = _text(town, "address_labels", _body(town, "Stadtelternbeirat"))
    assert squeezed("Kita Storchennest Ben Zeiler Feldstraße 11 09661 Hainichen") in printed


def test_beside_a_body_the_whole_address_book_can_be_chosen(town: Desk) -> None:
    body = _body(town, "Stadtelternbeirat")
    printed = _text(town, "address_labels", body, addressees="institutions")
    assert squeezed("Stadtbibliothek Markt 1 09661 Hainichen") in printed
    assert "BenZeiler" not in printed


def test_institutions_get_labels_but_not_the_own_house(town: Desk) -> None:
    printed = _text(town, "address_labels")
    assert squeezed("Stadtbibliothek Markt 1 09661 Hainichen") in printed
    assert squeezed("Gartenweg 4") not in printed


def test_a_salutation_stands_only_where_it_was_given(town: Desk) -> None:
    printed = _text(town, "address_labels", addressees="people")
    assert squeezed("Frau Dr. Eva Lindner") in printed
    assert squeezed("Jugendclub Bockendorf Nancy Roth") in printed


def test_families_without_post_get_no_label(town: Desk) -> None:
    content = town.read(
        labels.gather, None, labels.LabelParams(labels.Addressees.FAMILIES), TOWN_DAY
    )
    assert 0 < len(content.labels) < 30
    assert all(len(one.lines) >= 3 for one in content.labels)


@pytest.mark.parametrize(("start", "sheets"), [(1, 1), (21, 2), (0, 1), (60, 2)])
def test_the_second_sheet_begins_at_its_first_label(start: int, sheets: int) -> None:
    content, _ = labels.sample()
    printed = render(labels.document(content, labels.LabelParams(start=start)))
    pages = read_pdf(printed)
    assert len(pages) == sheets
    if sheets == 2:
        assert pages[1].find("Stadtbibliothek").top < 40


def test_the_probe_is_one_sheet_with_frames() -> None:
    content, _ = labels.sample()
    params = labels.LabelParams(start=21, probe=True)
    (page,) = read_pdf(render(labels.document(content, params)))
    assert "21" in page.text
