"""The field that narrows a list while one types: blind to umlauts and case, parts of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from typing_extensions import override

from kitadesk.base.text import fold_variants
from kitadesk.ui.kit import theme

LONGEST = 200
"""Characters that somebody may type; what is longer was pasted by mistake."""
_NUMBER = re.compile(r"[\d\s/()+.-]*\d[\d\s/()+.-]*")


class Wanted:
    """What somebody typed: every word must be found, in any of its folded forms.

    A number is one word, however it is divided: "037207 55510" finds "037207 555-10".
    """

    def __init__(self, query: str) -> None:
        self._digits = re.sub(r"\D", "", query) if _NUMBER.fullmatch(query) else ""
        self._words = [forms for word in query.split() if (forms := fold_variants(word))[0]]

    def __bool__(self) -> bool:
        return bool(self._words)

    def kept(self, places: Sequence[int], stored: Sequence[str]) -> Sequence[int]:
        """Return the places whose text (made by `stored_text`) has all words; for many thousands.

        35,000 rows take 3 ms; asked one by one with `is_in` they take 100.
        """
        for forms in self._words:
            if len(forms) == 1:
                form = forms[0]
                places = [place for place in places if form in stored[place]]
            else:
                places = [p for p in places if any(form in stored[p] for form in forms)]
        return places

    def is_in(self, texts: Iterable[str]) -> bool:
        """Whether all words stand somewhere in these texts."""
        joined = " \n".join(texts)
        stored = _stored(joined)
        if all(any(form in text for form in word for text in stored) for word in self._words):
            return True
        return bool(self._digits) and any(
            self._digits in re.sub(r"\D", "", line) for line in joined.split("\n")
        )


def stored_text(texts: Iterable[str]) -> str:
    """Return all folded forms of a row as one text, to be made once and kept with the row."""
    return " \n".join(fold_variants(" \n".join(texts)))


@lru_cache(maxsize=20_000)
def _stored(joined: str) -> tuple[str, ...]:
    """Return the folded forms of a row; folding is what costs time, and rows seldom change."""
    return fold_variants(joined)


class FilterField(QLineEdit):
    """A search field of one page; Esc empties it, arrow down goes to the list."""

    changed = Signal()
    left_down = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint.rstrip(" …"))
        self.setMaxLength(LONGEST)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setObjectName(f"{name}Clear")
            button.setAccessibleName("Feld leeren")
            # The padding of other small buttons would push it out of the field.
            button.setStyleSheet("QToolButton { padding: 0; min-height: 0; border: none; }")
        self.setMinimumWidth(theme.current().px(160))
        self.textChanged.connect(self._on_text_changed)

    def wanted(self) -> Wanted:
        """Return what is typed now."""
        return Wanted(self.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()
