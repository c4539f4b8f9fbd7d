"""Visiting cards (vCard 2.1, 3.0 and 4.0) into plain values, and back into a file of 3.0.

Own small tokenizer: the library at hand takes seconds for a line of 56 bytes and for a photo of
some megabytes (safety.md 2f). Every step here walks through the text once. What is no text (photos,
keys, sounds) and lines of any other length are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from quopri import decodestring

from kitadesk.base.text import clean
from kitadesk.domain.people import ContactKind

MOST_CARDS = 20_000
_LONGEST_LINE = 4096
_LONGEST_FOLDED = 75
_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_LINE_END = re.compile("\r\n|\r|\n")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_URI = re.compile(r"^(?:tel|mailto):", re.IGNORECASE)
_CHARSETS = {"utf-8", "utf8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "cp1252"}


@dataclass(frozen=True, slots=True)
class CardWay:
    """A number or address of a card."""

    kind: ContactKind
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says about a person or an institution; parts of a name may be missing."""

    last_name: str = ""
    first_name: str = ""
    title: str = ""
    full_name: str = ""
    organization: str = ""
    unit: str = ""
    function: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    note: str = ""
    ways: tuple[CardWay, ...] = ()

    def values(self, kind: ContactKind) -> tuple[str, ...]:
        """Return the numbers or addresses of one kind."""
        return tuple(way.value for way in self.ways if way.kind is kind)


@dataclass(frozen=True, slots=True)
class _Property:
    """One line of a card: NAME, its parameters in capitals, the raw value."""

    name: str
    params: dict[str, str]
    value: str


@dataclass(slots=True)
class _Draft:
    """The properties of the card that is being read."""

    found: dict[str, list[_Property]] = field(default_factory=dict)

    def add(self, one: _Property) -> None:
        self.found.setdefault(one.name, []).append(one)

    def parts(self, name: str) -> list[str]:
        """Return the parts of a structured value such as N or ADR; the first property counts."""
        first = next(iter(self.found.get(name, ())), None)
        return [] if first is None else [_plain(part) for part in _split(_text(first))]

    def text(self, name: str) -> str:
        first = next(iter(self.found.get(name, ())), None)
        return "" if first is None else _plain(_text(first))


@dataclass(slots=True)
class _Reader:
    """Puts properties into cards; `depth` counts the cards inside of the one that is read."""

    cards: list[Card] = field(default_factory=list)
    draft: _Draft | None = None
    depth: int = 0
    is_agent: bool = False

    def take(self, one: _Property) -> None:
        """Take the next property; a card that begins without an AGENT before it is a new one."""
        mark = (one.name, one.value.strip().upper())
        if mark == ("BEGIN", "VCARD"):
            if self.draft is not None and self.is_agent:
                self.depth += 1
            elif not self.depth:
                self.finish()
                self.draft = _Draft()
        elif mark == ("END", "VCARD"):
            if self.depth:
                self.depth -= 1
            else:
                self.finish()
        elif self.draft is not None and not self.depth and one.name != "AGENT":
            self.draft.add(one)
        self.is_agent = one.name == "AGENT"

    def finish(self) -> None:
        """End the card that is being read; one without any property is none."""
        if self.draft is not None and self.draft.found:
            self.cards.append(_card(self.draft))
        self.draft, self.depth = None, 0


def read_cards(text: str) -> tuple[Card, ...]:
    """Return the cards of a file in their order, at most `MOST_CARDS`; broken lines are skipped.

    A card without END ends where the next one begins; cards inside of cards are left out.
    """
    reader = _Reader()
    for one in _properties(text):
        reader.take(one)
        if len(reader.cards) >= MOST_CARDS:
            break
    else:
        reader.finish()
    return tuple(reader.cards)


def write_cards(cards: Iterable[Card]) -> str:
    """Return the cards as vCard 3.0: escaped, folded at 75 bytes, lines ending in CRLF."""
    lines: list[str] = []
    for card in cards:
        lines += ["BEGIN:VCARD", "VERSION:3.0", *_lines_of(card), "END:VCARD"]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _lines_of(card: Card) -> Iterator[str]:
    name = (card.last_name, card.first_name, "", card.title, "")
    spoken = " ".join(part for part in (card.title, card.first_name, card.last_name) if part)
    yield "N:" + ";".join(map(_escaped, name))
    yield "FN:" + _escaped(card.full_name or spoken or card.organization)
    if card.organization:
        parts = (card.organization, card.unit) if card.unit else (card.organization,)
        yield "ORG:" + ";".join(map(_escaped, parts))
    if card.function:
        yield "TITLE:" + _escaped(card.function)
    for way in card.ways:
        yield _WAY_NAMES[way.kind] + ":" + _escaped(way.value)
    if card.street or card.postcode or card.town:
        address = ("", "", card.street, card.town, "", card.postcode, "")
        yield "ADR;TYPE=WORK:" + ";".join(map(_escaped, address))
    if card.note:
        yield "NOTE:" + _escaped(card.note)


_WAY_NAMES = {
    ContactKind.PHONE: "TEL;TYPE=WORK,VOICE",
    ContactKind.MOBILE: "TEL;TYPE=CELL",
    ContactKind.FAX: "TEL;TYPE=FAX",
    ContactKind.EMAIL: "EMAIL;TYPE=INTERNET",
    ContactKind.WEB: "URL",
}


