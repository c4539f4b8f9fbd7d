"""Slips on the number pad: number, Enter, persons, Enter, and the next slip."""

from __future__ import annotations

import logging
from contextlib import suppress
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, plural
from kitadesk.domain.replies import (
    MAX_PERSONS,
    Answer,
    Reply,
    ReplyKind,
    ReplyQuestion,
    allowed_answers,
    answer_words,
    is_slip,
    parse_answer,
    question_of,
    typed_answer,
)
from kitadesk.queries.events import EventRow
from kitadesk.queries.replies import SlipRow, find_slip, replies_of
from kitadesk.queries.slips import SlipPlace, slip_place
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.fields import restyle
from kitadesk.ui.kit.widgets import Card, PlainLabel, TextLink
from kitadesk.ui.tabs.events.editing import EventEditing

_log = logging.getLogger(__name__)
_OF_ANOTHER_RUN = frozenset({"slip_other_event", "slip_unknown"})
"""What is said of a number that another event or a consent form may bear."""
HINT = "Nummer vom Abschnitt, Enter, Personen, Enter. 0 heißt: kommt nicht."


_CAPTIONS = {
    ReplyKind.ATTENDANCE: "Personen",
    ReplyKind.YES_NO: "J oder N",
    ReplyKind.NUMBER: "Zahl",
    ReplyKind.CHOICE: "Antwort",
}


class Saying(Enum):
    """How the line beside the fields is meant; the value is its look."""

    HINT = "muted"
    FOUND = "strong"
    WRONG = "fieldError"


