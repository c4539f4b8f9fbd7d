"""The list of events: groups, keys, badges, long titles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import EventStatus
from kitadesk.queries.events import EventSummary, events
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event, delete_event
from kitadesk.services.transition import add_cohort
from kitadesk.ui.tabs.events.event_card import wrapped
from kitadesk.ui.tabs.events.event_list import EventListModel, part_of
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.event_words import badge_of, day_block, kind_and_audience
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town

TODAY = date(2027, 1, 25)


def lines(view: QListView) -> list[str]:
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def cards(tab: EventsTab) -> QListView:
    return child(tab, QListView, "eventList")


def test_coming_events_stand_over_past_ones(tab: EventsTab) -> None:
    assert lines(cards(tab)) == [
        "Demnächst",
        "Elternabend der Frösche",
        "Kita-Jahr 2027/28",
        "Martinsfest",
        "Vorbei",
        "Mein Kind kommt in die Schule",
    ]


def test_the_down_key_steps_over_a_heading(tab: EventsTab, page: EventPage) -> None:
    press(cards(tab), Qt.Key.Key_Down)
    press(cards(tab), Qt.Key.Key_Down)
    assert cards(tab).currentIndex().data() == "Mein Kind kommt in die Schule"
    assert page.title.label.text() == "Mein Kind kommt in die Schule"


def test_a_letter_jumps_to_the_title(tab: EventsTab) -> None:
    type_text(cards(tab), "m")
    assert cards(tab).currentIndex().data() == "Martinsfest"


def test_a_deleted_event_leaves_the_list_and_another_is_shown(
    tab: EventsTab, page: EventPage, town: Town, desk: Desk, qtbot: QtBot
) -> None:
    delete_event(desk, town.evening)
    qtbot.waitUntil(lambda: page.title.label.text() == "Martinsfest")
    assert "Elternabend der Frösche" not in lines(cards(tab))


def test_the_model_keeps_the_rules_of_qt(
    desk: Desk, town: Town, qtmodeltester: ModelTester
) -> None:
    model = EventListModel(desk.clock.today)
    model.set_events(desk.read(events, TODAY))
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("changes", "badge"),
    [
        ({"tasks_done": 4, "tasks_total": 9}, "4 von 9 erledigt"),
        ({"hint": "Gastgeber fehlt", "replied": 3, "invited": 9}, "Gastgeber fehlt"),
        ({"replied": 31, "invited": 78}, "31 von 78 Rückmeldungen"),
        ({"status": EventStatus.POSTPONED, "hint": "verschoben"}, "Verschoben"),
        ({"on_date": date(2027, 1, 2), "persons": 16}, "16 Personen"),
    ],
)
def test_a_card_says_the_one_thing_worth_knowing(
    desk: Desk, town: Town, changes: dict[str, object], badge: str
) -> None:
    nothing = {"hint": "", "tasks_total": 0, "replied": 0, "invited": 0, "persons": 0}
    plain: EventSummary = replace(desk.read(events, TODAY)[0], **nothing)  # type: ignore[arg-type]
    found = badge_of(replace(plain, **changes), TODAY)  # type: ignore[arg-type]
    assert found is not None
    assert found[0] == badge


@pytest.mark.parametrize(
    ("day", "block"),
    [
        (date(2027, 4, 8), ("Do 8", "APR")),
        (date(2028, 3, 1), ("Mi 1", "MÄR 2028")),
        (date(2026, 12, 30), ("Mi 30", "DEZ 2026")),
        (None, ("–", "offen")),
    ],
)
def test_the_date_block_names_another_year(day: date | None, block: tuple[str, str]) -> None:
    assert day_block(day, TODAY) == block


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        (TODAY, "Demnächst"),
        (date(2027, 7, 31), "Demnächst"),
        (date(2027, 8, 1), "Kita-Jahr 2027/28"),
        (date(2027, 1, 24), "Vorbei"),
        (date(2026, 8, 1), "Vorbei"),
        (date(2026, 7, 31), "Kita-Jahr 2025/26"),
        (date(2099, 9, 1), "Kita-Jahr 2099/00"),
        (None, "Ohne Datum"),
    ],
)
def test_events_stand_under_coming_past_and_other_kita_years(
    desk: Desk, town: Town, day: date | None, heading: str
) -> None:
    row = replace(desk.read(events, TODAY)[0], on_date=day)
    assert part_of(row, TODAY) == heading


def test_a_long_title_is_wrapped_and_ends_in_an_ellipsis(qapp: object) -> None:
    shown = wrapped("Wie wir Kinder in Trennung und Trauer begleiten " * 8, QFont(), 150, 3)
    assert len(shown) == 3
    assert shown[-1].endswith("…")


def test_wrapping_does_not_cut_an_emoji_in_two(qapp: object) -> None:
    shown = wrapped("🎉" * 40, QFont(), 120, 9)
    assert set("".join(shown)) <= {"🎉", "…"}


def test_a_card_says_for_which_entry_year_the_event_is(
    tab: EventsTab, desk: Desk, town: Town
) -> None:
    change_event(desk, town.evening, cohort_id=add_cohort(desk, 2027), audience="alle Eltern")
    (row,) = (row for row in desk.read(events, TODAY) if row.id == town.evening)
    assert kind_and_audience(row) == "Schulanfänger 2027 · Elternabend"
