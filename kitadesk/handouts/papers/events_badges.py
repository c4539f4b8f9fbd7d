"""Name badges for an evening: who speaks, the team, guests, parents who come, and empty ones.

A name stands on a badge only where the house knows it. Of others it has a role or an institution:
their badge has a line to write the name on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.text import fold
from kitadesk.domain.names import spoken_name
from kitadesk.domain.replies import Answer
from kitadesk.handouts.facts import House, sample_house
from kitadesk.handouts.gathering import house_of, is_evening, subject_of
from kitadesk.handouts.kit.blocks import Badge, BadgeSheet, Block, Document, NewSheet, PageSetup
from kitadesk.handouts.sheets import BADGE_LABELS, BadgeType, label_geometry
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.address_book import AddressBook, BookPerson, address_book
from kitadesk.queries.events import agenda_of, event
from kitadesk.queries.invited import addressees
from kitadesk.queries.letters import LetterRow
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import GuestRow, guests_of, replies_of

TITLE = "Namensschilder"
MOST_PER_SHEET = 10
_TEAM = "team"
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class BadgeParams:
    """What can be chosen before printing."""

    speakers: bool = param("Wer in der Tagesordnung steht", default=True)
    team: bool = param("Team des Hauses", default=True)
    guests: bool = param("Gäste ohne Familie im Haus", default=True)
    families: bool = param("Eltern, die zugesagt haben", default=False)
    names: tuple[str, ...] = param(
        "Weitere Namen", (), hint="mit Strichpunkt dazwischen", maximum=200
    )
    blank: int = param("Leere Schilder", 4, maximum=500)
    start: int = param(
        "Erstes freies Schild", 1, hint="von links nach rechts gezählt", maximum=MOST_PER_SHEET
    )
    sheet: BadgeType = param("Bogen", BadgeType.CUT_90X55, choices=BADGE_LABELS)  # noqa: RUF009
    probe: bool = param("Probeblatt mit Rahmen", default=False)


@dataclass(frozen=True, slots=True)
class Wearer:
    """Who wears a badge; without any name there is a line to write it on."""

    first_name: str = ""
    last_name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class BadgeContent:
    """The house, and the wearers in the order of their sheets; a form says what the line is for."""

    house: House = field(default_factory=House)
    wearers: tuple[Wearer, ...] = ()
    is_form: bool = False


def document(content: BadgeContent, params: BadgeParams) -> Document:
    """Sheet after sheet; the first begins at the chosen place. Paper to be cut is filled up."""
    geometry, texts = label_geometry(params.sheet), content.house.texts
    start = min(max(params.start, 1), geometry.per_sheet)
    badges = [Badge(one.first_name, one.last_name, one.role) for one in content.wearers]
    empty = Badge(role=texts.say("sheets.name_line") if content.is_form else "")
    badges += [empty] * params.blank
    if geometry.cut_marks or content.is_form:
        badges += [empty] * (-(len(badges) + start - 1) % geometry.per_sheet)
    badges = badges or [empty] * (geometry.per_sheet - start + 1)
    blocks: list[Block] = []
    for number, (first, some) in enumerate(_sheets(badges, start, geometry.per_sheet), 1):
        blocks += [
            NewSheet(texts.say("sheets.sheet", nummer=str(number)), footer=False),
            BadgeSheet(geometry, some, first, content.house.name, frames=params.probe),
        ]
        if params.probe:
            break
    setup = PageSetup(footer=False)
    return Document(texts.say("sheets.badges"), tuple(blocks), setup, author=content.house.name)


def _sheets(
    badges: list[Badge], start: int, per_sheet: int
) -> Iterator[tuple[int, tuple[Badge, ...]]]:
    """Cut the badges into sheets: only the first one begins in the middle."""
    room = per_sheet - start + 1
    yield start, tuple(badges[:room])
    for begin in range(room, len(badges), per_sheet):
        yield 1, tuple(badges[begin : begin + per_sheet])


def gather(reader: Reader, subject_id: UUID | None, params: BadgeParams, on: date) -> BadgeContent:
    """Read who is expected; who speaks and belongs to the team gets one badge, by name."""
    event_id = event(reader, subject_of(TITLE, subject_id)).id
    book = address_book(reader, on)
    team = tuple(_team(book)) if params.team else ()
    wearers: list[Wearer] = []
    if params.speakers:
        roles = {_TEAM, *(fold(one.role) for one in team)} if team else set()
        named = _speakers((row.who for row in agenda_of(reader, event_id)), book)
        wearers += [one for one in named if one.last_name or fold(one.role) not in roles]
    wearers += team
    if params.guests:
        wearers += _guests(guests_of(reader, event_id), has_team=bool(team))
    if params.families:
        coming = {
            row.household_id for row in replies_of(reader, event_id, on) if row.answer is Answer.YES
        }
        rows = addressees(reader, event_id, on).letters
        wearers += [one for row in rows if row.household_id in coming for one in _parents(row)]
    wearers += [_named(text) for text in params.names]
    return BadgeContent(house_of(reader), tuple(_once(wearers)))


def _speakers(texts: Iterable[str], book: AddressBook) -> Iterator[Wearer]:
    """Each who of the agenda: a contact by name, or else what stands there as a role."""
    known = {fold(spoken_name(one.first_name, one.last_name)): one for one in book.people}
    for text in dict.fromkeys(text.strip() for text in texts):
        words = fold(text)
        found = next((one for name, one in known.items() if name and name in words), None)
        if found is not None:
            yield _of_contact(found, book)
        elif text:
            yield Wearer(role=text)


def _team(book: AddressBook) -> Iterator[Wearer]:
    """Everybody with a function in the own house, by name."""
    own = _own_ids(book)
    for person in book.people:
        if any(job.institution_id in own for job in person.functions):
            yield _of_contact(person, book)


def _of_contact(person: BookPerson, book: AddressBook) -> Wearer:
    """The function in the own house, whose name is on the badge; else the first, and where."""
    own = _own_ids(book)
    jobs = sorted(person.functions, key=lambda job: job.institution_id not in own)
    parts: tuple[str, ...] = ()
    for job in jobs[:1]:
        parts = (job.name,) if job.institution_id in own else (job.name, job.institution)
    return Wearer(person.first_name, person.last_name, ", ".join(part for part in parts if part))


def _own_ids(book: AddressBook) -> frozenset[UUID]:
    return frozenset(place.id for place in book.institutions if place.is_own)


def _guests(rows: Iterable[GuestRow], *, has_team: bool) -> Iterator[Wearer]:
    """One badge per person under the words of the house; the team is not printed twice."""
    for row in rows:
        if has_team and _TEAM in fold(row.label).split():
            continue
        yield from (Wearer(role=_REMARK.sub("", row.label) or row.label),) * row.persons


def _parents(row: LetterRow) -> Iterator[Wearer]:
    """The adults of a household that comes, with their children's names and group."""
    group = f" ({row.group_name})" if row.group_name else ""
    role = f"{', '.join(row.child_first_names)}{group}"
    for member in row.members or (row.family_name,):
        first = member.removesuffix(f" {row.family_name}")
        last = row.family_name if first != member else ""
        yield Wearer(first, last, role)


