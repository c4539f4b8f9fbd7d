"""Ways to single records in the tab Übergang: child, family, measure, number of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.domain.names import spoken_name
from kitadesk.domain.stay import Stay, stay_of
from kitadesk.queries.people import ChildRow, child
from kitadesk.queries.slips import SlipKind, slip_place_of
from kitadesk.queries.year_plan import cohort_of_measure
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.slots import page_of
from kitadesk.ui.tabs.transition.year_pages import CHILDREN, CONSENTS, PLAN, STARTERS

if TYPE_CHECKING:
    from kitadesk.ui.tabs.transition.tab import TransitionTab

PEOPLE = frozenset({"child", "family", "consents"})


class YearPlaces(QObject):
    """Turns its tab to the year and the page where a record lives, with every filter taken back."""

    def __init__(self, context: AppContext, tab: TransitionTab) -> None:
        super().__init__(tab)
        self._context = context

    def show(self, kind: str, record_id: UUID) -> bool:
        """Show a record; False if it does not live here."""
        if kind == "slip":
            return self._show_slip(record_id)
        if kind in ("measure", "cohort"):
            return self._show_in_plan(kind, record_id)
        return kind in PEOPLE and self._show_people(kind, record_id)

    def _tab(self) -> TransitionTab:
        return page_of(self)  # type: ignore[return-value]  # It is made with its tab.

    def _show_in_plan(self, kind: str, object_id: UUID) -> bool:
        """Turn to the plan of an entry year, with the card of a measure open."""
        tab = self._tab()
        desk = self._context.desk
        cohort_id = desk.read(cohort_of_measure, object_id) if kind == "measure" else object_id
        tab.activate()
        year = tab.year_of(cohort_id)
        if year is None:
            return False
        tab.lists.show_all()
        tab.show_year(year)
        tab.show_page(PLAN)
        tab.uncover()
        return kind == "cohort" or tab.lists.plan.show_measure(object_id)

    def _show_slip(self, slip_id: UUID) -> bool:
        """Turn to the consent that a form asks for; a child of no year is shown by itself."""
        tab = self._tab()
        place = self._context.desk.read(slip_place_of, slip_id)
        if place is None or place.kind is not SlipKind.CONSENT:
            return False
        tab.activate()
        tab.lists.show_all()
        if place.entry_year is None:
            return self._show_child(place.record_id)
        tab.show_year(place.entry_year)
        tab.show_page(CONSENTS)
        tab.uncover()
        return tab.lists.consents.book(place) or self._show_child(place.record_id)

    def _show_child(self, child_id: UUID) -> bool:
        tab = self._tab()
        try:
            row = self._context.desk.read(child, child_id)
        except UserError:
            return False
        if stay_of(row, self._context.desk.clock.today()) is Stay.GONE:
            self._context.notify(_left_words(row))
            tab.lists.everyone.deeds.open_card(child_id)
            return True
        if row.entry_year is not None:
            tab.show_year(row.entry_year)
        is_starter = tab.lists.starters.choose(child_id)
        tab.show_page(STARTERS if is_starter else CHILDREN)
        tab.uncover()
        is_found = is_starter or tab.lists.everyone.choose(child_id)
        tab.lists.everyone.deeds.open_card(child_id)
        return is_found

    def _show_people(self, kind: str, object_id: UUID) -> bool:
        tab = self._tab()
        tab.activate()
        tab.lists.show_all()
        if kind == "consents":
            return self._show_consents(object_id)
        return self._show_child(object_id) if kind == "child" else self._show_family(object_id)

    def _show_consents(self, child_id: UUID) -> bool:
        """Show what is said and not said for a child; one without a year is shown by itself."""
        tab = self._tab()
        year = self._context.desk.read(child, child_id).entry_year
        if year is not None:
            tab.show_year(year)
        tab.show_page(CONSENTS)
        return tab.lists.consents.show_child(child_id) or self._show_child(child_id)

    def _show_family(self, family_id: UUID) -> bool:
        tab = self._tab()
        tab.show_page(CHILDREN)
        tab.uncover()
        return tab.lists.everyone.choose_family(family_id)


def _left_words(row: ChildRow) -> str:
    name = spoken_name(row.first_name, row.last_name)
    day = numeric_date(row.left_on) if row.left_on is not None else ""
    return f"{name} ist seit {day} nicht mehr in der Kita."
