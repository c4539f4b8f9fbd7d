"""Einwilligung Datenweitergabe: what a sheet says, for a child or an entry year (field 4, 16).

Both papers are this one form. A sheet shows no address at all, so that no household ever reads
another's; who lives apart signs a sheet of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kitadesk.base.dates import long_date, numeric_date
from kitadesk.base.text import and_list
from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.consent_forms import CATEGORIES, WAYS, law_of
from kitadesk.domain.institutions import ProviderType
from kitadesk.domain.names import spoken_name
from kitadesk.domain.replies import slip_text
from kitadesk.handouts.facts import House, letterhead_of, sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import (
    Block,
    CellKind,
    Column,
    Document,
    FillIn,
    Heading,
    NewSheet,
    NumberMark,
    PageSetup,
    Paragraph,
    Spacer,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.consent_slips import FormRow, own_provider
from kitadesk.queries.reader import Reader

TITLE = "Einwilligung Datenweitergabe"
_LINE = "________________"
_DELETED = (10, 31)
"""Day and month until which what was handed over is needed: after the start is looked back on."""
_SIGNING_LINES = 2
_PHONE = "tel"
"""What a line of the letterhead with a telephone number says, however the office writes it."""
_SIGN_HEIGHT, _TICK_HEIGHT = 10.0, 6.6


class Purpose(Enum):
    """What the form asks for; the value is that of the consent."""

    HANDOVER = ConsentKind.SCHOOL_HANDOVER.value
    VISIT = ConsentKind.TEACHER_VISIT.value

    @property
    def kind(self) -> ConsentKind:
        """Return the consent that is booked with it."""
        return ConsentKind(self.value)


PURPOSES = {purpose.value: purpose.kind.label for purpose in Purpose}


@dataclass(frozen=True, slots=True)
class FormParams:
    """What can be chosen before printing, for a child as for a year."""

    purpose: Purpose = param(  # noqa: RUF009  # param is a dataclass field
        "Wozu", Purpose.HANDOVER, choices=PURPOSES
    )
    return_by: str = param("Zurück bis", "", hint="z. B. Freitag, 5. März")
    until: str = param("Gilt bis", "", hint="Ende Oktober nach dem Schulanfang")
    contact: str = param("Fragen an", "", hint="die Leitung der Kita")
    reminder: bool = param("Erinnerung", default=False)
    probe: bool = param("Nur ein Probeblatt", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet: whose child, to which school, who signs; `people` is to whom it is handed."""

    child: str
    about: str = ""
    school: str = ""
    people: str = ""
    signers: tuple[str, ...] = ()
    number: str = ""
    entry_year: int | None = None
    has_others: bool = False


@dataclass(frozen=True, slots=True)
class ConsentForms:
    """The house, the law by its Träger, and the sheets; without any it is the blank form."""

    house: House = field(default_factory=House)
    law: str = law_of(ProviderType.UNKNOWN)
    forms: tuple[Form, ...] = ()


def form_of(row: FormRow, texts: Texts) -> Form:
    """Return what a sheet shows; the number as far as it was taken."""
    child = row.child
    born = ""
    if child.birth_date:
        born = texts.say("common.born", tag=numeric_date(child.birth_date))
    return Form(
        child=spoken_name(child.first_name, child.last_name),
        about=" · ".join(part for part in (born, child.group_name) if part),
        school=child.school_name,
        people=and_list(row.members),
        signers=row.signers,
        number=slip_text(row.number) if row.number is not None else "",
        entry_year=child.entry_year,
        has_others=row.has_others,
    )


def in_order(rows: tuple[FormRow, ...]) -> list[FormRow]:
    """Sort for handing out: by group and child, sheets of second households behind, post first."""
    return sorted(rows, key=lambda row: (row.is_second, row.is_second and not row.by_post))


def forms_of(reader: Reader, rows: tuple[FormRow, ...]) -> ConsentForms:
    """Return the sheets of a run with the house, and the law of its Träger."""
    house = house_of(reader)
    forms = tuple(form_of(row, house.texts) for row in in_order(rows))
    return ConsentForms(house, law_of(own_provider(reader)), forms)


def forms_document(content: ConsentForms, params: FormParams) -> Document:
    """One page for each sheet; without any the form to be filled in by hand."""
    forms = content.forms[:1] if params.probe else content.forms
    blocks: list[Block] = []
    for form in forms or (Form(""),):
        blocks.append(NewSheet(form.child, fit=True))
        blocks += _sheet(content, form, params)
    setup = PageSetup(footer=False, large_print=params.large_print)
    name = content.house.texts.say("consent_form.name")
    return Document(name, tuple(blocks), setup, author=content.house.name)


def _sheet(content: ConsentForms, form: Form, params: FormParams) -> Iterator[Block]:
    kind, texts = params.purpose.kind, content.house.texts
    reminder = texts.say("consent_form.reminder") if params.reminder else ""
    over = " · ".join(part for part in (reminder, kind.label) if part)
    yield from letterhead_of(content.house)
    yield Heading(texts.say("consent_form.heading"), over=over)
    yield from _whose(texts, form, params)
    yield from _asked(content.house, form, kind)
    yield _categories(kind, texts)
    yield Spacer(3)
    style = TextStyle.SMALL if params.large_print else TextStyle.BODY
    for words in _terms(content, form, params):
        yield Paragraph(words, style)
    yield Spacer(2)
    yield from _answer(texts, form)


