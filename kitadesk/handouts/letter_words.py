"""A letter in the words of an e-mail: what stands on the paper, without its head and its slip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kitadesk.handouts.kit.blocks import (
    Align,
    Block,
    Document,
    FactsBox,
    Heading,
    NewSheet,
    Paragraph,
    Slip,
    SlipSheet,
    TextStyle,
)


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The whole text, and a short one: title, salutation, what and when, until when to answer."""

    full: str
    short: str


def words_of(document: Document) -> LetterWords:
    """Take the text of the first letter of a document; paragraphs are parted by an empty line."""
    letter = tuple(_first_letter(document))
    full = (_plain(block) for block in letter)
    short = (_plain(block) for block in _facts(letter))
    return LetterWords(_text(full), _text(short))


def _first_letter(document: Document) -> Iterator[Block]:
    """Return the blocks up to the slip, or to the next sheet."""
    for place, block in enumerate(document.blocks):
        if isinstance(block, Slip | SlipSheet) or (place and isinstance(block, NewSheet)):
            return
        yield block


def _facts(letter: tuple[Block, ...]) -> Iterator[Block]:
    """Leave out the running text; what is printed bold is asked of the families."""
    is_greeted = False
    for block in letter:
        if isinstance(block, Paragraph) and block.style is not TextStyle.STRONG:
            if is_greeted or block.align is Align.END:
                continue
            is_greeted = True
        yield block


def _plain(block: Block) -> str:
    """Return what a block says in running text; place and day above a letter are not needed."""
    match block:
        case Heading(text=text, over=over):
            return "\n".join(part for part in (over, text) if part)
        case FactsBox(first=first, lines=lines):
            return "\n".join(part for part in (first, *lines) if part)
        case Paragraph(align=Align.END):
            return ""
        case Paragraph(text=text):
            return text
        case _:
            return ""


def _text(parts: Iterator[str]) -> str:
    return "\n\n".join(part for part in parts if part)
