"""The office changes a sentence of the papers, or takes the shipped one again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.domain.entries import checked_line, checked_text
from kitadesk.domain.events import EventKind
from kitadesk.domain.paper_texts import check, check_parts
from kitadesk.handouts.invitation_texts import all_groups, text_of
from kitadesk.handouts.registry import find
from kitadesk.handouts.spec import SubjectKind
from kitadesk.handouts.texts import PaperText, TextGroup
from kitadesk.queries.events import EventSummary, event, events
from kitadesk.queries.paper_texts import TEXT_SCOPE, OwnText, own_texts
from kitadesk.queries.texts import INVITATION, template_keys
from kitadesk.services.desk import Desk
from kitadesk.storage.models.house import OverrideRow
from kitadesk.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text as the settings show it: the shipped one, and what the office made of it.

    `original_changed` says that another text is shipped now than when the office wrote its own;
    `cannot_print` that its own has a placeholder, or parts, which do not fit its place any more.
    """

    shipped: PaperText
    group: TextGroup
    own: str | None = None
    changed_on: date | None = None
    original_changed: bool = False
    cannot_print: bool = False

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.shipped.text if self.own is None else self.own

    @property
    def is_changed(self) -> bool:
        """Whether the office has a text of its own."""
        return self.own is not None


def text_rows(desk: Desk) -> tuple[TextRow, ...]:
    """Return every text of the papers in the order of the settings."""
    own = {one.key: one for one in desk.read(own_texts)}
    return tuple(
        _row(text, group, own.get(text.key)) for group in all_groups() for text in group.texts
    )


def rows_of_paper(desk: Desk, paper_id: str, event_id: UUID | None = None) -> tuple[TextRow, ...]:
    """Return the texts of one paper; of an event's paper those that its kind of event prints."""
    rows = tuple(row for row in text_rows(desk) if paper_id in row.group.papers)
    if event_id is None or find(paper_id).subject is not SubjectKind.EVENT:
        return rows
    printed = set(template_keys(desk.read(event, event_id).kind).values())
    is_block = f"{INVITATION}."
    return tuple(
        row
        for row in rows
        if row.shipped.key in printed or not row.shipped.key.startswith(is_block)
    )


def event_that_prints(desk: Desk, key: str) -> EventSummary | None:
    """Return the next event whose letter says a text block of its kind; None for other texts."""
    if not key.startswith(f"{INVITATION}."):
        return None
    kinds = {kind for kind in EventKind if key in template_keys(kind).values()}
    found = desk.read(events, desk.clock.today())
    fitting = (one for one in found if one.kind in kinds and one.kind is not EventKind.CLOSING_DAY)
    return next(fitting, None)


def change_text(desk: Desk, key: str, text: str) -> None:
    """Make a text the office's own; typed as it is shipped, or emptied, it is shipped again.

    Raises UserError ``paper_text_unknown``, ``value_too_long``, ``text_one_line``,
    ``placeholder_unknown``, ``placeholder_missing``, ``text_parts`` or ``glyph_missing``.
    """
    shipped = _shipped(key)
    checked = checked_paper_text(shipped, text)
    with desk.write(f"Text „{shipped.title}“", merge_key=f"text:{key}") as writer:
        row = _found(writer, key)
        if checked in ("", shipped.text):
            if row is not None:
                writer.delete(row)
            return
        if row is None:
            row = writer.add(OverrideRow(scope=TEXT_SCOPE, name=key, content=checked))
        row.content = checked
        row.source = shipped.text
        row.changed_on = desk.clock.today()


def restore_text(desk: Desk, key: str) -> None:
    """Take the shipped text again; raises UserError ``paper_text_unknown``."""
    shipped = _shipped(key)
    with desk.write(f"Ursprünglicher Text „{shipped.title}“") as writer:
        row = _found(writer, key)
        if row is not None:
            writer.delete(row)


def keep_own_text(desk: Desk, key: str) -> None:
    """Say that the own text stays although another one is shipped now."""
    shipped = _shipped(key)
    with desk.write(f"Eigener Text „{shipped.title}“ bleibt") as writer:
        row = _found(writer, key)
        if row is not None:
            row.source = shipped.text


def checked_paper_text(shipped: PaperText, text: str) -> str:
    """Return a text that this place can print; raises the errors of `change_text`."""
    kept = checked_text(_lines(text), shipped.title)
    if len(kept) > shipped.most:
        raise UserError("value_too_long", field=shipped.title, most=shipped.most)
    if shipped.one_line and "\n" in kept:
        raise UserError("text_one_line", title=shipped.title)
    if kept:
        check(kept, shipped.allowed, shipped.required)
        if shipped.parts > 1:
            check_parts(kept, shipped.text, shipped.title)
        _check_glyphs(kept)
    return kept


def _lines(text: str) -> str:
    return "\n".join(clean(line).rstrip() for line in text.splitlines()).strip()


def _check_glyphs(text: str) -> None:
    """Refuse what no bundled font can print; the kit is heavy and only needed here."""
    from kitadesk.handouts.kit.text import missing_glyphs

    missing = missing_glyphs(text)
    if missing:
        raise UserError("glyph_missing", chars=" ".join(missing[:5]))


def _shipped(key: str) -> PaperText:
    try:
        return text_of(checked_line(key, "Text"))
    except KeyError:
        raise UserError("paper_text_unknown", key=key) from None


def _found(writer: Writer, key: str) -> OverrideRow | None:
    query = select(OverrideRow).where(OverrideRow.scope == TEXT_SCOPE, OverrideRow.name == key)
    return writer.session.scalars(query).first()


def _row(shipped: PaperText, group: TextGroup, own: OwnText | None) -> TextRow:
    if own is None:
        return TextRow(shipped, group)
    return TextRow(
        shipped,
        group,
        own=own.text,
        changed_on=own.changed_on,
        original_changed=own.original != shipped.text,
        cannot_print=not shipped.can_print(own.text),
    )
