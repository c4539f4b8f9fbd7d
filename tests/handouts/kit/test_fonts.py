from __future__ import annotations

import pypdfium2
import pytest

from kitadesk.handouts.kit.blocks import Document, Heading
from kitadesk.handouts.kit.pdf import render


@pytest.mark.parametrize("name", ["Mia 😀", "Emma 🂡 Ott", "Łukasz"])
def test_what_is_copied_out_of_a_paper_is_what_was_typed(name: str) -> None:
    document = pypdfium2.PdfDocument(render(Document("Liste", (Heading(name),))))
    page = document[0].get_textpage()
    text = page.get_text_range()
    page.close()
    document.close()
    assert name in text
