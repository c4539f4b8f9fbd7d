"""What a picture of a tab does not show: dialogs, papers beside a list, messages, the first start.

A scene opens something over the window and leaves it open; `Stage.end` puts the window back. A
scene that finds no record for itself in the file answers False and gets no picture.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.events import event
from kitadesk.queries.matrix import cohort_ids
from kitadesk.queries.year_plan import plan_rows
from kitadesk.services.printing import PrintRequest
from kitadesk.ui.actions import keys_overview
from kitadesk.ui.children.child_card import ChildDialog
from kitadesk.ui.children.move_dialog import GroupDialog, LeaveDialog
from kitadesk.ui.children.new_child import NewChildDialog
from kitadesk.ui.kit.crash import CrashWindow, report_of
from kitadesk.ui.kit.dialogs import Choice, door
from kitadesk.ui.kit.filtering import FilterField
from kitadesk.ui.kit.keys_sheet import KeysSheet
from kitadesk.ui.notes.note_sheet import NoteSheet
from kitadesk.ui.papers.dialog import PaperDialog
from kitadesk.ui.papers.folder_dialog import FolderDialog
from kitadesk.ui.papers.mail_dialog import MailDialog
from kitadesk.ui.papers.print_again import SheetDialog
from kitadesk.ui.picture_stage import (
    CONTACTS,
    EVENTS,
    TODAY,
    TRANSITION,
    Scene,
    Stage,
)
from kitadesk.ui.settings.dialog import SettingsDialog
from kitadesk.ui.settings.paper_texts_dialog import PaperTextsDialog
from kitadesk.ui.start.first_paper import CARDS, PaperCard
from kitadesk.ui.start.start_page import StartPage, Step
from kitadesk.ui.tabs.events.cancel_dialog import CancelDialog
from kitadesk.ui.tabs.events.postpone_dialog import PostponeDialog
from kitadesk.ui.tabs.events.series_dialog import SeriesDialog
from kitadesk.ui.tabs.events.text_dialog import TextDialog
from kitadesk.ui.takeover.dialog import TakeoverDialog
from kitadesk.ui.takeover_contacts.dialog import ContactTakeoverDialog

EVENINGS = (EventKind.TOPIC_EVENING, EventKind.PARENT_EVENING, EventKind.PARENTS_ASSEMBLY)
SETTINGS = (
    "house", "letterhead", "words", "texts", "groups", "rooms", "printers", "print_log", "view",
    "about",
)  # fmt: skip
NOTE = "Kowalenko bringt Zettel Mo"
LIST = (
    "Name, Vorname\tGruppe\tGeburtsdatum\tTelefon\n"
    "Muster, Mia\tFrösche\t3.4.2021\t037207 5551\n"
    "Muster, Jonas\tBären\t31.12.2022\t037207 5551\n"
    "Muster, Ole\tIgel\t30.2.2023\t\n"
    "Kluge, Fritz\tFrösche\t2.2.2022\t037207 5553\n"
    "Sommer, Ida\tIgel\t5.5.2023\t037207 5553\n"
)
CONTACTS_LIST = (
    "Einrichtung\tName\tFunktion\tTelefon\n"
    "Hort an der Grundschule\tMuster, Jo\tLeitung\t037207 5551\n"
    "\tKluge, Tino\tElternvertretung\t037207 5552\n"
)
SHEETS = 82
"""Sheets of a run that is printed again; any number will do."""


def start_scenes() -> list[Scene]:
    """Return the steps of the first minutes."""
    steps = [Scene(f"start-{step.value}", partial(_start, step)) for step in Step]
    cards = [Scene(f"start-papier-{card.paper_id}", partial(_first_paper, card)) for card in CARDS]
    return [*steps[:-1], *cards]


def all_scenes() -> list[Scene]:
    """Return everything there is to see beside the pages of the tabs."""
    return [
        *_tab_scenes(),
        *_child_scenes(),
        *_event_scenes(),
        *_list_scenes(),
        *_message_scenes(),
        *(Scene(f"einstellungen-{page}", partial(_settings, page)) for page in SETTINGS),
        *start_scenes(),
    ]


def _tab_scenes() -> list[Scene]:
    return [
        Scene("heute-papier", partial(_paper, TODAY)),
        Scene("heute-menue", _institution_menu),
        Scene("uebergang-papier", partial(_paper, TRANSITION)),
        Scene("uebergang-filter-leer", _empty_filter),
        Scene("uebergang-massnahme", _measure),
        Scene("uebergang-einwilligung", partial(_record, "consents", "children")),
        Scene("kontakte-person", partial(_record, "person", "persons")),
        Scene("kontakte-einrichtung", partial(_record, "institution", "institutions")),
        Scene("kontakte-neu", partial(_click, CONTACTS, "newContact")),
        Scene("kontakte-drucken", partial(_click, CONTACTS, "printContacts")),
        Scene("suche", _search),
        Scene("notiz", _note),
        Scene("tasten", lambda stage: KeysSheet(keys_overview(), stage.window).open()),
        Scene("verdeckt", lambda stage: stage.window.top.lock.click()),
    ]


def _child_scenes() -> list[Scene]:
    return [
        Scene("kind", _of_child(lambda stage, child: ChildDialog(stage.context, child))),
        Scene("kind-neu", _of_child(lambda stage, _child: NewChildDialog(stage.context))),
        Scene("kind-geht", _of_child(lambda stage, child: LeaveDialog(stage.context, child))),
        Scene("kind-gruppe", _of_child(lambda stage, child: GroupDialog(stage.context, [child]))),
        Scene("kind-drucken", _of_child(_child_papers)),
    ]


def _event_scenes() -> list[Scene]:
    return [
        Scene("abend", partial(_event, EVENINGS, "plan")),
        Scene("abend-rueckmeldungen", partial(_event, EVENINGS, "rueckmeldungen")),
        Scene("abend-danach", partial(_event, EVENINGS, "danach", is_over=True)),
        Scene("abend-neu", _empty_event),
        Scene("elternbrief", partial(_event, (EventKind.LETTER,), "plan")),
        Scene("elternbrief-antworten", partial(_event, (EventKind.LETTER,), "rueckmeldungen")),
        Scene("schliesstag", partial(_event, (EventKind.CLOSING_DAY,), "plan")),
        Scene("verschieben", _of_evening(_postpone)),
        Scene("absagen", _of_evening(_cancel)),
        Scene("reihe", _of_evening(_series)),
        Scene(
            "als-text", _of_evening(lambda one, evening: TextDialog(one.desk, evening, one.window))
        ),
        Scene("abendmappe", _of_evening(_folder)),
        Scene("per-e-mail", _of_evening(_mail)),
        Scene("nachdrucken", _of_evening(lambda one, _evening: SheetDialog(SHEETS, one.window))),
        Scene("texte-eines-papiers", _of_evening(_paper_texts)),
        Scene("seite-gross", partial(_event, EVENINGS, "plan"), lambda one: one.press("largePage")),
    ]


def _list_scenes() -> list[Scene]:
    return [
        Scene("liste", partial(_takeover, "")),
        Scene("liste-spalten", partial(_takeover, LIST)),
        Scene("liste-zeilen", partial(_takeover, LIST), partial(_turn_list, 1)),
        Scene("liste-geschwister", partial(_takeover, LIST), partial(_turn_list, 2)),
        Scene("liste-fertig", partial(_takeover, ""), _end_list),
        Scene("kontaktliste", partial(_contact_takeover, "")),
        Scene("kontaktliste-spalten", partial(_contact_takeover, CONTACTS_LIST)),
        Scene(
            "kontaktliste-zeilen", partial(_contact_takeover, CONTACTS_LIST), partial(_turn_list, 1)
        ),
    ]


def _message_scenes() -> list[Scene]:
    return [
        Scene("meldung", lambda stage: stage.window.notify("Ist schon gespeichert, 14:03")),
        Scene(
            "hinweis", lambda one: door().inform(one.window, "Kopiert", "41 Adressen für „Bcc“.")
        ),
        Scene("fehler", _error),
        Scene("frage", _question),
        Scene("frage-text", lambda one: door().ask_text(one.window, "Umbenennen", "Name", str)),
        Scene("absturz", _crash),
    ]


def _paper(number: int, stage: Stage) -> bool:
    stage.show(number)
    tab = stage.window.tab(number)
    choices = list(tab.print_menu()) if tab is not None else []
    if choices:
        choices[0].open()
    return bool(choices)


def _institution_menu(stage: Stage) -> None:
    stage.show(TODAY)
    menu = stage.window.top.menu
    button = stage.window.top.institution
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _empty_filter(stage: Stage) -> None:
    stage.show(TRANSITION, "kinder")
    for field in stage.window.findChildren(FilterField, "filter"):
        field.setText("niemand heißt so")


def _record(kind: str, listed_as: str, stage: Stage) -> bool:
    record = stage.first(listed_as)
    if record is not None:
        stage.assembly.navigate(kind, record)
    return record is not None


def _measure(stage: Stage) -> bool:
    for year in stage.desk.look(cohort_ids).values():
        rows = stage.desk.read(plan_rows, year, stage.desk.clock.today())
        if rows:
            stage.assembly.navigate("measure", rows[0].id)
            return True
    return False


def _click(number: int, name: str, stage: Stage) -> bool:
    stage.show(number)
    return stage.press(name)


def _event(kinds: tuple[EventKind, ...], page: str, stage: Stage, *, is_over: bool = False) -> bool:
    row = stage.event_of(kinds, is_over=is_over)
    if row is not None:
        stage.assembly.navigate("event", row.id)
        stage.show(EVENTS, page)
    return row is not None


def _empty_event(stage: Stage) -> None:
    stage.show(EVENTS)
    stage.assembly.navigate("new_event", None)


def _of_child(make: Callable[[Stage, UUID], QDialog]) -> Callable[[Stage], bool]:
    def play(stage: Stage) -> bool:
        child_id = stage.first("children")
        if child_id is not None:
            stage.show(TRANSITION, "alle-kinder")
            make(stage, child_id).open()
        return child_id is not None

    return play


def _child_papers(stage: Stage, child_id: UUID) -> QDialog:
    return PaperDialog(stage.context, SubjectKind.CHILD, child_id)


def _of_evening(make: Callable[[Stage, UUID], QDialog]) -> Callable[[Stage], bool]:
    def play(stage: Stage) -> bool:
        row = stage.event_of(EVENINGS, is_over=False)
        if row is not None:
            stage.assembly.navigate("event", row.id)
            make(stage, row.id).open()
        return row is not None

    return play


def _postpone(stage: Stage, event_id: UUID) -> QDialog:
    return PostponeDialog(stage.desk, stage.desk.read(event, event_id), stage.window)


def _cancel(stage: Stage, event_id: UUID) -> QDialog:
    return CancelDialog(stage.desk, stage.desk.read(event, event_id), stage.window)


def _series(stage: Stage, event_id: UUID) -> QDialog:
    return SeriesDialog(stage.desk, stage.desk.read(event, event_id), stage.window)


def _folder(stage: Stage, event_id: UUID) -> QDialog:
    return FolderDialog(stage.context, event_id, stage.window)


def _mail(stage: Stage, event_id: UUID) -> QDialog:
    return MailDialog(stage.context, PrintRequest(paper_id="invitation", subject_id=event_id))


def _text(stage: Stage, event_id: UUID) -> QDialog:
    return TextDialog(stage.desk, event_id, stage.window)


def _paper_texts(stage: Stage, event_id: UUID) -> QDialog:
    request = PrintRequest(paper_id="invitation", subject_id=event_id)
    return PaperTextsDialog(stage.context, request, stage.window)


def _search(stage: Stage) -> None:
    stage.show(TODAY)
    field = stage.window.top.search
    field.setFocus()
    field.setText("ko")
    field.textEdited.emit("ko")


def _note(stage: Stage) -> None:
    stage.show(EVENTS)
    sheet = NoteSheet(stage.context)
    sheet.open()
    sheet.note.field.setText(NOTE)
    sheet.note.field.textEdited.emit(NOTE)


def _settings(page: str, stage: Stage) -> None:
    stage.show(TODAY)
    SettingsDialog(stage.context, page=page).open()


def _takeover(text: str, stage: Stage) -> None:
    stage.show(TRANSITION)
    dialog = TakeoverDialog(stage.context)
    dialog.open()
    if text:
        dialog.read_text(text)


def _contact_takeover(text: str, stage: Stage) -> None:
    stage.show(CONTACTS)
    dialog = ContactTakeoverDialog(stage.context)
    dialog.open()
    if text:
        dialog.read_text(text)


def _turn_list(page: int, stage: Stage) -> None:
    top = stage.top()
    if isinstance(top, TakeoverDialog | ContactTakeoverDialog):
        top.review.segments.set_current(page)


def _end_list(stage: Stage) -> None:
    top = stage.top()
    if isinstance(top, TakeoverDialog):
        top.show_end("92 Kinder übernommen", "78 Familien, 4 Gruppen.")


def _error(stage: Stage) -> None:
    door().error(stage.window, UserError("file_not_writable", name="Einladung.pdf"), stage.end)


def _question(stage: Stage) -> None:
    choices = (Choice("Übernehmen", is_main=True), Choice("Verwerfen"), Choice("Abbrechen"))
    words = "Der 8. April 2027 ist ein Donnerstag, eingegeben ist „Mi“."
    door().ask(stage.window, "Passt der Wochentag?", words, choices)


def _crash(stage: Stage) -> None:
    window = CrashWindow(report_of(ValueError()))
    window.setParent(stage.window, window.windowFlags())  # Nobody else keeps it here.
    window.open()


def _start(step: Step, stage: Stage) -> None:
    page = StartPage(stage.context)
    stage.window.show_instead(page)
    page.show_step(step)


def _first_paper(card: PaperCard, stage: Stage) -> None:
    page = StartPage(stage.context)
    stage.window.show_instead(page)
    page.sheet.show_card(card)
    page.show_step(Step.SHEET)
