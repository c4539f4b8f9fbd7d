"""Every kind of block stands every text: nothing is lost without being told, nothing runs out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from kitadesk.handouts.kit.blocks import (
    AddressField,
    Badge,
    BadgeSheet,
    BarChart,
    Block,
    ChartBar,
    Column,
    Counts,
    Document,
    FactsBox,
    FillIn,
    GroupBreak,
    Heading,
    LabelSheet,
    Letterhead,
    NewSheet,
    NumberMark,
    PageBreak,
    PageSetup,
    Paragraph,
    QrCode,
    Rule,
    RulerSheet,
    ScaleChart,
    ScaleRow,
    SignatureLines,
    Slip,
    SlipField,
    SlipSheet,
    Spacer,
    Table,
    TearStrip,
    TearStrips,
    Timeline,
    TimelineRow,
    TrendLine,
    TrendPoint,
)
from kitadesk.handouts.kit.pdf import Report, inspect, render
from kitadesk.handouts.sheets import BadgeType, SheetType, label_geometry
from tests.support.reading import all_text, read_pdf, squeezed

WORDS = " ".join(f"w{number}" for number in range(3000)) + " Ende"
NAMES = "Nguyễn Łukasz Şahin Ğ Ольга"
TEXTS = {
    "words": WORDS,
    "image": '<img src="http://example.org/x.png"/></para>',
    "markup": "Anna <anna@example.org> & <b",
    "names": NAMES,
    "arabic": "محمد (خان) 12",
    "lines": "eins\nzwei\r\n\ndrei",
    "emoji": "Igel 👩‍👧 🦔",
    "letters": "x" * 10_000,
    "blank": " \n ",
}
DAY = date(2027, 3, 1)
LABELS, BADGES = label_geometry(SheetType.L7651), label_geometry(BadgeType.L4784)
LEAN = PageSetup(footer=False)


def _slip(text: str) -> Slip:
    fields = (SlipField(text, 16, text, tick=True),)
    return Slip(text, text, text, text, text, (fields, fields), text)


MAKERS: dict[type, Callable[[str], Block]] = {
    Letterhead: lambda text: Letterhead(text, (text,), None, text),
    AddressField: lambda text: AddressField(text, (text, text), text, ((text, text),), (text,)),
    Heading: lambda text: Heading(text, over=text),
    Paragraph: Paragraph,
    Spacer: lambda _: Spacer(4),
    Rule: lambda _: Rule(),
    RulerSheet: lambda _: RulerSheet(),
    FactsBox: lambda text: FactsBox(text, (text,)),
    FillIn: lambda text: FillIn((text, "Wann?")),
    Table: lambda text: Table(
        (Column(text, 30), Column("Name")), ((text, text), GroupBreak(text)), blank_rows=2
    ),
    Timeline: lambda text: Timeline(DAY, date(2027, 9, 1), (TimelineRow(text, DAY, DAY, text),)),
    Slip: _slip,
    SlipSheet: lambda text: SlipSheet((_slip(text), _slip(text))),
    TearStrips: lambda text: TearStrips((TearStrip(text, text, (text,)), TearStrip(text)) * 6),
    LabelSheet: lambda text: LabelSheet(LABELS, ((text,), (text, text)), sender=text),
    BadgeSheet: lambda text: BadgeSheet(BADGES, (Badge(text, text, text, text),), house=text),
    BarChart: lambda text: BarChart((ChartBar(text, 3),)),
    ScaleChart: lambda text: ScaleChart((ScaleRow(text, (1, 2, 3)),), (text, text)),
    TrendLine: lambda text: TrendLine((TrendPoint(text, 4),), text),
    QrCode: lambda text: QrCode(text, 30, text),
    NumberMark: lambda text: NumberMark(text, text, text),
    SignatureLines: lambda text: SignatureLines((text, text)),
    Counts: lambda text: Counts(((text, text), (text, ""))),
    PageBreak: lambda _: PageBreak(),
    NewSheet: NewSheet,
}
SILENT = {Spacer, Rule, RulerSheet, PageBreak, NewSheet}


def _document(kind: type, text: str) -> Document:
    return Document("Blatt", (NewSheet(footer=False), MAKERS[kind](text)), LEAN)


def test_every_kind_of_block_is_tried() -> None:
    assert set(MAKERS) == set(get_args(Block))


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_is_printed_or_told_and_stays_on_the_sheet(kind: type, text: str) -> None:
    document = _document(kind, text)
    data, report = render(document, invariant=True), inspect(document)
    for sheet in read_pdf(data, words=False):
        for item in sheet.stretches:
            assert item.left >= 4.5
            assert item.right <= sheet.width - 4.5
            assert item.bottom <= sheet.height - 4.5
    if kind not in SILENT and text.isascii() and len(text) < 100:
        printed = all_text(data)
        parts = squeezed(text)
        assert parts in printed or _is_told(report, text)
    if kind not in SILENT and text == WORDS:
        assert "Ende" in all_text(data) or _is_told(report, text)


def _is_told(report: Report, text: str) -> bool:
    return any(squeezed(text) in squeezed(one) for one in report.shortened)


@pytest.mark.parametrize("kind", [kind for kind in MAKERS if kind not in SILENT])
def test_a_character_without_glyph_is_told_for_every_kind(kind: type) -> None:
    assert inspect(_document(kind, "Igel 🦔")).missing == ("🦔",)
    assert inspect(_document(kind, NAMES)).missing == ()


@pytest.mark.parametrize("kind", [Letterhead, Heading, FactsBox, Slip, Table])
def test_the_large_edition_stands_it_too(kind: type) -> None:
    document = _document(kind, WORDS)
    large = replace(document, page=replace(document.page, large_print=True))
    assert "Ende" in all_text(render(large)) or inspect(large).shortened
