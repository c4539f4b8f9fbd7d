"""The sheet of a run of letters: with the edges of DIN 5008 where one of them goes by post."""

from __future__ import annotations

from collections.abc import Sequence

from kitadesk.handouts.family_letters import Household
from kitadesk.handouts.kit.blocks import PageSetup, letter_page


def page_of_letters(households: Sequence[Household], *, large_print: bool) -> PageSetup:
    """The sheet of a whole run, so that all its letters begin at the same edge.

    A window address begins 25 mm from the left, and the text stands below it.
    """
    if any(household.address for household in households):
        return letter_page(large_print=large_print)
    return PageSetup(footer=False, large_print=large_print)
