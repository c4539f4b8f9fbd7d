"""A table of postcodes: which towns, in which Land, a postcode can mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kitadesk.domain.land import Land

_NOT_DIGITS = re.compile(r"[^0-9]+")
_COUNTRY = re.compile(r"^\s*(?:D|DE)\s*-\s*", re.IGNORECASE)
_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A town and its Land, as one postcode can mean it."""

    town: str
    land: Land


@dataclass(frozen=True, slots=True)
class PostcodeTable:
    """Places by postcode; the first of several is the town the others are named after."""

    _places: Mapping[str, tuple[Place, ...]]

    def lookup(self, postcode: str) -> tuple[Place, ...]:
        """Give the places of a postcode as typed ("D-09661", "09661 "), none if it is unknown."""
        return self._places.get(clean_postcode(postcode), ())


def clean_postcode(text: str) -> str:
    """Give the five digits of a typed postcode, or "" if it is not one.

    A spreadsheet drops the leading zero of the east ("9661"): four digits get it back.
    """
    rest = _COUNTRY.sub("", text)
    digits = _NOT_DIGITS.sub("", rest)
    letters = any(sign.isalpha() for sign in rest)
    return "" if letters or len(digits) not in {_LENGTH - 1, _LENGTH} else digits.zfill(_LENGTH)


def parse_postcodes(text: str) -> PostcodeTable:
    """Read lines "plz;ort;land" under a heading line; a wrong line raises ValueError with it."""
    places: dict[str, list[Place]] = {}
    lands = {land.value: land for land in Land}
    for line in text.splitlines()[1:]:
        match line.split(";"):
            case [postcode, town, code] if len(postcode) == _LENGTH and code in lands:
                places.setdefault(postcode, []).append(Place(town, lands[code]))
            case _:
                raise ValueError(line)
    return PostcodeTable({postcode: tuple(found) for postcode, found in places.items()})
