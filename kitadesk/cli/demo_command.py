"""`kitadesk demo`: fills an empty data folder with the invented town."""

from __future__ import annotations

import argparse

from kitadesk.base.text import plural
from kitadesk.cli.output import say
from kitadesk.cli.session import folder_of, open_desk
from kitadesk.queries.people import house_counts
from kitadesk.services.demo import fill_demo


def run_demo(options: argparse.Namespace) -> int:
    """Fill the folder and say how many there are."""
    with open_desk(options, create=True) as desk:
        fill_demo(desk, scale=options.scale, seed=options.seed)
        counts = desk.read(house_counts, desk.clock.today())
    children = plural(counts.children, "Kind", "Kinder")
    families = plural(counts.families, "Familie", "Familien")
    groups = plural(counts.groups, "Gruppe", "Gruppen")
    say(f"Beispielstadt angelegt: {children}, {families}, {groups}.")
    say(f"Ordner: {folder_of(options)}")
    return 0
