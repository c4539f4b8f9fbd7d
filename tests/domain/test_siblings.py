from dataclasses import replace

import pytest

from kitadesk.domain.addresses import split_address
from kitadesk.domain.child_drafts import ChildDraft, CustodianDraft, HouseholdDraft
from kitadesk.domain.person_names import read_parent_names
from kitadesk.domain.siblings import FamilyProposal, propose_families


def child(
    name: str, parents: str = "", *, street: str = "", phone: str = "", mail: str = ""
) -> ChildDraft:
    """A child "Ott, Mia" with parents as they stand in a list."""
    last, first = name.split(", ")
    return ChildDraft(
        line=1,
        last_name=last,
        first_name=first,
        custodians=tuple(
            CustodianDraft(who.first_name, who.last_name)
            for who in read_parent_names(parents, last).people
        ),
        households=(
            HouseholdDraft(
                1,
                split_address(street),
                (phone,) if phone else (),
                (mail,) if mail else (),
            ),
        ),
        parents_text=parents,
    )


def shape(*children: ChildDraft) -> tuple[list[tuple[int, ...]], list[tuple[int, int]]]:
    found = propose_families(children)
    return (
        [family.children for family in found.families],
        [(pair.a, pair.b) for pair in found.doubtful],
    )


ONE_FAMILY: tuple[list[tuple[int, ...]], list[tuple[int, int]]] = ([(0, 1)], [])
DOUBTFUL = ([(0,), (1,)], [(0, 1)])
STRANGERS: tuple[list[tuple[int, ...]], list[tuple[int, int]]] = ([(0,), (1,)], [])


@pytest.mark.parametrize(
    ("mia", "ole", "expected"),
    [
        (child("Ott, Mia", "Anna u. Jan Ott"), child("Ott, Ole", "Jan u. Anna Ott"), ONE_FAMILY),
        (child("Ott, Mia", "Anna Ott"), child("OTT, Ole", "Anna Ott"), ONE_FAMILY),
        (child("Ott, Mia", street="Weg 1"), child("Ott, Ole", street="weg 1"), ONE_FAMILY),
        (child("Ott, Mia", phone="0371 555 1"), child("Ott, Ole", phone="0371/5551"), ONE_FAMILY),
        (child("Ott, Mia", mail="a@e.org"), child("Ott, Ole", mail="A@E.org"), ONE_FAMILY),
        (
            child("Ott, Mia", "Anna u. Jan Ott", street="Weg 1"),
            child("Ott, Ole", "Anna Ott", street="Weg 1"),
            ONE_FAMILY,
        ),
        (child("Ott, Mia", "Anna u. Jan Ott"), child("Ott, Ole", "Anna Ott"), DOUBTFUL),
        (child("Ott, Mia", "Anna Ast"), child("Ast, Ole", "Anna Ast"), DOUBTFUL),
        (
            child("Ott, Mia", "Anna Ast", street="Weg 1"),
            child("Ast, Ole", "Anna Ast", street="Weg 1"),
            ONE_FAMILY,
        ),
        (
            child("Ott, Mia", "Anna Ast", phone="0371 5551"),
            child("Ast, Ole", "Anna Ast", phone="0371 5551"),
            ONE_FAMILY,
        ),
        (
            child("Ott, Mia", "Anna Ast", street="Weg 1"),
            child("Ast, Ole", "Anna Ast", street="Weg 2"),
            DOUBTFUL,
        ),
        (child("Ott, Mia", phone="0371 5551"), child("Ast, Ole", phone="0371 5551"), DOUBTFUL),
        (child("Ott, Mia"), child("Ott, Ole"), DOUBTFUL),
        (child("Ott, Mia", "Anna Ott"), child("Ott, Ole"), DOUBTFUL),
        (
            child("Ott, Mia", "Anna Ott", street="Weg 1"),
            child("Ott, Ole", "Ida Ott", street="Weg 1"),
            DOUBTFUL,
        ),
        (child("Ott, Mia", "Anna Ott"), child("Ott, Ole", "Ida Ott"), STRANGERS),
        (child("Ott, Mia", street="Weg 1"), child("Ott, Ole", street="Weg 2"), STRANGERS),
        (child("Ott, Mia", phone="0371 5551"), child("Ott, Ole", phone="0371 5552"), STRANGERS),
        (child("Ott, Mia", street="Weg 1"), child("Ast, Ole", street="Weg 1"), STRANGERS),
        (child("Ott, Mia", phone="112"), child("Ast, Ole", phone="112"), STRANGERS),
        (child("Ott, Mia"), child("Ast, Ole"), STRANGERS),
    ],
)
def test_two_children_are_one_family_doubtful_or_strangers(
    mia: ChildDraft, ole: ChildDraft, expected: object
) -> None:
    assert shape(mia, ole) == expected
    assert shape(ole, mia) == expected


def proposal(*children: ChildDraft) -> FamilyProposal:
    return propose_families(children)


def test_three_children_join_over_the_one_in_the_middle() -> None:
    found = shape(
        child("Ott, Mia", street="Weg 1"),
        child("Ott, Ole", street="Weg 1", phone="0371 5551"),
        child("Ott, Ida", phone="0371 5551"),
    )
    assert found == ([(0, 1, 2)], [])


def test_twins_are_one_family() -> None:
    twins = child("Ott, Mia", "Anna Ott"), child("Ott, Ole", "Anna Ott")
    assert proposal(*twins).families[0].reason == "Ott, Mia und Ott, Ole: beide „Anna Ott“"


def test_two_families_are_doubted_only_once() -> None:
    both = [child(f"Ott, {name}", "Anna u. Jan Ott") for name in ("Mia", "Ole")]
    one = [child(f"Ott, {name}", "Anna Ott") for name in ("Ida", "Leo")]
    assert shape(*both, *one)[0] == [(0, 1), (2, 3)]
    assert len(shape(*both, *one)[1]) == 1


def test_the_reason_names_both_children_with_their_groups() -> None:
    mia = replace(child("Ott, Mia", "Anna u. Jan Ott"), group="Igel")
    reason = proposal(mia, child("Ott, Ole", "Anna Ott")).doubtful[0].reason
    assert reason == "Ott, Mia (Igel) und Ott, Ole: „Anna u. Jan Ott“ und „Anna Ott“"


def test_many_children_of_one_name_give_no_flood_of_pairs() -> None:
    found = proposal(*[child(f"Ott, Kind {n}") for n in range(2000)])
    assert len(found.doubtful) < 2000
    assert len(found.families) == 2000


def test_an_empty_list_has_no_families() -> None:
    assert proposal() == FamilyProposal((), ())
