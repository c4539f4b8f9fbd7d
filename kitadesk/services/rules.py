"""The rules of a Land for services and screens; `queries.rules` reads them, as papers do."""

from __future__ import annotations

from kitadesk.queries.rules import house_rules, land_rules, parse_land_rules

__all__ = ["house_rules", "land_rules", "parse_land_rules"]
