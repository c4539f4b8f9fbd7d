"""Labels beside lines: what a form asks for that is filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kitadesk.handouts.kit.blocks import FillIn


def fill_in(labels: Sequence[str], free: Sequence[int] = ()) -> FillIn:
    """Return a line beside each label, and `free` lines below it to go on."""
    return FillIn(tuple(_lines(labels, free)))


def _lines(labels: Sequence[str], free: Sequence[int]) -> Iterator[str]:
    for label, more in zip_longest(labels, free[: len(labels)], fillvalue=0):
        yield str(label)
        yield from ("",) * int(more)
