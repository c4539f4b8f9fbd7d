"""Zeigen: each finding leads to its record, and its card is open at the field."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.services.print_findings import Finding
from kitadesk.ui.children.child_card import ChildDialog
from kitadesk.ui.papers.finding_ways import show_finding
from kitadesk.ui.papers.findings_list import MOST_SHOWN, FindingsList
from kitadesk.ui.settings.dialog import SettingsDialog
from tests.support.factories import MadeFamily, make_family, make_group, make_house
from tests.support.qt_screen import Screen, child


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    make_house(desk)
    return make_family(desk, "Vogel", group=make_group(desk))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    for dialog in (*made.findChildren(ChildDialog), *made.findChildren(SettingsDialog)):
        dialog.close()


def open_line(page: QWidget) -> str:
    """The key of the line that is open on the card of the child."""
    (card,) = page.findChildren(ChildDialog)
    (line,) = [one for one in card.view.lines if one.is_open]
    return line.line.key


@pytest.mark.parametrize(
    ("field", "line"),
    [("birth_date", "childBirth"), ("last_name", "childName"), ("newHome", "newHome")],
)
def test_a_finding_about_a_child_opens_its_card_at_the_field(
    screen: Screen, family: MadeFamily, page: QWidget, field: str, line: str
) -> None:
    show_finding(screen.context(), Finding("…", "child", family.child_ids[0], field), page)
    assert open_line(page) == line


def test_a_finding_about_an_address_opens_the_household(
    screen: Screen, family: MadeFamily, page: QWidget
) -> None:
    home = f"home_{family.household_id.hex}"
    show_finding(screen.context(), Finding("…", "family", family.id, home), page)
    assert open_line(page) == home


def test_a_finding_about_the_house_opens_the_settings(
    screen: Screen, family: MadeFamily, page: QWidget
) -> None:
    show_finding(screen.context(), Finding("…", "house", family.id, "street"), page)
    assert len(page.findChildren(SettingsDialog)) == 1


@pytest.mark.parametrize(
    ("finding_kind", "field", "wanted"),
    [("measure", "planned_on", "measure"), ("child", "consents", "consents"), ("body", "", "body")],
)
def test_other_records_are_shown_by_their_tab(
    screen: Screen,
    family: MadeFamily,
    page: QWidget,
    finding_kind: str,
    field: str,
    wanted: str,
) -> None:
    show_finding(screen.context(), Finding("…", finding_kind, family.id, field), page)
    assert screen.visited == [(wanted, family.id)]


def test_behind_the_first_findings_stand_all_of_them(qtbot: QtBot) -> None:
    shown = FindingsList()
    qtbot.addWidget(shown)
    shown.show_findings([Finding(f"Satz {number}", "event", UUID(int=1)) for number in range(7)])
    assert len(shown.findChildren(QPushButton, "showFinding")) == MOST_SHOWN
    more = child(shown, QPushButton, "moreFindings")
    assert more.text() == "3 weitere anzeigen"
    more.click()
    qtbot.waitUntil(lambda: len(shown.findChildren(QPushButton, "showFinding")) == 7)
