"""What a plan of contacts says in German, and its rows as the pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kitadesk.base.text import plural, shorten
from kitadesk.domain.contact_fields import CONTACT_LABELS, ContactField
from kitadesk.domain.names import listed_name
from kitadesk.domain.sheet import cell_text
from kitadesk.services.importing_contacts import (
    ContactImportPlan,
    ContactImportResult,
    ContactImportRow,
)
from kitadesk.ui.kit.dialogs import FileKind
from kitadesk.ui.takeover.columns_page import ColumnView, Meanings
from kitadesk.ui.takeover.example import ExampleRows
from kitadesk.ui.takeover.rows_page import RowKind, RowView, RowWords
from kitadesk.ui.takeover.siblings_page import PairView, PairWords
from kitadesk.ui.takeover.source_page import SourceWords
from kitadesk.ui.takeover_contacts.reading import ContactReading

_EXAMPLES = 4
_LONGEST_EXAMPLE = 40
_KINDS = {
    "added": RowKind.ADDED,
    "updated": RowKind.UPDATED,
    "unchanged": RowKind.UNCHANGED,
    "missing": RowKind.MISSING,
    "rejected": RowKind.REJECTED,
}
CONTACT_MEANINGS: Meanings = (
    (ContactField.IGNORE, CONTACT_LABELS[ContactField.IGNORE]),
    *(
        (field, label)
        for field, label in CONTACT_LABELS.items()
        if field is not ContactField.IGNORE
    ),
)
SOURCE = SourceWords(
    "Adressliste oder Visitenkarten hier einfügen",
    "In Excel oder Word die Zeilen markieren, Strg+C, dann hier Strg+V. "
    "Oder eine Datei hierher ziehen, auch .vcf aus dem Telefon oder aus Outlook.",
    (
        FileKind("Listen und Visitenkarten", ("xlsx", "xls", "ods", "csv", "txt", "vcf")),
        FileKind("Alle Dateien", ("*",)),
    ),
    ExampleRows(
        (
            ("Einrichtung", "Ansprechpartner", "Telefon"),
            ("Grundschule Muster", "Muster, Petra", "037207 555-1"),
            ("Stadtbibliothek", "Muster, Tom", "037207 555-2"),
        ),
        (170, 150, 120),
        "Beispiel: Einrichtung, Ansprechpartner und Telefon in drei Spalten",
    ),
)
ROWS = RowWords(
    "Wo",
    "Funktion",
    "1 Person, die nicht in dieser Liste steht",
    "Personen, die nicht in dieser Liste stehen",
    "Funktion dort heute beenden",
)
PAIRS = PairWords(
    "Ist das dieselbe Person? Was Sie offen lassen, bleiben zwei Personen.",
    "In der Liste und schon bekannt",
    "eine Person",
    "zwei Personen",
    "Unklare Personen",
)


def summary(plan: ContactImportPlan) -> str:
    """Say what the list holds: "16 Personen, 15 Einrichtungen, 1 Gremium"."""
    counts = plan.counts
    if not counts.rows:
        return "In dieser Liste ist kein Kontakt zu erkennen"
    pairs = (
        (counts.people, "Person", "Personen"),
        (counts.institutions, "Einrichtung", "Einrichtungen"),
        (counts.bodies, "Gremium", "Gremien"),
    )
    words = ", ".join(plural(number, one, many) for number, one, many in pairs if number)
    return words if counts.added or counts.updated else f"Nichts Neues: {words}"


def odd_parts(plan: ContactImportPlan, open_pairs: int) -> list[str]:
    """Name what wants a look: rejected rows, people who may be known, missing people."""
    counts = plan.counts
    parts: list[str] = []
    if counts.rejected:
        lines = plural(counts.rejected, "Zeile wird", "Zeilen werden")
        parts.append(f"{lines} nicht übernommen")
    if open_pairs:
        people = plural(open_pairs, "Person ist", "Personen sind")
        parts.append(f"{people} vielleicht schon bekannt")
    if counts.missing and counts.rows:
        missing = plural(counts.missing, "Person fehlt", "Personen fehlen")
        parts.append(f"{missing} in der Liste")
    return parts


def button_words(plan: ContactImportPlan, same: frozenset[int], *, drop_missing: bool) -> str:
    """Name the deed on the button; empty if there is nothing to do."""
    number = plan.counts.added + plan.counts.updated
    if number:
        return f"{plural(number, 'Kontakt', 'Kontakte')} übernehmen"
    if drop_missing and plan.counts.missing:
        return f"{plural(plan.counts.missing, 'Funktion', 'Funktionen')} beenden"
    return "Kontakte zusammenführen" if same else ""


def done_words(result: ContactImportResult) -> tuple[str, str]:
    """Say what happened, as title and sentence."""
    number = result.added + result.updated
    parts = []
    if result.added and result.updated:
        parts.append(f"{result.added} neu, {result.updated} geändert")
    parts.append(plural(result.people, "Person", "Personen"))
    if result.institutions:
        parts.append(plural(result.institutions, "Einrichtung", "Einrichtungen"))
    if result.bodies:
        parts.append(plural(result.bodies, "Gremium", "Gremien"))
    if result.ended:
        parts.append(f"bei {plural(result.ended, 'Person', 'Personen')} die Funktion beendet")
    title = f"{plural(number, 'Kontakt', 'Kontakte')} übernommen" if number else "Übernommen"
    return title, ", ".join(parts) + "."


def column_views(reading: ContactReading) -> tuple[ColumnView, ...]:
    """Return the columns with their first filled cells, from the rows below the header."""
    rows = reading.sheet.rows[reading.first_data_row :]
    return tuple(
        ColumnView(
            one.column,
            one.header,
            one.field,
            _examples(cell_text(row[one.column]) for row in rows),
        )
        for one in reading.columns
    )


def row_views(plan: ContactImportPlan) -> tuple[RowView, ...]:
    """Return all rows for the table; a list without any contact makes nobody missing."""
    rows = plan.rows if plan.counts.rows else tuple(row for row in plan.rows if row.line)
    return tuple(_row_view(number, row) for number, row in enumerate(rows))


def pair_views(plan: ContactImportPlan, answers: Mapping[int, bool]) -> tuple[PairView, ...]:
    """Return the people who may be known, with the answers so far."""
    views = []
    for number, one in enumerate(plan.doubtful):
        draft = plan.drafts[one.index]
        listed = listed_name(draft.last_name, draft.first_name)
        place = draft.institution.name if draft.institution else draft.body
        where = f" ({place})" if place else ""
        who = f"{listed}{where} und {one.name}"
        is_one = answers.get(number, False)
        views.append(PairView(number, who, one.reason, is_one, number in answers, PAIRS))
    return tuple(views)


def overrides_of(changed: Mapping[int, ContactField]) -> dict[str, ContactField]:
    """Name columns by their number: two may have the same header."""
    return {f"Spalte {number + 1}": field for number, field in changed.items()}


def _row_view(number: int, row: ContactImportRow) -> RowView:
    return RowView(
        number, row.line or None, _KINDS[row.action], row.name, row.place, row.function, row.reason
    )


def _examples(cells: Iterable[str]) -> str:
    found: dict[str, None] = {}
    for cell in cells:
        if cell:
            found.setdefault(shorten(cell, _LONGEST_EXAMPLE), None)
        if len(found) == _EXAMPLES:
            break
    return " · ".join(found)
