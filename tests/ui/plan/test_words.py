"""Words of the year plan: days, states and the whole of a measure in one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.domain.plan_conflicts import Conflict, ConflictKind
from kitadesk.domain.plan_dates import Days
from kitadesk.services.plan_reading import PlanLine
from kitadesk.services.year_plan import PlanChange
from kitadesk.ui.plan import words
from tests.ui.plan.test_layout import line

TODAY = date(2027, 1, 25)
DAY = date(2027, 5, 12)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (DAY, DAY, "Mi 12. Mai 2027"),
        (None, date(2027, 1, 31), "bis So 31. Januar 2027"),
        (date(2026, 9, 1), date(2026, 9, 15), "1.–15. September 2026"),
        (date(2026, 8, 1), date(2026, 9, 15), "1. Aug – 15. Sep 2026"),
        (date(2026, 12, 10), date(2027, 1, 8), "10. Dez 2026 – 8. Jan 2027"),
        (date(2026, 12, 1), date(2027, 3, 31), "Dez 2026 – Mär 2027"),
        (date(2027, 5, 1), date(2027, 5, 31), "Mai 2027"),
        (None, None, "ohne Tag"),
    ],
)
def test_days_are_told_as_plans_say_them(
    first: date | None, last: date | None, expected: str
) -> None:
    assert words.when(line(first, last).row) == expected


@pytest.mark.parametrize(
    ("changes", "mark", "state"),
    [
        ({}, MeasureMark.PLANNED, "in 15 Wochen"),
        ({"done_on": date(2027, 1, 12)}, MeasureMark.DONE, "erledigt Di 12.1."),
        ({"is_per_child": True, "done": 3, "total": 3}, MeasureMark.DONE, "erledigt"),
        ({"is_not_needed": True}, MeasureMark.NOT_NEEDED, "entfällt"),
        ({"planned_on": None}, MeasureMark.OPEN, "offen"),
        ({"planned_on": date(2027, 1, 18)}, MeasureMark.OVERDUE, "überfällig seit 1 Woche"),
        (
            {"planned_on": date(2027, 1, 18), "step": "consent_visit"},
            MeasureMark.OPEN,
            "offen",
        ),
        (
            {"planned_on": date(2027, 1, 18), "planned_until": date(2027, 2, 5)},
            MeasureMark.PLANNED,
            "läuft",
        ),
    ],
)
def test_a_measure_stands_in_a_few_words(
    changes: dict[str, object], mark: MeasureMark, state: str
) -> None:
    row = replace(line(DAY, DAY).row, **changes)  # type: ignore[arg-type]
    assert words.mark(row, TODAY) is mark
    assert words.state(row, TODAY) == state


def test_a_sentence_tells_everything_that_the_picture_shows() -> None:
    row = replace(
        line(DAY, DAY).row, is_per_child=True, done=2, total=5, responsible="Hort", place="Aula"
    )
    conflicts = (Conflict(ConflictKind.SCHOOL_BREAK, "Pfingstferien"),)
    assert words.spoken(PlanLine(row, conflicts), TODAY) == (
        "Schnuppertag. Mi 12. Mai 2027. in 15 Wochen. 2 von 5 Kindern. "
        "Bitte prüfen: Pfingstferien. Hort. Aula"
    )


def test_a_rule_says_what_it_means_or_why_it_means_nothing() -> None:
    row = replace(line(DAY, DAY).row, rule="2. Mittwoch im Mai")
    assert words.rule_words(PlanLine(row, by_rule=Days(DAY, DAY))) == "Ergibt Mi 12. Mai 2027"
    assert words.rule_words(PlanLine(row, why_undated="Weil.")) == "Weil."
    assert words.rule_words(PlanLine(row)) == "Diese Regel ergibt keinen Tag."
    assert words.rule_words(line(DAY, DAY)).startswith("Ohne Regel")


def test_a_change_tells_both_days_and_why_one_stays() -> None:
    new = Days(date(2027, 5, 19), date(2027, 5, 19))
    change = PlanChange(UUID(int=1), "Fest", Days(DAY, DAY), new)
    assert words.change_words(change) == "Fest: Mi 12. Mai 2027 → Mi 19. Mai 2027"
    stays = replace(change, stays_because="von Hand gelegt", old=None)
    assert words.change_words(stays).startswith("Fest: bleibt ohne Tag (von Hand gelegt)")
