"""A list of contacts that is taken over: its words, its rows, who may be known already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from typing_extensions import override

from kitadesk.base.text import plural
from kitadesk.domain.contact_columns import guess_contact_columns
from kitadesk.domain.contact_fields import CONTACT_LABELS, ContactField
from kitadesk.domain.names import listed_name
from kitadesk.domain.sheet import Sheet
from kitadesk.services.importing_contacts import (
    ContactImportPlan,
    ContactImportResult,
    ContactImportRow,
    apply_contacts,
    plan_contacts,
)
from kitadesk.services.parsing import Contents
from kitadesk.ui.kit.dialogs import FileKind
from kitadesk.ui.takeover.columns_page import ColumnView, meanings_of
from kitadesk.ui.takeover.example import ExampleRows
from kitadesk.ui.takeover.list_kind import (
    ROW_KINDS,
    Decisions,
    ListKind,
    ListWords,
    OddWords,
    Overrides,
    column_views,
    counted,
    new_and_changed,
)
from kitadesk.ui.takeover.rows_page import RowView, RowWords
from kitadesk.ui.takeover.siblings_page import PairView, PairWords
from kitadesk.ui.takeover.source_page import SourceWords

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk

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
    (176, 120),
)
PAIRS = PairWords(
    "Ist das dieselbe Person? Was Sie offen lassen, bleiben zwei Personen.",
    "In der Liste und schon bekannt",
    "eine Person",
    "zwei Personen",
    "Unklare Personen",
)


class ContactsList(ListKind[ContactImportPlan, ContactImportResult]):
    """People and institutions, with their functions, numbers and bodies."""

    words = ListWords(
        title="Kontakte übernehmen",
        source=SOURCE,
        meanings=meanings_of(CONTACT_LABELS, ContactField.IGNORE),
        rows=ROWS,
        pairs=PAIRS,
        pages=("Kontakte", "Schon bekannt?"),
        odd=OddWords(
            pair=(
                "Person ist vielleicht schon bekannt",
                "Personen sind vielleicht schon bekannt",
            ),
            missing=("Person fehlt", "Personen fehlen"),
        ),
        contents=Contents.CONTACTS,
        asks_visibility=True,
    )

    @override
    def plan(self, desk: Desk, sheet: Sheet, overrides: Overrides) -> ContactImportPlan:
        return plan_contacts(desk, sheet, _fields(overrides))

    @override
    def columns(self, sheet: Sheet, overrides: Overrides) -> tuple[ColumnView, ...]:
        guess = guess_contact_columns(sheet.rows, _fields(overrides))
        return column_views(guess.readings(), sheet.rows[guess.first_data_row :])

    @override
    def apply(self, desk: Desk, plan: ContactImportPlan, decided: Decisions) -> ContactImportResult:
        return apply_contacts(
            desk,
            plan,
            same=decided.same,
            drop_missing=decided.drop_missing,
            visibility=decided.visibility,
        )

    @override
    def number_of(self, plan: ContactImportPlan) -> int:
        return plan.counts.rows

    @override
    def summary(self, plan: ContactImportPlan, same: frozenset[int]) -> str:
        """Say what the list holds: "16 Personen, 15 Einrichtungen, 1 Gremium"."""
        counts = plan.counts
        if not counts.rows:
            return "In dieser Liste ist kein Kontakt zu erkennen"
        words = counted(
            (counts.people, "Person", "Personen"),
            (counts.institutions, "Einrichtung", "Einrichtungen"),
            (counts.bodies, "Gremium", "Gremien"),
        )
        return words if counts.added or counts.updated else f"Nichts Neues: {words}"

    @override
    def button_words(self, plan: ContactImportPlan, decided: Decisions) -> str:
        number = plan.counts.added + plan.counts.updated
        if number:
            return f"{plural(number, 'Kontakt', 'Kontakte')} übernehmen"
        if decided.drop_missing and plan.counts.missing:
            return f"{plural(plan.counts.missing, 'Funktion', 'Funktionen')} beenden"
        return "Kontakte zusammenführen" if decided.same else ""

    @override
    def done_words(self, result: ContactImportResult) -> tuple[str, str]:
        number = result.added + result.updated
        sums = counted(
            (result.people, "Person", "Personen"),
            (result.institutions, "Einrichtung", "Einrichtungen"),
            (result.bodies, "Gremium", "Gremien"),
        )
        parts = [*new_and_changed(result.added, result.updated), *filter(None, [sums])]
        if result.ended:
            ended = plural(result.ended, "Person", "Personen")
            parts.append(f"bei {ended} die Funktion beendet")
        title = f"{plural(number, 'Kontakt', 'Kontakte')} übernommen" if number else "Übernommen"
        return title, ", ".join(parts) + "."

    @override
    def row_views(self, plan: ContactImportPlan) -> tuple[RowView, ...]:
        rows = plan.rows if plan.counts.rows else tuple(row for row in plan.rows if row.line)
        return tuple(_row_view(number, row) for number, row in enumerate(rows))

    @override
    def pair_views(
        self, plan: ContactImportPlan, answers: Mapping[int, bool]
    ) -> tuple[PairView, ...]:
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

    @override
    def pair_keys(self, plan: ContactImportPlan) -> tuple[tuple[object, object], ...]:
        return tuple((one.index, one.known_id) for one in plan.doubtful)


def _fields(overrides: Overrides) -> dict[str, ContactField]:
    return {name: field for name, field in overrides.items() if isinstance(field, ContactField)}


def _row_view(number: int, row: ContactImportRow) -> RowView:
    return RowView(
        number,
        row.line or None,
        ROW_KINDS[row.action],
        row.name,
        row.place,
        row.function,
        row.reason,
    )
