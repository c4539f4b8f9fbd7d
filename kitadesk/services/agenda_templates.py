"""Loads the proposals for an agenda from `resources/templates/agenda.toml`, checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.domain.agenda import LEAST_MINUTES, MOST_MINUTES
from kitadesk.domain.events import EventKind
from kitadesk.services.rule_files import entries_of

AGENDA_FILE = "agenda.toml"
_REQUIRED = frozenset({"minutes", "title"})
_TEXTS = frozenset({"title", "who", "material"})
_KNOWN = _REQUIRED | _TEXTS | {"arrival"}


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """A point of a proposal; `is_arrival` may take as long as the doors are open before."""

    minutes: int
    title: str
    who: str = ""
    material: str = ""
    is_arrival: bool = False


Agendas = Mapping[EventKind, tuple[ProposedItem, ...]]


def proposed_agenda(kind: EventKind) -> tuple[ProposedItem, ...]:
    """Return the shipped agenda of a kind of event; empty where it has none, as a letter."""
    return _shipped().get(kind, ())


@cache
def _shipped() -> Agendas:
    return parse_agendas((resources_dir() / "templates" / AGENDA_FILE).read_bytes(), AGENDA_FILE)


def parse_agendas(content: bytes, file: str) -> Agendas:
    """Read a file of agendas; a missing, unknown or wrong field raises ``rules_file_wrong``."""
    found: dict[EventKind, tuple[ProposedItem, ...]] = {}
    for entry in entries_of(content, file, "agenda"):
        kinds = tuple(_kinds(entry, file))
        items = tuple(_items(entry, kinds[0].value, file))
        for kind in kinds:
            if kind in found:
                raise UserError("rules_file_wrong", file=file, field="kinds", found=kind.value)
            found[kind] = items
    return found


def _kinds(entry: object, file: str) -> Iterator[EventKind]:
    """Return the kinds of one agenda; there is at least one."""
    kinds = entry.get("kinds") if isinstance(entry, dict) else None
    if not isinstance(kinds, list) or not kinds:
        raise UserError("rules_file_wrong", file=file, field="kinds", found=kinds)
    for kind in kinds:
        try:
            yield EventKind(kind)
        except ValueError as error:
            raise UserError("rules_file_wrong", file=file, field="kinds", found=kind) from error


def _items(entry: Mapping[str, object], name: str, file: str) -> Iterator[ProposedItem]:
    items = entry.get("items")
    if not isinstance(items, list) or not items or entry.keys() != {"kinds", "items"}:
        raise UserError("rules_file_wrong", file=file, field=f"{name}.items", found=items)
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict):
            raise UserError("rules_file_wrong", file=file, field=f"{name}.{number}", found=item)
        wrong = next(iter(sorted(_odd_fields(item))), None)
        if wrong is not None:
            field = f"{name}.{number}.{wrong}"
            raise UserError("rules_file_wrong", file=file, field=field, found=item.get(wrong, ""))
        texts = {field: str(item.get(field, "")) for field in _TEXTS}
        is_arrival = item.get("arrival") is True
        yield ProposedItem(int(item["minutes"]), is_arrival=is_arrival, **texts)


def _odd_fields(item: Mapping[str, object]) -> set[str]:
    """Return the names of fields that are missing, unknown or of the wrong kind."""
    odd = set(_REQUIRED - item.keys()) | (item.keys() - _KNOWN)
    odd |= {field for field in item.keys() & _TEXTS if not isinstance(item[field], str)}
    if not isinstance(item.get("arrival", False), bool):
        odd.add("arrival")
    minutes = item.get("minutes")
    is_number = isinstance(minutes, int) and not isinstance(minutes, bool)
    if not is_number or not LEAST_MINUTES <= int(str(minutes)) <= MOST_MINUTES:
        odd.add("minutes")
    return odd
