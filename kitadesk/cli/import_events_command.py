"""`kitadesk import events`: a calendar file or a list of dates, with a report of every entry."""

from __future__ import annotations

import argparse
import json

from kitadesk.base.errors import UserError
from kitadesk.base.files import check_writable, write_for_others
from kitadesk.base.text import plural
from kitadesk.cli.output import say
from kitadesk.cli.session import clock_of, open_desk
from kitadesk.domain.calendar_entries import Action
from kitadesk.services.importing_events import (
    EventImportPlan,
    apply_events,
    plan_events,
    read_events,
)
from kitadesk.services.parsing import read_file

_ACTIONS: tuple[Action, ...] = ("added", "updated", "unchanged", "rejected")


def run_import_events(options: argparse.Namespace) -> int:
    """Read the file, say what it means, and take it over unless it is a dry run."""
    if options.columns:
        options.parser.error("--map gilt nicht für Termine; die Spalten heißen wie beim Export")
    data = read_file(options.file)
    entries = read_events(data, options.file.name, clock_of(options).today())
    if options.report is not None:
        check_writable(options.report)
    with open_desk(options) as desk:
        plan = plan_events(desk, entries)
        if plan.rows and plan.count("rejected") == len(plan.rows):
            _write_report(plan, options)
            first = plan.rows[0]
            raise UserError("no_readable_event", line=first.line, reason=first.reason)
        if not options.dry_run:
            apply_events(desk, plan)
    _write_report(plan, options)
    say(plural(len(plan.rows), "Termin", "Termine"))
    say(
        f"neu {plan.count('added')}, geändert {plan.count('updated')}, "
        f"unverändert {plan.count('unchanged')}, nicht lesbar {plan.count('rejected')}"
    )
    for row in plan.rows:
        if row.reason:
            say(f"Termin {row.line}: {row.reason}")
    if options.dry_run:
        say("Nur geprüft, nichts übernommen.")
    return 0


def _write_report(plan: EventImportPlan, options: argparse.Namespace) -> None:
    if options.report is None:
        return
    report = {
        "file": options.file.name,
        "dry_run": options.dry_run,
        "counts": {action: plan.count(action) for action in _ACTIONS},
        "rows": [
            {
                "line": row.line,
                "action": row.action,
                "reason": row.reason,
                "title": row.title,
                "on_date": row.on_date.isoformat() if row.on_date else None,
            }
            for row in plan.rows
        ],
    }
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    write_for_others(options.report, text.encode())
