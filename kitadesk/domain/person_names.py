"""Names of people out of one cell: "Anna u. Peter Müller", "Müller, Anna", "Fr. Müller"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kitadesk.base.text import fold
from kitadesk.domain.people import Salutation


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as typed; a salutation only where the list gives one, the title stands apart."""

    first_name: str
    last_name: str
    salutation: Salutation = Salutation.NONE
    title: str = ""


@dataclass(frozen=True, slots=True)
class ParentNames:
    """The people of one cell, whether it says that they live apart, and what was left over."""

    people: tuple[PersonName, ...]
    live_apart: bool = False
    left_over: str = ""


_PARTICLES = frozenset(
    {"von", "vom", "van", "zu", "zum", "zur", "de", "del", "della", "di", "da", "dos", "du"}
    | {"der", "den", "dem", "la", "le", "el", "al", "ibn", "bin", "abu", "ter", "ten", "af"}
)
_APART = re.compile(
    r"\b(?:eltern\s+)?(?:leben\s+)?getrennt(?:\s*lebend)?(?:e\s+eltern)?\b|\bgeschieden\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\balleinerziehend\b|\ballein(?:iges)?\s+sorgerecht\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_AND = re.compile(r"\s*(?:\s(?:u\.?|und|sowie|et)\s|[&+/;|\n])\s*", re.IGNORECASE)
_ROLE = re.compile(
    r"^\s*(?:mutter|vater|mama|papa|eltern|sorgeberechtigte[rn]?|km|kv|m|v)\s*[.:]\s*",
    re.IGNORECASE,
)
_FAMILY = re.compile(r"^\s*(?:familie|fam\.?|eheleute|ehepaar)\s+", re.IGNORECASE)
_SALUTATION = re.compile(r"(?<!\w)(?P<word>frau|fr\.|herrn?|hr\.|hrn\.)(?!\w)\s*", re.IGNORECASE)
_TITLE = re.compile(
    r"(?<!\w)(?:prof\.?|dr\.?|dipl\.-\w+\.?|med\.|phil\.|rer\.\s?nat\.)(?!\w)\s*", re.IGNORECASE
)
_NOBODY = frozenset(
    {"", "-", "–", "—", "?", "s.o.", "siehe oben", "unbekannt", "keine angabe", "k.a."}
)


def split_full_name(text: str, *, first_name_first: bool, last_hint: str = "") -> tuple[str, str]:
    """Return (last, first) of one full name; a comma stands behind the last name.

    Words like "von" belong to the last name. `last_hint`, the family's last name, decides where a
    last name of several words begins.
    """
    if "," in text:
        last, first = text.split(",", 1)
        return _line(last), _line(first.replace(",", " "))
    words = text.split()
    if len(words) < 2:
        return _line(text), ""
    hint = fold(last_hint).split()
    folded = [fold(word) for word in words]
    if hint and len(hint) < len(words):
        if folded[-len(hint) :] == hint:
            return " ".join(words[-len(hint) :]), " ".join(words[: -len(hint)])
        if folded[: len(hint)] == hint:
            return " ".join(words[: len(hint)]), " ".join(words[len(hint) :])
    if first_name_first:
        start = next((n for n, word in enumerate(folded[1:-1], 1) if word in _PARTICLES), -1)
        start = start if start > 0 else len(words) - 1
        return " ".join(words[start:]), " ".join(words[:start])
    end = 1
    while end < len(words) - 1 and folded[end - 1] in _PARTICLES:
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])


def read_parent_names(text: str, child_last_name: str) -> ParentNames:
    """Read all people of a cell; the child's last name decides what stays open otherwise.

    Only the words of the cell are used: no salutation, no partner and no custody is guessed.
    """
    live_apart = bool(_APART.search(text))
    asides = [_line(aside) for aside in _BRACKETS.findall(text)]
    left_over = ", ".join(a for a in asides if a and not (_APART.search(a) or _ALONE.search(a)))
    text = _ALONE.sub(" ", _APART.sub(" ", _BRACKETS.sub(" ", text)))
    if fold(text) in _NOBODY:
        return ParentNames((), live_apart, left_over)
    text, is_family = _FAMILY.sub("", text), bool(_FAMILY.match(text))
    parts = [part for part in _AND.split(f" {text} ") if part.strip(" ,.")]
    people: list[PersonName] = []
    for part in parts:
        people.extend(_people_of(part.strip(" ,"), child_last_name))
    if is_family and len(people) == 1 and not people[0].last_name:
        # "Fam. Müller" names nobody in particular.
        return ParentNames((), live_apart, _line(f"Familie {text} {left_over}"))
    filled = _fill_last_names(people, child_last_name)
    return ParentNames(tuple(filled), live_apart, left_over)


