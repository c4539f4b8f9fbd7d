"""Postal addresses out of one cell or three, and the form in which two of them are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kitadesk.base.text import fold

_POSTCODE_TOWN = re.compile(r"^(?:D\s*-\s*)?(?P<postcode>\d{5})\s+(?P<town>\D.*)$")
_WHOLE = re.compile(
    r"^(?P<street>.*?)[\s,;]*[,;\s]\s*(?:D\s*-\s*)?(?P<postcode>\d{5})\s+(?P<town>\D.*)$"
)
_STREET = re.compile(r"str(?:\.|asse)?(?=\W|\d|$)")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Street with number, postcode and town as typed; any part may be empty."""

    street: str = ""
    postcode: str = ""
    town: str = ""

    def __bool__(self) -> bool:
        """An address counts as given when any part is."""
        return bool(self.street or self.postcode or self.town)

    @property
    def key(self) -> str:
        """The form for comparison: "Am Bad 4, 09661" and "am bad 4 09661" meet, Str. is Straße.

        Empty without a street; without a postcode the town stands in.
        """
        if not self.street:
            return ""
        street = _NO_LETTER.sub("", _STREET.sub("strasse", fold(self.street)))
        return f"{street}|{self.postcode or fold(self.town)}"


def split_address(text: str) -> PostalAddress:
    """Read "Gellertstraße 14, 09648 Mittweida"; without a postcode all of it is the street."""
    line = " ".join(text.split())
    if found := _POSTCODE_TOWN.match(line):
        return PostalAddress("", found["postcode"], found["town"].strip())
    if found := _WHOLE.match(line):
        return PostalAddress(found["street"].strip(" ,;"), found["postcode"], found["town"].strip())
    return PostalAddress(line)


def join_address(street: str, postcode: str, town: str) -> PostalAddress:
    """Build an address from three cells; Excel drops the leading zero of 09661, it comes back."""
    postcode = re.sub(r"^D\s*-\s*", "", postcode.strip())
    if re.fullmatch(r"\d{4}", postcode):
        postcode = f"0{postcode}"
    if found := _POSTCODE_TOWN.match(town):
        postcode, town = postcode or found["postcode"], found["town"].strip()
    return PostalAddress(street, postcode, town)
