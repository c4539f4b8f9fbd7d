"""The card of a person, read without Qt's help and saved line by line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.text import fold
from kitadesk.domain.people import Salutation
from kitadesk.queries.bodies import TermRow, terms_of
from kitadesk.queries.contact_card import function_names, institution_names
from kitadesk.queries.institutions import ContactCard, FunctionRow, contact_card
from kitadesk.services import contacts
from kitadesk.services import institutions as book
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.edit_line import LineDeed, LineText
from kitadesk.ui.tabs.contacts.card_lines import (
    Act,
    Card,
    Save,
    area_field,
    checked_line,
    choice_field,
    date_field,
    new_ways,
    plain_line,
    sort_filled,
    suggest_field,
    text_field,
    way_lines,
)

_SALUTATIONS = ((Salutation.NONE, "keine"), (Salutation.FRAU, "Frau"), (Salutation.HERR, "Herr"))
_MOST_ROLES = 2
"""Roles below the name; all of them stand in the lines."""
_LANGUAGES = ("Deutsch", "Arabisch", "Englisch", "Polnisch", "Russisch", "Türkisch", "Ukrainisch")


def _languages() -> tuple[str, ...]:
    return _LANGUAGES


def person_card(desk: Desk, person_id: UUID, act: Act) -> Card:
    """Return the card of a person; raises UserError ``record_gone``."""
    card = desk.read(contact_card, person_id)
    terms = desk.read(terms_of, person_id, desk.clock.today())
    today = desk.clock.today()
    now = [job for job in card.functions if job.to_date is None or job.to_date >= today]
    former = [job for job in card.functions if job not in now]
    filled, empty = sort_filled(_about(desk, card))
    job = ("Funktion", _new_job(desk, person_id))
    return Card(
        title=_title(desk, card),
        subtitle=_roles(now, terms),
        lines=(
            *(_job(desk, job) for job in now),
            *way_lines(desk, card.ways, act),
            *(_term(term) for term in terms),
            *filled,
            checked_line(desk, card.checked_on, _saver(desk, person_id, "checked_on")),
            *(_job(desk, job, caption="Früher") for job in former),
        ),
        more=(*new_ways(desk, person_id=person_id), job, *empty),
    )


def _saver(desk: Desk, person_id: UUID, attribute: str) -> Save:
    def run(value: Any) -> None:
        contacts.change_person(desk, person_id, **{attribute: value})

    return run


def _title(desk: Desk, card: ContactCard) -> LineText:
    save = partial(_saver, desk, card.id)
    return LineText(
        key="name",
        caption="",
        text=card.name,
        fields=(
            text_field("personFirstName", "Vorname", card.first_name, save("first_name")),
            text_field("personLastName", "Nachname", card.last_name, save("last_name")),
            text_field("personTitle", "Titel", card.title, save("title")),
            choice_field(
                "personSalutation", "Anrede", card.salutation, _SALUTATIONS, save("salutation")
            ),
        ),
        kind="title",
    )


def _about(desk: Desk, card: ContactCard) -> list[tuple[str, LineText]]:
    save = partial(_saver, desk, card.id)
    best = text_field("personBestTime", "Erreichbar", card.best_time, save("best_time"))
    language = suggest_field(
        "personLanguage", "Sprache", card.language, _languages, save("language")
    )
    note = area_field("personNote", "Bemerkung", card.note, save("note"))
    return [
        ("Erreichbar", plain_line("best_time", "Erreichbar", card.best_time, best)),
        ("Sprache", plain_line("language", "Sprache", card.language, language)),
        ("Bemerkung", plain_line("note", "Bemerkung", card.note, note)),
    ]


def _job(desk: Desk, job: FunctionRow, *, caption: str = "Funktion") -> LineText:
    def save(attribute: str, read: Callable[[Any], Any] = lambda value: value) -> Save:
        def run(value: Any) -> None:
            fields = {attribute: read(value)}
            contacts.change_function(desk, job.id, **fields)

        return run

    def end() -> None:
        contacts.end_function(desk, job.id, desk.clock.today())

    ended = () if job.to_date is not None else (LineDeed("Heute beendet", end),)
    return LineText(
        key=f"job{job.id.hex}",
        caption=caption,
        text=f"{job.name}, {job.institution}",
        fields=(
            suggest_field(
                "jobName", "Funktion", job.name, partial(desk.read, function_names), save("name")
            ),
            suggest_field(
                "jobPlace", "Einrichtung", job.institution, partial(_houses, desk),
                save("institution_id", partial(_house, desk)),
            ),
            date_field("jobFrom", "seit", job.from_date, desk, save("from_date")),
            date_field("jobTo", "bis", job.to_date, desk, save("to_date")),
        ),
        remark=_span(job.from_date, job.to_date),
        deeds=(*ended, LineDeed("Löschen", partial(contacts.delete_function, desk, job.id))),
        kind="muted" if caption == "Früher" else "",
    )  # fmt: skip


def _new_job(desk: Desk, person_id: UUID) -> LineText:
    def add(values: tuple[Any, ...]) -> None:
        house = _house(desk, values[1])
        book.add_function(desk, person_id, house, values[0], from_date=values[2])

    return LineText(
        key="new_job",
        caption="Funktion",
        text="",
        fields=(
            suggest_field("jobName", "Funktion", "", partial(desk.read, function_names)),
            suggest_field("jobPlace", "Einrichtung", "", partial(_houses, desk)),
            date_field("jobFrom", "seit", None, desk),
        ),
        add=add,
    )


def _houses(desk: Desk) -> tuple[str, ...]:
    return tuple(desk.read(institution_names))


def _house(desk: Desk, typed: str) -> UUID:
    """Return the institution that a typed name means; or ``contact_place_unknown`` is raised."""
    houses, wanted = desk.read(institution_names), fold(typed)
    named = [key for name, key in houses.items() if fold(name) == wanted]
    begun = named or [key for name, key in houses.items() if wanted and wanted in fold(name)]
    if len(begun) != 1:
        raise UserError("contact_place_unknown", text=typed)
    return begun[0]


def _term(term: TermRow) -> LineText:
    return LineText(
        key=f"term{term.body_id.hex}{term.role_label}",
        caption="Amtszeit",
        text=f"{term.role_label} {term.body}",
        remark=_span(term.from_date, term.until),
    )


def _roles(jobs: list[FunctionRow], terms: tuple[TermRow, ...]) -> str:
    """Return what somebody is: first in bodies, then in institutions."""
    seats = [f"{term.role_label} {term.body}" for term in terms]
    held = [f"{job.name}, {job.institution}" for job in jobs]
    sent = [term.institution for term in terms if term.institution and not held]
    roles = tuple(dict.fromkeys((*seats, *held, *sent)))
    return " · ".join(roles[:_MOST_ROLES])


def _span(begin: date | None, end: date | None) -> str:
    if begin is None and end is None:
        return ""
    if end is None:
        return f"seit {begin:%m/%Y}"
    return f"bis {end:%m/%Y}" if begin is None else f"{begin:%m/%Y} – {end:%m/%Y}"
