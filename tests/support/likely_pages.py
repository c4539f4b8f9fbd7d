"""Where on a screen of the invented town something was seen, so that no test looks twice."""

from __future__ import annotations

from tests.support.all_screens import OpenScreen

NOWHERE = -1
SEEN_ON: dict[str, int] = {}
"""The number of a page by the name of what was seen there, or NOWHERE; a hint, never more.

Without it every hostile text turns through the whole town to find the same field.
"""


def likely_pages(screen: OpenScreen, name: str) -> list[int]:
    """Return the numbers of all pages, beginning with the one where this was seen before."""
    if SEEN_ON.get(name) == NOWHERE:
        return []
    return sorted(range(len(screen.pages)), key=lambda number: number != SEEN_ON.get(name))
