"""*Per E-Mail*: who of a run gets mail, its addresses and drafts, and the rest on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.files import atomic_write
from kitadesk.base.text import plural
from kitadesk.domain.mailing import (
    MailWish,
    Separator,
    Split,
    addresses_of,
    copied_addresses,
    split_run,
)
from kitadesk.services.mail_drafts import SUFFIX, Draft
from kitadesk.services.mailing import MAIL, MailRun, mailed, paper_request
from kitadesk.services.printing import Printed, PrintRequest, log_print
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.dialogs import Choice, FileKind
from kitadesk.ui.kit.widgets import (
    ElidedLabel,
    FlowLayout,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    TickBox,
)
from kitadesk.ui.papers.mail_jobs import CommonDraftJob, HouseholdDraftsJob, ReadJob, Written
from kitadesk.ui.papers.mail_lists import MailLists
from kitadesk.ui.papers.paper_jobs import PrintJob
from kitadesk.ui.papers.print_note import PrintNote

WISHES = (MailWish.AS_ASKED, MailWish.WHEREVER_POSSIBLE)
SEPARATORS = (Separator.OUTLOOK, Separator.STANDARD)
BCC = (
    "Alle Adressen gehören in das Feld „Bcc“, die Blindkopie: So sieht keine Familie die Adresse "
    "einer anderen. KitaDesk verschickt nichts selbst. Der Brief hängt nur an den Entwürfen."
)
DRAFTS = (
    "Ein Entwurf für alle: der Brief ohne Namen hängt an, alle Adressen stehen in „Bcc“.\n\n"
    "Einer je Haushalt: jeder bekommt den eigenen Brief mit der Nummer des eigenen Abschnitts."
)
_SIZE = (1020, 640)
_KIND = FileKind("E-Mail-Entwurf", (SUFFIX.removeprefix("."),))


class MailDialog(QDialog):
    """Open with `open()`; reads the run in a job and changes nothing but the print log."""

    def __init__(
        self, context: AppContext, request: PrintRequest, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent if parent is not None else context.window)
        self.setObjectName("mailDialog")
        self.setWindowTitle("Per E-Mail")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._request = request
        self._run: MailRun | None = None
        self._split = Split()
        self._rest: PrintRequest | None = None
        self._draft: Draft | None = None
        self._noted: PrintRequest | None = None
        self._saving, self._printing = QObject(self), QObject(self)
        self._build()
        fit_dialog(self, *_SIZE)
        job = ReadJob(context.desk, request)
        context.jobs.render(self, job, done=self._on_read, failed=self._on_unread)

    def _build(self) -> None:
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(20), now.px(16), now.px(20), now.px(16))
        column.setSpacing(now.px(10))
        self.title = ElidedLabel("", self, kind="heading")
        self.sums = PlainLabel("Wird gelesen …", self, kind="strong", wrap=True)
        self.nobody = PlainLabel("", self, wrap=True)
        self.nobody.hide()
        self.lists = MailLists(self)
        self.said = PlainLabel("", self, kind="muted", wrap=True)
        column.addWidget(self.title)
        column.addLayout(self._build_switches())
        column.addWidget(self.sums)
        column.addWidget(self.nobody)
        column.addWidget(self.lists, 1)
        column.addWidget(PlainLabel(BCC, self, kind="muted", wrap=True))
        column.addLayout(self._build_deeds())
        column.addLayout(self._build_foot())
        self._show_split()

    def _build_switches(self) -> FlowLayout:
        flow = FlowLayout(spacing=theme.current().px(16))
        self.wish = SegmentedControl(("Wer es möchte", "Alle mit Adresse"), self)
        self.wish.setObjectName("mailWish")
        self.wish.setAccessibleName("Wer E-Mail bekommt")
        self.separator = SegmentedControl(("Outlook", "Anderes Mailprogramm"), self)
        self.separator.setObjectName("mailSeparator")
        self.separator.setAccessibleName("Mailprogramm")
        self.separator.setToolTip("Was zwischen den Adressen steht: Semikolon oder Komma")
        self.wish.changed.connect(self._show_split)
        self.separator.changed.connect(self._show_split)
        for words, control in (("E-Mail bekommt:", self.wish), ("Geöffnet mit:", self.separator)):
            flow.addWidget(_beside(PlainLabel(words, self, kind="muted"), control))
        return flow

    def _build_deeds(self) -> FlowLayout:
        flow = FlowLayout(spacing=theme.current().px(8))
        self.copy_button = PrimaryButton("Adressen kopieren", self, name="copyMail")
        self.open_button = QuietButton("Im Mailprogramm öffnen", self, name="openMail")
        self.draft_button = QuietButton("Entwürfe sichern …", self, name="saveDrafts")
        self.print_button = QuietButton("Die übrigen drucken …", self, name="printRest")
        self.unreached = TickBox("auch die ohne Adresse", self, name="printUnreached")
        rest = _beside(self.print_button, self.unreached)
        self.copy_button.clicked.connect(self._on_copy)
        self.open_button.clicked.connect(self._on_open)
        self.draft_button.clicked.connect(self._on_drafts)
        self.print_button.clicked.connect(self._on_print)
        self.unreached.clicked.connect(self._show_split)
        for widget in (self.copy_button, self.open_button, self.draft_button, rest):
            flow.addWidget(widget)
        return flow

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.close_button = QuietButton("Schließen", self, name="closeMail")
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.said, 1)
        row.addWidget(self.close_button)
        return row

    @Slot(object)
    def _on_read(self, run: MailRun) -> None:
        self._run = run
        self.title.setText(run.subject)
        self._show_split()
        self.copy_button.setFocus()

    @Slot(object)
    def _on_unread(self, error: UserError) -> None:
        self.sums.setText(str(error))

    @Slot()
    def _show_split(self) -> None:
        """Part the run anew, and offer only what there is somebody for."""
        if self._run is not None:
            self._split = split_run(self._run.addressees, WISHES[self.wish.current()])
            self.sums.setText(self._split.words)
            self.nobody.setText(self._nobody_words())
            self.nobody.setVisible(bool(self.nobody.text()))
        self.lists.show_split(self._split)
        links = self._links()
        for button in (self.copy_button, self.open_button, self.draft_button):
            button.setEnabled(bool(links))
        mails = f" ({plural(len(links), 'Mail', 'Mails')})" if links else ""
        self.open_button.set_text(f"Im Mailprogramm öffnen{mails}")
        has_unreached = bool(self._split.without)
        self.unreached.setVisible(has_unreached)
        with_them = has_unreached and self.unreached.isChecked()
        self.print_button.setEnabled(bool(self._split.paper) or with_them)
        self.said.setText("")

    def _nobody_words(self) -> str:
        """Say why the list of mails is empty, and who could be reached all the same."""
        if self._run is None or self._split.mail:
            return ""
        possible = len(split_run(self._run.addressees, MailWish.WHEREVER_POSSIBLE).mail)
        if not possible:
            return "Zu keiner Familie ist eine E-Mail-Adresse eingetragen."
        number = plural(possible, "Haushalt hat", "Haushalte haben")
        return f"Niemand hat sich E-Mail gewünscht. {number} eine Adresse: „Alle mit Adresse“."

    def _links(self) -> tuple[str, ...]:
        if self._run is None or not self._split.mail:
            return ()
        return self._run.links(self._split, SEPARATORS[self.separator.current()])

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(copied_addresses(self._split.mail))
        count = len(addresses_of(self._split.mail))
        self._note()
        self._say(f"{plural(count, 'Adresse', 'Adressen')} kopiert, für das Feld „Bcc“.")

    @Slot()
    def _on_open(self) -> None:
        links = self._links()
        if not all(QDesktopServices.openUrl(QUrl.fromEncoded(link.encode())) for link in links):
            self._context.dialogs.error(self, UserError("mail_program_missing"))
            return
        self._note()
        self._say(f"{plural(len(links), 'Mail', 'Mails')} an das Mailprogramm gegeben.")

    @Slot()
    def _on_drafts(self) -> None:
        choices = (
            Choice("Ein Entwurf für alle", self._ask_common_file, is_main=True),
            Choice("Einer je Haushalt", self._ask_folder),
            Choice("Abbrechen"),
        )
        self._context.dialogs.ask(self, "Entwürfe sichern", DRAFTS, choices)

    def _ask_common_file(self) -> None:
        if self._run is not None:
            job = CommonDraftJob(self._context.desk, self._run.request, self._split)
            title = "Entwurf wird geschrieben"
            self._context.jobs.render(self._saving, job, title=title, done=self._on_common)

    @Slot(object)
    def _on_common(self, draft: Draft) -> None:
        self._draft = draft
        self._context.dialogs.save_file(
            self, "Entwurf sichern", draft.file_name, [_KIND], self._save_common
        )

    def _save_common(self, path: Path) -> None:
        if self._draft is None:
            return
        try:
            atomic_write(path, self._draft.data)
        except UserError as error:
            self._context.dialogs.error(self, error)
            return
        self._note()
        self._say(f"Gesichert: {path.name}")

    def _ask_folder(self) -> None:
        self._context.dialogs.open_folder(self, "Ordner für die Entwürfe", self._save_drafts)

    def _save_drafts(self, folder: Path) -> None:
        if self._run is not None:
            job = HouseholdDraftsJob(self._context.desk, self._run, self._split, folder)
            title = "Entwürfe werden geschrieben"
            self._context.jobs.render(self._saving, job, title=title, done=self._on_written)

    @Slot(object)
    def _on_written(self, written: Written) -> None:
        self._noted = written.request
        count = plural(written.count, "Entwurf", "Entwürfe")
        self._say(f"{count} gesichert im Ordner „{written.folder.name}“.")

    @Slot()
    def _on_print(self) -> None:
        with_unreached = bool(self._split.without) and self.unreached.isChecked()
        self._rest = paper_request(self._request, self._split, with_unreached=with_unreached)
        job = PrintJob(self._context.desk, self._rest)
        title = "Die übrigen Briefe werden vorbereitet"
        self._context.jobs.render(self._printing, job, title=title, done=self._on_ready)

    @Slot(object)
    def _on_ready(self, printed: Printed) -> None:
        if self._rest is not None:
            note = PrintNote(self._context.desk, self._rest, printed.sheets)
            self._context.print_pdf(printed.pdf, printed.title, note)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self._context.notify(text)

    def _note(self) -> None:
        """Note that these letters went by mail, once, however many ways were tried."""
        if self._run is None:
            return
        gone = mailed(self._run, self._split)
        if gone != self._noted:
            self._noted = gone
            log_print(self._context.desk, gone, 0, MAIL)


def _beside(first: QWidget, second: QWidget) -> QWidget:
    """Keep two widgets together where a line of them is wrapped."""
    pair = QWidget(first.parentWidget())
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.current().px(8))
    row.addWidget(first)
    row.addWidget(second)
    return pair
