"""A panel of papers over the invented town, and the time from a key to the picture it leads to."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kitadesk.base.clock import SystemClock
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.events import events
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.collector import collect_on_main_thread, keep_what_is_there
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.papers.panel import PaperPanel

LONGEST_S = 10.0


class _PaintWatch(QObject):
    """Notes when the sheet was painted with a picture that it did not have before."""

    def __init__(self, panel: PaperPanel) -> None:
        super().__init__(panel)
        self.is_drawn = False
        self.painted_at = 0.0
        panel.preview.shown.connect(self._on_shown)
        panel.preview.findChildren(QWidget, "paper")[0].installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.is_drawn and not self.painted_at:
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)

    def _on_shown(self) -> None:
        self.is_drawn = True

    def _on_painted(self) -> None:
        if not self.painted_at:
            self.painted_at = time.perf_counter()


class PreviewProbe:
    """One window with one paper and its form filled in; `pages` is how many the paper has."""

    def __init__(self, folder: Path, paper_id: str, field: str, chosen: Mapping[str, str]) -> None:
        self._app = QApplication([])
        theme.apply(self._app, Scheme.LIGHT)
        collect_on_main_thread(self._app)
        keep_what_is_there()
        self._desk = Desk.open(folder, SystemClock())
        fill_demo(self._desk)
        self._jobs = Jobs()
        self._window = QWidget()
        self._window.resize(480, 900)
        context = AppContext(
            desk=self._desk,
            jobs=self._jobs,
            changes=Changes(self._desk, self._window),
            window=self._window,
            navigate=lambda _kind, _id: None,
            print_pdf=lambda _pdf, _title, _then=None: None,
            notify=lambda _text: None,
        )
        self._panel = PaperPanel(context, SubjectKind.EVENT, self._window)
        self._panel.setFixedSize(480, 900)
        today = self._desk.clock.today()
        evening = next(row for row in self._desk.read(events, today) if row.entry_year)
        self._panel.show_subject(evening.id)
        self._panel.choose(paper_id, chosen)
        self._window.show()
        self.rest(1.0)
        self.pages = self._panel.preview.page_count()
        self._edit = self._panel.findChildren(QLineEdit, f"param_{field}")[0]

    def rest(self, seconds: float) -> None:
        """Let everything that is under way end, and some time pass."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end or self._jobs.is_busy():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def key_to_paint(self, sign: str) -> float:
        """Type one sign over the field; return the seconds until the new page is painted."""
        watch = _PaintWatch(self._panel)
        self._edit.selectAll()
        begin = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
            self._app.sendEvent(self._edit, event)
        while not watch.painted_at and time.perf_counter() - begin < LONGEST_S:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        watch.setParent(None)
        return watch.painted_at - begin

    def close(self) -> None:
        """Wait for the lanes and close the file."""
        self._window.hide()
        self._jobs.shutdown()
        self._desk.close()
