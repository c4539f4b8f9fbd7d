"""Tab goes through the page of a letter as the eyes do."""

from __future__ import annotations

import pytest

from kitadesk.services.desk import Desk
from kitadesk.services.letters import LetterInput, add_letter
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.letter_form import LetterForm
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.qt_screen import child
from tests.support.tab_walk import against_reading, unreached, walk


@pytest.mark.parametrize("template", ["photographer", "trip"])
@pytest.mark.parametrize("width", [900, 1600])
def test_tab_goes_through_a_letter_in_the_order_of_reading(
    tab: EventsTab, page: EventPage, desk: Desk, template: str, width: int
) -> None:
    tab.resize(width, 1000)
    tab.refresh()
    tab.show_event(add_letter(desk, LetterInput(template=template)))
    form = child(tab, LetterForm, "letterForm")
    stops = walk(form, form.first_field().editor())
    assert against_reading(form, stops) == []
    assert unreached(form, stops) == []
