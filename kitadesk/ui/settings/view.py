"""How the window looks on this computer: light or dark, size of the letters.

Kept beside the data file in plain text, because the window is dressed before the file is open.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.tokens import Scheme

VIEW_FILE = "ansicht.json"
FONT_SCALES = (1.0, 1.25, 1.5)


@dataclass(frozen=True, slots=True)
class View:
    """The wishes of the person at this computer."""

    scheme: Scheme = Scheme.SYSTEM
    font_scale: float = 1.0


def load_view(folder: Path) -> View:
    """Return the wishes kept in the folder; a missing or damaged file means the usual look."""
    try:
        found = json.loads((folder / VIEW_FILE).read_text(encoding="utf-8"))
        view = View(Scheme(found["scheme"]), float(found["font_scale"]))
    except (OSError, ValueError, KeyError, TypeError):
        return View()
    return view if view.font_scale in FONT_SCALES else View(view.scheme)


def view_at_start(folder: Path | None) -> View:
    """Return the wishes before anything is open; without a folder those of the usual one."""
    return load_view(folder if folder is not None else usual_folder())


def usual_folder() -> Path:
    """Return the same as `default_data_dir`, without loading platformdirs before the paint."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "KitaDesk"


def save_view(folder: Path, view: View) -> None:
    """Keep the wishes in the folder; raises UserError when it cannot be written."""
    # The file is read before the first paint; what only writing needs is not loaded there.
    from kitadesk.base.files import atomic_write  # noqa: PLC0415

    content = {"scheme": view.scheme.value, "font_scale": view.font_scale}
    atomic_write(folder / VIEW_FILE, json.dumps(content).encode("ascii"))


def apply_view(view: View) -> None:
    """Dress the program by these wishes."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app, view.scheme, view.font_scale)
