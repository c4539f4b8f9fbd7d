"""Blocks with a code: a QR code for telephones, and the number of a sheet for a scanner."""

from __future__ import annotations

from dataclasses import dataclass

from kitadesk.handouts.kit.text_blocks import TextStyle


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of about `size_mm`, its caption beside it; nothing stands only in the code.

    The caption says what is behind it. A text too long for any code is printed as a text.
    """

    text: str
    size_mm: float = 30.0
    caption: str = ""
    style: TextStyle = TextStyle.BODY


@dataclass(frozen=True, slots=True)
class NumberMark:
    """The number of a sheet that comes back whole ("5021-3"), big at the right above its Code128.

    Beside it whose sheet it is: a strong line and what follows it. Without a number only these.
    """

    number: str
    title: str = ""
    caption: str = ""
