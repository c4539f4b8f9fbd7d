"""A list of contacts that was read: summary, what to look at, and three pages with all of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kitadesk.domain.contact_fields import ContactField
from kitadesk.domain.people import Visibility
from kitadesk.domain.visibility import VISIBILITY_LABELS
from kitadesk.services.importing_contacts import ContactImportPlan
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import (
    ChoiceBox,
    ElidedLabel,
    Notice,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    Tone,
)
from kitadesk.ui.takeover.columns_page import ColumnsPage
from kitadesk.ui.takeover.rows_page import RowKind, RowsPage
from kitadesk.ui.takeover.siblings_page import SiblingsPage
from kitadesk.ui.takeover_contacts import wording
from kitadesk.ui.takeover_contacts.reading import ContactReading

_COLUMNS, _ROWS, _PAIRS = 0, 1, 2
_ONE_STEP = "Alles in einem Schritt, mit Strg+Z rückgängig zu machen."
_VISIBILITIES = tuple(Visibility)


class ContactReviewPage(QWidget):
    """Shows a `ContactReading`; `columns_changed` carries overrides, `accepted` means: do it."""

    columns_changed = Signal(object)
    accepted = Signal()
    cancelled = Signal()
    other_list = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contactReviewPage")
        self._plan: ContactImportPlan | None = None
        self._overrides: dict[int, ContactField] = {}
        self._answers: dict[int, bool] = {}
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(8))
        self._build_head(column)
        self._build_pages(column)
        self._build_foot(column)

    @property
    def plan(self) -> ContactImportPlan | None:
        """The plan as shown."""
        return self._plan

    @property
    def same(self) -> frozenset[int]:
        """The doubtful pairs that are one person after all."""
        return frozenset(number for number, is_one in self._answers.items() if is_one)

    @property
    def drop_missing(self) -> bool:
        """Whether what the missing ones are there ends."""
        return self.rows.drop.isChecked() and not self.rows.drop.isHidden()

    @property
    def visibility(self) -> Visibility:
        """Who may see the numbers of this list."""
        return _VISIBILITIES[max(self.seen_by.currentIndex(), 0)]

    def set_reading(self, reading: ContactReading, *, is_new: bool) -> None:
        """Show a reading; a new list starts with nothing decided, on its first page."""
        if is_new:
            self._overrides, self._answers = {}, {}
            self.seen_by.setCurrentIndex(0)
        elif self._pairs_of(self._plan) != self._pairs_of(reading.plan):
            self._answers = {}
        self._plan = reading.plan
        notes = " ".join(reading.sheet.notes)
        self.source.setText(" · ".join(part for part in (reading.source, notes) if part))
        self.columns.set_columns(wording.column_views(reading))
        self.rows.set_rows(wording.row_views(reading.plan) if reading.plan else ())
        self._refresh(reading)
        if is_new:
            self.segments.set_current(_COLUMNS)
            if reading.plan is None:
                self.columns.start()
            else:
                self.accept.setFocus()

    def set_busy(self, *, is_busy: bool) -> None:
        """Keep the button still while a plan is made or carried out."""
        self.accept.setEnabled(not is_busy and self._plan is not None)

    def show_problem(self, words: str) -> None:
        """Say above the pages why it does not go on."""
        self.notice.set_state(words, Tone.WARN)
        self.look.hide()
        self.notice.show()

    def _build_head(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.summary = PlainLabel("", self, kind="heading", wrap=True)
        self.source = ElidedLabel("", self, kind="small")
        self.other = QuietButton("Andere Liste …", self, name="otherContactList")
        self.other.clicked.connect(self._on_other)
        row.addWidget(self.summary, 1)
        row.addWidget(self.source)
        row.addWidget(self.other)
        column.addLayout(row)
        self.notice = Notice("", Tone.WARN, self)
        self.notice.setObjectName("contactReviewNotice")
        self.look = self.notice.add_action("Ansehen", self._on_look)
        self.look.setObjectName("lookAtOddContacts")
        column.addWidget(self.notice)

    def _build_pages(self, column: QVBoxLayout) -> None:
        self.segments = SegmentedControl(("Spalten", "Kontakte", "Unklar"), self)
        self.segments.setObjectName("contactReviewSegments")
        self.columns = ColumnsPage(self, meanings=wording.CONTACT_MEANINGS)
        self.rows = RowsPage(self, words=wording.ROWS)
        self.pairs = SiblingsPage(self, words=wording.PAIRS)
        self._pages = QStackedWidget(self)
        for page in (self.columns, self.rows, self.pairs):
            self._pages.addWidget(page)
        column.addWidget(self.segments)
        column.addWidget(self._pages, 1)
        self.segments.changed.connect(self._pages.setCurrentIndex)
        self.columns.changed.connect(self._on_column)
        self.rows.drop_changed.connect(self._on_drop)
        self.pairs.decided.connect(self._on_decided)

    def _build_foot(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        caption = PlainLabel("Neue Nummern sieht:", self, kind="small")
        self.seen_by = ChoiceBox(self, name="contactsSeenBy")
        self.seen_by.setAccessibleName("Wer die neuen Nummern und Adressen auf Listen sieht")
        self.seen_by.addItems([VISIBILITY_LABELS[one] for one in _VISIBILITIES])
        self.hint = PlainLabel(_ONE_STEP, self, kind="small", wrap=True)
        self.cancel = QuietButton("Abbrechen", self, name="cancelContacts")
        self.accept = PrimaryButton("Übernehmen", self, name="acceptContacts")
        self.cancel.clicked.connect(self._on_cancel)
        self.accept.clicked.connect(self._on_accept)
        row.addWidget(caption)
        row.addWidget(self.seen_by)
        row.addWidget(self.hint, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept)
        column.addLayout(row)

    def _refresh(self, reading: ContactReading | None = None) -> None:
        plan = self._plan
        if plan is None:
            problem = reading.problem if reading is not None else None
            self.summary.setText("In welcher Spalte stehen die Namen?")
            self.show_problem(str(problem) if problem else "")
            self.accept.set_text("Übernehmen")
            self.accept.setEnabled(False)
        else:
            self.summary.setText(wording.summary(plan))
            self.pairs.set_pairs(wording.pair_views(plan, self._answers))
            self._show_odd(plan)
            words = wording.button_words(plan, self.same, drop_missing=self.drop_missing)
            self.accept.set_text(words or "Schließen")
            self.accept.setEnabled(True)
            self.cancel.setVisible(bool(words))
            self.hint.setText(_ONE_STEP if words else "")
        self._title_segments(plan)

    def _show_odd(self, plan: ContactImportPlan) -> None:
        """Name what wants a look; nothing odd, no notice."""
        parts = wording.odd_parts(plan, len(plan.doubtful) - len(self._answers))
        self.notice.setVisible(bool(parts))
        self.look.setVisible(bool(parts))
        what_to_do = "" if plan.counts.rows else " Bitte prüfen Sie die Spalten."
        self.notice.set_state(f"{', '.join(parts)}.{what_to_do}", Tone.WARN)

    def _title_segments(self, plan: ContactImportPlan | None) -> None:
        pairs = len(plan.doubtful) if plan is not None else 0
        open_pairs = pairs - len(self._answers)
        self.segments.set_title(_PAIRS, f"Schon bekannt? ({open_pairs} offen)" if pairs else "")
        for number, is_shown in ((_ROWS, plan is not None), (_PAIRS, pairs > 0)):
            button = self.segments.findChild(QWidget, f"segment{number}")
            if button is not None:
                button.setVisible(is_shown)
        if not pairs and self.segments.current() == _PAIRS:
            self.segments.set_current(_ROWS)

    @staticmethod
    def _pairs_of(plan: ContactImportPlan | None) -> tuple[tuple[int, object], ...]:
        return tuple((one.index, one.known_id) for one in plan.doubtful) if plan else ()

    @Slot()
    def _on_look(self) -> None:
        plan = self._plan
        if plan is None:
            return
        if len(plan.doubtful) > len(self._answers) and not plan.counts.rejected:
            self.segments.set_current(_PAIRS)
            self.pairs.start()
            return
        self.rows.show_kind(RowKind.REJECTED if plan.counts.rejected else RowKind.MISSING)
        self.segments.set_current(_ROWS)

    @Slot(int, object)
    def _on_column(self, number: int, field: ContactField) -> None:
        self._overrides.pop(number, None)
        self._overrides[number] = field
        self.columns_changed.emit(wording.overrides_of(self._overrides))

    @Slot(int, bool)
    def _on_decided(self, number: int, is_one_person: bool) -> None:
        self._answers[number] = is_one_person
        self._refresh()

    @Slot(bool)
    def _on_drop(self, _is_ticked: bool) -> None:
        self._refresh()

    @Slot()
    def _on_accept(self) -> None:
        self.accepted.emit()

    @Slot()
    def _on_cancel(self) -> None:
        self.cancelled.emit()

    @Slot()
    def _on_other(self) -> None:
        self.other_list.emit()
