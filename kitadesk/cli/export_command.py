"""`kitadesk export`: the data as a file that other programs read."""

from __future__ import annotations

import argparse

from kitadesk.cli.output import say
from kitadesk.cli.session import open_desk
from kitadesk.domain.people import Visibility
from kitadesk.services.exporting import export_children
from kitadesk.services.exporting_contacts import export_contacts
from kitadesk.services.exporting_events import export_events


def run_export(options: argparse.Namespace) -> int:
    """Write children, contacts or events; the ending of the file decides how."""
    with open_desk(options) as desk:
        if options.kind == "contacts":
            export_contacts(desk, options.file, Visibility(options.visibility))
        elif options.kind == "events":
            export_events(desk, options.file)
        else:
            export_children(desk, options.file)
    say(f"Geschrieben: {options.file}")
    return 0
