"""Running text in a Word document: headings, paragraphs, air."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from kitadesk.handouts.kit.blocks import Align, Heading, Paragraph
from kitadesk.handouts.kit.docx_xml import set_font, write_backwards
from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.styles import MM, Style, Styles
from kitadesk.handouts.kit.text import is_right_to_left, safe_text

FONT = "Calibri"
"""On every PC with Word; programs without it take a font of the same widths (Carlito)."""
_ALIGNED = {
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.END: WD_ALIGN_PARAGRAPH.RIGHT,
}
_WORD_STYLES = {2: "Heading 2"}


@dataclass(frozen=True, slots=True)
class Writer:
    """The document that is written, its styles, and the width of the text in mm."""

    word: WordDocument
    styles: Styles
    width: float

    def paragraph(self) -> WordParagraph:
        """Begin an empty paragraph without air around it."""
        made: WordParagraph = self.word.add_paragraph()
        set_air(made, 0, 1.15)
        return made

    def line(self, text: str, style: Style) -> WordParagraph:
        """Write a text in a style of the kit; its line breaks are kept."""
        made = self.paragraph()
        write(made, text, style)
        return made

    def air(self, height: float) -> None:
        """Leave a height in mm."""
        gap = self.paragraph()
        gap.paragraph_format.line_spacing = Mm(max(height, 0.5))

    def break_page(self) -> None:
        """Begin a new page."""
        self.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def write(paragraph: WordParagraph, text: str, style: Style, *, listed: bool = False) -> None:
    """Write a text into a paragraph; one in Arabic or Hebrew runs from the right."""
    shown = safe_text(text)
    for number, line in enumerate(shown.split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
        set_font(run, style.size, is_bold=style.face is Face.BOLD)
        run.font.italic = style.face is Face.ITALIC or None
    set_air(paragraph, style.after, style.leading)
    if is_right_to_left(shown, listed=listed):
        write_backwards(paragraph)


def set_air(paragraph: WordParagraph, after: float, leading: float) -> None:
    """Set the air below in mm and the leading as a multiple of the size."""
    form = paragraph.paragraph_format
    form.space_before = Pt(0)
    form.space_after = Mm(after)
    form.line_spacing = max(leading / 1.22, 0.9)  # Word's single line is 1.22 × the size


def add_heading(writer: Writer, block: Heading) -> None:
    """Add a title; the kit's levels are Word's, so that its overview shows them."""
    known = writer.styles
    if block.over:
        writer.line(block.over, known.over).paragraph_format.keep_with_next = True
    sizes = {-1: known.posters[3], 0: known.stacks[2], 1: known.titles[1]}
    style = sizes.get(block.level, known.heading)
    title = writer.paragraph()
    title.style = writer.word.styles[_WORD_STYLES.get(block.level, "Heading 1")]
    write(title, block.text, style)
    for run in title.runs:
        run.font.name = FONT
        run.font.color.rgb = RGBColor(0, 0, 0)
    title.paragraph_format.space_after = Pt(3 * MM if block.level < 2 else 1.5 * MM)
    title.paragraph_format.space_before = Pt(0 if block.over or block.level < 2 else 2 * MM)
    title.paragraph_format.keep_with_next = True


def add_paragraph(writer: Writer, block: Paragraph) -> None:
    """Add running text in its style."""
    made = writer.line(block.text, writer.styles.text[block.style])
    if block.align in _ALIGNED:
        made.alignment = _ALIGNED[block.align]
    made.paragraph_format.keep_with_next = block.keep or None
