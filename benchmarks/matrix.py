"""The matrix with 35,000 children × 20 measures, 40 % filled, beside a loop of plain Python.

Drawn at 1600 × 1000: under Xvfb where there is one (`Xvfb :77 & DISPLAY=:77`), else offscreen.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from benchmarks.ratios import ROOT, run_module

ROUNDS = 5
GOALS = (
    ("first page painted", 0, 1000.0, 300.0, "ms"),
    ("repaint of a page, p95 of 300", 3, 1.0, 16.0, "ms"),
    ("filter, worst of eight", 5, 1.0, 50.0, "ms"),
    ("memory", 6, 1.0, 350.0, "MB"),
)
"""Name, which figure of the probe, factor to the unit, goal, unit."""
LOOP = 7


def main() -> None:
    """Make the year once, open it in processes of their own and print medians and ratios."""
    os.environ["QT_QPA_PLATFORM"] = "xcb" if os.environ.get("DISPLAY") else "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "benchmarks.matrix_probe", folder, "make"], cwd=ROOT, check=True
        )
        runs = [run_module("benchmarks.matrix_probe", folder) for _ in range(ROUNDS)]
    for name, number, factor, goal, unit in GOALS:
        print(line(name, [run[number] * factor for run in runs], goal, unit, runs))
    median, worst, complete = (statistics.median(run[n] for run in runs) for n in (2, 4, 1))
    print(
        f"repaint: median {median:.1f} ms, worst {worst:.1f} ms; all counted after {complete:.1f} s"
    )


def line(
    name: str, values: Sequence[float], goal: float, unit: str, runs: Sequence[Sequence[float]]
) -> str:
    """Return one line: the median, how many calibration loops that is, the goal."""
    found = statistics.median(values)
    verdict = "ok" if found <= goal else "MISSED"
    loops = statistics.median(
        value / (1000 * run[LOOP]) for value, run in zip(values, runs, strict=True)
    )
    beside = f"{loops:6.3f} calibration loops" if unit == "ms" else " " * 24
    return f"matrix, {name:<32} {found:7.1f} {unit}  {beside}  goal ≤ {goal:g} {unit}  {verdict}"


if __name__ == "__main__":
    main()
