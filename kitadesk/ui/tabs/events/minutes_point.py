"""One point of the minutes: its result; on demand decision, votes, tasks, words for the wall."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kitadesk.domain.minutes import MOST_VOTES, votes_note
from kitadesk.queries.minutes import MinutesItemRow
from kitadesk.services.minutes import MinutesItemInput, add_minutes_item, change_minutes_item
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import Field, NumberField, TextField
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.slots import page_of, weak_slot
from kitadesk.ui.kit.widgets import FlowLayout, LinkButton, PlainLabel
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.growing_area import GrowingArea
from kitadesk.ui.tabs.events.minutes_head import lock
from kitadesk.ui.tabs.events.minutes_tasks import MinutesTasks

DECISION, TASK, PUBLIC = "decision", "task", "public_text"
_MORE = {
    DECISION: "Beschluss dazu",
    TASK: "Aufgabe dazu",
    PUBLIC: "Text für den Aushang",
}
VOTE_WIDTH = 64
"""px at 100 %."""
_ANSWERS = {"votes_yes": "Ja", "votes_no": "Nein", "votes_abstained": "Enth."}


class MinutesPoint(QWidget):
    """A place in the list of points; it shows one point after another as the list changes.

    The last place is empty: its first content makes a new point.
    """

    move_wanted = Signal(object, int)
    delete_wanted = Signal(object)
    task_wanted = Signal(object)
    changed = Signal()

    def __init__(self, editing: EventEditing, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"minutesPoint{number}")
        self._editing = editing
        self._number = number
        self._item: MinutesItemRow | None = None
        self._present: int | None = None
        self._opened: set[str] = set()
        self._is_saving = False
        self._build()
        for name, field in self.fields().items():
            field.save_with(_Saver(self, name).save)
        for key, step in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(weak_slot(self._move, step))

    @property
    def item(self) -> MinutesItemRow | None:
        """The point that is shown; None in the empty place."""
        return self._item

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by the names of what they store."""
        return {
            "title": self.title,
            "content": self.content,
            DECISION: self.decision,
            **self.votes,
            PUBLIC: self.public_text,
        }

    def fill(self, item: MinutesItemRow | None, *, present: int | None, is_released: bool) -> None:
        """Show a point; what was typed at another point that stood here is let go."""
        is_other = self._id != (item.id if item is not None else None)
        if is_other:
            self._opened.clear()
        self._item, self._present = item, present
        values = _values(item)
        for name, field in self.fields().items():
            field.set_value(values[name])
            if is_other and not self._is_saving:
                field.restore()  # Even where the keyboard is: it is another's field now.
        lock(self.fields(), is_locked=is_released)
        if item is not None:
            self.tasks.fill(item.id, item.tasks)
        self._arrange(is_released=is_released)

    def show_part(self, name: str) -> None:
        """Open decision, task or the words for the wall, and go there."""
        self._opened.add(name)
        self._arrange(is_released=False)
        if name == TASK:
            self.tasks.begin()
        else:
            self.fields()[name].setFocus()

    @property
    def _id(self) -> UUID | None:
        return self._item.id if self._item is not None else None

    def save(self, name: str, value: Any) -> None:
        """Store a field; the first content of the empty place makes the point."""
        desk, event_id = self._editing.desk, self._editing.event_id
        if event_id is None:
            return
        changed: Any = {name: value}
        self._is_saving = True
        try:
            if self._item is None:
                add_minutes_item(desk, event_id, MinutesItemInput(**changed))
            else:
                change_minutes_item(desk, self._item.id, **changed)
            self.changed.emit()
        finally:
            self._is_saving = False

    def _build(self) -> None:
        now, number = theme.current(), self._number
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, now.px(8))
        column.setSpacing(now.px(6))
        # Tab goes as they are made.
        self._mark = PlainLabel(f"{number + 1}.", self, kind="strong")
        self._mark.setFixedWidth(now.px(24))
        self.title = TextField("", self, name=f"minutesTitle{number}", hint="Weiterer Punkt")
        self.title.edit.setAccessibleName(f"Punkt {number + 1}")
        self.content = GrowingArea("Ergebnis", self, name=f"minutesResult{number}", lines=2)
        self.decision = GrowingArea("Beschluss", self, name=f"minutesDecision{number}")
        self.votes = {
            name: NumberField(caption, self, name=f"{_VOTE_NAMES[name]}{number}", most=MOST_VOTES)
            for name, caption in _ANSWERS.items()
        }
        self.outcome = PlainLabel("", self, kind="small", wrap=True)
        self.public_text = GrowingArea(
            "Für den Aushang, ohne Namen", self, name=f"minutesPublic{number}"
        )
        self.tasks = MinutesTasks(self._editing, number, self)
        self.tasks.added.connect(self.changed)
        self.tasks.task_wanted.connect(self.task_wanted)
        self.more = IconButton(
            "more",
            f"Punkt {number + 1} verschieben oder löschen",
            self,
            name=f"minutesMore{number}",
        )
        self._links = self._build_links()
        head = QHBoxLayout()
        head.setSpacing(now.px(4))
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        rest = QVBoxLayout()
        rest.setContentsMargins(now.px(28), 0, 0, 0)
        rest.setSpacing(now.px(6))
        self._decided = self._build_decision()
        for part in (self.content, self._decided, self.public_text, self.tasks, self._links):
            rest.addWidget(part)
        column.addLayout(rest)
        self._build_menu()

    def _build_decision(self) -> QWidget:
        now = theme.current()
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(4))
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        row.addWidget(self.decision, 1, Qt.AlignmentFlag.AlignTop)
        for field in self.votes.values():
            field.edit.setFixedWidth(now.px(VOTE_WIDTH))
            field.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.outcome)
        return holder

    def _build_links(self) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        holder = QWidget(row)
        flow = FlowLayout(holder, spacing=theme.current().px(4))
        line.addWidget(holder, 1)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.openers = {}
        for name, caption in _MORE.items():
            link = LinkButton(caption, holder, name=f"minutesOpen_{name}{self._number}")
            link.clicked.connect(weak_slot(self.show_part, name))
            flow.addWidget(link)
            self.openers[name] = link
        return row

    def _build_menu(self) -> None:
        menu = QMenu(self.more)
        menu.setObjectName(f"minutesMenu{self._number}")
        self._actions = {}
        entries = (
            ("up", "Nach oben\tStrg+↑", weak_slot(self._move, -1)),
            ("down", "Nach unten\tStrg+↓", weak_slot(self._move, 1)),
            ("delete", "Punkt löschen", weak_slot(self._delete)),
        )
        for name, caption, slot in entries:
            action = QAction(caption, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
            self._actions[name] = action
        self.more.open_menu(menu)

    def _arrange(self, *, is_released: bool) -> None:
        """Show the parts that hold something or were asked for, and links to the others."""
        item = self._item
        has = {
            DECISION: item is not None and bool(item.decision or item.votes),
            TASK: item is not None and not self.tasks.is_empty,
            PUBLIC: item is not None and bool(item.public_text),
        }
        shown = {name for name, is_there in has.items() if is_there} | self._opened
        self.content.setVisible(item is not None)
        self._decided.setVisible(DECISION in shown)
        self.public_text.setVisible(PUBLIC in shown)
        self.tasks.setVisible(TASK in shown)
        self.tasks.typing.setVisible(not is_released)
        for name, link in self.openers.items():
            link.setVisible(name not in shown)
        self._links.setVisible(item is not None and not is_released)
        note = votes_note(item.votes, self._present) if item is not None else ""
        self.outcome.setText(note)
        self.outcome.setVisible(bool(note))

    def _move(self, step: int) -> None:
        if self._item is not None and self.commit():
            self.move_wanted.emit(self._item, step)

    @Slot()
    def _delete(self) -> None:
        if self._item is not None:
            self.delete_wanted.emit(self._item)

    def commit(self) -> bool:
        """Save what is typed here; False if something makes no sense."""
        return all(field.commit() for field in self.fields().values() if field.has_unsaved())


class _Saver(QObject):
    """Stores one field of a place."""

    def __init__(self, point: MinutesPoint, name: str) -> None:
        super().__init__(point)
        self._name = name

    def save(self, value: Any) -> None:
        """Store what the field says."""
        point = page_of(self)
        if isinstance(point, MinutesPoint):
            point.save(self._name, value)


_VOTE_NAMES = {
    "votes_yes": "minutesYes",
    "votes_no": "minutesNo",
    "votes_abstained": "minutesAbstained",
}


def _values(item: MinutesItemRow | None) -> dict[str, Any]:
    if item is None:
        return {
            **dict.fromkeys(("title", "content", DECISION, PUBLIC), ""),
            **dict.fromkeys(_ANSWERS),
        }
    return {
        "title": item.title,
        "content": item.content,
        DECISION: item.decision,
        "votes_yes": item.votes.yes,
        "votes_no": item.votes.no,
        "votes_abstained": item.votes.abstained,
        PUBLIC: item.public_text,
    }
