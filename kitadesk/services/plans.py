"""Loads the backward plan of events from `resources/templates/events.toml`, checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.domain.events import EventKind
from kitadesk.domain.tasks import PlanStep, parse_rule
from kitadesk.services.rule_files import entries_of, refuse_doubled

PLAN_FILE = "events.toml"
_REQUIRED = frozenset({"step", "title", "rule", "kinds"})
_OPTIONAL = frozenset({"responsible", "paper"})


@cache
def event_steps() -> tuple[PlanStep, ...]:
    """Return the shipped steps of all kinds of events."""
    return parse_steps((resources_dir() / "templates" / PLAN_FILE).read_bytes(), PLAN_FILE)


def parse_steps(content: bytes, file: str) -> tuple[PlanStep, ...]:
    """Read a plan file; a missing, unknown or wrong field raises ``rules_file_wrong``."""
    steps = tuple(_step(entry, file) for entry in entries_of(content, file, "step"))
    refuse_doubled([step.step for step in steps], file, "step")
    return steps


def _step(entry: Mapping[str, object], file: str) -> PlanStep:
    name = str(entry.get("step", "?"))
    odd = (_REQUIRED - entry.keys()) | (entry.keys() - _REQUIRED - _OPTIONAL)
    if odd:
        field = f"{name}.{min(odd)}"
        raise UserError("rules_file_wrong", file=file, field=field, found=entry.get(min(odd), ""))
    kinds = entry["kinds"]
    try:
        parse_rule(str(entry["rule"]))
        known = frozenset(EventKind(kind) for kind in kinds)  # type: ignore[attr-defined]
    except (ValueError, TypeError) as error:
        field = f"{name}.rule/kinds"
        raise UserError("rules_file_wrong", file=file, field=field, found=error) from error
    return PlanStep(
        step=name,
        title=str(entry["title"]),
        rule=str(entry["rule"]),
        kinds=known,
        paper_id=str(entry.get("paper", "")),
        responsible=str(entry.get("responsible", "")),
    )
