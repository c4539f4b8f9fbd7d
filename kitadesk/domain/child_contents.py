"""Guesses from its contents what a column without a header holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kitadesk.base.text import fold
from kitadesk.domain.child_fields import NAME_FIELDS, Field
from kitadesk.domain.sheet import Cell, Rows, cell_text

_SAMPLE = 300
# More than half of the filled cells have to look the part.
_SHARE = 0.6
# Full names are taken for such where every third has a usual first name at one end.
_FULL_NAMES = 0.3
_HANDFUL = 12
# Of ten children one has a usual name; a bill of fare has none.
_LEAST_FIRST_NAMES = 0.1
_DATE = re.compile(r"\*?\s*\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})$|\d{4}-\d{2}-\d{2}$")
_EMAIL = re.compile(r"\S+@\S+\.\S+$")
_PHONE = re.compile(r"\+?[\d\s()/.-]{6,24}$")
_POSTCODE = re.compile(r"\d{5}$")
_STREET = re.compile(r"[^\d,;]{2,}\s\d{1,4}\s?[a-zA-Z]?(?:[-/]\d+)?$")
_ADDRESS = re.compile(r".+\d.*[,;\n]?\s\d{5}\s\D{2,}$")
_PARENTS = re.compile(r"\s(?:u\.?|und|&|\+)\s|\S\s*/\s*\S")
_NAME = re.compile(r"[^\W\d_][^\d@;/]*$")
_COMMA_NAME = re.compile(r"[^\W\d_][^,\d@]*,\s*[^\W\d_][^,\d@]*$")

_PATTERNS = (
    (Field.BIRTH_DATE, _DATE),
    (Field.EMAIL, _EMAIL),
    (Field.POSTCODE, _POSTCODE),
    (Field.PHONE, _PHONE),
    (Field.ADDRESS, _ADDRESS),
    (Field.STREET, _STREET),
    (Field.PARENTS, _PARENTS),
    (Field.FULL_NAME, _COMMA_NAME),
)

_SECOND = {
    Field.PHONE: Field.PHONE_2,
    Field.EMAIL: Field.EMAIL_2,
    Field.ADDRESS: Field.ADDRESS_2,
    Field.STREET: Field.STREET_2,
    Field.POSTCODE: Field.POSTCODE_2,
}

# First names usual in groups today, only to tell a column of first names from one of last names.
_FIRST_NAMES = frozenset(
    word
    for line in (
        "ada adam ali alina amelie amir amira anna anne annika anton arthur ayse ben bruno carl",
        "carla clara danylo david edda elena elias elif ella emil emilia emily emma fatima",
        "felix finn frieda fritz fynn greta hanna hannah helena henri henry ida jakob jan janne",
        "jannik jasper johanna jonah jonas jonathan josephine julian juna karl kathe kurt lara",
        "laura lea lena leni leo leon leonie leyla liam lian lilly lina linda linus lotta lotte",
        "louis luca lucas luis luisa luise luka lukas maksym marie marlene matilda mats matteo",
        "max maxim maximilian melina mia mila milan milo minh mira mohammed moritz nele noah",
        "nora ole oleksandr oskar paul paula pauline pia romy rosa samuel sofia sofija sophia",
        "sophie thea theo till tim tom valentin victoria yara yusuf zoe",
        # Common with families from Turkey, Arabic countries, Ukraine, Poland, Vietnam.
        "aaliyah abdullah adrian ahmad ahmed aisha aleksander alexander alma amal amina",
        "anastasia andrii antoni artem asya aya aylin azra bilal bohdan chau daria darya defne",
        "denys diana dmytro dominik duc efe emir emre eren esma eva fatma filip franciszek",
        "hamza hana hassan hussein ibrahim ilias iryna ivan jana jasmin kacper karolina khadija",
        "kimi kyrylo layla linh lukasz magdalena malak mariam mariia maryam mateusz mehmet",
        "meryem mikail milena mina mohamed muhammad mustafa natalia nikita nour nur olena omar",
        "omer polina reza robin roman safiya salma samira sara sarah selin sina sofiia solomiia",
        "stefan szymon taras thanh thi tymofii veronika viktor viktoria vlad wiktoria yasin",
        "yasmin yehor yigit yunus zahra zain zeynep zofia zuzanna іван анна марія софія дарина",
        "олександр",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What the filled cells of a column look like; `field` is None when nothing is certain."""

    field: Field | None
    looks_like_names: bool
    has_commas: bool
    distinct: float
    """Distinct values per filled cell: near 0 for groups, near 1 for names."""
    first_names: float
    """Share of cells that are common first names."""
    several_words: float
    """Share of cells with more than one word."""
    full_names: float
    """Share of cells with a usual first name at one end and another word at the other."""
    filled: float
    """Share of rows with anything in this column."""

    @property
    def is_plain_name(self) -> bool:
        """A column of names of people or groups that no pattern claims."""
        return self.field is None and self.looks_like_names and self.filled >= _SHARE

    @property
    def looks_like_groups(self) -> bool:
        """Few different values that repeat: a handful in a short list, a dozen in a long one."""
        return self.is_plain_name and self.distinct <= 0.5


