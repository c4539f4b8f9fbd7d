"""The sentences of the papers: shipped in `resources/handouts/texts`, changed by the office.

A paper asks for a sentence by its key, "slip.yes" (file and name), and gives its placeholders by
their German names, because people who edit the texts read them. Keys are written out where they
are asked for, so that a test finds every one that is missing, left over or filled differently.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.domain.paper_texts import (
    LINE_MOST,
    SENTENCES_MOST,
    fill,
    fits,
    names_in,
    parts_of,
)

GROUPS = (
    "family_letter",
    "invitation_form",
    "letter_form",
    "slip",
    "return_list",
    "event_box",
    "postponement",
    "child_letter",
    "agenda",
    "minutes",
    "minutes_public",
    "group_list",
    "attendance_list",
    "child_care",
    "sign_up",
    "qr_code",
    "evaluation",
    "poster",
    "event_text",
    "consent_form",
    "consent_overview",
    "consent_revocation",
    "transition_lists",
    "school_starters",
    "starters_for_school",
    "transition_matrix",
    "year_calendar",
    "group_work",
    "house_dates",
    "today_page",
    "body_list",
    "telephone_list",
    "sheets",
    "common",
)
"""The files in the order in which the settings list them."""
_PLACEHOLDERS = "placeholders"
_WORDS = ("title", "where", "text")
_LISTS = ("placeholders", "required")
_SIGNS = ("one_line", "parts")
COUNTED = "anzahl"
"""The placeholder of a number; `Texts.counted` fills it."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name that a text may hold, what it stands for, and an invented example."""

    name: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class PaperText:
    """One shipped sentence or block: how the office calls it, where it stands, what it says.

    `parts` counts those of a text that is several, like the heads of a table; `caution` is what
    the office should know before it changes a text that has legal weight.
    """

    key: str
    title: str
    where: str
    text: str
    placeholders: tuple[Placeholder, ...] = ()
    required: tuple[str, ...] = ()
    one_line: bool = False
    parts: int = 1
    caution: str = ""

    @property
    def allowed(self) -> dict[str, str]:
        """The names that may stand in braces, with what they mean."""
        return {one.name: one.meaning for one in self.placeholders}

    @property
    def examples(self) -> dict[str, str]:
        """An invented value for each placeholder."""
        return {one.name: one.example for one in self.placeholders}

    @property
    def most(self) -> int:
        """How many characters have room."""
        return LINE_MOST * self.parts if self.one_line else SENTENCES_MOST

    def can_print(self, own: str) -> bool:
        """Return whether a text of the office has the parts and placeholders of this place."""
        return fits(own, self.allowed, self.parts)


