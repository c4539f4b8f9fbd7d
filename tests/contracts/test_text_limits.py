"""No service stores a text of any length: each one has a limit, and a sentence that names it."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any, get_args, get_type_hints

import pytest

import kitadesk.services
from kitadesk.base.errors import UserError
from kitadesk.domain.entries import TEXT_MOST
from kitadesk.services import consents, house
from kitadesk.services.desk import Desk
from tests.support.dice import Dice
from tests.support.service_calls import CALLS, Call

IMPORTS = {"importing.apply_import", "importing_contacts.apply_contacts"}
"""Do what a plan says, whose texts were measured row by row when the list was read."""
TOO_LONG = "x" * (TEXT_MOST + 1)
Service = Callable[..., object]
Variant = tuple[str, Mapping[str, Any]]

MORE_CALLS: dict[str, Call] = {
    "house.set_setting": lambda desk, _dice: house.set_setting(desk, "name", "content"),
    "consents.add_consent": lambda desk, dice: consents.add_consent(
        desk,
        consents.ConsentInput(dice.one(*consents.ConsentKind), dice.one(*consents.ConsentState)),
    ),
}


def text_fields(hints: Mapping[str, Any]) -> list[str]:
    return [name for name, hint in hints.items() if hint is str]


def too_long(service: Service, given: inspect.BoundArguments) -> Iterator[Variant]:
    """Yield the arguments once per text that the service takes, with that text too long."""
    hints = get_type_hints(service)
    valid = given.arguments
    for name, parameter in given.signature.parameters.items():
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            fixed = {key: value for key, value in valid.items() if key != name}
            for key in text_fields(get_type_hints(*get_args(hints[name]))):
                yield key, {**fixed, key: TOO_LONG}
        elif hints[name] is str:
            yield name, {**valid, name: TOO_LONG}
        elif dataclasses.is_dataclass(hints[name]) and name in valid:
            for key in text_fields(get_type_hints(hints[name])):
                yield key, {**valid, name: dataclasses.replace(valid[name], **{key: TOO_LONG})}


@pytest.mark.parametrize("name", sorted({*CALLS, *MORE_CALLS} - IMPORTS))
def test_every_text_of_a_service_has_a_longest_length(
    town: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    module_name, function_name = name.split(".")
    module = importlib.import_module(f"{kitadesk.services.__name__}.{module_name}")
    service: Service = getattr(module, function_name)
    heard: list[inspect.BoundArguments] = []

    def hear(*args: object, **kwargs: object) -> None:
        heard.append(inspect.signature(service).bind(*args, **kwargs))

    monkeypatch.setattr(module, function_name, hear)
    {**CALLS, **MORE_CALLS}[name](town, Dice(town, Random(1)))  # noqa: S311
    for text, arguments in too_long(service, heard[0]):
        with pytest.raises(UserError) as refused:
            service(**arguments)
        assert (text, refused.value.code) == (text, "value_too_long")
