"""Which letters the bytes of a text file stand for: a mark, UTF-8, or the code page that fits best.

Files of an office name no code page. Detectors made for running text (charset-normalizer was
tried) take lists of names from a Mac or from DOS for Icelandic or Baltic, so the few code pages
that reach a German Kita are compared by what they make of each letter.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import islice

ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("cp1252", "Windows, westlich"),
    ("cp1250", "Windows, osteuropäisch"),
    ("cp1254", "Windows, türkisch"),
    ("mac_roman", "Mac, ältere Programme"),
    ("cp850", "DOS, „CSV (MS-DOS)“"),
)
"""What a person may choose where the letters look wrong, each with its German name."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp1252", "cp1250", "cp1254", "cp850", "mac_roman")
"""In this order: of two that fit alike, the first is taken."""
_HIGH = re.compile(rb"[\x80-\xff]")
_MOST_LETTERS = 4000
_AROUND = 1
"""A letter is judged by its two neighbours."""

_GERMAN = frozenset("äöüÄÖÜß")
_USUAL = frozenset(
    "éèêëáàâíîïóòôúùûçñÉÁÀÇÍÓÚ"  # French, Spanish, Portuguese, Italian
    "ąćęłńśźżĄĆĘŁŃŚŹŻ"  # Polish
    "čďěňřšťůýžČĎĚŇŘŠŤŮÝŽľĽĺŕőűŐŰ"  # Czech, Slovak, Hungarian
    "şğıŞİ"  # Turkish
)
_SIGNS = frozenset("„“”‚‘’–—…«»€§°´ ")
_VOWELS = frozenset("aeiouyæøœı")


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """Return text and the encoding that was taken; an encoding given by the person comes first.

    Order: byte order mark, NUL pattern (UTF-16 without a mark), UTF-8 (lone surrogates are let
    through and cleaned away later), then the code page whose letters fit best.
    """
    if encoding:
        return data.decode(encoding, errors="replace"), encoding
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, errors="replace"), name
    if wide := _utf16_without_mark(data[:4096]):
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8", errors="surrogatepass"), "utf-8"
    except UnicodeDecodeError:
        name = _best_code_page(data)
        return data.decode(name, errors="replace"), name


def _best_code_page(data: bytes) -> str:
    """Return the candidate that makes the most likely letters of the bytes beyond ASCII."""
    places = [found.start() for found in islice(_HIGH.finditer(data), _MOST_LETTERS)]
    around = [data[max(at - _AROUND, 0) : at + _AROUND + 1] for at in places]
    scores = {
        name: sum(
            _likeness(piece.decode(name, errors="replace"), min(at, _AROUND))
            for at, piece in zip(places, around, strict=True)
        )
        for name in _CANDIDATES
    }
    return max(_CANDIDATES, key=lambda name: scores[name])


def _likeness(piece: str, at: int) -> int:
    """Say how likely a letter is between its neighbours: 3 German, 2 usual, down to −4."""
    letter, before, after = piece[at], piece[:at], piece[at + 1 :]
    is_inside = before.isalpha() and after.isalpha()
    if letter in _SIGNS:
        return -2 if is_inside else 1
    if not letter.isalpha() or letter in "ªºµ":
        return -4
    if letter.isupper() and before.isalpha() and (before + after).upper() != before + after:
        return -3
    worth = 3 if letter in _GERMAN else 2 if letter in _USUAL else 1
    if letter.islower() and not before.isalpha():
        worth -= 2  # Names begin with a capital.
    return worth if _fits(letter, before, after) else worth - 2


def _fits(letter: str, before: str, after: str) -> bool:
    """Tell whether vowels and consonants take turns as in the languages that write the letter."""
    if letter == "ß":
        return _is_vowel(before) and after not in {"r", "ß"}
    if letter in "ñÑ":
        return _is_vowel(after)
    if letter in "ńŃ":
        return not _is_vowel(after)
    if not after.isalpha():
        return True
    kind = _is_vowel(letter)
    if not before.isalpha():
        return not (kind and _is_vowel(after))
    return not (_is_vowel(before) == kind and _is_vowel(after) == kind)


def _is_vowel(letter: str) -> bool:
    return bool(letter) and unicodedata.normalize("NFKD", letter)[0].lower() in _VOWELS


def _utf16_without_mark(head: bytes) -> str:
    """Every second byte of Latin UTF-16 is NUL; in other scripts at least blanks and digits are."""
    odd, even = head[1::2].count(0), head[0::2].count(0)
    most, least = max(odd, even), min(odd, even)
    if most * 20 < len(head) or least * 10 > most:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"
