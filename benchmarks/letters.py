"""A thousand one-page letters with logo, slip and Code128: the kit, platypus, Typst's compiler.

Each in a process of its own, in turn, so that a slow minute hits all three. Typst is needed for
this comparison only (`make bench` installs it from requirements/bench.txt).
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from importlib.util import find_spec

from benchmarks.ratios import run_module
from benchmarks.serial.letters import LETTERS, logo

ROUNDS = 5
TIMES_FASTER = 3.0
MOST_MB = 100.0
MOST_BYTES = 1_000_000
SECONDS, PEAK, GROWTH, SIZE, PAGES = range(5)


def main() -> None:
    """Print the time of each, how many times faster the kit is, its memory and its file."""
    rivals = ["platypus"]
    if find_spec("typst"):
        rivals.append("typst_letters")
    else:
        print("letters: without Typst (pip install -r requirements/bench.txt)")
    runs: dict[str, list[Sequence[float]]] = {name: [] for name in ("ours", *rivals)}
    for _ in range(ROUNDS):
        for name, done in runs.items():
            done.append(run_module(f"benchmarks.serial.{name}"))
    for name, done in runs.items():
        print(f"letters, {name:<14} {_figures(done)}")
    for name in rivals:
        ratio = statistics.median(
            theirs[SECONDS] / ours[SECONDS]
            for theirs, ours in zip(runs[name], runs["ours"], strict=True)
        )
        verdict = _says(is_met=ratio >= TIMES_FASTER)
        print(f"letters, {name} / ours {ratio:5.2f}  goal ≥ {TIMES_FASTER:g}  {verdict}")
    _print_kit(runs["ours"])


def _figures(runs: Sequence[Sequence[float]]) -> str:
    """Medians of one maker; pages show that all made the same number."""
    median = [statistics.median(run[number] for run in runs) for number in range(5)]
    return (
        f"{median[SECONDS]:6.2f} s  peak {median[PEAK]:5.0f} MB ({median[GROWTH]:+.0f})  "
        f"file {median[SIZE] / 1000:6.0f} kB  {median[PAGES]:.0f} pages"
    )


def _print_kit(runs: Sequence[Sequence[float]]) -> None:
    """Print the memory of the whole process and the bytes beyond the logo beside their goals."""
    peak = statistics.median(run[PEAK] for run in runs)
    own = statistics.median(run[SIZE] for run in runs) - len(logo())
    verdict = _says(is_met=peak < MOST_MB)
    print(f"letters, memory of the kit {peak:.0f} MB  goal < {MOST_MB:g} MB  {verdict}")
    kilobytes = f"{own / 1000:.0f} kB beside the logo of {len(logo()) / 1000:.0f} kB"
    print(f"letters, {LETTERS} in {kilobytes}  goal < 1000 kB  {_says(is_met=own < MOST_BYTES)}")


def _says(*, is_met: bool) -> str:
    return "ok" if is_met else "MISSED"


if __name__ == "__main__":
    main()
