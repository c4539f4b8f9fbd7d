"""Towns of a postcode, from the shipped table; it is read once, at the first question."""

from __future__ import annotations

import functools

from kitadesk.base.paths import resources_dir
from kitadesk.domain.postcodes import Place, PostcodeTable, parse_postcodes


def places_of(postcode: str) -> tuple[Place, ...]:
    """Give the towns of a postcode, the likeliest first; none if unknown: the screen then asks."""
    return _table().lookup(postcode)


@functools.cache
def _table() -> PostcodeTable:
    file = resources_dir() / "postcodes" / "postcodes.csv"
    return parse_postcodes(file.read_text(encoding="utf-8"))
