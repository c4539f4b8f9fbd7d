"""Where the lines of *Heute* come from: tasks, notes, steps of the year plan, terms that end.

Plain SQL, as `queries.today` explains. Children are counted, never named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from kitadesk.base.text import fold, shorten
from kitadesk.domain.consent import CONSENT_STEPS
from kitadesk.domain.events import EventStatus, TaskArea
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.measure_days import JOIN_EVENT, LAST_DAY
from kitadesk.queries.plain import IS_HERE, PlainSql, day_of, on_day

NOT_NEEDED_DAYS = 14
MOST_TITLE = 24
_LOOSE = 3
"""Letters of the longest word that says nothing at the end of a shortened title: "mit", "und"."""
"""Characters of an event's title before a step of it."""

AHEAD_WEEKS = 8
"""How far ahead the year plan and the terms of bodies are shown; tasks and notes always are."""


@dataclass(frozen=True, slots=True)
class TodayItem:
    """A line of the page; what was done today stays visible, so that a tick can be taken back.

    `opens` is what a click shows: the kind and key of a record. Only tasks, notes and steps for
    the whole house can be ticked here; a step for each child is ticked in its matrix.
    """

    id: UUID
    kind: Literal["task", "note", "measure", "child_measure", "term", "group_change"]
    title: str
    area: TaskArea
    due_on: date | None
    opens: tuple[str, UUID] | None
    event_title: str
    paper_id: str
    is_done: bool
    note: str = ""

    @property
    def words(self) -> str:
        """Return the line as it is read alone: "Elterncafé: Gastgeber finden"."""
        event = shorten(self.event_title, MOST_TITLE)
        begin = event.rstrip("… .")
        if event.endswith("…"):
            begin = _without_loose_end(begin)
        if not begin or fold(begin) in fold(self.title):
            return self.title
        return f"{begin} …: {self.title}" if event.endswith("…") else f"{event}: {self.title}"

    @property
    def can_be_ticked(self) -> bool:
        """Return whether a tick says it all."""
        return self.kind in ("task", "note", "measure")


def _without_loose_end(words: str) -> str:
    """Return shortened words that do not end in "mit" or "und der"."""
    whole = words.split()
    while len(whole) > 1 and len(whole[-1]) <= _LOOSE and whole[-1].islower():
        whole.pop()
    return " ".join(whole)


_ASKED = ", ".join(f"'{step}'" for step in sorted(CONSENT_STEPS))
"""Steps that follow from the consent ledger: they are asked for, never due
(`domain.measure_marks.due_day`); their names are constants of ours."""
_TASKS = """
    SELECT task.id, task.title, task.area, task.due_on, task.event_id, task.cohort_id, event.title,
           task.paper_id, task.done_on, task.note
      FROM task LEFT JOIN event ON event.id = task.event_id
     WHERE (task.done_on IS NULL OR task.done_on = ?)
       AND (event.id IS NULL OR event.status <> ?)
       AND (event.on_date IS NULL OR event.on_date >= ? OR task.due_on > event.on_date
            OR task.done_on IS NOT NULL)
       AND task.is_not_needed = ?
       AND (task.is_not_needed = 0 OR task.due_on BETWEEN ? AND ?)
"""
_NOTES = """
    SELECT id, text, due_on, done_on, event_id, family_id, person_id, about_institution_id, body_id
      FROM note WHERE (done_on IS NULL AND (due_on IS NOT NULL OR body_id IS NULL
       AND person_id IS NULL AND about_institution_id IS NULL)) OR done_on = ?
"""
_MEASURES = f"""
    SELECT measure.id, measure.title, {LAST_DAY}, measure.done_on, measure.cohort_id,
           measure.paper_id
      FROM measure {JOIN_EVENT}
     WHERE measure.step NOT IN ({_ASKED}) AND measure.is_per_child = 0
       AND measure.is_not_needed = 0 AND (measure.done_on IS NULL OR measure.done_on = ?)
       AND {LAST_DAY} <= ?
"""  # noqa: S608 - constants of ours
_CHILD_MEASURES = f"""
    SELECT measure.id, measure.title, {LAST_DAY}, measure.cohort_id, measure.paper_id,
           (SELECT count(*) FROM child WHERE child.cohort_id = measure.cohort_id
               AND {IS_HERE}) AS total,
           (SELECT count(*) FROM child_measure JOIN child ON child.id = child_measure.child_id
             WHERE child_measure.measure_id = measure.id
               AND {IS_HERE}
               AND (child_measure.state IN (?, ?) OR child_measure.on_date >= ?)) AS settled
      FROM measure {JOIN_EVENT}
     WHERE measure.is_per_child = 1 AND measure.is_not_needed = 0 AND measure.done_on IS NULL
       AND measure.step NOT IN ({_ASKED})
       AND {LAST_DAY} <= ?
"""  # noqa: S608 - constants of ours
_TERMS = """
    SELECT seat_term.id, body.id, body.name, person.first_name, person.last_name, seat_term.to_date
      FROM seat_term JOIN seat ON seat.id = seat_term.seat_id
      JOIN body ON body.id = seat.body_id JOIN person ON person.id = seat_term.person_id
     WHERE seat_term.to_date BETWEEN ? AND ? AND body.ended_on IS NULL
       AND NOT EXISTS (SELECT 1 FROM seat_term AS later WHERE later.seat_id = seat_term.seat_id
                        AND later.from_date > seat_term.from_date)
"""
_ABOUT = ("event", "family", "person", "institution", "body")


