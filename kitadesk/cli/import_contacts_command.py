"""`kitadesk import contacts`: an address list or visiting cards, with a report of every row."""

from __future__ import annotations

import argparse

from kitadesk.base.text import plural
from kitadesk.cli.import_lists import ListImport, counts_of, run_list_import
from kitadesk.domain.contact_fields import CONTACT_LABELS
from kitadesk.domain.names import listed_name
from kitadesk.services.importing_contacts import (
    ContactImportPlan,
    apply_contacts,
    plan_contacts,
)
from kitadesk.services.parsing import Contents

_COUNTS = (
    "people", "institutions", "bodies", "added", "updated", "unchanged", "missing", "rejected",
)  # fmt: skip


def run_import_contacts(options: argparse.Namespace) -> int:
    """Take contacts over; who might be somebody known already stays somebody new."""
    kind = ListImport(
        contents=Contents.CONTACTS,
        labels=CONTACT_LABELS,
        plan=plan_contacts,
        apply=apply_contacts,
        number_of=lambda plan: plan.counts.rows,
        nobody="no_readable_contact",
        sums=_sums,
        is_told=lambda row: row.action == "rejected",
        pairs=(
            "Kontakt bleibt neu und könnte",
            "Kontakte bleiben neu und könnten",
            "schon bekannt sein",
        ),
        report=_report,
    )
    return run_list_import(options, kind)


def _sums(plan: ContactImportPlan) -> str:
    counts = plan.counts
    parts = [
        plural(counts.people, "Person", "Personen"),
        plural(counts.institutions, "Einrichtung", "Einrichtungen"),
    ]
    if counts.bodies:
        parts.append(plural(counts.bodies, "Gremium", "Gremien"))
    return ", ".join(parts)


def _report(plan: ContactImportPlan) -> dict[str, object]:
    """Return rows and doubtful pairs."""
    drafts = plan.drafts
    return {
        "counts": counts_of(plan, _COUNTS),
        "rows": [
            {
                "line": row.line,
                "action": row.action,
                "reason": row.reason,
                "name": row.name,
                "place": row.place,
                "function": row.function,
            }
            for row in plan.rows
        ],
        "doubtful": [
            {
                "line": drafts[one.index].line,
                "contacts": [
                    listed_name(drafts[one.index].last_name, drafts[one.index].first_name),
                    one.name,
                ],
                "reason": one.reason,
            }
            for one in plan.doubtful
        ],
    }
