"""What the matrix shows: children, measures and cells of a year; filtered and ordered in lists.

States are read for the rows that are seen; the rest follows in small steps (`read_more`), so that
the first page of 35,000 children need not wait for 280,000 states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.matrix_cells import MatrixCell, MatrixCells, MatrixCount
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.consent_answers import Answers, answers_between, answers_for
from kitadesk.queries.matrix import (
    MatrixMeasure,
    State,
    matrix_measures,
    matrix_states,
    matrix_states_between,
)
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.filtering import Wanted, stored_text
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.starters import StarterLine
from kitadesk.ui.tabs.transition.year_view import EntryYear

AT_ONCE = 400
"""Children whose states are read in one go: about 8 ms."""

Order = Callable[[int], object]


class MatrixRows:
    """One entry year as lines and columns; `line` and `column` count what is shown."""

    def __init__(self, desk: Desk, year: EntryYear, starters: Sequence[StarterLine]) -> None:
        self._desk = desk
        self.year = year
        self.today: date = desk.clock.today()
        self.starters = starters
        self.measures: tuple[MatrixMeasure, ...] = ()
        if year.cohort_id is not None:
            self.measures = desk.look(matrix_measures, year.cohort_id)
        self.kinds = tuple(one.consent_kind for one in self.measures)
        self.widths: dict[str, list[int]] = {}
        """Widths of the fixed columns by font, because measuring 35,000 names takes time."""
        self._place_of = {line.key: place for place, line in enumerate(starters)}
        self._column_of = {
            one.id: number for number, one in enumerate(self.measures) if self.kinds[number] is None
        }
        self._asked: dict[ConsentKind, list[int]] = {}
        for number, kind in enumerate(self.kinds):
            if kind is not None:
                self._asked.setdefault(kind, []).append(number)
        last_days = [one.last_day for one in self.measures]
        self.cells = MatrixCells(len(starters), last_days, self.kinds, self.today)
        self._by_key = sorted(range(len(starters)), key=lambda place: starters[place].key)
        self._stored: list[str] = []
        self._read_to = 0
        self._counted: dict[int, MatrixCount] = {}
        self._is_counted = False
        self._ordered: Sequence[int] = range(len(starters))
        self.places: Sequence[int] = self._ordered
        if not self.measures:
            self.cells.begin(range(len(starters)))

    @property
    def count(self) -> int:
        """Return how many lines are shown."""
        return len(self.places)

    @property
    def is_complete(self) -> bool:
        """Return whether all states are known, so that counts are right."""
        return self._read_to >= len(self.starters)

    def line(self, row: int) -> StarterLine:
        """Return the child of a line."""
        return self.starters[self.places[row]]

    def cell(self, row: int, column: int) -> MatrixCell:
        """Return the cell of a line."""
        return self.cells.cell(self.places[row], column)

    def row_of(self, key: bytes) -> int | None:
        """Return the line that shows a child; None if it is hidden or not of this year."""
        place = self._place_of.get(key)
        if place is None:
            return None
        if isinstance(self.places, range):
            return place
        return self.places.index(place) if place in set(self.places) else None

    def key_of(self, row: int) -> bytes | None:
        """Return the child of a line by its key; None below the last line."""
        return self.line(row).key if row < self.count else None

    def reload(self) -> None:
        """Read all states anew, from the lines that are seen on; the old ones stay until then."""
        if self.measures:
            self.cells.forget()
            self._is_counted = False
            self._read_to = 0

    def need(self, rows: Iterable[int]) -> None:
        """Read the states of these lines now, as far as they are not known."""
        missing = [place for place in map(self.places.__getitem__, rows) if self._is_missing(place)]
        if missing:
            keys = [self.starters[place].key for place in missing]
            states = self._desk.look(matrix_states, keys)
            answers = self._desk.look(answers_for, keys) if self._asked else {}
            self.cells.begin(missing)
            self._put(states, answers)

    def read_more(self, at_once: int = AT_ONCE) -> bool:
        """Read the next states and what the filter looks in; False when all is there."""
        if self._read_to < len(self.starters):
            part = self._by_key[self._read_to : self._read_to + at_once]
            self._read_to += len(part)
            ends = self.starters[part[0]].key, self.starters[part[-1]].key
            states = self._desk.look(matrix_states_between, *ends) if self.measures else ()
            answers = self._desk.look(answers_between, *ends) if self._asked else {}
            self.cells.begin(part)
            self._put(states, answers)
        elif len(self._stored) < len(self.starters):
            self._store(at_once)
        return not self.is_complete or len(self._stored) < len(self.starters)

    def read_small(self) -> None:
        """Read all states of a usual year at once; of a large one the first page is read first."""
        while not self.is_complete and len(self.starters) <= AT_ONCE:
            self.read_more()

    def read_all(self) -> None:
        """Read what is still missing at once."""
        while self.read_more(len(self.starters)):
            pass

    def order_by(self, order: Order | None, *, backwards: bool = False) -> None:
        """Put the lines into another order; None is by name. Filter again afterwards."""
        places = range(len(self.starters))
        self._ordered = places if order is None else sorted(places, key=order, reverse=backwards)  # type: ignore[arg-type]
        if order is None and backwards:
            self._ordered = places[::-1]

    def narrow(self, wanted: Wanted, group: str, school: str, *, only_open: bool) -> None:
        """Show only what is wanted; a child whose states are not read yet counts as open."""
        places = self._ordered
        starters, cells = self.starters, self.cells
        if group:
            places = [place for place in places if starters[place].group_name == group]
        if school:
            places = [place for place in places if starters[place].school_name == school]
        if wanted:
            self._store(len(starters))
            places = wanted.kept(places, self._stored)
        if only_open:
            places = [
                place for place in places if not cells.is_known(place) or cells.is_pending(place)
            ]
        self.places = places

    def counts(self, column: int) -> MatrixCount | None:
        """Return how far a measure is among all children; before all is read the old or None."""
        if not self.is_complete:
            return self._counted.get(column)
        if not self._is_counted:
            self._counted = dict(enumerate(map(self.cells.count, range(self.cells.columns))))
            self._is_counted = True
        return self._counted[column]

    def overdue(self) -> int:
        """Return how many steps are overdue, as far as is known."""
        counts = (self.counts(column) for column in range(len(self.measures)))
        return sum(count.overdue for count in counts if count is not None)

    def put(
        self, cells: Iterable[tuple[int, int]], state: MeasureState | None, on: date | None
    ) -> None:
        """Show states that were just saved, given by line and column."""
        self._is_counted = False
        for row, column in cells:
            self.cells.put_state(self.places[row], column, state, on)

    def ids(self, cells: Iterable[tuple[int, int]]) -> list[tuple[UUID, UUID]]:
        """Return child and measure of cells given by line and column."""
        measures = [UUID(bytes=one.id) for one in self.measures]
        return [(self.line(row).child_id, measures[column]) for row, column in cells]

    def _is_missing(self, place: int) -> bool:
        return not self.cells.is_known(place)

    def _put(self, states: Iterable[State], answers: Answers) -> None:
        places, columns, put = self._place_of, self._column_of, self.cells.put
        for child, measure, state, on in states:
            column = columns.get(measure)
            place = places.get(child)
            if column is not None and place is not None:
                put(place, column, state, on)
        for (child, kind), answer in answers.items():
            place = places.get(child)
            if place is not None:
                for asked in self._asked.get(kind, ()):
                    self.cells.put_consent(place, asked, answer)

    def _store(self, at_once: int) -> None:
        start = len(self._stored)
        for line in self.starters[start : start + at_once]:
            texts = (line.name, line.group_name, line.school_name, words.duty_words(line))
            self._stored.append(stored_text(texts))
