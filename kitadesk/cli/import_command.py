"""`kitadesk import`: a list from another program, with a report of every row."""

from __future__ import annotations

import argparse

from kitadesk.base.text import plural
from kitadesk.cli.import_contacts_command import run_import_contacts
from kitadesk.cli.import_events_command import run_import_events
from kitadesk.cli.import_lists import ListImport, counts_of, run_list_import
from kitadesk.domain.child_fields import FIELD_LABELS
from kitadesk.domain.names import listed_name
from kitadesk.services.first_house import place_house
from kitadesk.services.importing import ImportPlan, apply_import, plan_import
from kitadesk.services.parsing import Contents

_COUNTS = (
    "children", "added", "updated", "unchanged", "missing", "rejected", "groups", "families",
    "multi_child_families",
)  # fmt: skip


def run_import(options: argparse.Namespace) -> int:
    """Take children, contacts or events over."""
    if options.kind == "contacts":
        return run_import_contacts(options)
    if options.kind == "events":
        return run_import_events(options)
    kind = ListImport(
        contents=Contents.CHILDREN,
        labels=FIELD_LABELS,
        plan=plan_import,
        apply=apply_import,
        number_of=lambda plan: plan.counts.children,
        nobody="no_readable_row",
        sums=_sums,
        is_told=lambda row: bool(row.line and row.reason),
        pairs=(
            "Paar bleibt getrennt und könnte",
            "Paare bleiben getrennt und könnten",
            "doch Geschwister sein",
        ),
        report=_report,
        begun=place_house,
    )
    return run_list_import(options, kind)


def _sums(plan: ImportPlan) -> str:
    counts = plan.counts
    return (
        f"{plural(counts.children, 'Kind', 'Kinder')}, "
        f"{plural(counts.groups, 'Gruppe', 'Gruppen')}, "
        f"{plural(counts.families, 'Familie', 'Familien')} "
        f"(davon {counts.multi_child_families} mit mehreren Kindern)"
    )


def _report(plan: ImportPlan) -> dict[str, object]:
    """Return rows, families and doubtful pairs."""
    names = [listed_name(child.last_name, child.first_name) for child in plan.children]
    return {
        "counts": counts_of(plan, _COUNTS),
        "rows": [
            {
                "line": row.line,
                "action": row.action,
                "reason": row.reason,
                "name": row.name,
                "group": row.group,
                "birth_date": row.birth_date.isoformat() if row.birth_date else None,
            }
            for row in plan.rows
        ],
        "families": [
            {"children": [names[place] for place in family.children], "reason": family.reason}
            for family in plan.families
            if len(family.children) > 1
        ],
        "doubtful": [
            {"children": [names[pair.a], names[pair.b]], "reason": pair.reason}
            for pair in plan.doubtful
        ],
    }
