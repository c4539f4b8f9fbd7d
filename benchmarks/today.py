"""Heute over the large invented town: 34,960 children, read and painted after a change.

Prints the milliseconds of the calmest of nine refreshes and of the slowest, beside the loop.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.ratios import calibration_loop, run_module
from benchmarks.town import SCALE
from kitadesk.base.clock import FixedClock
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk

GOAL_MS = 200.0
ROUNDS = 9
DAY = date(2026, 11, 22)


def once(folder: str) -> list[float]:
    """Return the milliseconds of each refresh of the painted page, and those of the loop."""
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - only in the process that measures

    from kitadesk.ui.kit.application import prepare  # noqa: PLC0415
    from kitadesk.ui.kit.changes import Changes  # noqa: PLC0415
    from kitadesk.ui.kit.context import AppContext  # noqa: PLC0415
    from kitadesk.ui.kit.jobs import Jobs  # noqa: PLC0415
    from kitadesk.ui.tabs.today.tab import TodayTab  # noqa: PLC0415

    app = prepare()
    desk = Desk.open(Path(folder), FixedClock(DAY))
    window = QWidget()
    context = AppContext(
        desk=desk,
        jobs=Jobs(window),
        changes=Changes(desk, window),
        window=window,
        navigate=lambda _kind, _id: None,
        print_pdf=lambda _pdf, _title, _on_printed=None: None,
        notify=lambda _text: None,
    )
    tab = TodayTab(context)
    tab.resize(1600, 1000)
    tab.activate()
    tab.show()
    app.processEvents()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        tab.refresh()
        tab.grab()
        times.append((time.perf_counter() - start) * 1000)
    context.jobs.shutdown()
    desk.close()
    return [*times, calibration_loop() * 1000]


def main() -> None:
    """Fill the town once, then measure in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder), FixedClock(DAY))
        fill_demo(desk, scale=SCALE)
        desk.close()
        *times, loop = run_module("benchmarks.today", folder)
    middle = statistics.median(times)
    verdict = "ok" if middle <= GOAL_MS else "MISSED"
    print(
        f"Heute with 34,960 children: median {middle:.0f} ms, worst {max(times):.0f} ms, "
        f"{middle / loop:.2f} calibration loops  goal ≤ {GOAL_MS:g} ms  {verdict}"
    )


if __name__ == "__main__":
    if sys.argv[1:]:
        print(*once(sys.argv[1]))
    else:
        main()
