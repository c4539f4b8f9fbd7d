"""The same letters as ReportLab's flowables, written as its manual shows it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    FrameBreak,
    HRFlowable,
    Image,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from benchmarks.serial.letters import (
    ASKED,
    BODY,
    CLOSING,
    CONTACT,
    DEADLINE,
    FACTS,
    HOUSE,
    HOUSE_LINES,
    LETTERS,
    MORE_FACTS,
    OVER,
    SLIP_LINES,
    TITLE,
    WARM_UP,
    WHEN,
    Addressee,
    addressees,
    logo,
    peak_memory,
    print_figures,
)
from kitadesk.handouts.kit.fonts import Face, typeface

LEFT, RIGHT, TOP, SLIP = 22 * mm, 20 * mm, 18 * mm, 99 * mm
WIDTH = A4[0] - LEFT - RIGHT


def style(size: float, *, bold: bool = False, after: float = 2.6) -> ParagraphStyle:
    """Return a style as the kit has it: cut, size, leading, air after in mm."""
    face = Face.BOLD if bold else Face.REGULAR
    return ParagraphStyle(
        f"{face.value}{size}",
        fontName=face.value,
        fontSize=size,
        leading=size * 1.42,
        spaceAfter=after * mm,
    )


def letter(
    family: Addressee, picture: bytes, styles: dict[str, ParagraphStyle]
) -> Iterator[Flowable]:
    """Give what stands above the slip."""
    body, strong = styles["body"], styles["strong"]
    head = [[Paragraph(HOUSE, styles["house"]), ""]]
    head += [[Paragraph(line, styles["small"]), ""] for line in HOUSE_LINES]
    head[0][1] = Image(BytesIO(picture), 18 * mm, 18 * mm)
    yield Table(head, [WIDTH - 20 * mm, 20 * mm], style=[("SPAN", (1, 0), (1, -1))])
    yield Spacer(1, 6 * mm)
    yield Paragraph(OVER, body)
    yield Paragraph(TITLE, styles["title"])
    yield Paragraph(family.salutation, body)
    for text in BODY:
        yield Paragraph(text, body)
    facts = [[Paragraph(FACTS[0], styles["first"])]]
    facts += [[Paragraph(text, body)] for text in (*FACTS[1:], *MORE_FACTS)]
    yield Table(facts, [WIDTH], style=[("BOX", (0, 0), (-1, -1), 1.1, "black")])
    yield Spacer(1, 3 * mm)
    yield Paragraph(ASKED, strong)
    yield Paragraph(CLOSING, body)
    yield Paragraph(CONTACT, body)


def slip(family: Addressee, styles: dict[str, ParagraphStyle]) -> Iterator[Flowable]:
    """Give the slip: dashed line, number with its code, lines to fill in."""
    body, strong = styles["body"], styles["strong"]
    yield HRFlowable(WIDTH, 0.8, dash=(3, 3), color="black", spaceAfter=3 * mm)
    code = Code128(family.digits, barWidth=0.96, barHeight=8.5 * mm, quiet=0)
    left = [
        Paragraph(f"Rückmeldung bis {DEADLINE}", strong),
        Paragraph(f"{TITLE} {WHEN}", styles["small"]),
        Paragraph(family.line, strong),
    ]
    right = [Paragraph(f"Nr. {family.number}", styles["number"]), code]
    yield Table([[left, right]], [WIDTH - 45 * mm, 45 * mm])
    for text in SLIP_LINES:
        yield Paragraph(text, body)


def build(families: Sequence[Addressee]) -> bytes:
    """Make one document of all letters; the slip has a frame of its own at the foot."""
    styles = {
        "body": style(11.5),
        "strong": style(11.5, bold=True),
        "house": style(13, bold=True, after=0),
        "small": style(9.5, after=0),
        "title": style(19, bold=True),
        "first": style(13.5, bold=True, after=0),
        "number": style(19, bold=True, after=0),
    }
    picture = logo()
    story: list[Flowable] = []
    for family in families:
        story += letter(family, picture, styles)
        story.append(FrameBreak())
        story += slip(family, styles)
        story += [NextPageTemplate("letter"), PageBreak()]
    target = BytesIO()
    frames = [
        Frame(LEFT, SLIP, WIDTH, A4[1] - TOP - SLIP, 0, 0, 0, 0),
        Frame(LEFT, 5 * mm, WIDTH, SLIP - 5 * mm, 0, 0, 0, 0),
    ]
    doc = BaseDocTemplate(target, pagesize=A4, pageCompression=1)
    doc.addPageTemplates([PageTemplate("letter", frames)])
    doc.build(story[:-1])
    return target.getvalue()


def main() -> None:
    """Make one letter, then all of them with the clock running."""
    for face in (Face.REGULAR, Face.BOLD):
        typeface(face)
    build(WARM_UP)
    families = addressees()
    at_start = peak_memory()
    start = time.perf_counter()
    pdf = build(families)
    print_figures(time.perf_counter() - start, pdf, at_start, LETTERS)


if __name__ == "__main__":
    main()
