"""The papers of an Abendmappe as lines: a tick, why it is in, copies, sheets.

Space ticks, a typed number sets the copies, the arrows go up and down.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.text import plural
from kitadesk.domain.evening_folder import MOST_COPIES, FolderEntry
from kitadesk.services.evening_folder import FolderCount, entry_title
from kitadesk.services.print_checks import Finding
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.widgets import PlainLabel, ScrollPage, TickBox
from kitadesk.ui.papers.folder_jobs import chosen

COPIES_WIDTH, SHEETS_WIDTH = 56, 76
_TICK_TO_TEXT = 30
"""px from the left of a tick box to its words, so that the reason stands below them."""


class FolderRow(QWidget):
    """One paper; its tick box and the field of its copies listen to the keys of the list."""

    changed = Signal()
    picked = Signal(int)
    stepped = Signal(int, int, bool)
    """Number of the row, direction, and whether the keyboard is in the field of the copies."""

    def __init__(self, entry: FolderEntry, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"folderRow{number}")
        self._entry = entry
        self._number = number
        self._count: FolderCount | None = None
        self._is_picked = False
        self.findings: tuple[Finding, ...] = ()
        self.tick = TickBox(entry_title(entry), self, name=f"folderTick{number}")
        self.tick.setAccessibleDescription(entry.why)
        self.tick.setChecked(entry.is_ticked)
        self.tick.toggled.connect(self._on_changed)
        self.why = PlainLabel(entry.why, self, kind="small", wrap=True)
        self.copies = QLineEdit(str(entry.copies), self)
        self.copies.setObjectName(f"folderCopies{number}")
        self.copies.setAccessibleName(f"Exemplare: {entry_title(entry)}")
        self.copies.setValidator(QIntValidator(0, MOST_COPIES, self.copies))
        self.copies.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.copies.setFixedWidth(theme.current().px(COPIES_WIDTH))
        self.copies.textEdited.connect(self._on_typed)
        self.sheets = PlainLabel("", self, kind="muted")
        self.sheets.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.sheets.setFixedWidth(theme.current().px(SHEETS_WIDTH))
        for stop in (self.tick, self.copies):
            stop.installEventFilter(self)
        self._build()

    def entry(self) -> FolderEntry:
        """Return the paper as it is chosen now."""
        text = self.copies.text()
        copies = int(text) if text.isdigit() else 0
        return chosen(self._entry, is_ticked=self.tick.isChecked(), copies=copies)

    def sheet_count(self, *, both_sides: bool) -> int | None:
        """Return the sheets of all copies; None while they are not counted."""
        if self._count is None:
            return None
        now = self.entry()
        return self._count.sheets(both_sides=both_sides) * now.copies if now.is_ticked else 0

    def set_count(self, count: FolderCount) -> None:
        """Take in what one copy needs."""
        self._count = count

    def show_sheets(self, *, both_sides: bool) -> None:
        """Write how many sheets all copies are."""
        count = self.sheet_count(both_sides=both_sides)
        if count is None:
            self.sheets.setText("")
        else:
            self.sheets.setText(plural(count, "Blatt", "Blatt") if count else "–")

    def set_findings(self, found: tuple[Finding, ...]) -> None:
        """Say how many hints there are before printing; the list of them stands by the preview."""
        self.findings = found
        hints = plural(len(found), "Hinweis", "Hinweise") if found else ""
        self.why.setText(" · ".join(part for part in (self._entry.why, hints) if part))
        self.tick.setAccessibleDescription(self.why.text())

    def set_picked(self, *, is_picked: bool) -> None:
        """Show whether the preview is of this row."""
        if is_picked != self._is_picked:
            self._is_picked = is_picked
            self.update()

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.picked.emit(self._number)
        elif event.type() is QEvent.Type.FocusOut and watched is self.copies:
            self._end_typing()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event, is_copies=watched is self.copies)
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_picked:
            return
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("accent_soft"))
        painter.drawRoundedRect(self.rect(), now.px(8), now.px(8))

    def _build(self) -> None:
        now = theme.current()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.tick)
        below = QHBoxLayout()
        below.setContentsMargins(now.px(_TICK_TO_TEXT), 0, 0, 0)
        below.addWidget(self.why, 1)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(now.px(8), now.px(4), now.px(8), now.px(6))
        row.setSpacing(now.px(8))
        row.addLayout(words, 1)
        row.addWidget(self.copies, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sheets, 0, Qt.AlignmentFlag.AlignVCenter)

    def _on_key(self, event: QKeyEvent, *, is_copies: bool) -> bool:
        """Go on with arrows and Enter; a digit on the tick box begins the number of copies."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
        key, text = Qt.Key(event.key()), event.text()
        if key in steps:
            self.stepped.emit(self._number, steps[key], is_copies)
            return True
        if not is_copies and text.isascii() and text.isdigit():
            self.copies.setFocus(Qt.FocusReason.OtherFocusReason)
            self.copies.setText(text)
            self._on_typed(text)
            return True
        return False

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Tick what is wanted once or more; 0 takes it out."""
        if text:
            self.tick.setChecked(int(text) > 0)
        self.changed.emit()

    @Slot(bool)
    def _on_changed(self, is_ticked: bool) -> None:
        if is_ticked and self.copies.text() in ("", "0"):
            self.copies.setText(str(max(1, self._entry.copies)))
        self.changed.emit()

    def _end_typing(self) -> None:
        """An emptied field has its number back."""
        if not self.copies.text():
            self.copies.setText(str(self._entry.copies))
            self.changed.emit()


class FolderRows(ScrollPage):
    """All lines; tells when one is picked for the preview, and when a choice changed."""

    changed = Signal()
    picked = Signal(int)
    ended = Signal()
    """Somebody went on below the last line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("folderRows")
        self.rows: list[FolderRow] = []
        self.body.setSpacing(theme.current().px(2))

    def _add_head(self) -> None:
        now = theme.current()
        head = QHBoxLayout()
        head.setContentsMargins(now.px(8), 0, now.px(8), 0)
        head.setSpacing(now.px(8))
        head.addStretch(1)
        head.addWidget(PlainLabel("Exemplare", self.widget(), kind="small"))
        sheets = PlainLabel("zusammen", self.widget(), kind="small")
        sheets.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        sheets.setFixedWidth(now.px(SHEETS_WIDTH))
        head.addWidget(sheets)
        self.body.addLayout(head)

    def show_entries(self, entries: tuple[FolderEntry, ...]) -> None:
        """Make a line for each paper; the keyboard goes to the first."""
        if entries:
            self._add_head()
        for number, entry in enumerate(entries):
            row = FolderRow(entry, number, self.widget() or self)
            row.changed.connect(self.changed)
            row.picked.connect(self._on_picked)
            row.stepped.connect(self._on_stepped)
            self.rows.append(row)
            self.body.addWidget(row)
        self.body.addStretch(1)
        for before, after in zip(self._stops(), self._stops()[1:], strict=False):
            self.setTabOrder(before, after)
        if self.rows:
            self.rows[0].tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def entries(self) -> tuple[FolderEntry, ...]:
        """Return all papers as they are chosen now."""
        return tuple(row.entry() for row in self.rows)

    def _stops(self) -> list[QWidget]:
        return [stop for row in self.rows for stop in (row.tick, row.copies)]

    @Slot(int)
    def _on_picked(self, number: int) -> None:
        for other, row in enumerate(self.rows):
            row.set_picked(is_picked=other == number)
        self.ensureWidgetVisible(self.rows[number], 0, theme.current().px(8))
        self.picked.emit(number)

    @Slot(int, int, bool)
    def _on_stepped(self, number: int, step: int, is_copies: bool) -> None:
        target = number + step
        if target >= len(self.rows):
            self.ended.emit()
        elif target >= 0:
            row = self.rows[target]
            stop = row.copies if is_copies else row.tick
            stop.setFocus(Qt.FocusReason.TabFocusReason)
