"""Every paper of the registry stands every check; a planted bad paper fails each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path
from socket import socket
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.handouts import registry
from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    Heading,
    Margins,
    PageSetup,
    Paragraph,
)
from kitadesk.handouts.spec import (
    Area,
    HandoutSpec,
    Privacy,
    SubjectKind,
    param,
)
from kitadesk.queries.reader import Reader
from tests.golden.cases import FOLDER
from tests.support import paper_checks as checks


@dataclass(frozen=True)
class Choice:
    """Params of the planted paper."""

    loud: bool = param("Laut", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True)
class Entry:
    """A row of the planted paper."""

    name: str


@dataclass(frozen=True)
class Notice:
    """Content of the planted paper."""

    title: str = ""
    entries: tuple[Entry, ...] = ()


Draw = Callable[[Notice, Choice], Document]
Spec = HandoutSpec[Choice, Notice]


def good(content: Notice, params: Choice) -> Document:
    """The paper as it should be."""
    blocks: list[Block] = [Heading(content.title or "Aushang")]
    blocks += [Paragraph(entry.name) for entry in content.entries]
    setup = PageSetup(large_print=params.large_print)
    return Document("Aushang", tuple(blocks), setup)


def _gather(reader: Reader, subject: UUID | None, params: Choice, on: date) -> Notice:
    raise UserError("subject_unknown", subject=subject)


def planted(document: Draw = good) -> Spec:
    """A small paper around a document function."""
    return HandoutSpec(
        id="planted",
        title="Aushang",
        area=Area.GENERAL,
        subject=SubjectKind.NONE,
        privacy=Privacy.PUBLIC,
        params=Choice,
        gather=_gather,
        blank=lambda params: Notice(),
        sample=lambda: (Notice("Laternenfest", (Entry("Mia Muster"),)), Choice()),
        document=document,
    )


def _stripped(content: Notice, params: Choice) -> Document:
    entries = tuple(Entry(entry.name.split("<")[0]) for entry in content.entries)
    return good(Notice(content.title.split("<")[0], entries), params)


def _ascii(content: Notice, params: Choice) -> Document:
    entries = tuple(Entry(_plain(entry.name)) for entry in content.entries)
    return good(Notice(_plain(content.title), entries), params)


def _plain(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def _cut(content: Notice, params: Choice) -> Document:
    entries = tuple(Entry(entry.name[:2000]) for entry in content.entries)
    return good(Notice(content.title[:2000], entries), params)


def _few_rows(content: Notice, params: Choice) -> Document:
    return good(replace(content, entries=content.entries[:100]), params)


def _needs_rows(content: Notice, params: Choice) -> Document:
    return good(replace(content, title=content.entries[0].name), params)


def _outside(content: Notice, params: Choice) -> Document:
    return replace(good(content, params), page=PageSetup(margins=Margins(left=2)))


def _small_in_large(content: Notice, params: Choice) -> Document:
    return replace(good(content, params), page=PageSetup())


def _reads_a_file(content: Notice, params: Choice) -> Document:
    Path(__file__).read_bytes()
    return good(content, params)


def _not_loud(content: Notice, params: Choice) -> Document:
    if params.loud:
        raise ValueError("loud is not done")
    return good(content, params)


def _empty(content: Notice, params: Choice) -> Document:
    return Document("Aushang", (), PageSetup(footer=False))


def _always_another() -> Draw:
    numbers = count()
    return lambda content, params: good(replace(content, title=f"{next(numbers)}"), params)


BAD: tuple[tuple[Callable[[Spec], None], Draw], ...] = (
    (checks.check_sample, _empty),
    (checks.check_blank, _needs_rows),
    (checks.check_markup, _stripped),
    (checks.check_scripts, _ascii),
    (checks.check_long_text, _cut),
    (checks.check_rows, _few_rows),
    (checks.check_same_bytes, _always_another()),
    (checks.check_inside_the_page, _outside),
    (checks.check_large_print, _small_in_large),
    (checks.check_touches_nothing, _reads_a_file),
    (checks.check_choices, _not_loud),
)


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("spec", registry.all_papers(), ids=lambda spec: spec.id)
def test_every_paper_stands_every_check(
    spec: HandoutSpec[object, object], check: Callable[[HandoutSpec[object, object]], None]
) -> None:
    check(spec)


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_a_good_planted_paper_stands_every_check(check: Callable[[Spec], None]) -> None:
    check(planted())


@pytest.mark.parametrize(("check", "draw"), BAD, ids=lambda item: getattr(item, "__name__", ""))
def test_a_planted_bad_paper_fails_its_check(check: Callable[[Spec], None], draw: Draw) -> None:
    with pytest.raises((AssertionError, IndexError, ValueError)):
        check(planted(draw))


def _asks_the_net(content: Notice, params: Choice) -> Document:
    with socket() as door:
        door.connect_ex(("127.0.0.1", 9))
    return good(content, params)


def test_a_paper_that_asks_the_net_is_found() -> None:
    with pytest.raises(AssertionError, match=r"socket\.connect"):
        checks.check_touches_nothing(planted(_asks_the_net))


def test_every_paper_has_its_kept_text_and_picture() -> None:
    for spec in registry.all_papers():
        for name in (spec.id, f"{spec.id}_blank"):
            assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip(), name
            assert (FOLDER / f"{name}.png").stat().st_size > 100, name


def test_every_check_has_a_bad_paper() -> None:
    assert [check for check, _ in BAD] == list(checks.CHECKS)


def test_the_first_evening_has_its_four_papers() -> None:
    ids = {spec.id for spec in registry.all_papers()}
    assert {"invitation", "group_separator", "attendance_list", "group_list"} <= ids
