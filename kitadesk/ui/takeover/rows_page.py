"""Every row of the list and what happens with it: new, changed, unchanged, missing, rejected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kitadesk.base.text import plural
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table import Align, Column, DataTable, RowsModel
from kitadesk.ui.kit.widgets import SegmentedControl, TickBox, Tone


class RowKind(Enum):
    """What happens with a row; the value is its word on the screen."""

    ADDED = "neu"
    UPDATED = "geändert"
    UNCHANGED = "unverändert"
    MISSING = "fehlt in der Liste"
    REJECTED = "nicht übernommen"


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the list, or who is missing in it (then `line` is None).

    `group` and `birth_date` of a child; of a contact its place and its function.
    """

    number: int
    line: int | None
    kind: RowKind
    name: str
    group: str
    birth_date: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class RowWords:
    """How the page speaks of its rows: two headings, and what ending the missing ones is called."""

    second: str
    third: str
    one: str
    many: str
    deed: str
    widths: tuple[int, int] = (104, 104)
    """px at 100 % of the two columns."""


CHILD_WORDS = RowWords(
    "Gruppe",
    "Geboren",
    "1 Kind, das nicht in dieser Liste steht",
    "Kinder, die nicht in dieser Liste stehen",
    "abmelden",
)


_FILTERS: tuple[tuple[RowKind | None, str], ...] = (
    (None, "Alle"),
    (RowKind.ADDED, "Neu"),
    (RowKind.UPDATED, "Geändert"),
    (RowKind.UNCHANGED, "Unverändert"),
    (RowKind.MISSING, "Fehlen"),
    (RowKind.REJECTED, "Nicht übernommen"),
)


class RowsPage(QWidget):
    """A table with a filter by what happens; who is missing stays unless the box is ticked."""

    drop_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, words: RowWords = CHILD_WORDS) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("rowsPage")
        now = theme.current()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(now.px(8))
        self._kinds: list[RowKind | None] = [None]
        self._shown: RowKind | None = None
        self.filter = SegmentedControl(("Alle",), self)
        self._column.addWidget(self.filter)
        self._model: RowsModel[RowView] = RowsModel(_columns(words), parent=self, key=_number)
        self.table = DataTable(self._model, self, name="takeoverRows", empty_text="Keine Zeilen.")
        self.table.setAccessibleName("Zeilen der Liste")
        self._column.addWidget(self.table, 1)
        self.drop = TickBox("", self, name="dropMissing")
        self.drop.clicked.connect(self._on_drop)
        self._column.addWidget(self.drop)
        self._show_missing(0)

    def set_rows(self, rows: Sequence[RowView]) -> None:
        """Show these rows, under the same filter where it still has rows."""
        self._model.set_rows(rows)
        counts = {kind: sum(row.kind is kind for row in rows) for kind in RowKind}
        self._build_filter(counts, len(rows))
        self._show_missing(counts[RowKind.MISSING])

    def show_kind(self, kind: RowKind | None) -> None:
        """Show only rows of this kind; None shows all."""
        if kind in self._kinds:
            self.filter.set_current(self._kinds.index(kind))

    def _build_filter(self, counts: dict[RowKind, int], total: int) -> None:
        kinds = [(kind, word) for kind, word in _FILTERS if kind is None or counts[kind]]
        titles = [f"{word} {total if kind is None else counts[kind]}" for kind, word in kinds]
        self._kinds = [kind for kind, _word in kinds]
        old = self.filter
        self.filter = SegmentedControl(titles, self)
        self.filter.setObjectName("rowFilter")
        self.filter.changed.connect(self._on_filter)
        self._column.replaceWidget(old, self.filter)
        old.hide()
        old.deleteLater()
        if self._shown not in self._kinds:
            self._shown = None
        self.filter.set_current(self._kinds.index(self._shown))
        self._filter_rows()

    def _show_missing(self, count: int) -> None:
        """Offer to end those who are not in the list; unticked they stay."""
        self.drop.setVisible(count > 0)
        words = self._words
        who = words.one if count == 1 else plural(count, "", words.many)
        self.drop.setText(f"{who}, {words.deed} (ohne Haken bleiben sie)")
        self.drop.setAccessibleName(f"{who}, {words.deed}")
        if not count:
            self.drop.setChecked(False)

    def _filter_rows(self) -> None:
        self._model.set_filter(None if self._shown is None else self._is_shown)

    def _is_shown(self, row: RowView) -> bool:
        return row.kind is self._shown

    @Slot(int)
    def _on_filter(self, place: int) -> None:
        self._shown = self._kinds[place]
        self._filter_rows()

    @Slot()
    def _on_drop(self) -> None:
        self.drop_changed.emit(self.drop.isChecked())


def _number(row: RowView) -> int:
    return row.number


def _tone(row: RowView) -> Tone | None:
    tones = {RowKind.REJECTED: Tone.BAD, RowKind.UPDATED: Tone.WARN, RowKind.MISSING: Tone.WARN}
    return tones.get(row.kind)


def _columns(words: RowWords) -> tuple[Column[RowView], ...]:
    return (
        Column[RowView]("Name", lambda row: row.name, is_strong=True, tip=lambda row: row.name),
        Column[RowView](
            words.second, lambda row: row.group, width=words.widths[0],
            tip=lambda row: row.group,
        ),
        Column[RowView](
            words.third, lambda row: row.birth_date, width=words.widths[1],
            tip=lambda row: row.birth_date,
        ),
        Column[RowView]("Was geschieht", lambda row: row.kind.value, width=144, tone=_tone),
        Column[RowView]("Im Einzelnen", lambda row: row.words, tip=lambda row: row.words),
        Column[RowView](
            "Zeile",
            lambda row: "" if row.line is None else str(row.line),
            width=68,
            align=Align.RIGHT,
            sort=lambda row: row.line,
            is_muted=True,
        ),
    )  # fmt: skip
