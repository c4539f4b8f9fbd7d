"""Texts on their way into a spreadsheet and back: nothing that Excel would run as a formula."""

from __future__ import annotations

import re

from kitadesk.base.text import clean

_STARTS_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""A formula, or a text that looks like a disarmed one: it needs a mark more to come back."""
_HARMLESS = re.compile(r"[\d+\-/(). ]+")


def disarmed(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula; numbers stay as they are."""
    text = clean(text)
    if _STARTS_FORMULA.match(text) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def rearmed(text: str) -> str:
    """Return the text as it was before `disarmed`: our own list comes back as it went."""
    bare = text.removeprefix("'")
    return bare if bare != text and disarmed(bare) == text else text
