"""Papers whose texts are all replaced: by figures, by longer ones, by odd ones."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from kitadesk.base.calendar_names import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT
from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_forms import CATEGORIES, WAYS, law_of
from kitadesk.domain.entry_class import EntryClass
from kitadesk.domain.institutions import ProviderType
from kitadesk.domain.paper_texts import BETWEEN, LINE_MOST, parts_of
from kitadesk.domain.visibility import AUDIENCE_WORDS
from kitadesk.handouts.facts import House
from kitadesk.handouts.kit.blocks import Document, texts_of
from kitadesk.handouts.spec import HandoutSpec, ParamField, ParamKind, parse_params
from kitadesk.handouts.texts import PaperText, Texts, text_groups

T = TypeVar("T")
P = TypeVar("P")
C = TypeVar("C")

FIGURE = "7"
LABELS = (
    *(one.label for kind in (ConsentKind, ConsentState, EntryClass) for one in kind),
    *AUDIENCE_WORDS.values(),
    *(f"{words[:1].upper()}{words[1:]}" for words in AUDIENCE_WORDS.values()),
    *(line for kind in CATEGORIES for line in (*CATEGORIES[kind], *WAYS[kind])),
    *(law_of(provider) for provider in ProviderType),
)
"""Words of the program that papers and screens share: answers, kinds, circles of readers.

What is ticked on a consent form is booked in its own words, so they are the same everywhere.
"""
DAYS = {*MONTHS, *MONTHS_SHORT, *WEEKDAYS, *WEEKDAYS_SHORT, "bis", "Uhr", "und", "oder", "x"}
"""How days, times and lists of names are written; x is a tick."""
_KEY = re.compile(r"[a-z_]+\.[a-z_]+")
_WORD = re.compile(r"[^\W\d_]+")


def texts_with(change: Callable[[PaperText], str]) -> Texts:
    """Return texts of an office that changed every one of them."""
    return Texts(tuple((one.key, change(one)) for one in _all_texts()))


def by_parts(text: PaperText, change: Callable[[str], str]) -> str:
    """Return a text with each of its parts changed, as many as before."""
    if text.parts == 1:
        return change(text.text)
    return f" {BETWEEN} ".join(change(part) for part in parts_of(text.text))


@cache
def only_figures() -> Texts:
    """Return texts without a single letter."""
    return texts_with(lambda text: by_parts(text, lambda _part: FIGURE))


@cache
def only_keys() -> Texts:
    """Return texts that say nothing but their own key."""
    return texts_with(lambda text: by_parts(text, lambda _part: text.key))


def keys_in(document: Document) -> set[str]:
    """Return which of the texts that say their key stand in a document."""
    words = {word for text in texts_of(document) for word in _KEY.findall(text)}
    return words & {text.key for text in _all_texts()}


@cache
def three_times_as_long() -> Texts:
    """Return texts three times as long, as far as the settings take them."""
    return texts_with(_longer)


def documents_of(
    spec: HandoutSpec[P, C], texts: Texts, change: Callable[[C], C] | None = None
) -> Iterator[Document]:
    """Return sample and blank form with these texts, for every value that can be chosen."""
    sample, chosen = spec.sample()
    content = with_texts(change(sample) if change else sample, texts)
    typed = {line.name: FIGURE for line in spec.fields if is_typed(line)} if change else {}
    if not typed:
        yield spec.document(content, chosen)
    for line in spec.fields:
        for value in choices_of(line):
            params = parse_params(spec, {**typed, line.name: value})
            yield spec.document(content, params)
            yield spec.document(with_texts(spec.blank(params), texts), params)


def is_typed(line: ParamField) -> bool:
    """Return whether a line of the print form takes what somebody types, and prints it."""
    return line.kind in {ParamKind.TEXT, ParamKind.TEXTS} and not line.choices


def choices_of(line: ParamField) -> tuple[str, ...]:
    """Return what can be chosen in a line of the print form; what is typed stays as it is."""
    if line.kind is ParamKind.YES_NO:
        return ("ja", "nein")
    if line.kind is ParamKind.TEXTS and line.choices:
        return ("; ".join(value for value, _ in line.choices),)
    return tuple(value for value, _ in line.choices)


def with_texts(content: T, texts: Texts) -> T:
    """Return a content whose house says other texts."""
    if isinstance(content, House):
        return dataclasses.replace(content, texts=texts)  # type: ignore[return-value]
    if not dataclasses.is_dataclass(content) or isinstance(content, type):
        return content
    houses = {
        item.name: with_texts(getattr(content, item.name), texts)
        for item in dataclasses.fields(content)
        if isinstance(getattr(content, item.name), House)
    }
    return dataclasses.replace(content, **houses)


def without_words(value: T) -> T:
    """Return a content with a figure for every text in it."""
    if isinstance(value, str):
        return FIGURE if value else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(without_words(item) for item in value)  # type: ignore[return-value]
    if not dataclasses.is_dataclass(value) or isinstance(value, type | Texts):
        return value
    parts = {
        item.name: without_words(getattr(value, item.name))
        for item in dataclasses.fields(value)
        if item.init
    }
    return dataclasses.replace(value, **parts)


def words_left(document: Document) -> set[str]:
    """Return the words of a document that are neither days nor labels of the program."""
    found: set[str] = set()
    for text in texts_of(document):
        rest = text
        for label in sorted(LABELS, key=len, reverse=True):
            rest = rest.replace(label, "")
        found |= set(_WORD.findall(rest)) - DAYS
    return found


def _longer(text: PaperText) -> str:
    if text.parts > 1:
        return by_parts(text, lambda part: f"{part} {part} {part}"[:LINE_MOST].strip())
    tripled = f"{text.text} {text.text} {text.text}"
    return tripled if len(tripled) <= text.most else text.text


def _all_texts() -> tuple[PaperText, ...]:
    return tuple(text for group in text_groups() for text in group.texts)