def tasks(reader: PlainSql, on: date, *, is_not_needed: bool) -> list[TodayItem]:
    """Return the open tasks, or those that fell away near this day; not of events called off.

    Once an evening is over, what was to be prepared for it is no longer overdue, only what comes
    after it.
    """
    near = timedelta(days=NOT_NEEDED_DAYS)
    earliest, latest = (on - near).isoformat(), (on + near).isoformat()
    cancelled = EventStatus.CANCELLED.value
    values = (on.isoformat(), cancelled, on.isoformat(), int(is_not_needed), earliest, latest)
    return [
        TodayItem(
            id=UUID(bytes=task_id),
            kind="task",
            title=title,
            area=TaskArea(area),
            due_on=day_of(due_on),
            opens=_first_of(("event", event_id), ("cohort", cohort_id)),
            event_title=event_title or "",
            paper_id=paper_id,
            is_done=done_on is not None,
            note=note,
        )
        for (
            task_id, title, area, due_on, event_id, cohort_id, event_title, paper_id, done_on, note
        ) in reader.exec_driver_sql(_TASKS, values)
    ]  # fmt: skip


def notes(reader: PlainSql, on: date) -> list[TodayItem]:
    """Return the open notes; what was noted on a contact without a day stays on its card."""
    return [
        TodayItem(
            id=UUID(bytes=note_id),
            kind="note",
            title=text,
            area=TaskArea.TODAY,
            due_on=day_of(due_on),
            opens=_first_of(*zip(_ABOUT, about, strict=True)),
            event_title="",
            paper_id="",
            is_done=done_on is not None,
        )
        for note_id, text, due_on, done_on, *about in reader.exec_driver_sql(
            _NOTES, (on.isoformat(),)
        )
    ]


def measures(reader: PlainSql, on: date) -> list[TodayItem]:
    """Return the steps of the year plan until eight weeks from now, those of the past included."""
    until = (on + timedelta(weeks=AHEAD_WEEKS)).isoformat()
    whole = reader.exec_driver_sql(_MEASURES, (on.isoformat(), until))
    found = [
        _measure(row_id, title, due_on, cohort_id, paper_id, is_done=done_on is not None)
        for row_id, title, due_on, done_on, cohort_id, paper_id in whole
    ]
    day, done, dropped = on.isoformat(), MeasureState.DONE.value, MeasureState.NOT_NEEDED.value
    per_child = reader.exec_driver_sql(
        _CHILD_MEASURES, (*on_day(on), *on_day(on), done, dropped, day, until)
    )
    for row_id, title, due_on, cohort_id, paper_id, total, settled in per_child:
        if settled < total:
            words = f"{title}: {total - settled} von {total} Kindern offen"
            found.append(_measure(row_id, words, due_on, cohort_id, paper_id, is_per_child=True))
    return found


def terms(reader: PlainSql, on: date) -> list[TodayItem]:
    """Return the terms of office that end within eight weeks and have no successor yet."""
    until = (on + timedelta(weeks=AHEAD_WEEKS)).isoformat()
    found = reader.exec_driver_sql(_TERMS, (on.isoformat(), until))
    return [
        TodayItem(
            id=UUID(bytes=term_id),
            kind="term",
            title=f"Amtszeit endet: {' '.join(filter(None, (first, last)))}, {body}",
            area=TaskArea.CONTACTS,
            due_on=day_of(to_date),
            opens=("body", UUID(bytes=body_id)),
            event_title="",
            paper_id="",
            is_done=False,
        )
        for term_id, body_id, body, first, last, to_date in found
    ]


def _measure(
    row_id: bytes,
    title: str,
    due_on: str,
    cohort_id: bytes,
    paper_id: str,
    *,
    is_done: bool = False,
    is_per_child: bool = False,
) -> TodayItem:
    return TodayItem(
        id=UUID(bytes=row_id),
        kind="child_measure" if is_per_child else "measure",
        title=title,
        area=TaskArea.TRANSITION,
        due_on=day_of(due_on),
        opens=("measure", UUID(bytes=row_id))
        if is_per_child
        else ("cohort", UUID(bytes=cohort_id)),
        event_title="",
        paper_id=paper_id,
        is_done=is_done,
    )


def _first_of(*found: tuple[str, bytes | None]) -> tuple[str, UUID] | None:
    return next(((kind, UUID(bytes=key)) for kind, key in found if key is not None), None)
