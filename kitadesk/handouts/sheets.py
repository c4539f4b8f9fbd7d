"""Label sheets: the measures of each type, as a person may correct them in `resources/sheets`."""

from __future__ import annotations

import tomllib
from enum import Enum
from functools import cache

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.handouts.kit.blocks import LabelGeometry

_COUNTS = ("columns", "rows")
_LENGTHS = (
    "width", "height", "left", "top", "pitch_x", "pitch_y", "inset_x", "inset_y",
)  # fmt: skip
_SHEET_SIDE = 297.0


class SheetType(Enum):
    """A type of label sheet; the value is the name of its file."""

    L7160 = "l7160"
    L7163 = "l7163"
    Z3475 = "z3475"


SHEET_LABELS = {
    SheetType.L7160.value: "L7160 (21 je Bogen, 63,5 × 38,1 mm)",
    SheetType.L7163.value: "L7163 (14 je Bogen, 99,1 × 38,1 mm)",
    SheetType.Z3475.value: "3475 (24 je Bogen, 70 × 36 mm)",
}
"""What the print form offers."""


@cache
def label_geometry(kind: SheetType) -> LabelGeometry:
    """Read the measures of a sheet; raises UserError ``rules_file_wrong`` naming the value."""
    name = f"{kind.value}.toml"
    with open(resources_dir() / "sheets" / name, "rb") as file:
        found = tomllib.load(file)
    columns, rows = (_count(found.get(field), field, name) for field in _COUNTS)
    lengths = {field: _length(found.get(field), field, name) for field in _LENGTHS}
    return LabelGeometry(columns, rows, **lengths)


def _count(value: object, field: str, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 50:
        raise UserError("rules_file_wrong", file=name, field=field, found=value)
    return value


def _length(value: object, field: str, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UserError("rules_file_wrong", file=name, field=field, found=value)
    if not 0 <= value <= _SHEET_SIDE:
        raise UserError("rules_file_wrong", file=name, field=field, found=value)
    return float(value)
