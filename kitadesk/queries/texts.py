"""The texts of an event's papers: shipped blocks, or what the office made of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.domain.event_texts import (
    PLACEHOLDERS,
    TextFacts,
    check_placeholders,
    fill_own,
    fill_shipped,
)
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.domain.paper_texts import fits
from kitadesk.queries.events import EventRow, event
from kitadesk.queries.house import own_house
from kitadesk.queries.paper_texts import own_texts
from kitadesk.queries.reader import Reader

INVITATION = "invitation"
INVITATION_TEXTS = f"{INVITATION}.de.toml"
DEFAULT_SECTION = "default"
"""The section for every kind of event that says nothing of its own."""
BlockTexts = Mapping[TextBlock, str]


def event_texts(reader: Reader, event_id: UUID) -> dict[TextBlock, str]:
    """Return every text block as the paper prints it: filled, paragraphs parted by an empty line.

    What the office wrote for this event wins over its own text for the kind, and that over the
    shipped one.
    """
    row = event(reader, event_id)
    values = text_facts(reader, row).values()
    templates = templates_of(reader, row.kind)
    return {
        block: (
            fill_own(row.texts[block], values)
            if block in row.texts
            else fill_shipped(templates[block], values)
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


def templates_of(reader: Reader, kind: EventKind) -> BlockTexts:
    """Return the blocks of a kind of event as this house writes them.

    An own text with a placeholder that nobody fills is left aside for the shipped one.
    """
    own = {one.key: one.text for one in own_texts(reader) if fits(one.text, PLACEHOLDERS)}
    keys = template_keys(kind)
    return {block: own.get(keys[block], text) for block, text in shipped_texts(kind).items()}


def template_keys(kind: EventKind) -> dict[TextBlock, str]:
    """Return the key of each block of a kind of event: its own, or that of the default."""
    own = shipped_sections().get(kind.value, {})
    return {
        block: template_key(kind.value if block in own else DEFAULT_SECTION, block)
        for block in TextBlock
    }


def template_key(section: str, block: TextBlock) -> str:
    """Return the key of a shipped block among the texts of papers: file, section, block."""
    return f"{INVITATION}.{section}.{block.value}"


def shipped_texts(kind: EventKind) -> BlockTexts:
    """Return the shipped blocks of a kind of event, with the default where it has none."""
    sections = shipped_sections()
    return {**sections[DEFAULT_SECTION], **sections.get(kind.value, {})}


@cache
def shipped_sections() -> Mapping[str, BlockTexts]:
    """Return the blocks as the file has them: the default, and what kinds say otherwise."""
    content = (resources_dir() / "handouts" / "texts" / INVITATION_TEXTS).read_bytes()
    return _sections(content, INVITATION_TEXTS)


def parse_texts(content: bytes, file: str) -> dict[EventKind, dict[TextBlock, str]]:
    """Read a text file; an unknown kind, block or placeholder raises ``rules_file_wrong``."""
    sections = _sections(content, file)
    default = sections[DEFAULT_SECTION]
    return {kind: {**default, **sections.get(kind.value, {})} for kind in EventKind}


def _sections(content: bytes, file: str) -> dict[str, dict[TextBlock, str]]:
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise UserError("rules_file_wrong", file=file, field="TOML", found=error) from error
    unknown = table.keys() - {kind.value for kind in EventKind} - {DEFAULT_SECTION}
    if unknown or not isinstance(table.get(DEFAULT_SECTION), dict):
        raise UserError("rules_file_wrong", file=file, field=DEFAULT_SECTION, found=sorted(unknown))
    default = _section(table, DEFAULT_SECTION, file)
    missing = [block.value for block in TextBlock if block not in default]
    if missing:
        raise UserError("rules_file_wrong", file=file, field=DEFAULT_SECTION, found=missing)
    return {name: _section(table, name, file) for name in table}


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
