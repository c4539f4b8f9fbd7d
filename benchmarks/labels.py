"""A thousand address labels as one PDF, beside a calibration loop in the same process."""

from __future__ import annotations

import statistics
import time

from benchmarks.ratios import ROUNDS, calibration_loop
from kitadesk.handouts.facts import House
from kitadesk.handouts.kit.pdf import page_count, render
from kitadesk.handouts.papers.contacts_labels import (
    AddressLabel,
    LabelContent,
    LabelParams,
    document,
)

LABELS = 1_000
GOAL_S = 0.15


def main() -> None:
    """Print the median time of a thousand labels and its ratio to the loop."""
    content = LabelContent(
        house=House("Kita Sonnenschein", ("Gartenweg 4", "09661 Hainichen")),
        labels=tuple(
            AddressLabel((f"Familie Großmann-{count}", f"Łódzer Straße {count}", "09661 Hainichen"))
            for count in range(LABELS)
        ),
    )
    render(document(content, LabelParams(start=21)))
    pairs = [(calibration_loop(), _seconds(content)) for _ in range(ROUNDS)]
    seconds = statistics.median(ours for _, ours in pairs)
    ratio = statistics.median(ours / loop for loop, ours in pairs)
    sheets = page_count(document(content, LabelParams()))
    verdict = "ok" if seconds <= GOAL_S else "MISSED"
    print(
        f"{LABELS} labels ({sheets} sheets): {seconds:.3f} s  ratio to the calibration loop "
        f"{ratio:.2f}  goal ≤ {GOAL_S:g} s  {verdict}"
    )


def _seconds(content: LabelContent) -> float:
    start = time.perf_counter()
    render(document(content, LabelParams()))
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
