"""Blocks of a letter: its head, the window address, key facts, lines to fill in and to sign."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Name of the house bold, address lines small, logo (PNG or JPEG) at the right."""

    name: str
    lines: tuple[str, ...] = ()
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class AddressField:
    """Window address of DIN 5008 form B: return line and up to six lines, 45 mm from the top.

    `date_line` ("Hainichen, 25. Januar 2027") stands beside it, where an information block ends.
    """

    return_line: str
    lines: tuple[str, ...]
    date_line: str = ""


@dataclass(frozen=True, slots=True)
class FactsBox:
    """The framed key facts of an event: what parents put on the fridge."""

    first: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FillIn:
    """Labels with a line to write on after each, one below the other; the heart of a blank form."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Lines to sign on, side by side, each with a small label below it."""

    labels: tuple[str, ...] = ("Datum, Unterschrift",)
