"""Block of a QR code: a page or a mail address for people with a telephone in their hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of about `size_mm`, its caption beside it; nothing stands only in the code.

    The caption says what is behind it. A text too long for any code is printed as a text.
    """

    text: str
    size_mm: float = 30.0
    caption: str = ""
