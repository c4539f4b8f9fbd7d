"""The card of one child's consents: what was written down, and the form for the next entry."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.domain.consent import CHILD_KINDS, ConsentKind, ConsentState
from kitadesk.domain.consent_forms import FORM_KINDS
from kitadesk.domain.people import CustodyAnswer
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.children import schools
from kitadesk.queries.consents import (
    ConsentChildRow,
    CustodianRow,
    LedgerRow,
    consent_ledger,
    custodians,
)
from kitadesk.services.consents import ConsentInput, add_consent, add_signed_consent
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.forms import ChoiceField, DateField, TextField
from kitadesk.ui.kit.widgets import (
    LinkButton,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    SectionHeading,
    TickBox,
)
from kitadesk.ui.papers.dialog import PaperDialog
from kitadesk.ui.tabs.transition.consent_lines import ConsentLines

EVIDENCE = "Einträge sind Nachweise: Sie bleiben stehen, ein neuer Eintrag gilt statt des alten."
FORM = "consent_form_child"
_ANSWERS = (ConsentState.GIVEN, ConsentState.NO, ConsentState.REVOKED, ConsentState.OPEN)


class ConsentCard(ScrollPage):
    """Everything that was declared for one child, and the next declaration."""

    closed = Signal()
    entered = Signal(str)
    """What was written down: "Mia Müller, liegt vor"."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("consentCard")
        self._context = context
        self._desk = context.desk
        self._row: ConsentChildRow | None = None
        self._people: tuple[CustodianRow, ...] = ()
        self._ticks: list[TickBox] = []
        self.body.setContentsMargins(0, 0, theme.current().px(6), theme.current().px(12))
        self.heading = SectionHeading("", self)
        close = LinkButton("Schließen", self, name="consentClose")
        close.clicked.connect(self.closed)
        self.heading.add(close)
        self.body.addWidget(self.heading)
        self._build_form()
        self.ledger_heading = PlainLabel("Bisher eingetragen", self, kind="strong")
        self.ledger = PlainLabel("", self, wrap=True)
        for part in (self.ledger_heading, self.ledger):
            self.body.addWidget(part)
        self.body.addStretch(1)

    @property
    def child_id(self) -> UUID | None:
        """Return the child that is shown."""
        return None if self._row is None else self._row.child_id

    def show_child(self, row: ConsentChildRow) -> None:
        """Show a child; the form is emptied only when it is another one."""
        is_other = self.child_id != row.child_id
        self._row = row
        self.heading.label.setText(row.name)
        people = self._desk.read(custodians, row.child_id)
        if is_other or people != self._people:
            self._people = people
            self._show_people()
        if is_other:
            self.lines.offer_schools(self._desk.read(schools), row.school_id)
            self._empty_form()
        entries = self._desk.read(consent_ledger, row.child_id)
        self.ledger.setText("\n".join(_entry_words(entry) for entry in entries))
        self.ledger_heading.setVisible(bool(entries))

    def choose_kind(self, kind: ConsentKind) -> None:
        """Prepare the next entry for a purpose."""
        self._kind.set_value(kind)
        self._show_answer()

    def choose_school(self, school_id: UUID | None) -> None:
        """Choose the school that stands on the form; it may be another than the child's today."""
        self.lines.choose_school(school_id)

    def begun(self) -> str:
        """Return the name of a child whose entry was begun and not entered; empty if none was."""
        is_begun = any(tick.isChecked() for tick in self._ticks) or self._new_name.has_unsaved()
        return self._row.name if is_begun and self._row is not None and self.isVisible() else ""

    def begin(self) -> None:
        """Put the keyboard where a form that lies on the table is entered: on who signed."""
        first = self._ticks[0] if self._ticks and self._signers.isVisible() else self._enter
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a tick box enters the form; keys that nobody takes are the page's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        elif event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _build_form(self) -> None:
        today = self._desk.clock.today
        self._kind = ChoiceField(
            "Wozu", [(kind, kind.label) for kind in CHILD_KINDS], self, name="consentKind"
        )
        self._answer = ChoiceField(
            "Antwort", [(state, state.label) for state in _ANSWERS], self, name="consentAnswer"
        )
        self.lines = ConsentLines(self)
        self._signers = QWidget(self)
        column = QVBoxLayout(self._signers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._new_name = TextField(
            "Unterschrieben von", self, name="consentNewName", hint="Vorname Nachname"
        )
        self._day = DateField("Unterschrieben am", self, name="consentDay", today=today)
        self._place = TextField(
            "Wo liegt das Papier?", self, name="consentPlace", hint="z. B. Ordner Übergang"
        )
        self._enter = PrimaryButton("Eintragen", self, name="consentEnter")
        self._enter.clicked.connect(self._on_enter)
        self._print = QuietButton("Formular drucken …", self, name="consentPrint")
        self._print.setToolTip("Papiere zu diesem Kind, zuerst die Einwilligung mit ihrer Nummer")
        self._print.clicked.connect(self._on_print)
        self._kind.committed.connect(self._on_answer)
        self._answer.committed.connect(self._on_answer)
        for part in (
            self._kind, self._answer, self.lines, self._signers, self._new_name, self._day,
            self._place, self._enter, self._print,
            PlainLabel(EVIDENCE, self, kind="small", wrap=True),
        ):  # fmt: skip
            self.body.addWidget(part)

    def _show_people(self) -> None:
        layout = self._signers.layout()
        for tick in self._ticks:
            tick.hide()
            tick.deleteLater()
        self._ticks = []
        for number, person in enumerate(self._people):
            unclear = "" if person.has_custody is CustodyAnswer.YES else " (Sorgerecht ungeklärt)"
            tick = TickBox(
                f"{person.name} hat unterschrieben{unclear}", self._signers,
                name=f"consentSigner{number}",
            )  # fmt: skip
            self._ticks.append(tick)
            if layout is not None:
                layout.addWidget(tick)
        self._new_name.setVisible(not self._people)

    def _empty_form(self) -> None:
        self._kind.set_value(CHILD_KINDS[0])
        self._answer.set_value(ConsentState.GIVEN)
        self._day.set_value(self._desk.clock.today())
        self._new_name.set_value("")
        self.lines.reset()
        self._show_answer()

    def _show_answer(self) -> None:
        """Ask for lines, signatures and their day only where the answer has them."""
        self.lines.show_form(self._kind.value(), self._answer.value())
        is_given = self._answer.value() is ConsentState.GIVEN
        self._signers.setVisible(is_given and bool(self._people))
        self._new_name.setVisible(is_given and not self._people)
        is_revoked = self._answer.value() is ConsentState.REVOKED
        self._day.setVisible(is_given or is_revoked)
        self._day.caption.setText("Widerrufen am" if is_revoked else "Unterschrieben am")

    @Slot(object)
    def _on_answer(self, _chosen: ConsentState | ConsentKind) -> None:
        self._show_answer()

    @Slot()
    def _on_enter(self) -> None:
        fields = (self._new_name, self._day, self._place)
        if self._row is None or not all(field.commit() for field in fields):
            return
        try:
            self._add(self._row.child_id)
        except UserError as error:
            dialogs.door().error(self, error)
            return
        for tick in self._ticks:
            tick.setChecked(False)
        self.lines.reset()
        self._context.notify("Einwilligung eingetragen")
        self.entered.emit(f"{self._row.name}, {self._answer.value().label}")

    @Slot()
    def _on_print(self) -> None:
        """Offer the papers of this child, the form for the purpose that is chosen first."""
        if self._row is None:
            return
        papers = PaperDialog(self._context, SubjectKind.CHILD, self._row.child_id, self)
        kind: ConsentKind = self._kind.value()
        chosen = {"purpose": kind.value} if kind in FORM_KINDS else None
        papers.panel.choose(FORM, chosen)
        papers.open()

    def _add(self, child_id: UUID) -> None:
        day: date = self._day.value() or self._desk.clock.today()
        kind: ConsentKind = self._kind.value()
        state: ConsentState = self._answer.value()
        is_given = state is ConsentState.GIVEN
        typed = str(self._new_name.value() or "").split() if not self._people else []
        signers = self._signing() if is_given and not typed else []
        entered = ConsentInput(
            kind,
            state,
            child_id,
            recipient_id=self.lines.recipient() if is_given else None,
            scope=self.lines.scope(),
            paper_place=self._place.value() or "",
            signed=tuple((person, day) for person in signers),
            given_on=day,
        )
        if is_given and typed:
            add_signed_consent(self._desk, entered, typed[-1], " ".join(typed[:-1]), day)
        else:
            add_consent(self._desk, entered)

    def _signing(self) -> list[UUID]:
        """Return who has signed; raises UserError ``signature_missing`` when nobody has."""
        found = [
            person.person_id
            for person, tick in zip(self._people, self._ticks, strict=True)
            if tick.isChecked()
        ]
        if not found:
            raise UserError("signature_missing")
        return found


def _entry_words(entry: LedgerRow) -> str:
    """Return "Übergabe an die Schule: liegt vor, 11.09.2026 · nur mündlich · Anna Müller …"."""
    day = entry.revoked_on or entry.recorded_on
    parts = [f"{entry.kind.label}: {entry.state.label}, {numeric_date(day)}"]
    parts += [entry.scope] if entry.scope else []
    parts += [f"für {entry.recipient}"] if entry.recipient else []
    parts += [f"{name} {numeric_date(signed_on)}" for name, signed_on in entry.signatures]
    if entry.paper_place:
        parts.append(entry.paper_place)
    return " · ".join(parts)
