"""The field for a date: typed in any German way, stepped by keys, or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from kitadesk.base.date_parsing import parse_date
from kitadesk.base.dates import long_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.dialogs import Choice
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.icons import icon
from kitadesk.ui.kit.line_field import LineField
from kitadesk.ui.kit.slots import weak_slot

_OPENER = 22
"""px at 100 % that the small button takes from the line."""


class DateField(LineField):
    """A date in any German way of writing; shows the long date and asks about a wrong weekday.

    Saved on Enter and focus-out only: "8.4." on the way to "8.4.28" is not meant yet; below stands
    meanwhile what is understood. `note_for` gives a note for a date (Ferien, Feiertag). Arrow up
    and down go a day on and back, with Alt a week; F4 or the small button open a calendar.
    """

    def __init__(
        self,
        caption: str,
        parent: QWidget | None = None,
        *,
        name: str,
        today: Callable[[], date],
        note_for: Callable[[date], str] | None = None,
    ) -> None:
        super().__init__(caption, parent, name=name, hint="z. B. 8.4. oder Do")
        self._today = today
        self._note_for = note_for
        self._confirmed = ""
        self._is_asking = False
        self._opener = self._build_opener(caption, name)
        longest = self.edit.fontMetrics().horizontalAdvance("Donnerstag, 28. September 2028")
        self.edit.setMinimumWidth(longest + theme.current().px(28 + _OPENER))
        self.edit.setTextMargins(0, 0, theme.current().px(_OPENER), 0)

    @override
    def commit(self) -> bool:
        if self._is_asking:
            return False
        text = clean(self.edit.text()).strip()
        mismatch = self._mismatch(text)
        if mismatch is None or text == self._confirmed:
            return super().commit()
        self._ask(text, *mismatch)
        return False

    @override
    def _read(self) -> date | None:
        text = clean(self.edit.text()).strip()
        return parse_date(text, self._today()).date if text else None

    @override
    def _show(self, value: Any) -> None:
        self._confirmed = ""
        self._show_text("" if value is None else long_date(value))
        self.set_note(self._note_of(value))

    @override
    @Slot()
    def _on_edited(self) -> None:
        try:
            day = self._read()
        except UserError:
            self.set_note("")
            return
        words = "" if day is None else f"{long_date(day)}. {self._note_of(day)}".rstrip(" .")
        self.set_note(words)

    def step(self, days: int) -> None:
        """Go some days on or back from what stands here; an empty field begins today."""
        try:
            day = self._read()
        except UserError:
            return
        start = self._today() if day is None else day
        wanted = start.toordinal() + (days if day is not None else 0)
        if date.min.toordinal() <= wanted <= date.max.toordinal():
            self._put(date.fromordinal(wanted))

    @Slot()
    def open_calendar(self) -> None:
        """Show the month of the date below the field; a chosen day is saved at once."""
        # Most dates are typed; the calendar is a large widget.
        from kitadesk.ui.kit.calendar_popup import CalendarPopup  # noqa: PLC0415 - on demand

        try:
            day = self._read()
        except UserError:
            day = None
        popup = CalendarPopup(day or self._today(), self._today(), self.edit)
        popup.picked.connect(self._on_picked)
        popup.show_below(self.edit)

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.Resize:
            side = min(self.edit.height() - 4, theme.current().px(28))
            left = self.edit.width() - side - theme.current().px(4)
            self._opener.setGeometry(left, (self.edit.height() - side) // 2, side, side)
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._opener.setIcon(icon("calendar", "muted"))

    @override
    def _on_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if way and modifiers == Qt.KeyboardModifier.NoModifier:
            self.step(way)
        elif way and modifiers == Qt.KeyboardModifier.AltModifier:
            self.step(7 * way)
        elif event.key() == Qt.Key.Key_F4 and modifiers == Qt.KeyboardModifier.NoModifier:
            self.open_calendar()
        else:
            return super()._on_key(event)
        return True

    def _build_opener(self, caption: str, name: str) -> QToolButton:
        opener = QToolButton(self.edit)
        opener.setObjectName(f"{name}Calendar")
        opener.setAccessibleName(f"Kalender: {caption}")
        opener.setToolTip("Kalender (F4)")
        opener.setStyleSheet("QToolButton { padding: 0; border: none; min-height: 0; }")
        opener.setCursor(Qt.CursorShape.ArrowCursor)
        opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F4 does the same; Tab goes on.
        opener.setIcon(icon("calendar", "muted"))
        side = theme.current().px(16)
        opener.setIconSize(QSize(side, side))
        opener.clicked.connect(self.open_calendar)
        return opener

    def _put(self, day: date) -> None:
        """Show a day as if it had been typed; it is saved on Enter and focus-out."""
        self.edit.setText(long_date(day))
        self.edit.selectAll()
        self.show_error(None)
        self._on_edited()

    @Slot(object)
    def _on_picked(self, day: date) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put(day)
        self.commit()

    def _note_of(self, day: date | None) -> str:
        return "" if day is None or self._note_for is None else self._note_for(day)

    def _mismatch(self, text: str) -> tuple[date, str] | None:
        try:
            parsed = parse_date(text, self._today()) if text else None
        except UserError:
            return None
        if parsed is None or parsed.weekday_mismatch is None:
            return None
        return parsed.date, parsed.weekday_mismatch

    def _ask(self, text: str, day: date, typed: str) -> None:
        self._is_asking = True
        question = f"Der {long_date(day).split(', ', 1)[1]} ist ein {long_date(day).split(',')[0]}."
        choices = (
            Choice("Dieses Datum nehmen", weak_slot(self._take, text), is_main=True),
            Choice("Ändern", self._change_it),
        )
        dialogs.door().ask(self, question, f"Eingegeben war: {typed}.", choices)

    def _take(self, text: str) -> None:
        self._is_asking = False
        self._confirmed = text
        self.commit()

    def _change_it(self) -> None:
        self._is_asking = False
        self.edit.setFocus()
        self.edit.selectAll()
