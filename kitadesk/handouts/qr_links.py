"""The QR code of a paper: the code, and in words what is behind it, for not everybody scans."""

from __future__ import annotations

from collections.abc import Iterator

from kitadesk.domain.links import is_mail, link_code, link_words
from kitadesk.handouts.kit.blocks import QrCode, TextStyle
from kitadesk.handouts.texts import Texts

LABEL = "Link oder E-Mail für den QR-Code"
HINT = "zum Beispiel www.example.org oder kita@example.org"


def qr_of(
    link: str, texts: Texts, size_mm: float, style: TextStyle = TextStyle.BODY
) -> Iterator[QrCode]:
    """Give the code of a checked link; nothing where there is none."""
    if link:
        lead = texts.say("qr_code.mail") if is_mail(link) else texts.say("qr_code.web")
        yield QrCode(link_code(link), size_mm, f"{lead}\n{link_words(link)}", style)
