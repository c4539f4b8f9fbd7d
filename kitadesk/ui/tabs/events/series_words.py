"""What was understood of the rule of a series, said before anything is made of it."""

from __future__ import annotations

from datetime import date
from itertools import islice

from kitadesk.base.dates import day_month
from kitadesk.base.errors import UserError
from kitadesk.domain.series import days_after, parse_rule

EXAMPLES = 3


def understood(text: str, start: date) -> str:
    """Return "jeden zweiten Mittwoch: Mi 9.12., Mi 13.1., Mi 10.2. …"; empty if it is no rule."""
    try:
        rule = parse_rule(text)
    except UserError:
        return ""
    days = [day_month(day) for day in islice(days_after(rule, start), EXAMPLES)]
    return f"{rule.words}: {', '.join(days)} …" if days else rule.words
