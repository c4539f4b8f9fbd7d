"""How names of children, siblings and parents stand on lists and letters, and how they sort."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kitadesk.base.text import and_list, sort_key

Name = tuple[str, str]
"""Last name, first name."""


def name_sort_key(last_name: str, first_name: str) -> str:
    """Return the key of DIN 5007-1 for people: the last name counts before the first name.

    The tab between them sorts before the space of a longer last name: "Meier, Zoe" stands before
    "Meier Kunz, Anna".
    """
    last, _, last_as_written = sort_key(last_name).partition("\t")
    return f"{last}\t{sort_key(first_name)}\t{last_as_written}"


def listed_name(last_name: str, first_name: str) -> str:
    """Return the name as lists show it: "Albrecht, Mia"; one of both may be missing."""
    return ", ".join(part for part in (last_name, first_name) if part)


def spoken_name(first_name: str, last_name: str, title: str = "") -> str:
    """Return the name as letters say it: "Dr. Jana Albrecht"."""
    return " ".join(part for part in (title, first_name, last_name) if part)


def siblings_label(children: Sequence[Name]) -> str:
    """Return "Albrecht, Mia und Jonas"; with two last names "Albrecht, Mia und Klein, Jonas"."""
    parts = []
    for last_name, same in groupby(children, key=lambda name: name[0]):
        parts.append(listed_name(last_name, and_list([first for _, first in same if first])))
    return and_list(parts)


def parents_label(parents: Sequence[Name]) -> str:
    """Return "Anna und Peter Müller", or "Anna Müller und Peter Schmidt" with two last names."""
    parts = []
    for last_name, same in groupby(parents, key=lambda name: name[0]):
        parts.append(spoken_name(and_list([first for _, first in same if first]), last_name))
    return and_list(parts)


def family_name_of(children: Sequence[Name]) -> str:
    """Return the name of a family by its children: "Albrecht", or "Albrecht/Klein"."""
    return "/".join(dict.fromkeys(last or first for last, first in children))
