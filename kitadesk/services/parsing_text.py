"""Text into rows: delimiter and quotes of csv, tsv and what the clipboard holds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from kitadesk.base.cells import rearmed
from kitadesk.base.errors import UserError
from kitadesk.domain.sheet import (
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_ROWS,
    Sheet,
    clean_cell,
    rectangle,
)

# In this order: a tab or a semicolon is never part of a name, a comma often is ("Müller, Mia").
_DELIMITERS = "\t;|,"
_SAMPLE_LINES = 60
_LONGEST_SAMPLE = 200_000
# A quoted field with more line breaks than this swallowed rows after an unclosed quote.
_MOST_BREAKS = 3
_SEP_LINE = re.compile(r'"?sep=(.)"?[ \t]*(?:\n|\Z)', re.IGNORECASE)
# Texts that are no lists: a page saved as .xls by another program, cards, calendars, data.
_PAGE = re.compile(
    r"\s*<(?:(?:!doctype|\?xml|html|head|meta|body)\b|table\b[^>]*>\s*<(?:t|c)\w+)", re.I
)
_CARDS = re.compile(r"\s*BEGIN:VCARD\b", re.I)
_NO_LIST = re.compile(r"\s*(?:BEGIN:VCALENDAR\b|\{\s*\"\w+\"\s*:|\[\s*\{\s*\")", re.I)
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


def looks_binary(text: str) -> bool:
    """Tell whether the text is no text: more than two of a hundred characters are controls.

    A stray NUL in an honest list is no reason to refuse it.
    """
    head = text[:20_000]
    return len(_BINARY.findall(head)) * 50 > len(head)


def sheet_of_text(text: str, name: str, encoding: str = "") -> Sheet:
    """Read delimited text; rows of the file keep their line order, quotes may hold line breaks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    _refuse_other_texts(text, name)
    named = _SEP_LINE.match(text)
    delimiter = named.group(1) if named else find_delimiter(text)
    reader = _Reader(text, delimiter, named.end() if named else 0, name)
    rows = rectangle(
        [rearmed(cell) if cell[:1] == "'" else cell for cell in row] for row in reader.read()
    )
    if not rows:
        raise UserError("sheet_empty")
    if len(rows[0]) > MOST_COLUMNS:
        raise UserError("file_too_large", name=name)
    return Sheet(name, rows, encoding, delimiter, tuple(reader.notes))


def find_delimiter(text: str) -> str:
    """Count delimiters outside quotes line by line: the first that most lines hold is taken.

    The sniffer of the standard library guesses wrong on lists like "Müller, Mia;Bienen". A list
    of one column has the tab, which then never occurs.
    """
    lines = [line for line in text[:_LONGEST_SAMPLE].split("\n") if line.strip()][:_SAMPLE_LINES]
    held: Counter[str] = Counter()
    divided = 0
    for line in lines:
        bare = re.sub(r'"[^"]*"', "", line)
        present = {mark for mark in _DELIMITERS if mark in bare}
        held.update(present)
        divided += bool(present)
    for mark in _DELIMITERS:
        if held[mark] and held[mark] * 10 >= divided * 6:
            return mark
    return max(_DELIMITERS, key=lambda mark: held[mark])


def _refuse_other_texts(text: str, name: str) -> None:
    """Say what it is, where every line would only be read as a child without a name."""
    for pattern, code in (
        (_CARDS, "file_is_cards"),
        (_PAGE, "file_is_page"),
        (_NO_LIST, "file_type_unknown"),
    ):
        if pattern.match(text):
            raise UserError(code, name=name)


@dataclass(slots=True)
class _Reader:
    """Walks through the text once; an unclosed quote counts as a letter instead of eating rows."""

    text: str
    delimiter: str
    place: int
    name: str
    notes: list[str] = field(default_factory=list)
    line: int = 1

    def read(self) -> list[list[str]]:
        """Return all rows; too many, or too long a cell, are refused before the rest is read."""
        plain_end = re.compile(f"[{re.escape(self.delimiter)}\n]")
        rows: list[list[str]] = []
        row: list[str] = []
        while self.place < len(self.text):
            value = self._quoted() if self.text[self.place] == '"' else None
            if value is None:
                found = plain_end.search(self.text, self.place)
                end = found.start() if found else len(self.text)
                value = self.text[self.place : end]
                self.place = end
            if len(value) > MOST_LETTERS:
                raise UserError("file_too_large", name=self.name)
            row.append(clean_cell(value))
            if self.place >= len(self.text) or self.text[self.place] == "\n":
                rows.append(row)
                row = []
                self.line += 1
                if len(rows) > MOST_ROWS:
                    raise UserError("file_too_large", name=self.name)
            self.place += 1
        if row:
            rows.append(row)
        return rows

    def _quoted(self) -> str | None:
        """Read a quoted field and step behind it; None when its quote is never rightly closed."""
        end = self.place + 1
        while (end := self.text.find('"', end)) >= 0 and self.text[end + 1 : end + 2] == '"':
            end += 2
        after = self.text[end + 1 : end + 2]
        value = self.text[self.place + 1 : end] if end >= 0 else ""
        if end < 0 or after not in {"", "\n", self.delimiter} or self._swallowed(value):
            if end < 0 or "\n" in value:
                self._note_unclosed()
            return None
        self.place = end + 1
        self.line += value.count("\n")
        return value.replace('""', '"')

    def _swallowed(self, value: str) -> bool:
        return value.count("\n") > _MOST_BREAKS and self.delimiter in value

    def _note_unclosed(self) -> None:
        if len(self.notes) < 20:
            self.notes.append(
                f"Zeile {self.line}: Ein Anführungszeichen ist nicht geschlossen. "
                "Bitte prüfen Sie diese Zeile."
            )
