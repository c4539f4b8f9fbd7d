"""`kitadesk import contacts`: an address list or visiting cards, with a report of every row."""

from __future__ import annotations

import argparse
import json

from kitadesk.base.errors import UserError
from kitadesk.base.files import check_writable, write_for_others
from kitadesk.base.text import fold, plural
from kitadesk.cli.output import say
from kitadesk.cli.session import open_or_begin
from kitadesk.domain.contact_fields import CONTACT_LABELS, ContactField
from kitadesk.domain.names import listed_name
from kitadesk.services.first_house import NAME, begin_unnamed_house
from kitadesk.services.importing_contacts import (
    ContactImportPlan,
    apply_contacts,
    plan_contacts,
)
from kitadesk.services.parsing import Contents, parse_in_child, read_file

_COUNTS = (
    "people", "institutions", "bodies", "added", "updated", "unchanged", "missing", "rejected",
)  # fmt: skip


def run_import_contacts(options: argparse.Namespace) -> int:
    """Read a list of contacts, say what it means, and take it over unless it is a dry run.

    Who might be somebody known already stays somebody new: that is decided in the window.
    """
    overrides = {name: _field(options, text) for name, text in options.columns}
    data = read_file(options.file)
    sheet = parse_in_child(data, options.file.name, contents=Contents.CONTACTS)
    if options.report is not None:
        check_writable(options.report)
    with open_or_begin(options) as desk:
        is_new = begin_unnamed_house(desk)
        plan = plan_contacts(desk, sheet, overrides)
        if not plan.counts.rows:
            _write_report(plan, options)
            first = next(row for row in plan.rows if row.action == "rejected")
            raise UserError("no_readable_contact", line=first.line, reason=first.reason)
        if not options.dry_run:
            apply_contacts(desk, plan)
    _write_report(plan, options)
    _say_plan(plan, is_dry_run=options.dry_run)
    if is_new and not options.dry_run:
        say(f"Neu angelegt: {NAME}. Name und Anschrift ändern Sie im Fenster.")
    return 0


def _field(options: argparse.Namespace, text: str) -> ContactField:
    """Return a field by its English name or its German label."""
    for field in ContactField:
        if text == field.value or fold(text) == fold(CONTACT_LABELS[field]):
            return field
    known = ", ".join(field.value for field in ContactField)
    options.parser.error(f"--map: „{text}“ ist kein Feld. Möglich: {known}")
    raise AssertionError("the parser has ended the program")


def _say_plan(plan: ContactImportPlan, *, is_dry_run: bool) -> None:
    counts = plan.counts
    parts = [
        plural(counts.people, "Person", "Personen"),
        plural(counts.institutions, "Einrichtung", "Einrichtungen"),
    ]
    if counts.bodies:
        parts.append(plural(counts.bodies, "Gremium", "Gremien"))
    say(", ".join(parts))
    say(
        f"neu {counts.added}, geändert {counts.updated}, unverändert {counts.unchanged}, "
        f"fehlen in der Liste {counts.missing}, nicht lesbar {counts.rejected}"
    )
    for row in plan.rows:
        if row.action == "rejected":
            say(f"Zeile {row.line}: {row.reason}")
    if plan.doubtful:
        pairs = plural(
            len(plan.doubtful),
            "Kontakt bleibt neu und könnte",
            "Kontakte bleiben neu und könnten",
        )
        say(f"{pairs} schon bekannt sein: Das entscheiden Sie im Fenster.")
    for note in plan.notes:
        say(note)
    if is_dry_run:
        say("Nur geprüft, nichts übernommen.")


def _write_report(plan: ContactImportPlan, options: argparse.Namespace) -> None:
    if options.report is not None:
        write_for_others(options.report, _report(plan, options).encode())


def _report(plan: ContactImportPlan, options: argparse.Namespace) -> str:
    """Return the report as JSON, in the form of that of children: rows, columns, doubtful pairs."""
    report = {
        "file": options.file.name,
        "dry_run": options.dry_run,
        "counts": {name: getattr(plan.counts, name) for name in _COUNTS},
        "columns": [
            {"column": one.column + 1, "header": one.header, "field": one.field.value}
            for one in plan.columns
        ],
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
                "line": plan.drafts[one.index].line,
                "contacts": [
                    listed_name(
                        plan.drafts[one.index].last_name, plan.drafts[one.index].first_name
                    ),
                    one.name,
                ],
                "reason": one.reason,
            }
            for one in plan.doubtful
        ],
        "notes": list(plan.notes),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
