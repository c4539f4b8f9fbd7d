"""`kitadesk check`: integrity of the file, schema version, foreign keys, counts per table."""

from __future__ import annotations

import argparse

from kitadesk.cli.output import say, say_json, say_table
from kitadesk.cli.session import open_desk
from kitadesk.services.checking import check_house

_KINDS = {"cipher": "Verschlüsselung", "integrity": "Aufbau", "foreign_keys": "Verweise"}


def run_check(options: argparse.Namespace) -> int:
    """Check the file; what is wrong ends with 1."""
    with open_desk(options) as desk:
        found = check_house(desk)
    if options.json:
        say_json(
            {
                "ok": found.is_good,
                "schema_version": found.schema_version,
                **found.problems,
                "counts": found.counts,
            }
        )
    else:
        say(f"Schema {found.schema_version}")
        for kind, problems in found.problems.items():
            say(f"{_KINDS[kind]}: {'in Ordnung' if not problems else '; '.join(problems)}")
        say_table([(name, str(number)) for name, number in found.counts.items()])
    return 0 if found.is_good else 1
