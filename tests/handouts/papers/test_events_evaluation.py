"""The evaluation: counts with shares, bars with figures, groups, means, and never a family."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kitadesk.domain.evaluation import Evaluation, Figures
from kitadesk.domain.events import EventKind
from kitadesk.domain.replies import ReplyKind
from kitadesk.handouts.evaluation_groups import BLANK_GROUPS
from kitadesk.handouts.kit.blocks import (
    BarChart,
    Counts,
    Document,
    FactsBox,
    FillIn,
    Table,
    TrendLine,
    TrendPoint,
)
from kitadesk.handouts.kit.docx import can_be_changed_in_word
from kitadesk.handouts.kit.pdf import inspect, page_count, render
from kitadesk.handouts.papers import events_evaluation as evaluation
from kitadesk.handouts.papers.events_evaluation import EvaluationContent, EvaluationParams, Visits
from kitadesk.handouts.reply_slips import Question
from kitadesk.services.desk import Desk
from kitadesk.services.replies import ReplyInput, record_reply, set_guests
from kitadesk.storage.models.events import Event, EventSeries
from tests.support.factories import TODAY, make_event, make_family, make_group
from tests.support.reading import all_text, read_pdf, squeezed

SAMPLE, USUAL = evaluation.sample()


def drawn(content: EvaluationContent, **chosen: object) -> Document:
    return evaluation.document(content, replace(USUAL, **chosen))


def blocks_of(content: EvaluationContent, kind: type, **chosen: object) -> list[object]:
    return [block for block in drawn(content, **chosen).blocks if isinstance(block, kind)]


def asking(kind: ReplyKind, result: Evaluation, choices: tuple[str, ...] = ()) -> EvaluationContent:
    question = Question(kind, "Wie viele kommen mit?", choices)
    return replace(SAMPLE, question=question, result=result, guests=(), present=None)


def numbers() -> EvaluationContent:
    groups = (Figures("A", 4, yes=2, no=1, persons=7), Figures("B", 2, yes=1, persons=3))
    total = Figures("", 6, yes=3, no=1, persons=10)
    answers = (("0", 1), ("3", 2), ("4", 1))
    return asking(ReplyKind.NUMBER, Evaluation(groups, total, answers))


def choices(count: int) -> EvaluationContent:
    names = tuple(f"Wahl {n}" for n in range(count))
    chosen = tuple(range(count))
    groups = (Figures("A", 9, yes=4, chosen=chosen), Figures("B", 9, chosen=chosen))
    answers = tuple((name, n) for n, name in enumerate(names))
    total = Figures("", 18, yes=sum(chosen), chosen=chosen)
    return asking(ReplyKind.CHOICE, Evaluation(groups, total, answers), names)


def test_quota_persons_and_guests_stand_first() -> None:
    (box,) = blocks_of(SAMPLE, FactsBox)
    assert isinstance(box, FactsBox)
    assert box.first == "ausgegeben 64 · zurück 45 · Quote 70 %"
    assert box.lines[0] == "Personen 39 · Gäste 15 · zusammen 54"
    assert box.lines[1] == "Kinder in Betreuung 7 · waren da 47"


def test_without_numbers_on_slips_it_is_told_who_was_invited() -> None:
    (box,) = blocks_of(replace(SAMPLE, is_counted=False), FactsBox)
    assert isinstance(box, FactsBox)
    assert box.first == "eingeladen 64 · geantwortet 45 · Quote 70 %"


def test_each_answer_has_a_bar_with_count_and_share_of_what_came_back() -> None:
    (chart,) = blocks_of(SAMPLE, BarChart)
    assert isinstance(chart, BarChart)
    assert [(bar.label, bar.count) for bar in chart.bars] == [("kommt", 30), ("kommt nicht", 15)]
    printed = all_text(render(drawn(SAMPLE)))
    assert squeezed("30 (67 %)") in printed
    assert squeezed("15 (33 %)") in printed


def test_each_group_has_its_line_and_all_have_the_last() -> None:
    (table,) = blocks_of(SAMPLE, Table)
    assert isinstance(table, Table)
    heads = "Gruppe ausgegeben zurück Quote ja nein Personen Betreuung offen"
    assert " ".join(column.header for column in table.columns) == heads
    assert table.rows[0] == ("Frösche", "24", "18", "75 %", "13", "5", "17", "4", "6")
    assert table.rows[-1] == ("Alle zusammen", "64", "45", "70 %", "30", "15", "39", "7", "19")


def test_without_numbers_on_slips_the_table_counts_who_was_invited() -> None:
    (table,) = blocks_of(replace(SAMPLE, is_counted=False), Table)
    assert isinstance(table, Table)
    assert [column.header for column in table.columns][1:3] == ["eingeladen", "geantwortet"]


def test_a_single_group_needs_no_table() -> None:
    assert SAMPLE.result is not None
    one = replace(SAMPLE, result=replace(SAMPLE.result, groups=SAMPLE.result.groups[:1]))
    assert blocks_of(one, Table) == []
    assert blocks_of(SAMPLE, Table, groups=False) == []


def test_a_number_has_its_bars_sum_and_mean() -> None:
    (chart,) = blocks_of(numbers(), BarChart)
    (counts,) = blocks_of(numbers(), Counts)
    (table,) = blocks_of(numbers(), Table)
    assert isinstance(chart, BarChart)
    assert isinstance(counts, Counts)
    assert isinstance(table, Table)
    assert [bar.label for bar in chart.bars] == ["0", "3", "4"]
    assert counts.items == (("Summe", "10"), ("Mittel", "2,5"))
    assert table.rows[0] == ("A", "4", "3", "75 %", "7", "2,3", "1")


def test_the_question_of_a_letter_stands_above_its_bars() -> None:
    assert squeezed("Wie viele kommen mit?") in all_text(render(drawn(numbers())))


def test_yes_and_no_have_their_columns() -> None:
    result = replace(SAMPLE.result or Evaluation((), Figures("", 0)))
    (table,) = blocks_of(asking(ReplyKind.YES_NO, result), Table)
    assert isinstance(table, Table)
    assert [column.header for column in table.columns][4:] == ["ja", "nein", "offen"]
    assert table.rows[0] == ("Frösche", "24", "18", "75 %", "13", "5", "6")


@pytest.mark.parametrize(("count", "columns"), [(2, 7), (5, 10), (6, 5), (9, 5)])
def test_few_choices_have_a_column_each_and_many_only_bars(count: int, columns: int) -> None:
    (table,), (chart,) = blocks_of(choices(count), Table), blocks_of(choices(count), BarChart)
    assert isinstance(table, Table)
    assert isinstance(chart, BarChart)
    assert len(table.columns) == columns
    assert {len(row) for row in table.rows} == {columns}
    assert len(chart.bars) == count
    assert inspect(drawn(choices(count))).pages == 1


def test_where_nobody_was_asked_only_visitors_are_told() -> None:
    silent = Evaluation((Figures("A", 9), Figures("B", 8)), Figures("", 17), (("Ja", 0),))
    content = replace(SAMPLE, result=silent, is_counted=False, present=None)
    (box,) = blocks_of(content, FactsBox)
    assert isinstance(box, FactsBox)
    assert (box.first, box.lines) == ("Personen 0 · Gäste 15 · zusammen 15", ())
    assert blocks_of(content, BarChart) == blocks_of(content, Table) == []


def test_a_letter_without_any_answer_still_says_how_many_are_out() -> None:
    silent = Evaluation((), Figures("", 17), (("Ja", 0), ("Nein", 0)))
    (box,) = blocks_of(replace(asking(ReplyKind.YES_NO, silent), is_counted=False), FactsBox)
    assert isinstance(box, FactsBox)
    assert box.first == "eingeladen 17 · geantwortet 0 · Quote 0 %"


def test_guests_languages_and_questions_are_told_without_names() -> None:
    printed = all_text(render(drawn(SAMPLE)))
    for words in ("Gäste: Kita Storchennest 9, Team der Kita 6", "Ukrainisch 3, Arabisch 1"):
        assert squeezed(words) in printed
    assert squeezed("– Wo finden wir Hilfe in der Nähe?") in printed
    assert squeezed("Wo finden wir") not in all_text(render(drawn(SAMPLE, questions=False)))


def test_a_series_shows_its_visits_as_a_line() -> None:
    points = (TrendPoint("24.6.26", 14), TrendPoint("1.7.26", 9))
    content = replace(SAMPLE, visits=Visits(points, "zuletzt mehr", "Kuchen zieht."))
    (line,) = blocks_of(content, TrendLine)
    assert isinstance(line, TrendLine)
    assert line.points == points
    printed = all_text(render(drawn(content)))
    assert all(squeezed(words) in printed for words in ("zuletzt mehr", "Kuchen zieht."))
    assert blocks_of(SAMPLE, TrendLine) == []


@pytest.mark.parametrize("count", [0, 5])
def test_there_are_as_many_lines_for_measures_as_wanted(count: int) -> None:
    lines = blocks_of(SAMPLE, FillIn, measures=count)
    assert [len(one.labels) for one in lines if isinstance(one, FillIn)] == [count] * bool(count)


def test_the_form_has_figures_and_groups_to_fill_in() -> None:
    form = evaluation.blank(USUAL)
    (table,) = blocks_of(form, Table)
    assert isinstance(table, Table)
    assert (table.rows, table.blank_rows) == ((), BLANK_GROUPS)
    assert len(blocks_of(form, Counts)) == 2
    assert page_count(drawn(form)) == page_count(drawn(form, large_print=True)) == 1


@pytest.mark.parametrize("large", [False, True])
def test_five_hundred_groups_are_all_there(large: bool) -> None:
    groups = tuple(Figures(f"Gruppe{n}!", 9, yes=3, persons=3) for n in range(500))
    content = replace(SAMPLE, result=Evaluation(groups, Figures("", 4500, yes=1500)))
    document = drawn(content, large_print=large)
    printed = all_text(render(document))
    assert all(f"Gruppe{n}!" in printed for n in range(500))
    assert inspect(document).shortened == ()


def test_it_can_be_changed_in_word() -> None:
    assert can_be_changed_in_word(drawn(numbers()))


@pytest.mark.usefixtures("house")
def test_the_replies_are_counted_and_no_family_is_named(desk: Desk) -> None:
    event, igel = make_event(desk), make_group(desk, "Igel")
    family = make_family(desk, "Kowalenko", children=("Mia",), group=igel)
    make_family(desk, "Ott", group=make_group(desk, "Bären"))
    record_reply(desk, ReplyInput(event, family.household_id, 2, 1, "Ukrainisch"))
    content = desk.read(evaluation.gather, event, USUAL, TODAY)
    printed = all_text(render(drawn(content)))
    assert squeezed("eingeladen 2 · geantwortet 1 · Quote 50 %") in printed
    assert squeezed("Stand: 25.01.2027") in printed
    assert "Kowalenko" not in printed
    assert "Mia" not in printed


@pytest.mark.usefixtures("house")
def test_only_past_dates_that_were_counted_make_the_line(desk: Desk) -> None:
    days = [date(2026, 10, 28), date(2026, 11, 25), date(2026, 12, 16), date(2027, 2, 24)]
    events = [make_event(desk, kind=EventKind.PARENT_CAFE, on_date=day) for day in days]
    for event, visitors in zip(events, (14, 0, 9, 3), strict=True):
        set_guests(desk, event, "Eltern", visitors)
    with desk.write("Reihe") as writer:
        house = writer.get(Event, events[0]).institution_id
        series = writer.add(EventSeries(institution_id=house, title="Café"))
        for event in events:
            writer.get(Event, event).series_id = series.id
    visits = desk.read(evaluation.gather, events[0], USUAL, TODAY).visits
    assert visits is not None
    assert visits.points == (TrendPoint("28.10.26", 14), TrendPoint("16.12.26", 9))


def test_the_sheet_of_an_evening_is_one_page() -> None:
    assert len(read_pdf(render(drawn(SAMPLE)))) == 1
    assert EvaluationParams() == USUAL
