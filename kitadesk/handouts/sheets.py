"""Label and badge sheets: the measures of each, as a person may correct them in the resources."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
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
    """A type of address label sheet; the value is the name of its file."""

    L7160 = "l7160"
    L7161 = "l7161"
    L7162 = "l7162"
    L7163 = "l7163"
    L7165 = "l7165"
    L7651 = "l7651"
    Z3422 = "z3422"
    Z3474 = "z3474"
    Z3475 = "z3475"
    Z3652 = "z3652"
    Z3653 = "z3653"
    Z3659 = "z3659"
    Z3661 = "z3661"


class BadgeType(Enum):
    """A sheet of name badges or cards; CUT ones are plain paper with marks to cut along."""

    CUT_90X55 = "cut_90x55"
    CUT_90X50 = "cut_90x50"
    L4784 = "l4784"
    C32011 = "c32011"


SHEET_LABELS = {
    SheetType.L7160.value: "L7160 (21 je Bogen, 63,5 × 38,1 mm)",
    SheetType.L7161.value: "L7161 (18 je Bogen, 63,5 × 46,6 mm)",
    SheetType.L7162.value: "L7162 (16 je Bogen, 99,1 × 33,9 mm)",
    SheetType.L7163.value: "L7163 (14 je Bogen, 99,1 × 38,1 mm)",
    SheetType.L7165.value: "L7165 (8 je Bogen, 99,1 × 67,7 mm)",
    SheetType.L7651.value: "L7651 (65 je Bogen, 38,1 × 21,2 mm)",
    SheetType.Z3422.value: "3422 (24 je Bogen, 70 × 35 mm)",
    SheetType.Z3474.value: "3474 (24 je Bogen, 70 × 37 mm)",
    SheetType.Z3475.value: "3475, 3490 (24 je Bogen, 70 × 36 mm)",
    SheetType.Z3652.value: "3652 (21 je Bogen, 70 × 42,3 mm)",
    SheetType.Z3653.value: "3653 (14 je Bogen, 105 × 42,3 mm)",
    SheetType.Z3659.value: "3659, 4781 (12 je Bogen, 97 × 42,3 mm)",
    SheetType.Z3661.value: "3661 (12 je Bogen, 70 × 67,7 mm)",
}
"""What the print form offers for addresses."""

BADGE_LABELS = {
    BadgeType.CUT_90X55.value: "Papier zum Schneiden (10 je Blatt, 90 × 55 mm)",
    BadgeType.CUT_90X50.value: "Papier zum Schneiden (10 je Blatt, 90 × 50 mm)",
    BadgeType.L4784.value: "L4784, L4785, L4787 (10 je Bogen, 80 × 50 mm)",
    BadgeType.C32011.value: "C32011 (10 je Bogen, 85 × 54 mm)",
}
"""What the print form offers for badges and cards."""


@dataclass(frozen=True, slots=True)
class SheetDescription:
    """A sheet as it is sold: name, the maker's numbers, where its measures come from.

    `tolerance` is how many mm it may slip in the printer; no text stands nearer to an edge.
    """

    name: str
    numbers: tuple[str, ...]
    source: str
    tolerance: float
    geometry: LabelGeometry


@cache
def label_geometry(kind: SheetType | BadgeType) -> LabelGeometry:
    """Read the measures of a sheet; raises UserError ``rules_file_wrong`` naming the value."""
    return _geometry(_file(kind), f"{kind.value}.toml")


@cache
def sheet_description(kind: SheetType | BadgeType) -> SheetDescription:
    """Read the whole file of a sheet; raises UserError ``rules_file_wrong`` naming the value."""
    file, found = f"{kind.value}.toml", _file(kind)
    return SheetDescription(
        name=_text(found.get("name"), "name", file),
        numbers=tuple(_text(one, "numbers", file) for one in _list(found.get("numbers"), file)),
        source=_text(found.get("source"), "source", file),
        tolerance=_length(found.get("tolerance"), "tolerance", file),
        geometry=_geometry(found, file),
    )


def _file(kind: SheetType | BadgeType) -> dict[str, object]:
    with open(resources_dir() / "sheets" / f"{kind.value}.toml", "rb") as file:
        return tomllib.load(file)


def _geometry(found: dict[str, object], file: str) -> LabelGeometry:
    columns, rows = (_count(found.get(field), field, file) for field in _COUNTS)
    lengths = {field: _length(found.get(field), field, file) for field in _LENGTHS}
    cut_marks = found.get("cut_marks", False)
    if not isinstance(cut_marks, bool):
        raise UserError("rules_file_wrong", file=file, field="cut_marks", found=cut_marks)
    return LabelGeometry(columns, rows, **lengths, cut_marks=cut_marks)


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


def _text(value: object, field: str, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UserError("rules_file_wrong", file=name, field=field, found=value)
    return value


def _list(value: object, name: str) -> list[object]:
    if not isinstance(value, list):
        raise UserError("rules_file_wrong", file=name, field="numbers", found=value)
    return value
