"""What the window shows while the data file has no house: tiles, own Kita, first paper."""

from __future__ import annotations

import logging
from collections.abc import Collection
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.queries.house import own_house
from kitadesk.services.demo import fill_demo
from kitadesk.services.house import HouseInput, begin_house
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.widgets import ScrollPage
from kitadesk.ui.start.first_paper import CARDS, FirstPaper, PaperCard
from kitadesk.ui.start.first_sheet import FirstSheet
from kitadesk.ui.start.house_form import HouseForm
from kitadesk.ui.start.welcome import Welcome
from kitadesk.ui.takeover.dialog import TakeoverDialog

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk


class Step(Enum):
    """The pages of the first minutes, in their order."""

    WELCOME = 0
    HOUSE = 1
    PAPER = 2
    SHEET = 3


OFFERED = tuple(one.paper_id for one in CARDS)
"""The papers of the cards; every one of them can be printed."""


class StartPage(QWidget):
    """Shown instead of the tabs until the first minutes are over.

    `house_ready` comes once, when the tabs may be shown; then `tab_wanted(tab)` where that is not
    Heute ("events", "transition", "contacts"). An event begun here is shown by
    `context.navigate("event", id)`, and *Liste übernehmen* opens over the tabs if it was wished.
    `existing_papers` are the ids that can be printed.
    """

    house_ready = Signal()
    tab_wanted = Signal(str)

    def __init__(
        self,
        context: AppContext,
        parent: QWidget | None = None,
        *,
        existing_papers: Collection[str] = OFFERED,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self._context = context
        self._existing = frozenset(existing_papers)
        self._tab = "events"
        self.welcome = Welcome(self)
        self.form = HouseForm(self)
        self.paper = FirstPaper(self._existing, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(_centred(self.welcome, 640))
        self._pages.addWidget(_centred(self.form, 480))
        self._pages.addWidget(_centred(self.paper, 960))
        self.sheet = FirstSheet(context, self)
        self._pages.addWidget(_full(self.sheet))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        context.changes.refresh_on({"institution"}, self._on_house_changed)
        self.welcome.demo_wanted.connect(self._on_demo)
        self.welcome.own_wanted.connect(self._on_own)
        self.form.back.connect(self._on_back)
        self.form.entered.connect(self._on_entered)
        self.paper.chosen.connect(self._on_paper)
        self.paper.skipped.connect(self._on_skipped)
        self.sheet.back.connect(self._on_other_paper)
        self.sheet.finished.connect(self._on_finished)
        self.sheet.list_wanted.connect(self._on_list_wanted)

    def step(self) -> Step:
        """Return the page that is shown."""
        return Step(self._pages.currentIndex())

    def show_step(self, step: Step) -> None:
        """Show a page and put the focus where the hands go on."""
        self._pages.setCurrentIndex(step.value)
        if step is Step.WELCOME:
            self.welcome.own.setFocus(Qt.FocusReason.TabFocusReason)
        elif step is Step.HOUSE:
            self.form.start()
        elif step is Step.PAPER:
            self.paper.start()
        else:
            self.sheet.start()
        _log.info("first start: %s", step)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_step(self.step())

    def _on_house_changed(self) -> None:
        """Go back to the form when somebody took the begin of the house back."""
        is_past = self.step() in (Step.PAPER, Step.SHEET)
        if is_past and self._context.desk.read(own_house) is None:
            self.show_step(Step.HOUSE)

    @Slot()
    def _on_demo(self) -> None:
        self.welcome.set_busy("Die Beispielstadt wird aufgebaut …")
        self._context.jobs.work(
            _FillDemo(self._context.desk),
            title="Beispielstadt",
            done=self._on_demo_filled,
            failed=self._on_demo_failed,
        )

    @Slot()
    def _on_own(self) -> None:
        self.show_step(Step.HOUSE)

    @Slot()
    def _on_back(self) -> None:
        self.show_step(Step.WELCOME)

    @Slot(object)
    def _on_entered(self, house: HouseInput) -> None:
        try:
            begin_house(self._context.desk, house)
        except UserError as error:
            self.form.show_error(error)
            return
        self.show_step(Step.PAPER)

    @Slot(object)
    def _on_paper(self, card: PaperCard) -> None:
        self._tab = card.tab
        if card.paper_id in self._existing:
            self.sheet.show_card(card)
            self.show_step(Step.SHEET)
            return
        self.house_ready.emit()
        self.tab_wanted.emit(card.tab)
        self._context.notify(
            f"{card.title}: Das Papier folgt. Die Namen stehen schon hier in der Liste."
        )

    @Slot()
    def _on_other_paper(self) -> None:
        self.show_step(Step.PAPER)

    @Slot(object)
    def _on_finished(self, event_id: UUID | None) -> None:
        self.house_ready.emit()
        if event_id is None:
            self.tab_wanted.emit(self._tab)
        else:
            self._context.navigate("event", event_id)

    @Slot(object)
    def _on_list_wanted(self, event_id: UUID | None) -> None:
        """Show the tabs, then the dialog over them; this page may be gone by then."""
        context = self._context
        self._on_finished(event_id)
        TakeoverDialog(context).open()

    @Slot()
    def _on_skipped(self) -> None:
        self.house_ready.emit()

    def _on_demo_filled(self, _nothing: object) -> None:
        self.welcome.set_busy("")
        self.house_ready.emit()

    def _on_demo_failed(self, error: UserError) -> None:
        self.welcome.show_error(error)


class _FillDemo:
    """The job behind the first tile; holds the desk, no widget."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, control: JobControl) -> None:
        control.check()
        fill_demo(self._desk)


def _full(page: QWidget) -> QWidget:
    """Give a page the whole height, with room around it."""
    now = theme.current()
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(now.px(24), now.px(16), now.px(24), now.px(12))
    row.addStretch(1)
    page.setMaximumWidth(now.px(1080))
    page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    row.addWidget(page, 100)
    row.addStretch(1)
    return holder


def _centred(page: QWidget, width: int) -> ScrollPage:
    """Put a page into the middle of the window; it scrolls where the window is low."""
    now = theme.current()
    scroll = ScrollPage()
    page.setMaximumWidth(now.px(width))
    page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    row = QHBoxLayout()
    row.setContentsMargins(now.px(24), now.px(24), now.px(24), now.px(24))
    row.addStretch(1)
    row.addWidget(page, 100)
    row.addStretch(1)
    scroll.body.addStretch(2)
    scroll.body.addLayout(row)
    scroll.body.addStretch(3)
    return scroll
