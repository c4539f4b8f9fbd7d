"""What came back of an evening or a letter: counts, shares, means and bars, and what follows.

It names no family: it goes to the team, to the parents' council and to the alliance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.domain.evaluation import Evaluation, Figures
from kitadesk.domain.replies import ReplyKind, question_of
from kitadesk.handouts.evaluation_groups import group_table
from kitadesk.handouts.facts import (
    EventFacts,
    House,
    sample_event,
    sample_house,
    when,
)
from kitadesk.handouts.gathering import event_facts_of, house_of, subject_of
from kitadesk.handouts.kit.blocks import (
    BarChart,
    Block,
    ChartBar,
    Counts,
    Document,
    FactsBox,
    FillIn,
    Heading,
    PageSetup,
    Paragraph,
    Spacer,
    TextStyle,
    TrendLine,
    TrendPoint,
)
from kitadesk.handouts.reply_slips import Question
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.evaluation import can_be_evaluated, evaluation_of
from kitadesk.queries.events import event
from kitadesk.queries.reader import Reader
from kitadesk.queries.series import SeriesRow

TITLE = "Auswertung"
MOST_VISITS = 12
"""Dates of a series that the line shows; older ones are left out."""
_FEWEST_GROUPS = 2


@dataclass(frozen=True, slots=True)
class EvaluationParams:
    """What can be chosen before printing."""

    groups: bool = param("Nach Gruppen", default=True)
    questions: bool = param("Fragen der Eltern, ohne Namen", default=True)
    measures: int = param("Leere Zeilen für Maßnahmen", 3, maximum=30)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Guests:
    """Persons who came without a family of the house: "Team der Kita", 6."""

    words: str
    persons: int


@dataclass(frozen=True, slots=True)
class Visits:
    """The dates of a series: how many came each time, what the numbers say, the office's note."""

    points: tuple[TrendPoint, ...] = ()
    trend: str = ""
    review: str = ""


@dataclass(frozen=True, slots=True)
class EvaluationContent:
    """House, event, what its slip asks, and the counts; without counts the form to fill in."""

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    question: Question = field(default_factory=Question)
    result: Evaluation | None = None
    is_counted: bool = True
    guests: tuple[Guests, ...] = ()
    present: int | None = None
    visits: Visits | None = None
    read_on: date | None = None

    @property
    def asks(self) -> bool:
        """Return whether slips are told of: some were made, or somebody answered without."""
        is_letter = self.question.kind is not ReplyKind.ATTENDANCE
        replied = self.result is None or self.result.total.returned > 0
        return replied or is_letter or self.is_counted


def document(content: EvaluationContent, params: EvaluationParams) -> Document:
    """The figures, the answers as bars, the groups as a table; last what follows from it."""
    event, texts = content.event, content.house.texts
    name = texts.say("evaluation.heading")
    as_of = (
        texts.say("evaluation.as_of", tag=numeric_date(content.read_on)) if content.read_on else ""
    )
    over = (content.house.name, name if event.title else "", as_of)
    blocks: list[Block] = [Heading(event.title or name, over=_joined(*over))]
    facts = _joined(when(event), event.place)
    if facts:
        blocks.append(Paragraph(facts, TextStyle.STRONG))
    elif not event.title:
        blocks.append(FillIn(texts.parts("evaluation.event")))
    blocks += _figures(content, texts)
    blocks += _answers(content, texts)
    if params.groups:
        blocks += _by_group(content, texts)
    blocks += _around(content, params, texts)
    blocks += _what_follows(content, params, texts)
    setup = PageSetup(large_print=params.large_print)
    title = f"{name} {event.title}".strip()
    return Document(title, tuple(blocks), setup, author=content.house.name, foot=name)


def _figures(content: EvaluationContent, texts: Texts) -> Iterator[Block]:
    """The quota always, then whoever comes; on the form lines to write on."""
    counted, invited = texts.parts("evaluation.slips"), texts.parts("evaluation.invited")
    labels = counted if content.is_counted else invited
    if content.result is None:
        yield Counts(tuple((label, "") for label in labels))
        yield Counts(tuple((label, "") for label in texts.parts("evaluation.people")))
        return
    total, lines = content.result.total, []
    if content.asks:
        values = (str(total.handed_out), str(total.returned), total.quota or "–")
        lines.append(_told(labels, values))
    if content.question.kind is ReplyKind.ATTENDANCE:
        guests = sum(one.persons for one in content.guests)
        people = (total.persons, guests, total.persons + guests)
        lines.append(_told(texts.parts("evaluation.people"), map(str, people)))
    care, present = texts.parts("evaluation.around")
    around = [(care, total.care or None), (present, content.present)]
    lines.append(_joined(*(f"{label} {count}" for label, count in around if count is not None)))
    first, *others = (line for line in lines if line)
    yield FactsBox(first, tuple(others))


