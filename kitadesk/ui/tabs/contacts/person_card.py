"""The card of a person, read without Qt's help and saved line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.text import fold
from kitadesk.domain.entries import checked_name
from kitadesk.domain.people import Salutation
from kitadesk.queries.bodies import TermRow, terms_of
from kitadesk.queries.contact_card import (
    ContactNote,
    can_leave_contacts,
    function_names,
    institution_names,
)
from kitadesk.queries.former_values import former_values
from kitadesk.queries.institutions import ContactCard, FunctionRow, contact_card
from kitadesk.services import contacts
from kitadesk.services import institutions as book
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.edit_line import LineDeed, LineText
from kitadesk.ui.tabs.contacts.card_lines import (
    Act,
    Card,
    Past,
    Save,
    area_field,
    checked_line,
    choice_field,
    contact_line,
    date_field,
    new_ways,
    past_words,
    plain_line,
    sort_filled,
    suggest_field,
    text_field,
    way_lines,
)

AskPlace = Callable[[str, Callable[[str], object]], None]
"""Asks whether an institution of this name shall be made, then hands the name on."""
_SALUTATIONS = ((Salutation.NONE, "keine"), (Salutation.FRAU, "Frau"), (Salutation.HERR, "Herr"))
_MOST_ROLES = 2
"""Roles below the name; all of them stand in the lines."""
_LANGUAGES = ("Deutsch", "Arabisch", "Englisch", "Polnisch", "Russisch", "Türkisch", "Ukrainisch")


def _languages() -> tuple[str, ...]:
    return _LANGUAGES


def person_card(
    desk: Desk, person_id: UUID, act: Act, notes: Sequence[ContactNote], ask: AskPlace
) -> Card:
    """Return the card of a person; raises UserError ``record_gone``."""
    card = desk.read(contact_card, person_id)
    terms = desk.read(terms_of, person_id, desk.clock.today())
    today = desk.clock.today()
    now = [job for job in card.functions if job.to_date is None or job.to_date >= today]
    former = [job for job in card.functions if job not in now]
    filled, empty = sort_filled(_about(desk, card))
    job = ("Funktion", _new_job(desk, person_id, ask))
    kept = [*(way.id for way in card.ways), *(job.id for job in card.functions)]
    past = desk.look(former_values, [person_id, *kept])
    return Card(
        title=_title(desk, card, past_words(past.get(person_id))),
        subtitle=_roles(now, terms),
        lines=(
            *(_job(desk, job, ask, past) for job in now),
            *way_lines(desk, card.ways, act, past),
            *(_term(term) for term in terms),
            *filled,
            checked_line(desk, card.checked_on, _saver(desk, person_id, "checked_on")),
            *contact_line(notes),
            *(_job(desk, job, ask, past, caption="Früher") for job in former),
        ),
        more=(*new_ways(desk, person_id=person_id), job, *empty),
        can_delete=desk.read(can_leave_contacts, person_id),
    )


def _saver(desk: Desk, person_id: UUID, attribute: str) -> Save:
    def run(value: Any) -> None:
        contacts.change_person(desk, person_id, **{attribute: value})

    return run


def _title(desk: Desk, card: ContactCard, past: str) -> LineText:
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
        past=past,
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


def _job(
    desk: Desk, job: FunctionRow, ask: AskPlace, past: Past, *, caption: str = "Funktion"
) -> LineText:
    refused: list[str] = []

    def save(attribute: str, read: Callable[[Any], Any] = lambda value: value) -> Save:
        def run(value: Any) -> None:
            fields = {attribute: read(value)}
            contacts.change_function(desk, job.id, **fields)

        return run

    def end() -> None:
        contacts.end_function(desk, job.id, desk.clock.today())

    def place(typed: str) -> UUID:
        refused[:] = [typed]
        found = _house(desk, typed)
        refused.clear()
        return found

    def new_place() -> None:
        ask(refused[0] if refused else "", partial(contacts.move_function_to_new, desk, job.id))

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
                save("institution_id", place),
            ),
            date_field("jobFrom", "seit", job.from_date, desk, save("from_date")),
            date_field("jobTo", "bis", job.to_date, desk, save("to_date")),
        ),
        remark=_span(job.from_date, job.to_date),
        past=past_words(past.get(job.id)),
        deeds=(
            LineDeed("Neue Einrichtung …", new_place),
            *ended,
            LineDeed("Löschen", partial(contacts.delete_function, desk, job.id)),
        ),
        kind="muted" if caption == "Früher" else "",
    )  # fmt: skip


def _new_job(desk: Desk, person_id: UUID, ask: AskPlace) -> LineText:
    def add(values: tuple[Any, ...]) -> None:
        name, place, begin = values
        try:
            house = _house(desk, place)
        except UserError:
            if checked_name(name, "Funktion") and place.strip() and not _named(desk, place):
                take = partial(contacts.add_function_at_new, desk, person_id)
                ask(place, lambda house: take(house, name, from_date=begin))
            raise
        book.add_function(desk, person_id, house, name, from_date=begin)

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
    found = _named(desk, typed)
    if len(found) != 1:
        raise UserError("contact_place_unknown", text=typed)
    return found[0]


def _named(desk: Desk, typed: str) -> list[UUID]:
    """Return the institution that is called so, or all whose names have it as a part."""
    houses, wanted = desk.read(institution_names), fold(typed)
    named = [key for name, key in houses.items() if fold(name) == wanted]
    return named or [key for name, key in houses.items() if wanted and wanted in fold(name)]


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
