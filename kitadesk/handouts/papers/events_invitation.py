"""Invitation with reply slip: one sheet per household, or a master copy with slips to cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from itertools import groupby
from uuid import UUID

from kitadesk.base.text import and_list, sort_key
from kitadesk.domain.events import TextBlock
from kitadesk.domain.replies import slip_text
from kitadesk.handouts.facts import (
    EventFacts,
    House,
    date_line,
    event_line,
    facts_box,
    letterhead,
    reply_by,
    sample_event,
    sample_house,
    short_when,
)
from kitadesk.handouts.gathering import event_facts_of, house_of, subject_of
from kitadesk.handouts.kit.blocks import (
    AddressField,
    Block,
    Document,
    FillIn,
    Heading,
    NewSheet,
    PageSetup,
    Paragraph,
    Slip,
    SlipField,
    SlipSheet,
    TextStyle,
)
from kitadesk.handouts.return_list import Return, return_list, way_of
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.invited import invited
from kitadesk.queries.people import LetterRow
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import missing_households, slip_numbers
from kitadesk.queries.texts import event_texts

TITLE = "Einladung mit Rückmeldezettel"
SECOND_STACK = "Zweiter Haushalt"
_BLANK_LETTER = (
    "wir laden Sie ein zu",
    "",
    "Wann?",
    "Wo?",
    "Worum geht es?",
    "",
    "",
    "Gut zu wissen",
    "",
    "Bescheid geben bis",
    "Ihre",
)


class Edition(Enum):
    """How the run is made."""

    FAMILIES = "families"
    MASTER = "master"


@dataclass(frozen=True, slots=True)
class InvitationParams:
    """What can be chosen before printing."""

    edition: Edition = param(  # noqa: RUF009  # param is a dataclass field
        "Ausgabe",
        Edition.FAMILIES,
        choices={"families": "Ein Blatt je Familie", "master": "Kopiervorlage und Abschnitte"},
        hint="Abschnitte: den ganzen Stapel zweimal schneiden, dann den oberen Teil auf den "
        "mittleren und beide auf den unteren legen. So liegen sie nach Gruppe und Name.",
    )
    separators: bool = param("Trennblatt je Gruppe", default=False)
    question: bool = param("Zeile für eine Frage", default=True)
    reminder: bool = param("Erinnerung, nur wo die Rückmeldung fehlt", default=False)
    probe: bool = param("Nur ein Probeblatt", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Household:
    """One addressee: "Muster, Mia und Jonas", first names, the youngest child's group, number.

    `by_post` letters of second households lie before those that a person hands over. `address`
    prints a window address; it never shows another's.
    """

    label: str
    first_names: tuple[str, ...]
    group: str
    number: str
    group_position: int = 0
    is_second: bool = False
    by_post: bool = False
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InvitationContent:
    """House, event, texts and addressees; no household at all makes the blank form.

    `written_on` dates the letters that go by post; the others carry no date.
    """

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    greeting: str = "Liebe Eltern"
    body: tuple[str, ...] = ()
    closing: str = ""
    contact: str = ""
    households: tuple[Household, ...] = ()
    written_on: date | None = None


def document(content: InvitationContent, params: InvitationParams) -> Document:
    """The whole run, sorted by group and family; second households in their own stack behind."""
    households = sorted(content.households, key=_order)
    if params.probe:
        households = households[:1]
    if params.edition is Edition.MASTER or not households:
        blocks = tuple(_master(content, params, households))
    else:
        blocks = tuple(_letters(content, params, households))
    title = f"Einladung {event_line(content.event)}".strip()
    setup = PageSetup(footer=False, large_print=params.large_print)
    return Document(title, blocks, setup, author=content.house.name, foot="Rückgabeliste")


def gather(
    reader: Reader, subject_id: UUID | None, params: InvitationParams, on: date
) -> InvitationContent:
    """Read the event, its texts and every household that gets paper; numbers as far as made."""
    event_id = subject_of(TITLE, subject_id)
    texts = event_texts(reader, event_id)
    facts = event_facts_of(reader, event_id)
    if params.reminder:
        rows = missing_households(reader, event_id, on)
        pretitle = " · ".join(part for part in ("Erinnerung", facts.pretitle) if part)
        facts = replace(facts, pretitle=pretitle)
    else:
        rows = invited(reader, event_id, on)
    numbers = slip_numbers(reader, event_id)
    positions = {
        name: place for place, name in enumerate(dict.fromkeys(row.group_name for row in rows))
    }
    return InvitationContent(
        house=house_of(reader),
        event=facts,
        body=tuple(texts[TextBlock.BODY].split("\n\n")),
        closing=texts[TextBlock.CLOSING].replace("\n\n", "\n"),
        contact=texts[TextBlock.CONTACT],
        households=tuple(
            _household(row, numbers.get(row.household_id), positions[row.group_name])
            for row in rows
        ),
        written_on=on,
    )


def _household(row: LetterRow, number: int | None, position: int) -> Household:
    """An addressee; the address is its own, and only there when the letter goes by post."""
    town = " ".join(part for part in (row.postcode, row.town) if part)
    return Household(
        label=row.label,
        first_names=row.child_first_names,
        group=row.group_name,
        number=slip_text(number) if number is not None else "",
        group_position=position,
        is_second=row.is_second,
        by_post=row.goes_by_post,
        address=_address(row, town) if row.goes_by_post and row.street else (),
    )


def _address(row: LetterRow, town: str) -> tuple[str, ...]:
    return tuple(line for line in (and_list(row.members), row.street, town) if line)


def blank(params: InvitationParams) -> InvitationContent:
    """The invitation to be filled in by hand."""
    return InvitationContent()


def sample() -> tuple[InvitationContent, InvitationParams]:
    """The invented joint evening for two invented families."""
    content = InvitationContent(
        house=sample_house(),
        event=sample_event(),
        body=(
            "wir laden Sie herzlich ein: Wie begleiten wir Kinder, wenn sich zu Hause oder "
            "unter Freunden etwas verändert? Wie sprechen wir mit ihnen über Trennung, Trauer "
            "und Verlust?",
            "Nach einem kurzen Vortrag ist Zeit für Ihre Fragen. Sie müssen nichts "
            "vorbereiten, und niemand muss etwas Persönliches erzählen.",
        ),
        closing="Wir freuen uns auf Sie!\nIhr Team der Kita Sonnenschein",
        contact="Fragen? Telefon 037207 555-0 oder an der Tür.",
        households=(
            Household("Muster, Mia und Jonas", ("Mia", "Jonas"), "Frösche", "4821-7", 0),
            Household("Şahin, Elif", ("Elif",), "Bären", "4822-5", 1),
        ),
        written_on=date(2027, 3, 1),
    )
    return content, InvitationParams()


def _order(household: Household) -> tuple[bool, bool, int, str, str]:
    return (
        household.is_second,
        household.is_second and not household.by_post,
        household.group_position,
        sort_key(household.group),
        sort_key(household.label),
    )


def _stack(household: Household) -> str:
    return SECOND_STACK if household.is_second else household.group


def _letters(
    content: InvitationContent, params: InvitationParams, households: list[Household]
) -> Iterator[Block]:
    """Stack after stack, each behind its separator if one was asked for."""
    for stack, members in groupby(households, _stack):
        letters = list(members)
        if params.separators and not params.probe:
            returns = tuple(_return(item) for item in letters)
            yield from return_list(stack, content.event, returns, blank_rows=3)
        for household in letters:
            yield NewSheet(family_line(household))
            yield from _letter(content, household)
            yield _slip(content, params, household)


def _return(household: Household) -> Return:
    """The line of a slip on its separator; in the second stack the group is not known else."""
    family = family_line(household) if household.is_second else household.label
    way = way_of(is_second=household.is_second, by_post=household.by_post)
    return Return(household.number, family, way=way)


def _master(
    content: InvitationContent, params: InvitationParams, households: list[Household]
) -> Iterator[Block]:
    """The letter without names, then the named slips; with no family the blank slip below it."""
    yield NewSheet("Kopiervorlage", fit=True)
    yield from _letter(content, None)
    if households:
        yield NewSheet("Abschnitte", footer=False)
        yield SlipSheet(tuple(_slip(content, params, household) for household in households))
    else:
        yield _slip(content, params, None)


def _letter(content: InvitationContent, household: Household | None) -> Iterator[Block]:
    """Everything above the slip; equal for all households but the salutation and the address."""
    event = content.event
    if content.house.name or content.house.logo:
        yield letterhead(content.house)
    if household and household.address:
        sender = content.house.sender or content.house.name
        day = date_line(content.house, content.written_on)
        yield AddressField(sender, household.address, day)
    yield Heading(event.title or "Einladung", over=event.pretitle)
    yield Paragraph(f"{_salutation(content.greeting, household)},")
    for text in content.body:
        yield Paragraph(text)
    box = facts_box(event)
    yield box or FillIn(_BLANK_LETTER)
    deadline = reply_by(event)
    if deadline:
        yield Paragraph(f"Bitte geben Sie uns bis {deadline} Bescheid.", TextStyle.STRONG)
    if content.closing:
        yield Paragraph(content.closing)
    if content.contact:
        yield Paragraph(content.contact)


def _salutation(greeting: str, household: Household | None) -> str:
    """Greet by the children: "Liebe Eltern von Mia und Jonas"; nothing is guessed."""
    names = and_list(household.first_names) if household else ""
    return f"{greeting} von {names}" if names else greeting


def family_line(household: Household) -> str:
    """Name a household as slip and list do: "Albrecht, Mia und Jonas · Frösche"."""
    return " · ".join(part for part in (household.label, household.group) if part)


def _slip(
    content: InvitationContent, params: InvitationParams, household: Household | None
) -> Slip:
    deadline = reply_by(content.event)
    return Slip(
        deadline=f"Rückmeldung bis {deadline}" if deadline else "Rückmeldung",
        event=content.event.title,
        when=short_when(content.event),
        family=family_line(household) if household else "",
        number=household.number if household else "",
        lines=tuple(_slip_lines(content.event, params, household)),
    )


def _slip_lines(
    event: EventFacts, params: InvitationParams, household: Household | None
) -> Iterator[tuple[SlipField, ...]]:
    """The lines parents fill in; child care and interpreter only where they are offered."""
    blank_form = event == EventFacts()
    if blank_form:
        yield (SlipField("Einladung zu", 85), SlipField("zurück bis", 0))
    if household is None:
        yield (SlipField("Kind:", 85), SlipField("Gruppe:", 0))
    yield (
        SlipField("Wir kommen mit", 16, "Personen", tick=True),
        SlipField("Wir können nicht kommen", tick=True),
    )
    offers: list[SlipField] = []
    if event.childcare or blank_form:
        offers.append(SlipField("Betreuung für", 16, "Kinder", tick=True))
    if event.interpreters or blank_form:
        offers.append(SlipField("Dolmetschen, Sprache:", 0, tick=True))
    if offers:
        yield tuple(offers)
    if params.question:
        yield (SlipField("Unsere Frage:", 0),)
    yield (SlipField("Datum, Unterschrift:", 0),)


SPEC = HandoutSpec(
    id="invitation",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.FAMILY,
    params=InvitationParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
)
