"""Einwilligung Datenweitergabe: a sheet for each home, never an address, the law of the Träger."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from kitadesk.domain.institutions import ProviderType
from kitadesk.handouts import registry
from kitadesk.handouts.consent_forms import (
    Form,
    FormParams,
    Purpose,
    forms_document,
    sample_forms,
)
from kitadesk.handouts.kit.blocks import Document, NewSheet, NumberMark
from kitadesk.handouts.kit.pdf import page_count, render
from kitadesk.queries.consent_slips import form_rows
from kitadesk.queries.house import own_house_id
from kitadesk.queries.letters import letters
from kitadesk.queries.listing import listed
from kitadesk.services.consent_slips import number_forms
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import change_institution
from tests.support.reading import all_text, squeezed
from tests.support.town_fixtures import TOWN_DAY

PARAMS = FormParams()


def _cohort(desk: Desk) -> UUID:
    return desk.read(listed, "cohorts", TOWN_DAY)[0].id


def _run(desk: Desk, **params: str) -> Document:
    return desk.read(registry.find("consent_form").filled, _cohort(desk), params, TOWN_DAY)


def _sample(**changes: object) -> str:
    content, _params = sample_forms()
    form = replace(content.forms[0], **changes)
    return all_text(render(forms_document(replace(content, forms=(form,)), PARAMS)))


def test_the_run_of_a_year_is_one_page_for_each_sheet(town: Desk) -> None:
    kind = PARAMS.purpose.kind
    rows = town.read(form_rows, kind, TOWN_DAY, cohort_id=_cohort(town))
    document = _run(town)
    sheets = [block for block in document.blocks if isinstance(block, NewSheet)]
    assert len(sheets) == len(rows) == page_count(document)


def test_no_sheet_shows_any_address(town: Desk) -> None:
    text = all_text(render(_run(town)))
    streets = {squeezed(row.street) for row in town.read(letters, TOWN_DAY) if row.street}
    assert streets
    assert not [street for street in streets if street in text]


def test_sheets_bear_their_numbers_once_they_are_taken(town: Desk) -> None:
    assert not [b for b in _run(town).blocks if isinstance(b, NumberMark) and b.number]
    number_forms(town, "consent_form", _cohort(town), {})
    marks = [block for block in _run(town).blocks if isinstance(block, NumberMark)]
    assert all(mark.number for mark in marks)


@pytest.mark.parametrize(
    ("provider", "law"), [(ProviderType.PROTESTANT, "DSG-EKD"), (ProviderType.CATHOLIC, "KDG")]
)
def test_the_law_is_that_of_the_own_provider(town: Desk, provider: ProviderType, law: str) -> None:
    change_institution(town, town.read(own_house_id), provider_type=provider)
    assert law in all_text(render(_run(town, probe="ja")))


def test_what_makes_a_consent_one_stands_on_the_sheet() -> None:
    text = _sample()
    for words in (
        "Mia Muster", "Nr. 5021-3", "Von: Kita Sonnenschein · An: Grundschule Hainichen",
        "schriftlich", "mündlich", "Freiwillig:", "Widerruf: jederzeit", "Einsicht:", "Fragen:",
        "bis 31. Oktober 2027", "§§ 61 bis 68 SGB VIII", "Anna Muster", "Paul Muster",
    ):  # fmt: skip
        assert squeezed(words) in text, words


def test_who_lives_apart_is_told_that_the_other_signs_elsewhere() -> None:
    assert squeezed("Weitere Sorgeberechtigte unterschreiben ein eigenes Blatt") in _sample(
        has_others=True
    )


def test_without_a_known_custodian_there_are_lines_to_sign() -> None:
    content, _params = sample_forms()
    form = Form("Mia Muster")
    document = forms_document(replace(content, forms=(form,)), PARAMS)
    assert squeezed("Anna Muster") not in all_text(render(document))
    assert any(getattr(block, "blank_rows", 0) == 2 for block in document.blocks)


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("large", [False, True])
def test_every_form_is_one_page(purpose: Purpose, large: bool) -> None:
    params = replace(PARAMS, purpose=purpose, large_print=large, return_by="Freitag, 5. März 2027")
    assert page_count(forms_document(sample_forms()[0], params)) == 1


def test_typed_terms_stand_in_place_of_the_usual_ones() -> None:
    params = replace(PARAMS, until="30. Juni 2027", contact="Frau Beispiel", reminder=True)
    text = all_text(render(forms_document(sample_forms()[0], params)))
    assert squeezed("bis 30. Juni 2027") in text
    assert squeezed("Fragen: Frau Beispiel") in text
    assert squeezed("Erinnerung · Übergabe an die Schule") in text


def test_a_child_of_no_year_gets_no_day_that_is_over() -> None:
    assert squeezed("bis Ende Oktober nach dem Schulanfang") in _sample(entry_year=None)
