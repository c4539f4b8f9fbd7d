"""Words of the Übergang: measures, their sparse states, the status of a child set by hand."""

from __future__ import annotations

import enum

COHORT_DAYS = {
    "break_ends_on": "Ende der Sommerferien",
    "ceremony_on": "Schulaufnahmefeier",
    "first_school_day": "Erster Schultag",
}
"""The days of an entry year that the school names, in the words of its form."""


class MeasureState(enum.Enum):
    """State of child × measure; no row means open, overdue is computed and never stored."""

    DONE = "done"
    PLANNED = "planned"
    NOT_NEEDED = "not_needed"


class ChildStatusKind(enum.Enum):
    """What the office noted about a child's way to school, with date and paper (field 2.2)."""

    REGISTERED = "registered"
    EARLY_APPLIED = "early_applied"
    POSTPONED = "postponed"
    DEFERRAL_APPLIED = "deferral_applied"
    DEFERRAL_GRANTED = "deferral_granted"
    SPECIAL_SCHOOL_CHECKED = "special_school_checked"
    MOVING = "moving"
    PRIVATE_SCHOOL = "private_school"
