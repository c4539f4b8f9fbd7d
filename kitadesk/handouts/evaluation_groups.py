"""The table of an evaluation: a line for each group and one for all, by what the slip asks."""

from __future__ import annotations

from kitadesk.domain.evaluation import Evaluation, Figures
from kitadesk.domain.replies import ReplyKind
from kitadesk.handouts.kit.blocks import Align, Column, Table
from kitadesk.handouts.reply_slips import Question
from kitadesk.handouts.texts import Texts

BLANK_GROUPS = 6
_MOST_CHOICE_COLUMNS = 5
_GROUP_SHARE = 16.0
_ROW, _BLANK_ROW = 6.4, 8.0


def group_table(
    question: Question, result: Evaluation | None, texts: Texts, *, is_counted: bool
) -> Table:
    """Return the table; with few choices a column for each, without counts rows to fill in."""
    counted, invited = texts.parts("evaluation.heads"), texts.parts("evaluation.heads_invited")
    group, handed_out, returned, quota, missing = counted if is_counted else invited
    heads = (handed_out, returned, quota, *_heads(question, texts), missing)
    columns = (
        Column(group, bold=True, share=_GROUP_SHARE),
        *(Column(head, align=Align.END, share=_share(head)) for head in heads),
    )
    if result is None:
        return Table(columns, row_height=_BLANK_ROW, blank_rows=BLANK_GROUPS)
    rows = [(one.group or "–", *_row(one, question)) for one in result.groups]
    rows.append((texts.say("evaluation.total"), *_row(result.total, question)))
    return Table(columns, tuple(rows), row_height=_ROW)


def _share(head: str) -> float:
    """The width that a column of figures asks for: that of its head."""
    return float(min(len(head) + 2, _GROUP_SHARE))


def _heads(question: Question, texts: Texts) -> tuple[str, ...]:
    """The columns between the quota and what is still out."""
    if question.kind is ReplyKind.NUMBER:
        return texts.parts("evaluation.number")
    if question.kind is ReplyKind.CHOICE:
        return question.choices if len(question.choices) <= _MOST_CHOICE_COLUMNS else ()
    if question.kind is ReplyKind.YES_NO:
        return texts.parts("evaluation.heads_yes_no")
    return texts.parts("evaluation.heads_attendance")


def _row(one: Figures, question: Question) -> tuple[str, ...]:
    between: tuple[str, ...] = tuple(str(count) for count in (one.yes, one.no))
    if question.kind is ReplyKind.ATTENDANCE:
        between += (str(one.persons), str(one.care))
    elif question.kind is ReplyKind.NUMBER:
        between = (str(one.persons), one.mean or "–")
    elif question.kind is ReplyKind.CHOICE:
        few = len(question.choices) <= _MOST_CHOICE_COLUMNS
        between = tuple(str(count) for count in one.chosen) if few else ()
    return (str(one.handed_out), str(one.returned), one.quota or "–", *between, str(one.missing))
