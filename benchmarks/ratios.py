"""Running commands in turn and printing medians and ratios, so that a slow minute hits both."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROUNDS = 9
ROOT = Path(__file__).parents[1]


def run_module(module: str, *arguments: str) -> list[float]:
    """Run a module of the benchmarks in a process of its own; return the numbers it prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(word) for word in done.stdout.split()]


def interleaved(
    floor: Callable[[], Sequence[float]], ours: Callable[[], Sequence[float]]
) -> tuple[list[Sequence[float]], list[Sequence[float]]]:
    """Run both in turn, nine times, after one warm-up of each."""
    floor()
    ours()
    pairs = [(floor(), ours()) for _ in range(ROUNDS)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def report(
    name: str, floor: Sequence[float], ours: Sequence[float], goal: float, unit: str
) -> None:
    """Print one line: medians, the median of the paired ratios, the goal."""
    ratio = statistics.median(b / a for a, b in zip(floor, ours, strict=True))
    verdict = "ok" if ratio <= goal else "MISSED"
    print(
        f"{name:<44} floor {statistics.median(floor):8.3f} {unit}  ours "
        f"{statistics.median(ours):8.3f} {unit}  ratio {ratio:5.2f}  goal ≤ {goal:g}  {verdict}"
    )


def calibration_loop(clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the seconds that a fixed piece of plain Python takes on this machine right now."""
    start = clock()
    total = 0
    for number in range(3_000_000):
        total += number % 7
    return clock() - start
