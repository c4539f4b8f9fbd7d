from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.child_drafts import ChildDraft
from kitadesk.domain.child_fields import Field
from kitadesk.domain.list_difference import KnownChild, ListAction, compare

BORN = date(2021, 4, 3)


def listed(name: str = "Ott, Mia", born: date | None = None, group: str = "") -> ChildDraft:
    last, first = name.split(", ")
    return ChildDraft(2, last, first, group=group, birth_date=born)


def known(
    name: str = "Ott, Mia", born: date | None = None, group: str = "", number: int = 1
) -> KnownChild:
    last, first = name.split(", ")
    return KnownChild(UUID(int=number), last, first, born, group)


@pytest.mark.parametrize(
    ("draft", "child", "action", "fields"),
    [
        (listed(born=BORN), known(born=BORN), ListAction.UNCHANGED, []),
        (listed(), known(born=BORN), ListAction.UNCHANGED, []),
        (listed(born=BORN), known(), ListAction.UPDATED, [Field.BIRTH_DATE]),
        (listed(group="Igel"), known(group="Eulen"), ListAction.UPDATED, [Field.GROUP]),
        (listed(), known(group="Eulen"), ListAction.UNCHANGED, []),
        (listed("Öztürk, Mia"), known("Ozturk, Mia"), ListAction.UPDATED, [Field.LAST_NAME]),
        (
            listed(born=BORN, group="Igel"),
            known(born=BORN, group="Eulen"),
            ListAction.UPDATED,
            [Field.GROUP],
        ),
    ],
)
def test_a_child_is_found_again_and_its_changes_are_named(
    draft: ChildDraft, child: KnownChild, action: ListAction, fields: list[Field]
) -> None:
    outcome = compare([draft], [child]).outcomes[0]
    assert (outcome.action, outcome.known) == (action, child)
    assert [change.field for change in outcome.changes] == fields


def test_a_new_child_is_added_and_a_child_not_in_the_list_is_missing() -> None:
    difference = compare([listed("Ott, Mia")], [known("Ort, Ole")])
    assert difference.count(ListAction.ADDED) == 1
    assert difference.outcomes[0].problem == ""
    assert [child.first_name for child in difference.missing] == ["Ole"]


def test_another_birth_date_is_another_child_and_named() -> None:
    difference = compare([listed(born=BORN)], [known(born=date(2020, 1, 1))])
    assert difference.outcomes[0].action is ListAction.ADDED
    assert difference.outcomes[0].problem == (
        "Mia Ott gibt es schon mit anderem Geburtsdatum, bitte prüfen"
    )
    assert len(difference.missing) == 1


def test_two_candidates_are_never_decided() -> None:
    difference = compare([listed()], [known(number=1, born=BORN), known(number=2)])
    assert difference.outcomes[0].action is ListAction.ADDED
    assert "nicht eindeutig" in difference.outcomes[0].problem
    assert len(difference.missing) == 2


def test_the_group_tells_namesakes_apart() -> None:
    children = [known(group="Igel", number=1), known(group="Eulen", number=2)]
    difference = compare([listed(group="Eulen")], children)
    assert difference.outcomes[0].known == children[1]


def test_the_birth_date_comes_before_the_group() -> None:
    children = [known(born=BORN, group="Igel", number=1), known(group="Eulen", number=2)]
    difference = compare([listed(born=BORN, group="Eulen")], children)
    assert difference.outcomes[0].known == children[0]


def test_reading_the_same_list_again_changes_nothing() -> None:
    drafts = [listed(f"Ott, Kind {n}", BORN if n % 2 else None, "Igel") for n in range(50)]
    children = [
        KnownChild(UUID(int=n), each.last_name, each.first_name, each.birth_date, each.group)
        for n, each in enumerate(drafts)
    ]
    difference = compare(drafts, children)
    assert difference.count(ListAction.UNCHANGED) == 50
    assert difference.missing == ()
