"""The texts of an event's papers: shipped blocks, or what the office made of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.domain.event_texts import (
    TextFacts,
    check_placeholders,
    fill_own,
    fill_shipped,
)
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.queries.events import EventRow, event
from kitadesk.queries.house import own_house
from kitadesk.queries.reader import Reader

INVITATION_TEXTS = "invitation.de.toml"
_DEFAULT = "default"
BlockTexts = Mapping[TextBlock, str]


def event_texts(reader: Reader, event_id: UUID) -> dict[TextBlock, str]:
    """Return every text block as the paper prints it: filled, paragraphs parted by an empty line.

    What the office changed wins over the shipped text.
    """
    row = event(reader, event_id)
    values = text_facts(reader, row).values()
    shipped = shipped_texts(row.kind)
    return {
        block: (
            fill_own(row.texts[block], values)
            if block in row.texts
            else fill_shipped(shipped[block], values)
        )
        for block in TextBlock
    }


def text_facts(reader: Reader, row: EventRow) -> TextFacts:
    """Return what the placeholders of an event's texts stand for."""
    house = own_house(reader)
    return TextFacts(
        kind=row.kind,
        title=row.title,
        audience=row.audience,
        on_date=row.on_date,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place_label,
        reply_until=row.reply_until,
        house=house.name if house else "",
        phone=house.phone if house else "",
        email=house.email if house else "",
        fee=row.fee,
        languages=row.interpreter_languages,
        has_childcare=row.has_childcare,
        parents_council=house.parents_council if house else "",
        entry_year=row.entry_year,
    )


def shipped_texts(kind: EventKind) -> BlockTexts:
    """Return the shipped blocks of a kind of event, with the default where it has none."""
    return _shipped()[kind]


@cache
def _shipped() -> dict[EventKind, dict[TextBlock, str]]:
    content = (resources_dir() / "handouts" / "texts" / INVITATION_TEXTS).read_bytes()
    return parse_texts(content, INVITATION_TEXTS)


def parse_texts(content: bytes, file: str) -> dict[EventKind, dict[TextBlock, str]]:
    """Read a text file; an unknown kind, block or placeholder raises ``rules_file_wrong``."""
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise UserError("rules_file_wrong", file=file, field="TOML", found=error) from error
    unknown = table.keys() - {kind.value for kind in EventKind} - {_DEFAULT}
    if unknown or not isinstance(table.get(_DEFAULT), dict):
        raise UserError("rules_file_wrong", file=file, field=_DEFAULT, found=sorted(unknown))
    default = _section(table, _DEFAULT, file)
    missing = [block.value for block in TextBlock if block not in default]
    if missing:
        raise UserError("rules_file_wrong", file=file, field=_DEFAULT, found=missing)
    return {kind: {**default, **_section(table, kind.value, file)} for kind in EventKind}


def _section(table: Mapping[str, object], name: str, file: str) -> dict[TextBlock, str]:
    section = table.get(name, {})
    blocks: dict[TextBlock, str] = {}
    if not isinstance(section, dict):
        raise UserError("rules_file_wrong", file=file, field=name, found=section)
    for key, text in section.items():
        try:
            blocks[TextBlock(key)] = text
            check_placeholders(text)
        except (ValueError, TypeError, UserError) as error:
            field = f"{name}.{key}"
            raise UserError("rules_file_wrong", file=file, field=field, found=text) from error
    return blocks
