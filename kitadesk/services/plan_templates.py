"""Loads the year plans from `resources/templates`, checked, so that a typing slip is named."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.land import Land
from kitadesk.domain.plan_rule_reading import parse_rule
from kitadesk.domain.plan_template import TemplateMeasure
from kitadesk.services.rule_files import entries_of, refuse_doubled

GENERAL_FILE = "transition.toml"
_TEXTS = frozenset({"step", "title", "short_title", "rule", "responsible", "participants"})
_MORE_TEXTS = frozenset({"paper", "text"})
_FLAGS = frozenset({"per_child", "binding"})
_REQUIRED = frozenset({"step", "title", "rule"})


@cache
def plan_template(land: Land | None) -> tuple[TemplateMeasure, ...]:
    """Return the plan of a Land, or the general one where it has none of its own."""
    folder = resources_dir() / "templates"
    file = f"transition_{land.value.lower()}.toml" if land is not None else GENERAL_FILE
    if not (folder / file).is_file():
        file = GENERAL_FILE
    return parse_plan((folder / file).read_bytes(), file)


def hint_of(land: Land | None, step: str) -> str:
    """Return what the template says is to do at a step; empty for a measure of the office."""
    return next((one.text for one in plan_template(land) if one.step == step), "")


def parse_plan(content: bytes, file: str) -> tuple[TemplateMeasure, ...]:
    """Read a plan file; a missing, unknown or wrong field raises ``rules_file_wrong``."""
    measures = tuple(_measure(entry, file) for entry in entries_of(content, file, "measure"))
    refuse_doubled([measure.step for measure in measures], file, "step")
    return measures


def _measure(entry: Mapping[str, object], file: str) -> TemplateMeasure:
    name = str(entry.get("step", "?"))
    for field in sorted(_odd_fields(entry)):
        found = entry.get(field, "")
        raise UserError("rules_file_wrong", file=file, field=f"{name}.{field}", found=found)
    texts = {field: str(entry.get(field, "")) for field in _TEXTS | _MORE_TEXTS}
    try:
        if texts["rule"]:
            parse_rule(texts["rule"])
        responsible = InstitutionKind(texts["responsible"]) if texts["responsible"] else None
    except (UserError, ValueError) as error:
        field = f"{name}.rule/responsible"
        raise UserError("rules_file_wrong", file=file, field=field, found=error) from error
    return TemplateMeasure(
        step=name,
        title=texts["title"],
        short_title=texts["short_title"],
        rule=texts["rule"],
        is_per_child=bool(entry.get("per_child", False)),
        is_binding=bool(entry.get("binding", False)),
        responsible=responsible,
        participants=texts["participants"],
        paper_id=texts["paper"],
        text=texts["text"],
    )


def _odd_fields(entry: Mapping[str, object]) -> set[str]:
    """Return the names of fields that are missing, unknown or of the wrong kind."""
    texts = _TEXTS | _MORE_TEXTS
    odd = set(_REQUIRED - entry.keys()) | (entry.keys() - texts - _FLAGS)
    odd |= {field for field in entry.keys() & texts if not isinstance(entry[field], str)}
    return odd | {field for field in entry.keys() & _FLAGS if not isinstance(entry[field], bool)}
