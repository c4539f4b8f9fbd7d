"""Who does what until when, at a point of the minutes: tasks of the event, and a line for more."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kitadesk.base.date_parsing import parse_date
from kitadesk.base.dates import short_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.queries.minutes import MinutesTaskRow
from kitadesk.services.minutes import add_minutes_task
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton, TextLink
from kitadesk.ui.tabs.events.editing import EventEditing

WHO_WIDTH, DAY_WIDTH = 110, 120
"""px at 100 %."""


def task_words(task: MinutesTaskRow, today: date) -> str:
    """Return a task on one line: "○ Beamer zurückbringen – Ole, bis Fr 16. April 2027"."""
    is_open = task.done_on is None and not task.is_not_needed
    is_late = is_open and task.due_on is not None and task.due_on < today
    mark = "✓" if task.done_on else "–" if task.is_not_needed else "!" if is_late else "○"
    until = f"bis {short_date(task.due_on)}" if task.due_on else ""
    rest = ", ".join(part for part in (task.responsible, until) if part)
    return " – ".join(part for part in (f"{mark} {task.title}", rest) if part)


class MinutesTasks(QWidget):
    """The tasks of a point; a click leads to the list of all tasks, where they are ticked."""

    task_wanted = Signal(object)
    """The id of a task to be shown in the list."""
    added = Signal()

    def __init__(self, editing: EventEditing, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._editing = editing
        self._number = number
        self._item_id: UUID | None = None
        self._shown: tuple[MinutesTaskRow, ...] = ()
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(4))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        self.typing = QWidget(self)
        column.addWidget(self.typing)
        self.wrong = PlainLabel("", self, kind="fieldError", wrap=True)
        self.wrong.hide()
        column.addWidget(self.wrong)
        self._build_typing()

    def fill(self, item_id: UUID, tasks: tuple[MinutesTaskRow, ...]) -> None:
        """Show the tasks of a point."""
        if item_id != self._item_id:
            self._item_id = item_id
            for edit in (self.words, self.who, self.day):
                edit.clear()
            self.wrong.hide()
        if tasks == self._shown:
            return
        self._shown = tasks
        while (taken := self._lines.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, task in enumerate(tasks):
            self._lines.addWidget(self._task_line(task, place))

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a task nor anything typed for one."""
        edits = (self.words, self.who, self.day)
        return not self._shown and not any(edit.text() for edit in edits)

    def begin(self) -> None:
        """Go to the line for a new task."""
        self.words.setFocus()

    def _build_typing(self) -> None:
        now, number = theme.current(), self._number
        row = QHBoxLayout(self.typing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(now.px(8))
        spoken = f"Punkt {number + 1}"
        self.words = self._line(f"minutesTask{number}", f"Aufgabe zu {spoken}", "Neue Aufgabe")
        self.who = self._line(f"minutesTaskWho{number}", f"Wer, zu {spoken}", "wer")
        self.day = self._line(f"minutesTaskDay{number}", f"Bis wann, zu {spoken}", "bis, z. B. Do")
        self.who.setFixedWidth(now.px(WHO_WIDTH))
        self.day.setFixedWidth(now.px(DAY_WIDTH))
        self.add = QuietButton("Dazu", self, name=f"minutesTaskAdd{number}")
        self.add.clicked.connect(self._on_add)
        row.addWidget(self.words, 1)
        row.addWidget(self.who)
        row.addWidget(self.day)
        row.addWidget(self.add)

    def _task_line(self, task: MinutesTaskRow, place: int) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(8))
        words = PlainLabel(task_words(task, self._editing.desk.clock.today()), holder, wrap=True)
        link = TextLink("Zeigen", holder, name=f"minutesTaskShow{self._number}_{place}")
        link.setAccessibleName(f"Aufgabe zeigen: {task.title}")
        link.setToolTip("Zeigt die Aufgabe unter „Plan“")
        link.clicked.connect(weak_slot(self._show_task, task.id))
        row.addWidget(words, 1)
        row.addWidget(link)
        return holder

    def _line(self, name: str, spoken: str, hint: str) -> QLineEdit:
        edit = QLineEdit(self.typing)
        edit.setObjectName(name)
        edit.setAccessibleName(spoken)
        edit.setPlaceholderText(hint)
        edit.returnPressed.connect(self._on_add)
        return edit

    def _show_task(self, task_id: UUID) -> None:
        self.task_wanted.emit(task_id)

    @Slot()
    def _on_add(self) -> None:
        """Keep the task; what is wrong stays typed, with a sentence below."""
        desk, item_id = self._editing.desk, self._item_id
        if item_id is None:
            return
        typed = clean(self.day.text()).strip()
        try:
            day = parse_date(typed, desk.clock.today()).date if typed else None
            add_minutes_task(desk, item_id, self.words.text(), day, responsible=self.who.text())
        except UserError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            return
        self.wrong.hide()
        for edit in (self.words, self.who, self.day):
            edit.clear()
        self.words.setFocus()
        self.added.emit()
