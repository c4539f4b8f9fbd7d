"""78 family sheets as one PDF, beside a calibration loop in the same process."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from uuid import UUID

from benchmarks.ratios import ROUNDS, calibration_loop
from kitadesk.base.clock import SystemClock
from kitadesk.queries.events import events
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, render_paper

GOAL_S = 0.5


def main() -> None:
    """Print the median time of a whole run of invitations and its ratio to the loop."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder), SystemClock())
        fill_demo(desk)
        request = PrintRequest("invitation", _evening(desk))
        sheets = render_paper(desk, request).sheets
        pairs = [(calibration_loop(), _seconds(desk, request)) for _ in range(ROUNDS)]
        desk.close()
    seconds = statistics.median(ours for _, ours in pairs)
    ratio = statistics.median(ours / loop for loop, ours in pairs)
    loop = statistics.median(loop for loop, _ in pairs)
    verdict = "ok" if seconds <= GOAL_S else "MISSED"
    print(
        f"invitations for 78 families ({sheets} sheets): {seconds:.3f} s  "
        f"calibration loop {loop:.3f} s  ratio {ratio:.2f}  goal ≤ {GOAL_S:g} s  {verdict}"
    )


def _evening(desk: Desk) -> UUID:
    today = desk.clock.today()
    return next(
        row.id
        for row in desk.read(events, today)
        if row.is_joint and row.on_date and row.on_date > today
    )


def _seconds(desk: Desk, request: PrintRequest) -> float:
    start = time.perf_counter()
    render_paper(desk, request)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
