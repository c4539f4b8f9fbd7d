"""Group list: chosen columns of the children and up to ten free ones; the most-printed paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import sort_key
from kitadesk.handouts.facts import House, sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Margins,
    NewSheet,
    PageSetup,
    Table,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.contact_ways import ChildContacts, contacts_of_children
from kitadesk.queries.people import ChildRow, children, groups
from kitadesk.queries.reader import Reader

TITLE = "Gruppenliste"
COLUMNS = {
    "last_name": "Nachname",
    "first_name": "Vorname",
    "birth_date": "Geburtsdatum",
    "parents": "Eltern",
    "phone": "Telefon",
    "email": "E-Mail",
}
# Least widths in mm; when the sum does not fit an upright sheet, the sheet is turned.
_WIDTHS = {
    "last_name": 32, "first_name": 28, "birth_date": 25, "parents": 45, "phone": 36,
    "email": 52,
}  # fmt: skip
_FREE_WIDE = 18.0
_FREE_NARROW = 10.0
_FEW = 4
_EDGES = Margins(top=14, right=14, bottom=12, left=18)
_TEXT_WIDTH = {False: 178.0, True: 265.0}
_BLANK_FORM_ROWS = 29


@dataclass(frozen=True, slots=True)
class GroupListParams:
    """What can be chosen before printing."""

    title: str = param("Überschrift", "", hint="wenn leer: Gruppenliste")
    columns: tuple[str, ...] = param("Spalten", ("last_name", "first_name"), choices=COLUMNS)
    free_columns: tuple[str, ...] = param(
        "Eigene Spalten", (), hint="mit Semikolon getrennt, höchstens zehn", maximum=10
    )
    blank_rows: int = param("Leere Zeilen", 2, maximum=100)
    numbered: bool = param("Zeilen zählen", default=True)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class GroupChild:
    """One child as a list may show it; several parents or numbers stand on lines of their own."""

    first_name: str
    last_name: str
    birth_date: date | None = None
    parents: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class GroupListGroup:
    """A group and its children."""

    name: str
    children: tuple[GroupChild, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupListContent:
    """The house and its groups in their order; each gets its own sheet."""

    house: House = field(default_factory=House)
    groups: tuple[GroupListGroup, ...] = ()


def document(content: GroupListContent, params: GroupListParams) -> Document:
    """One list per group, children by name, landscape when the columns ask for it."""
    texts = content.house.texts
    landscape = _asked_width(params) > _TEXT_WIDTH[False]
    blocks: list[Block] = []
    for group in content.groups or (GroupListGroup(""),):
        blocks += [
            NewSheet(group.name),
            _heading(content.house, group, params),
            _table(group, params, texts, _TEXT_WIDTH[landscape]),
        ]
    setup = PageSetup(landscape=landscape, margins=_EDGES, large_print=params.large_print)
    title = params.title or texts.say("group_list.heading")
    return Document(title, tuple(blocks), setup, author=content.house.name)


def _heading(house: House, group: GroupListGroup, params: GroupListParams) -> Heading:
    """The free title large, or else the group; the rest on one line above, for rows need room."""
    texts, number = house.texts, len(group.children)
    count = texts.counted("common.children", number) if number else ""
    kind = group.name if params.title else texts.say("group_list.heading")
    over = " · ".join(part for part in (house.name, kind, count) if part)
    return Heading(params.title or group.name or texts.say("common.group_line"), over=over)


def _asked_width(params: GroupListParams) -> float:
    """The least width in mm in which the chosen columns can be read and written in."""
    free = len(params.free_columns) * _least_free(params)
    return _number_width(params) + sum(_WIDTHS[name] for name in params.columns) + free


def _least_free(params: GroupListParams) -> float:
    return _FREE_WIDE if len(params.free_columns) <= _FEW else _FREE_NARROW


def _number_width(params: GroupListParams) -> float:
    return 10.0 if params.numbered else 0.0


def _columns(params: GroupListParams, texts: Texts, rows: int, width: float) -> Iterator[Column]:
    """Columns of children as wide as usual, free ones alike in what is left, none without rows."""
    usual = bool(params.free_columns) or not rows
    heads = dict(zip(COLUMNS, texts.parts("group_list.heads"), strict=True))
    known = [_WIDTHS[name] for name in params.columns]
    for index, name in enumerate(params.columns):
        fixed = known[index] if usual and params.free_columns else None
        share = known[index] if usual else 1.0
        yield Column(heads[name], width=fixed, bold=index == 0, share=share)
    rest = width - _number_width(params) - sum(known)
    for header in params.free_columns:
        yield Column(header, width=max(rest / len(params.free_columns), _FREE_NARROW))


def _table(group: GroupListGroup, params: GroupListParams, texts: Texts, width: float) -> Table:
    """Children by the first chosen name column; the free cells are empty."""
    by_first_name = params.columns[:1] == ("first_name",)
    listed = sorted(group.children, key=lambda child: _order(child, by_first_name=by_first_name))
    free = ("",) * len(params.free_columns)
    rows = tuple((*(_value(child, name) for name in params.columns), *free) for child in listed)
    columns = tuple(_columns(params, texts, len(rows), width))
    blank_rows = params.blank_rows if rows else max(params.blank_rows, _BLANK_FORM_ROWS)
    return Table(
        columns=columns or (Column(texts.say("group_list.name")),),
        rows=rows if columns else (),
        row_height=8.5,
        blank_rows=blank_rows,
        grid=True,
        numbered=params.numbered,
    )


def _order(child: GroupChild, *, by_first_name: bool) -> str:
    names = (child.last_name, child.first_name)
    return sort_key(" ".join(reversed(names) if by_first_name else names))


def _value(child: GroupChild, column: str) -> str:
    """The text of one cell; an unknown birth date leaves it empty."""
    texts = {
        "first_name": child.first_name,
        "last_name": child.last_name,
        "birth_date": numeric_date(child.birth_date) if child.birth_date else "",
        "parents": child.parents,
        "phone": child.phone,
        "email": child.email,
    }
    return texts[column]


def gather(
    reader: Reader, subject_id: UUID | None, params: GroupListParams, on: date
) -> GroupListContent:
    """Read one group, or all of them in the order of the house; contact ways only if asked for."""
    rows = children(reader, on, group_id=subject_id)
    house = house_of(reader)
    ways = contacts_of_children(reader, [row.id for row in rows])
    names: dict[UUID | None, str] = {
        group.id: group.name for group in groups(reader, on) if subject_id in (None, group.id)
    }
    if subject_id is None and any(row.group_id is None for row in rows):
        names[None] = house.texts.say("common.no_group")
    if not names and subject_id is not None:
        raise UserError("record_gone")
    return GroupListContent(
        house=house,
        groups=tuple(
            GroupListGroup(
                name,
                tuple(
                    _child(row, ways.get(row.id, ChildContacts()))
                    for row in rows
                    if row.group_id == group_id
                ),
            )
            for group_id, name in names.items()
        ),
    )


def _child(row: ChildRow, ways: ChildContacts) -> GroupChild:
    return GroupChild(
        first_name=row.first_name,
        last_name=row.last_name,
        birth_date=row.birth_date,
        parents=row.parents,
        phone="\n".join(ways.phones),
        email="\n".join(ways.emails),
    )


def blank(params: GroupListParams) -> GroupListContent:
    """A list to be filled in by hand."""
    return GroupListContent()


def sample() -> tuple[GroupListContent, GroupListParams]:
    """An invented group of four, with birth dates and phone numbers."""
    invented = (
        GroupChild("Mia", "Muster", date(2021, 5, 3), "Anna und Paul Muster", "0170 555 0101"),
        GroupChild("Jonas", "Muster", date(2022, 9, 17), "Anna und Paul Muster", "0170 555 0101"),
        GroupChild("Elif", "Şahin", date(2021, 1, 28), "Derya Şahin", "0170 555 0102"),
        GroupChild("Zofia", "Łukasiewicz-Müller", date(2020, 11, 9), "Ewa Łukasiewicz", ""),
    )
    content = GroupListContent(sample_house(), (GroupListGroup("Frösche", invented),))
    params = GroupListParams(
        columns=("last_name", "first_name", "birth_date", "parents", "phone"),
        free_columns=("Ausflug", "Geld"),
    )
    return content, params


SPEC = HandoutSpec(
    id="group_list",
    title=TITLE,
    area=Area.GENERAL,
    subject=SubjectKind.GROUP,
    privacy=Privacy.HOUSE,
    params=GroupListParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)
