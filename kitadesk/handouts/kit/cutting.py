"""Some pages of a finished PDF, as they are: text, vectors and numbers stay."""

from __future__ import annotations

from io import BytesIO

import pypdfium2


def pages_of(pdf: bytes, first: int, last: int) -> bytes:
    """Return the pages from `first` to `last`, both from 1 and within the file.

    PDFium is not safe with threads: only for the lane that draws.
    """
    source = pypdfium2.PdfDocument(pdf)
    target = pypdfium2.PdfDocument.new()
    try:
        target.import_pages(source, list(range(first - 1, last)))
        out = BytesIO()
        target.save(out)
        return out.getvalue()
    finally:
        target.close()
        source.close()
