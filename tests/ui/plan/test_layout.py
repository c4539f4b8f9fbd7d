"""Where the parts of the painted year plan stand, in numbers."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.holidays_calendar import Break, PublicHoliday
from kitadesk.domain.plan_conflicts import TakenDays
from kitadesk.domain.plan_dates import PlanYear
from kitadesk.queries.year_plan import CohortCard, PlanRow
from kitadesk.services.plan_reading import PlanLine, YearPlan
from kitadesk.ui.plan.layout import LEAST_BAR, Mark, Month, Shape, Sizes, lay_out, month_names

TODAY = date(2026, 8, 11)
SIZES = Sizes(width=722, names=100, row=20, head=30)
"""One day is ten pixels wide: 62 days after the names."""


def line(first: date | None, last: date | None) -> PlanLine:
    until = last if last != first else None
    row = PlanRow(
        UUID(int=1), "Schnuppertag", "", "", 0, is_per_child=False, is_binding=False, rule="",
        planned_on=first, planned_until=until, is_moved_by_hand=False, done_on=None,
        is_not_needed=False, responsible_institution_id=None, responsible_person_id=None,
        event_id=None, place="", participants="", paper_id="", note="", evaluation="",
        responsible="", event_on=None, done=0, total=0,
    )  # fmt: skip
    return PlanLine(row)


def plan(*lines: PlanLine, **more: object) -> YearPlan:
    card = CohortCard(UUID(int=2), 2027, None, None, None)
    begin, end = date(2026, 8, 1), date(2026, 9, 30)
    return YearPlan(card, PlanYear(2027, None), lines, begin, end, **more)  # type: ignore[arg-type]


def mark(first: date | None, last: date | None) -> Mark:
    found = plan(line(first, last))
    sizes = Sizes(width=710, names=100, row=20, head=30)
    return lay_out(found, found.lines, TODAY, sizes).marks[0]


@pytest.mark.parametrize(
    ("first", "last", "shape", "left", "right"),
    [
        (date(2026, 8, 1), date(2026, 8, 10), Shape.BAR, 100, 200),
        (date(2026, 8, 11), date(2026, 8, 11), Shape.DAY, 200, 210),
        (None, date(2026, 9, 30), Shape.DEADLINE, 700, 710),
        (date(2026, 7, 1), date(2026, 8, 2), Shape.BAR, 100, 120),
        (date(2026, 9, 30), date(2026, 12, 24), Shape.BAR, 700, 710),
        (date(2026, 6, 1), date(2026, 7, 31), Shape.OUTSIDE, 100, 100),
        (date(2026, 10, 1), date(2026, 10, 2), Shape.OUTSIDE, 710, 710),
        (None, None, Shape.OUTSIDE, 100, 100),
    ],
)
def test_a_measure_stands_at_its_days_cut_to_the_picture(
    first: date | None, last: date | None, shape: Shape, left: float, right: float
) -> None:
    found = mark(first, last)
    assert (found.shape, round(found.left), round(found.right)) == (shape, left, right)
    assert found.middle == pytest.approx((left + right) / 2)


def test_a_short_bar_is_still_seen() -> None:
    found = plan(line(date(2026, 8, 1), date(2026, 8, 2)))
    narrow = lay_out(found, found.lines, TODAY, Sizes(width=130, names=100, row=20, head=30))
    assert narrow.marks[0].right - narrow.marks[0].left == LEAST_BAR


@pytest.mark.parametrize(
    ("width", "names"),
    [(60, ("Aug 26", "Sep", "Okt")), (40, ("Aug", "Sep", "Okt")), (24, ("A", "S", "O"))],
)
def test_names_of_months_are_short_for_all_or_for_none(
    width: float, names: tuple[str, ...]
) -> None:
    months = [Month(0, width, "Aug 26"), Month(width, width, "Sep"), Month(0, width - 4, "Okt")]
    assert month_names(months, 4, lambda text: 9 * len(text)) == names


def test_months_fill_the_width_and_the_first_one_tells_the_year() -> None:
    found = plan()
    months = lay_out(found, (), TODAY, SIZES).months
    assert [month.label for month in months] == ["Aug 26", "Sep"]
    assert months[0].left == 100
    assert months[-1].left + months[-1].width == pytest.approx(722)


def test_breaks_closings_and_holidays_are_shaded() -> None:
    found = plan(
        breaks=(Break(date(2026, 7, 4), date(2026, 8, 14), "Sommerferien"),),
        holidays=(PublicHoliday(date(2026, 9, 20), "Weltkindertag"),),
        taken=(
            TakenDays(date(2026, 9, 1), date(2026, 9, 2), "Teamtage", is_closing=True),
            TakenDays(date(2026, 9, 5), date(2026, 9, 5), "Elterncafé"),
        ),
    )
    shades = lay_out(found, (), TODAY, SIZES).shades
    assert [(shade.name, shade.is_holiday) for shade in shades] == [
        ("Sommerferien", False), ("Teamtage", False), ("Weltkindertag", True)]  # fmt: skip
    assert shades[0].left == 100


@pytest.mark.parametrize(
    ("today", "is_shown"), [(TODAY, True), (date(2026, 7, 31), False), (date(2026, 10, 1), False)]
)
def test_todays_line_is_only_there_when_today_is(today: date, is_shown: bool) -> None:
    found = plan()
    assert (lay_out(found, (), today, SIZES).today is not None) == is_shown


def test_a_height_below_the_head_is_a_row() -> None:
    found = plan(line(TODAY, TODAY), line(TODAY, TODAY))
    layout = lay_out(found, found.lines, TODAY, SIZES)
    assert layout.height == 40
    assert [layout.row_at(y) for y in (0, 19.9, 20, 39, 40, -1)] == [0, 0, 1, 1, None, None]
