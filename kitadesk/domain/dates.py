"""The one door for days that are stored: years that can be meant, order, not in the future.

Whoever calls a service goes through it, so that no rule that counts weeks from a day runs out of
the calendar. The years are those that can be typed (`base.date_parsing`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kitadesk.base.date_parsing import FIRST_YEAR, LAST_YEAR
from kitadesk.base.errors import UserError


def check_day(day: date | None, field: str) -> None:
    """Refuse a day whose year nobody means; raises UserError ``day_out_of_range``."""
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UserError(
            "day_out_of_range", field=field, year=day.year, least=FIRST_YEAR, most=LAST_YEAR
        )


def check_fields(values: Mapping[str, object], labels: Mapping[str, str]) -> None:
    """Check every day among the values of fields; `labels` gives the German name of each."""
    for name, value in values.items():
        if isinstance(value, date):
            check_day(value, labels[name])


def check_past(day: date | None, today: date, field: str) -> None:
    """Refuse a day that has not come yet: something done, signed or declared on it.

    Raises UserError ``day_out_of_range`` or ``day_in_future``.
    """
    check_day(day, field)
    if day is not None and day > today:
        raise UserError("day_in_future", field=field)


def check_order(first: date | None, last: date | None) -> None:
    """Refuse a last day before the first one; raises UserError ``days_in_wrong_order``."""
    if first is not None and last is not None and last < first:
        raise UserError("days_in_wrong_order")
