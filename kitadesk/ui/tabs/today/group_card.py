"""The card of the groups: what each hands out this week and how many slips it waits for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kitadesk.base.text import and_list, plural
from kitadesk.queries.group_work import GroupWork, group_work
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Job, JobControl
from kitadesk.ui.kit.widgets import Card, PlainLabel, QuietButton

NO_GROUP = "Ohne Gruppe"


class GroupCard(Card):
    """Hidden while no group has anything to do; read in a job, because it goes by the letter."""

    print_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__("Für die Gruppen", parent, name="groupWork")
        now = theme.current()
        self._context = context
        self._job: Job | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(now.px(16))
        self._grid.setVerticalSpacing(now.px(8))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        button = QuietButton("Wochenzettel drucken", self, name="printGroupWork")
        button.clicked.connect(self.print_wanted)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button)
        self.body.addLayout(foot)
        self.hide()

    def read(self, day: date) -> None:
        """Ask again what the groups have to do; what was asked before is wanted no more."""
        if self._job is not None:
            self._job.cancel()
        job = ReadGroups(self._context.desk, day)
        self._job = self._context.jobs.work(job, done=self._on_read)

    def groups(self) -> list[tuple[str, str]]:
        """Return what the card shows: group and words."""
        labels = [
            self._text(row, column) for row in range(self._grid.rowCount()) for column in (0, 1)
        ]
        return [pair for pair in zip(labels[::2], labels[1::2], strict=True) if pair[0]]

    @Slot(object)
    def _on_read(self, found: tuple[GroupWork, ...]) -> None:
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, group in enumerate(found):
            self._grid.addWidget(PlainLabel(group.name or NO_GROUP, self), line, 0)
            self._grid.addWidget(
                PlainLabel(work_words(group), self, kind="muted", wrap=True), line, 1
            )
        self.setVisible(bool(found))

    def _text(self, row: int, column: int) -> str:
        item = self._grid.itemAtPosition(row, column)
        widget = item.widget() if item is not None else None
        return widget.text() if isinstance(widget, PlainLabel) else ""


class ReadGroups:
    """The job that reads letters and replies of the events in question."""

    def __init__(self, desk: Desk, day: date) -> None:
        self._desk = desk
        self._day = day

    def __call__(self, control: JobControl) -> tuple[GroupWork, ...]:
        """Return the groups that have something to do."""
        control.check()
        return self._desk.read(group_work, self._day)


def work_words(group: GroupWork) -> str:
    """Return "20 Briefe austeilen, 3 Zettel fehlen"."""
    out = sum(len(part.labels) for part in group.to_hand_out)
    back = sum(len(part.labels) for part in group.missing)
    words = [plural(out, "Brief austeilen", "Briefe austeilen")] if out else []
    if back:
        words.append(plural(back, "Zettel fehlt", "Zettel fehlen"))
    return and_list(words, word="und")
