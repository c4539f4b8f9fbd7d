"""Widerruf einer Einwilligung: as easy as it was given, one signature is enough (field 5.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.domain.consent import CHILD_KINDS, ConsentKind, ConsentState
from kitadesk.domain.names import spoken_name
from kitadesk.handouts.facts import House, letterhead_of, sample_house
from kitadesk.handouts.gathering import house_of, subject_of
from kitadesk.handouts.kit.blocks import (
    Block,
    CellKind,
    Column,
    Document,
    FillIn,
    Heading,
    NumberMark,
    PageSetup,
    Paragraph,
    Spacer,
    Table,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.consent_answers import standing_of
from kitadesk.queries.people import child
from kitadesk.queries.reader import Reader

TITLE = "Widerruf einer Einwilligung"
_ROW_HEIGHT = 9.0
_LINE = "_" * 32
"""A consent may be taken back line by line, as it was given."""


@dataclass(frozen=True, slots=True)
class RevocationParams:
    """What can be chosen before printing."""

    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Revocable:
    """What may be taken back: "Fotos", and since when it is in the ledger."""

    purpose: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class Revocation:
    """The house, the child and its consents; without a child it is the blank form."""

    house: House = field(default_factory=House)
    child: str = ""
    about: str = ""
    consents: tuple[Revocable, ...] = ()


def document(content: Revocation, params: RevocationParams) -> Document:
    """One page to tick and to sign, with room for the note of the house."""
    texts = content.house.texts
    whose: Block = FillIn((texts.say("consent_revocation.line"),))
    if content.child:
        whose = NumberMark("", content.child, content.about)
    consents = content.consents or tuple(Revocable(kind.label) for kind in CHILD_KINDS)
    some = f"{texts.say('consent_revocation.some')} {_LINE}"
    more = (Revocable(texts.say("consent_revocation.everything")), Revocable(some))
    rows = tuple(("", one.purpose, one.since) for one in (*consents, *more))
    what, since = texts.parts("consent_revocation.heads")
    columns = (Column("", width=9, kind=CellKind.TICK), Column(what), Column(since, width=38))
    name = texts.say("consent_revocation.heading")
    blocks: tuple[Block, ...] = (
        *letterhead_of(content.house),
        Heading(name),
        whose,
        Paragraph(texts.say("consent_revocation.says"), keep=True),
        Table(columns, rows, row_height=_ROW_HEIGHT),
        Spacer(4),
        *(Paragraph(part) for part in texts.say("consent_revocation.from_now_on").split("\n")),
        FillIn(texts.parts("consent_revocation.sign_lines")),
        Spacer(10),
        Heading(texts.say("consent_revocation.note"), level=2),
        FillIn(texts.parts("consent_revocation.note_lines")),
    )
    page = PageSetup(footer=False, large_print=params.large_print)
    return Document(name, blocks, page, author=content.house.name)


def gather(
    reader: Reader, subject_id: UUID | None, params: RevocationParams, on: date
) -> Revocation:
    """Read the child and what holds for it; raises UserError ``record_gone``."""
    row = child(reader, subject_of(TITLE, subject_id))
    house, born = house_of(reader), ""
    if row.birth_date:
        born = house.texts.say("common.born", tag=numeric_date(row.birth_date))
    return Revocation(
        house=house,
        child=spoken_name(row.first_name, row.last_name),
        about=" · ".join(part for part in (born, row.group_name) if part),
        consents=_holding(reader, row.id),
    )


def _holding(reader: Reader, child_id: UUID) -> tuple[Revocable, ...]:
    """Return what holds, also for a part or with a signature lacking, and since when."""
    found = {kind: standing_of(reader.connection(), child_id, kind) for kind in CHILD_KINDS}
    return tuple(
        Revocable(kind.label, numeric_date(one.since))
        for kind, one in found.items()
        if one.since is not None and (one.state is ConsentState.GIVEN or one.is_partly_signed)
    )


def blank(params: RevocationParams) -> Revocation:
    """The form to be filled in by hand."""
    return Revocation()


def sample() -> tuple[Revocation, RevocationParams]:
    """The invented child of every sample, with two consents."""
    consents = (
        Revocable(ConsentKind.SCHOOL_HANDOVER.label, "12.10.2026"),
        Revocable(ConsentKind.PHOTO.label, "01.09.2026"),
    )
    content = Revocation(sample_house(), "Mia Muster", "geboren am 14.05.2021 · Frösche", consents)
    return content, RevocationParams()


SPEC = HandoutSpec(
    id="consent_revocation",
    title=TITLE,
    area=Area.TRANSITION,
    subject=SubjectKind.CHILD,
    privacy=Privacy.FAMILY,
    params=RevocationParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
)
