"""Which papers a record is offered, and in which order."""

from __future__ import annotations

from kitadesk.handouts.spec import SubjectKind
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, log_print
from kitadesk.ui.papers.choices import fitting_papers


def offered(desk: Desk) -> list[str]:
    return [paper.id for paper in fitting_papers(desk, SubjectKind.EVENT)]


def test_an_evening_is_offered_its_papers_in_the_order_it_needs_them(town: Desk) -> None:
    assert offered(town) == ["invitation", "group_separator", "attendance_list", "group_list"]


def test_the_paper_printed_last_comes_first(town: Desk) -> None:
    log_print(town, PrintRequest("attendance_list"), 3, "Drucker")
    assert offered(town)[0] == "attendance_list"


def test_a_paper_of_the_house_never_comes_before_those_of_the_evening(town: Desk) -> None:
    log_print(town, PrintRequest("group_list"), 4, "Drucker")
    assert offered(town)[-1] == "group_list"


def test_a_body_is_offered_its_papers_and_the_lists_of_the_address_book(town: Desk) -> None:
    found = [paper.id for paper in fitting_papers(town, SubjectKind.BODY)]
    assert found[:2] == ["address_labels", "body_list"]
    assert "telephone_list" in found
