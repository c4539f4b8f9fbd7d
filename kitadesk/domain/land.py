"""The 16 Länder and their rules on when a child has to, or may, start school."""

from __future__ import annotations

import datetime as dt
import enum
import re
from dataclasses import dataclass

_YEAR_WORDS = {"": 0, "vorjahr": -1, "folgejahr": 1}
_YEAR_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s*([A-Za-z]*)")


class Land(enum.Enum):
    """A German Land; the value is its official code (ISO 3166-2:DE without "DE-")."""

    BW = "BW"
    BY = "BY"
    BE = "BE"
    BB = "BB"
    HB = "HB"
    HH = "HH"
    HE = "HE"
    MV = "MV"
    NI = "NI"
    NW = "NW"
    RP = "RP"
    SL = "SL"
    SN = "SN"
    ST = "ST"
    SH = "SH"
    TH = "TH"

    @property
    def german_name(self) -> str:
        """Give the name for screens and papers: "Sachsen"."""
        return _NAMES[self]


_NAMES = {
    Land.BW: "Baden-Württemberg",
    Land.BY: "Bayern",
    Land.BE: "Berlin",
    Land.BB: "Brandenburg",
    Land.HB: "Bremen",
    Land.HH: "Hamburg",
    Land.HE: "Hessen",
    Land.MV: "Mecklenburg-Vorpommern",
    Land.NI: "Niedersachsen",
    Land.NW: "Nordrhein-Westfalen",
    Land.RP: "Rheinland-Pfalz",
    Land.SL: "Saarland",
    Land.SN: "Sachsen",
    Land.ST: "Sachsen-Anhalt",
    Land.SH: "Schleswig-Holstein",
    Land.TH: "Thüringen",
}


class DayAfter(enum.Enum):
    """Whether a sixth birthday on the day after the cut-off counts (BGB §§ 187(2), 188(2))."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of the year in which school starts, or of the year before (−1) or after (+1)."""

    month: int
    day: int
    year_offset: int = 0

    def in_year(self, entry_year: int) -> dt.date:
        """Give the date that this day means for school starting in the summer of `entry_year`."""
        return dt.date(entry_year + self.year_offset, self.month, self.day)


@dataclass(frozen=True, slots=True)
class DayRange:
    """A stretch of days, both ends included; a range without `end` has no bound in the law."""

    start: YearDay
    end: YearDay | None
    deadline: YearDay | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Deferral:
    """What the Land says on putting school off by a year (Rückstellung, Beurlaubung)."""

    deadline: YearDay | None = None
    sixth_birthday: DayRange | None = None
    note: str = ""
    needs_kita_paper: bool = False


@dataclass(frozen=True, slots=True)
class LanguageScreening:
    """Bavaria's screening: the Kita certifies until a day, the schools test in a range."""

    kita_certificate_until: YearDay
    test: DayRange


@dataclass(frozen=True, slots=True)
class LandRules:
    """The rules of one Land for every entry year; ranges are about the sixth birthday."""

    land: Land
    law: str
    source: str
    cutoff: YearDay
    day_after: DayAfter
    registration: DayRange
    postpone: DayRange | None = None
    opt_in: DayRange | None = None
    application: DayRange | None = None
    exception: DayRange | None = None
    school_exam: DayRange | None = None
    deferral: Deferral | None = None
    language_screening: LanguageScreening | None = None
    source_note: str = ""
    checked_on: dt.date | None = None


def parse_year_day(text: str) -> YearDay:
    """Read "30.06.", "31.03. Folgejahr" or "01.08. Vorjahr"; 29.02. is no day of every year."""
    match = _YEAR_DAY.fullmatch(text.strip())
    if match is None or match[3].lower() not in _YEAR_WORDS:
        raise ValueError(f"{text!r} is no day of every year")
    day, month = int(match[1]), int(match[2])
    dt.date(2001, month, day)
    return YearDay(month, day, _YEAR_WORDS[match[3].lower()])
