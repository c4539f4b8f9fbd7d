"""The list of all children: a large one is read by a job and shows its first page meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.kit import reading
from kitadesk.ui.tabs.transition import children_page
from kitadesk.ui.tabs.transition.children_page import ChildrenPage
from tests.support.factories import make_family
from tests.support.screens import Screen, make_screen

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> Iterator[Screen]:
    made = make_screen(desk)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.context.jobs.shutdown()
    made.context.changes.close()


@pytest.fixture
def page(screen: Screen, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> ChildrenPage:
    """Three children, where three are many and one fills a page."""
    monkeypatch.setattr(reading, "MANY", 3)
    monkeypatch.setattr(children_page, "FIRST_PAGE", 1)
    make_family(desk, "Albrecht", children=("Mia",))
    return ChildrenPage(screen.context, screen.window)


def names(page: ChildrenPage) -> list[str]:
    return [child.name for child in page.model.rows]


def test_of_many_children_the_first_page_is_there_at_once(
    page: ChildrenPage, screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    make_family(desk, "Vogel", children=("Ida", "Jan"))
    page.show_year(2027, None)
    assert names(page) == ["Albrecht, Mia"]
    assert page.counts.text().startswith("3 Kinder")
    qtbot.waitUntil(lambda: not screen.context.jobs.is_busy())
    assert names(page) == ["Albrecht, Mia", "Vogel, Ida", "Vogel, Jan"]


def test_what_is_shown_stays_until_the_new_list_is_there(
    page: ChildrenPage, screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    page.show_year(2027, None)
    assert names(page) == ["Albrecht, Mia"]
    make_family(desk, "Aal", children=("Ida", "Jan"))
    page.show_year(2027, None)
    assert names(page) == ["Albrecht, Mia"]
    qtbot.waitUntil(lambda: len(names(page)) == 3)


def test_a_child_that_was_wanted_meanwhile_is_chosen_when_the_list_is_there(
    page: ChildrenPage, desk: Desk, qtbot: QtBot
) -> None:
    jan = make_family(desk, "Vogel", children=("Ida", "Jan")).child_ids[1]
    page.show_year(2027, None)
    assert page.choose(jan)
    qtbot.waitUntil(lambda: page.table.current_row() is not None)
    assert page.table.current_row().name == "Vogel, Jan"


def test_a_family_that_was_wanted_meanwhile_is_chosen_when_the_list_is_there(
    page: ChildrenPage, desk: Desk, qtbot: QtBot
) -> None:
    vogel = make_family(desk, "Vogel", children=("Ida", "Jan"))
    page.show_year(2027, None)
    assert page.choose_family(vogel.id)
    qtbot.waitUntil(lambda: len(page.table.selected_rows()) == 2)


def test_a_child_who_is_not_here_is_not_chosen(page: ChildrenPage, desk: Desk) -> None:
    page.show_year(2027, None)
    assert not page.choose(make_family(desk, "Vogel").child_ids[0])