@dataclass(frozen=True, slots=True)
class TextGroup:
    """The texts of one file: its heading, the ids of the papers they stand on."""

    name: str
    title: str
    papers: tuple[str, ...]
    texts: tuple[PaperText, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """What the papers of one house say: its own texts by key, and the shipped ones for the rest.

    A text of the office that holds a placeholder which its place no longer fills, or has not the
    parts that its place has, is not printed: the shipped one is, and the settings say so.
    """

    own: tuple[tuple[str, str], ...] = ()
    _printed: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Choose once for a run which of the own texts can be printed."""
        known = _by_key() if self.own else {}
        fitting = {
            key: text for key, text in self.own if key not in known or known[key].can_print(text)
        }
        object.__setattr__(self, "_printed", fitting)

    def say(self, key: str, **values: str) -> str:
        """Return a text with its placeholders filled; the key is written out at each call."""
        return fill(self._text(key), values)

    def parts(self, key: str) -> tuple[str, ...]:
        """Return a text that is several, as the heads of a table are; none has a placeholder."""
        return parts_of(self._text(key))

    def counted(self, key: str, number: int) -> str:
        """Return the words for one or for another number of something: "1 Kind", "4 Kinder"."""
        one, many = parts_of(self._text(key))
        return fill(one if number == 1 else many, {COUNTED: str(number)})

    def with_own(self, key: str, text: str) -> Texts:
        """Return the same with another text at one place."""
        kept = tuple(pair for pair in self.own if pair[0] != key)
        return replace(self, own=(*kept, (key, text)))

    def _text(self, key: str) -> str:
        return self._printed.get(key) or shipped_text(key).text


SHIPPED = Texts()
"""Only what is shipped: samples, and forms that are printed without a data file."""


@cache
def text_groups() -> tuple[TextGroup, ...]:
    """Return every shipped text; raises UserError ``rules_file_wrong`` naming what is wrong."""
    folder = resources_dir() / "handouts" / "texts"
    known = read_placeholders(_content(folder, _PLACEHOLDERS), _file(_PLACEHOLDERS))
    return tuple(read_group(name, _content(folder, name), known) for name in GROUPS)


def shipped_text(key: str) -> PaperText:
    """Return a shipped text; raises KeyError for a key that no file has."""
    return _by_key()[key]


def read_placeholders(content: bytes, file: str) -> Mapping[str, Placeholder]:
    """Read what the placeholders mean; raises UserError ``rules_file_wrong``."""
    known = {}
    for name, found in _table(content, file).items():
        if not isinstance(found, dict) or found.keys() != {"meaning", "example"}:
            raise _wrong(file, name, found)
        meaning, example = (_word(found[part], f"{name}.{part}", file) for part in found)
        known[name] = Placeholder(name, meaning, example)
    return known


def read_group(name: str, content: bytes, known: Mapping[str, Placeholder]) -> TextGroup:
    """Read one file of texts; raises UserError ``rules_file_wrong`` naming file and field."""
    file = _file(name)
    table = _table(content, file)
    title = _word(table.pop("title", None), "title", file)
    papers = _words(table.pop("papers", None), "papers", file)
    texts = tuple(_read_text(f"{name}.{key}", found, known) for key, found in table.items())
    if not texts:
        raise _wrong(file, "text", "")
    return TextGroup(name, title, papers, texts)


@cache
def _by_key() -> Mapping[str, PaperText]:
    return {text.key: text for group in text_groups() for text in group.texts}


def _read_text(key: str, found: object, known: Mapping[str, Placeholder]) -> PaperText:
    group, name = key.split(".")
    file = _file(group)
    if not isinstance(found, dict) or not found.keys() <= {*_WORDS, *_LISTS, *_SIGNS, "caution"}:
        raise _wrong(file, name, found)
    title, where, text = (_word(found.get(part), f"{name}.{part}", file) for part in _WORDS)
    allowed, required = (_words(found.get(part, []), f"{name}.{part}", file) for part in _LISTS)
    is_line, has_parts = (_sign(found.get(part, False), f"{name}.{part}", file) for part in _SIGNS)
    caution = _word(found["caution"], f"{name}.caution", file) if "caution" in found else ""
    for one in (*names_in(text), *required, *allowed):
        if one not in allowed or one not in known:
            raise _wrong(file, f"{name}.placeholders", one)
    placeholders = tuple(known[one] for one in allowed)
    return PaperText(
        key, title, where, text, placeholders, required,
        one_line=is_line, parts=len(parts_of(text)) if has_parts else 1, caution=caution,
    )  # fmt: skip


def _content(folder: Path, name: str) -> bytes:
    return (folder / _file(name)).read_bytes()


def _file(name: str) -> str:
    return f"{name}.de.toml"


def _table(content: bytes, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise _wrong(file, "TOML", str(error)) from error


def _word(found: object, field: str, file: str) -> str:
    if not isinstance(found, str) or not found.strip():
        raise _wrong(file, field, found)
    return found.strip()


def _sign(found: object, field: str, file: str) -> bool:
    if not isinstance(found, bool):
        raise _wrong(file, field, found)
    return found


def _words(found: object, field: str, file: str) -> tuple[str, ...]:
    if not isinstance(found, list):
        raise _wrong(file, field, found)
    return tuple(_word(one, field, file) for one in found)


def _wrong(file: str, field: str, found: object) -> UserError:
    return UserError("rules_file_wrong", file=file, field=field, found=found)
