"""The start beside a bare window: shell, data of Heute, longest block, memory, cold start."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
from pathlib import Path

from benchmarks.ratios import interleaved, report, run_module
from kitadesk.base.clock import SystemClock
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk

LONGEST_BLOCK_MS = 200.0


def main() -> None:
    """Run floor and program in turn and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder), SystemClock())
        fill_demo(desk)
        desk.close()
        floors, starts = interleaved(
            lambda: run_module("benchmarks.floors.bare_window"),
            lambda: run_module("benchmarks.start_probe", folder),
        )
        cold = _cold_start(folder)
    floor = [run[0] for run in floors]
    report("shell painted / bare window", floor, [run[0] for run in starts], 1.7, "s ")
    report("Heute painted / bare window", floor, [run[1] for run in starts], 4.5, "s ")
    blocks = [run[2] for run in starts]
    verdict = "ok" if statistics.median(blocks) <= LONGEST_BLOCK_MS else "MISSED"
    print(
        f"longest block of the event loop: median {statistics.median(blocks):.0f} ms, "
        f"worst {max(blocks):.0f} ms  goal ≤ {LONGEST_BLOCK_MS:g} ms  {verdict}"
    )
    print(f"memory after the start: {statistics.median(run[3] for run in starts):.0f} MB")
    print(cold)


def _cold_start(folder: str) -> str:
    """Start once after the file caches were dropped; needs root on Linux, says so otherwise."""
    drop = Path("/proc/sys/vm/drop_caches")
    if not os.access(drop, os.W_OK):
        return "cold start: not measured (caches cannot be dropped here)"
    subprocess.run(["sync"], check=True)
    try:
        drop.write_text("3", encoding="ascii")
    except OSError:
        return "cold start: not measured (caches cannot be dropped here)"
    shell, data, _block, _memory = run_module("benchmarks.start_probe", folder)
    return f"cold start: shell {shell:.2f} s, Heute {data:.2f} s"


if __name__ == "__main__":
    main()
