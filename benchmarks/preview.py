"""From a keystroke in the print form to the painted page, beside a calibration loop."""

from __future__ import annotations

import math
import os
import statistics
import tempfile
from pathlib import Path

from benchmarks.ratios import calibration_loop

PAPER, FIELD = "attendance_list", "blank_rows"
ONE_PAGE = {"who": "coming"}
"""What is chosen so that the paper has one page whatever is typed into the field."""
CALM_KEYS = 20
TYPED_KEYS = 60
PAUSE_S = 0.45
"""Longer than the pause after which the whole run is looked at; what then runs is waited for."""
LOOP_EVERY = 4
GOAL_MS = 100.0


def main() -> None:
    """Print median and p95 of keystrokes typed with pauses, and of keystrokes typed at once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt is not loaded before the platform is known.
    from benchmarks.preview_probe import PreviewProbe  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        probe = PreviewProbe(Path(folder), PAPER, FIELD, ONE_PAGE)
        loops, calm = [], []
        for number in range(CALM_KEYS):
            if number % LOOP_EVERY == 0:
                loops.append(calibration_loop())
            probe.rest(PAUSE_S)
            calm.append(probe.key_to_paint(str(number % 10)))
        typed = [probe.key_to_paint(str(number % 10)) for number in range(TYPED_KEYS)]
        pages = probe.pages
        probe.close()
    loop = statistics.median(loops)
    for name, times in (("after a pause", calm), ("key after key", typed)):
        _report(f"{pages} page(s), {name}", times, loop)


def _report(name: str, times: list[float], loop: float) -> None:
    ordered = sorted(1000 * one for one in times)
    median, p95 = statistics.median(ordered), ordered[math.ceil(len(ordered) * 0.95) - 1]
    verdict = "ok" if p95 <= GOAL_MS else "MISSED"
    print(
        f"keystroke to painted preview, {name}: median {median:.0f} ms  p95 {p95:.0f} ms  "
        f"calibration loop {loop:.3f} s  goal ≤ {GOAL_MS:g} ms  {verdict}"
    )


if __name__ == "__main__":
    main()
