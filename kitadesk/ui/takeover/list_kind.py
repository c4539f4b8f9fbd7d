"""What tells one list that is taken over from another: its words, its plan, its write; no widget.

The dialog, the review page and the jobs are the same for all lists; they ask a `ListKind`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural, shorten
from kitadesk.domain.people import Visibility
from kitadesk.domain.sheet import Rows, Sheet, cell_text
from kitadesk.services.parsing import Contents
from kitadesk.ui.takeover.columns_page import ColumnView, Meanings
from kitadesk.ui.takeover.rows_page import RowKind, RowView, RowWords
from kitadesk.ui.takeover.siblings_page import PairView, PairWords
from kitadesk.ui.takeover.source_page import SourceWords

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk

CLIPBOARD = "Zwischenablage"
Overrides = Mapping[str, Enum]
"""What a person says of columns: "Spalte 3" → its field."""

_NOBODY_NAMED = frozenset({"no_usable_column", "no_contact_column"})
_EXAMPLES = 4
_LONGEST_EXAMPLE = 40
ROW_KINDS = {
    "added": RowKind.ADDED,
    "updated": RowKind.UPDATED,
    "unchanged": RowKind.UNCHANGED,
    "missing": RowKind.MISSING,
    "rejected": RowKind.REJECTED,
}
"""The action of a row in a plan, as the table shows it."""


class ListCounts(Protocol):
    """The sums that every plan has."""

    @property
    def added(self) -> int:
        """Rows that make somebody new."""

    @property
    def updated(self) -> int:
        """Rows that change somebody known."""

    @property
    def missing(self) -> int:
        """How many are known and not in the list."""

    @property
    def rejected(self) -> int:
        """Rows that cannot be taken."""


class ListPlan(Protocol):
    """What the review page asks every plan."""

    @property
    def counts(self) -> ListCounts:
        """The sums."""

    @property
    def doubtful(self) -> Sequence[object]:
        """The pairs that somebody has to look at."""


PlanT = TypeVar("PlanT", bound=ListPlan)
ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class Reading(Generic[PlanT]):
    """A sheet and what it means; without a plan `problem` says why there is none.

    `source` names the file or the clipboard; `path` is there for a file, which can be read again.
    """

    source: str
    sheet: Sheet
    columns: tuple[ColumnView, ...]
    plan: PlanT | None
    problem: UserError | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the person decided on the review page; `same` are the pairs that are one after all."""

    same: frozenset[int] = frozenset()
    drop_missing: bool = False
    visibility: Visibility = Visibility.INTERNAL


@dataclass(frozen=True, slots=True)
class OddWords:
    """How pairs to look at and missing ones are counted, each for one and for many."""

    pair: tuple[str, str]
    missing: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ListWords:
    """Everything a kind of list says that does not hang on its plan.

    `pages` name the review pages of rows and of pairs; `asks_visibility` offers who may see what
    is new.
    """

    title: str
    source: SourceWords
    meanings: Meanings
    rows: RowWords
    pairs: PairWords
    pages: tuple[str, str]
    odd: OddWords
    contents: Contents
    asks_visibility: bool = False


class ListKind(ABC, Generic[PlanT, ResultT]):
    """A list of children, of contacts …; stateless, so that jobs may hold it."""

    words: ListWords

    @abstractmethod
    def plan(self, desk: Desk, sheet: Sheet, overrides: Overrides) -> PlanT:
        """Say what the list would do; raises UserError."""

    @abstractmethod
    def columns(self, sheet: Sheet, overrides: Overrides) -> tuple[ColumnView, ...]:
        """Say how each column was understood."""

    @abstractmethod
    def apply(self, desk: Desk, plan: PlanT, decided: Decisions) -> ResultT:
        """Carry the plan out in one write."""

    @abstractmethod
    def number_of(self, plan: PlanT) -> int:
        """Return how many children or contacts the list holds."""

    @abstractmethod
    def summary(self, plan: PlanT, same: frozenset[int]) -> str:
        """Say in one line what the list holds."""

    @abstractmethod
    def button_words(self, plan: PlanT, decided: Decisions) -> str:
        """Name the deed on the button; empty if there is nothing to do."""

    @abstractmethod
    def done_words(self, result: ResultT) -> tuple[str, str]:
        """Say what happened, as title and sentence."""

    @abstractmethod
    def row_views(self, plan: PlanT) -> tuple[RowView, ...]:
        """Return all rows for the table; a list that names nobody makes nobody missing."""

    @abstractmethod
    def pair_views(self, plan: PlanT, answers: Mapping[int, bool]) -> tuple[PairView, ...]:
        """Return the doubtful pairs with the answers so far."""

    @abstractmethod
    def pair_keys(self, plan: PlanT) -> tuple[tuple[object, object], ...]:
        """Return who the pairs are: answers to other pairs do not count for them."""

    def read(
        self,
        desk: Desk,
        sheet: Sheet,
        overrides: Overrides | None = None,
        *,
        source: str = CLIPBOARD,
        path: Path | None = None,
    ) -> Reading[PlanT]:
        """Plan; a list that names nobody still shows its columns, so that they can be set."""
        if not sheet.rows:
            raise UserError("sheet_empty")
        said = overrides or {}
        plan, problem = None, None
        try:
            plan = self.plan(desk, sheet, said)
        except UserError as error:
            if error.code not in _NOBODY_NAMED:
                raise
            problem = error
        return Reading(source, sheet, self.columns(sheet, said), plan, problem, path)

    def odd_parts(self, plan: PlanT, open_pairs: int) -> list[str]:
        """Name what wants a look: rejected rows, open pairs, who is missing."""
        counts, words = plan.counts, self.words.odd
        parts: list[str] = []
        if counts.rejected:
            lines = plural(counts.rejected, "Zeile wird", "Zeilen werden")
            parts.append(f"{lines} nicht übernommen")
        if open_pairs:
            parts.append(plural(open_pairs, *words.pair))
        if counts.missing and self.number_of(plan):
            parts.append(f"{plural(counts.missing, *words.missing)} in der Liste")
        return parts


class ColumnReading(Protocol):
    """What every guess says of a column."""

    @property
    def column(self) -> int:
        """Its place from 0."""

    @property
    def header(self) -> str:
        """Its header, or "Spalte 3"."""

    @property
    def field(self) -> Enum:
        """What it is taken for."""


def column_views(readings: Iterable[ColumnReading], rows: Rows) -> tuple[ColumnView, ...]:
    """Return the columns with their first filled cells, from the rows below the header."""
    return tuple(
        ColumnView(one.column, one.header, one.field, _examples(rows, one.column))
        for one in readings
    )


def _examples(rows: Rows, column: int) -> str:
    """Return the first different cells of a column: "Mia · Ole · Ida"."""
    found: dict[str, None] = {}
    for row in rows:
        cell = cell_text(row[column])
        if cell:
            found.setdefault(shorten(cell, _LONGEST_EXAMPLE), None)
        if len(found) == _EXAMPLES:
            break
    return " · ".join(found)


def counted(*parts: tuple[int, str, str]) -> str:
    """Return "2 Personen, 1 Gremium": what there is none of is left out."""
    return ", ".join(plural(number, one, many) for number, one, many in parts if number)


def overrides_of(changed: Mapping[int, Enum]) -> dict[str, Enum]:
    """Name columns by their number: two may have the same header."""
    return {f"Spalte {number + 1}": field for number, field in changed.items()}


def new_and_changed(added: int, updated: int) -> Iterable[str]:
    """Return "3 neu, 2 geändert", if both happened."""
    return [f"{added} neu, {updated} geändert"] if added and updated else []
