"""*Vor dem Drucken*, papers about one child: letters to its parents and consent forms.

Both are no runs of family letters (what is about one child never goes by plain e-mail), so their
addressees are looked at here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from kitadesk.base.text import and_list, plural, shorten
from kitadesk.domain.names import listed_name
from kitadesk.handouts.consent_forms import FormParams
from kitadesk.handouts.entry_year import entry_year_of
from kitadesk.queries.child_letters import letters_of_child
from kitadesk.queries.consent_slips import (
    FormChild,
    FormRow,
    form_reminders_of_child,
    form_rows,
    form_rows_of_child,
)
from kitadesk.queries.house import own_house
from kitadesk.queries.living_apart import custodians_without_letter
from kitadesk.queries.people import child
from kitadesk.queries.reader import Reader
from kitadesk.services.print_findings import Finding, home_line, some_of

CHILD_LETTER, YEAR_FORMS, CHILD_FORMS = "child_letter", "consent_form", "consent_form_child"
NOBODY = "Niemand ist zu erinnern: Gedruckt wird die Vorlage ohne Namen."
ALL_ANSWERED = "Alle haben geantwortet: Gedruckt wird das leere Formular."


def of_child_letter(
    reader: Reader, child_id: UUID, today: date, *, reminder: bool
) -> Iterator[Finding]:
    """Look at every household that a letter about a child is for."""
    rows = letters_of_child(reader, child_id, today, reminder=reminder)
    if not rows:
        yield Finding(NOBODY, "paper")
    for row in rows:
        if not row.no_post and not (row.street and row.town):
            whose = "Zweiter Haushalt" if row.is_second else "Brief"
            text = f"{whose} ohne Anschrift: {shorten(and_list(row.addressed_to), 60)}."
            yield Finding(text, "family", row.family_id, home_line(row.household_id))
    house = own_house(reader)
    is_addressed = any(row.street and not row.no_post for row in rows)
    if house and is_addressed and not (house.street and house.town):
        text = "Der Absender über dem Anschriftfeld hat keine Anschrift."
        yield Finding(text, "house", house.id, "street")
    yield from _without_letter(reader, child_id, today)


def of_consent_forms(
    reader: Reader, paper_id: str, subject_id: UUID | None, params: FormParams, today: date
) -> Iterator[Finding]:
    """Look at the sheets of a child or a year: who gets none, and what stays empty on them."""
    rows = _sheets(reader, paper_id, subject_id, params, today)
    if not rows:
        yield Finding(NOBODY if params.reminder else ALL_ANSWERED, "paper")
        return
    for row in rows:
        if row.lacks_address:
            yield _cannot_be_sent(row)
    yield from _gaps(rows)


def _sheets(
    reader: Reader, paper_id: str, subject_id: UUID | None, params: FormParams, today: date
) -> tuple[FormRow, ...]:
    kind = params.purpose.kind
    if paper_id == CHILD_FORMS:
        read = form_reminders_of_child if params.reminder else form_rows_of_child
        return read(reader, kind, subject_id) if subject_id else ()
    cohort_id = entry_year_of(reader, subject_id, today).cohort_id
    if cohort_id is None:
        return ()
    return form_rows(reader, kind, today, cohort_id=cohort_id, reminder=params.reminder)


def _cannot_be_sent(row: FormRow) -> Finding:
    """Say who does not live with the child and has no address that a sheet could go to."""
    names = shorten(and_list(row.members or row.signers), 60)
    if row.household_id is None:
        text = f"Wohnt nicht beim Kind, Anschrift fehlt: {names}."
        return Finding(text, "child", row.child.id, "newHome")
    whose = "Zweiter Haushalt" if row.is_second else "Brief per Post"
    text = f"{whose} ohne Anschrift: {names or _listed(row.child)}."
    return Finding(text, "family", row.child.family_id, home_line(row.household_id))


def _gaps(rows: Iterable[FormRow]) -> Iterator[Finding]:
    """Name children whose sheets keep empty lines: without custodians, or without a school."""
    unsigned, no_school = {}, {}
    for row in rows:
        if not row.signers:
            unsigned[row.child.id] = row.child
        if not row.child.school_id:
            no_school[row.child.id] = row.child
    for found, what, field in (
        (unsigned, "ohne Sorgeberechtigte, die Zeilen bleiben leer", "newAdult"),
        (no_school, "ohne Schule, die Zeile bleibt leer", "school_id"),
    ):
        if found:
            count = plural(len(found), "Kind", "Kinder")
            text = f"{count} {what}: {some_of(map(_listed, found.values()))}."
            yield Finding(text, "child", next(iter(found)), field)


def _without_letter(reader: Reader, child_id: UUID, today: date) -> Iterator[Finding]:
    """Name custodians of the child who live apart and have no household to write to."""
    family_id = child(reader, child_id).family_id
    for row in custodians_without_letter(reader, today):
        if row.family_id == family_id:
            text = f"Wohnt nicht beim Kind und bekommt keinen Brief: {shorten(row.name, 60)}."
            yield Finding(text, "child", row.child_id, "newHome")


def _listed(row: FormChild) -> str:
    return listed_name(row.last_name, row.first_name)
