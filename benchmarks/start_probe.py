"""Starts the program on a data folder, notes the moments of the start, and ends.

Prints: seconds to the painted shell, seconds to the painted data of Heute, the longest time in ms
that the event loop did not turn after the first paint, and the resident memory in MB.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from benchmarks.floors.process_clock import memory_mb, since_start
from kitadesk.app import Program, Wishes
from kitadesk.ui.kit.application import prepare

BEAT_MS = 5
WATCHED_MS = 1500


class Probe(QObject):
    """Watches the window from outside."""

    def __init__(self, program: Program, app: QObject) -> None:
        super().__init__(app)
        self.shell = 0.0
        self.data = 0.0
        self.longest = 0.0
        self._last = 0.0
        self._app = app
        program.window.first_painted.connect(self._on_shell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when Heute is painted for the first time."""
        if (
            not self.data
            and event.type() == QEvent.Type.Paint
            and watched.objectName() == "todayTab"
        ):
            self.data = since_start()
            self._app.removeEventFilter(self)
            QTimer.singleShot(WATCHED_MS, self._on_end)
        return False

    @Slot()
    def _on_shell(self) -> None:
        self.shell = since_start()
        # Every event passes this filter in Python, so it waits until the shell stands.
        self._app.installEventFilter(self)
        self._last = time.perf_counter()
        beat = QTimer(self)
        beat.timeout.connect(self._on_beat)
        beat.start(BEAT_MS)

    @Slot()
    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    @Slot()
    def _on_end(self) -> None:
        print(f"{self.shell:.3f} {self.data:.3f} {self.longest * 1000:.1f} {memory_mb():.0f}")
        QTimer.singleShot(0, self._app.quit)


def main(folder: str) -> None:
    """Run the program once."""
    wishes = Wishes(folder=Path(folder))
    app = prepare(wishes.scheme, wishes.font_scale)
    program = Program(wishes)
    probe = Probe(program, app)
    program.window.show()
    app.exec()
    program.close()
    del probe


if __name__ == "__main__":
    main(sys.argv[1])