def _named(text: str) -> Wearer:
    """Read "Petra Muster, Grundschule": the last word of the name is the surname."""
    name, _, role = (part.strip() for part in text.partition(","))
    first, _, last = name.rpartition(" ")
    return Wearer(first or last, last if first else "", role)


def _once(wearers: Iterable[Wearer]) -> Iterator[Wearer]:
    """Leave out who had a badge before under the same whole name; unnamed guests are many."""
    seen: set[str] = set()
    for one in wearers:
        name = fold(spoken_name(one.first_name, one.last_name))
        if one.last_name and name in seen:
            continue
        seen.add(name)
        yield one


def blank(params: BadgeParams) -> BadgeContent:
    """A sheet of badges, each with a line for the name."""
    return BadgeContent(is_form=True)


def sample() -> tuple[BadgeContent, BadgeParams]:
    """An invented evening: one who speaks, one of the team, two guests without a name."""
    guest = Wearer(role="Kita Storchennest")
    wearers = (
        Wearer("Petra", "Muster", "Beratungsstelle"),
        Wearer("Ewa", "Łukasiewicz", "Leitung"),
        Wearer("Emre", "Şahin", "Elternbeirat"),
        guest,
        guest,
    )
    return BadgeContent(sample_house(), wearers), BadgeParams()


SPEC = HandoutSpec(
    id="badges",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.HOUSE,
    params=BadgeParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=is_evening,
    one_size="Auf Namensschildern ist der Vorname größer als 14 Punkt.",
)
