"""Who brings what: everybody reads it, so it names nobody; a list or strips to tear off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kitadesk.base.errors import UserError
from kitadesk.handouts.kit.blocks import Document, Table, TearStrips
from kitadesk.handouts.kit.docx import can_be_changed_in_word
from kitadesk.handouts.kit.pdf import inspect, page_count, render
from kitadesk.handouts.papers import events_sign_up as sign_up
from kitadesk.handouts.papers.events_sign_up import Form, SignUpContent, SignUpParams
from kitadesk.handouts.spec import parse_params
from kitadesk.services.desk import Desk
from kitadesk.services.replies import ReplyInput, record_reply
from tests.support.factories import TODAY, make_event, make_family
from tests.support.reading import all_text, read_pdf, squeezed

USUAL = SignUpParams()


def drawn(params: SignUpParams = USUAL, content: SignUpContent | None = None) -> Document:
    return sign_up.document(content or sign_up.sample()[0], params)


def table_of(params: SignUpParams) -> Table:
    return next(block for block in drawn(params).blocks if isinstance(block, Table))


def strips_of(params: SignUpParams) -> list[TearStrips]:
    return [block for block in drawn(params).blocks if isinstance(block, TearStrips)]


def strips(**chosen: object) -> SignUpParams:
    return replace(SignUpParams(form=Form.STRIPS), **chosen)


def test_the_list_asks_for_first_name_and_group_only() -> None:
    heads = [column.header for column in table_of(USUAL).columns]
    assert heads[:2] == ["Kind (nur Vorname)", "Gruppe"]
    assert heads[2:] == ["Anzahl", "Was wir mitbringen", "Allergene"]


def test_what_is_wanted_stands_in_its_column_and_blank_rows_follow() -> None:
    table = table_of(SignUpParams(wanted=("2 Kuchen", "Saft"), blank_rows=4))
    assert table.rows == (("", "", "", "2 Kuchen", ""), ("", "", "", "Saft", ""))
    assert table.blank_rows == 4


def test_without_food_nobody_asks_for_allergens() -> None:
    params = SignUpParams(allergens=False, wanted=("Leiter",))
    assert len(table_of(params).columns) == len(table_of(params).rows[0]) == 4
    assert "Allergene" not in all_text(render(drawn(params)))


@pytest.mark.parametrize("form", Form)
def test_the_heading_is_that_of_the_form_or_the_usual_one(form: Form) -> None:
    usual, own = (
        all_text(render(drawn(SignUpParams(form=form, title=title)))) for title in ("", "Kuchen!")
    )
    assert squeezed("Wer bringt was mit?") in usual
    assert "Kuchen!" in own
    assert squeezed("Wer bringt was mit?") not in own


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("large", [False, True])
def test_the_usual_sheet_is_one_across(form: Form, large: bool) -> None:
    params = SignUpParams(form=form, large_print=large)
    for content in (sign_up.sample()[0], sign_up.blank(params)):
        (sheet,) = read_pdf(render(drawn(params, content)))
        assert round(sheet.width) == 297


def test_each_wanted_thing_has_its_strip_and_the_sheet_is_filled_up() -> None:
    (block,) = strips_of(strips(wanted=("2 Kuchen", "Saft")))
    assert [one.title for one in block.strips] == ["2 Kuchen", "Saft", *[""] * 7]
    assert block.strips[0].over == "Wir bringen mit:"
    assert block.strips[0].lines[0] == "Do 8. April 2027, 19 Uhr"


def test_more_wanted_things_than_strips_begin_a_second_notice() -> None:
    params = strips(wanted=tuple(f"Ding {n}" for n in range(10)))
    assert page_count(drawn(params)) == 2
    assert [len(block.strips) for block in strips_of(params)] == [9, 9]


def test_large_strips_are_fewer_and_nothing_usual_is_shortened() -> None:
    params = strips(large_print=True, wanted=("Obst, klein geschnitten",))
    (block,) = strips_of(params)
    assert (len(block.strips), block.per_sheet) == (7, 7)
    assert inspect(drawn(params)).shortened == ()


@pytest.mark.parametrize(("allergens", "count"), [(True, 1), (False, 0)])
def test_a_notice_with_strips_asks_for_ingredients(allergens: bool, count: int) -> None:
    printed = all_text(render(drawn(strips(allergens=allergens))))
    assert printed.count("Zutaten") == count


@pytest.mark.parametrize("form", Form)
def test_a_hundred_wanted_things_are_all_there(form: Form) -> None:
    params = SignUpParams(form=form, wanted=tuple(f"Ding{n}!" for n in range(100)))
    printed = all_text(render(drawn(params)))
    assert all(f"Ding{n}!" in printed for n in range(100))


def test_more_than_a_hundred_are_refused() -> None:
    with pytest.raises(UserError):
        parse_params(sign_up.SPEC, {"wanted": ";".join(["Kuchen"] * 101)})


def test_the_list_can_be_changed_in_word_and_strips_stay_a_pdf() -> None:
    assert can_be_changed_in_word(drawn())
    assert not can_be_changed_in_word(drawn(strips()))


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("form", Form)
def test_no_family_is_on_it_whoever_comes(desk: Desk, form: Form) -> None:
    event, family = make_event(desk), make_family(desk, "Kowalenko", children=("Mia",))
    record_reply(desk, ReplyInput(event, family.household_id, 2))
    params = SignUpParams(form=form)
    printed = all_text(render(drawn(params, desk.read(sign_up.gather, event, params, TODAY))))
    assert squeezed("Elternabend der Frösche") in printed
    assert "Kowalenko" not in printed
    assert "Mia" not in printed
