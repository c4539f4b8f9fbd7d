"""Design tokens: the colours and measures every screen is made of, light and dark alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

RADIUS = 8
"""Corner radius in px at 100 %."""
STEP = 4
"""Every distance is a multiple of this, in px at 100 %."""
ROW = 34
"""Height of a table row, a field and a button in px at 100 %."""
SMALL = 0.92
"""Size of remarks against running text."""


class Scheme(Enum):
    """Which colours to use; SYSTEM follows the desktop, also while the program runs."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tone(Enum):
    """Meaning of a coloured mark; never the only carrier of that meaning."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Colors:
    """One scheme; text pairs keep a contrast of 4.5, marks of 3 (WCAG 2.2, a test counts)."""

    ground: str
    surface: str
    field: str
    hover: str
    ink: str
    muted: str
    line: str
    field_line: str
    mark: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    neutral_soft: str
    neutral_text: str
    good_soft: str
    good_text: str
    good_mark: str
    warn_soft: str
    warn_text: str
    warn_mark: str
    bad_soft: str
    bad_text: str
    bad_mark: str

    def soft(self, tone: Tone) -> str:
        """Ground of a pill or notice of this tone."""
        return _pick(self, tone, "soft")

    def text(self, tone: Tone) -> str:
        """Text on the soft ground of the same tone, also readable on a card."""
        return _pick(self, tone, "text")


def _pick(colors: Colors, tone: Tone, part: str) -> str:
    return str(getattr(colors, f"{tone.value}_{part}"))


LIGHT = Colors(
    ground="#FBFAF7",
    surface="#FFFFFF",
    field="#F6F3ED",
    hover="#F4F1EA",
    ink="#23211D",
    muted="#5C574E",
    line="#E4E0D8",
    field_line="#D2CCC0",
    mark="#857E71",
    accent="#0F6E6E",
    accent_hover="#0B5B5B",
    on_accent="#FFFFFF",
    accent_soft="#E2F0EF",
    accent_text="#0B5E5E",
    neutral_soft="#EFEBE3",
    neutral_text="#4F4A42",
    good_soft="#E7F2E6",
    good_text="#24582A",
    good_mark="#2E7D32",
    warn_soft="#FDF0DA",
    warn_text="#734600",
    warn_mark="#B26A00",
    bad_soft="#FBE9E7",
    bad_text="#961B1B",
    bad_mark="#C0392B",
)

DARK = Colors(
    ground="#1C1B19",
    surface="#262421",
    field="#312E2A",
    hover="#312E2A",
    ink="#F1EEE7",
    muted="#BBB5AA",
    line="#3B3833",
    field_line="#56514A",
    mark="#968F83",
    accent="#55B8B2",
    accent_hover="#70C8C3",
    on_accent="#0A1F1E",
    accent_soft="#1F3B3A",
    accent_text="#86D3CE",
    neutral_soft="#3A3732",
    neutral_text="#D6D0C6",
    good_soft="#243A27",
    good_text="#ABDAAE",
    good_mark="#72C177",
    warn_soft="#45361C",
    warn_text="#F2CB85",
    warn_mark="#E0A030",
    bad_soft="#4B2826",
    bad_text="#F6BBB5",
    bad_mark="#EF7A70",
)