def column_contents(rows: Rows, column: int) -> Contents:
    """Return what the column looks like, from its first filled cells."""
    cells = [row[column] for row in rows[: 2 * _SAMPLE] if row[column]][:_SAMPLE]
    texts = [cell_text(cell) for cell in cells]
    if not cells:
        return Contents(None, looks_like_names=False, has_commas=False, distinct=0,
                        first_names=0, several_words=0, full_names=0, filled=0)  # fmt: skip
    count = len(cells)
    return Contents(
        field=_field(cells, texts),
        looks_like_names=_share(_NAME, texts) >= _SHARE,
        has_commas=sum("," in text for text in texts) * 2 > count,
        distinct=len({fold(text) for text in texts}) / count,
        first_names=sum(map(_is_first_name, texts)) / count,
        several_words=sum(" " in text for text in texts) / count,
        full_names=sum(map(_is_full_name, texts)) / count,
        filled=count / max(min(len(rows), _SAMPLE), 1),
    )


def fields_in_contents(
    rows: Rows, free: Sequence[int], known: Mapping[int, Field]
) -> dict[int, Field]:
    """Say what the free columns hold, as far as their contents tell; known fields are kept.

    Two columns of names are last and first name, as most lists have it, unless the common first
    names or the parents' last names say otherwise. One column of several words is a full name.
    Any words could be names, so that neither usual first names nor parents mean: no children list.
    """
    looks = {n: column_contents(rows, n) for n in free}
    found = dict(known)
    for n in free:
        if field := _by_pattern(n, looks[n], found):
            found[n] = field
    plain = [n for n in free if n not in found and looks[n].is_plain_name]
    commas = [n for n in free if n not in found and looks[n].field is Field.FULL_NAME]
    if len([n for n in plain if not commas or n < commas[0]]) < 2 and commas and not _named(found):
        found[commas.pop(0)] = Field.FULL_NAME
    found |= zip(commas, (Field.CUSTODIAN_1, Field.CUSTODIAN_2), strict=False)
    if not commas and not _named(found):
        found |= _full_name_beside_group(rows, plain, looks)
    plain = [n for n in plain if n not in found]
    named = next((n for n, field in found.items() if field is Field.FULL_NAME), -1)
    is_first = len(plain) == 1 and plain[0] < named and len(rows) <= _HANDFUL
    group = plain[0] if is_first else _group_column(plain, looks, is_named=_named(found))
    if group is not None and Field.GROUP not in found.values():
        found[group] = Field.GROUP
    if not _named(found):
        found |= _names(rows, [n for n in plain if n != group], looks, found)
    return found


def _by_pattern(column: int, look: Contents, found: Mapping[int, Field]) -> Field | None:
    """Return the field whose pattern fits; the second column of a kind is the second parent's."""
    field = look.field
    if field is Field.ADDRESS and Field.STREET in found.values():
        field = Field.ADDRESS_2
    while field in found.values() and field not in {Field.PHONE_2, Field.EMAIL_2}:
        field = _SECOND.get(field) if field else None
    if field and field is not Field.FULL_NAME:
        return field
    is_town = found.get(column - 1) is Field.POSTCODE and look.looks_like_names
    return Field.TOWN if is_town else None


