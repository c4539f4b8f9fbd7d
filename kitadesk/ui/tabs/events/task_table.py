"""The backward plan of an event as a tick list: done, not needed, another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.base.dates import day_month, numeric_date
from kitadesk.base.errors import UserError
from kitadesk.queries.events import EventRow, TaskRow, tasks_of
from kitadesk.services.tasks import delete_task, set_task_done, set_task_not_needed
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.table import Align, Column, DataTable, RowsModel
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.kit.widgets import Card, FlowLayout, PlainLabel, QuietButton
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.task_edit import NewTask, TaskEdit

KEYS = "Leertaste: erledigt · Minus: entfällt · Datum tippen: verschieben · F2: ändern"
WIDE = 560
"""px at 100 %; below, who does it stands only in the tooltip."""
WHO = 2
"""The column of who does it."""


class TaskWords:
    """How a task reads today: mark, day, tone."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today

    def is_overdue(self, task: TaskRow) -> bool:
        """Whether its day is past and nobody did it; computed, never set."""
        is_open = task.done_on is None and not task.is_not_needed
        return is_open and task.due_on is not None and task.due_on < self._today()

    def mark(self, task: TaskRow) -> str:
        """Return ✓ erledigt, – entfällt, ! überfällig, ○ offen."""
        if task.done_on is not None:
            return "✓"
        if task.is_not_needed:
            return "–"
        return "!" if self.is_overdue(task) else "○"

    def day(self, task: TaskRow) -> str:
        """Return what stands at the right: the day, or what became of it."""
        if task.done_on is not None:
            return f"erledigt {day_month(task.done_on)}"
        if task.is_not_needed:
            return "entfällt"
        if task.due_on is None:
            return "ohne Tag"
        is_near = abs((task.due_on - self._today()).days) < 300
        words = day_month(task.due_on) if is_near else numeric_date(task.due_on)
        return f"seit {words}" if self.is_overdue(task) else words

    def tone(self, task: TaskRow) -> Tone | None:
        """Return red only for what is overdue."""
        return Tone.BAD if self.is_overdue(task) else None