def _told(labels: Iterable[str], values: Iterable[str]) -> str:
    """Figures on a line: "ausgegeben 64 · zurück 45 · Quote 70 %"."""
    return _joined(*(f"{label} {value}" for label, value in zip(labels, values, strict=True)))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _answers(content: EvaluationContent, texts: Texts) -> Iterator[Block]:
    """Each answer with bar, count and share of the slips that came back."""
    if content.result is None or not (content.asks and content.result.answers):
        return
    total, kind = content.result.total, content.question.kind
    yield Heading(texts.parts("evaluation.sections")[0], level=2)
    if content.question.text:
        yield Paragraph(content.question.text, keep=True)
    words = tuple(word for word, _ in content.result.answers)
    if kind is ReplyKind.ATTENDANCE:
        words = texts.parts("evaluation.coming")
    bars = zip(words, (count for _, count in content.result.answers), strict=False)
    yield BarChart(tuple(ChartBar(word, count) for word, count in bars), total.returned)
    if kind is ReplyKind.NUMBER:
        labels = texts.parts("evaluation.number")
        values = (str(total.persons), total.mean)
        yield Counts(tuple(zip(labels, values, strict=True)))


def _by_group(content: EvaluationContent, texts: Texts) -> Iterator[Block]:
    """The table of the groups; one group alone would only say the same again."""
    result = content.result
    if not content.asks or (result is not None and len(result.groups) < _FEWEST_GROUPS):
        return
    yield Heading(texts.parts("evaluation.sections")[1], level=2)
    yield group_table(content.question, result, texts, is_counted=content.is_counted)
    yield Spacer(3)


def _around(content: EvaluationContent, params: EvaluationParams, texts: Texts) -> Iterator[Block]:
    """Guests, languages, questions without names, and the visits of the series."""
    _, _, questions, visits, _ = texts.parts("evaluation.sections")
    guests, languages = texts.parts("evaluation.lists")
    if content.guests:
        yield _counted(guests, ((one.words, one.persons) for one in content.guests))
    if content.result is not None and content.result.languages:
        yield _counted(languages, content.result.languages)
    if params.questions and content.result is not None and content.result.questions:
        yield Heading(questions, level=2)
        yield Paragraph("\n".join(f"– {text}" for text in content.result.questions))
    if content.visits is not None and content.visits.points:
        yield Heading(visits, level=2)
        yield TrendLine(content.visits.points)
        for text in (content.visits.trend, content.visits.review):
            if text:
                yield Paragraph(text)


def _counted(label: str, items: Iterable[tuple[str, int]]) -> Paragraph:
    """What came how often, on one line: "Dolmetschen: Ukrainisch 3, Arabisch 1"."""
    return Paragraph(f"{label} {', '.join(f'{words} {count}' for words, count in items)}")


def _what_follows(
    content: EvaluationContent, params: EvaluationParams, texts: Texts
) -> Iterator[Block]:
    if params.measures:
        yield Heading(texts.parts("evaluation.sections")[-1], level=2)
        yield FillIn(("",) * params.measures)
    if content.result is not None:
        yield Paragraph(texts.say("evaluation.no_names"), TextStyle.NOTE)


def gather(
    reader: Reader, subject_id: UUID | None, params: EvaluationParams, on: date
) -> EvaluationContent:
    """Read the replies as they are now."""
    event_id = subject_of(TITLE, subject_id)
    row = evaluation_of(reader, event_id, on)
    asked = question_of(event(reader, event_id))
    return EvaluationContent(
        house=house_of(reader),
        event=event_facts_of(reader, event_id),
        question=Question(asked.kind, asked.text, asked.choices),
        result=row.result,
        is_counted=row.is_counted,
        guests=tuple(Guests(words, persons) for words, persons in row.guests),
        present=row.present,
        visits=_visits(row.series) if row.series else None,
        read_on=on,
    )


def _visits(series: SeriesRow) -> Visits:
    """The last dates that somebody counted; one alone is no line."""
    known = [one for one in series.dates if one.is_past and one.visitors is not None]
    points = tuple(
        TrendPoint(_short(one.on_date), float(one.visitors or 0)) for one in known[-MOST_VISITS:]
    )
    return Visits(points if len(points) > 1 else (), series.trend, series.review)


def _short(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year % 100:02}" if day else ""


def blank(params: EvaluationParams) -> EvaluationContent:
    """A form for counts that are made by hand."""
    return EvaluationContent()


def sample() -> tuple[EvaluationContent, EvaluationParams]:
    """The invented joint evening after its slips came back."""
    groups = (
        Figures("Frösche", 24, yes=13, no=5, persons=17, care=4),
        Figures("Bären", 22, yes=9, no=4, persons=12, care=2),
        Figures("Igel", 18, yes=8, no=6, persons=10, care=1),
    )
    total = Figures("", 64, yes=30, no=15, persons=39, care=7)
    questions = ("Wie sage ich es meinem Kind?", "Wo finden wir Hilfe in der Nähe?")
    result = Evaluation(
        groups=groups,
        total=total,
        answers=(("Ja", 30), ("Nein", 15)),
        languages=(("Ukrainisch", 3), ("Arabisch", 1)),
        questions=questions,
    )
    content = EvaluationContent(
        house=sample_house(),
        event=sample_event(),
        result=result,
        guests=(Guests("Kita Storchennest", 9), Guests("Team der Kita", 6)),
        present=47,
        visits=Visits(),
        read_on=date(2027, 4, 9),
    )
    return content, EvaluationParams()


SPEC = HandoutSpec(
    id="evaluation",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.HOUSE,
    params=EvaluationParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=can_be_evaluated,
)
