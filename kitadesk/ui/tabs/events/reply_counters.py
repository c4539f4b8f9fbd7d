"""The counters over the replies: large numbers with their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kitadesk.domain.replies import MAX_CHOICES, ReplyKind, ReplyQuestion, tally
from kitadesk.queries.replies import ReplyCounts, ReplyRow
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import FlowLayout, Pill, PlainLabel, Tone


def counter_parts(counts: ReplyCounts) -> list[tuple[str, str]]:
    """Return numbers with their words: "31 von 78" "Familien", "52" "Personen", …"""
    parts = [
        (f"{counts.replied} von {counts.households}", "Familien"),
        (str(counts.persons), "Person" if counts.persons == 1 else "Personen"),
        (str(counts.no), "nein"),
        (str(counts.missing), "fehlt" if counts.missing == 1 else "fehlen"),
    ]
    if counts.guests:
        parts.append((str(counts.guests), "Gast" if counts.guests == 1 else "Gäste"))
    if counts.childcare_children:
        parts.append((str(counts.childcare_children), "in Betreuung"))
    return parts


def counter_line(counts: ReplyCounts) -> str:
    """Return all counters as one line: "31 von 78 Familien · 52 Personen · …"."""
    return " · ".join(f"{number} {word}" for number, word in counter_parts(counts))


def answer_parts(question: ReplyQuestion, rows: Sequence[ReplyRow]) -> list[tuple[str, str]]:
    """Return the counters of a letter: "37 von 78" "Familien", "41" "Ja", "25" "fehlen"."""
    known = [row.reply for row in rows if row.reply is not None]
    missing = len(rows) - len(known)
    sums = tally(question, known)
    if question.kind is ReplyKind.NUMBER:
        sums = sums[:1]
    return [
        (f"{len(known)} von {len(rows)}", "Familien"),
        *((str(count), word) for word, count in sums),
        (str(missing), "fehlt" if missing == 1 else "fehlen"),
    ]


class _Counter(QWidget):
    """A large number with its word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.current().px(6), 0)
        row.setSpacing(theme.current().px(4))
        self.number = PlainLabel("", self, kind="heading")
        self.word = PlainLabel("", self, kind="muted")
        row.addWidget(self.number)
        row.addWidget(self.word)


class ReplyCounters(QWidget):
    """One number and word after the other; says when the room is too small."""

    MOST = 2 + MAX_CHOICES + 1
    """Families, missing, every choice, and none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("replyCounters")
        flow = FlowLayout(self, spacing=theme.current().px(4))
        self._counters = [_Counter(self) for _ in range(self.MOST)]
        for counter in self._counters:
            flow.addWidget(counter)
        self.room = Pill("", Tone.WARN, self)
        self.room.hide()
        flow.addWidget(self.room)

    def show_counts(self, counts: ReplyCounts, capacity: int | None) -> None:
        """Show counters; `capacity` is how many persons the room holds."""
        self._show_parts(counter_parts(counts))
        is_too_small = capacity is not None and counts.expected > capacity
        self.room.setVisible(is_too_small)
        self.room.setText(f"{counts.expected} für {capacity} Plätze")

    def show_answers(self, question: ReplyQuestion, rows: Sequence[ReplyRow]) -> None:
        """Show how a letter was answered."""
        self._show_parts(answer_parts(question, rows))
        self.room.hide()

    def _show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        for place, counter in enumerate(self._counters):
            counter.setVisible(place < len(parts))
            if place < len(parts):
                counter.number.setText(parts[place][0])
                counter.word.setText(parts[place][1])
        self.setAccessibleName(" · ".join(f"{number} {word}" for number, word in parts))
