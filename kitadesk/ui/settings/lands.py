"""The 16 Länder as choices, in German order."""

from __future__ import annotations

from kitadesk.base.text import sort_key
from kitadesk.domain.land import Land


def land_options() -> tuple[tuple[str, str], ...]:
    """Return (code, German name) for a drop-down."""
    options = ((land.value, land.german_name) for land in Land)
    return tuple(sorted(options, key=lambda option: sort_key(option[1])))
