"""The fields of a children list and the words that stand above their columns."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from kitadesk.base.text import fold


class Field(enum.Enum):
    """What a column holds; no field for allergies, diagnoses or religion (field.md 5.2)."""

    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    FULL_NAME = "full_name"
    GROUP = "group"
    BIRTH_DATE = "birth_date"
    PARENTS = "parents"
    CUSTODIAN_1 = "custodian_1"
    CUSTODIAN_1_LAST = "custodian_1_last"
    CUSTODIAN_1_FIRST = "custodian_1_first"
    CUSTODIAN_2 = "custodian_2"
    CUSTODIAN_2_LAST = "custodian_2_last"
    CUSTODIAN_2_FIRST = "custodian_2_first"
    ADDRESS = "address"
    STREET = "street"
    POSTCODE = "postcode"
    TOWN = "town"
    ADDRESS_2 = "address_2"
    STREET_2 = "street_2"
    POSTCODE_2 = "postcode_2"
    TOWN_2 = "town_2"
    PHONE = "phone"
    PHONE_2 = "phone_2"
    EMAIL = "email"
    EMAIL_2 = "email_2"
    LIVES_APART = "lives_apart"
    SCHOOL = "school"
    LANGUAGE = "language"
    NOTE = "note"
    IGNORE = "ignore"


NAME_FIELDS = frozenset({Field.LAST_NAME, Field.FIRST_NAME, Field.FULL_NAME})
"""A list without any of these is no children list."""

FIELD_LABELS: dict[Field, str] = {
    Field.LAST_NAME: "Nachname",
    Field.FIRST_NAME: "Vorname",
    Field.FULL_NAME: "Name, Vorname",
    Field.GROUP: "Gruppe",
    Field.BIRTH_DATE: "Geburtsdatum",
    Field.PARENTS: "Eltern",
    Field.CUSTODIAN_1: "Sorgeberechtigte 1",
    Field.CUSTODIAN_1_LAST: "Sorgeberechtigte 1 Nachname",
    Field.CUSTODIAN_1_FIRST: "Sorgeberechtigte 1 Vorname",
    Field.CUSTODIAN_2: "Sorgeberechtigte 2",
    Field.CUSTODIAN_2_LAST: "Sorgeberechtigte 2 Nachname",
    Field.CUSTODIAN_2_FIRST: "Sorgeberechtigte 2 Vorname",
    Field.ADDRESS: "Anschrift",
    Field.STREET: "Straße",
    Field.POSTCODE: "PLZ",
    Field.TOWN: "Ort",
    Field.ADDRESS_2: "Anschrift 2",
    Field.STREET_2: "Straße 2",
    Field.POSTCODE_2: "PLZ 2",
    Field.TOWN_2: "Ort 2",
    Field.PHONE: "Telefon",
    Field.PHONE_2: "Telefon 2",
    Field.EMAIL: "E-Mail",
    Field.EMAIL_2: "E-Mail 2",
    Field.LIVES_APART: "getrennt lebend",
    Field.SCHOOL: "Schule",
    Field.LANGUAGE: "Sprache der Einladung",
    Field.NOTE: "Bemerkung",
    Field.IGNORE: "nicht übernehmen",
}
"""German name of each field, for the preview and for `--map COLUMN=FIELD`."""

_STOP_WORDS = frozenset(
    ["der", "die", "das", "des", "dem", "den", "und", "u", "r", "n", "rn", "in"]
)


def _core(words: str) -> str:
    return " ".join(word for word in words.split() if word not in _STOP_WORDS)


# Folded words as they stand above a column, without numbers, signs and little words.
_WORDS: dict[str, Field] = {
    _core(word): field
    for field, words in {
        Field.LAST_NAME: (
            "nachname|familienname|zuname|nachname kind|kind nachname|nachname des kindes"
            "|familienname kind|familienname des kindes|kind name|last name|surname"
        ),
        Field.FIRST_NAME: (
            "vorname|vornamen|rufname|vorname kind|kind vorname|vorname des kindes|first name"
        ),
        Field.FULL_NAME: (
            "name|namen|name vorname|nachname vorname|vorname name|vorname nachname|kind|kinder"
            "|name des kindes|name kind|kindername|name des kinds|vor und nachname|vor u nachname"
            "|vor und zuname|vorname und name|name und vorname|name u vorname|familienname vorname"
            "|vorname familienname|kind name vorname|kind nachname vorname|name vorname des kindes"
        ),
        Field.GROUP: "gruppe|bezugsgruppe|stammgruppe|kitagruppe|kita gruppe|gruppenname|gr|group",
        Field.BIRTH_DATE: (
            "geburtsdatum|geburtstag|geb|geboren|geboren am|geb am|geb datum|gebdat|geb dat"
            "|geburtsdatum kind|kind geburtsdatum|geb datum kind|geburtsdatum des kindes|birth date"
        ),
        Field.PARENTS: (
            "eltern|sorgeberechtigte|sorgeberechtigter|erziehungsberechtigte|personensorgeberechtigte"
            "|name der eltern|namen der eltern|eltern name|eltern namen|elternnamen"
            "|sorgeberechtigte name|name sorgeberechtigte|name der sorgeberechtigten|parents"
        ),
        Field.ADDRESS: "anschrift|adresse|wohnanschrift|wohnort strasse|strasse plz ort|wohnung",
        Field.STREET: "strasse|str|strasse nr|strasse hausnummer|strasse hausnr|strasse und nr"
        "|strasse und hausnummer|strasse u hausnummer|strasse u nr|street",
        Field.POSTCODE: "plz|postleitzahl|postcode",
        Field.TOWN: "ort|wohnort|stadt|gemeinde|town|plz ort|plz wohnort|plz und ort",
        Field.PHONE: (
            "telefon|tel|telefonnummer|tel nr|telefonnr|handy|mobil|mobiltelefon|handynummer"
            "|festnetz|mobilnummer|rufnummer|telefon privat|tel privat|handy nr|notfallnummer|phone"
        ),
        Field.EMAIL: "e mail|email|mail|e mail adresse|mailadresse|emailadresse|mail adresse",
        Field.LIVES_APART: "getrennt lebend|getrennt|eltern getrennt|leben getrennt",
        Field.SCHOOL: "schule|grundschule|zukunftige schule|kunftige schule|zustandige schule"
        "|zustandige grundschule|schulbezirk|school",
        Field.LANGUAGE: "sprache|sprache der einladung|familiensprache|einladungssprache|language",
        Field.NOTE: "bemerkung|bemerkungen|notiz|notizen|hinweis|hinweise|anmerkung|anmerkungen"
        "|note",
    }.items()
    for word in words.split("|")
}

_SECOND: dict[Field, Field] = {
    Field.ADDRESS: Field.ADDRESS_2,
    Field.STREET: Field.STREET_2,
    Field.POSTCODE: Field.POSTCODE_2,
    Field.TOWN: Field.TOWN_2,
    Field.PHONE: Field.PHONE_2,
    Field.EMAIL: Field.EMAIL_2,
    Field.CUSTODIAN_1: Field.CUSTODIAN_2,
    Field.CUSTODIAN_1_LAST: Field.CUSTODIAN_2_LAST,
    Field.CUSTODIAN_1_FIRST: Field.CUSTODIAN_2_FIRST,
}
_OF_A_PARENT: dict[Field, Field] = {
    Field.PARENTS: Field.CUSTODIAN_1,
    Field.FULL_NAME: Field.CUSTODIAN_1,
    Field.LAST_NAME: Field.CUSTODIAN_1_LAST,
    Field.FIRST_NAME: Field.CUSTODIAN_1_FIRST,
}

_BRACKETS = re.compile(r"\([^()]*\)")
_NO_WORD = re.compile(r"[^\w]+|_+")
_PARENT = re.compile(
    r"\b(?P<who>mutter|vater|mama|papa|(?:personen ?)?(?:sorge|erziehungs)berechtigte[rns]?"
    r"|elternteils?|eltern|psb|sb)\b"
)
_NUMBER = re.compile(r"\b(?P<n>[12]|i|ii|erste[rsn]?|zweite[rsn]?|weitere[rsn]?)\b")
_SECOND_WORDS = ("2", "ii", "zweite", "weitere")
_CUSTODY = re.compile(r"sorgeberechtigt|erziehungsberechtigt|\bpsb\b|\bsb\b")
_NAME_FIRST = re.compile(r"^(?:kind )?vor")


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """What a header says: the field, whether the named people have custody, the order of names."""

    field: Field
    says_custody: bool = False
    first_name_first: bool = False


def header_words(header: str) -> str:
    """Return a header for comparison: folded, without brackets and signs, one space between."""
    return " ".join(_NO_WORD.sub(" ", _BRACKETS.sub(" ", fold(header))).split())


def header_meaning(header: str) -> HeaderMeaning | None:
    """Return what a header means, or None when its words are not known.

    "Vater" stands for the second parent, and says nothing about custody; "Sorgeberechtigte" does.
    """
    words = _core(header_words(header)[:100])
    bare = " ".join(_NUMBER.sub(" ", words).split())
    parent = _PARENT.search(bare)
    which = _which_parent(words, parent["who"] if parent else "")
    field = _WORDS.get(bare)
    if parent and field not in {Field.PARENTS, Field.LIVES_APART}:
        rest = " ".join(_PARENT.sub(" ", bare).split())
        field = _WORDS.get(rest) if rest else Field.PARENTS
        if field in {Field.FULL_NAME, Field.PARENTS} and not which:
            field = Field.PARENTS
        elif field:
            field = _OF_A_PARENT.get(field, field)
    elif which and field in _OF_A_PARENT:
        field = Field.CUSTODIAN_1 if field is Field.PARENTS else None
    if field is None:
        return None
    if which == 2:
        field = _SECOND.get(field, field)
    return HeaderMeaning(field, bool(_CUSTODY.search(bare)), bool(_NAME_FIRST.match(bare)))


def _which_parent(words: str, who: str) -> int:
    """Return 1 or 2 when a header names one of two parents, else 0."""
    number = _NUMBER.search(words)
    if number:
        return 2 if number["n"].startswith(_SECOND_WORDS) else 1
    return {"mutter": 1, "mama": 1, "vater": 2, "papa": 2}.get(who, 0)


def field_by_name(name: str) -> Field | None:
    """Return the field a person means: "Nachname", "nachname", "LAST_NAME" or a usual header."""
    words = header_words(name)
    for field, label in FIELD_LABELS.items():
        if words in {header_words(label), header_words(field.value), header_words(field.name)}:
            return field
    if words in {"ignorieren", "nichts", "weglassen"}:
        return Field.IGNORE
    meaning = header_meaning(name)
    return meaning.field if meaning else None
