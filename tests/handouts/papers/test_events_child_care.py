"""The list for carers: children by family, blank rows for the others, nothing of health printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kitadesk.domain.child_care import CareChild, CarePlace
from kitadesk.domain.events import EventKind
from kitadesk.handouts.kit.blocks import CellKind, Document, FillIn, Table
from kitadesk.handouts.kit.docx import can_be_changed_in_word
from kitadesk.handouts.kit.pdf import inspect, page_count, render
from kitadesk.handouts.papers import events_child_care as child_care
from kitadesk.handouts.papers.events_child_care import ChildCareContent, ChildCareParams
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.replies import ReplyInput, record_reply
from tests.support.factories import TODAY, make_event, make_family
from tests.support.reading import all_text, read_pdf, squeezed

USUAL = ChildCareParams()


def drawn(content: ChildCareContent, params: ChildCareParams = USUAL) -> Document:
    return child_care.document(content, params)


def table_of(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def many(count: int) -> ChildCareContent:
    content, _params = child_care.sample()
    places = tuple(
        CarePlace(f"Muster{n}", (CareChild(f"Muster{n}", "Mia", "Igel"),), ("0170 555 01",))
        for n in range(count)
    )
    return replace(content, places=places)


def test_each_child_stands_with_group_age_and_phone() -> None:
    rows = table_of(drawn(child_care.sample()[0])).rows
    assert rows[0] == ("Muster, Mia", "Frösche", "4", "", "0170 555 0101", "", "", "")
    assert rows[1][:3] == ("Şahin, Elif oder Ali", "Bären oder Frösche", "6 oder 3")
    assert rows[2][0] == "weiteres Kind (Familie Weber)"


def test_what_happens_at_the_door_is_written_by_hand() -> None:
    columns = table_of(drawn(child_care.sample()[0])).columns
    by_hand = [column.header for column in columns if column.kind is CellKind.LINE]
    assert by_hand == ["Allergie, Hinweise", "kommt", "geht", "Wer holt ab?"]


def test_phone_numbers_can_be_left_out() -> None:
    params = ChildCareParams(phones=False)
    assert "555" not in all_text(render(drawn(child_care.sample()[0], params)))


def test_the_list_says_that_it_is_destroyed() -> None:
    (sheet,) = read_pdf(render(drawn(child_care.sample()[0])))
    assert squeezed("nach der Veranstaltung vernichtet") in squeezed(sheet.text)
    assert round(sheet.width) == 297


def test_there_are_lines_for_children_who_come_all_the_same() -> None:
    assert table_of(drawn(many(2), ChildCareParams(blank_rows=5))).blank_rows == 5


@pytest.mark.parametrize("large", [False, True])
def test_before_any_reply_it_is_one_page_of_blank_rows(large: bool) -> None:
    params = ChildCareParams(large_print=large)
    document = drawn(child_care.blank(params), params)
    assert page_count(document) == 1
    assert table_of(document).blank_rows >= child_care.BLANK_FORM_ROWS
    assert sum(isinstance(block, FillIn) for block in document.blocks) == 2


def test_an_evening_without_replies_keeps_its_head_above_blank_rows() -> None:
    document = drawn(many(0))
    printed = all_text(render(document))
    assert squeezed("Donnerstag, 8. April 2027") in printed
    assert table_of(document).blank_rows == child_care.BLANK_FORM_ROWS


@pytest.mark.parametrize("large", [False, True])
def test_a_long_list_loses_nobody_and_repeats_its_heads(large: bool) -> None:
    report = inspect(drawn(many(120), ChildCareParams(large_print=large)))
    sheets = read_pdf(render(drawn(many(120), ChildCareParams(large_print=large))))
    assert (len(sheets), report.shortened) == (report.pages, ())
    assert all("Wer holt ab?" in sheet.text for sheet in sheets)
    printed = squeezed("".join(sheet.text for sheet in sheets))
    assert all(f"Muster{n},Mia" in printed for n in (0, 57, 119))


def test_it_can_be_changed_in_word() -> None:
    assert can_be_changed_in_word(drawn(child_care.sample()[0]))


@pytest.mark.usefixtures("house")
def test_it_is_offered_where_children_are_looked_after(desk: Desk) -> None:
    evening, letter = make_event(desk), make_event(desk, kind=EventKind.LETTER)
    before = desk.read(child_care.fits, evening)
    for event in (evening, letter):
        change_event(desk, event, has_childcare=True)
    assert not before
    assert [desk.read(child_care.fits, one) for one in (evening, letter)] == [True, False]


@pytest.mark.usefixtures("house")
def test_the_children_of_the_replies_are_on_it(desk: Desk) -> None:
    event, family = make_event(desk), make_family(desk, children=("Mia", "Jonas"))
    record_reply(desk, ReplyInput(event, family.household_id, 1, childcare_children=2))
    content = desk.read(child_care.gather, event, USUAL, TODAY)
    names = [row[0] for row in table_of(drawn(content)).rows]
    assert names == ["Müller, Jonas", "Müller, Mia"]
