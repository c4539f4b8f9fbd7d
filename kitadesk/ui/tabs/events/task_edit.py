"""A task opened to change: what, who, until when, a note; and the line for a new one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.date_parsing import parse_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.queries.events import TaskRow
from kitadesk.services.tasks import add_event_task, change_task, move_task
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.forms import DateField, TextField
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton
from kitadesk.ui.tabs.events.editing import EventEditing


class _DayField(DateField):
    """Knows whether a question about a weekday is open."""

    def is_busy(self) -> bool:
        """Whether the field still needs the person: an error, or a question."""
        return self.has_error() or self._is_asking


class TaskEdit(QWidget):
    """Four fields that save themselves; gone as soon as the keyboard is elsewhere, or by Esc."""

    left = Signal()
    opened = Signal()
    """It stands below the list, which may be longer than the window."""

    def __init__(self, editing: EventEditing, parent: QWidget) -> None:
        super().__init__(parent)
        self._editing = editing
        self._task: TaskRow | None = None
        self.title = TextField("Aufgabe", self, name="taskTitle")
        self.who = TextField("Wer", self, name="taskWho")
        self.day = _DayField("Neuer Tag", self, name="taskDay", today=editing.desk.clock.today)
        self.note = TextField(
            "Notiz", self, name="taskNote", hint="z. B. Der Schlüssel liegt bei Frau Vogel"
        )
        self.note.save_with(self._save_note)
        self.title.save_with(self._save_title)
        self.who.save_with(self._save_who)
        self.day.save_with(self._save_day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(12))
        row.addWidget(self.who, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.day, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.note)
        for field in self._fields():
            field.editor().installEventFilter(self)
        self.hide()

    def open_task(self, task: TaskRow) -> None:
        """Change the words and the person of a task."""
        self._fill(task, has_words=True)
        first = self.who if task.step else self.title
        first.setFocus()

    def open_day(self, task: TaskRow, typed: str) -> None:
        """Change only the day, with the digit that was typed already."""
        self._fill(task, has_words=False)
        self.day.edit.setFocus()
        self.day.edit.selectAll()
        if typed:
            self.day.edit.insert(typed)

    def _fill(self, task: TaskRow, *, has_words: bool) -> None:
        app = QApplication.instance()
        if self._task is None and isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)  # Only while it is open.
        self._task = task
        self.title.set_value(task.title)
        self.who.set_value(task.responsible)
        self.day.set_value(task.due_on)
        self.title.setVisible(has_words)
        self.who.setVisible(has_words)
        self.note.set_value(task.note)
        self.note.setVisible(has_words)
        self.day.caption.setText("Tag" if has_words else f"Neuer Tag für „{task.title}“")
        self.show()
        self.opened.emit()

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close by Esc, whatever is typed: what was stored stays."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.KeyPress and is_escape:
            for field in self._fields():
                field.restore()
            self._leave()
            return True
        return False

    def _save_title(self, title: str) -> None:
        if self._task is not None:
            change_task(self._editing.desk, self._task.id, title=title)

    def _save_who(self, who: str) -> None:
        if self._task is not None:
            change_task(self._editing.desk, self._task.id, responsible=who)

    def _save_note(self, note: str) -> None:
        if self._task is not None:
            change_task(self._editing.desk, self._task.id, note=note)

    def _fields(self) -> tuple[TextField | _DayField, ...]:
        return (self.title, self.who, self.day, self.note)

    def _save_day(self, day: date | None) -> None:
        if self._task is not None and day is not None:
            move_task(self._editing.desk, self._task.id, day)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_outside = new is not None and not self.isAncestorOf(new)
        is_wrong = any(field.has_error() for field in self._fields()) or self.day.is_busy()
        if is_outside and not is_wrong and self.isVisible():
            self._leave()

    def _leave(self) -> None:
        app = QApplication.instance()
        if self._task is not None and isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus)
        self._task = None
        self.hide()
        self.left.emit()


class NewTask(QWidget):
    """A line for a task of the office's own: words, a day in any writing, Enter."""

    added = Signal(object)
    """The id of the new task."""

    def __init__(self, editing: EventEditing, parent: QWidget) -> None:
        super().__init__(parent)
        self._editing = editing
        now = theme.current()
        self.words = _line(self, "newTask", "Neue Aufgabe", "Neue Aufgabe, z. B. Beamer")
        self.day = _line(self, "newTaskDay", "Tag der neuen Aufgabe", "bis, z. B. 8.4. oder Do")
        self.day.setFixedWidth(now.px(180))
        self.add = QuietButton("Dazu", self, name="addTask")
        self.wrong = PlainLabel("", self, kind="fieldError", wrap=True)
        self.wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.day)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(4))
        column.addLayout(row)
        column.addWidget(self.wrong)
        self.words.returnPressed.connect(self._on_add)
        self.day.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)

    @Slot()
    def _on_add(self) -> None:
        """Keep the task; what is wrong stays typed, with a sentence below."""
        event_id, desk = self._editing.event_id, self._editing.desk
        if event_id is None:
            return
        typed = clean(self.day.text()).strip()
        try:
            day = parse_date(typed, desk.clock.today()).date if typed else None
            task_id = add_event_task(desk, event_id, self.words.text(), day)
        except UserError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            return
        self.wrong.hide()
        self.words.clear()
        self.day.clear()
        self.words.setFocus()
        self.added.emit(task_id)


def _line(parent: QWidget, name: str, spoken: str, hint: str) -> QLineEdit:
    edit = QLineEdit(parent)
    edit.setObjectName(name)
    edit.setAccessibleName(spoken)
    edit.setPlaceholderText(hint)
    return edit
