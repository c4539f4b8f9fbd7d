"""Papers as Word documents: every word is there, and can be read back by Word's own structure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from PIL import Image

from kitadesk.base.errors import UserError
from kitadesk.handouts import registry
from kitadesk.handouts.kit.blocks import (
    AddressField,
    Align,
    Badge,
    BadgeSheet,
    BarChart,
    Block,
    CellKind,
    ChartBar,
    Column,
    Document,
    FactsBox,
    FillIn,
    GroupBreak,
    Heading,
    LabelGeometry,
    LabelSheet,
    Letterhead,
    NewSheet,
    PageSetup,
    Paragraph,
    QrCode,
    ScaleChart,
    ScaleRow,
    SignatureLines,
    Slip,
    SlipField,
    Table,
    TrendLine,
    TrendPoint,
)
from kitadesk.handouts.kit.docx import can_be_changed_in_word, render_docx
from kitadesk.handouts.spec import Handout

CHANGEABLE = [
    paper for paper in registry.all_papers() if can_be_changed_in_word(paper.sample_document())
]
SLIP = Slip(
    deadline="Rückmeldung bis 24. März",
    event="Themenabend",
    family="Muster, Mia",
    number="4821-7",
    lines=((SlipField("Wir kommen mit", 16, "Personen", tick=True),), (SlipField("Frage:", 0),)),
)


def png(colour: str = "black") -> bytes:
    target = BytesIO()
    Image.new("RGB", (300, 100), colour).save(target, "PNG")
    return target.getvalue()


def word_of(*blocks: Block, page: PageSetup | None = None) -> WordDocument:
    document = Document("Brief", blocks, page or PageSetup(), author="Kita Sonnenschein")
    return read(render_docx(document, printed_on=date(2027, 1, 25)))


def read(data: bytes) -> WordDocument:
    return docx.Document(BytesIO(data))


def words_of(word: WordDocument) -> str:
    """All text of the body, cells included, in the order of the file."""
    return " ".join(_texts(word))


def _texts(word: WordDocument) -> Iterator[str]:
    for paragraph in word.element.body.iter(qn("w:p")):
        yield "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def test_charts_become_tables_of_the_same_figures() -> None:
    scale = ScaleChart((ScaleRow("Thema", (0, 0, 0, 1, 3)), ScaleRow("Raum", (0,))))
    trend = TrendLine((TrendPoint("2026", 41.5), TrendPoint("2027", 52)), "%")
    word = word_of(BarChart((ChartBar("Aushang", 12), ChartBar("Zettel", 4))), scale, trend)
    bars, steps, years = (
        [[cell.text for cell in row.cells] for row in table.rows] for table in word.tables
    )
    assert bars == [["Antwort", "Anzahl"], ["Aushang", "12 (75 %)"], ["Zettel", "4 (25 %)"]]
    assert steps[1] == ["Thema", "0", "0", "0", "1", "3", "Ø 4,8", "4"]
    assert steps[2] == ["Raum", "0", "", "", "", "", "keine Antwort", "0"]
    assert years[1:] == [["2026", "41,5 %"], ["2027", "52 %"]]
    assert "1 = trifft nicht zu, 5 = trifft voll zu" in words_of(word)


def test_what_is_behind_a_code_stands_as_text() -> None:
    words = words_of(word_of(QrCode("https://example.org/kita", caption="Mehr dazu")))
    assert "Mehr dazu" in words
    assert "https://example.org/kita" in words


def test_notes_and_information_stand_at_the_window_address() -> None:
    info = (("Telefon", "037207 555-0"), ("Telefax", ""))
    field = AddressField("Kita", ("Petra Muster",), "1. März", info, ("Persönlich",))
    left, right = word_of(field).tables[0].rows[0].cells
    assert left.text.split("\n") == ["Kita", "Persönlich", "Petra Muster"]
    assert right.text.split("\n") == ["Telefon: 037207 555-0", "1. März"]


def test_badges_stay_a_pdf() -> None:
    geometry = LabelGeometry(2, 5, 90, 55, 15, 11, 90, 55, 3, 3)
    sheet = Document("Schilder", (BadgeSheet(geometry, (Badge("Mia"),)),))
    assert not can_be_changed_in_word(sheet)


@pytest.mark.parametrize("paper", CHANGEABLE, ids=lambda paper: paper.id)
def test_every_letter_and_list_can_be_changed_in_word(paper: Handout) -> None:
    for document in (paper.sample_document(), paper.blank_form({})):
        assert render_docx(document).startswith(b"PK")


def test_letters_lists_and_posters_are_among_them() -> None:
    known = {paper.id for paper in CHANGEABLE}
    assert {"invitation", "letter", "attendance_list", "agenda", "telephone_list"} <= known


def test_all_words_of_an_invitation_stand_in_the_file() -> None:
    paper = registry.find("invitation")
    shown = words_of(read(render_docx(paper.sample_document())))
    for text in ("Liebe Eltern von Mia und Jonas,", "Nr. 4821-7", "Donnerstag, 8. April 2027"):
        assert text in shown


def test_what_lives_from_its_place_is_refused_in_words() -> None:
    geometry = LabelGeometry(3, 7, 63.5, 38.1, 7.2, 15.2, 66, 38.1, 2, 2)
    document = Document("Etiketten", (LabelSheet(geometry, (("Ott",),)),))
    with pytest.raises(UserError) as refused:
        render_docx(document)
    assert refused.value.code == "paper_not_for_word"


def test_heads_of_a_list_come_again_and_rows_stay_whole() -> None:
    columns = (Column("Name"), Column("da", 15, kind=CellKind.TICK))
    rows = (GroupBreak("Frösche"), ("Mia Ott", ""), ("Ole Ott", "x"))
    (table,) = word_of(Table(columns, rows, blank_rows=2, numbered=True)).tables
    assert [cell.text for cell in table.rows[0].cells] == ["Nr.", "Name", "da"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in table.rows[2].cells] == ["1", "Mia Ott", "☐"]
    assert [cell.text for cell in table.rows[3].cells] == ["2", "Ole Ott", "☒"]
    assert len(table.rows) == 1 + 1 + 2 + 2
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows[1:])


def test_a_head_stands_as_its_column_and_upright_where_it_is_too_wide() -> None:
    columns = (Column("Gruppe"), Column("ja", 20, Align.END), Column("geantwortet", 12, Align.END))
    (table,) = word_of(Table(columns, (("Igel", "3", "4"),))).tables
    name, yes, answered = table.rows[0].cells
    assert yes.paragraphs[0].alignment == table.rows[1].cells[1].paragraphs[0].alignment
    assert answered._tc.tcPr.find(qn("w:textDirection")) is not None
    assert name._tc.tcPr.find(qn("w:textDirection")) is None
    assert table.rows[0].height is not None


def test_a_group_on_a_new_page_begins_a_new_table_with_its_head() -> None:
    rows = (GroupBreak("A"), ("1",), GroupBreak("B", new_page=True), ("2",))
    first, second = word_of(Table((Column("Name"),), rows)).tables
    assert (first.rows[0].cells[0].text, second.rows[0].cells[0].text) == ("Name", "Name")


def test_letters_begin_on_pages_of_their_own_and_the_first_without_a_break() -> None:
    word = word_of(NewSheet("A"), Paragraph("eins"), NewSheet("B"), Paragraph("zwei"))
    breaks = [node for node in word.element.body.iter(qn("w:br")) if node.get(qn("w:type"))]
    assert len(breaks) == 1
    assert word.paragraphs[0].text == "eins"


def test_line_breaks_are_kept_and_markup_is_only_text() -> None:
    word = word_of(Paragraph("Anna <anna@example.org>\n<b>3 & 4</b>"))
    assert word.paragraphs[0].text == "Anna <anna@example.org>\n<b>3 & 4</b>"


def test_control_characters_do_not_break_the_file() -> None:
    assert "ab" in words_of(word_of(Paragraph("a\x00\x0bb")))


def test_arabic_runs_from_the_right() -> None:
    word = word_of(Paragraph("أهلا وسهلا"))
    assert word.paragraphs[0]._p.pPr.find(qn("w:bidi")) is not None


def test_slip_has_number_boxes_and_a_line_to_the_edge() -> None:
    shown = words_of(word_of(Paragraph("Liebe Eltern"), SLIP))
    assert "Nr. 4821-7" in shown
    assert "☐ Wir kommen mit ________ Personen" in shown


def test_the_foot_counts_pages_by_fields() -> None:
    foot = word_of(Paragraph("x")).sections[0].footer._element.xml
    assert "PAGE" in foot
    assert "NUMPAGES" in foot
    assert "25.01.2027" in foot


def test_sheet_and_edges_are_those_of_the_paper() -> None:
    section = word_of(Paragraph("x"), page=PageSetup(landscape=True)).sections[0]
    assert section.page_width is not None
    assert round(section.page_width.mm) == 297
    assert section.left_margin is not None
    assert round(section.left_margin.mm) == 22


def test_logos_of_house_and_alliance_are_in_the_file() -> None:
    head = Letterhead("Kita", ("Weg 1",), png(), partner_name="Bündnis", partner_logo=png("blue"))
    data = render_docx(Document("Brief", (head,)))
    pictures = [name for name in ZipFile(BytesIO(data)).namelist() if "media/" in name]
    assert len(pictures) == 2
    assert "Bündnis" in words_of(read(data))


def test_address_facts_and_lines_to_sign_stand_there() -> None:
    shown = words_of(
        word_of(
            AddressField("Kita · Weg 1", ("Familie Ott", "09661 Hainichen"), "Hainichen, 1. März"),
            Heading("Einladung", over="Themenabend"),
            FactsBox("Do 8. April", ("Rathaus",)),
            FillIn(("Name",)),
            Paragraph("Mitte", align=Align.CENTER),
            SignatureLines(("Datum", "Unterschrift")),
        )
    )
    for text in ("09661 Hainichen", "Hainichen, 1. März", "Do 8. April", "Name", "Unterschrift"):
        assert text in shown


def test_the_same_document_gives_the_same_words_and_day() -> None:
    document = registry.find("agenda").sample_document()
    first = read(render_docx(document, printed_on=date(2027, 1, 25)))
    assert first.core_properties.created is not None
    assert first.core_properties.created.date() == date(2027, 1, 25)
    assert words_of(first) == words_of(read(render_docx(document)))
