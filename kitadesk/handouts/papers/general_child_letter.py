"""Brief an die Eltern eines Kindes: DIN 5008 form B, one letter per household (field 4, row 22)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.text import and_list
from kitadesk.handouts.blank_forms import fill_in
from kitadesk.handouts.facts import House, date_line, letterhead_of, sample_house
from kitadesk.handouts.family_letters import (
    Household,
    family_line,
    household_of,
    in_order,
    salutation,
)
from kitadesk.handouts.gathering import house_of, subject_of
from kitadesk.handouts.kit.blocks import (
    AddressField,
    Block,
    Document,
    Heading,
    NewSheet,
    PageSetup,
    Paragraph,
    Spacer,
    TextStyle,
    letter_page,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.child_letters import is_answered, letters_of_child
from kitadesk.queries.letters import LetterRow
from kitadesk.queries.people import child
from kitadesk.queries.reader import Reader

TITLE = "Brief an die Eltern"
PARAGRAPH = "//"
"""What parts paragraphs in the one line of the print form."""
_FREE_LINES = (2, 8, 0)


class Template(Enum):
    """Which text block the letter begins with."""

    OWN = "own"
    CONSENT = "consent"
    TALK = "talk"
    DEADLINE = "deadline"

    @property
    def reminds(self) -> bool:
        """Return whether the text block asks for something that is still missing."""
        return self in (Template.CONSENT, Template.DEADLINE)


_TEMPLATES = {
    Template.OWN.value: "Eigener Text",
    Template.CONSENT.value: "Einwilligung fehlt",
    Template.TALK.value: "Einladung zum Gespräch",
    Template.DEADLINE.value: "Erinnerung an eine Frist",
}


@dataclass(frozen=True, slots=True)
class ChildLetterParams:
    """What can be chosen before printing."""

    template: Template = param(  # noqa: RUF009  # param is a dataclass field
        "Textbaustein", Template.OWN, choices=_TEMPLATES
    )
    text: str = param(
        "Eigener Text", "", hint=f"Absätze mit {PARAGRAPH} trennen", parted_by=PARAGRAPH
    )
    subject: str = param("Betreff", "", hint="der des Textbausteins")
    return_by: str = param("Antwort bis", "", hint="z. B. Freitag, 5. März")
    reminder: bool = param("Erinnerung", default=False)
    probe: bool = param("Nur ein Probeblatt", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)

    @property
    def is_reminder(self) -> bool:
        """Return whether "nicht erinnern" holds: said so, or by what the text block says."""
        return self.reminder or self.template.reminds


@dataclass(frozen=True, slots=True)
class ChildLetter:
    """The house, the child as the text names it, and the letters; without any the blank form."""

    house: House = field(default_factory=House)
    child: str = ""
    letters: tuple[Household, ...] = ()
    written_on: date | None = None


def document(content: ChildLetter, params: ChildLetterParams) -> Document:
    """One letter for each household; none shows the address of another."""
    letters = in_order(content.letters)
    if not letters:
        return _blank_document(content, params)
    blocks: list[Block] = []
    for household in letters[:1] if params.probe else letters:
        blocks.append(NewSheet(family_line(household)))
        blocks += _letter(content, household, params)
    title = f"{content.house.texts.say('child_letter.name')} {content.child}".strip()
    page = letter_page(large_print=params.large_print)
    return Document(title, tuple(blocks), page, author=content.house.name)


def _letter(
    content: ChildLetter, household: Household, params: ChildLetterParams
) -> Iterator[Block]:
    house, texts = content.house, content.house.texts
    yield from letterhead_of(house)
    yield AddressField(
        house.sender or house.name, household.address, date_line(house, content.written_on)
    )
    subject = params.subject or _subject(texts, params.template)
    if subject:
        yield Paragraph(subject, TextStyle.STRONG, keep=True)
        yield Spacer(2)
    yield Paragraph(salutation(texts, household), keep=True)
    for words in _paragraphs(content, params):
        yield Paragraph(words)
    yield Spacer(2)
    yield Paragraph(texts.say("child_letter.closing"), keep=True)
    yield Spacer(12, fixed=True)
    if house.name:
        yield Paragraph(house.name)


def _subject(texts: Texts, template: Template) -> str:
    """What the letter is about, where nothing was typed."""
    match template:
        case Template.CONSENT:
            return texts.say("child_letter.subject_consent")
        case Template.TALK:
            return texts.say("child_letter.subject_talk")
        case Template.DEADLINE:
            return texts.say("child_letter.subject_deadline")
        case Template.OWN:
            return ""


def _paragraphs(content: ChildLetter, params: ChildLetterParams) -> Iterator[str]:
    """The text block, then what was typed; paragraphs one by one."""
    until = f"bis {params.return_by}" if params.return_by else ""
    block = _block(content.house.texts, params.template, content.child, until)
    for part in (*block.split("\n"), *params.text.split(PARAGRAPH)):
        if part.strip():
            yield part.strip()


def _block(texts: Texts, template: Template, child: str, until: str) -> str:
    match template:
        case Template.CONSENT:
            return texts.say("child_letter.consent", kind=child, bis_frist=until)
        case Template.TALK:
            return texts.say("child_letter.talk", kind=child, bis_frist=until)
        case Template.DEADLINE:
            return texts.say("child_letter.deadline", kind=child, bis_frist=until)
        case Template.OWN:
            return ""


def _blank_document(content: ChildLetter, params: ChildLetterParams) -> Document:
    """The letter to be written by hand."""
    texts = content.house.texts
    name = texts.say("child_letter.name")
    page = PageSetup(footer=False, large_print=params.large_print)
    blocks: tuple[Block, ...] = (
        *letterhead_of(content.house),
        Heading(name),
        fill_in(texts.parts("child_letter.lines"), _FREE_LINES),
    )
    return Document(name, blocks, page, author=content.house.name)


def gather(
    reader: Reader, subject_id: UUID | None, params: ChildLetterParams, on: date
) -> ChildLetter:
    """Read the households of the child; a reminder leaves out who wants none.

    Whoever answered about the consent is not asked again: ``consent_answered``.
    """
    child_id = subject_of(TITLE, subject_id)
    rows = letters_of_child(reader, child_id, on, reminder=params.is_reminder)
    if params.template is Template.CONSENT and is_answered(reader, child_id):
        raise UserError("consent_answered", name=_name_of(reader, child_id))
    return ChildLetter(
        house=house_of(reader),
        child=rows[0].child_first_names[0] if rows else "",
        letters=tuple(_household(row) for row in rows),
        written_on=on,
    )


def _name_of(reader: Reader, child_id: UUID) -> str:
    row = child(reader, child_id)
    return row.first_name or row.last_name


def _household(row: LetterRow) -> Household:
    """An addressee under its own names; "keine Post" means names only, for handing over."""
    town = " ".join(part for part in (row.postcode, row.town) if part)
    place = (row.street, town) if row.street and not row.no_post else ()
    lines = tuple(line for line in (and_list(row.addressed_to), *place) if line)
    return replace(household_of(row, None, 0), address=lines)


def blank(params: ChildLetterParams) -> ChildLetter:
    """The letter to be written by hand."""
    return ChildLetter()


def sample() -> tuple[ChildLetter, ChildLetterParams]:
    """Two invented homes of one invented child, reminded of its consent."""
    anna = ("Frau Anna Muster", "Schlossweg 3", "09661 Hainichen")
    paul = ("Paul Muster", "Hafenweg 9", "09661 Hainichen")
    letters = (
        Household("Muster, Mia", ("Mia",), "Frösche", "", address=anna),
        Household("Muster, Mia", ("Mia",), "Frösche", "", is_second=True, address=paul),
    )
    params = ChildLetterParams(template=Template.CONSENT, return_by="Freitag, 5. März")
    return ChildLetter(sample_house(), "Mia", letters, date(2027, 2, 15)), params


SPEC = HandoutSpec(
    id="child_letter",
    title=TITLE,
    area=Area.GENERAL,
    subject=SubjectKind.CHILD,
    privacy=Privacy.FAMILY,
    params=ChildLetterParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
)
