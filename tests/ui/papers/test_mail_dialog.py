"""*Per E-Mail*: the lists, the four ways out, and what is noted."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QListView, QMenu
from pytestqt.qtbot import QtBot

from kitadesk.domain.people import DeliveryWay
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.print_log import print_runs
from kitadesk.services.desk import Desk
from kitadesk.services.print_requests import PrintRequest, request_of
from kitadesk.ui.papers.mail_dialog import MailDialog
from kitadesk.ui.papers.panel import PaperPanel
from tests.support.factories import make_event, make_family, make_group, make_house
from tests.support.mail_families import add_address, set_delivery
from tests.support.qt_door import RecordingDoor, press_choice
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import Screen, child

COMMON, EACH = "Ein Entwurf für alle", "Einer je Haushalt"


class Mailer(QObject):
    """Stands for the mail program of the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.taken.append(bytes(url.toEncoded().data()).decode())


@pytest.fixture
def mailer(qapp: object) -> Iterator[Mailer]:
    taker = Mailer()
    QDesktopServices.setUrlHandler("mailto", taker, "take")
    yield taker
    QDesktopServices.unsetUrlHandler("mailto")


@pytest.fixture
def evening(desk: Desk) -> UUID:
    """One family wants mail, one has an address, one has none, one wants mail without."""
    make_house(desk)
    family = partial(make_family, desk, group=make_group(desk))
    wants = family("Ahrens", children=("Ida",)).household_id
    add_address(desk, wants, "ahrens@example.org")
    set_delivery(desk, wants, DeliveryWay.MAIL)
    add_address(desk, family("Şahin", children=("Elif",)).household_id, "sahin@example.org")
    family("Conrad", children=("Cem",))
    set_delivery(desk, family("Dorn", children=("Dana",)).household_id, DeliveryWay.MAIL)
    return make_event(desk)


@pytest.fixture
def dialog(qtbot: QtBot, screen: Screen, evening: UUID) -> MailDialog:
    shown = MailDialog(screen.context(), PrintRequest("invitation", evening))
    qtbot.addWidget(shown)
    shown.open()
    qtbot.waitUntil(lambda: "Mail" in shown.sums.text())
    return shown


def shown_in(dialog: MailDialog, name: str) -> list[str]:
    model = child(dialog, QListView, name).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def ways(desk: Desk) -> list[str]:
    return [run.way for run in desk.read(print_runs)]


def test_the_run_is_shown_with_its_sums_and_names(dialog: MailDialog) -> None:
    assert (
        dialog.title.full_text() == "Einladung Elternabend der Frösche · Do 8. April 2027, 19 Uhr"
    )
    assert dialog.sums.text() == "1 Mail · 2 Druck · 1 ohne Adresse"
    assert shown_in(dialog, "mailList") == ["Ahrens, Ida · Frösche"]
    assert shown_in(dialog, "paperList") == ["Conrad, Cem · Frösche", "Şahin, Elif · Frösche"]
    assert shown_in(dialog, "withoutList") == ["Dorn, Dana · Frösche\n– keine E-Mail-Adresse"]
    dialog.grab()


def test_everybody_with_an_address_can_be_written_to(dialog: MailDialog) -> None:
    dialog.wish.set_current(1)
    assert dialog.sums.text() == "2 Mail · 1 Druck · 1 ohne Adresse"
    assert shown_in(dialog, "paperList") == ["Conrad, Cem · Frösche"]


def test_addresses_are_copied_for_the_field_bcc(dialog: MailDialog, desk: Desk) -> None:
    dialog.wish.set_current(1)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "ahrens@example.org; sahin@example.org"
    assert dialog.said.text() == "2 Adressen kopiert, für das Feld „Bcc“."
    assert ways(desk) == ["mail"]


@pytest.mark.parametrize(("program", "between"), [(0, ";"), (1, ",")])
def test_the_mail_program_gets_the_addresses_as_it_reads_them(
    dialog: MailDialog, mailer: Mailer, desk: Desk, program: int, between: str
) -> None:
    dialog.wish.set_current(1)
    dialog.separator.set_current(program)
    assert dialog.open_button.accessibleName() == "Im Mailprogramm öffnen (1 Mail)"
    dialog.open_button.click()
    (link,) = mailer.taken
    query = parse_qs(urlsplit(link).query)
    assert query["bcc"] == [between.join(("ahrens@example.org", "sahin@example.org"))]
    assert query["subject"] == [dialog.title.full_text()]
    assert "Liebe Eltern," in query["body"][0]
    assert ways(desk) == ["mail"]


def test_the_same_letters_are_noted_once_however_often_they_are_handed_over(
    dialog: MailDialog, mailer: Mailer, desk: Desk
) -> None:
    dialog.copy_button.click()
    dialog.open_button.click()
    dialog.copy_button.click()
    assert ways(desk) == ["mail"]
    dialog.wish.set_current(1)
    dialog.copy_button.click()
    newest, older = (request_of(run) for run in desk.read(print_runs))
    assert newest.households is not None
    assert older.households is not None
    assert (len(newest.households), len(older.households)) == (2, 1)


def test_one_draft_for_all_is_written_where_the_person_says(
    qtbot: QtBot, dialog: MailDialog, door: RecordingDoor, desk: Desk, tmp_path: Path
) -> None:
    door.path = tmp_path / "Einladung.eml"
    dialog.wish.set_current(1)
    dialog.draft_button.click()
    press_choice(door.expect(), COMMON)
    qtbot.waitUntil(lambda: ways(desk) == ["mail"])
    message = message_from_bytes(door.path.read_bytes(), policy=default)
    assert [one.addr_spec for one in message["Bcc"].addresses] == [
        "ahrens@example.org",
        "sahin@example.org",
    ]
    assert dialog.said.text() == "Gesichert: Einladung.eml"
    door.expect()


