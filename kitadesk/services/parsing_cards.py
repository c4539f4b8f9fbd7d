"""Files of visiting cards (vcf) into the rows of a list."""

from __future__ import annotations

import re

from kitadesk.base.errors import UserError
from kitadesk.domain.card_sheet import sheet_of_cards
from kitadesk.domain.cards import read_cards
from kitadesk.domain.sheet import Sheet

_CARDS = re.compile(r"\ufeff?\s*BEGIN:VCARD\b", re.IGNORECASE)


def are_cards(text: str) -> bool:
    """Tell visiting cards from any other text by their first line."""
    return _CARDS.match(text) is not None


def sheet_of_card_text(text: str, name: str, encoding: str = "") -> Sheet:
    """Return a row per card; raises UserError ``sheet_empty`` when no card says anything."""
    sheet = sheet_of_cards(read_cards(text), name, encoding)
    if not sheet.rows:
        raise UserError("sheet_empty")
    return sheet
