"""What an empty page says before there is a record: own words for each kind of event."""

from __future__ import annotations

from dataclasses import dataclass

from kitadesk.domain.events import EventKind


@dataclass(frozen=True, slots=True)
class KindWords:
    """`title` asks for the title, `begun` explains the page, `below` says what comes next."""

    title: str
    begun: str
    below: str = "Datum und Ort tragen Sie unten ein."


EVENT_WORDS = KindWords(
    "Wie heißt die Veranstaltung?",
    "Neue Veranstaltung: Sobald Titel oder Datum dasteht, ist sie gespeichert.",
)
EVENING_WORDS = KindWords(
    "Wie heißt der Abend?",
    "Neuer Abend: Sobald Titel oder Datum dasteht, ist er gespeichert.",
)
_WORDS = {
    EventKind.PARENT_EVENING: EVENING_WORDS,
    EventKind.TOPIC_EVENING: EVENING_WORDS,
    EventKind.PRESCHOOL_EVENING: EVENING_WORDS,
    EventKind.PARENTS_ASSEMBLY: KindWords(
        "Wie heißt die Versammlung?",
        "Neue Elternversammlung: Sobald Titel oder Datum dasteht, ist sie gespeichert.",
    ),
    EventKind.PARENT_CAFE: KindWords(
        "Wie heißt das Café?",
        "Neues Elterncafé: Sobald Titel oder Datum dasteht, ist es gespeichert. Kommt es jeden "
        "Monat, machen Sie danach im Menü „…“ eine Reihe daraus.",
    ),
    EventKind.FESTIVAL: KindWords(
        "Wie heißt das Fest?",
        "Neues Fest: Sobald Titel oder Datum dasteht, ist es gespeichert.",
    ),
    EventKind.STAFF_TRAINING: KindWords(
        "Worum geht es in der Fortbildung?",
        "Neue Fortbildung: Sobald Titel oder Datum dasteht, ist sie gespeichert.",
    ),
    EventKind.MEETING: KindWords(
        "Wer trifft sich, oder worum geht es?",
        "Neue Sitzung: Sobald Titel oder Datum dasteht, ist sie gespeichert.",
    ),
    EventKind.PLENARY: KindWords(
        "Worum geht es im Plenum?",
        "Neues Plenum: Sobald Titel oder Datum dasteht, ist es gespeichert.",
    ),
    EventKind.LETTER: KindWords(
        "Worum geht es?",
        "Neuer Elternbrief: Sobald die Überschrift dasteht, ist er gespeichert; dann kommen Text "
        "und Abschnitt dazu.",
        "Für wen und für welchen Tag, tragen Sie unten ein.",
    ),
    EventKind.CLOSING_DAY: KindWords(
        "Warum ist geschlossen? Zum Beispiel: Pädagogischer Tag",
        "Neuer Schließtag: Sobald Titel oder Tag dasteht, ist er gespeichert.",
        "Die Tage tragen Sie unten ein.",
    ),
}


def words_of(kind: EventKind) -> KindWords:
    """Return the words for a kind; where it has no own ones, those of any event."""
    return _WORDS.get(kind, EVENT_WORDS)
