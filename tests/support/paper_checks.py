"""What every paper must stand: plain functions that raise AssertionError, for any HandoutSpec."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeVar
from unicodedata import normalize

from kitadesk.base.calendar_names import MONTHS
from kitadesk.handouts.kit.blocks import (
    AddressField,
    Document,
    Letterhead,
    Paragraph,
    Table,
    TextStyle,
    Timeline,
    texts_of,
)
from kitadesk.handouts.kit.pdf import inspect, render
from kitadesk.handouts.spec import HandoutSpec, ParamField, ParamKind, parse_params
from tests.support.reading import Sheet, all_text, read_letters, read_pdf, squeezed

T = TypeVar("T")
P = TypeVar("P")
C = TypeVar("C")

MARKUP = "Anna <anna@example.org> & <b"
IMAGE = '<img src="http://example.org/x.png"/></para>'
NAMES = "Şahin Łukasz Nguyễn Ольга محمد Ğ"
EMOJI = "Igel 👩‍👧"
LINES = "eins\nzwei\r\n\ndrei"
EDGE_MM = 5.0
LARGE_PT, LEAST_LARGE_PT, FOOT_PT = 14.0, 11.0, 9.0
LARGE_PART = 0.75
"""So many letters of running text and lists have 14 pt; some words shrink into their column."""
PRINTED_ON = date(2027, 3, 1)


def check_sample(spec: HandoutSpec[P, C]) -> None:
    """The sample prints, and on it stands every text of its blocks."""
    document = spec.sample_document()
    printed = all_text(_printed(document))
    assert printed, "the sample is empty"
    assert not inspect(document).shortened
    assert spec.title, "a paper has a German title"


def check_blank(spec: HandoutSpec[P, C]) -> None:
    """The blank form prints, shows headings, and carries nothing of the sample's people."""
    printed = all_text(_printed(spec.blank_form({})))
    assert printed, "the blank form is empty"
    assert "Muster" not in printed


def check_markup(spec: HandoutSpec[P, C]) -> None:
    """Text that looks like markup is on the paper as typed."""
    for text in (MARKUP, IMAGE):
        printed = all_text(_printed(_with_texts(spec, lambda _, text=text: text)))
        assert squeezed(text) in printed, text


def check_scripts(spec: HandoutSpec[P, C]) -> None:
    """Names in all bundled scripts need no box; line breaks and emoji stop nothing."""
    document = _with_texts(spec, lambda _: NAMES)
    printed = normalize("NFKC", all_text(_printed(document)))  # joined Arabic letters as typed
    assert inspect(document).missing == ()
    assert all(name in printed for name in NAMES.split()), NAMES
    for text in (EMOJI, LINES, "", "   "):
        _printed(_with_texts(spec, lambda _, text=text: text))


def check_long_text(spec: HandoutSpec[P, C]) -> None:
    """3,000 words print to the last one, wherever they are typed, and stay on the paper."""
    words = " ".join(f"w{number}" for number in range(3000)) + " Ende"
    content, params = spec.sample()
    one_of_each = _with_one(content)
    sheets = read_pdf(
        _printed(spec.document(_mapped(one_of_each, lambda _: words), params)), words=False
    )
    assert any("Ende" in sheet.text for sheet in sheets), "the end of a long text is lost"
    assert_inside(sheets)
    _printed(spec.document(_mapped(one_of_each, lambda _: "x" * 10_000), params))


def check_rows(spec: HandoutSpec[P, C]) -> None:
    """One row and 500 rows print, and each of the 500 is there."""
    content, params = spec.sample()
    _printed(spec.document(_with_rows(content, 1), params))
    many = _with_rows(content, 500)
    printed = all_text(_printed(spec.document(many, params)))
    if many != content:
        assert all(f"Z{number}Z" in printed for number in range(500)), "a row is lost"


def check_same_bytes(spec: HandoutSpec[P, C]) -> None:
    """The same content gives the same bytes in invariant mode."""
    assert _printed(spec.sample_document()) == _printed(spec.sample_document())


def check_inside_the_page(spec: HandoutSpec[P, C]) -> None:
    """No text stands in the 5 mm at the edge that printers cannot reach."""
    content, _ = spec.sample()
    documents = [spec.sample_document(), spec.blank_form({})]
    if any(line.name == "large_print" for line in spec.fields):
        large = parse_params(spec, {"large_print": "ja"})
        documents += [spec.document(content, large), spec.blank_form({"large_print": "ja"})]
    for document in documents:
        assert_inside(read_pdf(_printed(document), words=False))


def check_large_print(spec: HandoutSpec[P, C]) -> None:
    """The 14-pt edition has letters of 14 pt; heads of columns and notes are never below 11 pt."""
    has_edition = any(line.name == "large_print" for line in spec.fields)
    assert has_edition != bool(spec.one_size), "a 14-pt edition, or why there is none"
    if not has_edition:
        return
    content, _ = spec.sample()
    large = parse_params(spec, {"large_print": "ja"})
    for document in (spec.document(content, large), spec.blank_form({"large_print": "ja"})):
        letters = list(_letters_to_read(document))
        tiny = [text for text, size in letters if size < LEAST_LARGE_PT - 0.05]
        assert not tiny, f"smaller than {LEAST_LARGE_PT:g} pt: {tiny}"
        small_print = squeezed("".join(_small_print(document)))
        body = [(len(text), size) for text, size in letters if squeezed(text) not in small_print]
        share = sum(length for length, size in body if size >= LARGE_PT - 0.05)
        assert share >= LARGE_PART * sum(length for length, _ in body), "too few large letters"


def check_touches_nothing(spec: HandoutSpec[P, C]) -> None:
    """Making and drawing a paper opens no file and no connection."""
    _printed(spec.sample_document())
    with _watched() as touched:
        _printed(spec.sample_document())
    assert touched == [], ", ".join(touched)


