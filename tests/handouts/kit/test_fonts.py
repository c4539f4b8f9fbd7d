from __future__ import annotations

import sys

import pypdfium2
import pytest

from kitadesk.handouts.kit.blocks import Document, Heading
from kitadesk.handouts.kit.fonts import PLAIN, Face, typeface
from kitadesk.handouts.kit.pdf import render


@pytest.mark.parametrize("name", ["Mia 😀", "Emma 🂡 Ott", "Łukasz"])
def test_what_is_copied_out_of_a_paper_is_what_was_typed(name: str) -> None:
    document = pypdfium2.PdfDocument(render(Document("Liste", (Heading(name),))))
    page = document[0].get_textpage()
    text = page.get_text_range()
    page.close()
    document.close()
    assert name in text


@pytest.mark.parametrize("face", Face)
def test_every_text_font_has_the_plain_characters_as_they_are(face: Face) -> None:
    glyphs = typeface(face)
    plain = [char for char in map(chr, range(sys.maxunicode)) if PLAIN.fullmatch(char)]
    assert len(plain) > 100
    assert all((glyphs[char].font, glyphs[char].text) == (glyphs.name, char) for char in plain)
