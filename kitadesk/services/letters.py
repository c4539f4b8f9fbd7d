"""What a leader does with letters: begin one from a template, say what its slip asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, shorten
from kitadesk.domain.dates import check_day
from kitadesk.domain.entries import checked_line
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.domain.letters import WITHOUT_SLIP, LetterTemplate
from kitadesk.domain.replies import ReplyKind, checked_choices, choices_of
from kitadesk.queries.events import event_title
from kitadesk.queries.house import own_house_id
from kitadesk.services.desk import Desk
from kitadesk.services.event_plan import plan_tasks
from kitadesk.services.letter_templates import template_of
from kitadesk.storage.models.events import Event, EventText, Registration
from kitadesk.storage.writer import Writer

MOST_LINE = 300
MOST_CHOICES_TEXT = 2000
_MOST_LABEL = 40
_FIELD_LABELS = {"choices": "Auswahl", "kind": "Art der Antwort", "text": "Frage"}


@dataclass(frozen=True, slots=True)
class LetterInput:
    """A letter to begin: its own title or that of a template, for whom, and until when."""

    title: str = ""
    template: str = ""
    cohort_id: UUID | None = None
    on_date: date | None = None
    reply_until: date | None = None


class QuestionFields(TypedDict, total=False):
    """What the slip of a letter asks; `choices` one per line."""

    kind: ReplyKind
    text: str
    choices: str


def add_letter(desk: Desk, letter: LetterInput) -> UUID:
    """Begin a letter, with the text and the question of a template if one is named."""
    key = checked_line(letter.template, "Vorlage", most=MOST_LINE)
    template = template_of(key) if key else None
    own = checked_line(letter.title, "Titel", most=MOST_LINE)
    title = own or (template.title if template else "")
    check_day(letter.on_date, "Datum")
    check_day(letter.reply_until, "Rückgabe bis")
    if not title:
        raise UserError("event_title_missing")
    with desk.write(f"{shorten(title, _MOST_LABEL)} angelegt") as writer:
        added = writer.add(
            Event(
                institution_id=own_house_id(writer.session),
                kind=EventKind.LETTER,
                title=title,
                cohort_id=letter.cohort_id,
                on_date=letter.on_date,
                reply_until=letter.reply_until,
                reply_kind=template.kind if template else WITHOUT_SLIP,
            )
        )
        if template is not None:
            _take_over(writer, added, template)
        plan_tasks(writer, added, desk.clock.today(), known=frozenset())
        return added.id


def change_question(desk: Desk, event_id: UUID, **fields: Unpack[QuestionFields]) -> None:
    """Change what the slip asks, in one step.

    The kind stays once families have answered. A choice that gets other words keeps its answers
    while the number of choices is the same: then it was a correction.
    """
    label = f"{_label(fields)} {shorten(desk.read(event_title, event_id), _MOST_LABEL)}"
    merge_key = f"question:{event_id}:{','.join(sorted(fields))}"
    with desk.write(label, merge_key=merge_key) as writer:
        event = writer.get(Event, event_id)
        if "kind" in fields and fields["kind"] is not event.reply_kind:
            _refuse_if_answered(writer, event_id)
            event.reply_kind = fields["kind"]
        if "text" in fields:
            event.reply_question = checked_line(fields["text"], "Frage", most=MOST_LINE)
        if "choices" in fields:
            before = choices_of(event.reply_choices)
            after = checked_choices(_choice_lines(fields["choices"]))
            event.reply_choices = "\n".join(after)
            _rename_answers(writer, event_id, before, after)


def _take_over(writer: Writer, event: Event, template: LetterTemplate) -> None:
    event.reply_question = template.question
    event.reply_choices = "\n".join(template.choices)
    writer.add(EventText(event_id=event.id, block=TextBlock.BODY, text=template.body))


def _refuse_if_answered(writer: Writer, event_id: UUID) -> None:
    query = select(Registration.id).where(
        Registration.event_id == event_id, Registration.household_id.is_not(None)
    )
    if writer.session.execute(query.limit(1)).first() is not None:
        raise UserError("reply_kind_answered")


def _rename_answers(
    writer: Writer, event_id: UUID, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    """Let the answers follow a choice that was only worded anew, at its place."""
    renamed = {
        old: new
        for old, new in zip(before, after, strict=False)
        if len(before) == len(after) and old != new and old not in after and new not in before
    }
    if not renamed:
        return
    query = select(Registration).where(
        Registration.event_id == event_id, Registration.choice.in_(renamed)
    )
    for row in writer.session.scalars(query).all():
        row.choice = renamed[row.choice]


def _choice_lines(typed: str) -> list[str]:
    if len(typed) > MOST_CHOICES_TEXT:
        raise UserError("value_too_long", field="Auswahl", most=MOST_CHOICES_TEXT)
    return [clean(line) for line in typed.splitlines()]


def _label(fields: QuestionFields) -> str:
    return " und ".join(_FIELD_LABELS[name] for name in sorted(fields)[:2])