def check_choices(spec: HandoutSpec[P, C]) -> None:
    """Every value that the print form offers gives a paper."""
    content, _ = spec.sample()
    for line in spec.fields:
        assert line.label, f"{line.name} has no label"
        for value in _values(line):
            params = parse_params(spec, {line.name: value})
            _printed(spec.document(content, params))
            _printed(spec.blank_form({line.name: value}))


CHECKS: tuple[Callable[[HandoutSpec[object, object]], None], ...] = (
    check_sample,
    check_blank,
    check_markup,
    check_scripts,
    check_long_text,
    check_rows,
    check_same_bytes,
    check_inside_the_page,
    check_large_print,
    check_touches_nothing,
    check_choices,
)


def _printed(document: Document) -> bytes:
    return render(document, printed_on=PRINTED_ON, invariant=True)


def _letters_to_read(document: Document) -> Iterator[tuple[str, float]]:
    """The words of a paper with their size, without letterhead, window, year picture and foot."""
    frame: list[str] = []
    for block in document.blocks:
        if isinstance(block, Letterhead | Timeline):
            frame += texts_of(block)
        elif isinstance(block, AddressField):
            frame.append(block.return_line)
        if isinstance(block, Timeline):
            frame += [*MONTHS, "heute"]
    around = squeezed("".join(frame))
    parts = f"{document.foot}{document.title}{document.author}Seite von gedruckt am"
    foot = squeezed(parts).replace("·", "")
    for text, size in read_letters(_printed(document)):
        word = squeezed(text).replace("·", "").rstrip("…")
        in_foot = size < FOOT_PT and (word in foot or word.startswith(("Seite", "gedruckt")))
        if word not in around and not in_foot and word != "✂":
            yield text, size


def _small_print(document: Document) -> Iterator[str]:
    """Heads of columns and the notes that are small in every edition."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.style is TextStyle.SMALL:
            yield block.text
        elif isinstance(block, Table):
            yield from (column.header for column in block.columns)


def _with_texts(spec: HandoutSpec[P, C], change: Callable[[str], str]) -> Document:
    content, params = spec.sample()
    return spec.document(_mapped(content, change), params)


def _mapped(value: T, change: Callable[[str], str]) -> T:
    """The same value with every text in it changed."""
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_mapped(item, change) for item in value)  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {
            item.name: _mapped(getattr(value, item.name), change)
            for item in dataclasses.fields(value)
            if item.init
        }
        return dataclasses.replace(value, **parts)
    return value


def _with_rows(value: T, count: int) -> T:
    """The same content with so many rows in its innermost lists, each text ending in its number."""
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    parts: dict[str, object] = {}
    for item in dataclasses.fields(value):
        part = getattr(value, item.name)
        if isinstance(part, tuple) and part and dataclasses.is_dataclass(part[0]):
            if _has_rows(part[0]):
                parts[item.name] = tuple(_with_rows(row, count) for row in part[:1])
            else:
                parts[item.name] = tuple(
                    _mapped(part[0], lambda text, n=number: f"{text[:6]} Z{n}Z" if text else "")
                    for number in range(count)
                )
    return dataclasses.replace(value, **parts)


def _with_one(value: T) -> T:
    """The same content with one entry in each of its lists: every kind of text, each once."""
    if isinstance(value, tuple) and value:
        kept = value[:1] if dataclasses.is_dataclass(value[0]) else value
        return tuple(_with_one(item) for item in kept)  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {
            item.name: _with_one(getattr(value, item.name))
            for item in dataclasses.fields(value)
            if item.init
        }
        return dataclasses.replace(value, **parts)
    return value


def _has_rows(value: object) -> bool:
    return any(
        isinstance(part := getattr(value, item.name), tuple)
        and part
        and dataclasses.is_dataclass(part[0])
        for item in dataclasses.fields(value)  # type: ignore[arg-type]
    )


def assert_inside(sheets: list[Sheet]) -> None:
    """No text of these sheets stands in the 5 mm at the edge."""
    for sheet in sheets:
        for item in sheet.stretches:
            assert item.left >= EDGE_MM, item
            assert item.top >= EDGE_MM, item
            assert item.right <= sheet.width - EDGE_MM, item
            assert item.bottom <= sheet.height - EDGE_MM, item


def _values(line: ParamField) -> Iterator[str]:
    kind, choices = line.kind, line.choices
    if kind is ParamKind.YES_NO:
        yield from ("ja", "nein")
    elif kind is ParamKind.NUMBER:
        yield from ("0", "1", str(min(60, line.maximum or 60)))
    elif kind is ParamKind.LINK:
        yield from ("", "www.example.org/anmeldung", "kita@example.org")
    elif choices:
        yield from (value for value, _ in choices)
    elif kind is ParamKind.TEXTS:
        yield from ("", "eins", "; ".join(f"Spalte {number}" for number in range(10)))
    else:
        yield from ("", MARKUP, "langes Wort " * 30)


_watchers: list[list[str]] = []
_hook_is_set = False


@contextmanager
def _watched() -> Iterator[list[str]]:
    """What is opened or connected to meanwhile; an audit hook stays for the process, silent."""
    global _hook_is_set  # noqa: PLW0603  # the interpreter has no way to take a hook out
    if not _hook_is_set:
        sys.addaudithook(_audit)
        _hook_is_set = True
    touched: list[str] = []
    _watchers.append(touched)
    try:
        yield touched
    finally:
        _watchers.remove(touched)


def _audit(event: str, args: tuple[object, ...]) -> None:
    if _watchers and event in {"open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen"}:
        for touched in _watchers:
            touched.append(f"{event} {args[0]!r}")
