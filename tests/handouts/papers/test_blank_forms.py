"""Every blank form is one sheet a hand can write on, also with head and in large print."""

from __future__ import annotations

import pytest

from kitadesk.handouts import registry
from kitadesk.handouts.kit.blocks import Letterhead, Table
from kitadesk.handouts.kit.pdf import page_count
from kitadesk.handouts.kit.styles import HAND_LINE_MM
from kitadesk.handouts.spec import Handout
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, document_of

CONTACTS = "contacts"
FORMS = [paper for paper in registry.all_papers() if paper.area.value != CONTACTS]
by_paper = pytest.mark.parametrize("paper", FORMS, ids=lambda paper: paper.id)


def _editions(paper: Handout) -> list[dict[str, str]]:
    has_large = any(field.name == "large_print" for field in paper.fields)
    return [{}, {"large_print": "ja"}] if has_large else [{}]


@by_paper
def test_a_form_is_one_sheet_under_the_head_of_the_house(town: Desk, paper: Handout) -> None:
    for values in _editions(paper):
        document = document_of(town, PrintRequest(paper.id, params=values, blank=True))
        assert page_count(document) == 1
        assert page_count(paper.blank_form(values)) == 1


@by_paper
def test_rows_for_a_hand_are_high_enough(paper: Handout) -> None:
    tables = [block for block in paper.blank_form({}).blocks if isinstance(block, Table)]
    assert all(table.row_height >= HAND_LINE_MM for table in tables if table.blank_rows)


@by_paper
def test_a_form_without_a_house_has_no_empty_head(paper: Handout) -> None:
    heads = [one for one in paper.blank_form({}).blocks if isinstance(one, Letterhead)]
    assert all(head.name for head in heads)
