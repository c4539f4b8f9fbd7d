"""The table of German sentences, and every place that uses it."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import kitadesk
from kitadesk.base.messages import MESSAGES

PACKAGE = Path(kitadesk.__file__).parent
RAISED = ("UserError", "KnownStorageError")


def _placeholders(code: str) -> set[str]:
    fields = (string.Formatter().parse(sentence) for sentence in MESSAGES[code])
    return {name for parsed in fields for _, name, _, _ in parsed if name is not None}


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if name in RAISED and node.args and isinstance(node.args[0], ast.Constant):
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_is_two_finished_sentences(code: str) -> None:
    for sentence in MESSAGES[code]:
        assert sentence.endswith((".", "?"))
        assert sentence == " ".join(sentence.split())
        assert sentence[0].isupper() or sentence[0] == "„"


@pytest.mark.parametrize("code", MESSAGES)
def test_placeholders_are_plain_names_and_nothing_is_left_after_filling(code: str) -> None:
    values = dict.fromkeys(_placeholders(code), "Wert")
    assert all(name.isidentifier() for name in values)
    assert not any(set("{}") & set(s.format_map(values)) for s in MESSAGES[code])


def test_codes_stand_in_alphabetical_order() -> None:
    assert list(MESSAGES) == sorted(MESSAGES)


def test_every_raised_code_is_in_the_table_and_gets_its_values() -> None:
    wrong = []
    for where, call in _calls():
        code = ast.literal_eval(call.args[0])
        given = {keyword.arg for keyword in call.keywords}
        if code not in MESSAGES:
            wrong.append(f"{where}: {code} is not in the table")
        elif None not in given and _placeholders(code) - given:
            wrong.append(f"{where}: {code} needs {sorted(_placeholders(code))}")
    assert not wrong
