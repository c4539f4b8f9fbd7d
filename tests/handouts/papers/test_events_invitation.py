"""The invitation: one sheet per household, in the order in which stacks are handed out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kitadesk.handouts.event_letters import EventLetter
from kitadesk.handouts.family_letters import Edition, Household, family_line
from kitadesk.handouts.kit.blocks import (
    AddressField,
    FactsBox,
    NewSheet,
    Paragraph,
    QrCode,
    Slip,
    SlipSheet,
    Table,
)
from kitadesk.handouts.kit.pdf import inspect, page_count, render
from kitadesk.handouts.papers.events_invitation import (
    InvitationParams,
    blank,
    document,
    sample,
)
from kitadesk.handouts.spec import Link
from tests.support.reading import read_pdf

FAMILIES = (
    Household("Zander, Ole", ("Ole",), "Bären", "1003-1", 0),
    Household("Özil, Ada", ("Ada",), "Bären", "1002-1", 0),
    Household("Albrecht, Mia", ("Mia",), "Frösche", "1001-1", 1),
    Household(
        "Albrecht, Mia", ("Mia",), "Frösche", "1004-1", 1, is_second=True,
        address=("Paul Albrecht", "Hafenweg 9", "01234 Neustadt"),
    ),
)  # fmt: skip


def content(*households: Household) -> EventLetter:
    return replace(sample()[0], households=households)


def pages(given: EventLetter, **chosen: object) -> list[str]:
    params = replace(InvitationParams(), **chosen)
    return [sheet.text for sheet in read_pdf(render(document(given, params)))]


def test_sheets_come_by_group_then_family_and_second_households_last() -> None:
    blocks = document(content(*FAMILIES), InvitationParams()).blocks
    assert [block.number for block in blocks if isinstance(block, Slip)] == [
        "1002-1",
        "1003-1",
        "1001-1",
        "1004-1",
    ]


def test_parents_are_greeted_by_their_children() -> None:
    household = Household("Muster, Mia", ("Mia", "Ole", "Jo"), "Igel", "1001-1")
    assert "Liebe Eltern von Mia, Ole und Jo," in pages(content(household))[0]


def test_letters_of_a_run_share_their_blocks_but_for_three_of_their_own() -> None:
    blocks = document(content(*FAMILIES[:3]), InvitationParams()).blocks
    letters = [blocks[at : at + len(blocks) // 3] for at in range(0, len(blocks), len(blocks) // 3)]
    body = [[block for block in letter if isinstance(block, FactsBox)] for letter in letters]
    assert body[0][0] is body[1][0] is body[2][0]
    own = set(letters[1]) - set(letters[0])
    assert {type(block) for block in own} == {NewSheet, Paragraph, Slip}
    assert len(own) == 3


def test_without_names_nobody_is_guessed() -> None:
    (page,) = pages(content(Household("", (), "", "")))
    assert "Liebe Eltern,\r\n" in page


def test_the_sheet_of_a_second_household_shows_only_its_own_address() -> None:
    texts = pages(content(*FAMILIES))
    assert [text.count("Hafenweg") for text in texts[:3]] == [0, 0, 0]
    assert any("Paul Albrecht" in text for text in texts[3:])


def test_only_a_letter_with_an_address_has_the_window() -> None:
    blocks = document(content(*FAMILIES), InvitationParams()).blocks
    assert sum(isinstance(block, AddressField) for block in blocks) == 1


def test_the_reply_day_stands_on_the_letter_and_on_the_slip() -> None:
    assert pages(content(*FAMILIES))[0].count("Mittwoch, 24. März") == 2


def test_each_group_begins_with_its_list_when_asked() -> None:
    blocks = document(content(*FAMILIES), InvitationParams(separators=True)).blocks
    marks = [block.bookmark for block in blocks if isinstance(block, NewSheet)]
    assert marks[0] == "Gruppe Bären"
    assert "Gruppe Zweiter Haushalt" in marks
    assert sum(isinstance(block, Table) for block in blocks) == 3


def test_the_master_copy_has_no_names_and_the_slips_have_all() -> None:
    first, *others = pages(content(*FAMILIES), edition=Edition.MASTER)
    assert "Mia" not in first
    assert "Nr." not in first
    assert sum(text.count("Nr. ") for text in others) == 4
    assert len(others) == 2


def test_78_families_make_26_sheets_of_slips() -> None:
    many = tuple(Household(f"M{n}", ("Mia",), "Igel", f"{1000 + n}-1") for n in range(78))
    run = document(content(*many), InvitationParams(edition=Edition.MASTER))
    assert page_count(run) == 1 + 26
    slips = next(block for block in run.blocks if isinstance(block, SlipSheet))
    assert len(slips.slips) == 78


def test_a_probe_sheet_is_one_sheet() -> None:
    assert len(pages(content(*FAMILIES), probe=True, separators=True)) == 1


def test_one_family_fits_one_sheet_in_large_print_and_with_a_title_thrice_as_long() -> None:
    given = content(FAMILIES[0])
    long = replace(given, event=replace(given.event, title=" ".join([given.event.title] * 3)))
    assert len(pages(given)) == len(pages(given, large_print=True)) == len(pages(long)) == 1
    assert pages(long)[0].count("Und Oma ist tot") >= 3


def test_a_letter_by_post_fits_one_sheet_in_large_print_with_its_text_in_14_points() -> None:
    given = replace(content(FAMILIES[-1]), body=("wir laden Sie herzlich ein.",))
    run = document(given, InvitationParams(large_print=True))
    assert inspect(run).pages == 1
    small = document(given, InvitationParams())
    lines = [read_pdf(render(item))[0].find("Liebe") for item in (run, small)]
    large, usual = (line.bottom - line.top for line in lines)
    assert large / usual == pytest.approx(14 / 11, abs=0.04)


def test_a_letter_by_post_with_a_really_long_text_says_that_it_takes_two_pages() -> None:
    given = content(FAMILIES[-1])
    long = replace(given, body=given.body * 4)
    report = inspect(document(long, InvitationParams(large_print=True)))
    assert report.pages == 2
    assert report.long_letters == ("Albrecht, Mia · Frösche",)


def test_every_letter_carries_place_and_date_once() -> None:
    given = replace(content(*FAMILIES), written_on=date(2027, 1, 25))
    texts = pages(given)
    assert [text.count("Hainichen, 25. Januar 2027") for text in texts] == [1, 1, 1, 1]
    assert "Hainichen," not in pages(replace(given, written_on=None))[0]


def test_child_care_and_interpreter_are_asked_only_where_offered() -> None:
    given = content(FAMILIES[0])
    bare = replace(given, event=replace(given.event, childcare="", interpreters=()))
    assert "Betreuung für" in pages(given)[0]
    assert "Betreuung für" not in pages(bare)[0]
    assert "Dolmetschen, Sprache" not in pages(bare)[0]


def test_the_line_for_a_question_can_be_left_out() -> None:
    assert "Unsere Frage" not in pages(content(FAMILIES[0]), question=False)[0]


def test_the_blank_form_asks_for_everything_by_hand() -> None:
    (page,) = pages(blank(InvitationParams()))
    for label in ("Wann?", "Wo?", "Kind:", "Gruppe:", "zurück bis", "Betreuung für"):
        assert label in page


def test_a_family_line_names_family_children_and_group() -> None:
    assert family_line(FAMILIES[0]) == "Zander, Ole · Bären"
    assert family_line(replace(FAMILIES[0], group="")) == "Zander, Ole"


LINK = Link("https://www.example.org/kita")


@pytest.mark.parametrize("chosen", [{}, {"large_print": True}, {"edition": Edition.MASTER}])
def test_a_link_stands_once_on_each_letter_and_never_on_a_slip(chosen: dict[str, object]) -> None:
    params = replace(InvitationParams(link=LINK), **chosen)
    blocks = document(content(FAMILIES[0]), params).blocks
    (code,) = [block for block in blocks if isinstance(block, QrCode)]
    assert (code.text, code.caption.splitlines()[1]) == (LINK, "www.example.org/kita")
    assert blocks.index(code) < next(
        place for place, block in enumerate(blocks) if isinstance(block, Slip | SlipSheet)
    )


@pytest.mark.parametrize("large", [False, True])
def test_a_letter_with_a_code_stays_one_sheet(large: bool) -> None:
    params = InvitationParams(link=LINK, large_print=large)
    households = [FAMILIES[0]] if large else [FAMILIES[0], replace(FAMILIES[3], by_post=True)]
    for given in (*map(content, households), blank(params)):
        report = inspect(document(given, params))
        assert (report.pages, report.long_letters, report.shortened) == (1, (), ())


def test_without_a_link_there_is_no_code() -> None:
    blocks = document(content(*FAMILIES), InvitationParams()).blocks
    assert not [block for block in blocks if isinstance(block, QrCode)]
