"""Guesses which column of an address list holds what, by headers, and where there are none by form.

The children list asks more (parents, households); what both share stands in `list_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kitadesk.domain.contact_fields import (
    CONTACT_LABELS,
    MANY,
    NAME_FIELDS,
    ContactField,
    contact_header,
)
from kitadesk.domain.list_columns import column_by_name, find_header, first_row_like_data
from kitadesk.domain.sheet import Rows, cell_text

_SAMPLE = 300
_SHARE = 0.6
"""More than half of the filled cells have to look the part."""
_PATTERNS = (
    (ContactField.EMAIL, re.compile(r"\S+@\S+\.\S+$")),
    (ContactField.WEB, re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)),
    (ContactField.POSTCODE, re.compile(r"\d{5}$")),
    (ContactField.MOBILE, re.compile(r"(?:\+49|0049|0)[\s()/-]*1[5-7][\d\s()/.-]{7,20}$")),
    (ContactField.PHONE, re.compile(r"\+?[\d\s()/.-]{6,24}$")),
    (ContactField.ADDRESS, re.compile(r".+\d.*[,;]\s*\d{5}\s\D{2,}$")),
    (ContactField.STREET, re.compile(r"[^\d,;]{2,}\s\d{1,4}\s?[a-zA-Z]?$")),
    (
        ContactField.INSTITUTION,
        re.compile(
            r".*(?:kita|schule|hort|verein|amt|stadt|zentrum|bibliothek|club|e\. ?v\.)", re.I
        ),
    ),
    (ContactField.FULL_NAME, re.compile(r"[^\W\d_][^,\d@]*,\s*[^\W\d_][^,\d@]*$")),
)


@dataclass(frozen=True, slots=True)
class ContactColumn:
    """One column: its place from 0, its header (or "Spalte 3") and its field."""

    column: int
    header: str
    field: ContactField

    @property
    def label(self) -> str:
        """German name of the field."""
        return CONTACT_LABELS[self.field]


@dataclass(frozen=True, slots=True)
class ContactGuess:
    """How a table is understood; indices count from 0, `header_row_index` is -1 without header."""

    header_row_index: int
    first_data_row: int
    fields: dict[int, ContactField]
    headers: tuple[str, ...]

    @property
    def is_usable(self) -> bool:
        """A list needs at least one column that names somebody."""
        return not NAME_FIELDS.isdisjoint(self.fields.values())

    def columns_of(self, field: ContactField) -> tuple[int, ...]:
        """Return the columns of a field from left to right."""
        return tuple(column for column, found in self.fields.items() if found is field)

    def readings(self) -> tuple[ContactColumn, ...]:
        """Return for every column what it is taken for, to be shown and corrected."""
        return tuple(
            ContactColumn(column, header, self.fields.get(column, ContactField.IGNORE))
            for column, header in enumerate(self.headers)
        )


def guess_contact_columns(
    rows: Rows, overrides: Mapping[str, ContactField] | None = None
) -> ContactGuess:
    """Find the header under title rows, or do without one, and say what each column holds.

    `overrides` (header, "Spalte 3" or a letter → field) beats every guess; a column that does not
    exist raises UserError ``column_unknown``.
    """
    width = len(rows[0]) if rows else 0
    header_row = find_header(rows, contact_header, NAME_FIELDS, overrides or ())
    headers = tuple(cell_text(cell) for cell in rows[header_row]) if header_row >= 0 else ()
    first = header_row + 1 if header_row >= 0 else first_row_like_data(rows)
    fields: dict[int, ContactField] = {}
    for column in range(width):
        header = headers[column] if headers else ""
        field = contact_header(header) if header else _field_in_contents(rows[first:], column)
        if field is not None and (field in MANY or field not in fields.values()):
            fields[column] = field
    named = headers or ("",) * width
    guess = ContactGuess(
        header_row,
        first,
        _without_whole_name(fields),
        tuple(text or f"Spalte {number}" for number, text in enumerate(named, 1)),
    )
    return _with_overrides(guess, overrides or {})


def _without_whole_name(fields: dict[int, ContactField]) -> dict[int, ContactField]:
    """Take "Name" beside "Vorname" as the last name."""
    has_first = ContactField.FIRST_NAME in fields.values()
    has_last = ContactField.LAST_NAME in fields.values()
    if not has_first or has_last:
        return fields
    return {
        column: ContactField.LAST_NAME if field is ContactField.FULL_NAME else field
        for column, field in fields.items()
    }


def _with_overrides(guess: ContactGuess, overrides: Mapping[str, ContactField]) -> ContactGuess:
    fields = dict(guess.fields)
    for name, field in overrides.items():
        column = column_by_name(guess.headers, name)
        if field not in MANY:
            fields = {number: old for number, old in fields.items() if old is not field}
        fields.pop(column, None)
        if field is not ContactField.IGNORE:
            fields[column] = field
    return replace(guess, fields=dict(sorted(fields.items())))


def _field_in_contents(rows: Rows, column: int) -> ContactField | None:
    filled = [text for row in rows[:_SAMPLE] if (text := cell_text(row[column]))]
    for field, pattern in _PATTERNS:
        if filled and _matching(filled, pattern) >= len(filled) * _SHARE:
            return field
    return None


def _matching(texts: Iterable[str], pattern: re.Pattern[str]) -> int:
    return sum(pattern.match(text[:200]) is not None for text in texts)
