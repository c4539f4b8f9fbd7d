"""The papers whose look is kept: each sample, each blank form, and the letters that are special."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from kitadesk.handouts import registry
from kitadesk.handouts.kit.blocks import Document
from kitadesk.handouts.kit.pdf import render
from kitadesk.handouts.papers import events_agenda as agenda
from kitadesk.handouts.papers import events_invitation as invitation
from kitadesk.handouts.papers import events_sign_up as sign_up

FOLDER = Path(__file__).parent
DPI = 60
PRINTED_ON = date(2027, 3, 1)

Case = Callable[[], Document]


def _chosen(**params: object) -> Document:
    content, usual = invitation.sample()
    return invitation.document(content, replace(usual, **params))


def _by_post(*, large_print: bool = False) -> Document:
    content, usual = invitation.sample()
    params = replace(usual, large_print=large_print)
    household = replace(
        content.households[0],
        is_second=True,
        by_post=True,
        address=("Paul Muster", "Hafenweg 9", "09661 Hainichen"),
    )
    return invitation.document(replace(content, households=(household,)), params)


def _agenda_internal() -> Document:
    content, usual = agenda.sample()
    return agenda.document(content, replace(usual, edition=agenda.Edition.INTERNAL))


def _strips() -> Document:
    content, usual = sign_up.sample()
    return sign_up.document(content, replace(usual, form=sign_up.Form.STRIPS))


def _cases() -> dict[str, Case]:
    cases: dict[str, Case] = {}
    for paper in registry.all_papers():
        cases[paper.id] = paper.sample_document
        cases[f"{paper.id}_blank"] = lambda paper=paper: paper.blank_form({})
    cases["invitation_by_post"] = _by_post
    cases["invitation_by_post_large"] = lambda: _by_post(large_print=True)
    cases["invitation_master"] = lambda: _chosen(edition=invitation.Edition.MASTER)
    cases["invitation_large"] = lambda: _chosen(large_print=True, probe=True)
    cases["invitation_separators"] = lambda: _chosen(separators=True)
    cases["agenda_internal"] = _agenda_internal
    cases["sign_up_strips"] = _strips
    return cases


CASES = _cases()


def printed(name: str) -> bytes:
    """Print a case with equal bytes each time."""
    return render(CASES[name](), printed_on=PRINTED_ON, invariant=True)


def text_of(pdf: bytes) -> str:
    """Read the text of all pages, page after page."""
    pages = pypdfium2.PdfDocument(pdf)
    texts = (page.get_textpage().get_text_bounded() for page in pages)
    return "\n\f\n".join(text.replace("\r\n", "\n") for text in texts) + "\n"


def picture_of(pdf: bytes) -> Image.Image:
    """Draw all pages side by side in grey at 60 dpi."""
    pages = [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
             for page in pypdfium2.PdfDocument(pdf)]  # fmt: skip
    whole = Image.new("L", (sum(page.width for page in pages), max(p.height for p in pages)), 255)
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width
    return whole


def png_of(picture: Image.Image) -> bytes:
    """Pack a picture; sixteen greys are enough to see a change."""
    target = BytesIO()
    picture.quantize(16).save(target, "PNG", optimize=True)
    return target.getvalue()