def _people_of(part: str, hint: str) -> list[PersonName]:
    """Read a part between two "und": one person, or several divided by commas."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    bare = [len(_bare(piece).split()) for piece in pieces]
    if len(pieces) < 2 or not all(bare):
        return [_one(part.replace(",", " "), hint)]
    if len(pieces) == 2 and _is_last_then_first(pieces, bare, hint):
        return [_comma_person(pieces[0], pieces[1])]
    if all(count >= 2 for count in bare) or (bare[0] == 1 and bare[-1] >= 2):
        return [_one(piece, hint) for piece in pieces]
    if len(pieces) % 2 == 0:
        pairs = zip(pieces[::2], pieces[1::2], strict=True)
        return [_comma_person(last, first) for last, first in pairs]
    return [_comma_person(pieces[0], first) for first in pieces[1:]]


def _is_last_then_first(pieces: Sequence[str], bare: Sequence[int], hint: str) -> bool:
    """Tell one person ("Müller, Anna Maria") from two ("Anna Müller, Peter Schmidt")."""
    ends_with_hint = bool(hint) and fold(pieces[1]).split()[-1:] == fold(hint).split()[-1:]
    if fold(_bare(pieces[0])) == fold(hint):
        return True
    first_word = fold(pieces[0]).partition(" ")[0]
    return (bare[0] == 1 and not (bare[1] >= 2 and ends_with_hint)) or (
        first_word in _PARTICLES or bare[1] == 1
    )


def _comma_person(last: str, first: str) -> PersonName:
    who = _one(first, "")
    family = _one(last, "")
    return PersonName(
        _bare(first),
        _bare(last),
        who.salutation if who.salutation is not Salutation.NONE else family.salutation,
        who.title or family.title,
    )


def _one(part: str, hint: str) -> PersonName:
    """Read one person; a single word is a first name, behind Frau or Herr it is the last name."""
    salutation = _salutation(part)
    title = _line(" ".join(found.group() for found in _TITLE.finditer(part)))
    name = _bare(part)
    words = name.split()
    if len(words) == 1:
        is_last = salutation is not Salutation.NONE or (bool(title) and fold(name) == fold(hint))
        return PersonName("" if is_last else name, name if is_last else "", salutation, title)
    last, first = split_full_name(name, first_name_first=True, last_hint=hint)
    return PersonName(first, last, salutation, title)


def _fill_last_names(people: Sequence[PersonName], hint: str) -> list[PersonName]:
    """Give people without a last name that of the next one, else of the one before.

    "Anna u. Peter Müller" and "Müller, Anna u. Peter"; a lonely "Anna" gets the child's. A single
    word that equals the child's last name is the last name.
    """
    filled = list(people)
    if len(filled) == 1 and hint and fold(filled[0].first_name) == fold(hint):
        return [replace(filled[0], first_name="", last_name=filled[0].first_name)]
    following = ""
    for n in range(len(filled) - 1, -1, -1):
        if not filled[n].last_name and following:
            filled[n] = replace(filled[n], last_name=following)
        following = filled[n].last_name
    before = ""
    for n, person in enumerate(filled):
        before = person.last_name or before
        if not person.last_name:
            filled[n] = replace(person, last_name=before or hint)
    return filled


def _salutation(part: str) -> Salutation:
    found = _SALUTATION.search(part)
    if not found:
        return Salutation.NONE
    return Salutation.FRAU if found["word"].lower().startswith("f") else Salutation.HERR


def _bare(part: str) -> str:
    return _line(_TITLE.sub(" ", _SALUTATION.sub(" ", _ROLE.sub("", part))))


def _line(text: str) -> str:
    return " ".join(text.split())
