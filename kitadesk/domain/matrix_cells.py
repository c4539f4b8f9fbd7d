"""The states of all children in all measures, kept in a few compact arrays.

700,000 cells (35,000 children × 20 measures) take 2 MB; as one value for each cell they would take
100 MB and a second to make.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.measure_marks import MeasureMark, due_day, mark_of
from kitadesk.domain.transition import MeasureState

_FIRST_DAY = date(1900, 1, 1).toordinal() - 1
"""Days are stored as the distance from here; 0 means no day, 65,535 is 5 June 2079."""
_LAST_DAY = _FIRST_DAY + 65_535


class Code(IntEnum):
    """What is stored of a cell; the last three come from the consent ledger only."""

    OPEN = 0
    DONE = 1
    PLANNED = 2
    NOT_NEEDED = 3
    GIVEN = 4
    REFUSED = 5
    REVOKED = 6


_STATE_CODES = {
    MeasureState.DONE.value: Code.DONE,
    MeasureState.PLANNED.value: Code.PLANNED,
    MeasureState.NOT_NEEDED.value: Code.NOT_NEEDED,
}
_CONSENT_CODES = {
    ConsentState.OPEN: Code.OPEN,
    ConsentState.GIVEN: Code.GIVEN,
    ConsentState.NO: Code.REFUSED,
    ConsentState.REVOKED: Code.REVOKED,
}
_STATES = {
    Code.DONE: MeasureState.DONE,
    Code.PLANNED: MeasureState.PLANNED,
    Code.NOT_NEEDED: MeasureState.NOT_NEEDED,
    Code.GIVEN: MeasureState.DONE,
    Code.REFUSED: MeasureState.NOT_NEEDED,
    Code.REVOKED: MeasureState.NOT_NEEDED,
}
_SETTLED = (Code.DONE, Code.GIVEN, Code.REFUSED, Code.REVOKED)
"""What counts as done: a "nein" is an answer, and nobody waits for more."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One child in one measure: the mark, the day that belongs to it, the answer of a consent."""

    mark: MeasureMark
    on: date | None = None
    consent: ConsentState | None = None


@dataclass(frozen=True, slots=True)
class MatrixCount:
    """How far a measure is; who needs it not does not count in `total`."""

    done: int
    total: int
    overdue: int


class MatrixCells:
    """Cells by place of the child and number of the measure; unknown until they are put in.

    `last_days` holds the last day of each measure, `kinds` the consent that it follows from.
    """

    def __init__(
        self,
        children: int,
        last_days: Sequence[date | None],
        kinds: Sequence[ConsentKind | None],
        today: date,
    ) -> None:
        self.children = children
        self.columns = len(last_days)
        self.today = today
        self._last_days = tuple(last_days)
        self._derived = tuple(kind is not None for kind in kinds)
        self._due = tuple(map(due_day, last_days, kinds))
        self._late = tuple(day is not None and day < today for day in self._due)
        self._codes = bytearray(children * self.columns)
        self._days = array("H", bytes(2 * children * self.columns))
        self._known = bytearray(children)

    @property
    def is_complete(self) -> bool:
        """Return whether the states of all children are known."""
        return 0 not in self._known

    def is_known(self, place: int) -> bool:
        """Return whether the states of this child were put in."""
        return bool(self._known[place])

    def begin(self, places: Sequence[int]) -> None:
        """Take all measures of these children as known and open; what is stored follows."""
        codes, days = bytes(self.columns), array("H", bytes(2 * self.columns))
        for place in places:
            start = place * self.columns
            self._codes[start : start + self.columns] = codes
            self._days[start : start + self.columns] = days
            self._known[place] = 1

    def forget(self) -> None:
        """Take all states as unknown; the old ones are shown until the new ones are put in."""
        self._known = bytearray(self.children)

    def put(self, place: int, column: int, state: str, on: str | None) -> None:
        """Put in a state as the file holds it: the value of the enum and an ISO day."""
        cell = place * self.columns + column
        self._codes[cell] = _STATE_CODES[state]
        self._days[cell] = _stored(date.fromisoformat(on)) if on is not None else 0

    def put_state(
        self, place: int, column: int, state: MeasureState | None, on: date | None
    ) -> None:
        """Put in a state that was just set."""
        cell = place * self.columns + column
        self._codes[cell] = Code.OPEN if state is None else _STATE_CODES[state.value]
        self._days[cell] = 0 if state is None or on is None else _stored(on)

    def put_consent(self, place: int, column: int, state: ConsentState) -> None:
        """Put in what the ledger says."""
        self._codes[place * self.columns + column] = _CONSENT_CODES[state]

    def code(self, place: int, column: int) -> int:
        """Return what is stored, for painting."""
        return self._codes[place * self.columns + column]

    def look(self, place: int, column: int) -> int:
        """Return a number for how a cell looks: cells with the same number look the same."""
        index = place * self.columns + column
        code = self._codes[index]
        if code == Code.OPEN:
            return 8 if self._late[column] else 0
        if code != Code.PLANNED:
            return code
        return (self._days[index] << 4) | (8 if self._late[column] else 0) | code

    def is_derived(self, column: int) -> bool:
        """Return whether a measure follows from the ledger and is never set by hand."""
        return self._derived[column]

    def cell(self, place: int, column: int) -> MatrixCell:
        """Return a cell with its mark; overdue is computed here and never stored."""
        index = place * self.columns + column
        code, stored = Code(self._codes[index]), self._days[index]
        on = date.fromordinal(_FIRST_DAY + stored) if stored else None
        mark = mark_of(_STATES.get(code), on, self._due[column], self.today)
        return MatrixCell(mark, on or self._last_days[column], self._consent(code, column))

    def is_pending(self, place: int) -> bool:
        """Return whether anything is still to do for this child; without measures always."""
        start = place * self.columns
        row = self._codes[start : start + self.columns]
        return not row or Code.OPEN in row or Code.PLANNED in row

    def count(self, column: int) -> MatrixCount:
        """Return how far a measure is among all children."""
        codes = self._codes[column :: self.columns]
        done = sum(map(codes.count, _SETTLED))
        total = self.children - codes.count(Code.NOT_NEEDED)
        return MatrixCount(done, total, self._overdue(codes, column))

    def overdue(self) -> int:
        """Return how many steps of how many children are overdue."""
        return sum(self.count(column).overdue for column in range(self.columns))

    def _overdue(self, codes: bytearray, column: int) -> int:
        is_late = self._late[column]
        late = codes.count(Code.OPEN) if is_late else 0
        if not codes.count(Code.PLANNED):
            return late
        today = self.today.toordinal() - _FIRST_DAY
        days = self._days[column :: self.columns]
        return late + sum(
            code == Code.PLANNED and (day < today if day else is_late)
            for code, day in zip(codes, days, strict=True)
        )

    def _consent(self, code: Code, column: int) -> ConsentState | None:
        if not self._derived[column]:
            return None
        return next(state for state, of in _CONSENT_CODES.items() if of is code)


def _stored(day: date) -> int:
    return min(max(day.toordinal(), _FIRST_DAY + 1), _LAST_DAY) - _FIRST_DAY
