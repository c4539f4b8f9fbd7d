"""Names in a narrow place: first smaller, then with initials, never cut without a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kitadesk.handouts.kit.page import Room
from kitadesk.handouts.kit.styles import Style
from kitadesk.handouts.kit.text import Line, safe_text, shortened_line, single_line

_LONGEST_NAME = 200
_PARTS = re.compile(r"[^\s-]+|[\s-]+")


def initials(name: str) -> Iterator[str]:
    """Shorter ways to write a name, longest first: "Anna-Lena M. K.", "Anna-L. M. K." …

    Words become initials from the last to the second; the first word, which people are called by,
    goes last, and a single word never.
    """
    parts = _PARTS.findall(" ".join(name.split()))
    words = [at for at, part in enumerate(parts) if part[0] not in " -" and len(part) > 2]
    for at in (*reversed(words[1:]), *words[: len(words) > 1]):
        parts[at] = f"{parts[at][0]}."
        yield "".join(parts)


def fitted_name(
    name: str, style: Style, width: float, least: float, room: Room
) -> tuple[Line, Style, bool]:
    """A name on one line: smaller down to `least` points, then with initials, then with "…".

    Whatever does not stand there in full is noted, so that *Vor dem Drucken* can say it; True says
    that even initials did not help.
    """
    safe = " ".join(safe_text(name).split())
    if len(safe) <= _LONGEST_NAME:
        size = _size_for(safe, style, width, least)
        if size is not None:
            return single_line(safe, style.face, size), style.sized(size), False
        for shorter in initials(safe):
            size = _size_for(shorter, style, width, least)
            if size is not None:
                room.notes.shortened.append(name)
                return single_line(shorter, style.face, size), style.sized(size), False
    room.notes.shortened.append(name)
    return shortened_line(safe, style.face, least, width)[0], style.sized(least), True


def _size_for(name: str, style: Style, width: float, least: float) -> float | None:
    """The largest size, not under `least`, in which the name has room; None if there is none."""
    whole = single_line(name, style.face, style.size).width
    if whole <= width:
        return style.size
    size = style.size * width / whole * 0.999
    return size if size >= least else None
