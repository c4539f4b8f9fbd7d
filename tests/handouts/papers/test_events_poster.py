"""The notice at the door: all that is public, on one sheet, however long it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.event_text import Announced
from kitadesk.domain.events import EventKind
from kitadesk.handouts.kit.blocks import QrCode
from kitadesk.handouts.kit.pdf import inspect, page_count, render
from kitadesk.handouts.papers import events_poster as poster
from kitadesk.handouts.spec import Link, parse_params
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from tests.support.factories import TODAY, make_event
from tests.support.reading import all_text, read_pdf, squeezed

QUIET = poster.PosterParams(reply=poster.Reply.NONE)
LONG_TITLE = (
    "Ein sehr, sehr langer Titel über Donaudampfschifffahrtsgesellschaftskapitäne und alles, was "
    "Eltern von Vorschulkindern schon immer einmal in aller Ruhe fragen wollten"
)


def drawn(content: poster.PosterContent, params: poster.PosterParams | None = None) -> str:
    return all_text(render(poster.document(content, params or poster.PosterParams())))


def with_event(**changes: object) -> poster.PosterContent:
    content, _params = poster.sample()
    return replace(content, event=replace(content.event, **changes))


def test_title_day_time_place_and_host_are_on_it() -> None:
    printed = drawn(poster.sample()[0])
    for words in (
        "Klara spielt nicht mehr", "Donnerstag, 8. April 2027", "19 bis 21 Uhr", "Einlass ab 18:30",
        "Großer Saal im Rathaus, Markt 1", "Eintritt frei", "Veranstalter: alle Kitas",
        "Bitte geben Sie uns bis Mittwoch, 24. März Bescheid.", "Telefon 037207 555-0",
    ):  # fmt: skip
        assert squeezed(words) in printed


def test_a_notice_can_leave_out_the_answer() -> None:
    printed = drawn(poster.sample()[0], QUIET)
    assert "Bescheid" not in printed
    assert "Telefon" not in printed


@pytest.mark.parametrize(("size", "times"), [("a3", 2**0.5), ("a5", 2**-0.5)])
def test_the_notice_grows_and_shrinks_with_its_sheet(size: str, times: float) -> None:
    content, params = poster.sample()
    other = replace(params, size=poster.Format(size))
    usual, sized = (
        read_pdf(render(poster.document(content, one)))[0].find("Klara") for one in (params, other)
    )
    assert (sized.right - sized.left) / (usual.right - usual.left) == pytest.approx(times, rel=0.05)


def test_leaflets_lie_two_on_a_sheet_that_is_cut_once() -> None:
    content, params = poster.sample()
    leaflet = replace(params, size=poster.Format.LEAFLET)
    (sheet,) = read_pdf(render(poster.document(content, leaflet)))
    assert (round(sheet.width), round(sheet.height)) == (297, 210)
    first, second = [item for item in sheet.stretches if "Klara" in item.text]
    assert first.right < 148.5 < second.left


@pytest.mark.parametrize("size", poster.Format)
def test_the_form_to_fill_in_is_one_sheet_of_every_size(size: poster.Format) -> None:
    params = poster.PosterParams(size=size)
    assert page_count(poster.document(poster.blank(params), params)) == 1


def test_the_title_is_the_largest_of_all() -> None:
    sheet = read_pdf(render(poster.document(*poster.sample())))[0]
    title = next(item for item in sheet.stretches if "Klara" in item.text)
    day = next(item for item in sheet.stretches if "Donnerstag" in item.text)
    assert title.bottom - title.top > day.bottom - day.top


@pytest.mark.parametrize("place", ["Saal", "Mehrgenerationenhaus, Eingang Hofseite, " * 4])
def test_a_long_title_stays_on_one_sheet_and_is_not_cut(place: str) -> None:
    content = with_event(title=LONG_TITLE, place=place)
    report = inspect(poster.document(content, poster.PosterParams()))
    assert (report.pages, report.shortened, report.long_letters) == (1, (), ())
    assert squeezed("fragen wollten") in drawn(content)


def test_several_days_are_named_from_first_to_last() -> None:
    printed = drawn(with_event(on_date=date(2027, 5, 6), until_date=date(2027, 5, 7)))
    assert squeezed("Donnerstag, 6. Mai 2027 bis Freitag, 7. Mai 2027") in printed


def test_what_is_not_known_leaves_nothing_behind() -> None:
    content = poster.PosterContent(event=Announced("Sommerfest"))
    assert drawn(content).split() == ["Sommerfest"]


def test_the_host_of_a_cafe_is_not_named_for_it_may_be_a_family(desk: Desk, house: UUID) -> None:
    event_id = make_event(desk, "Elterncafé", kind=EventKind.PARENT_CAFE)
    change_event(desk, event_id, host="Familie Şahin")
    content = desk.read(poster.gather, event_id, QUIET, TODAY)
    assert "Şahin" not in drawn(content)
    assert content.event.invited_by == "Kita Sonnenschein"


def codes_of(content: poster.PosterContent, **chosen: object) -> list[QrCode]:
    document = poster.document(content, poster.PosterParams(**chosen))
    return [block for block in document.blocks if isinstance(block, QrCode)]


def test_a_link_stands_on_the_notice_as_code_and_in_words() -> None:
    params = parse_params(poster.SPEC, {"link": "www.example.org/kita"})
    (code,) = codes_of(poster.sample()[0], link=params.link)
    printed = drawn(poster.sample()[0], params)
    assert code.text == "https://www.example.org/kita"
    assert squeezed("Mehr dazu im Internet: www.example.org/kita") in printed


def test_a_mail_address_asks_to_write() -> None:
    params = parse_params(poster.SPEC, {"link": "fest@example.org"})
    (code,) = codes_of(poster.sample()[0], link=params.link)
    assert code.text == "mailto:fest@example.org"
    assert squeezed("Schreiben Sie uns: fest@example.org") in drawn(poster.sample()[0], params)


def test_without_a_link_there_is_no_code() -> None:
    assert codes_of(poster.sample()[0]) == []


def test_the_code_grows_with_the_sheet() -> None:
    link = Link("https://www.example.org")
    sizes = [
        codes_of(poster.sample()[0], link=link, size=poster.Format(size))[0].size_mm
        for size in ("a5", "a4", "a3")
    ]
    assert sizes == pytest.approx([36 / 2**0.5, 36, 36 * 2**0.5], rel=0.01)


@pytest.mark.parametrize("size", poster.Format)
def test_notice_and_form_with_a_code_stay_one_sheet(size: poster.Format) -> None:
    link = Link("https://www.hainichen.example.org/kita-sonnenschein/anmeldung?abend=8")
    params = poster.PosterParams(size=size, link=link)
    for content in (poster.sample()[0], with_event(title=LONG_TITLE), poster.blank(params)):
        report = inspect(poster.document(content, params))
        assert (report.pages, report.shortened) == (1, ())
