"""The whole folder read back: order, copies, sheets, bookmarks, files, and what the log keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.evening_folder import FolderEntry
from kitadesk.queries.events import events
from kitadesk.queries.print_log import print_runs
from kitadesk.queries.replies import slip_numbers
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.evening_folder import (
    FolderFile,
    count_entry,
    entry_title,
    folder_files,
    folder_plan,
    log_folder,
    render_folder,
    write_files,
)
from kitadesk.services.events import change_event
from kitadesk.services.replies import ReplyInput, record_reply, set_guests
from tests.support.factories import make_event, make_family, make_group, make_house
from tests.support.reading import read_pdf
from tests.support.town_fixtures import TOWN_DAY

PLAN, AGENDA, POSTER = "Ablaufplan für das Team (intern)", "Tagesordnung", "Aushang"
ATTENDANCE, RETURNS, BADGES = "Anwesenheitsliste", "Rückgabeliste je Gruppe", "Namensschilder"
SIGN_UP, CARE, RESULT = "Mitbringliste", "Kinderbetreuungsliste", "Auswertung"


@pytest.fixture
def evening(desk: Desk) -> UUID:
    """An evening with two groups, one reply, two guests and one point of the agenda."""
    make_house(desk)
    frogs, bears = make_group(desk, "Frösche"), make_group(desk, "Bären", position=1)
    family = make_family(desk, "Vogel", children=("Ida",), group=frogs)
    make_family(desk, "Wolf", children=("Tom",), group=bears)
    event_id = make_event(desk)
    record_reply(desk, ReplyInput(event_id, family.household_id, 2))
    set_guests(desk, event_id, "Großeltern", 2)
    add_agenda_item(desk, event_id, AgendaItemInput("Begrüßung", internal_note="Schlüssel holen"))
    return event_id


def entries(desk: Desk, event_id: UUID) -> tuple[FolderEntry, ...]:
    return folder_plan(desk, event_id).entries


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return level, title and page from 0 of every bookmark."""
    document = pypdfium2.PdfDocument(pdf)
    return [(one.level, one.get_title(), one.get_dest().get_index()) for one in document.get_toc()]


def texts(pdf: bytes) -> list[str]:
    return [sheet.text for sheet in read_pdf(pdf)]


def only(found: Sequence[FolderEntry], *titles: str) -> tuple[FolderEntry, ...]:
    """Tick these and nothing else."""
    return tuple(replace(one, is_ticked=entry_title(one) in titles) for one in found)


def test_the_plan_names_the_papers_of_the_evening_in_their_order(desk: Desk, evening: UUID) -> None:
    plan = folder_plan(desk, evening)
    assert plan.title == "Elternabend der Frösche"
    titles = [entry_title(one) for one in plan.entries]
    assert titles == [PLAN, ATTENDANCE, RETURNS, BADGES, AGENDA, SIGN_UP, POSTER]


def test_children_to_look_after_bring_their_list_behind_the_attendance_list(
    desk: Desk, evening: UUID
) -> None:
    home = make_family(desk, "Kunz").household_id
    record_reply(desk, ReplyInput(evening, home, 1, childcare_children=2))
    found = {entry_title(one): one for one in entries(desk, evening)}
    assert list(found)[1:3] == [ATTENDANCE, CARE]
    assert (found[CARE].is_ticked, found[CARE].why) == (True, "2 Kinder angemeldet")


def test_after_the_evening_the_folder_ends_with_what_came_back(desk: Desk, evening: UUID) -> None:
    change_event(desk, evening, on_date=date(2027, 1, 20))
    last = entries(desk, evening)[-1]
    assert (entry_title(last), last.why) == (RESULT, "1 Rückmeldung")


def test_the_folder_is_one_file_in_order_and_number(desk: Desk, evening: UUID) -> None:
    made = render_folder(desk, evening, entries(desk, evening))
    marks = bookmarks(made.printed.pdf)
    first = [(title, page) for level, title, page in marks if level == 0]
    assert first == [
        *((PLAN, 0), (ATTENDANCE, 3), (RETURNS, 4), (BADGES, 6), (AGENDA, 7), (POSTER, 8))
    ]
    assert [(title, page) for level, title, page in marks if level == 1] == [
        *(("2. Exemplar", 1), ("3. Exemplar", 2), ("Gruppe Frösche", 4), ("Gruppe Bären", 5))
    ]


def test_each_page_is_the_paper_its_bookmark_says(desk: Desk, evening: UUID) -> None:
    pages = texts(render_folder(desk, evening, entries(desk, evening)).printed.pdf)
    words = ["Schlüssel"] * 3 + [
        "Unterschrift",
        "Ida",
        "Tom",
        "Großeltern",
        "Begrüßung",
        "19 bis 21 Uhr",
    ]
    assert len(pages) == len(words)
    assert [word for word, page in zip(words, pages, strict=True) if word not in page] == []
    assert "Schlüssel" not in pages[7]


