"""What *Vor dem Drucken* finds: a sentence, and the record and field that "Zeigen" goes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kitadesk.base.text import and_list, shorten

_NAMED = 3
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at before printing.

    `kind` and `id` name the record that "Zeigen" opens (event, child, family, house, measure,
    person, institution, body; "paper" has none), `field` the place in its form. Information, such
    as the number of sheets, is no warning.
    """

    text: str
    kind: str
    id: UUID | None = None
    field: str = ""
    is_information: bool = False


def some_of(names: Iterable[str]) -> str:
    """Name the first few: "Mia Albrecht, Elif Şahin, Jonas Vogel und weitere"."""
    known = list(dict.fromkeys(names))
    shown = [shorten(name, _LONGEST_NAME) for name in known[:_NAMED]]
    return and_list([*shown, "weitere"] if len(known) > _NAMED else shown)


def home_line(household_id: UUID) -> str:
    """Return the line of the child's card where a household stands."""
    return f"home_{household_id.hex}"
