"""What can be done with the lists of Kontakte: take over, hand out, print, found a body."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kitadesk.base.errors import UserError
from kitadesk.domain.bodies import BodyKind, body_kind_in_words
from kitadesk.domain.people import Visibility
from kitadesk.domain.visibility import AUDIENCE_WORDS
from kitadesk.queries.house import own_house
from kitadesk.services.bodies import BodyInput, add_body
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialogs import FileKind
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import FlowLayout, QuietButton

_KINDS = (
    FileKind("Excel-Liste", ("xlsx",)),
    FileKind("Liste mit Semikolon", ("csv",)),
    FileKind("Visitenkarten", ("vcf",)),
)


class ContactTools(QWidget):
    """Buttons for the foot of the tab; `show_body` tells which body is looked at, if any.

    `body_wanted` carries a body whose card somebody wants to see. The dialogs behind the buttons
    are imported when they are opened.
    """

    body_wanted = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contactTools")
        self._context = context
        self._body_id: UUID | None = None
        self._audience = Visibility.INTERNAL
        flow = FlowLayout(self, spacing=theme.current().px(8))
        self.body_button = QuietButton("Gremium bearbeiten", self, name="editBody")
        self.body_button.setToolTip("Die Karte des Gremiums zeigen: Plätze, Amtszeiten, Aufgabe")
        self.take_button = QuietButton("Liste übernehmen …", self, name="takeContacts")
        self.export_button = QuietButton("Herausgeben", self, name="exportContacts")
        self.print_button = QuietButton("Drucken …", self, name="printContacts")
        for button, slot in (
            (self.body_button, self.open_body),
            (self.take_button, self.take_list),
            (self.print_button, self.print_list),
        ):
            button.clicked.connect(slot)
        self.export_button.setMenu(self._build_menu())
        self.copy_button = QuietButton("Adressen kopieren", self, name="copyAddresses")
        self.copy_button.setToolTip(
            "E-Mail-Adressen dieser Liste, oder der markierten Zeilen, für das Feld BCC"
        )
        for button in (
            self.body_button,
            self.take_button,
            self.copy_button,
            self.export_button,
            self.print_button,
        ):
            flow.addWidget(button)
        self.show_body(None)

    def show_body(self, body_id: UUID | None, *, is_empty: bool = False) -> None:
        """Offer to edit this body; None offers to take over a list, unless an empty page does."""
        self._body_id = body_id
        self.body_button.setVisible(body_id is not None)
        self.take_button.setVisible(body_id is None and not is_empty)

    @Slot()
    def open_body(self) -> None:
        """Show the card of the body."""
        if self._body_id is not None:
            self.body_wanted.emit(self._body_id)

    @Slot()
    def found_body(self) -> None:
        """Ask for a name; a body exists only after it has one."""
        door = self._context.dialogs
        door.ask_text(self, "Neues Gremium", "Name", self._found)

    @Slot()
    def take_list(self) -> None:
        """Open *Kontakte übernehmen*."""
        from kitadesk.ui.takeover_contacts.dialog import (  # noqa: PLC0415 - on demand
            ContactTakeoverDialog,
        )

        ContactTakeoverDialog(self._context, self).open()

    @Slot()
    def print_list(self) -> None:
        """Open the papers of the body, or of the whole address book."""
        from kitadesk.handouts.spec import SubjectKind  # noqa: PLC0415 - on demand
        from kitadesk.ui.papers.dialog import PaperDialog  # noqa: PLC0415 - on demand

        house = self._context.desk.read(own_house)
        if self._body_id is not None:
            open_body_papers(self._context, self._body_id, self)
        elif house is not None:
            PaperDialog(self._context, SubjectKind.HOUSE, house.id, self).open()

    def open_paper(self, paper_id: str) -> bool:
        """Open a paper of the whole address book; False if it is none."""
        from kitadesk.handouts.spec import SubjectKind  # noqa: PLC0415 - on demand
        from kitadesk.ui.papers.dialog import PaperDialog  # noqa: PLC0415 - on demand

        house = self._context.desk.read(own_house)
        if house is None or paper_id not in dict(self.papers()):
            return False
        dialog = PaperDialog(self._context, SubjectKind.HOUSE, house.id, self)
        dialog.panel.choose(paper_id)
        dialog.open()
        return True

    def papers(self) -> list[tuple[str, str]]:
        """Return id and title of the papers of the address book, the last used first."""
        from kitadesk.handouts.spec import Area  # noqa: PLC0415 - on demand
        from kitadesk.services.printing import papers_for  # noqa: PLC0415 - on demand

        fitting = papers_for(self._context.desk, area=Area.CONTACTS)
        return [(paper.id, paper.title) for paper in fitting]

    def export_for(self, audience: Visibility) -> None:
        """Ask for a file, and write what these readers may see."""
        self._audience = audience
        door = self._context.dialogs
        door.save_file(self, "Kontakte herausgeben", "Kontakte.xlsx", _KINDS, self._on_path)

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        for audience in Visibility:
            action = QAction(f"Kontakte, {AUDIENCE_WORDS[audience]} …", menu)
            action.triggered.connect(weak_slot(self.export_for, audience))
            menu.addAction(action)
        return menu

    def _found(self, name: str) -> None:
        kind = body_kind_in_words(name) if name else BodyKind.OTHER
        try:
            body_id = add_body(self._context.desk, BodyInput(kind, name))
        except UserError as error:
            self._context.dialogs.error(self, error)
            return
        self.body_wanted.emit(body_id)

    def _on_path(self, path: Path) -> None:
        work = _Export(self._context.desk, path, self._audience)
        self._context.jobs.work(
            work, title="Kontakte herausgeben", done=self._on_exported, failed=self._on_failed
        )

    def _on_exported(self, path: Path) -> None:
        self._context.notify(f"Gesichert: {path.name}")

    def _on_failed(self, error: UserError) -> None:
        self._context.dialogs.error(self, error)


def open_body_papers(context: AppContext, body_id: UUID, parent: QWidget) -> None:
    """Open the papers of a body."""
    from kitadesk.handouts.spec import SubjectKind  # noqa: PLC0415 - on demand
    from kitadesk.ui.papers.dialog import PaperDialog  # noqa: PLC0415 - on demand

    PaperDialog(context, SubjectKind.BODY, body_id, parent).open()


class _Export:
    """The job: holds the desk, no widget."""

    def __init__(self, desk: Desk, path: Path, audience: Visibility) -> None:
        self._desk = desk
        self._path = path
        self._audience = audience

    def __call__(self, control: JobControl) -> Path:
        from kitadesk.services.exporting_contacts import (  # noqa: PLC0415 - on demand
            export_contacts,
        )

        control.check()
        return export_contacts(self._desk, self._path, self._audience).path
