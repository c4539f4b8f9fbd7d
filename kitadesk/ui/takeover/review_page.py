"""A list that was read: summary, what to look at, and three pages with all of it."""

from __future__ import annotations

from enum import Enum
from typing import Generic

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kitadesk.domain.people import Visibility
from kitadesk.domain.visibility import VISIBILITY_LABELS
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import (
    ChoiceBox,
    ElidedLabel,
    LinkButton,
    Notice,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    Tone,
)
from kitadesk.ui.takeover.columns_page import ColumnsPage
from kitadesk.ui.takeover.list_kind import (
    Decisions,
    ListKind,
    PlanT,
    Reading,
    ResultT,
    overrides_of,
)
from kitadesk.ui.takeover.rows_page import RowKind, RowsPage
from kitadesk.ui.takeover.siblings_page import SiblingsPage

_COLUMNS, _ROWS, _PAIRS = 0, 1, 2
_ONE_STEP = "Alles in einem Schritt, mit Strg+Z rückgängig zu machen."
_VISIBILITIES = tuple(Visibility)


class ReviewPage(QWidget, Generic[PlanT, ResultT]):
    """Shows a `Reading`; `columns_changed` carries overrides, `accepted` means: do it.

    `encoding_chosen` carries the name of an encoding in which the file shall be read again.
    """

    columns_changed = Signal(object)
    encoding_chosen = Signal(str)
    accepted = Signal()
    cancelled = Signal()
    other_list = Signal()

    def __init__(self, kind: ListKind[PlanT, ResultT], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPage")
        self._kind = kind
        self._plan: PlanT | None = None
        self._overrides: dict[int, Enum] = {}
        self._answers: dict[int, bool] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(8))
        self._build_head(column)
        self._build_pages(column)
        self._build_foot(column)

    @property
    def plan(self) -> PlanT | None:
        """The plan as shown."""
        return self._plan

    @property
    def decided(self) -> Decisions:
        """What the person decided so far."""
        return Decisions(
            same=frozenset(number for number, is_one in self._answers.items() if is_one),
            drop_missing=self.rows.drop.isChecked() and not self.rows.drop.isHidden(),
            visibility=_VISIBILITIES[max(self.seen_by.currentIndex(), 0)],
        )

    @property
    def overrides(self) -> dict[str, Enum]:
        """The columns that the person set."""
        return overrides_of(self._overrides)

    def set_reading(self, reading: Reading[PlanT], *, is_new: bool) -> None:
        """Show a reading; a new list starts with nothing decided, on its first page."""
        if is_new:
            self._overrides, self._answers = {}, {}
            self.seen_by.setCurrentIndex(0)
        elif self._pairs_of(self._plan) != self._pairs_of(reading.plan):
            self._answers = {}
        self._plan = reading.plan
        notes = " ".join(reading.sheet.notes)
        self.source.setText(" · ".join(part for part in (reading.source, notes) if part))
        encoding = reading.sheet.encoding if reading.path is not None else ""
        self.columns.letters.show_encoding(encoding, is_new=is_new)
        self.columns.set_columns(reading.columns)
        self.rows.set_rows(self._kind.row_views(reading.plan) if reading.plan else ())
        self._refresh(reading)
        if is_new:
            self.segments.set_current(_COLUMNS)
            self._focus_first()

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
        self.other = LinkButton("Andere Liste …", self, name="otherList")
        self.other.clicked.connect(self._on_other)
        row.addWidget(self.summary, 1)
        row.addWidget(self.source)
        row.addWidget(self.other)
        column.addLayout(row)
        self.notice = Notice("", Tone.WARN, self)
        self.notice.setObjectName("reviewNotice")
        self.look = self.notice.add_action("Ansehen", self._on_look)
        self.look.setObjectName("lookAtOdd")
        column.addWidget(self.notice)

    def _build_pages(self, column: QVBoxLayout) -> None:
        words = self._kind.words
        self.segments = SegmentedControl(("Spalten", *words.pages), self)
        self.segments.setObjectName("reviewSegments")
        self.columns = ColumnsPage(self, meanings=words.meanings)
        self.rows = RowsPage(self, words=words.rows)
        self.pairs = SiblingsPage(self, words=words.pairs)
        self._pages = QStackedWidget(self)
        for page in (self.columns, self.rows, self.pairs):
            self._pages.addWidget(page)
        column.addWidget(self.segments)
        column.addWidget(self._pages, 1)
        self.segments.changed.connect(self._pages.setCurrentIndex)
        self.columns.changed.connect(self._on_column)
        self.columns.letters.chosen.connect(self.encoding_chosen)
        self.rows.drop_changed.connect(self._on_drop)
        self.pairs.decided.connect(self._on_decided)

    def _build_foot(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        caption = PlainLabel("Neue Nummern sieht:", self, kind="small")
        self.seen_by = ChoiceBox(self, name="newSeenBy")
        self.seen_by.setAccessibleName("Wer die neuen Nummern und Adressen auf Listen sieht")
        self.seen_by.addItems([VISIBILITY_LABELS[one] for one in _VISIBILITIES])
        for widget in (caption, self.seen_by):
            widget.setVisible(self._kind.words.asks_visibility)
            row.addWidget(widget)
        self.hint = PlainLabel(_ONE_STEP, self, kind="small", wrap=True)
        self.cancel = QuietButton("Abbrechen", self, name="cancelTakeover")
        self.accept = PrimaryButton("Übernehmen", self, name="acceptTakeover")
        self.cancel.clicked.connect(self._on_cancel)
        self.accept.clicked.connect(self._on_accept)
        row.addWidget(self.hint, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept)
        column.addLayout(row)

    def _refresh(self, reading: Reading[PlanT] | None = None) -> None:
        plan = self._plan
        if plan is None:
            problem = reading.problem if reading is not None else None
            self.summary.setText("In welcher Spalte stehen die Namen?")
            self.show_problem(str(problem) if problem else "")
            self.accept.set_text("Übernehmen")
            self.accept.setEnabled(False)
        else:
            decided = self.decided
            self.summary.setText(self._kind.summary(plan, decided.same))
            self.pairs.set_pairs(self._kind.pair_views(plan, self._answers))
            self._show_odd(plan)
            words = self._kind.button_words(plan, decided)
            self.accept.set_text(words or "Schließen")
            self.accept.setEnabled(True)
            self.cancel.setVisible(bool(words))
            self.hint.setText(_ONE_STEP if words else "")
        self._title_segments(plan)

    def _show_odd(self, plan: PlanT) -> None:
        """Name what wants a look; nothing odd, no notice."""
        parts = self._kind.odd_parts(plan, self._open_pairs(plan))
        self.notice.setVisible(bool(parts))
        self.look.setVisible(bool(parts))
        what_to_do = "" if self._kind.number_of(plan) else " Bitte prüfen Sie die Spalten."
        self.notice.set_state(f"{', '.join(parts)}.{what_to_do}", Tone.WARN)

    def _title_segments(self, plan: PlanT | None) -> None:
        has_pairs = plan is not None and bool(plan.doubtful)
        words = self._kind.words.pages[1]
        title = f"{words} ({self._open_pairs(plan)} offen)" if plan and has_pairs else ""
        self.segments.set_title(_PAIRS, title)
        for number, is_shown in ((_ROWS, plan is not None), (_PAIRS, has_pairs)):
            button = self.segments.findChild(QWidget, f"segment{number}")
            if button is not None:
                button.setVisible(is_shown)
        if not has_pairs and self.segments.current() == _PAIRS:
            self.segments.set_current(_ROWS)

    def _focus_first(self) -> None:
        if self._plan is None:
            self.columns.start()
        else:
            self.accept.setFocus()

    def _open_pairs(self, plan: PlanT) -> int:
        return len(plan.doubtful) - len(self._answers)

    def _pairs_of(self, plan: PlanT | None) -> tuple[tuple[object, object], ...]:
        return self._kind.pair_keys(plan) if plan is not None else ()

    @Slot()
    def _on_look(self) -> None:
        plan = self._plan
        if plan is None:
            return
        if self._open_pairs(plan) and not plan.counts.rejected:
            self.segments.set_current(_PAIRS)
            self.pairs.start()
            return
        self.rows.show_kind(RowKind.REJECTED if plan.counts.rejected else RowKind.MISSING)
        self.segments.set_current(_ROWS)

    @Slot(int, object)
    def _on_column(self, number: int, field: Enum) -> None:
        self._overrides.pop(number, None)
        self._overrides[number] = field
        self.columns_changed.emit(self.overrides)

    @Slot(int, bool)
    def _on_decided(self, number: int, is_one: bool) -> None:
        self._answers[number] = is_one
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
