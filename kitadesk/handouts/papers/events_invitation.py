"""Invitation with reply slip: one sheet per household, or a master copy with slips to cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from uuid import UUID

from kitadesk.domain.events import TextBlock
from kitadesk.handouts.facts import (
    EventFacts,
    House,
    event_line,
    facts_box,
    reply_by,
    sample_event,
    sample_house,
    short_when,
)
from kitadesk.handouts.family_letters import (
    CUTTING_HINT,
    EDITIONS,
    GREETING,
    Edition,
    Household,
    family_line,
    households_of,
    in_order,
    opening,
    salutation,
    sample_households,
    stacks,
)
from kitadesk.handouts.gathering import event_facts_of, house_of, is_evening, subject_of
from kitadesk.handouts.kit.blocks import (
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
from kitadesk.handouts.reply_slips import attendance_line, signature_line, whose_line
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.invited import invited
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import missing_households, slip_numbers
from kitadesk.queries.texts import event_texts

TITLE = "Einladung mit Rückmeldezettel"
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


@dataclass(frozen=True, slots=True)
class InvitationParams:
    """What can be chosen before printing."""

    edition: Edition = param(  # noqa: RUF009  # param is a dataclass field
        "Ausgabe",
        Edition.FAMILIES,
        choices=EDITIONS,
        hint=CUTTING_HINT,
    )
    separators: bool = param("Trennblatt je Gruppe", default=False)
    question: bool = param("Zeile für eine Frage", default=True)
    reminder: bool = param("Erinnerung, nur wo die Rückmeldung fehlt", default=False)
    probe: bool = param("Nur ein Probeblatt", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class InvitationContent:
    """House, event, texts and addressees; no household at all makes the blank form.

    `written_on` dates the letters that go by post; the others carry no date.
    """

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    greeting: str = GREETING
    body: tuple[str, ...] = ()
    closing: str = ""
    contact: str = ""
    households: tuple[Household, ...] = ()
    written_on: date | None = None


def document(content: InvitationContent, params: InvitationParams) -> Document:
    """The whole run, sorted by group and family; second households in their own stack behind."""
    households = in_order(content.households)
    if params.probe:
        households = households[:1]
    if params.edition is Edition.MASTER or not households:
        blocks = tuple(_master(content, params, households))
    else:
        letter = partial(_letter_with_slip, content, params)
        with_separators = params.separators and not params.probe
        blocks = tuple(stacks(households, content.event, letter, separators=with_separators))
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
    return InvitationContent(
        house=house_of(reader),
        event=facts,
        body=tuple(texts[TextBlock.BODY].split("\n\n")),
        closing=texts[TextBlock.CLOSING].replace("\n\n", "\n"),
        contact=texts[TextBlock.CONTACT],
        households=households_of(rows, slip_numbers(reader, event_id)),
        written_on=on,
    )


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
        households=sample_households(),
        written_on=date(2027, 3, 1),
    )
    return content, InvitationParams()


def _letter_with_slip(
    content: InvitationContent, params: InvitationParams, household: Household
) -> Iterator[Block]:
    yield from _letter(content, household)
    yield _slip(content, params, household)


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
    yield from opening(content.house, household, content.written_on)
    yield Heading(event.title or "Einladung", over=event.pretitle)
    yield Paragraph(f"{salutation(content.greeting, household)},")
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
        yield whose_line()
    yield attendance_line()
    offers: list[SlipField] = []
    if event.childcare or blank_form:
        offers.append(SlipField("Betreuung für", 16, "Kinder", tick=True))
    if event.interpreters or blank_form:
        offers.append(SlipField("Dolmetschen, Sprache:", 0, tick=True))
    if offers:
        yield tuple(offers)
    if params.question:
        yield (SlipField("Unsere Frage:", 0),)
    yield signature_line()


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
    fits=is_evening,
)
