"""All benchmarks one after the other, or those that are named: `python -m benchmarks [NAME …]`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

ORDER = ("start_up", "saving", "town", "today", "matrix", "papers")
NO_BENCHMARK = frozenset(
    {"__init__", "__main__", "ratios", "start_probe", "matrix_probe", "preview_probe"}
)


def names() -> list[str]:
    """Return the benchmarks of this folder, the usual ones first."""
    found = {path.stem for path in Path(__file__).parent.glob("*.py")} - NO_BENCHMARK
    return [*ORDER, *sorted(found - set(ORDER))]


def main(wanted: list[str]) -> int:
    """Run them; a name that is none ends with 2."""
    unknown = sorted(set(wanted) - set(names()))
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    for name in wanted or names():
        import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
