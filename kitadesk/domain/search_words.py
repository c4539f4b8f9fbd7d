"""What somebody typed into a search: words in all their folded forms, a number as one word."""

from __future__ import annotations

import re

from kitadesk.base.text import fold_variants

LONGEST_QUERY = 100
"""Characters that are looked at."""
_NUMBER = re.compile(r"[\d\s/()+.-]*\d[\d\s/()+.-]*")


def words_of(query: str) -> list[tuple[str, ...]]:
    """Return the words in all folded forms; a number is one word, however it is divided."""
    query = query[:LONGEST_QUERY]
    if _NUMBER.fullmatch(query):
        return [(re.sub(r"\D", "", query.replace("+49", "0")),)]
    return [fold_variants(word) for word in query.split() if fold_variants(word)[0]]


def quoted(word: tuple[str, ...]) -> str:
    """Return a word as the trigram index is asked for it: any of its forms, anywhere.

    Two letters are found where words begin: the index knows three characters, the space is one.
    """
    forms = (form if len(form) > 2 else f" {form}" for form in word)
    return " OR ".join('"' + form.replace('"', '""') + '"' for form in forms)
