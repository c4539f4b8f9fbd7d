"""A list that was read: summary, what to look at, and three pages with all of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kitadesk.domain.child_fields import Field
from kitadesk.services.importing import ImportPlan
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import (
    ElidedLabel,
    LinkButton,
    Notice,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    Tone,
)
from kitadesk.ui.takeover import wording
from kitadesk.ui.takeover.columns_page import ColumnsPage
from kitadesk.ui.takeover.reading import Reading
from kitadesk.ui.takeover.rows_page import RowKind, RowsPage
from kitadesk.ui.takeover.siblings_page import SiblingsPage

_COLUMNS, _ROWS, _SIBLINGS = 0, 1, 2
_ONE_STEP = "Alles in einem Schritt, mit Strg+Z rückgängig zu machen."


class ReviewPage(QWidget):
    """Shows a `Reading`; `columns_changed` carries overrides, `accepted` means: do it."""

    columns_changed = Signal(object)
    accepted = Signal()
    cancelled = Signal()
    other_list = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPage")
        self._plan: ImportPlan | None = None
        self._overrides: dict[int, Field] = {}
        self._answers: dict[int, bool] = {}
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(8))
        self.summary = PlainLabel("", self, kind="heading", wrap=True)
        self.source = ElidedLabel("", self, kind="small")
        column.addLayout(self._build_head())
        self.notice = Notice("", Tone.WARN, self)
        self.notice.setObjectName("reviewNotice")
        self.look = self.notice.add_action("Ansehen", self._on_look)
        self.look.setObjectName("lookAtOdd")
        column.addWidget(self.notice)
        self._build_pages(column)
        column.addLayout(self._build_buttons())

    @property
    def plan(self) -> ImportPlan | None:
        """The plan as shown."""
        return self._plan

    @property
    def merge(self) -> frozenset[int]:
        """The doubtful pairs that are one family after all."""
        return frozenset(number for number, is_one in self._answers.items() if is_one)

    @property
    def drop_missing(self) -> bool:
        """Whether children that are not in the list leave."""
        return self.rows.drop.isChecked() and not self.rows.drop.isHidden()

    def set_reading(self, reading: Reading, *, is_new: bool) -> None:
        """Show a reading; a new list starts with nothing decided, on its first page."""
        if is_new:
            self._overrides = {}
            self._answers = {}
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
            self._focus_first(reading)

    def set_busy(self, *, is_busy: bool) -> None:
        """Keep the button still while a plan is made or carried out."""
        self.accept.setEnabled(not is_busy and self._plan is not None)

    def show_problem(self, words: str) -> None:
        """Say above the pages why it does not go on."""
        self.notice.set_state(words, Tone.WARN)
        self.look.hide()
        self.notice.show()

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        row.addWidget(self.summary, 1)
        self.other = LinkButton("Andere Liste …", self, name="otherList")
        self.other.clicked.connect(self._on_other)
        row.addWidget(self.source)
        row.addWidget(self.other)
        return row

    def _build_pages(self, column: QVBoxLayout) -> None:
        self.segments = SegmentedControl(("Spalten", "Kinder", "Geschwister"), self)
        self.segments.setObjectName("reviewSegments")
        self.columns = ColumnsPage(self)
        self.rows = RowsPage(self)
        self.siblings = SiblingsPage(self)
        self._pages = QStackedWidget(self)
        for page in (self.columns, self.rows, self.siblings):
            self._pages.addWidget(page)
        column.addWidget(self.segments)
        column.addWidget(self._pages, 1)
        self.segments.changed.connect(self._pages.setCurrentIndex)
        self.columns.changed.connect(self._on_column)
        self.rows.drop_changed.connect(self._on_drop)
        self.siblings.decided.connect(self._on_decided)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.hint = PlainLabel(_ONE_STEP, self, kind="small", wrap=True)
        self.cancel = QuietButton("Abbrechen", self, name="cancelTakeover")
        self.accept = PrimaryButton("Übernehmen", self, name="acceptTakeover")
        self.cancel.clicked.connect(self._on_cancel)
        self.accept.clicked.connect(self._on_accept)
        row.addWidget(self.hint, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept)
        return row

    def _refresh(self, reading: Reading | None = None) -> None:
        plan = self._plan
        if plan is None:
            problem = reading.problem if reading is not None else None
            self.summary.setText("In welcher Spalte stehen die Namen?")
            self.show_problem(str(problem) if problem else "")
            self.accept.set_text("Übernehmen")
            self.accept.setEnabled(False)
        else:
            self.summary.setText(wording.summary(plan, self.merge))
            self.siblings.set_pairs(wording.pair_views(plan, self._answers))
            self._show_odd(plan)
            words = wording.button_words(plan, self.merge, drop_missing=self.drop_missing)
            self.accept.set_text(words or "Schließen")
            self.accept.setEnabled(True)
            self.cancel.setVisible(bool(words))
            self.hint.setText(_ONE_STEP if words else "")
        self._title_segments(plan)

    def _show_odd(self, plan: ImportPlan) -> None:
        """Name what wants a look; nothing odd, no notice."""
        parts = wording.odd_parts(plan, len(plan.doubtful) - len(self._answers))
        self.notice.setVisible(bool(parts))
        self.look.setVisible(bool(parts))
        what_to_do = "" if plan.counts.children else " Bitte prüfen Sie die Spalten."
        self.notice.set_state(f"{', '.join(parts)}.{what_to_do}", Tone.WARN)

    def _title_segments(self, plan: ImportPlan | None) -> None:
        pairs = len(plan.doubtful) if plan is not None else 0
        open_pairs = pairs - len(self._answers)
        self.segments.set_title(_SIBLINGS, f"Geschwister ({open_pairs} offen)" if pairs else "")
        for number, is_shown in ((_ROWS, plan is not None), (_SIBLINGS, pairs > 0)):
            button = self.segments.findChild(QWidget, f"segment{number}")
            if button is not None:
                button.setVisible(is_shown)
        if not pairs and self.segments.current() == _SIBLINGS:
            self.segments.set_current(_ROWS)

    def _focus_first(self, reading: Reading) -> None:
        if reading.plan is None:
            self.columns.start()
        else:
            self.accept.setFocus()

    @staticmethod
    def _pairs_of(plan: ImportPlan | None) -> tuple[tuple[int, int], ...]:
        return tuple((pair.a, pair.b) for pair in plan.doubtful) if plan is not None else ()

    @Slot()
    def _on_look(self) -> None:
        plan = self._plan
        if plan is None:
            return
        if plan.counts.rejected:
            self.rows.show_kind(RowKind.REJECTED)
            self.segments.set_current(_ROWS)
        elif len(plan.doubtful) > len(self._answers):
            self.segments.set_current(_SIBLINGS)
            self.siblings.start()
        else:
            self.rows.show_kind(RowKind.MISSING)
            self.segments.set_current(_ROWS)

    @Slot(int, object)
    def _on_column(self, number: int, field: Field) -> None:
        self._overrides.pop(number, None)
        self._overrides[number] = field
        self.columns_changed.emit(wording.overrides_of(self._overrides))

    @Slot(int, bool)
    def _on_decided(self, number: int, is_one_family: bool) -> None:
        self._answers[number] = is_one_family
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
