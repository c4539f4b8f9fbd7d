"""Whether a step of the year plan is meant for families, told from whom it names as taking part."""

from __future__ import annotations

import re

_FAMILIES = re.compile(
    r"(?<![\w-])(?:(?:groß)?eltern(?!beir|rat|rät|vertret|aussch|-kind)|sorgeberechtigt"
    r"|famili(?!enzentr|enber)|kind(?:er|es|ern)?\b|schulanf|vorschul|mütter|väter)",
    re.IGNORECASE,
)


def is_for_families(participants: str) -> bool:
    """Return whether parents or children take part; bodies named after them do not count.

    "Eltern, Schule, Hort" and "Vorschulgruppe" are; "Elternbeirat", "Kita-Leitungen" and a step
    without participants are not: what nobody meant for parents is not shown to them.
    """
    return _FAMILIES.search(participants) is not None