def test_each_household_gets_a_draft_in_a_new_folder(
    qtbot: QtBot, dialog: MailDialog, door: RecordingDoor, desk: Desk, tmp_path: Path
) -> None:
    door.path = tmp_path / "Dokumente"
    door.path.mkdir()
    dialog.wish.set_current(1)
    dialog.draft_button.click()
    press_choice(door.expect(), EACH)
    qtbot.waitUntil(lambda: ways(desk) == ["mail"])
    door.expect()
    (folder,) = door.path.iterdir()
    assert sorted(path.name for path in folder.iterdir()) == [
        "1 Ahrens, Ida · Frösche.eml",
        "2 Şahin, Elif · Frösche.eml",
    ]
    qtbot.waitUntil(lambda: dialog.said.text().startswith("2 Entwürfe gesichert im Ordner"))


def test_giving_up_the_folder_notes_nothing(
    dialog: MailDialog, door: RecordingDoor, desk: Desk
) -> None:
    dialog.draft_button.click()
    press_choice(door.expect(), EACH)
    door.expect()
    assert ways(desk) == []


def test_only_the_rest_is_printed(
    qtbot: QtBot, dialog: MailDialog, screen: Screen, desk: Desk
) -> None:
    dialog.print_button.click()
    qtbot.waitUntil(lambda: len(screen.printed) == 1)
    assert names_in(screen.printed[0][0]) == {"Cem", "Elif"}
    assert ways(desk) == ["printer"]


def test_by_a_tick_those_without_an_address_are_printed_too(
    qtbot: QtBot, dialog: MailDialog, screen: Screen
) -> None:
    dialog.unreached.click()
    dialog.print_button.click()
    qtbot.waitUntil(lambda: len(screen.printed) == 1)
    assert names_in(screen.printed[0][0]) == {"Cem", "Dana", "Elif"}


def names_in(pdf: bytes) -> set[str]:
    pages = pypdfium2.PdfDocument(pdf)
    words = " ".join(page.get_textpage().get_text_range() for page in pages).replace(",", " ")
    return {"Ida", "Elif", "Cem", "Dana"} & set(words.split())


def test_what_nobody_needs_cannot_be_pressed(qtbot: QtBot, screen: Screen, desk: Desk) -> None:
    make_house(desk)
    family = make_family(desk, "Ott", group=make_group(desk))
    shown = MailDialog(screen.context(), PrintRequest("invitation", make_event(desk)))
    qtbot.addWidget(shown)
    qtbot.waitUntil(lambda: "Druck" in shown.sums.text())
    for button in (shown.copy_button, shown.open_button, shown.draft_button):
        assert not button.isEnabled()
    assert shown.print_button.isEnabled()
    assert shown.unreached.isHidden()
    assert family.household_id


def test_a_run_without_families_says_so(qtbot: QtBot, screen: Screen, desk: Desk) -> None:
    make_house(desk)
    shown = MailDialog(screen.context(), PrintRequest("invitation", make_event(desk)))
    qtbot.addWidget(shown)
    qtbot.waitUntil(lambda: "niemand eine E-Mail" in shown.sums.text())
    assert not shown.print_button.isEnabled()


def test_the_dialog_is_freed_when_it_closes(qtbot: QtBot, screen: Screen, evening: UUID) -> None:
    context = screen.context()
    assert freed_on_close(lambda: MailDialog(context, PrintRequest("invitation", evening)))


def test_the_menu_of_a_letter_offers_mail_and_opens_it(
    qtbot: QtBot, screen: Screen, evening: UUID
) -> None:
    panel = PaperPanel(screen.context(), SubjectKind.EVENT)
    qtbot.addWidget(panel)
    panel.show_subject(evening)
    menu = child(panel, QMenu, "paperMoreMenu")
    menu.aboutToShow.emit()
    entry = next(one for one in menu.actions() if one.objectName() == "mailRun")
    entry.trigger()
    dialog = child(panel.window(), MailDialog, "mailDialog")
    qtbot.waitUntil(lambda: dialog.sums.text() == "1 Mail · 2 Druck · 1 ohne Adresse")


def test_a_list_is_not_offered_by_mail(qtbot: QtBot, screen: Screen, evening: UUID) -> None:
    panel = PaperPanel(screen.context(), SubjectKind.EVENT)
    qtbot.addWidget(panel)
    panel.show_subject(evening)
    panel.choose("attendance_list")
    menu = child(panel, QMenu, "paperMoreMenu")
    menu.aboutToShow.emit()
    assert "mailRun" not in [one.objectName() for one in menu.actions()]


def test_an_empty_list_of_mails_says_who_could_be_reached(
    qtbot: QtBot, screen: Screen, desk: Desk
) -> None:
    make_house(desk)
    family = make_family(desk, "Şahin", children=("Elif",), group=make_group(desk))
    add_address(desk, family.household_id, "sahin@example.org")
    shown = MailDialog(screen.context(), PrintRequest("invitation", make_event(desk)))
    qtbot.addWidget(shown)
    shown.open()
    qtbot.waitUntil(shown.nobody.isVisible)
    assert "1 Haushalt hat eine Adresse" in shown.nobody.text()
    shown.wish.set_current(1)
    qtbot.waitUntil(lambda: not shown.nobody.isVisible())
