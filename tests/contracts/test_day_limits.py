"""No service stores a day that nobody means: each one refuses the years 1 and 9999 in a sentence.

A rule that counts weeks from such a day would run out of the calendar.
"""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.base.errors import UserError
from kitadesk.services.desk import Desk
from tests.support.heard_calls import SERVICES, hear


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 12, 31), date(2200, 1, 1), date.max])
@pytest.mark.parametrize("name", SERVICES)
def test_every_day_of_a_service_lies_in_years_that_people_mean(
    town: Desk, monkeypatch: pytest.MonkeyPatch, name: str, day: date
) -> None:
    heard = hear(town, monkeypatch, name)
    for field, arguments in heard.with_each(day, date, date | None):
        with pytest.raises(UserError) as refused:
            heard.service(**arguments)
        assert (field, refused.value.code) == (field, "day_out_of_range")
