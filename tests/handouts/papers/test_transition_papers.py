"""The papers of Übergang: what stands on them in the invented town, and what must never leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import Way
from kitadesk.domain.entry_class import EntryClass
from kitadesk.handouts import registry
from kitadesk.handouts.kit.blocks import Table
from kitadesk.handouts.kit.pdf import page_count, render
from kitadesk.handouts.kit.styles import HAND_LINE_MM
from kitadesk.handouts.papers import transition_consents as consents
from kitadesk.handouts.papers import transition_matrix as matrix
from kitadesk.handouts.papers import transition_school_starters as starters
from kitadesk.handouts.papers import transition_starters_for_school as for_school
from kitadesk.handouts.papers import transition_year_calendar as year_calendar
from kitadesk.handouts.spec import Area, Privacy, SubjectKind
from kitadesk.queries.consents import consent_standings, consent_states
from kitadesk.queries.listing import listed
from kitadesk.queries.people import ChildRow, children
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.matrix import set_cells
from kitadesk.services.people import change_child
from kitadesk.services.transition import MeasureInput, add_measure
from tests.support.factories import make_family, make_house
from tests.support.reading import all_text, read_pdf, squeezed
from tests.support.town_fixtures import TOWN_DAY


def _cohort(desk: Desk) -> UUID:
    return desk.read(listed, "cohorts", TOWN_DAY)[0].id


def _text(desk: Desk, paper: str, **params: str) -> str:
    document = desk.read(registry.find(paper).filled, _cohort(desk), params, TOWN_DAY)
    return all_text(render(document))


def _children(desk: Desk) -> tuple[ChildRow, ...]:
    return desk.read(children, TOWN_DAY, cohort_id=_cohort(desk))


def _named(row: ChildRow) -> str:
    return squeezed(f"{row.last_name}, {row.first_name}")


def _by_consent(desk: Desk, state: ConsentState) -> list[ChildRow]:
    states = desk.read(consent_states, _cohort(desk))
    kind = ConsentKind.SCHOOL_HANDOVER
    return [
        row for row in _children(desk) if states.get((row.id, kind), ConsentState.OPEN) is state
    ]


def test_the_list_of_the_house_names_every_child_with_school_duty(town: Desk) -> None:
    text = _text(town, "school_starters")
    assert all(_named(row) in text for row in _children(town))
    assert squeezed("schulpflichtig seit Vorjahr") in text
    assert squeezed("§ 27 SächsSchulG") in text
    assert "Quelle:" in text


def test_parents_stand_on_the_list_only_when_asked_for(town: Desk) -> None:
    parents = squeezed(next(row.parents for row in _children(town) if " und " in row.parents))
    assert parents not in _text(town, "school_starters")
    assert parents in _text(town, "school_starters", parents="ja")


def test_the_sums_count_every_child_once(town: Desk) -> None:
    params = starters.SchoolStartersParams()
    content = town.read(starters.gather, _cohort(town), params, TOWN_DAY)
    assert len(content.children) == len(_children(town))
    assert not any(child.parents or child.consent for child in content.children)
    assert _text(town, "school_starters").count("zusammen") == 1


def test_a_child_without_a_birth_date_is_named_for_the_office(town: Desk) -> None:
    row = _children(town)[0]
    change_child(town, row.id, birth_date=None)
    text = _text(town, "school_starters")
    assert squeezed(f"bitte nachtragen: {row.last_name}, {row.first_name}") in text


def test_a_birthday_on_the_doubtful_day_is_marked_and_explained() -> None:
    content, params = starters.sample()
    text = all_text(render(starters.document(content, params)))
    assert squeezed("kann durch Anmeldung, Stichtag knapp") in text
    assert squeezed("bitte die Schule fragen") in text
    line = starters.StarterLine("Muster, Mia", date(2021, 5, 3), EntryClass.DUE)
    section = starters.StarterSection("GS", (line,))
    plain = replace(content, sections=(section,))
    assert "Stichtag knapp" not in all_text(render(starters.document(plain, params)))


@pytest.mark.parametrize("state", [one for one in ConsentState if one is not ConsentState.GIVEN])
def test_no_name_without_consent_leaves_the_house(town: Desk, state: ConsentState) -> None:
    text = _text(town, "starters_for_school")
    unnamed = _by_consent(town, state)
    assert unnamed
    assert not any(_named(row) in text for row in unnamed)
    found = town.read(consent_standings, _cohort(town))
    for row in _by_consent(town, ConsentState.GIVEN):
        is_in_writing = found[row.id, ConsentKind.SCHOOL_HANDOVER].allows(Way.WRITTEN)
        assert (_named(row) in text) is is_in_writing


def test_a_revocation_takes_a_child_off_the_sheet_at_once(town: Desk) -> None:
    row = _by_consent(town, ConsentState.GIVEN)[0]
    kind = ConsentKind.SCHOOL_HANDOVER
    add_consent(town, ConsentInput(kind, ConsentState.REVOKED, child_id=row.id))
    assert _named(row) not in _text(town, "starters_for_school")


def test_the_sheet_of_a_school_counts_the_others_and_says_nothing_else(town: Desk) -> None:
    content = town.read(
        for_school.gather, _cohort(town), for_school.StartersForSchoolParams(), TOWN_DAY
    )
    counted = sum(len(sheet.children) + sheet.unnamed for sheet in content.schools)
    assert counted == len(_children(town))
    text = _text(town, "starters_for_school")
    for row in _children(town):
        assert not row.parents or squeezed(row.parents) not in text
    assert "zurückgestellt" not in text
    assert registry.find("starters_for_school").privacy is Privacy.SCHOOL


def test_every_school_has_a_sheet_of_its_own(town: Desk) -> None:
    document = town.read(registry.find("starters_for_school").filled, _cohort(town), {}, TOWN_DAY)
    sheets = [sheet.text for sheet in read_pdf(render(document))]
    assert [("Grundschule" in text, "Freie Schule" in text) for text in sheets] == [
        (False, True),
        (True, False),
    ]


def test_a_school_whose_children_may_not_be_named_reads_why(town: Desk) -> None:
    kind = ConsentKind.SCHOOL_HANDOVER
    assert "Zukeinemdieser" in _text(town, "starters_for_school")  # the free school
    for row in _by_consent(town, ConsentState.GIVEN):
        add_consent(town, ConsentInput(kind, ConsentState.REVOKED, child_id=row.id))
    assert _text(town, "starters_for_school").count("Zukeinemdieser") == 2


def test_a_child_without_a_school_stands_on_no_sheet(town: Desk) -> None:
    row = _by_consent(town, ConsentState.GIVEN)[0]
    change_child(town, row.id, school_id=None)
    sheets = _text(town, "starters_for_school")
    assert _named(row) not in sheets
    assert squeezed("Ohne Schule") not in sheets
    assert squeezed("Ohne Schule") in _text(town, "school_starters")


def test_the_matrix_has_every_mark_and_its_counts(town: Desk) -> None:
    text = _text(town, "transition_matrix")
    assert all(_named(row) in text for row in _children(town))
    for mark in ("✓", "○", "!", "–", "nein", "wid.", "erledigt"):
        assert mark in text


def test_every_measure_for_each_child_is_a_column(town: Desk) -> None:
    content = town.read(matrix.gather, _cohort(town), matrix.MatrixParams(), TOWN_DAY)
    assert content.measures[0] == "Anmeldung"
    assert len(content.measures) == len(content.days) == len(content.counts) == 10
    assert {len(child.cells) for one in content.sections for child in one.children} == {10}


def test_a_cell_that_is_set_is_on_the_next_print(town: Desk) -> None:
    measure = add_measure(town, MeasureInput(_cohort(town), "Zahnarzt", is_per_child=True))
    rows = _children(town)
    assert f"0/{len(rows)}" in _text(town, "transition_matrix")
    done = [(row.id, measure) for row in rows[:5]]
    set_cells(town, done, state=matrix.MeasureState.DONE)
    content = town.read(matrix.gather, _cohort(town), matrix.MatrixParams(), TOWN_DAY)
    assert content.counts[content.measures.index("Zahnarzt")] == (5, len(rows))


def test_only_open_leaves_out_what_all_children_have(town: Desk) -> None:
    measure = add_measure(town, MeasureInput(_cohort(town), "Zahnarzt", is_per_child=True))
    cells = [(row.id, measure) for row in _children(town)]
    set_cells(town, cells, state=matrix.MeasureState.DONE)
    assert "Zahnarzt" in _text(town, "transition_matrix")
    assert "Zahnarzt" not in _text(town, "transition_matrix", only_open="ja")


def test_where_nothing_is_open_the_matrix_says_so_instead_of_an_empty_table() -> None:
    content, _ = matrix.sample()
    params = matrix.MatrixParams(only_open=True)
    document = matrix.document(replace(content, sections=(), measures=()), params)
    text = all_text(render(document))
    assert squeezed("nichts mehr offen") in text
    assert "Name" not in text


def test_too_many_measures_are_parted_with_the_names_repeated() -> None:
    content, params = matrix.sample()
    many = replace(content, measures=tuple(f"M{number}" for number in range(40)))
    document = matrix.document(many, params)
    sheets = read_pdf(render(document))
    assert len(sheets) == page_count(document) == 3
    assert all("Muster, Mia" in sheet.text for sheet in sheets)
    assert "Maßnahmen 15 bis 28 von 40" in sheets[1].text


@pytest.mark.parametrize("order", ["group", "school", "name"])
def test_a_usual_matrix_stands_on_one_sheet(town: Desk, order: str) -> None:
    document = town.read(
        registry.find("transition_matrix").filled, _cohort(town), {"order": order}, TOWN_DAY
    )
    sheets = read_pdf(render(document))
    assert len(sheets) == 1
    assert all(_named(row) in squeezed(sheets[0].text) for row in _children(town))


def test_rows_for_writing_into_the_matrix_are_high_enough_for_a_hand() -> None:
    content, params = matrix.MatrixContent(), matrix.MatrixParams()
    (table,) = (one for one in matrix.document(content, params).blocks if isinstance(one, Table))
    assert table.row_height >= HAND_LINE_MM


def test_parents_see_nothing_that_only_house_and_partners_do(town: Desk) -> None:
    text = _text(town, "year_calendar_parents")
    assert "Schnuppertag" in text
    for title in ("Startgespräch Kita", "Übergabegespräch", "überfällig", "Zuständig", "heute"):
        assert squeezed(title) not in text
    internal = _text(town, "year_calendar")
    assert squeezed("Übergabegespräch") in internal
    assert "Zuständig" in internal


def test_an_open_consent_is_never_overdue_on_a_calendar(town: Desk) -> None:
    content = town.read(
        year_calendar.gather, _cohort(town), year_calendar.YearCalendarParams(), TOWN_DAY
    )
    signs = {line.short_title: (line.sign, line.standing) for line in content.lines}
    assert signs["Einwilligung Übergabe"] == ("", "16/18")
    assert signs["Anmeldung"] == ("!", "17/18")
    assert signs["Elternabend"] == ("✓", "")


def test_the_office_decides_by_hand_what_parents_see(town: Desk) -> None:
    shown = _text(town, "year_calendar_parents", also="übergabegespräch", without="Schnuppertag")
    assert "Übergabegespräch" in shown
    assert "Schnuppertag" not in shown


def test_the_calendar_knows_ferien_and_feiertage(town: Desk) -> None:
    text = _text(town, "year_calendar_parents")
    assert squeezed("Winter 8.2.–19.2.") in text
    assert squeezed("Karfreitag Fr 26.3.") in text
    assert squeezed("Tag der Deutschen Einheit") not in text  # a Saturday
    listed_too = _text(town, "year_calendar_parents", dates="ja")
    assert squeezed("Winterferien (Schulferien)") in listed_too
    without = _text(town, "year_calendar_parents", free_days="nein")
    assert "Karfreitag" not in without


@pytest.mark.parametrize("paper", ["year_calendar", "year_calendar_parents"])
@pytest.mark.parametrize("size", ["a4", "a3"])
def test_a_usual_year_stands_on_one_sheet(town: Desk, paper: str, size: str) -> None:
    document = town.read(registry.find(paper).filled, _cohort(town), {"size": size}, TOWN_DAY)
    sheets = read_pdf(render(document))
    assert len(sheets) == 1
    assert sheets[0].width > sheets[0].height
    for word in ("Schulaufnahmefeier", "Schulanfänger, Familien", "Sa 21.8."):
        assert word in sheets[0].text


def test_a_consent_for_a_part_of_the_form_says_which(town: Desk) -> None:
    text = _text(town, "consent_overview")
    assert squeezed("liegt vor, nur mündlich") in text
    assert squeezed("nur: Bewegung und Geschicklichkeit (schriftlich, mündlich)") in text
    assert "teilweise" in _text(town, "school_starters", consents="ja")


def test_the_overview_of_consents_says_each_state_in_its_word(town: Desk) -> None:
    text = _text(town, "consent_overview")
    for word in ("liegtvor", "nein", "offen", "widerrufen"):
        assert word in text
    params = consents.ConsentsParams(everybody=True)
    content = town.read(consents.gather, _cohort(town), params, TOWN_DAY)
    assert sum(len(one.children) for one in content.sections) == 92


PAPERS = [
    paper.id
    for paper in registry.all_papers()
    if paper.area is Area.TRANSITION and paper.subject is not SubjectKind.CHILD
]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_house_without_an_opened_year_prints_for_the_year_that_runs(
    desk: Desk, paper: str
) -> None:
    house = make_house(desk)
    make_family(desk, "Müller", children=("Mia",))
    document = desk.read(registry.find(paper).filled, house, {}, TOWN_DAY)
    text = all_text(render(document))
    assert "KitaSonnenschein" in text
    assert ("Müller" in text) is (paper in {"school_starters", "consent_overview"})
