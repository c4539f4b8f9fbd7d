"""What belongs to the printers of this computer: their offsets, and label sheets half used.

Kept beside the data file in plain text: another computer has other printers and other sheets.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kitadesk.base.files import atomic_write
from kitadesk.handouts.kit.blocks import BadgeSheet, LabelSheet
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, document_of

PRINTERS_FILE = "drucker.json"
MOST_MM = 15.0
"""No printer is out by more; a larger number is a slip of the pen."""
_OFFSETS, _LABELS = "offsets", "labels"


@dataclass(frozen=True, slots=True)
class Offset:
    """By how many mm everything is moved to the right and down before it is printed."""

    right: float = 0.0
    down: float = 0.0

    @property
    def words(self) -> str:
        """Return "1,5 mm nach rechts, 2 mm nach oben"; empty without a shift."""
        parts = []
        for length, more, less in ((self.right, "rechts", "links"), (self.down, "unten", "oben")):
            if length:
                number = f"{abs(length):.1f}".rstrip("0").rstrip(".").replace(".", ",")
                parts.append(f"{number} mm nach {more if length > 0 else less}")
        return ", ".join(parts)


def offsets(folder: Path) -> dict[str, Offset]:
    """Return the offset of every printer that has one, by its name."""
    found = {}
    for name, pair in _read(folder).get(_OFFSETS, {}).items():
        if isinstance(pair, list) and len(pair) == 2:
            right, down = (_millimetres(one) for one in pair)
            found[name] = Offset(right, down)
    return found


def offset_of(folder: Path, printer: str) -> Offset:
    """Return by how much the pages for a printer are moved."""
    return offsets(folder).get(printer, Offset())


def set_offset(folder: Path, printer: str, offset: Offset) -> None:
    """Keep the offset of a printer; none at all takes it out of the file."""
    kept = {name: [one.right, one.down] for name, one in offsets(folder).items() if name != printer}
    if offset != Offset():
        kept[printer] = [_millimetres(offset.right), _millimetres(offset.down)]
    _write(folder, _OFFSETS, kept)


def first_free_label(folder: Path, sheet: str) -> int:
    """Return the first label that is left on the sheet of this type; 1 for a fresh one."""
    number = _read(folder).get(_LABELS, {}).get(sheet)
    return number if isinstance(number, int) and number > 0 else 1


def note_labels(desk: Desk, request: PrintRequest) -> None:
    """Remember where the next labels begin, after some went to the printer."""
    sheet = request.params.get("sheet", "")
    blocks = [
        block
        for block in document_of(desk, request).blocks
        if isinstance(block, (LabelSheet, BadgeSheet))
    ]
    if not blocks or not sheet:
        return
    last = blocks[-1]
    used = last.labels if isinstance(last, LabelSheet) else last.badges
    following = last.start + len(used)
    number = following if following <= last.geometry.per_sheet else 1
    known = {**_read(desk.folder).get(_LABELS, {}), sheet: number}
    _write(desk.folder, _LABELS, known)


def _millimetres(value: object) -> float:
    number = float(value) if isinstance(value, (int, float)) else 0.0
    return round(min(max(number, -MOST_MM), MOST_MM), 1)


def _read(folder: Path) -> dict[str, dict[str, object]]:
    """Return the file; a missing or damaged one is empty."""
    try:
        found = json.loads((folder / PRINTERS_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: part for name, part in found.items() if isinstance(part, dict)}


def _write(folder: Path, name: str, part: Mapping[str, object]) -> None:
    content = json.dumps({**_read(folder), name: part}, ensure_ascii=False)
    atomic_write(folder / PRINTERS_FILE, content.encode())