class SlipEntry(Card):
    """The card on top of the replies; keeps the keyboard on the number pad."""

    recorded = Signal(object)
    """The household whose reply was stored."""
    elsewhere_wanted = Signal(object)
    """The id of a slip that belongs to another run: somebody wants to go there."""

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="slipEntry")
        self._editing = editing
        self._slip: SlipRow | None = None
        self._elsewhere: SlipPlace | None = None
        self._question = ""
        self._asked = ReplyQuestion()
        now = theme.current()
        self.number = _line(self, "slipNumber", "Nummer des Abschnitts", now.px(120))
        self.persons = _line(self, "slipPersons", "Personen", now.px(84))
        self.childcare = _line(self, "slipChildcare", "Kinder in Betreuung", now.px(84))
        self.language = _line(self, "slipLanguage", "Dolmetschen in", now.px(132))
        self.number.setPlaceholderText("z. B. 4821-7")
        self.said = PlainLabel("", self, wrap=True)
        self.said.setMinimumWidth(now.px(120))
        self._captions: dict[QLineEdit, PlainLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(now.px(12))
        grid.setVerticalSpacing(now.px(4))
        captions = ("Nr.", "Personen", "Betreuung", "Dolmetschen")
        edits = (self.number, self.persons, self.childcare, self.language)
        for place, (caption, edit) in enumerate(zip(captions, edits, strict=True)):
            label = PlainLabel(caption, self, kind="small")
            label.setBuddy(edit)
            self._captions[edit] = label
            grid.addWidget(label, 0, place)
            grid.addWidget(edit, 1, place)
            edit.returnPressed.connect(self._on_enter)
            edit.installEventFilter(self)
        grid.setColumnStretch(4, 1)
        self.number.textEdited.connect(self._on_number_edited)
        self.body.addLayout(grid)
        self.body.addWidget(self.said)
        self.go = TextLink("Dort erfassen", self, name="slipElsewhere")
        self.go.setToolTip("Zeigt, wohin diese Nummer gehört")
        self.go.clicked.connect(self._on_go)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear()

    def fill(self, row: EventRow | None) -> None:
        """Ask only what this event offers, or what the slip of a letter asks."""
        if row is not None:
            self._question_of(question_of(row))
        has_childcare = row is not None and row.has_childcare
        has_languages = row is not None and bool(row.interpreter_languages)
        for edit, is_asked in ((self.childcare, has_childcare), (self.language, has_languages)):
            edit.setVisible(is_asked)
            self._captions[edit].setVisible(is_asked)

    def _question_of(self, question: ReplyQuestion) -> None:
        self._asked = question
        caption = _CAPTIONS[question.kind]
        self._captions[self.persons].setText(caption)
        self.persons.setAccessibleName(caption)
        if self._slip is None and self.said.objectName() == Saying.HINT.value:
            self._say(self._hint(), Saying.HINT)

    def _hint(self) -> str:
        if self._asked.kind is ReplyKind.ATTENDANCE:
            return HINT
        return f"Nummer vom Abschnitt, Enter, Antwort, Enter. {allowed_answers(self._asked)}."

    @Slot()
    def clear(self) -> None:
        """Wait for the next slip."""
        self._slip = None
        self._question = ""
        for edit in (self.number, self.persons, self.childcare, self.language):
            edit.clear()
        self._enable(is_found=False)
        self._say(self._hint(), Saying.HINT)

    def begin(self) -> None:
        """Put the keyboard on the number."""
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def take(self, number: str) -> None:
        """Look up a number that was typed or scanned elsewhere."""
        self.clear()
        self.number.setText(number)
        self.begin()
        self._look_up()

    @Slot(str)
    def take_scan(self, number: str) -> None:
        """Go on with a slip that was scanned, wherever; what was open stays without an answer."""
        left = self._slip
        self.take(number)
        if left is not None and self._slip is not None:
            self._say(f"{self.said.text()} – ohne Antwort blieb: {left.label}", Saying.FOUND)

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._has_something():
                self.clear()
                self.begin()
                return True
            is_tab = event.key() == Qt.Key.Key_Tab and watched is self.number
            if is_tab and self.number.text() and self._slip is None:
                self._look_up()
                return True
        return False

    def _has_something(self) -> bool:
        edits = (self.number, self.persons, self.childcare, self.language)
        return any(edit.text() for edit in edits)

    @Slot()
    def _on_enter(self) -> None:
        if self._slip is None:
            if self.number.text().strip():
                self._look_up()
        elif self.number.hasFocus():
            self._to_persons()
        else:
            self._record()

    @Slot()
    def _on_number_edited(self) -> None:
        if self._slip is not None:
            typed = self.number.text()
            self.clear()
            self.number.setText(typed)
        self._say(self._hint(), Saying.HINT)

    def _look_up(self) -> None:
        """Show the family behind the number, or say beside it what is wrong."""
        if self._editing.event_id is None:
            return
        typed = clean(self.number.text())
        try:
            slip = self._editing.desk.read(find_slip, self._editing.event_id, typed)
        except UserError as error:
            _log.info("slip refused: %s", error)
            self._refuse(error, typed)
            return
        _log.info("slip found")
        self._slip = slip
        words = " · ".join(part for part in (slip.label, slip.group_name) if part)
        if slip.known is not None:
            known = self._words_of(slip.known)
            words = f"{words} – schon erfasst: {known}. Enter lässt es so."
            self._show_known(slip)
        self._say(words, Saying.FOUND)
        self._enable(is_found=True)
        self._to_persons()

    def _refuse(self, error: UserError, typed: str) -> None:
        """Say what is wrong; a number of another run is named with the way there."""
        words, place = str(error), None
        if error.code in _OF_ANOTHER_RUN:
            with suppress(UserError):
                place = self._editing.desk.read(slip_place, typed)
                words = place.words
        self._say(words, Saying.WRONG)
        self._elsewhere = place
        self.go.setVisible(place is not None)
        self.number.selectAll()

    @Slot()
    def _on_go(self) -> None:
        if self._elsewhere is not None:
            self.elsewhere_wanted.emit(self._elsewhere.id)

    def _show_known(self, slip: SlipRow) -> None:
        """Fill in what was answered before, so that changing the persons loses nothing."""
        desk = self._editing.desk
        rows = desk.read(replies_of, slip.event_id, desk.clock.today())
        self.persons.setText(typed_answer(self._asked, slip.known) if slip.known else "")
        known = next((row for row in rows if row.household_id == slip.household_id), None)
        if known is not None:
            self._question = known.question
            self.childcare.setText(str(known.childcare_children or ""))
            self.language.setText(known.interpreter_language)

    def _to_persons(self) -> None:
        self.persons.setFocus(Qt.FocusReason.OtherFocusReason)
        self.persons.selectAll()

    def _record(self) -> None:
        slip = self._slip
        if slip is None or self._take_next():
            return
        try:
            persons = parse_answer(self._asked, clean(self.persons.text()))
            reply = ReplyInput(
                event_id=slip.event_id,
                household_id=slip.household_id,
                persons=persons,
                childcare_children=_whole(self.childcare.text() or "0"),
                interpreter_language=clean(self.language.text()).strip(),
                question=self._question,
            )
            recorded = record_reply(self._editing.desk, reply)
        except UserError as error:
            self._say(str(error), Saying.WRONG)
            return
        said = self._words_of(recorded)
        self.clear()
        self._say(f"✓ Gespeichert: {slip.label}, {said}", Saying.FOUND)
        self.begin()
        self.recorded.emit(slip.household_id)

    def _take_next(self) -> bool:
        """Go on with the next slip where its number was typed into the answer.

        No answer has so many digits; what was open stays without one, and that is said.
        """
        typed = clean(self.persons.text()).strip()
        if not is_slip(typed):
            return False
        self.take_scan(typed)
        return True

    def _words_of(self, reply: Reply) -> str:
        if self._asked.kind is not ReplyKind.ATTENDANCE:
            return answer_words(self._asked, reply)
        is_yes = reply.answer is Answer.YES
        return plural(reply.persons, "Person", "Personen") if is_yes else "nein"

    def _enable(self, *, is_found: bool) -> None:
        for edit in (self.persons, self.childcare, self.language):
            edit.setEnabled(is_found)

    def _say(self, words: str, saying: Saying) -> None:
        self._elsewhere = None
        self.go.hide()
        self.said.setText(words)
        self.said.setObjectName(saying.value)
        self.said.setAccessibleName(words)
        restyle(self.said)
        self.number.setProperty("wrong", saying is Saying.WRONG and self._slip is None)
        self.persons.setProperty("wrong", saying is Saying.WRONG and self._slip is not None)
        restyle(self.number)
        restyle(self.persons)


def _line(parent: QWidget, name: str, spoken: str, width: int) -> QLineEdit:
    edit = QLineEdit(parent)
    edit.setObjectName(name)
    edit.setAccessibleName(spoken)
    edit.setMinimumWidth(width // 2)
    edit.setMaximumWidth(width)
    return edit


def _whole(text: str) -> int:
    """Read a typed number; nonsense becomes the sentence that says what is possible."""
    typed = clean(text).strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) < 6):
        raise UserError("persons_out_of_range", persons=typed or "nichts", most=MAX_PERSONS)
    return int(typed)
