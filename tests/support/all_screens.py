"""Every screen of the program over the invented town, with what turns it to all its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from uuid import UUID

from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.listing import listed
from kitadesk.queries.matrix import cohort_ids
from kitadesk.queries.year_plan import plan_rows
from kitadesk.services.desk import Desk
from kitadesk.services.parsing import parse_text
from kitadesk.ui.assembly import Assembly
from kitadesk.ui.children.move_dialog import LeaveDialog
from kitadesk.ui.children.new_child import NewChildDialog
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.main_window import TITLES, MainWindow
from kitadesk.ui.papers.panel import PaperPanel
from kitadesk.ui.settings.dialog import SettingsDialog
from kitadesk.ui.start.first_paper import CARDS
from kitadesk.ui.start.start_page import StartPage, Step
from kitadesk.ui.takeover.children import ChildrenList
from kitadesk.ui.takeover.dialog import TakeoverDialog
from kitadesk.ui.takeover_contacts.contacts import ContactsList
from kitadesk.ui.takeover_contacts.dialog import ContactTakeoverDialog
from tests.support.all_dialogs import DIALOGS
from tests.support.open_screen import OpenScreen, end, open_context, shown

LIST = "Name, Vorname\tGruppe\tGeburtsdatum\nMuster, Mia\tFrösche\t3.4.2021\nMuster, Jo\tBären\t"
CONTACTS = "Einrichtung\tName\tTelefon\nHort\tMuster, Jo\t037207 5551\n\tKluge, Tino\t5552"
KINDS = {
    SubjectKind.EVENT: "events",
    SubjectKind.GROUP: "groups",
    SubjectKind.COHORT: "cohorts",
    SubjectKind.CHILD: "children",
    SubjectKind.FAMILY: "families",
    SubjectKind.INSTITUTION: "institutions",
    SubjectKind.PERSON: "persons",
    SubjectKind.BODY: "bodies",
}


@contextmanager
def main_window(desk: Desk) -> Iterator[OpenScreen]:
    """Open the window with all four tabs."""
    window = MainWindow()
    jobs = Jobs(window)
    window.resize(1600, 1000)
    window.finish_look()
    assembly = Assembly(window, desk, jobs)
    assembly.make_all_tabs()
    events = desk.read(listed, "events", desk.clock.today())
    pages: list[Callable[[], object]] = [
        partial(assembly.navigate, "event", row.id) for row in events
    ]
    for number in range(len(TITLES)):
        tab = window.tab(number)
        pages.append(partial(window.show_tab, number))
        pages += [page.show for page in (tab.pages() if tab is not None else ())]
    pages += [partial(assembly.navigate, "measure", key) for key in first_measures(desk)]
    window.show()
    yield OpenScreen(window, pages)
    assembly.close()
    jobs.shutdown()
    end(window)


def first_measures(desk: Desk) -> list[UUID]:
    """Return the first measure of each entry year, for the card of a measure."""
    years = desk.look(cohort_ids).values()
    return [
        rows[0].id for year in years if (rows := desk.read(plan_rows, year, desk.clock.today()))
    ]


@contextmanager
def start_page(desk: Desk) -> Iterator[OpenScreen]:
    """Open the first minutes: every step, and every card of the first paper."""
    with open_context(desk) as context:
        page = StartPage(context)
        cards = [partial(page.sheet.show_card, card) for card in CARDS]
        yield OpenScreen(shown(page), [*(partial(page.show_step, step) for step in Step), *cards])


@contextmanager
def new_child(desk: Desk) -> Iterator[OpenScreen]:
    """Open the form of a new child."""
    with open_context(desk) as context:
        yield OpenScreen(shown(NewChildDialog(context)), ())


@contextmanager
def child_leaves(desk: Desk) -> Iterator[OpenScreen]:
    """Ask when the first child of the list goes."""
    first = desk.read(listed, "children", desk.clock.today())[0].id
    with open_context(desk) as context:
        yield OpenScreen(shown(LeaveDialog(context, first)), ())


@contextmanager
def takeover(desk: Desk) -> Iterator[OpenScreen]:
    """Open *Liste übernehmen*: the source, every look at a list, the end."""
    with open_context(desk) as context:
        dialog = TakeoverDialog(context)
        sheet = parse_text(LIST)
        pages = [partial(dialog.review.set_reading, ChildrenList().read(desk, sheet), is_new=True)]
        yield OpenScreen(shown(dialog), [*pages, partial(dialog.done_page.say, "Fertig", "")])


@contextmanager
def takeover_of_contacts(desk: Desk) -> Iterator[OpenScreen]:
    """Open *Kontakte übernehmen*: the source, every look at a list, the end."""
    with open_context(desk) as context:
        dialog = ContactTakeoverDialog(context)
        sheet = parse_text(CONTACTS)
        reading = ContactsList().read(desk, sheet)
        pages = [partial(dialog.review.set_reading, reading, is_new=True)]
        yield OpenScreen(shown(dialog), [*pages, partial(dialog.done_page.say, "Fertig", "")])


@contextmanager
def settings(desk: Desk) -> Iterator[OpenScreen]:
    """Open the settings; all pages are there from the beginning."""
    with open_context(desk) as context:
        dialog = SettingsDialog(context)
        yield OpenScreen(shown(dialog), [])


@contextmanager
def paper_panel(kind: SubjectKind, desk: Desk) -> Iterator[OpenScreen]:
    """Open the paper at the right for the first record of a kind; its pages are the papers."""
    with open_context(desk) as context:
        panel = PaperPanel(context, kind, context.window)
        panel.show_subject(desk.read(listed, KINDS[kind], desk.clock.today())[0].id)
        papers = [partial(panel.choose, paper_id) for paper_id, _title in panel.papers()]
        yield OpenScreen(shown(panel), papers)


SCREENS: dict[str, Callable[[Desk], AbstractContextManager[OpenScreen]]] = {
    "window": main_window,
    "start": start_page,
    "takeover": takeover,
    "takeover of contacts": takeover_of_contacts,
    "settings": settings,
    "child new": new_child,
    "child leaves": child_leaves,
    **DIALOGS,
    **{f"paper for {kind.value}": partial(paper_panel, kind) for kind in KINDS},
}
"""Name of a screen and how it is opened over the invented town."""
