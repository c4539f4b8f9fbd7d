"""The sentences of papers that the office changed; what is shipped stands in the resources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kitadesk.queries.reader import Reader, once
from kitadesk.storage.models.house import OverrideRow

TEXT_SCOPE = "text.de"
"""The scope of German texts among the overrides; the name of a row is the key of the text."""


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of the office; `original` is what was shipped when it was written."""

    key: str
    text: str
    original: str
    changed_on: date | None


@once
def own_texts(reader: Reader) -> tuple[OwnText, ...]:
    """Return every text that the office changed, in the order of their keys."""
    columns = (
        OverrideRow.name, OverrideRow.content, OverrideRow.source, OverrideRow.changed_on,
    )  # fmt: skip
    query = select(*columns).where(OverrideRow.scope == TEXT_SCOPE).order_by(OverrideRow.name)
    return tuple(OwnText(*row) for row in reader.execute(query))
