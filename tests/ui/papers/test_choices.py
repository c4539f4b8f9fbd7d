"""Which papers a record is offered, and in which order."""

from __future__ import annotations

from uuid import UUID

from kitadesk.domain.events import EventKind
from kitadesk.handouts.spec import SubjectKind
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.letters import LetterInput, add_letter
from kitadesk.services.postponing import cancel_event
from kitadesk.services.printing import PrintRequest, log_print, papers_for
from kitadesk.ui.papers.choices import fitting_papers
from tests.support.factories import make_event


def offered(desk: Desk, event_id: UUID | None = None) -> list[str]:
    return [paper.id for paper in fitting_papers(desk, SubjectKind.EVENT, event_id)]


def test_an_evening_is_offered_its_papers_in_the_order_it_needs_them(town: Desk) -> None:
    found = offered(town, make_event(town))
    assert found[:3] == ["invitation", "group_separator", "attendance_list"]
    assert not {"letter", "postponement"} & set(found)


def test_a_letter_is_offered_no_invitation(town: Desk) -> None:
    found = offered(town, add_letter(town, LetterInput(template="trip")))
    assert found[:2] == ["letter", "group_separator"]
    assert not {"invitation", "attendance_list", "postponement"} & set(found)


def test_a_letter_that_asks_nothing_has_no_list_for_returns(town: Desk) -> None:
    assert "group_separator" not in offered(town, add_letter(town, LetterInput("Ferien")))


def test_a_closing_day_has_no_paper_of_an_evening(town: Desk) -> None:
    found = offered(town, make_event(town, kind=EventKind.CLOSING_DAY))
    assert not {"invitation", "letter", "attendance_list", "group_separator"} & set(found)


def test_an_event_that_was_called_off_is_offered_the_notice_first(town: Desk) -> None:
    event_id = make_event(town)
    cancel_event(town, event_id)
    assert offered(town, event_id)[0] == "postponement"


def test_the_paper_printed_last_comes_first(town: Desk) -> None:
    log_print(town, PrintRequest("attendance_list"), 3, "Drucker")
    assert offered(town)[0] == "attendance_list"


def test_a_paper_of_the_house_never_comes_before_those_of_the_evening(town: Desk) -> None:
    log_print(town, PrintRequest("group_list"), 4, "Drucker")
    own = [paper.id for paper in papers_for(town, SubjectKind.EVENT)]
    assert set(offered(town)[: len(own)]) == set(own)


def test_a_body_is_offered_its_papers_and_the_lists_of_the_address_book(town: Desk) -> None:
    found = [paper.id for paper in fitting_papers(town, SubjectKind.BODY)]
    assert found[:2] == ["address_labels", "body_list"]
    assert "telephone_list" in found


def test_the_ruler_page_belongs_to_no_record(town: Desk) -> None:
    for kind in (SubjectKind.HOUSE, SubjectKind.EVENT):
        assert "ruler" not in [paper.id for paper in fitting_papers(town, kind)]


def test_a_list_for_carers_stands_behind_the_attendance_list_where_it_is_offered(
    town: Desk,
) -> None:
    silent, offering = make_event(town), make_event(town)
    change_event(town, offering, has_childcare=True)
    found = offered(town, offering)
    assert found[found.index("attendance_list") + 1] == "child_care"
    assert "child_care" not in offered(town, silent)


def test_what_came_back_stands_behind_the_papers_of_the_evening(town: Desk) -> None:
    found = offered(town, make_event(town))
    wanted = ["agenda", "poster", "sign_up", "badges", "evaluation"]
    assert [one for one in found if one in wanted] == wanted
