"""Papers as Word files, with the data of the house and the numbers of the slips."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

import docx
import pytest
from docx.oxml.ns import qn

from kitadesk.base.errors import UserError
from kitadesk.domain.replies import slip_text
from kitadesk.handouts.registry import find
from kitadesk.queries.events import events
from kitadesk.queries.replies import slip_numbers
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest
from kitadesk.services.word_files import fits_word, render_word
from tests.support.town_fixtures import TOWN_DAY


def words_of(data: bytes) -> str:
    body = docx.Document(BytesIO(data)).element.body
    return " ".join(node.text or "" for node in body.iter(qn("w:t")))


def joint_evening(town: Desk) -> UUID:
    found = town.read(events, TOWN_DAY)
    return next(row.id for row in found if row.title.startswith("Papa ist ausgezogen"))


def test_letters_in_word_carry_the_numbers_that_the_printed_ones_will_have(town: Desk) -> None:
    event = joint_evening(town)
    file = render_word(town, PrintRequest("invitation", event))
    shown = words_of(file.data)
    numbers = town.read(slip_numbers, event).values()
    assert len(numbers) == 83
    assert all(f"Nr. {slip_text(number)}" in shown for number in numbers)
    assert file.file_name.endswith(".docx")


def test_a_blank_form_gives_no_numbers(town: Desk) -> None:
    event = joint_evening(town)
    before = len(town.read(slip_numbers, event))
    render_word(town, PrintRequest("invitation", event, blank=True))
    assert len(town.read(slip_numbers, event)) == before


def test_labels_are_refused_in_words(town: Desk) -> None:
    with pytest.raises(UserError) as refused:
        render_word(town, PrintRequest("address_labels"))
    assert refused.value.code == "paper_not_for_word"


@pytest.mark.parametrize(
    ("paper_id", "fits"),
    [("invitation", True), ("telephone_list", True), ("address_labels", False)],
)
def test_letters_and_lists_fit_word_and_labels_do_not(paper_id: str, fits: bool) -> None:
    assert fits_word(find(paper_id)) is fits
