"""Where the person last saved or chose a file of a kind, kept for this computer.

Beside the data file in plain text, like the look: another computer has other folders.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from kitadesk.base.errors import UserError
from kitadesk.base.files import atomic_write

FOLDERS_FILE = "ordner.json"


class LastFolders:
    """The last folder by kind of file ("pdf"); without a place nothing is kept."""

    def __init__(self, place: Path | None) -> None:
        self._file = place / FOLDERS_FILE if place is not None else None
        self._known = self._read()

    def of(self, kind: str) -> Path:
        """Return the last folder of a kind, or that of the documents; always one that exists.

        Qt would show the folder that the program was started in instead of one that is gone.
        """
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        wanted = (self._known.get(kind, ""), QStandardPaths.writableLocation(documents))
        found = (Path(name) for name in wanted if name and Path(name).is_dir())
        return next(found, Path.home())

    def keep(self, kind: str, folder: Path) -> None:
        """Begin in this folder next time; who may not write here does without."""
        if self._known.get(kind) == str(folder):
            return
        self._known[kind] = str(folder)
        if self._file is not None:
            content = json.dumps(self._known, ensure_ascii=False, indent=1)
            with suppress(UserError, OSError):
                atomic_write(self._file, content.encode("utf-8"))

    def _read(self) -> dict[str, str]:
        if self._file is None:
            return {}
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        pairs = found.items() if isinstance(found, dict) else ()
        return {kind: name for kind, name in pairs if isinstance(name, str)}