class TaskTable(DataTable):
    """As high as its rows; Leertaste, Minus, F2, Entf and a typed day work on the chosen row."""

    done_wanted = Signal(object)
    not_needed_wanted = Signal(object)
    change_wanted = Signal(object)
    delete_wanted = Signal(object)
    day_wanted = Signal(object, str)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F2 for the row; elsewhere on the page it opens the title."""
        is_f2 = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2
        if event.type() == QEvent.Type.ShortcutOverride and is_f2:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        task = self.current_row()
        if task is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self.done_wanted.emit(task)
        elif event.key() == Qt.Key.Key_Minus:
            self.not_needed_wanted.emit(task)
        elif event.key() == Qt.Key.Key_F2:
            self.change_wanted.emit(task)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(task)
        elif event.text().isdigit():
            self.day_wanted.emit(task, event.text())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if is_plain and index.isValid() and index.column() == 0:
            self.done_wanted.emit(self.current_row())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(WHO, self.width() < theme.current().px(WIDE))

    @override
    def sizeHint(self) -> QSize:
        rows = max(1, self.rows.rowCount())
        return QSize(theme.current().px(320), theme.current().row_height * rows + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(160), self.sizeHint().height())


class PlanTasks(Card):
    """What is to do until and after the event."""

    changed = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__("Vorbereitung", parent, name="planTasks")
        self._editing = editing
        self._words = TaskWords(editing.desk.clock.today)
        columns: list[Column[TaskRow]] = [
            Column("", self._words.mark, 44, Align.MIDDLE, tone=self._words.tone),
            Column("Aufgabe", _title, 0, tip=_title_and_who),
            Column("Wer", _who, 130, tip=_who, is_muted=True),
            Column("Bis", self._words.day, 140, Align.RIGHT, tone=self._words.tone, is_muted=True),
        ]
        self.model: RowsModel[TaskRow] = RowsModel(columns, key=_id)
        self.table = TaskTable(
            self.model, self, name="eventTasks",
            empty_text="Der Rückwärtsplan entsteht, sobald das Datum feststeht.",
        )  # fmt: skip
        self.table.setAccessibleName("Aufgaben der Veranstaltung")
        self.table.horizontalHeader().hide()
        self.table.setSortingEnabled(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setStyleSheet("QTableView { border: none; }")
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.done_wanted.connect(self._on_done)
        self.table.opened.connect(self._on_done)
        self.table.not_needed_wanted.connect(self._on_not_needed)
        self.table.day_wanted.connect(self._on_day)
        self.table.change_wanted.connect(self._on_change)
        self.table.delete_wanted.connect(self._on_delete)
        self.table.chosen.connect(self._show_buttons)
        self.body.addWidget(self.table)
        self.edit = TaskEdit(editing, self)
        self.edit.left.connect(self._on_left)
        self.new_task = NewTask(editing, self)
        self.new_task.added.connect(self._on_added)
        self.body.addWidget(self.edit)
        self.body.addWidget(self._build_buttons())
        self.body.addWidget(self.new_task)
        self.body.addWidget(PlainLabel(KEYS, self, kind="small", wrap=True))

    def fill(self, row: EventRow | None) -> None:
        """Show the tasks of an event."""
        tasks = self._editing.desk.read(tasks_of, row.id) if row is not None else ()
        self.model.set_rows(tasks)
        wanted = [task for task in tasks if not task.is_not_needed]
        done = sum(task.done_on is not None for task in wanted)
        if self.heading is not None:
            words = f"{done} von {len(wanted)} erledigt" if wanted else ""
            self.heading.remark.setText(words)
        self.table.updateGeometry()
        self._show_buttons(self.table.current_row())

    def _build_buttons(self) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        self._done = QuietButton("Erledigt", holder, name="taskDone")
        self._not_needed = QuietButton("Entfällt", holder, name="taskNotNeeded")
        self._move = QuietButton("Anderer Tag …", holder, name="taskMove")
        self._change = QuietButton("Ändern …", holder, name="taskChange")
        self._delete = QuietButton("Löschen", holder, name="taskDelete")
        self._done.clicked.connect(self._on_done)
        self._not_needed.clicked.connect(self._on_not_needed)
        self._move.clicked.connect(self._on_move)
        self._change.clicked.connect(self._on_change)
        self._delete.clicked.connect(self._on_delete)
        for widget in (self._done, self._not_needed, self._move, self._change, self._delete):
            flow.addWidget(widget)
        return holder

    @Slot(object)
    def _show_buttons(self, task: TaskRow | None) -> None:
        for button in (self._done, self._not_needed, self._move, self._change):
            button.setEnabled(task is not None)
        # A planned step would come back with the next date; it can only fall away.
        self._delete.setVisible(task is not None and not task.step)
        self._done.set_text("Wieder offen" if task and task.done_on else "Erledigt")
        self._not_needed.set_text("Doch nötig" if task and task.is_not_needed else "Entfällt")

    @Slot()
    def _on_done(self) -> None:
        task = self.table.current_row()
        if task is not None:
            self._apply(weak_slot(self._set_done, task))

    @Slot()
    def _on_not_needed(self) -> None:
        task = self.table.current_row()
        if task is not None:
            self._apply(weak_slot(self._set_not_needed, task))

    @Slot()
    def _on_move(self) -> None:
        task = self.table.current_row()
        if task is not None:
            self._on_day(task, "")

    @Slot(object, str)
    def _on_day(self, task: TaskRow, typed: str) -> None:
        """Open the line for another day, with the digit that was typed already."""
        self.edit.open_day(task, typed)

    @Slot()
    def _on_change(self) -> None:
        task = self.table.current_row()
        if task is not None:
            self.edit.open_task(task)

    @Slot()
    def _on_delete(self) -> None:
        """Delete a task of the office's own; a planned step falls away instead."""
        task = self.table.current_row()
        if task is None:
            return
        if not task.step:
            self._apply(weak_slot(self._delete_task, task))
        elif not task.is_not_needed:
            self._apply(weak_slot(self._set_not_needed, task))

    @Slot()
    def _on_left(self) -> None:
        self._refresh()

    @Slot(object)
    def _on_added(self, task_id: UUID) -> None:
        self._refresh()
        self.table.choose(task_id)

    def _delete_task(self, task: TaskRow) -> None:
        delete_task(self._editing.desk, task.id)

    def _set_done(self, task: TaskRow) -> None:
        set_task_done(self._editing.desk, task.id, task.done_on is None)

    def _set_not_needed(self, task: TaskRow) -> None:
        set_task_not_needed(self._editing.desk, task.id, not task.is_not_needed)

    def _apply(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except UserError as error:
            dialogs.door().error(self, error)
        self._refresh()

    def _refresh(self) -> None:
        self.fill(self._editing.row)
        self.changed.emit()


def _title(task: TaskRow) -> str:
    """Return the words of a task with its note, which helps doing it."""
    return " · ".join(part for part in (task.title, task.note) if part)


def _who(task: TaskRow) -> str:
    return task.responsible


def _title_and_who(task: TaskRow) -> str:
    lines = (task.title, task.responsible, task.note)
    return " · ".join(part for part in lines if part)


def _id(task: TaskRow) -> object:
    return task.id
