"""Group list: chosen columns of the children and up to ten free ones; the most-printed paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kitadesk.base.dates import numeric_date
from kitadesk.base.text import plural, sort_key
from kitadesk.handouts.facts import House, letterhead, sample_house
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Margins,
    NewSheet,
    PageSetup,
    Paragraph,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import param

COLUMNS = {
    "last_name": "Nachname",
    "first_name": "Vorname",
    "birth_date": "Geburtsdatum",
    "parents": "Eltern",
    "phone": "Telefon",
    "email": "E-Mail",
    "address": "Anschrift",
}
# Least widths in mm; when the sum does not fit an upright sheet, the sheet is turned.
_WIDTHS = {
    "last_name": 32, "first_name": 28, "birth_date": 25, "parents": 45, "phone": 36,
    "email": 52, "address": 50,
}  # fmt: skip
_FREE_WIDE = 16.0
_FREE_NARROW = 10.0
_EDGES = Margins(top=14, right=14, bottom=12, left=18)
_PORTRAIT_WIDTH = 178.0
_BLANK_FORM_ROWS = 24


@dataclass(frozen=True, slots=True)
class GroupListParams:
    """What can be chosen before printing."""

    title: str = param("Überschrift", "", hint="leer: Gruppenliste")
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
    address: str = ""


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
    title = params.title or "Gruppenliste"
    blocks: list[Block] = []
    for group in content.groups or (GroupListGroup(""),):
        blocks.append(NewSheet(group.name))
        if content.house.name or content.house.logo:
            blocks.append(letterhead(content.house))
        count = plural(len(group.children), "Kind", "Kinder")
        blocks.append(Heading(group.name or "Gruppe ____________________", over=title))
        if group.children:
            blocks.append(Paragraph(count, TextStyle.SMALL))
        blocks.append(_table(group, params))
    setup = PageSetup(
        landscape=_asked_width(params) > _PORTRAIT_WIDTH,
        margins=_EDGES,
        large_print=params.large_print,
    )
    return Document(title, tuple(blocks), setup, author=content.house.name)


def _asked_width(params: GroupListParams) -> float:
    number = 10 if params.numbered else 0
    free = len(params.free_columns) * _FREE_WIDE
    return number + sum(_WIDTHS[name] for name in params.columns) + free


def _table(group: GroupListGroup, params: GroupListParams) -> Table:
    """Chosen columns by what they hold; many free columns are narrow, their heads upright."""
    narrow = len(params.free_columns) > 4
    columns = (
        *(
            Column(COLUMNS[name], bold=index == 0, share=0.4 if params.free_columns else 1.0)
            for index, name in enumerate(params.columns)
        ),
        *(
            Column(header, width=_FREE_NARROW + 3 if narrow else None, share=3)
            for header in params.free_columns
        ),
    )
    children = sorted(
        group.children, key=lambda child: sort_key(f"{child.last_name} {child.first_name}")
    )
    if params.columns[:1] == ("first_name",):
        children.sort(key=lambda child: sort_key(f"{child.first_name} {child.last_name}"))
    free = ("",) * len(params.free_columns)
    rows = tuple((*(_value(child, name) for name in params.columns), *free) for child in children)
    blank_rows = params.blank_rows if rows else max(params.blank_rows, _BLANK_FORM_ROWS)
    return Table(
        columns or (Column("Name"),),
        rows if columns else (),
        row_height=9,
        blank_rows=blank_rows,
        grid=True,
        numbered=params.numbered,
    )


def _value(child: GroupChild, column: str) -> str:
    """The text of one cell; an unknown birth date leaves it empty."""
    texts = {
        "first_name": child.first_name,
        "last_name": child.last_name,
        "birth_date": numeric_date(child.birth_date) if child.birth_date else "",
        "parents": child.parents,
        "phone": child.phone,
        "email": child.email,
        "address": child.address,
    }
    return texts[column]


def blank(params: GroupListParams) -> GroupListContent:
    """A list to be filled in by hand."""
    return GroupListContent()


def sample() -> tuple[GroupListContent, GroupListParams]:
    """An invented group of four, with birth dates and phone numbers."""
    children = (
        GroupChild("Mia", "Muster", date(2021, 5, 3), "Anna und Paul Muster", "0170 555 0101"),
        GroupChild("Jonas", "Muster", date(2022, 9, 17), "Anna und Paul Muster", "0170 555 0101"),
        GroupChild("Elif", "Şahin", date(2021, 1, 28), "Derya Şahin", "0170 555 0102"),
        GroupChild("Zofia", "Łukasiewicz-Müller", date(2020, 11, 9), "Ewa Łukasiewicz", ""),
    )
    content = GroupListContent(sample_house(), (GroupListGroup("Frösche", children),))
    params = GroupListParams(
        columns=("last_name", "first_name", "birth_date", "parents", "phone"),
        free_columns=("Ausflug", "Geld"),
    )
    return content, params
