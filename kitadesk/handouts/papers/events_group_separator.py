"""Separator before each group's stack of letters, which is also the list for ticking returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.text import sort_key
from kitadesk.domain.replies import Answer
from kitadesk.handouts.facts import EventFacts, event_line, sample_event
from kitadesk.handouts.gathering import event_facts_of, house_of, subject_of
from kitadesk.handouts.kit.blocks import Document, PageSetup
from kitadesk.handouts.return_list import Return, return_list, way_of
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import ReplyRow, replies_of

TITLE = "Trennblatt und Rückgabeliste je Gruppe"
SECOND_STACK = "Zweiter Haushalt"
BLANK_FORM_ROWS = 20


@dataclass(frozen=True, slots=True)
class SeparatorParams:
    """What can be chosen before printing."""

    blank_rows: int = param("Leere Zeilen", 3, maximum=100)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class GroupReturns:
    """The slips handed out in one group."""

    group: str
    returns: tuple[Return, ...] = ()


@dataclass(frozen=True, slots=True)
class SeparatorContent:
    """The event and its groups in the order of the stacks."""

    event: EventFacts = field(default_factory=EventFacts)
    groups: tuple[GroupReturns, ...] = ()
    house: str = ""


def document(content: SeparatorContent, params: SeparatorParams) -> Document:
    """One list per group, families by name; without groups one empty list."""
    blank_rows = params.blank_rows if content.groups else max(params.blank_rows, BLANK_FORM_ROWS)
    blocks = tuple(
        block
        for item in content.groups or (GroupReturns(""),)
        for block in return_list(
            item.group,
            content.event,
            tuple(sorted(item.returns, key=_order)),
            blank_rows=blank_rows,
        )
    )
    title = f"Rückgabeliste {event_line(content.event)}".strip()
    setup = PageSetup(large_print=params.large_print)
    return Document(title, blocks, setup, author=content.house, foot="Rückgabeliste")


def _order(item: Return) -> tuple[str, str]:
    """By family; a parted stack by way ("Per Post" before "Persönlich"), else as letters lie."""
    return item.way, "" if item.way else sort_key(item.family)


def gather(
    reader: Reader, subject_id: UUID | None, params: SeparatorParams, on: date
) -> SeparatorContent:
    """Read the slips of an event by group; second households are a stack of their own."""
    event_id = subject_of(TITLE, subject_id)
    stacks: dict[str, list[Return]] = {}
    rows = replies_of(reader, event_id, on)
    for row in sorted(rows, key=lambda item: item.is_second):
        stack = SECOND_STACK if row.is_second else row.group_name or "Ohne Gruppe"
        stacks.setdefault(stack, []).append(_return(row))
    return SeparatorContent(
        event=event_facts_of(reader, event_id),
        groups=tuple(GroupReturns(name, tuple(returns)) for name, returns in stacks.items()),
        house=house_of(reader).name,
    )


def _return(row: ReplyRow) -> Return:
    group = f" · {row.group_name}" if row.is_second and row.group_name else ""
    return Return(
        number=row.slip_text,
        family=f"{row.label}{group}",
        is_back=row.answer is not None,
        comes=row.answer is Answer.YES,
        persons=str(row.persons) if row.persons else "",
        way=way_of(is_second=row.is_second, by_post=row.goes_by_post),
    )


def blank(params: SeparatorParams) -> SeparatorContent:
    """A list to be filled in by hand."""
    return SeparatorContent()


def sample() -> tuple[SeparatorContent, SeparatorParams]:
    """An invented group after the first slips came back."""
    returns = (
        Return("4821-7", "Muster, Mia und Jonas", is_back=True, comes=True, persons="2"),
        Return("4822-5", "Şahin, Elif"),
        Return("4823-3", "Łukasiewicz-Müller, Zofia", is_back=True),
        Return("4824-1", "Nguyễn, An"),
    )
    content = SeparatorContent(
        sample_event(), (GroupReturns("Frösche", returns),), house="Kita Sonnenschein"
    )
    return content, SeparatorParams()


SPEC = HandoutSpec(
    id="group_separator",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.HOUSE,
    params=SeparatorParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
)
