"""What people type into a field, checked before it becomes part of the data."""

from __future__ import annotations

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean

NAME_MOST = 200
"""Characters of a name, a street or a title; longer ones are something else."""
TEXT_MOST = 20_000
"""Characters of a free text; beyond that setting a paragraph takes minutes (safety.md 2f)."""


def checked_line(text: str, field: str, *, most: int = NAME_MOST) -> str:
    """Return the text on one line, cleaned; raises UserError ``value_too_long``."""
    line = " ".join(clean(text).split())
    if len(line) > most:
        raise UserError("value_too_long", field=field, most=most)
    return line


def checked_name(text: str, field: str) -> str:
    """Return a name that must not be empty; raises ``name_missing`` or ``value_too_long``."""
    line = checked_line(text, field)
    if not line:
        raise UserError("name_missing", field=field)
    return line


def checked_text(text: str, field: str) -> str:
    """Return a text of several lines, cleaned; raises UserError ``value_too_long``."""
    cleaned = clean(text).strip()
    if len(cleaned) > TEXT_MOST:
        raise UserError("value_too_long", field=field, most=TEXT_MOST)
    return cleaned
