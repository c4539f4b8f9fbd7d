"""`kitadesk screenshots`: one picture per tab and page, also without a display."""

from __future__ import annotations

import argparse
import os
import sys

from kitadesk.cli.output import say
from kitadesk.cli.session import make_folder, open_desk


def run_screenshots(options: argparse.Namespace) -> int:
    """Draw the window off the screen, page after page."""
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kitadesk.ui.kit.tokens import Scheme
    from kitadesk.ui.screenshots import save_screenshots

    make_folder(options.target)
    with open_desk(options) as desk:
        written = save_screenshots(
            desk,
            options.target,
            size=options.size,
            scheme=Scheme(options.scheme),
            font_scale=options.font_scale,
            with_dialogs=options.with_dialogs,
            only=options.only,
        )
    for path in written:
        say(str(path))
    return 0