def _whose(texts: Texts, form: Form, params: FormParams) -> Iterator[Block]:
    """The child with its number, or lines to write it on."""
    if not form.child:
        yield FillIn(texts.parts("consent_form.lines"))
        return
    back = texts.say("consent_form.back", frist=params.return_by) if params.return_by else ""
    people = ""
    if form.people:
        people = texts.say("consent_form.handed_to", sorgeberechtigte=form.people)
    lines = (form.about, people, back)
    yield NumberMark(form.number, form.child, "\n".join(line for line in lines if line))


def _asked(house: House, form: Form, kind: ConsentKind) -> Iterator[Block]:
    """Who gives to whom, and what for; more than this is not asked with it."""
    school = form.school or (_LINE * 2 if form.child else "")
    texts = house.texts
    giver = texts.say("consent_form.from", kita=house.name or _LINE * 2)
    sides = (giver, texts.say("consent_form.to", schule=school) if school else "")
    yield Paragraph(" · ".join(side for side in sides if side), TextStyle.STRONG, keep=True)
    if kind is ConsentKind.TEACHER_VISIT:
        words = texts.say("consent_form.asked_visit")
    else:
        words = texts.say("consent_form.asked_handover")
    yield Paragraph(words, keep=True)


def _categories(kind: ConsentKind, texts: Texts) -> Table:
    """What may be ticked one by one, each for paper and for talk; the last line is their own."""
    ways = tuple(Column(way, width=24, kind=CellKind.TICK) for way in WAYS[kind])
    columns = (Column(texts.say("consent_form.what")), *ways)
    rows = tuple((words, "", "") for words in CATEGORIES[kind])
    own = (f"{texts.say('consent_form.other')} {_LINE * 2}", "", "")
    is_open = kind is ConsentKind.SCHOOL_HANDOVER
    return Table(columns, (*rows, own) if is_open else rows, row_height=_TICK_HEIGHT)


def _terms(content: ConsentForms, form: Form, params: FormParams) -> Iterator[str]:
    """What makes a consent one: period, free will, revocation, sight, whom to ask, law."""
    texts, contact = content.house.texts, params.contact or _contact(content.house)
    yield texts.say("consent_form.until", ende=_until(texts, form, params))
    yield texts.say("consent_form.free_will")
    yield texts.say("consent_form.revocation")
    yield texts.say("consent_form.sight")
    yield texts.say("consent_form.questions", kontakt=contact)
    yield texts.say("consent_form.law", gesetz=content.law)


def _until(texts: Texts, form: Form, params: FormParams) -> str:
    """The end of the period: as typed, or after the first weeks at school were looked back on."""
    if params.until:
        return params.until
    if form.entry_year is None:
        if form.child:
            return texts.say("consent_form.end")
        return f"{texts.say('consent_form.end_line')} {_LINE}"
    return long_date(date(form.entry_year, *_DELETED)).partition(", ")[2]


def _contact(house: House) -> str:
    """Name the leader with the line of the letterhead that gives the telephone, if one does."""
    label = house.texts.say("common.phone", telefon="")
    signs = [sign.casefold() for sign in (label, _PHONE) if sign]
    phone = next((line for line in house.lines if any(s in line.casefold() for s in signs)), "")
    return ", ".join(part for part in (house.texts.say("consent_form.leader"), phone) if part)


def _answer(texts: Texts, form: Form) -> Iterator[Block]:
    """Yes or no to tick, and a line for each who signs; no is an answer like any other."""
    tick = Column("", width=9, kind=CellKind.TICK)
    yield Table(
        (tick, Column(texts.say("consent_form.answer")), tick, Column("", share=0.9)),
        (("", texts.say("consent_form.yes"), "", texts.say("consent_form.no")),),
        row_height=_TICK_HEIGHT,
    )
    yield Spacer(2)
    who, day, name = texts.parts("consent_form.heads")
    columns = (
        Column(who, share=1.0),
        Column(day, 34, kind=CellKind.LINE),
        Column(name, 70, kind=CellKind.LINE),
    )
    yield Table(
        columns,
        tuple((signer, "", "") for signer in form.signers),
        row_height=_SIGN_HEIGHT,
        blank_rows=0 if form.signers else _SIGNING_LINES,
    )
    note = texts.say("consent_form.all_sign")
    if form.has_others:
        note = texts.say("consent_form.others_sign")
    yield Paragraph(note, TextStyle.NOTE)


def blank_forms(params: FormParams) -> ConsentForms:
    """The form to be filled in by hand."""
    return ConsentForms()


def sample_forms() -> tuple[ConsentForms, FormParams]:
    """The invented child of every sample, in the year before it goes to school."""
    form = Form(
        child="Mia Muster",
        about="geboren am 14.05.2021 · Frösche",
        school="Grundschule Hainichen",
        people="Anna Muster und Paul Muster",
        signers=("Anna Muster", "Paul Muster"),
        number="5021-3",
        entry_year=2027,
    )
    content = ConsentForms(sample_house(), law_of(ProviderType.MUNICIPAL), (form,))
    return content, FormParams()
