"""Finds the papers: every module in handouts/papers that defines SPEC, by its file name.

A frozen program has no folder to list, but its importer still lists the package, so pkgutil works
there too. Nothing is imported before someone asks.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from kitadesk.base.errors import UserError
from kitadesk.handouts import papers
from kitadesk.handouts.spec import Handout


@cache
def all_papers() -> tuple[Handout, ...]:
    """Every paper of the program, sorted by area and title."""
    found = [spec for name in _module_names() if (spec := _spec_of(name)) is not None]
    ids = [spec.id for spec in found]
    if len(set(ids)) != len(ids):
        raise ValueError(f"two papers share one id: {sorted(ids)}")
    return tuple(sorted(found, key=lambda spec: (spec.area.value, spec.title)))


def find(paper_id: str) -> Handout:
    """The paper with this id; an unknown one is the user's slip and names what exists."""
    for spec in all_papers():
        if spec.id == paper_id:
            return spec
    raise UserError("paper_unknown", paper=paper_id)


def _module_names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(papers.__path__))


def _spec_of(module_name: str) -> Handout | None:
    """The SPEC of one module, typed by the protocol that every HandoutSpec fulfils."""
    module = import_module(f"{papers.__name__}.{module_name}")
    spec: Handout | None = getattr(module, "SPEC", None)
    return spec
