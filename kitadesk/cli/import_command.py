"""`kitadesk import`: a list from another program, with a report of every row."""

from __future__ import annotations

import argparse
import json

from kitadesk.base.errors import UserError
from kitadesk.base.files import check_writable, write_for_others
from kitadesk.base.text import fold, plural
from kitadesk.cli.import_contacts_command import run_import_contacts
from kitadesk.cli.import_events_command import run_import_events
from kitadesk.cli.output import say
from kitadesk.cli.session import open_or_begin
from kitadesk.domain.child_fields import FIELD_LABELS, Field
from kitadesk.domain.names import listed_name
from kitadesk.services.first_house import NAME, begin_unnamed_house, place_house
from kitadesk.services.importing import ImportPlan, apply_import, plan_import
from kitadesk.services.parsing import parse_in_child, read_file


def run_import(options: argparse.Namespace) -> int:
    """Read a list, say what it means, and take it over unless it is a dry run."""
    if options.kind == "contacts":
        return run_import_contacts(options)
    if options.kind == "events":
        return run_import_events(options)
    overrides = {name: _field(options, text) for name, text in options.columns}
    sheet = parse_in_child(read_file(options.file), options.file.name)
    if options.report is not None:
        check_writable(options.report)
    with open_or_begin(options) as desk:
        is_new = begin_unnamed_house(desk)
        plan = plan_import(desk, sheet, overrides)
        if not plan.counts.children:
            _write_report(plan, options)  # it says of every row why it was not taken
            first = next(row for row in plan.rows if row.action == "rejected")
            raise UserError("no_readable_row", line=first.line, reason=first.reason)
        if is_new:
            place_house(desk, plan)
        if not options.dry_run:
            apply_import(desk, plan)
    _write_report(plan, options)
    _say_plan(plan, is_dry_run=options.dry_run)
    if is_new and not options.dry_run:
        say(f"Neu angelegt: {NAME}. Name und Anschrift ändern Sie im Fenster.")
    return 0


def _field(options: argparse.Namespace, text: str) -> Field:
    """Return a field by its English name or its German label."""
    for field in Field:
        if text == field.value or fold(text) == fold(FIELD_LABELS[field]):
            return field
    known = ", ".join(field.value for field in Field)
    options.parser.error(f"--map: „{text}“ ist kein Feld. Möglich: {known}")
    raise AssertionError("the parser has ended the program")


def _write_report(plan: ImportPlan, options: argparse.Namespace) -> None:
    if options.report is not None:
        write_for_others(options.report, _report(plan, options).encode())


def _say_plan(plan: ImportPlan, *, is_dry_run: bool) -> None:
    counts = plan.counts
    say(
        f"{plural(counts.children, 'Kind', 'Kinder')}, "
        f"{plural(counts.groups, 'Gruppe', 'Gruppen')}, "
        f"{plural(counts.families, 'Familie', 'Familien')} "
        f"(davon {counts.multi_child_families} mit mehreren Kindern)"
    )
    say(
        f"neu {counts.added}, geändert {counts.updated}, unverändert {counts.unchanged}, "
        f"fehlen in der Liste {counts.missing}, nicht lesbar {counts.rejected}"
    )
    for row in plan.rows:
        if row.line and row.reason:
            say(f"Zeile {row.line}: {row.reason}")
    if plan.doubtful:
        pairs = plural(
            len(plan.doubtful),
            "Paar bleibt getrennt und könnte",
            "Paare bleiben getrennt und könnten",
        )
        say(f"{pairs} doch Geschwister sein: Das entscheiden Sie im Fenster.")
    for note in plan.notes:
        say(note)
    if is_dry_run:
        say("Nur geprüft, nichts übernommen.")


def _report(plan: ImportPlan, options: argparse.Namespace) -> str:
    """Return the report as JSON: rows, columns, families; its form stays."""
    names = [listed_name(child.last_name, child.first_name) for child in plan.children]
    report = {
        "file": options.file.name,
        "dry_run": options.dry_run,
        "counts": {
            name: getattr(plan.counts, name)
            for name in (
                "children",
                "added",
                "updated",
                "unchanged",
                "missing",
                "rejected",
                "groups",
                "families",
                "multi_child_families",
            )
        },
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
        "notes": list(plan.notes),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
