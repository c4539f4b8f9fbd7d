"""What papers say stands in the texts that the office may change, and every text is said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kitadesk.handouts
from kitadesk.handouts.registry import all_papers
from kitadesk.handouts.texts import COUNTED, GROUPS, PaperText, text_groups

FOLDER = Path(kitadesk.handouts.__file__).parent
FILES = sorted([*FOLDER.glob("*.py"), *FOLDER.glob("papers/*.py")])
ELSEWHERE = (FOLDER.parent / "services" / "mailing.py",)
"""What else says a text of the papers."""
SAYING = {"say", "parts", "counted"}
"""What a paper asks its texts for; `parts` and `counted` are for texts of several parts."""
EXEMPT_CALLS = {"HandoutSpec", "param", "TypeVar", "UserError", "TypeError", "ValueError"}
"""What stands on the screen, or nowhere."""
LETTER = re.compile(r"[^\W\d_]")
IS_A_NAME = re.compile(r"[a-z0-9_.]+|(%[a-zA-Z]\W*)+")
"""Keys, fields and values; how a day is written."""
DAY_WORDS = {"bis"}
"""Stands between two days, as German dates are written."""
TEXTS = {text.key: text for group in text_groups() for text in group.texts}
IS_ELSEWHERE = {
    "general_ruler.py": "the ruler page tells the office how to use it; it is no paper for others",
    "invitation_texts.py": "names of the blocks in the settings, and their examples",
    "sheets.py": "names of the sheets in the print form",
    "spec.py": "what the print form refuses",
    "texts.py": "says what is wrong in a file of texts",
    "registry.py": "names what a file of a paper must hold",
}
"""Files whose words are no texts of papers, with the reason."""
NAMES = {"TITLE", "_BREAKS", "_LONG_BREAK", "_SHORT_BREAK"}
"""Constants that are no texts of papers: the name of a paper in the program, the names of school
breaks by law and how they are shortened."""


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def said() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each `.say("key", name=…)` of the papers, and what asks for parts: key and names."""
    return tuple(call for file in (*FILES, *ELSEWHERE) for call in said_in(tree(file)))


def said_in(module: ast.Module) -> Iterator[tuple[str, frozenset[str]]]:
    for node in ast.walk(module):
        way = getattr(node.func, "attr", "") if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and way in SAYING:
            key = node.args[0]
            assert isinstance(key, ast.Constant), f"line {node.lineno}: write the key out"
            counted = frozenset({COUNTED} if way == "counted" else ())
            yield str(key.value), counted | {str(item.arg) for item in node.keywords}


@cache
def form_words() -> frozenset[str]:
    """Return the constants that papers hand to their print form: choices, hints, labels."""
    return frozenset(
        name.id
        for file in FILES
        for call in ast.walk(tree(file))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "param"
        for part in (*call.args, *(item.value for item in call.keywords))
        for name in ast.walk(part)
        if isinstance(name, ast.Name)
    )


def words_in(module: ast.Module) -> list[str]:
    """Return what has letters and stands in the code itself, but for docstrings and samples."""
    skipped = {id(inner) for node in ast.walk(module) for inner in exempt(node)}
    return [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and id(node) not in skipped
        if isinstance(node.value, str) and LETTER.search(node.value)
        if node.value.strip() not in DAY_WORDS and not IS_A_NAME.fullmatch(node.value)
    ]


def exempt(node: ast.AST) -> Iterator[ast.AST]:
    """Return what is skipped: docstrings, invented samples, what stands on the screen."""
    if isinstance(node, ast.Expr):
        yield node.value
    is_sample = isinstance(node, ast.FunctionDef) and "sample" in node.name
    is_form = isinstance(node, ast.Call) and getattr(node.func, "id", "") in EXEMPT_CALLS
    is_pattern = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "compile"
    if is_sample or is_form or is_pattern or is_named(node):
        yield from ast.walk(node)


def is_named(node: ast.AST) -> bool:
    """Return whether this gives a constant that is no text of a paper."""
    targets = node.targets if isinstance(node, ast.Assign) else ()
    names = {name.id for one in targets for name in ast.walk(one) if isinstance(name, ast.Name)}
    return bool(names & (NAMES | form_words()))


def test_every_text_that_a_paper_asks_for_is_shipped() -> None:
    assert {key for key, _names in said()} <= set(TEXTS)


def test_every_shipped_text_is_said_by_a_paper() -> None:
    assert set(TEXTS) <= {key for key, _names in said()}


def name_of(part: str | frozenset[str]) -> str:
    """Name a case alike in every process: the order of a set is another in each."""
    return part if isinstance(part, str) else " ".join(sorted(part))[:40]


@pytest.mark.parametrize(("key", "names"), said(), ids=name_of)
def test_a_paper_fills_exactly_the_placeholders_of_a_text(key: str, names: frozenset[str]) -> None:
    assert names == set(TEXTS[key].allowed)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_shipped_text_fits_its_place(text: PaperText) -> None:
    assert len(text.text) <= text.most
    assert not (text.one_line and "\n" in text.text)
    assert text.title[0].isupper()
    assert not text.where.endswith(".")


def test_every_group_stands_on_papers_that_exist() -> None:
    ids = {paper.id for paper in all_papers()}

    assert {paper for group in text_groups() for paper in group.papers} <= ids
    assert len(set(GROUPS)) == len(GROUPS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_paper_says_a_word_that_the_office_cannot_change(file: Path) -> None:
    if file.name not in IS_ELSEWHERE:
        assert words_in(tree(file)) == []


@pytest.mark.parametrize(
    "word", ["Bitte geben Sie uns Bescheid.", "Name", "mit Namen", "zurück", "Min."]
)
def test_a_word_in_the_code_is_found(word: str) -> None:
    planted = ast.parse(f"def document():\n    return Column({word!r})")

    assert words_in(planted) == [word]


def test_a_key_that_is_not_written_out_is_found() -> None:
    with pytest.raises(AssertionError, match="write the key out"):
        list(said_in(ast.parse("texts.say(key)")))
