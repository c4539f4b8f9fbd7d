"""The agenda of an evening as a list to read: begin, minutes, what, who."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.base.dates import clock_time
from kitadesk.queries.events import AgendaRow, EventRow, agenda_of
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table import Align, Column, DataTable, RowsModel
from kitadesk.ui.kit.widgets import Card, PlainLabel
from kitadesk.ui.tabs.events.editing import EventEditing


@dataclass(frozen=True, slots=True)
class TimedItem:
    """A point with the time that follows from the minutes before it; None without a begin."""

    item: AgendaRow
    begins: time | None


def timed(items: tuple[AgendaRow, ...], starts: time | None) -> tuple[TimedItem, ...]:
    """Return the points with their times, from the begin of the event on."""
    result: list[TimedItem] = []
    passed = 0
    for item in items:
        begins = _later(starts, passed) if starts is not None else None
        result.append(TimedItem(item, begins))
        passed += item.minutes
    return tuple(result)


def first_time(items: tuple[AgendaRow, ...], row: EventRow) -> time | None:
    """Return when the first point begins; a first point as long as the Einlass is the Einlass."""
    if row.starts_at is None or row.doors_at is None or not items:
        return row.starts_at
    arrival = _minutes(row.starts_at) - _minutes(row.doors_at)
    return row.doors_at if items[0].minutes == arrival else row.starts_at


def end_words(items: tuple[AgendaRow, ...], row: EventRow) -> str:
    """Say when the agenda ends and whether that fits: "Ende 21:00 · passt genau"."""
    minutes = sum(item.minutes for item in items)
    starts = first_time(items, row)
    if starts is None:
        return f"zusammen {minutes} Minuten"
    end = _later(starts, minutes)
    words = f"Ende {clock_time(end)}"
    if row.ends_at is None:
        return words
    over = _minutes(end) - _minutes(row.ends_at)
    if over == 0:
        return f"{words} · passt genau"
    return f"{words} · {abs(over)} Minuten {'zu lang' if over > 0 else 'Luft'}"


class _AgendaTable(DataTable):
    """As high as its rows: the page scrolls, not the list."""

    @override
    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(320), now.row_height * (self.rows.rowCount() + 1) + now.px(4))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(160), self.sizeHint().height())


class AgendaCard(Card):
    """Hidden while there is no agenda."""

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__("Ablauf", parent, name="planAgenda")
        self._editing = editing
        columns: list[Column[TimedItem]] = [
            Column("Beginn", _begins, 84),
            Column("Min.", _minutes_of, 64, Align.RIGHT, is_muted=True),
            Column("Punkt", _title, 0, tip=_title),
            Column("Wer", _who, 140, tip=_who, is_muted=True),
        ]
        self.model: RowsModel[TimedItem] = RowsModel(columns, key=_key)
        self.table = _AgendaTable(self.model, self, name="eventAgenda")
        self.table.setAccessibleName("Ablauf")
        self.table.setSortingEnabled(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setStyleSheet("QTableView { border: none; }")
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ends = PlainLabel("", self, kind="small")
        self.body.addWidget(self.table)
        self.body.addWidget(self.ends)

    def fill(self, row: EventRow | None) -> None:
        """Show the agenda of an event."""
        items = self._editing.desk.read(agenda_of, row.id) if row is not None else ()
        self.setVisible(bool(items))
        if row is not None and items:
            self.model.set_rows(timed(items, first_time(items, row)))
            self.ends.setText(end_words(items, row))
            self.table.updateGeometry()


def _later(starts: time, minutes: int) -> time:
    begin = datetime(2000, 1, 1, starts.hour, starts.minute)
    return (begin + timedelta(minutes=minutes)).time()


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _begins(row: TimedItem) -> str:
    return clock_time(row.begins) if row.begins is not None else ""


def _minutes_of(row: TimedItem) -> str:
    return str(row.item.minutes)


def _title(row: TimedItem) -> str:
    return row.item.title


def _who(row: TimedItem) -> str:
    return row.item.who or "–"


def _key(row: TimedItem) -> object:
    return row.item.id