def _escaped(text: str) -> str:
    escaped = clean(text).replace("\\", "\\\\").replace("\n", "\\n")
    return escaped.replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> Iterator[str]:
    """Cut a line so that no part has more than 75 bytes, and no letter is cut in two."""
    part, room = "", _LONGEST_FOLDED
    for char in line:
        size = len(char.encode())
        if size > room:
            yield part
            part, room = " ", _LONGEST_FOLDED - 1
        part += char
        room -= size
    yield part


def _properties(text: str) -> Iterator[_Property]:
    """Return every property; continued lines are joined, those of pictures skipped unread."""
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    place = 0
    while place < len(lines):
        parts, place = [lines[place]], place + 1
        is_skipped = _name_of(parts[0]) in _BINARY
        is_quoted = _is_quoted_printable(parts[0])
        length = len(parts[0])
        while place < len(lines):
            following = lines[place]
            if following[:1] in (" ", "\t"):
                following = following[1:]
            elif is_quoted and parts[-1].endswith("="):
                parts[-1] = parts[-1][:-1]
            else:
                break
            place += 1
            length += len(following)
            if not is_skipped and length <= _LONGEST_LINE:
                parts.append(following)
            elif is_quoted:
                parts[-1] = parts[-1].rstrip("=") + ("=" if following.endswith("=") else "")
        if not is_skipped and length <= _LONGEST_LINE and (one := _property("".join(parts))):
            yield one


def _name_of(line: str) -> str:
    """Return the name of a property without its group: "item1.TEL;TYPE=WORK:…" is TEL."""
    head = re.split("[;:]", line[:60], maxsplit=1)[0]
    return head.rpartition(".")[2].strip().upper()


def _is_quoted_printable(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line[:200].partition(":")[0].upper()


def _property(line: str) -> _Property | None:
    """Split a line at the first colon outside of quotation marks; None where there is none."""
    is_quoted = False
    for place, char in enumerate(line):
        if char == '"':
            is_quoted = not is_quoted
        elif char == ":" and not is_quoted:
            return _Property(_name_of(line), _params(line[:place]), line[place + 1 :])
    return None


def _params(head: str) -> dict[str, str]:
    """Return the parameters; those without a name are kinds, as 2.1 writes them: TEL;WORK;VOICE."""
    params: dict[str, str] = {}
    kinds: list[str] = []
    for part in head.split(";")[1:]:
        name, equals, value = part.partition("=")
        value = value.strip(' "').upper()
        if not equals:
            kinds.append(name.strip().upper())
        elif name.strip().upper() == "TYPE":
            kinds.append(value)
        else:
            params[name.strip().upper()] = value
    params["TYPE"] = ",".join(kinds)
    if "QUOTED-PRINTABLE" in params["TYPE"]:
        params["ENCODING"] = "QUOTED-PRINTABLE"
    return params


def _text(one: _Property) -> str:
    """Return the value as text: quoted-printable in its character set; base64 is no text."""
    encoding = one.params.get("ENCODING", "")
    if encoding == "QUOTED-PRINTABLE":
        charset = one.params.get("CHARSET", "UTF-8").lower()
        raw = decodestring(one.value.encode("utf-8", "replace"))
        if charset not in _CHARSETS:
            charset = "utf-8"
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            return raw.decode("cp1252", errors="replace")
    return "" if encoding in {"B", "BASE64"} else one.value


def _split(text: str) -> list[str]:
    """Split a structured value at its semicolons, not at escaped ones."""
    parts, start, place = [], 0, 0
    while place < len(text):
        if text[place] == "\\":
            place += 1
        elif text[place] == ";":
            parts.append(text[start:place])
            start = place + 1
        place += 1
    return [*parts, text[start:]]


def _plain(text: str) -> str:
    """Undo the escapes: backslash and n are a new line, other letters stand for themselves."""
    return clean(_ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)).strip()


def _card(draft: _Draft) -> Card:
    name = [*draft.parts("N"), "", "", "", "", ""]
    first_names = " ".join(part for part in name[1:3] if part)
    organization = [*draft.parts("ORG"), "", ""]
    address = [*draft.parts("ADR"), *[""] * 7]
    return Card(
        last_name=name[0],
        first_name=first_names,
        title=name[3],
        full_name=draft.text("FN"),
        organization=organization[0],
        unit=organization[1],
        function=draft.text("TITLE") or draft.text("ROLE"),
        street=address[2],
        postcode=address[5],
        town=address[3],
        note=draft.text("NOTE"),
        ways=tuple(_ways(draft)),
    )


def _ways(draft: _Draft) -> Iterator[CardWay]:
    for one in draft.found.get("TEL", ()):
        kinds = one.params["TYPE"]
        kind = ContactKind.PHONE
        if "CELL" in kinds or "MOBILE" in kinds:
            kind = ContactKind.MOBILE
        elif "FAX" in kinds:
            kind = ContactKind.FAX
        if value := _URI.sub("", _plain(_text(one))):
            yield CardWay(kind, value)
    for name, kind in (("EMAIL", ContactKind.EMAIL), ("URL", ContactKind.WEB)):
        for one in draft.found.get(name, ()):
            if value := _URI.sub("", _plain(_text(one))):
                yield CardWay(kind, value)
