"""Sentences of papers: filled with named placeholders, checked, and read for plain language.

A placeholder is a German word in braces, because the office edits it: {frist}. Nothing else in
braces means anything, and a value is never read for placeholders again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from kitadesk.base.errors import UserError
from kitadesk.base.text import shorten

MOST_WORDS = 15
"""Words of a sentence that reads easily (field.md 7.2)."""
LINE_MOST = 80
"""Characters of a text that stands on one line of a slip or beside a box to tick."""
SENTENCES_MOST = 2_000
"""Characters of a text of several sentences: about a page; more is a letter of its own."""

BETWEEN = "|"
"""What parts the heads of a table, or the words for one and for many, in the field of a text."""

_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
_WITH_SPACE = re.compile(r"( ?)\{([^{}\n]*)\}")
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\d\.)\s+(?=[A-ZÄÖÜ„{])|\n+")
_SHORT = re.compile(
    r"\b(?:z\. ?B|d\. ?h|u\. ?a|o\. ?ä|s\. ?o|i\. ?d\. ?R|ggf|bzw|usw|etc|evtl|inkl|exkl|bspw|ca|"
    r"vgl|lt|zzgl|vsl|max|min|Tel|Std|Nr|Bsp|abzgl|einschl|insb|entspr)\."
)
_ASKED = re.compile(r"\b(?:wird|werden|wurde|wurden)\b[^.!?\n]*\bgebeten\b", re.IGNORECASE)


def names_in(text: str) -> tuple[str, ...]:
    """Return what stands in braces, in its order, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put the values in, in one pass; an empty one goes with the space before it.

    What no value is known for stays as it was typed.
    """
    filled = _WITH_SPACE.sub(lambda found: _value(found, values), text)
    return "\n".join(line.strip() for line in filled.split("\n")).strip()


def check(text: str, allowed: Mapping[str, str], required: Collection[str]) -> None:
    """Check a text against the placeholders of its place, which come with what they mean.

    Raises UserError ``placeholder_unknown`` (with those that are known, or
    ``placeholder_none_known``) or ``placeholder_missing``.
    """
    found = names_in(text)
    for name in found:
        if name not in allowed:
            if not allowed:
                raise UserError("placeholder_none_known", name=shorten(name, 40))
            known = ", ".join(f"{{{one}}}" for one in allowed)
            raise UserError("placeholder_unknown", name=shorten(name, 40), known=known)
    for name in required:
        if name not in found:
            raise UserError("placeholder_missing", name=f"{{{name}}}", meaning=allowed[name])


def parts_of(text: str) -> tuple[str, ...]:
    """Return the parts of a text that is several: "Name | Telefon" are two heads of a table."""
    return tuple(part.strip() for part in text.split(BETWEEN))


def check_parts(text: str, shipped: str, title: str) -> None:
    """Check that as many parts are there as the paper has places for; one may be left empty.

    Raises UserError ``text_parts``, or ``value_too_long`` for a part that is longer than a line.
    """
    found, wanted = parts_of(text), parts_of(shipped)
    if len(found) != len(wanted):
        raise UserError("text_parts", title=title, count=len(wanted), shipped=shipped)
    if any(len(part) > LINE_MOST for part in found):
        raise UserError("value_too_long", field=title, most=LINE_MOST)


def fits(text: str, allowed: Collection[str], parts: int = 1) -> bool:
    """Return whether a text has its parts and no placeholder that is not filled at its place."""
    has_parts = parts == 1 or len(parts_of(text)) == parts
    return has_parts and set(names_in(text)) <= set(allowed)


def plain_hints(text: str) -> tuple[str, ...]:
    """Return what would make a text easier to read; it is a proposal and never a refusal."""
    return tuple(_hints(text))


def _hints(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        count = len(sentence.split())
        if count > MOST_WORDS:
            begin = shorten(" ".join(sentence.split()), 40)
            yield f"„{begin}“ hat {count} Wörter; bis {MOST_WORDS} liest sich ein Satz leicht."
    for found in dict.fromkeys(_SHORT.findall(text)):
        yield f"Die Abkürzung „{found}“ liest sich ausgeschrieben leichter."
    if _ASKED.search(text):
        yield "Statt „wird gebeten“ klingt „Bitte …“ freundlicher und ist leichter."


def _value(found: re.Match[str], values: Mapping[str, str]) -> str:
    space, name = found[1], found[2]
    if name not in values:
        return found[0]
    return f"{space}{values[name]}" if values[name] else ""
