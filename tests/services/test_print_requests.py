"""A run can be made again from the log: same sheets, same numbers, or only some of them."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest

from kitadesk.base.errors import UserError
from kitadesk.queries.events import events
from kitadesk.queries.print_log import print_runs
from kitadesk.services.desk import Desk
from kitadesk.services.people import delete_group
from kitadesk.services.print_requests import PrintRequest, request_of, sheets_of
from kitadesk.services.printing import log_print, render_paper
from tests.support.factories import make_group
from tests.support.reading import read_pdf
from tests.support.town_fixtures import TOWN_DAY

NUMBER = re.compile(r"Nr\. (\d+-\d)")


def evening(town: Desk) -> UUID:
    found = town.read(events, TOWN_DAY)
    return next(row.id for row in found if row.title.startswith("Papa ist ausgezogen"))


def numbers(pdf: bytes) -> list[str]:
    return [found[1] for page in read_pdf(pdf, words=False) if (found := NUMBER.search(page.text))]


def logged(desk: Desk, request: PrintRequest) -> PrintRequest:
    log_print(desk, request, 83, "printer")
    return request_of(desk.read(print_runs)[0])


def test_the_rest_of_a_run_has_the_same_numbers(town: Desk) -> None:
    event = evening(town)
    whole = numbers(render_paper(town, PrintRequest("invitation", event)).pdf)
    rest = render_paper(town, PrintRequest("invitation", event, from_sheet=41))

    assert rest.sheets == 43
    assert numbers(rest.pdf) == whole[40:]


def test_some_sheets_in_the_middle(town: Desk) -> None:
    request = PrintRequest("invitation", evening(town), from_sheet=5, to_sheet=6)
    assert render_paper(town, request).sheets == 2


@pytest.mark.parametrize(("first", "last"), [(84, None), (9, 8), (0, 3)])
def test_sheets_that_are_not_there_are_refused(town: Desk, first: int, last: int | None) -> None:
    request = PrintRequest("invitation", evening(town), from_sheet=first, to_sheet=last)
    with pytest.raises(UserError, match="hat 83 Blatt"):
        render_paper(town, request)


def test_the_log_gives_the_run_back(desk: Desk, house: UUID) -> None:
    wished = PrintRequest(
        "today_page", house, {"note": "x"}, households=frozenset({uuid4(), uuid4()})
    )
    assert logged(desk, wished) == wished


def test_a_blank_form_comes_back_blank(desk: Desk, house: UUID) -> None:
    assert logged(desk, PrintRequest("today_page", house, blank=True)).blank


def test_the_rest_of_a_run_is_noted_as_such_and_comes_back_whole(desk: Desk, house: UUID) -> None:
    again = logged(desk, PrintRequest("today_page", house, from_sheet=41))
    assert (again.from_sheet, again.to_sheet) == (1, None)
    assert sheets_of(desk.read(print_runs)[0]) == "ab 41"


def test_a_few_sheets_are_named(desk: Desk, house: UUID) -> None:
    logged(desk, PrintRequest("today_page", house, from_sheet=5, to_sheet=6))
    assert sheets_of(desk.read(print_runs)[0]) == "5–6"


def _for_three(desk: Desk, **more: object) -> tuple[PrintRequest, tuple[UUID, ...]]:
    """Note a run for three groups; every row of the log belongs to it."""
    groups = tuple(make_group(desk, name) for name in ("Igel", "Bären", "Frösche"))
    wished = PrintRequest("group_list", params={"blank_rows": "2"}, for_ids=groups, **more)
    log_print(desk, wished, 5, "printer")
    return wished, groups


def test_from_each_of_its_records_the_whole_run_is_made_again(desk: Desk, house: UUID) -> None:
    wished, _groups = _for_three(desk)
    runs = desk.read(print_runs)
    assert sorted(run.subject for run in runs) == ["Bären", "Frösche", "Igel"]
    assert sorted(run.sheets for run in runs) == [0, 0, 5]
    assert [request_of(run) for run in runs] == [wished] * 3


def test_chosen_households_belong_to_the_whole_run(desk: Desk, house: UUID) -> None:
    wished, _groups = _for_three(desk, households=frozenset({uuid4()}))
    assert [request_of(run) for run in desk.read(print_runs)] == [wished] * 3


def test_the_run_of_one_record_is_whole_in_its_own_history(desk: Desk, house: UUID) -> None:
    wished, groups = _for_three(desk)
    (run,) = desk.read(print_runs, groups[2])
    assert request_of(run) == wished


def test_what_is_gone_is_left_out_of_a_run_and_counted(desk: Desk, house: UUID) -> None:
    _wished, (first, gone, last) = _for_three(desk)
    delete_group(desk, gone)
    (run,) = desk.read(print_runs, last)
    assert request_of(run).for_ids == (first, last)
    assert run.lost == 1


def test_a_run_for_several_evenings_has_the_same_numbers_again(town: Desk) -> None:
    both = tuple(row.id for row in town.read(events, TOWN_DAY) if row.id == evening(town))
    other = next(row.id for row in town.read(events, TOWN_DAY) if row.title.startswith("Eltern"))
    request = PrintRequest("invitation", for_ids=(*both, other))
    first = numbers(render_paper(town, request).pdf)
    log_print(town, request, len(first), "printer")
    for run in town.read(print_runs):
        assert numbers(render_paper(town, request_of(run)).pdf) == first
