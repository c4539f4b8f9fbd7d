"""Where a text on a paper comes from, so that "Zeigen" can go to its record and field.

Asked only for texts that something is wrong with: a run without findings pays nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.handouts.entry_year import entry_year_of
from kitadesk.handouts.spec import Handout, SubjectKind
from kitadesk.queries.address_book import address_book
from kitadesk.queries.bodies import bodies
from kitadesk.queries.events import agenda_of, event
from kitadesk.queries.house import own_house
from kitadesk.queries.letters import letters
from kitadesk.queries.people import children
from kitadesk.queries.reader import Reader
from kitadesk.queries.texts import event_texts
from kitadesk.queries.year_plan import plan_rows

_SHORTEST_PART = 3
"""Letters; a shorter text stands inside of too many others."""
_EVENT_FIELDS = (
    "title", "subtitle", "place", "fee", "audience", "host", "interpreter_languages",
    "reply_question", "reply_choices", "cancel_reason", "note",
)  # fmt: skip
_MEASURE_FIELDS = ("title", "short_title", "place", "participants", "responsible", "note")


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it is stored, and the record and field that hold it."""

    text: str
    kind: str
    id: UUID
    field: str = ""


def sources_of(
    reader: Reader, paper: Handout, subjects: Iterable[UUID | None], today: date
) -> tuple[Source, ...]:
    """Return the texts that a paper may show, those of its own record first."""
    found: list[Source] = []
    for subject in subjects:
        if paper.subject is SubjectKind.EVENT and subject is not None:
            found += _of_event(reader, subject)
        if paper.subject is SubjectKind.COHORT:
            found += _of_plan(reader, subject, today)
    found += _of_people(reader, today)
    found += _of_contacts(reader, today)
    found += _of_house(reader)
    return tuple(source for source in found if source.text.strip())


def source_with(sources: Iterable[Source], part: str) -> Source | None:
    """Return the first text that holds this part: a sign that cannot be printed, a day."""
    return next((source for source in sources if part in source.text), None)


def source_of(sources: Iterable[Source], shown: str) -> Source | None:
    """Return the text that a shown one is made of: the same, one around it, or its longest part."""
    known = tuple(sources)
    around = source_with(known, shown)
    parts = [
        source for source in known if len(source.text) >= _SHORTEST_PART and source.text in shown
    ]
    return around or max(parts, key=lambda source: len(source.text), default=None)


def _of_event(reader: Reader, event_id: UUID) -> Iterator[Source]:
    row = event(reader, event_id)
    for name in _EVENT_FIELDS:
        yield Source(getattr(row, name), "event", row.id, name)
    for text in (row.room_name, row.room_address):
        yield Source(text, "event", row.id, "room_id")
    for block, text in event_texts(reader, event_id).items():
        yield Source(text, "event", row.id, f"text:{block.value}")
    for point in agenda_of(reader, event_id):
        for text in (point.title, point.who, point.material):
            yield Source(text, "event", row.id, "agenda")


def _of_plan(reader: Reader, subject_id: UUID | None, today: date) -> Iterator[Source]:
    try:
        cohort_id = entry_year_of(reader, subject_id, today).cohort_id
    except UserError:
        return
    for row in plan_rows(reader, cohort_id, today) if cohort_id else ():
        for name in _MEASURE_FIELDS:
            yield Source(getattr(row, name), "measure", row.id, name)


def _of_people(reader: Reader, today: date) -> Iterator[Source]:
    for child in children(reader, today):
        yield Source(child.last_name, "child", child.id, "last_name")
        yield Source(child.first_name, "child", child.id, "first_name")
        for text in (child.group_name, child.school_name, child.parents):
            yield Source(text, "child", child.id)
    for row in letters(reader, today):
        lines = (row.label, *row.letter_names, row.street, row.town)
        for text in lines:
            yield Source(text, "family", row.family_id, f"home_{row.household_id.hex}")


def _of_contacts(reader: Reader, today: date) -> Iterator[Source]:
    book = address_book(reader, today)
    for one in book.people:
        ways = (way.value for way in one.ways)
        jobs = (job.name for job in one.functions)
        for text in (one.last_name, one.first_name, one.title, one.note, *ways, *jobs):
            yield Source(text, "person", one.id)
    for place in book.institutions:
        kind = "house" if place.is_own else "institution"
        for text in (place.name, place.street, place.town, place.note):
            yield Source(text, kind, place.id)
    for body in bodies(reader, today):
        yield Source(body.name, "body", body.id)


def _of_house(reader: Reader) -> Iterator[Source]:
    house = own_house(reader)
    if house is not None:
        for text in (*house.letterhead_lines, house.partner_name):
            yield Source(text, "house", house.id, "letterhead")
