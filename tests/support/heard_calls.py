"""What a service was called with, so that a test can call it again with one value changed."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any, get_args, get_type_hints

import pytest

import kitadesk.services
from kitadesk.services import consents, house
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Child
from tests.support.dice import Dice
from tests.support.service_calls import CALLS, Call

Service = Callable[..., object]
Variant = tuple[str, Mapping[str, Any]]

IMPORTS = {"importing.apply_import", "importing_contacts.apply_contacts"}
"""Do what a plan says, whose values were checked row by row when the list was read."""
MORE_CALLS: dict[str, Call] = {
    "house.set_setting": lambda desk, _dice: house.set_setting(desk, "name", "content"),
    "consents.add_consent": lambda desk, dice: consents.add_consent(
        desk,
        consents.ConsentInput(dice.one(*consents.ConsentKind), dice.one(*consents.ConsentState)),
    ),
    "consents.add_signed_consent": lambda desk, dice: consents.add_signed_consent(
        desk,
        consents.ConsentInput(
            consents.ConsentKind.PHOTO, consents.ConsentState.GIVEN, dice.id_of(Child)
        ),
        "Vogel",
        "Jana",
        desk.clock.today(),
    ),
}
SERVICES = sorted({*CALLS, *MORE_CALLS} - IMPORTS)


@dataclasses.dataclass(frozen=True)
class Heard:
    """A service and arguments that it takes."""

    service: Service
    given: inspect.BoundArguments

    def with_each(self, value: object, *hints: object) -> Iterator[Variant]:
        """Yield the arguments once per value of these types that the service takes, changed."""
        types = get_type_hints(self.service)
        for name, parameter in self.given.signature.parameters.items():
            if parameter.kind is inspect.Parameter.VAR_KEYWORD:
                yield from self._fields(name, get_type_hints(*get_args(types[name])), value, hints)
            elif types[name] in hints:
                yield name, {**self.given.arguments, name: value}
            elif dataclasses.is_dataclass(types[name]) and name in self.given.arguments:
                yield from self._parts(name, get_type_hints(types[name]), value, hints)

    def _fields(
        self, name: str, types: Mapping[str, object], value: object, hints: tuple[object, ...]
    ) -> Iterator[Variant]:
        fixed = {key: one for key, one in self.given.arguments.items() if key != name}
        for key, hint in types.items():
            if hint in hints:
                yield key, {**fixed, key: value}

    def _parts(
        self, name: str, types: Mapping[str, object], value: object, hints: tuple[object, ...]
    ) -> Iterator[Variant]:
        valid = self.given.arguments
        for key, hint in types.items():
            if hint in hints:
                yield key, {**valid, name: dataclasses.replace(valid[name], **{key: value})}


def hear(desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str) -> Heard:
    """Return the service of that name with arguments that suit the open desk."""
    module_name, function_name = name.split(".")
    module = importlib.import_module(f"{kitadesk.services.__name__}.{module_name}")
    service: Service = getattr(module, function_name)
    heard: list[inspect.BoundArguments] = []

    def listen(*args: object, **kwargs: object) -> None:
        heard.append(inspect.signature(service).bind(*args, **kwargs))

    monkeypatch.setattr(module, function_name, listen)
    {**CALLS, **MORE_CALLS}[name](desk, Dice(desk, Random(1)))  # noqa: S311
    return Heard(service, heard[0])
