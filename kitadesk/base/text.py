"""Text as people in Germany write, search and sort it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Word's soft break, form feed, NEL and the Unicode separators all mean "new line".
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls except tab and newline, surrogates, non-characters, bidi embeddings, overrides and
# isolates (they let text pretend to be another), zero-width space and byte order mark.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff]"
)
# Letters without a Unicode decomposition, and typographic twins.
_TWINS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
        "ħ": "h", "ŧ": "t", "ə": "e", "ŋ": "n", "ĸ": "k", "ɖ": "d",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "′": "'", "`": "'", "´": "'",
        "‐": "-", "–": "-", "—": "-", "−": "-", "ـ": "",
    }
)  # fmt: skip
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_IGNORED_IN_SORTING = re.compile(r"['\".,()„“”«»]")


def clean(text: str) -> str:
    """Return the text as typed, in NFC, without what no one can type and no paper can print.

    Out go control characters, bidi overrides and lone surrogates; tabs stay, every kind of line
    break becomes a newline.
    """
    if _is_plain(text):
        return text
    return unicodedata.normalize("NFC", _UNWANTED.sub("", _LINE_BREAK.sub("\n", text)))


def fold(text: str) -> str:
    """Return the form in which search compares: no case, no marks, ß as ss, ł as l, one space.

    "Müller", "MÜLLER" and "muller" meet here; "mueller" meets them through `fold_variants`.
    """
    if _is_plain(text):
        plain = text.lower().replace("`", "'")
    else:
        plain = _strip_marks(_strip_marks(clean(text)).casefold()).translate(_TWINS)
    return " ".join(plain.split())


def fold_variants(text: str) -> tuple[str, ...]:
    """Return every folded form of a text, the plain one first: Müller → muller, mueller.

    Store all of them and look for all of them: a hit is any form of the query in any stored form.
    """
    folded = fold(text)
    if _is_plain(text):
        return (folded,)
    spelled_out = fold(clean(text).casefold().translate(_SPELLED_OUT))
    return (folded,) if spelled_out == folded else (folded, spelled_out)


@lru_cache(maxsize=4096)  # the same names and groups come again and again in a list
def sort_key(text: str) -> str:
    """Return the key of DIN 5007-1 (ä like a, ß like ss), for plain comparison of code points.

    Hyphens count as spaces, apostrophes and brackets not at all; texts that are equal so far are
    ordered by how they are written, so the order never depends on chance.
    """
    primary = _IGNORED_IN_SORTING.sub("", fold(text).replace("-", " "))
    return f"{' '.join(primary.split())}\t{clean(text)}"


def plural(n: int, one: str, many: str) -> str:
    """Return the number with its noun: "1 Kind", "0 Kinder", "1.200 Kinder"."""
    number = f"{n:,}".replace(",", ".")
    return f"{number} {one if n == 1 else many}"


def and_list(items: Sequence[str], *, word: str = "und") -> str:
    """Join as one says it: "Mia, Ole und Jonas"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def shorten(text: str, most: int) -> str:
    """Return the text on one line with at most `most` characters, cut at a word where possible."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: max(most - 1, 0)]
    if line[len(head)] != " ":
        at_word = head.rfind(" ")
        # A cut in the last word loses little; far ahead of the limit it would lose too much.
        head = head[:at_word] if at_word >= most // 2 else head
    return head.rstrip(" ,;:–-\u200d\u200c") + "…"


def initials(name: str) -> str:
    """Return first letters of the first and the last word, for a badge: Mia von Berg → MB."""
    letters = [
        next((char for char in word if char.isalnum()), "")
        for word in unicodedata.normalize("NFC", clean(name)).split()
    ]
    found = [letter.upper()[:1] for letter in letters if letter]
    return "".join(found[:1] + found[1:][-1:])


def _is_plain(text: str) -> bool:
    """Return whether all is printable ASCII: two of three texts, and an import has 100,000s."""
    return text.isascii() and text.isprintable()


def _strip_marks(text: str) -> str:
    """Decompose and drop marks (Mn) and invisible format characters (Cf)."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if unicodedata.category(char) not in ("Mn", "Cf"))
