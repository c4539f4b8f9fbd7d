"""Runs of letters in parts: the letters of some households, of one, or of nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from kitadesk.handouts.family_runs import FamilyRun, goes_to_families, read_run, single_sheets
from kitadesk.handouts.kit.blocks import Document, Slip, SlipSheet, texts_of
from kitadesk.handouts.registry import all_papers, find
from kitadesk.handouts.spec import HandoutSpec, Privacy, SubjectKind
from kitadesk.services.desk import Desk
from kitadesk.services.replies import make_slips
from tests.support.factories import MadeFamily, make_event, make_family, make_group, make_house

RUNS = ["invitation", "letter", "postponement"]


@pytest.fixture
def families(desk: Desk) -> tuple[MadeFamily, MadeFamily]:
    make_house(desk)
    frogs = make_group(desk)
    first = make_family(desk, "Şahin", children=("Elif",), group=frogs, second_household=True)
    return first, make_family(desk, "Yılmaz", children=("Deniz",), group=frogs)


def run_of(desk: Desk, paper_id: str, event: UUID, **values: str) -> FamilyRun[object, object]:
    make_slips(desk, event)
    run = desk.read(read_run, find(paper_id), event, values, desk.clock.today())
    assert run is not None
    return run


def words(document: Document | None) -> str:
    assert document is not None
    return "\n".join(texts_of(document.blocks))


def slips(document: Document) -> Iterator[Slip]:
    for block in document.blocks:
        if isinstance(block, SlipSheet):
            yield from block.slips
        elif isinstance(block, Slip):
            yield block


@pytest.mark.parametrize("paper_id", RUNS)
def test_one_household_gets_its_own_letter_and_nothing_of_others(
    desk: Desk, families: tuple[MadeFamily, MadeFamily], paper_id: str
) -> None:
    first, second = families
    run = run_of(desk, paper_id, make_event(desk))
    shown = words(run.letters_for({second.household_id}))
    assert "Yılmaz" in shown
    assert "Liebe Eltern von Deniz" in shown
    assert "Şahin" not in shown
    assert "Elif" not in shown
    assert words(run.letters_for({first.household_id})).count("Liebe Eltern von Elif") == 1


@pytest.mark.parametrize("paper_id", RUNS)
def test_the_letter_for_everybody_names_no_family(
    desk: Desk, families: tuple[MadeFamily, MadeFamily], paper_id: str
) -> None:
    run = run_of(desk, paper_id, make_event(desk))
    document = run.without_names()
    shown = words(document)
    assert "Liebe Eltern," in shown
    assert "Elternabend der Frösche" in shown
    for name in ("Şahin", "Elif", "Yılmaz", "Deniz"):
        assert name not in shown
    assert not any(slip.number or slip.family for slip in slips(document))


def test_a_letter_alone_carries_the_number_that_it_has_in_the_run(
    desk: Desk, families: tuple[MadeFamily, MadeFamily]
) -> None:
    event = make_event(desk)
    run = run_of(desk, "invitation", event)
    whole = {slip.family: slip.number for slip in slips(run.letters_for(ids(run)) or Document(""))}
    assert len(whole) == 2
    for household in run.households:
        alone = run.letters_for({household.household_id}) if household.household_id else None
        (slip,) = slips(alone or Document(""))
        assert slip.number == household.number
        assert slip.number


def ids(run: FamilyRun[object, object]) -> set[UUID]:
    return {one.household_id for one in run.households if one.household_id}


def test_a_run_has_no_letter_for_who_is_not_in_it(
    desk: Desk, families: tuple[MadeFamily, MadeFamily]
) -> None:
    run = run_of(desk, "invitation", make_event(desk))
    assert run.letters_for({UUID(int=1)}) is None
    assert run.letters_for(set()) is None


def test_second_households_lie_behind_the_first_ones(
    desk: Desk, families: tuple[MadeFamily, MadeFamily]
) -> None:
    first, second = families
    run = run_of(desk, "invitation", make_event(desk))
    assert [one.household_id for one in run.households] == [
        first.household_id,
        second.household_id,
        first.second_household_id,
    ]


def test_runs_of_letters_are_found_by_what_they_list() -> None:
    assert {paper.id for paper in all_papers() if goes_to_families(paper)} >= set(RUNS)
    others = ("attendance_list", "group_list", "telephone_list", "poster", "agenda")
    known = {paper.id: paper for paper in all_papers()}
    assert not any(goes_to_families(known[one]) for one in others if one in known)


def test_what_is_about_one_child_or_stays_in_the_house_is_no_run_for_mail() -> None:
    spec = find("invitation")
    assert isinstance(spec, HandoutSpec)
    assert goes_to_families(spec)
    assert not goes_to_families(replace(spec, subject=SubjectKind.CHILD))
    assert not goes_to_families(replace(spec, privacy=Privacy.HOUSE))


def test_sent_letters_are_whole_ones_whatever_the_print_form_says() -> None:
    values = {"edition": "master", "separators": "ja", "probe": "ja", "reminder": "ja"}
    sent = single_sheets(find("invitation"), values)
    assert sent == {
        "edition": "families",
        "separators": "nein",
        "probe": "nein",
        "reminder": "ja",
    }
    assert single_sheets(find("postponement"), {}) == {"probe": "nein"}
