"""Where a word that is wider than its line may be divided: at syllables, after "-", "/" and "@".

The patterns are those of TeX's German hyphenation (the second part of the dictionary that pyphen
carries); they are read here, because pyphen itself takes a second for its 78,000 lines.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

LONGEST_WORD = 60
"""Letters; what is longer is no word, and is broken anywhere."""
_LEAST_BEFORE, _LEAST_AFTER = 3, 3
_GERMAN = re.compile("[(„“\"']*([A-Za-zÄÖÜäöüßéèáàâêôëï]+)[.,;:!?)“”\"']*")
_SEPARATORS = "-/@._–"
_DIGITS = str.maketrans("", "", "0123456789")
_EXCEPTIONS = {"tagesstätt": (2, 5), "tagespfleg": (2, 5)}
"""Parts of words and where they are divided, from the beginning of the part."""


@lru_cache(maxsize=2048)
def places(word: str) -> tuple[tuple[int, str], ...]:
    """Places to divide a word, from left to right, each with what is written there: "-" or ""."""
    if len(word) > LONGEST_WORD:
        return ()
    separated = {at + 1: "" for at, sign in enumerate(word[:-1]) if sign in _SEPARATORS and at}
    match = _GERMAN.fullmatch(word)
    if match is not None:
        start = match.start(1)
        separated.update({start + at: "-" for at in _syllables(match[1])})
    return tuple(sorted(separated.items()))


def _syllables(word: str) -> tuple[int, ...]:
    """Liang's algorithm: the highest digit of all patterns at a place decides, odd divides."""
    text = f".{word.lower()}."
    patterns, longest = _patterns()
    values = [0] * (len(text) + 1)
    for start in range(len(text)):
        for end in range(start + 1, min(start + longest, len(text)) + 1):
            pattern = patterns.get(text[start:end])
            if pattern:
                for at, digit in _digits(pattern):
                    values[start + at] = max(values[start + at], digit)
    for part, good in _EXCEPTIONS.items():
        begin = text.find(part)
        if begin >= 0:
            values[begin + 1 : begin + len(part)] = [0] * (len(part) - 1)
            for at in good:
                values[begin + at] = 9
    last = len(word) - _LEAST_AFTER
    return tuple(at for at in range(_LEAST_BEFORE, last + 1) if values[at + 1] % 2)


def _digits(pattern: str) -> list[tuple[int, int]]:
    """The digits of "a1bc2d" and before which letter they stand: [(1, 1), (3, 2)]."""
    found, letters = [], 0
    for char in pattern:
        if char.isdecimal():
            found.append((letters, int(char)))
        else:
            letters += 1
    return found


@cache
def _patterns() -> tuple[dict[str, str], int]:
    """The patterns by their letters, and how long the longest is; read once."""
    source = files("pyphen") / "dictionaries" / "hyph_de_DE.dic"
    _, _, second = source.read_text("latin-1").partition("NEXTLEVEL")
    lines = (line.strip() for line in second.splitlines())
    patterns = {line.translate(_DIGITS): line for line in lines if line and line[0] not in "%#"}
    return patterns, max(map(len, patterns))
