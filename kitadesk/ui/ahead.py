"""What jobs import beside the window: all that the tabs need and that has no Qt.

A class of Qt must never be made in a job. PySide notes it in a table that the event loop reads
without Python's lock; one start of seventy ended there (segmentation fault in its
`MetaObjectBuilder`). So the window imports the tabs themselves, on the main thread, which takes a
fifth of the whole when the rest is there.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kitadesk.queries.today import house_name, today

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk
    from kitadesk.ui.kit.jobs import JobControl

FOR_TABS = (
    "kitadesk.base.cells",
    "kitadesk.handouts.invitation_texts",
    "kitadesk.queries.search",
    "kitadesk.queries.contacts",
    "kitadesk.queries.contact_card",
    "kitadesk.queries.listing",
    "kitadesk.queries.matrix",
    "kitadesk.queries.plan_events",
    "kitadesk.queries.child_moves",
    "kitadesk.queries.former_values",
    "kitadesk.domain.matrix_cells",
    "kitadesk.domain.matrix_layout",
    "kitadesk.domain.matrix_selection",
    "kitadesk.services.print_checks",
    "kitadesk.services.print_findings",
    "kitadesk.services.printers",
    "kitadesk.services.word_files",
    "kitadesk.services.mailing",
    "kitadesk.services.planned_moves",
    "kitadesk.services.children",
    "kitadesk.services.house",
    "kitadesk.services.consents",
    "kitadesk.services.matrix",
    "kitadesk.services.year_plan",
    "kitadesk.services.plan_reading",
    "kitadesk.services.measures",
    "kitadesk.services.measure_events",
    "kitadesk.services.transition",
    "kitadesk.services.importing",
    "kitadesk.services.postponing",
    "kitadesk.services.letters",
    "kitadesk.services.minutes",
    "kitadesk.services.agenda",
    "kitadesk.services.agenda_templates",
    "kitadesk.services.event_text",
    "kitadesk.services.series",
    "kitadesk.services.tasks",
    "kitadesk.services.bodies",
    "kitadesk.services.institutions",
    "kitadesk.services.contacts",
    "kitadesk.services.events",
    "kitadesk.services.parsing",
)
"""The papers and these lead to the rest; a test finds what a tab would still have to wait for."""

LAST_OF_ALL = ("holidays.countries.germany", "holidays.calendars.germany_school")
"""Feiertage and Ferien: 0.35 s that the first look at the year plan would otherwise wait for."""


def look_ahead(desk: Desk) -> None:
    """Ask the questions of the first page once, in the job that opened the file.

    The window then asks prepared statements of a warm file, which takes some ms. Before there is a
    house, the start needs the store.
    """
    if desk.look(house_name) is None:
        desk.make_ready()
    else:
        desk.look(today, desk.clock.today())


def load_the_rest(control: JobControl) -> None:
    """Import what the other tabs need, one by one."""
    from kitadesk.handouts.registry import all_papers  # noqa: PLC0415 - not before Heute is painted

    all_papers()
    for name in (*FOR_TABS, *LAST_OF_ALL):
        control.check()
        import_module(name)
