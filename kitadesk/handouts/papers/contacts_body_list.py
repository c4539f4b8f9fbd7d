"""Gremienliste: each body with its task, its rhythm, and who has which seat until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.domain.bodies import term_end_words, vacancy_words
from kitadesk.domain.people import Visibility
from kitadesk.domain.visibility import AUDIENCE_WORDS, VISIBILITY_LABELS
from kitadesk.handouts.facts import House, sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Margins,
    PageSetup,
    Paragraph,
    Spacer,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import SHIPPED, Texts
from kitadesk.queries.bodies import BodyCard, MemberRow, bodies, body_card, members_of
from kitadesk.queries.people_ways import ways_of_people
from kitadesk.queries.reader import Reader

TITLE = "Gremienliste"
_EDGES = Margins(top=14, right=14, bottom=12, left=18)
_BLANK_ROWS = 24
_CHOICES = {one.value: VISIBILITY_LABELS[one] for one in Visibility}


@dataclass(frozen=True, slots=True)
class BodyListParams:
    """What can be chosen before printing."""

    audience: Visibility = param("Für wen", Visibility.INTERNAL, choices=_CHOICES)  # noqa: RUF009
    ways: bool = param("Mit Telefon und E-Mail", default=True)
    terms: bool = param("Mit Amtszeit", default=True)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat: its role, who has it, who sends, and until when; a vacant one says so."""

    role: str
    name: str
    institution: str = ""
    until: str = ""
    ways: str = ""


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A body with its task and rhythm; `remark` tells vacant seats and what ends soon."""

    name: str
    about: str = ""
    remark: str = ""
    seats: tuple[SeatLine, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyListContent:
    """The house and the bodies, one or all."""

    house: House = field(default_factory=House)
    bodies: tuple[BodyPart, ...] = ()


def document(content: BodyListContent, params: BodyListParams) -> Document:
    """One body under its own name, several under the name of the list."""
    words, texts = AUDIENCE_WORDS[params.audience], content.house.texts
    name = texts.say("body_list.heading")
    over = " · ".join(part for part in (content.house.name, words) if part)
    is_single = len(content.bodies) == 1
    parts = content.bodies or (BodyPart(texts.say("body_list.which")),)
    blocks: list[Block] = []
    if is_single or not content.bodies:
        blocks += [Heading(parts[0].name, over=" · ".join(p for p in (name, over) if p))]
    else:
        blocks += [Heading(name, over=over)]
    for part in parts:
        blocks += _body(part, params, texts, has_own_title=is_single or not content.bodies)
    setup = PageSetup(margins=_EDGES, large_print=params.large_print)
    title = f"{name} {parts[0].name}" if is_single else name
    # Who may read it stands first: of a long name the end is left out.
    foot = f"{words[:1].upper()}{words[1:]} · {title}" if words else title
    return Document(title, tuple(blocks), setup, author=content.house.name, foot=foot)


def _body(
    part: BodyPart, params: BodyListParams, texts: Texts, *, has_own_title: bool
) -> Iterator[Block]:
    if not has_own_title:
        yield Heading(part.name, level=2)
    if part.about:
        yield Paragraph(part.about, TextStyle.SMALL, keep=True)
    if part.remark:
        yield Paragraph(part.remark, TextStyle.NOTE, keep=True)
    shown = tuple(_columns(part, params, texts))
    columns = tuple(column for column, _ in shown)
    names = [name for _, name in shown]
    rows = tuple(tuple(str(getattr(seat, name)) for name in names) for seat in part.seats)
    yield Table(columns, rows, row_height=7.0, blank_rows=0 if rows else _BLANK_ROWS)
    yield Spacer(6)


def _columns(part: BodyPart, params: BodyListParams, texts: Texts) -> Iterator[tuple[Column, str]]:
    """Each column with the field of a seat that it shows; no term where nobody is elected."""
    role, name, institution, until, ways = texts.parts("body_list.heads")
    yield Column(role, width=30), "role"
    yield Column(name, width=42, bold=True), "name"
    yield Column(institution), "institution"
    if params.terms and (not part.seats or any(seat.until for seat in part.seats)):
        yield Column(until, width=25), "until"
    if params.ways:
        yield Column(ways), "ways"


def gather(
    reader: Reader, subject_id: UUID | None, params: BodyListParams, on: date
) -> BodyListContent:
    """Read one body, or all that are not dissolved, with what these readers may see."""
    if subject_id is not None:
        chosen = [body_card(reader, subject_id)]
    else:
        running = (one for one in bodies(reader, on) if not (one.ended_on and one.ended_on < on))
        chosen = [body_card(reader, one.id) for one in running]
    house = house_of(reader)
    vacant = house.texts.say("body_list.vacant")
    parts = (_part(reader, card, params, vacant=vacant, on=on) for card in chosen)
    return BodyListContent(house, tuple(parts))


def _part(
    reader: Reader, card: BodyCard, params: BodyListParams, *, vacant: str, on: date
) -> BodyPart:
    members = members_of(reader, card.id, on)
    people = [one.person_id for one in members if one.person_id]
    ways = ways_of_people(reader, people, params.audience)
    empty = sum(one.person_id is None for one in members)
    ends = {one.until for one in members if one.until}
    # One sentence where the whole body is elected together; else the column tells it.
    common = term_end_words(ends.pop(), on) if len(ends) == 1 else ""
    remark = "; ".join(text for text in (vacancy_words(empty), common) if text)
    about = " · ".join(text for text in (card.purpose, card.rhythm) if text)
    seats = tuple(
        _seat(one, ways.get(one.person_id, ()) if one.person_id else (), vacant) for one in members
    )
    return BodyPart(card.name, about, remark, seats)


def _seat(row: MemberRow, ways: tuple[str, ...], vacant: str) -> SeatLine:
    return SeatLine(
        role=row.role_label,
        name=row.person_name or vacant,
        institution=row.institution,
        until=numeric_date(row.until) if row.until else "",
        ways="\n".join(ways),
    )


def blank(params: BodyListParams) -> BodyListContent:
    """A list to be filled in by hand."""
    return BodyListContent()


def sample() -> tuple[BodyListContent, BodyListParams]:
    """An invented council with a vacant seat, and a small group."""
    seats = (
        SeatLine(
            "Vorsitz", "Muster, Anna", "Kita Sonnenschein", "31.10.2027",
            "0151 555 0101\nanna@example.org",
        ),
        SeatLine("Mitglied", "Şahin, Emre", "Hort Hainichen", "31.10.2027", "emre@example.org"),
        SeatLine("Mitglied", SHIPPED.say("body_list.vacant"), "Kita Regenbogen"),
    )  # fmt: skip
    council = BodyPart(
        "Stadtelternbeirat",
        "Delegierte der Elternbeiräte aller Häuser · vierteljährlich",
        "1 Platz unbesetzt; Amtszeit endet 31.10.",
        seats,
    )
    group = BodyPart("Steuerungsgruppe", "monatlich", "", (SeatLine("Mitglied", "Łukasz, Ewa"),))
    return BodyListContent(sample_house(), (council, group)), BodyListParams()


SPEC = HandoutSpec(
    id="body_list",
    title=TITLE,
    area=Area.CONTACTS,
    subject=SubjectKind.BODY,
    privacy=Privacy.HOUSE,
    params=BodyListParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
