"""A letter in the words of an e-mail."""

from __future__ import annotations

from kitadesk.handouts.kit.blocks import (
    Align,
    Document,
    FactsBox,
    Heading,
    Letterhead,
    NewSheet,
    Paragraph,
    Slip,
    TextStyle,
)
from kitadesk.handouts.letter_words import words_of

LETTER = Document(
    "Einladung",
    (
        NewSheet("Kopiervorlage"),
        Letterhead("Kita Sonnenschein", ("Gartenweg 4",)),
        Paragraph("Hainichen, 25. Januar 2027", align=Align.END),
        Heading("Sprache", over="Themenabend"),
        Paragraph("Liebe Eltern,"),
        Paragraph("wir laden Sie ein."),
        FactsBox("Donnerstag, 8. April 2027", ("Saal", "Eintritt frei")),
        Paragraph("Bitte geben Sie uns Bescheid.", TextStyle.STRONG),
        Paragraph("Ihr Team"),
        Slip(deadline="Rückmeldung", event="Sprache"),
        Paragraph("unter dem Abschnitt"),
        NewSheet("Abschnitte"),
        Paragraph("Familie Ott"),
    ),
)


def test_the_whole_text_ends_before_the_slip_and_has_no_letterhead() -> None:
    assert words_of(LETTER).full.split("\n\n") == [
        "Themenabend\nSprache",
        "Liebe Eltern,",
        "wir laden Sie ein.",
        "Donnerstag, 8. April 2027\nSaal\nEintritt frei",
        "Bitte geben Sie uns Bescheid.",
        "Ihr Team",
    ]


def test_the_short_text_keeps_what_when_and_what_is_asked() -> None:
    assert words_of(LETTER).short.split("\n\n") == [
        "Themenabend\nSprache",
        "Liebe Eltern,",
        "Donnerstag, 8. April 2027\nSaal\nEintritt frei",
        "Bitte geben Sie uns Bescheid.",
    ]


def test_a_second_letter_is_not_read() -> None:
    two = Document("", (NewSheet(), Paragraph("Eins"), NewSheet(), Paragraph("Zwei")))
    assert words_of(two).full == "Eins"
