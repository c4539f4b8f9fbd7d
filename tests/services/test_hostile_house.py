"""A whole house of difficult names, from the list to every paper: nothing is lost or changed."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from kitadesk.base.text import clean
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.domain.sheet import Sheet
from kitadesk.handouts.kit.blocks import texts_of
from kitadesk.queries.people import children
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event, set_event_text
from kitadesk.services.importing import apply_import, plan_import
from kitadesk.services.parsing import parse
from kitadesk.services.print_checks import findings
from kitadesk.services.printing import PrintRequest, document_of, render_paper
from tests.support.factories import TODAY
from tests.support.reading import all_text, read_pdf, squeezed

HEADER = ("Nachname", "Vorname", "Gruppe", "Eltern")
NAMES = (
    ("<b>Fett</b>", "</para>Mia"),
    ("Meier & Söhne", "A&amp;B"),
    ('Anführung"s', "„Lotti“"),
    ("Şahin", "Gülşen"),
    ("Łukasiewicz", "Żaneta"),
    ("Nguyễn", "Thị Ánh"),
    ("Шевченко", "Ольга"),
    ("O’Neill-Ångström", "Zoë %s {0} \\n"),
)
ARABIC = ("خان", "محمد")
EMOJI = ("Igelkind", "Lea 👩‍👧")
LONG_NAME = " ".join(f"Silbe{number}" for number in range(12))
EVENING = EventInput(
    EventKind.PARENT_EVENING,
    'Wie <wir> & ihr "reden"',
    on_date=date(2027, 4, 8),
    starts_at=time(19),
    place="Saal <1> & 2",
    reply_until=date(2027, 3, 24),
)

pytestmark = pytest.mark.usefixtures("house")


def take(desk: Desk, *names: tuple[str, str]) -> None:
    rows = tuple((last, first, f"Gruppe <{last[:3]}>", f"Eva {last}") for last, first in names)
    apply_import(desk, plan_import(desk, Sheet("Liste", (HEADER, *rows))))


def requests(event: UUID) -> tuple[PrintRequest, ...]:
    all_columns = "last_name;first_name;birth_date;parents;phone;email"
    return (
        PrintRequest("invitation", event, {"separators": "ja"}),
        PrintRequest("invitation", event, {"edition": "master"}),
        PrintRequest("invitation", event, {"large_print": "ja"}),
        PrintRequest("group_separator", event),
        PrintRequest("attendance_list", event),
        PrintRequest("group_list"),
        PrintRequest("group_list", params={"columns": all_columns, "free_columns": "<i>;&;💡"}),
    )


@pytest.mark.parametrize("number", range(7))
def test_every_name_is_on_every_paper_as_typed(desk: Desk, number: int) -> None:
    take(desk, *NAMES, ARABIC, EMOJI)
    request = requests(add_event(desk, EVENING))[number]
    printed = all_text(render_paper(desk, request).pdf)
    for last, first in NAMES:
        assert squeezed(first) in printed, (request, first)
        assert squeezed(last) in printed, (request, last)


def test_right_to_left_names_and_emoji_come_to_every_paper(desk: Desk) -> None:
    take(desk, ARABIC, EMOJI)
    for request in requests(add_event(desk, EVENING)):
        made = document_of(desk, request)
        whole = " ".join(texts_of(made.blocks))
        assert ARABIC[1] in whole
        assert EMOJI[1] in whole


def test_line_breaks_and_nul_bytes_lose_no_letter(desk: Desk) -> None:
    data = 'Nachname;Vorname;Gruppe\r\n"Zeilen\numbruch";"Ida\0Null";Igel\r\n'
    apply_import(desk, plan_import(desk, parse(data.encode(), "liste.csv")))
    (row,) = desk.read(children, TODAY)
    assert squeezed(clean(row.last_name)) == "Zeilenumbruch"
    assert row.first_name == "IdaNull"
    printed = all_text(render_paper(desk, PrintRequest("group_list")).pdf)
    assert "Zeilenumbruch" in printed
    assert "IdaNull" in printed


def test_a_file_of_such_names_reads_like_a_pasted_list(desk: Desk) -> None:
    lines = "\r\n".join(f"{last}\t{first}\tIgel" for last, first in NAMES)
    data = f"Nachname\tVorname\tGruppe\r\n{lines}".replace('"', "'").encode("utf-8")
    apply_import(desk, plan_import(desk, parse(data, "liste.txt")))
    found = {(row.last_name, row.first_name) for row in desk.read(children, TODAY)}
    assert found == {(last.replace('"', "'"), first) for last, first in NAMES}


def test_an_emoji_is_a_box_on_paper_and_named_before_printing(desk: Desk) -> None:
    take(desk, EMOJI)
    event = add_event(desk, EVENING)
    for request in requests(event)[:-1]:
        (found,) = [row for row in findings(desk, request) if "Zeichen" in row.text]
        assert "👩" in found.text
        assert "□" in all_text(render_paper(desk, request).pdf)


def test_a_name_of_10000_characters_is_refused_and_the_rest_is_taken(desk: Desk) -> None:
    rows = (HEADER, ("x" * 10_000, "Mia", "Igel", ""), ("Albrecht", "Ole", "Igel", ""))
    plan = plan_import(desk, Sheet("Liste", rows))
    assert [row.action for row in plan.rows].count("rejected") == 1
    apply_import(desk, plan)
    assert [row.last_name for row in desk.read(children, TODAY)] == ["Albrecht"]


def test_the_longest_name_is_whole_or_its_shortening_is_named(desk: Desk) -> None:
    take(desk, (LONG_NAME, "Mia"))
    event = add_event(desk, EVENING)
    for request in requests(event):
        pdf = render_paper(desk, request).pdf
        shortened = [row.text for row in findings(desk, request) if "gekürzt" in row.text]
        assert ("Silbe11" in all_text(pdf)) is not bool(shortened), request


def test_a_title_three_times_as_long_still_fits_one_sheet(desk: Desk) -> None:
    take(desk, ("Albrecht", "Mia"))
    title = "Papa ist ausgezogen. Klara spielt nicht mehr mit mir. Und Oma ist tot. " * 3
    event = add_event(desk, EventInput(EventKind.PARENT_EVENING, title.strip(), place="Saal"))
    request = PrintRequest("invitation", event)
    printed = render_paper(desk, request)
    assert printed.sheets == 1
    assert all_text(printed.pdf).count(squeezed(title)) >= 1


def test_a_very_long_text_takes_a_second_page_keeps_its_slip_and_is_named(desk: Desk) -> None:
    take(desk, ("Albrecht", "Mia"), ("Zander", "Ole"))
    event = add_event(desk, EVENING)
    set_event_text(desk, event, TextBlock.BODY, "Wir reden lange darüber. " * 150)
    request = PrintRequest("invitation", event)
    pages = read_pdf(render_paper(desk, request).pdf)
    assert [("Nr. " in page.text) for page in pages] == [False, True, False, True]
    (found,) = [row for row in findings(desk, request) if "zwei Seiten" in row.text]
    assert "2 Briefe" in found.text
    assert (found.kind, found.id, found.field) == ("event", event, "text:body")
