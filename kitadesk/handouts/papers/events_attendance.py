"""Attendance list to sign; it goes round, so it carries neither phone numbers nor addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from kitadesk.base.text import and_list, sort_key
from kitadesk.domain.replies import Answer
from kitadesk.handouts.facts import (
    EventFacts,
    House,
    letterhead_of,
    sample_event,
    sample_house,
    when,
)
from kitadesk.handouts.gathering import event_facts_of, house_of, is_evening, subject_of
from kitadesk.handouts.kit.blocks import (
    Block,
    CellKind,
    Column,
    Counts,
    Document,
    FillIn,
    Heading,
    PageSetup,
    Paragraph,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.invited import addressees
from kitadesk.queries.letters import LetterRow
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import replies_of

TITLE = "Anwesenheitsliste"
BLANK_FORM_ROWS = 18


class Who(Enum):
    """Whose names are printed."""

    INVITED = "invited"
    COMING = "coming"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class AttendanceParams:
    """What can be chosen before printing."""

    who: Who = param(  # noqa: RUF009  # param is a dataclass field
        "Wer steht darauf",
        Who.INVITED,
        choices={"invited": "Alle Eingeladenen", "coming": "Nur Zusagen", "nobody": "Niemand"},
    )
    blank_rows: int = param("Leere Zeilen für Gäste", 8, maximum=100)
    children: bool = param("Kind und Gruppe nennen", default=True)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Attendee:
    """One expected person or family, and in the second column child and group or institution."""

    name: str
    belongs_to: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceContent:
    """House, event and who is expected."""

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    attendees: tuple[Attendee, ...] = ()


def document(content: AttendanceContent, params: AttendanceParams) -> Document:
    """The list by name, then blank rows; the blank form has a page of them."""
    event, texts = content.event, content.house.texts
    name = texts.say("attendance_list.heading")
    place = ", ".join(part for part in (event.place, event.address) if part)
    facts = " · ".join(part for part in (when(event), place) if part)
    blocks: list[Block] = []
    blocks += letterhead_of(content.house)
    blocks.append(Heading(event.title or name, over=name if event.title else ""))
    lines = FillIn(texts.parts("common.event_lines"))
    blocks.append(Paragraph(facts, TextStyle.STRONG) if facts else lines)
    blocks += [
        _table(content, params),
        Counts(
            ((texts.say("attendance_list.total"), ""), (texts.say("attendance_list.guests"), ""))
        ),
        Paragraph(texts.say("attendance_list.purpose"), TextStyle.NOTE),
    ]
    title = f"{name} {event.title}".strip()
    setup = PageSetup(large_print=params.large_print)
    return Document(title, tuple(blocks), setup, author=content.house.name, foot=name)


def _table(content: AttendanceContent, params: AttendanceParams) -> Table:
    people = sorted(content.attendees, key=lambda item: sort_key(item.name))
    blank_rows = params.blank_rows if people else max(params.blank_rows, BLANK_FORM_ROWS)
    name, child, signs = content.house.texts.parts("attendance_list.heads")
    signature = Column(signs, width=50, kind=CellKind.LINE)
    belongs_to = (Column(child),) if params.children else ()
    return Table(
        columns=(Column(name, bold=True), *belongs_to, signature),
        rows=tuple(
            (item.name, item.belongs_to, "") if params.children else (item.name, "")
            for item in people
        ),
        row_height=9.5,
        blank_rows=blank_rows,
        numbered=True,
    )


def gather(
    reader: Reader, subject_id: UUID | None, params: AttendanceParams, on: date
) -> AttendanceContent:
    """Read who is expected: one line per household, with its children and their group."""
    event_id = subject_of(TITLE, subject_id)
    answers = {row.household_id: row.answer for row in replies_of(reader, event_id, on)}
    wanted = (Answer.YES,) if params.who is Who.COMING else (Answer.YES, None)
    is_named = params.who is not Who.NOBODY
    rows = addressees(reader, event_id, on).letters if is_named else ()
    return AttendanceContent(
        house=house_of(reader),
        event=event_facts_of(reader, event_id),
        attendees=tuple(_attendee(row) for row in rows if answers.get(row.household_id) in wanted),
    )


def _attendee(row: LetterRow) -> Attendee:
    """One household: "Muster, Anna und Paul" with "Mia, Jonas (Frösche)"."""
    children = ", ".join(row.child_first_names)
    group = f" ({row.group_name})" if row.group_name else ""
    return Attendee(household_name(row.family_name, row.members), f"{children}{group}")


def household_name(family: str, members: tuple[str, ...]) -> str:
    """The family name first, for people look for it; adults with another name in brackets."""
    ending = f" {family}"
    if members and all(member.endswith(ending) for member in members):
        return f"{family}, {and_list([member.removesuffix(ending) for member in members])}"
    return f"{family} ({and_list(members)})" if members else family


def blank(params: AttendanceParams) -> AttendanceContent:
    """A list to be filled in by hand."""
    return AttendanceContent()


def sample() -> tuple[AttendanceContent, AttendanceParams]:
    """The invented evening with three invented families."""
    content = AttendanceContent(
        house=sample_house(),
        event=sample_event(),
        attendees=(
            Attendee("Muster, Anna und Paul", "Mia, Jonas (Frösche)"),
            Attendee("Şahin, Derya", "Elif (Bären)"),
            Attendee("Nguyễn, Thị Lan", "An (Frösche)"),
        ),
    )
    return content, AttendanceParams()


SPEC = HandoutSpec(
    id="attendance_list",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.HOUSE,
    params=AttendanceParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=is_evening,
)
