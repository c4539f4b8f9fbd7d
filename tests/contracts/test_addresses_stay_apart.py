"""Parents who live apart: on no paper, in no edition, does one of them read where the other lives.

Every paper of the registry is made for a family with two households, with each choice of its form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.domain.people import CustodyAnswer, DeliveryWay
from kitadesk.handouts import registry
from kitadesk.handouts.kit.blocks import Block, Document, LabelSheet, NewSheet, texts_of
from kitadesk.handouts.spec import Handout, ParamKind, SubjectKind
from kitadesk.queries.children import child_card
from kitadesk.services.children import change_adult
from kitadesk.services.desk import Desk
from kitadesk.services.families import HouseholdInput, add_household, change_household
from kitadesk.services.letters import LetterInput, add_letter
from kitadesk.services.people import change_child
from kitadesk.services.postponing import cancel_event
from kitadesk.services.printing import PrintRequest, numbered_document
from kitadesk.services.transition import add_cohort
from tests.support.factories import make_event, make_family, make_group

HERS, HIS = "Quittenweg 71", "Holundergasse 83"
HIS_NAME = "Ansgar"
THEIRS, GONE = "Erlenweg 95", "Konrad"
"""Where a second family lives, and its father, who moved out and has no household yet."""


@dataclass(frozen=True)
class Apart:
    """The records of the family, by the kind of paper that is made for them."""

    subjects: dict[SubjectKind, tuple[UUID | None, ...]]


@pytest.fixture
def apart(desk: Desk, house: UUID) -> Apart:
    """A child whose parents live apart, both with custody, both written to by post."""
    group = make_group(desk)
    made = make_family(desk, "Vogel", parents=("Beate", HIS_NAME), group=group)
    mia = made.child_ids[0]
    parents = desk.read(child_card, mia).adults
    his = next(one.person_id for one in parents if one.first_name == HIS_NAME)
    for parent in parents:
        change_adult(desk, mia, parent.person_id, has_custody=CustodyAnswer.YES)
    change_adult(desk, mia, his, lives_with=False)
    post = DeliveryWay.POST
    change_household(desk, made.household_id, street=HERS, town="Hainichen", delivery=post)
    change_household(desk, made.household_id, address_is_blocked=True)
    at = HouseholdInput(made.id, "", HIS, "09661", "Hainichen", post, (his,))
    add_household(desk, at)
    _one_who_moved_out(desk, group)
    cohort = add_cohort(desk, 2027)
    change_child(desk, mia, cohort_id=cohort)
    return Apart(
        {
            SubjectKind.EVENT: tuple(_events(desk)),
            SubjectKind.GROUP: (group, None),
            SubjectKind.COHORT: (cohort,),
            SubjectKind.CHILD: (mia,),
            SubjectKind.FAMILY: (made.id,),
            SubjectKind.HOUSE: (house,),
            SubjectKind.PERSON: (his,),
        }
    )


def _one_who_moved_out(desk: Desk, group: UUID) -> None:
    made = make_family(desk, "Zander", parents=("Doris", GONE), group=group)
    for parent in desk.read(child_card, made.child_ids[0]).adults:
        is_here = parent.first_name != GONE
        change_adult(desk, made.child_ids[0], parent.person_id, lives_with=is_here)
    post = DeliveryWay.POST
    change_household(desk, made.household_id, street=THEIRS, town="Hainichen", delivery=post)


def _events(desk: Desk) -> Iterator[UUID]:
    yield make_event(desk)
    yield add_letter(desk, LetterInput("Ausflug", reply_until=date(2027, 3, 24)))
    called_off = make_event(desk, "Basteln", kind=EventKind.FESTIVAL)
    cancel_event(desk, called_off)
    yield called_off


@pytest.mark.parametrize("paper", registry.all_papers(), ids=lambda paper: paper.id)
def test_no_sheet_shows_one_parent_where_the_other_lives(
    desk: Desk, apart: Apart, paper: Handout
) -> None:
    for request in _requests(apart, paper):
        for part in _parts(_document(desk, request)):
            words = "\n".join(texts_of(part))
            assert not (HERS in words and HIS in words), request
            assert not (HERS in words and HIS_NAME in words), request
            assert not (THEIRS in words and GONE in words), request


def test_each_of_them_gets_a_letter_of_their_own(desk: Desk, apart: Apart) -> None:
    event = apart.subjects[SubjectKind.EVENT][0]
    parts = ["\n".join(texts_of(one)) for one in _parts(_document(desk, _request(event)))]
    (hers,) = [words for words in parts if HERS in words]
    (his,) = [words for words in parts if HIS in words]
    assert (HIS_NAME in his, HIS_NAME in hers) == (True, False)
    assert all("Liebe Eltern von Mia" in words for words in (hers, his))


def test_labels_of_the_two_are_two(desk: Desk, apart: Apart) -> None:
    request = PrintRequest("address_labels", params={"addressees": "families"})
    parts = ["\n".join(texts_of(one)) for one in _parts(_document(desk, request))]
    assert [words.splitlines()[0] for words in parts if HERS in words or HIS in words] == [
        "Beate Vogel",
        "Ansgar Vogel",
    ]


def _request(event: UUID | None) -> PrintRequest:
    return PrintRequest("invitation", event)


def _requests(apart: Apart, paper: Handout) -> Iterator[PrintRequest]:
    """Give the paper as it comes, and once with each value of its form, for each of its records."""
    for subject in apart.subjects.get(paper.subject, (None,)):
        yield PrintRequest(paper.id, subject)
        for line in paper.fields:
            if line.kind is ParamKind.YES_NO:
                values = ["ja", "nein"]
            elif line.kind is ParamKind.TEXTS:
                values = ["; ".join(value for value, _ in line.choices)]
            else:
                values = [value for value, _ in line.choices]
            for value in values:
                yield PrintRequest(paper.id, subject, {line.name: value})


def _document(desk: Desk, request: PrintRequest) -> Document:
    try:
        return numbered_document(desk, request)
    except UserError:
        return Document("Nichts zu drucken", ())


def _parts(document: Document) -> Iterator[tuple[object, ...]]:
    """Give what one person gets into the hand: a sheet, or of labels each one."""
    sheet: list[Block] = []
    for block in document.blocks:
        if isinstance(block, NewSheet):
            yield tuple(sheet)
            sheet = []
        if isinstance(block, LabelSheet):
            yield from ((label,) for label in block.labels)
        else:
            sheet.append(block)
    yield tuple(sheet)
