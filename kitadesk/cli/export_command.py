"""`kitadesk export`: the data as a file that other programs read."""

from __future__ import annotations

import argparse

from kitadesk.cli.output import say
from kitadesk.cli.session import open_desk
from kitadesk.services.exporting import export_children


def run_export(options: argparse.Namespace) -> int:
    """Write the children as csv or xlsx, by the ending of the file."""
    with open_desk(options) as desk:
        export_children(desk, options.file)
    say(f"Geschrieben: {options.file}")
    return 0
