"""Guesses which column of a children list holds what, by headers and by contents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kitadesk.domain.child_contents import column_contents, fields_in_contents
from kitadesk.domain.child_fields import (
    FIELD_LABELS,
    NAME_FIELDS,
    Field,
    HeaderMeaning,
    header_meaning,
    header_words,
)
from kitadesk.domain.list_columns import column_by_name, find_header, first_row_like_data
from kitadesk.domain.sheet import Row, Rows, cell_text

# Several columns may hold these; of every other field the first column counts.
_MANY = frozenset({Field.PHONE, Field.PHONE_2, Field.EMAIL, Field.EMAIL_2, Field.NOTE})


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """How a table is understood; indices count from 0, `header_row_index` is -1 without header.

    `fields` goes from left to right. `says_custody` holds the columns whose header calls the
    named people custodians. `first_name_first` tells how a full name without a comma is
    written.
    """

    header_row_index: int
    first_data_row: int
    fields: dict[int, Field]
    headers: tuple[str, ...]
    says_custody: frozenset[int] = frozenset()
    first_name_first: bool = True

    @property
    def is_usable(self) -> bool:
        """A list needs at least one column with names of children."""
        return not NAME_FIELDS.isdisjoint(self.fields.values())

    def columns_of(self, field: Field) -> tuple[int, ...]:
        """Return the columns of a field from left to right."""
        return tuple(column for column, found in self.fields.items() if found is field)

    def readings(self) -> tuple[ColumnReading, ...]:
        """Return for every column what it is taken for, to be shown and corrected."""
        return tuple(
            ColumnReading(column, header, self.fields.get(column, Field.IGNORE))
            for column, header in enumerate(self.headers)
        )


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """One column: its place from 0, its header (or "Spalte 3") and its field."""

    column: int
    header: str
    field: Field

    @property
    def label(self) -> str:
        """German name of the field."""
        return FIELD_LABELS[self.field]


def guess_columns(sheet_rows: Rows, overrides: Mapping[str, Field] | None = None) -> ColumnGuess:
    """Find the header under title rows, or do without one, and say what each column holds.

    `overrides` (header text, "Spalte 3" or a letter → field) beats every guess; a column that does
    not exist raises UserError("column_unknown").
    """
    width = len(sheet_rows[0]) if sheet_rows else 0
    header_row = find_header(sheet_rows, _field_of_header, NAME_FIELDS, overrides or ())
    above = sheet_rows[header_row - 1] if header_row > 0 else ()
    headers = sheet_rows[header_row] if header_row >= 0 else ("",) * width
    meanings = _meanings(headers, above)
    first = header_row + 1 if header_row >= 0 else first_row_like_data(sheet_rows)
    fields = _fields_by_header(meanings)
    data = sheet_rows[first:]
    if header_row >= 0:
        _split_merged_name(fields, headers, data)
    # A header that is foreign stays foreign: institutions are not taken for children.
    free = [n for n in range(width) if n not in fields and not headers[n]]
    fields = fields_in_contents(data, free, fields)
    guess = ColumnGuess(
        header_row,
        first,
        dict(sorted(fields.items())),
        tuple(cell_text(cell) or f"Spalte {n}" for n, cell in enumerate(headers, 1)),
        frozenset(n for n, meaning in meanings.items() if meaning.says_custody),
    )
    guess = with_overrides(guess, overrides or {})
    return replace(guess, first_name_first=_first_name_first(guess, meanings, data))


def with_overrides(guess: ColumnGuess, overrides: Mapping[str, Field]) -> ColumnGuess:
    """Return the guess with columns set by the person; a single field leaves its other column."""
    fields = dict(guess.fields)
    for name, field in overrides.items():
        column = column_by_name(guess.headers, name)
        if field not in _MANY:
            fields = {n: old for n, old in fields.items() if old is not field}
        fields.pop(column, None)
        if field is not Field.IGNORE:
            fields[column] = field
    return replace(guess, fields=dict(sorted(fields.items())))


def _field_of_header(text: str) -> Field | None:
    meaning = header_meaning(text)
    return meaning.field if meaning else None


def _meaning_of(cell: object) -> HeaderMeaning | None:
    return header_meaning(cell) if isinstance(cell, str) else None


def _meanings(headers: Row, above: Row) -> dict[int, HeaderMeaning]:
    """Return the known headers; a merged cell above ("Mutter" over "Name", "Telefon") counts."""
    groups = [cell_text(cell) for cell in above]
    merged = sum(map(bool, groups)) >= 2
    found: dict[int, HeaderMeaning] = {}
    group = ""
    for column, header in enumerate(headers):
        group = (groups[column] or group) if merged else ""
        meaning = header_meaning(f"{group} {cell_text(header)}") if group and header else None
        meaning = meaning or _meaning_of(header)
        if meaning:
            found[column] = meaning
    return found


def _fields_by_header(meanings: Mapping[int, HeaderMeaning]) -> dict[int, Field]:
    fields: dict[int, Field] = {}
    has_first_name = any(meaning.field is Field.FIRST_NAME for meaning in meanings.values())
    for column, meaning in meanings.items():
        field = meaning.field
        if field is Field.FULL_NAME and has_first_name:
            field = Field.LAST_NAME
        if field in _MANY or field not in fields.values():
            fields[column] = field
    return fields


def _split_merged_name(fields: dict[int, Field], headers: Row, data: Rows) -> None:
    """Take "Name" merged over two columns as last and first name."""
    full = next((n for n, field in fields.items() if field is Field.FULL_NAME), None)
    if full is None or full + 1 >= len(headers) or headers[full + 1]:
        return
    left, right = (column_contents(data, n) for n in (full, full + 1))
    if left.looks_like_names and right.looks_like_names and not left.has_commas:
        fields[full], fields[full + 1] = Field.LAST_NAME, Field.FIRST_NAME


def _first_name_first(
    guess: ColumnGuess, meanings: Mapping[int, HeaderMeaning], data: Rows
) -> bool:
    """Tell how "Mia Müller" is ordered: by the header, else by the parents' last names."""
    column = next(iter(guess.columns_of(Field.FULL_NAME)), None)
    if column is None:
        return True
    if column in meanings and " " in header_words(guess.headers[column]):
        return meanings[column].first_name_first
    parents = next(iter(guess.columns_of(Field.PARENTS)), None)
    if parents is None:
        return True
    first = last = 0
    for row in data[:200]:
        names = cell_text(row[column]).split()
        parent = cell_text(row[parents]).split()
        if len(names) > 1 and parent:
            first += names[-1] == parent[-1]
            last += names[0] == parent[-1]
    return first >= last
