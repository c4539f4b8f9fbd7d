"""From a request to a PDF: numbers on slips, preview, several subjects, the log."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from uuid import UUID, uuid4

import pypdfium2
import pytest
from sqlalchemy import select

from kitadesk.base.clock import FixedClock
from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.handouts.spec import Area, SubjectKind
from kitadesk.queries.events import events
from kitadesk.queries.people import groups
from kitadesk.queries.replies import slip_numbers
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event
from kitadesk.services.house import HouseInput, change_house
from kitadesk.services.people import ChildInput, add_child
from kitadesk.services.printing import (
    PrintRequest,
    count_sheets,
    log_print,
    papers_for,
    preview_paper,
    render_blank,
    render_paper,
)
from kitadesk.storage.models.privacy import PrintLog
from tests.support.reading import all_text
from tests.support.town_fixtures import TOWN_DAY


def joint_evening(town: Desk) -> UUID:
    found = town.read(events, TOWN_DAY)
    return next(row.id for row in found if row.title.startswith("Papa ist ausgezogen"))


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    return [page.get_textpage().get_text_range() for page in document]


def evening(desk: Desk) -> UUID:
    added = EventInput(EventKind.PARENT_EVENING, "Schlafen", on_date=date(2027, 4, 8))
    return add_event(desk, added)


def test_a_real_invitation_gives_every_household_its_number(town: Desk) -> None:
    event = joint_evening(town)
    printed = render_paper(town, PrintRequest("invitation", event))
    pages = texts(printed.pdf)
    assert len(town.read(slip_numbers, event)) == 83
    assert len(pages) == printed.sheets
    assert sum("Nr. " in page for page in pages) >= 82


def test_numbers_stay_when_it_is_printed_again(town: Desk) -> None:
    event = joint_evening(town)
    render_paper(town, PrintRequest("group_separator", event))
    numbers = town.read(slip_numbers, event)
    render_paper(town, PrintRequest("invitation", event))
    assert town.read(slip_numbers, event) == numbers


def test_a_preview_writes_nothing_and_is_short(town: Desk) -> None:
    event = joint_evening(town)
    shown = preview_paper(town, PrintRequest("invitation", event))
    assert town.read(slip_numbers, event) == {}
    assert shown.sheets == len(texts(shown.pdf)) == 3


def test_a_preview_without_children_shows_mia_muster(desk: Desk, house: object) -> None:
    shown = preview_paper(desk, PrintRequest("invitation", evening(desk)))
    page = texts(shown.pdf)[0]
    assert "Liebe Eltern von Mia" in page
    assert "Schlafen" in page


def test_a_preview_without_an_event_shows_the_sample_under_the_own_name(
    desk: Desk, house: object
) -> None:
    change_house(desk, HouseInput("Kita Storchennest", "09661", "Hainichen", "SN"))
    page = texts(preview_paper(desk, PrintRequest("invitation")).pdf)[0]
    assert "Kita Storchennest" in page
    assert "Mia" in page


def test_a_preview_with_a_child_shows_that_child(desk: Desk, house: object) -> None:
    add_child(desk, ChildInput("Şahin", "Elif"))
    page = texts(preview_paper(desk, PrintRequest("invitation", evening(desk))).pdf)[0]
    assert "Liebe Eltern von Elif" in page


def test_a_preview_before_there_is_a_house_is_the_sample(desk: Desk) -> None:
    assert preview_paper(desk, PrintRequest("group_list")).sheets == 1


def test_a_preview_of_the_blank_form_is_blank(town: Desk) -> None:
    shown = preview_paper(town, PrintRequest("invitation", joint_evening(town), blank=True))
    assert "Papa ist ausgezogen" not in texts(shown.pdf)[0]


def test_a_blank_form_needs_no_data(desk: Desk) -> None:
    page = texts(render_blank(PrintRequest("attendance_list", blank=True)).pdf)[0]
    assert "Anwesenheitsliste" in page
    assert render_paper(desk, PrintRequest("attendance_list", blank=True)).sheets == 1


def test_several_subjects_stand_in_one_file(town: Desk) -> None:
    first, second, *_ = [row.id for row in town.read(groups, TOWN_DAY)]
    printed = render_paper(town, PrintRequest("group_list", for_ids=(first, second)))
    pages = texts(printed.pdf)
    assert ["Bienen" in pages[0], "Eulen" in pages[1]] == [True, True]
    assert printed.sheets == count_sheets(town, PrintRequest("group_list", for_ids=(first, second)))


def test_values_of_the_print_form_are_obeyed(town: Desk) -> None:
    printed = render_paper(town, PrintRequest("group_list", params={"title": "Ausflug zum Bad"}))
    assert "Ausflug zum Bad" in texts(printed.pdf)[0]


def test_the_file_name_is_safe(town: Desk) -> None:
    printed = render_paper(town, PrintRequest("attendance_list", joint_evening(town)))
    assert printed.file_name.startswith("Anwesenheitsliste Papa ist ausgezogen")
    assert printed.file_name.endswith(".pdf")


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (PrintRequest("nothing"), "paper_unknown"),
        (PrintRequest("invitation"), "paper_needs_subject"),
        (PrintRequest("attendance_list", uuid4()), "record_gone"),
        (PrintRequest("group_list", params={"colour": "red"}), "param_unknown"),
    ],
)
def test_what_cannot_be_printed_is_said(town: Desk, request_: PrintRequest, code: str) -> None:
    with pytest.raises(UserError) as caught:
        render_paper(town, request_)
    assert caught.value.code == code


def test_an_invitation_to_nothing_leaves_no_numbers(town: Desk) -> None:
    with pytest.raises(UserError):
        render_paper(town, PrintRequest("invitation", uuid4()))
    with town.store.read() as session:
        assert session.scalars(select(PrintLog.id)).all() == []


def test_a_print_is_noted_and_is_no_step_to_undo(town: Desk) -> None:
    event = joint_evening(town)
    log_print(town, PrintRequest("invitation", event), 85, "printer")
    with town.store.read() as session:
        row = session.scalars(select(PrintLog)).one()
        assert (row.paper_id, row.subject_id, row.sheets, row.way, row.subject) == (
            "invitation",
            event,
            85,
            "printer",
            "event",
        )
    assert town.undo_label is None


def test_the_log_names_the_record_and_the_settings_of_any_paper(town: Desk) -> None:
    group = town.read(groups, TOWN_DAY)[0].id
    request = PrintRequest("group_list", group, {"note_column": "Schuhgröße"})
    log_print(town, request, 1, "pdf")
    with town.store.read() as session:
        row = session.scalars(select(PrintLog)).one()
        assert (row.subject_kind, row.subject_id) == ("group", group)
        assert json.loads(row.settings) == {"note_column": "Schuhgröße"}


def test_the_log_names_no_subject_for_a_blank_form(town: Desk) -> None:
    log_print(town, PrintRequest("invitation", joint_evening(town), blank=True), 1, "pdf")
    with town.store.read() as session:
        row = session.scalars(select(PrintLog)).one()
        assert (row.subject, row.subject_id) == ("", None)


def test_papers_are_offered_by_what_they_fit(town: Desk) -> None:
    assert {paper.id for paper in papers_for(town, SubjectKind.GROUP)} == {
        "group_list",
        "group_work",
    }
    assert all(paper.area is Area.EVENTS for paper in papers_for(town, area=Area.EVENTS))


def test_the_paper_used_last_is_offered_first(town_folder: object, town: Desk) -> None:
    log_print(town, PrintRequest("attendance_list", blank=True), 1, "pdf")
    later = Desk(town.store.file, FixedClock(date(2027, 1, 26)), town.store)
    log_print(later, PrintRequest("group_separator", blank=True), 1, "pdf")
    offered = [paper.id for paper in papers_for(town, SubjectKind.EVENT)]
    assert offered[:2] == ["group_separator", "attendance_list"]


def test_a_blank_form_stands_under_the_letterhead_of_the_house(town: Desk) -> None:
    for paper in ("invitation", "attendance_list", "group_list"):
        printed = render_paper(town, PrintRequest(paper, blank=True))
        assert "KitaSonnenschein" in all_text(printed.pdf)
        assert printed.sheets == 1