def test_the_sheets_are_counted_as_they_are_printed(desk: Desk, evening: UUID) -> None:
    found = entries(desk, evening)
    made = render_folder(desk, evening, found)
    assert made.parts == (3, 1, 2, 1, 1, 1)
    assert made.printed.sheets == len(texts(made.printed.pdf)) == 9
    ones = [count_entry(desk, evening, one).sheets(both_sides=False) for one in found]
    assert ones == [1, 1, 2, 1, 1, 1, 1]
    assert made.printed.file_name == "Abendmappe Elternabend der Frösche.pdf"


def test_what_is_not_ticked_or_comes_zero_times_is_left_out(desk: Desk, evening: UUID) -> None:
    found = only(entries(desk, evening), AGENDA, POSTER)
    found = tuple(replace(one, copies=0) if one.paper_id == "poster" else one for one in found)
    made = render_folder(desk, evening, found)
    assert bookmarks(made.printed.pdf) == [(0, AGENDA, 0)]
    assert made.parts == (1,)


def test_an_empty_folder_is_said(desk: Desk, evening: UUID) -> None:
    with pytest.raises(UserError, match="kein Papier angekreuzt"):
        render_folder(desk, evening, only(entries(desk, evening)))


def test_on_both_sides_every_paper_begins_on_a_front(desk: Desk, evening: UUID) -> None:
    found = only(entries(desk, evening), PLAN, RETURNS, POSTER)
    made = render_folder(desk, evening, found, both_sides=True)
    pages = texts(made.printed.pdf)
    assert [bool(page.strip()) for page in pages] == [True, False] * 6
    assert made.parts == (3, 2, 1)
    assert [page for level, _, page in bookmarks(made.printed.pdf) if level == 0] == [0, 6, 10]


def test_letters_in_the_folder_carry_their_numbers(desk: Desk) -> None:
    make_house(desk)
    make_family(desk, group=make_group(desk))
    event_id = make_event(desk)
    first = entries(desk, event_id)[0]
    assert first.paper_id == "invitation"
    made = render_folder(desk, event_id, (first,))
    numbers = desk.read(slip_numbers, event_id).values()
    assert [str(number)[:4] in "".join(texts(made.printed.pdf)) for number in numbers] == [True]


def test_separate_files_are_numbered_in_order_with_all_copies(desk: Desk, evening: UUID) -> None:
    files = folder_files(desk, evening, only(entries(desk, evening), PLAN, RETURNS))
    assert [file.name for file in files] == [f"01 {PLAN}.pdf", f"02 {RETURNS}.pdf"]
    assert [len(texts(file.data)) for file in files] == [3, 2]
    assert [file.sheets for file in files] == [3, 2]


def test_files_lie_in_a_folder_of_their_own_and_nothing_is_written_over(tmp_path: Path) -> None:
    files = (FolderFile("01 Aushang.pdf", b"eins", 1),)
    first = write_files(tmp_path, "Fest: Sommer/Herbst", files)
    second = write_files(tmp_path, "Fest: Sommer/Herbst", (replace(files[0], data=b"zwei"),))
    assert [first.name, second.name] == [
        *("Abendmappe Fest- Sommer-Herbst", "Abendmappe Fest- Sommer-Herbst (2)")
    ]
    assert (first / "01 Aushang.pdf").read_bytes() == b"eins"
    assert (second / "01 Aushang.pdf").read_bytes() == b"zwei"


def test_a_place_that_takes_no_folder_is_said(tmp_path: Path) -> None:
    place = tmp_path / "keiner"
    with pytest.raises(UserError) as said:
        write_files(place, "Fest", ())
    assert said.value.code == "file_not_writable"


def test_each_paper_is_noted_with_its_sheets_and_settings(desk: Desk, evening: UUID) -> None:
    found = only(entries(desk, evening), PLAN, POSTER)
    log_folder(desk, evening, found, (3, 1), "printer")
    runs = [(run.paper_id, run.sheets, run.way) for run in desk.read(print_runs, evening)]
    assert sorted(runs) == [("agenda", 3, "printer"), ("poster", 1, "printer")]
    plan = next(run for run in desk.read(print_runs, evening) if run.paper_id == "agenda")
    assert plan.settings == (("edition", "internal"),)


def test_who_watches_sees_it_grow(desk: Desk, evening: UUID) -> None:
    told: list[float] = []
    found = only(entries(desk, evening), PLAN, POSTER)
    for make in (render_folder, folder_files):
        told.clear()
        make(desk, evening, found, on_progress=lambda done, _: told.append(done))
        assert told == sorted(told)
        assert 0 <= told[0] < 0.5 <= told[-1] <= 1


def test_who_stops_stops_the_folder(desk: Desk, evening: UUID) -> None:
    def stop(done: float, _words: str) -> None:
        if done >= 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_folder(desk, evening, entries(desk, evening), on_progress=stop)


def test_the_joint_evening_of_the_town_makes_a_whole_folder(town: Desk) -> None:
    found = town.read(events, TOWN_DAY)
    event_id = next(row.id for row in found if row.title.startswith("Papa ist"))
    proposed = folder_plan(town, event_id).entries
    made = render_folder(town, event_id, proposed)
    plan = next(one for one in proposed if entry_title(one) == PLAN)
    assert plan.copies == 6
    assert made.printed.sheets == len(texts(made.printed.pdf))
