"""List for those who look after the children during an evening: who, how old, whom to call.

What a carer has to know of health is written by hand: the program keeps no diagnoses. The list is
destroyed after the evening, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.domain.child_care import CareChild, CarePlace, care_places
from kitadesk.handouts.facts import (
    EventFacts,
    House,
    sample_event,
    sample_house,
    when,
)
from kitadesk.handouts.gathering import event_facts_of, house_of, is_evening, subject_of
from kitadesk.handouts.kit.blocks import (
    Block,
    CellKind,
    Column,
    Document,
    FillIn,
    Heading,
    Margins,
    PageSetup,
    Paragraph,
    Spacer,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.child_care import care_requests, is_care_wanted
from kitadesk.queries.reader import Reader

TITLE = "Kinderbetreuungsliste"
BLANK_FORM_ROWS = 9
ROW_HEIGHT = 12.0
"""Room for two lines by hand: an allergy is not told in one word."""
_EDGES = Margins(top=13, right=14, bottom=12, left=16)


@dataclass(frozen=True, slots=True)
class ChildCareParams:
    """What can be chosen before printing."""

    blank_rows: int = param("Leere Zeilen für weitere Kinder", 3, maximum=60)
    phones: bool = param("Telefon der Eltern drucken", default=True)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class ChildCareContent:
    """House, event and the children whose parents asked for child care."""

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    places: tuple[CarePlace, ...] = ()


def document(content: ChildCareContent, params: ChildCareParams) -> Document:
    """The list by family, then blank rows; before any reply a page of them."""
    event, texts = content.event, content.house.texts
    name = texts.say("child_care.heading")
    facts = " · ".join(part for part in (event.title, when(event), _where(event)) if part)
    number = len(content.places)
    count = texts.counted("common.children", number) if number else ""
    over = " · ".join(part for part in (content.house.name, count) if part)
    blocks: list[Block] = [Heading(name, over=over)]
    line = Paragraph(facts, TextStyle.STRONG) if facts else FillIn((texts.say("child_care.event"),))
    blocks += [
        line,
        FillIn((texts.say("child_care.carers"),)),
        _table(content, params),
        Spacer(2),
        Paragraph(texts.say("child_care.destroy"), TextStyle.NOTE),
    ]
    setup = PageSetup(landscape=True, margins=_EDGES, large_print=params.large_print)
    title = f"{name} {event.title}".strip()
    return Document(title, tuple(blocks), setup, author=content.house.name, foot=name)


def _where(event: EventFacts) -> str:
    return ", ".join(part for part in (event.place, event.address) if part)


def _table(content: ChildCareContent, params: ChildCareParams) -> Table:
    few = max(params.blank_rows, BLANK_FORM_ROWS)
    return Table(
        columns=_columns(params, content.house.texts),
        rows=tuple(
            _row(place, content.event.on, params, content.house.texts) for place in content.places
        ),
        row_height=ROW_HEIGHT,
        blank_rows=params.blank_rows if content.places else few,
        grid=True,
        numbered=True,
    )


def _columns(params: ChildCareParams, texts: Texts) -> tuple[Column, ...]:
    """Name, group and age are read; the rest is written by hand at the door."""
    wide = 1.1 if params.large_print else 1.0
    name, group, age, hints, phones, comes, goes, fetched = texts.parts("child_care.heads")
    return (
        Column(name, bold=True),
        Column(group, width=26 * wide),
        Column(age, width=21 * wide),
        Column(hints, width=50, kind=CellKind.LINE),
        Column(phones, width=37 * wide),
        Column(comes, width=19, kind=CellKind.LINE),
        Column(goes, width=19, kind=CellKind.LINE),
        Column(fetched, width=34, kind=CellKind.LINE),
    )


def _row(
    place: CarePlace, on: date | None, params: ChildCareParams, texts: Texts
) -> tuple[str, ...]:
    name = place.name or texts.say("child_care.another", familie=place.family_name)
    phones = "\n".join(place.phones) if params.phones else ""
    return (name, place.groups, place.ages(on), "", phones, "", "", "")


def gather(
    reader: Reader, subject_id: UUID | None, params: ChildCareParams, on: date
) -> ChildCareContent:
    """Read the replies with child care, and the children of their families."""
    event_id = subject_of(TITLE, subject_id)
    return ChildCareContent(
        house=house_of(reader),
        event=event_facts_of(reader, event_id),
        places=care_places(care_requests(reader, event_id, on)),
    )


def fits(reader: Reader, event_id: UUID) -> bool:
    """Return whether children may be looked after meanwhile."""
    return is_evening(reader, event_id) and is_care_wanted(reader, event_id)


def blank(params: ChildCareParams) -> ChildCareContent:
    """A list to be filled in by hand."""
    return ChildCareContent()


def sample() -> tuple[ChildCareContent, ChildCareParams]:
    """The invented evening with the children of three invented families."""
    mia = CareChild("Muster", "Mia", "Frösche", date(2022, 5, 3))
    elif_, ali = (
        CareChild("Şahin", "Elif", "Bären", date(2021, 2, 11)),
        CareChild("Şahin", "Ali", "Frösche", date(2023, 9, 1)),
    )
    content = ChildCareContent(
        house=sample_house(),
        event=sample_event(),
        places=(
            CarePlace("Muster", (mia,), ("0170 555 0101",)),
            CarePlace("Şahin", (elif_, ali), ("0171 555 0144", "037207 555-12")),
            CarePlace("Weber", (), ("0172 555 0190",)),
        ),
    )
    return content, ChildCareParams()


SPEC = HandoutSpec(
    id="child_care",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.HOUSE,
    params=ChildCareParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=fits,
)