def _named(fields: Mapping[int, Field]) -> bool:
    return not NAME_FIELDS.isdisjoint(fields.values())


def _full_name_beside_group(
    rows: Rows, plain: Sequence[int], looks: Mapping[int, Contents]
) -> dict[int, Field]:
    """Return both columns where full names stand beside one word: "Igel | Mia Ott".

    Last name beside two first names ("Ott | Mia Sophie") has first names at both ends. In a list
    of more than a handful of children groups repeat, last names do not.
    """
    if len(plain) != 2:
        return {}
    full = max(plain, key=lambda n: looks[n].full_names)
    other = next(n for n in plain if n != full)
    is_sure = looks[full].several_words >= _SHARE and looks[full].full_names >= _FULL_NAMES
    is_group = looks[other].distinct <= 0.5 or len(rows) <= _HANDFUL
    if not is_sure or not is_group or looks[other].full_names or looks[other].first_names > 0.2:
        return {}
    return {full: Field.FULL_NAME, other: Field.GROUP}


def _group_column(
    plain: Sequence[int], looks: Mapping[int, Contents], *, is_named: bool
) -> int | None:
    """Return the column whose values repeat most; two columns are rather last and first name."""
    candidates = [n for n in plain[:4] if looks[n].looks_like_groups]
    if not candidates:
        return None
    group = min(candidates, key=lambda n: looks[n].distinct)
    others = [n for n in plain if n != group]
    alone = len(others) == 1 and looks[others[0]].several_words < _SHARE
    if not is_named and (not others or (alone and looks[group].distinct > 0.35)):
        return None
    return group


def _names(
    rows: Rows, plain: Sequence[int], looks: Mapping[int, Contents], known: Mapping[int, Field]
) -> dict[int, Field]:
    if not plain or not _tells_of_people(rows, plain, known):
        return {}
    if len(plain) == 1 or looks[plain[0]].several_words >= _SHARE:
        one_word = looks[plain[0]].several_words < _SHARE
        return {plain[0]: Field.FIRST_NAME if one_word else Field.FULL_NAME}
    last, first = plain[:2]
    parents = next((n for n, field in known.items() if field is Field.PARENTS), None)
    if _is_swapped(rows, last, first, parents, looks):
        last, first = first, last
    return {last: Field.LAST_NAME, first: Field.FIRST_NAME}


def _tells_of_people(rows: Rows, plain: Sequence[int], known: Mapping[int, Field]) -> bool:
    """Ask for usual first names, wherever they stand in a cell, or for a column of parents."""
    if not {Field.PARENTS, Field.CUSTODIAN_1}.isdisjoint(known.values()):
        return True
    texts = [cell_text(row[n])[:200] for row in rows[:_SAMPLE] for n in plain[:2] if row[n]]
    hits = sum(any(map(_is_first_name, text.split())) for text in texts)
    return hits >= _LEAST_FIRST_NAMES * len(texts)


def _is_swapped(
    rows: Rows, left: int, right: int, parents: int | None, looks: Mapping[int, Contents]
) -> bool:
    if parents is not None:
        ends = [(cell_text(row[parents]).split()[-1:], row) for row in rows[:_SAMPLE]]
        by_left = sum(end == [cell_text(row[left])] for end, row in ends)
        by_right = sum(end == [cell_text(row[right])] for end, row in ends)
        if by_left != by_right:
            return by_right > by_left
    return looks[left].first_names > looks[right].first_names


def _field(cells: Sequence[Cell], texts: Sequence[str]) -> Field | None:
    if sum(isinstance(cell, date) for cell in cells) >= _SHARE * len(cells):
        return Field.BIRTH_DATE
    for field, pattern in _PATTERNS:
        if _share(pattern, texts) >= (0.3 if field is Field.PARENTS else _SHARE):
            return field
    return None


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    search = pattern.search if pattern is _PARENTS else pattern.match
    return sum(bool(search(text[:200])) for text in texts) / len(texts)


def _is_first_name(text: str) -> bool:
    return fold(text).split(" ")[0].split("-")[0] in _FIRST_NAMES


def _is_full_name(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and _is_first_name(words[0]) != _is_first_name(words[-1])
