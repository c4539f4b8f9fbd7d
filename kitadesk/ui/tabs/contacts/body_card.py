"""The card of a body: what it is, a line for each seat, who was there before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from kitadesk.domain.bodies import BodyKind, SeatRole, TermState
from kitadesk.queries.bodies import (
    BodyCard,
    HolderRow,
    MemberRow,
    body_card,
    holders_of,
    members_of,
)
from kitadesk.queries.listing import listed
from kitadesk.services import bodies
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.edit_line import LineDeed, LineText
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.tabs.contacts.body_seating import seating_line
from kitadesk.ui.tabs.contacts.body_words import (
    VACANT,
    deputy_names,
    head_words,
    seat_words,
    span_words,
    state_of,
    term_words,
)
from kitadesk.ui.tabs.contacts.card_lines import (
    Card,
    CardDeed,
    Save,
    Section,
    area_field,
    choice_field,
    date_field,
    plain_line,
    sort_filled,
    text_field,
)

ALLIANCE = "Bündnis"
NOBODY = "niemand Bestimmtes"
KINDS = tuple((kind, kind.label) for kind in BodyKind)
_ROLES = tuple((role, role.label) for role in SeatRole)


@dataclass(frozen=True, slots=True)
class BodyDeeds:
    """What the card does beyond its fields: shows somebody's card, asks who takes a seat …

    `try_to` runs a deed and shows a refusal in words.
    """

    show_person: Callable[[UUID], object]
    ask: Callable[[LineText], object]
    try_to: Callable[[Callable[[], object]], object]
    print_papers: Callable[[], object]
    dissolve: Callable[[], object]


def council_card(desk: Desk, body_id: UUID, deeds: BodyDeeds) -> Card:
    """Return the card of a body; raises UserError ``record_gone``."""
    today = desk.clock.today()
    card = desk.read(body_card, body_id)
    members = desk.read(members_of, body_id, today)
    sums, remark = head_words(card, members, today)
    filled, empty = sort_filled(_about(desk, card))
    places = _places(desk, NOBODY)
    deputies = deputy_names(members)
    seats = tuple(_seat(desk, row, places, deputies, deeds) for row in members)
    past = _past(desk.read(holders_of, body_id), members)
    end = "Wieder einsetzen" if card.ended_on else "Heute auflösen"
    return Card(
        title=_title(desk, card),
        subtitle=sums if card.kind.label in card.name else f"{card.kind.label} · {sums}",
        remark=(remark, Tone.NEUTRAL if card.ended_on else Tone.WARN) if remark else None,
        lines=tuple(filled),
        sections=(Section("Plätze", seats),),
        more=(("Platz", _new_seat(desk, body_id, members)), *empty),
        deeds=(
            CardDeed("bodyPrint", "Drucken …", deeds.print_papers),
            CardDeed("bodyEnd", end, deeds.dissolve),
        ),
        history=Section("Früher und künftig", past),
        has_notes=False,
    )


def _saver(desk: Desk, body_id: UUID, attribute: str) -> Save:
    def run(value: Any) -> None:
        fields: bodies.BodyFields = {attribute: value}  # type: ignore[misc]
        bodies.change_body(desk, body_id, **fields)

    return run


def _title(desk: Desk, card: BodyCard) -> LineText:
    save = partial(_saver, desk, card.id)
    return LineText(
        key=f"body{card.id.hex}",
        caption="",
        text=card.name,
        kind="title",
        fields=(
            text_field("bodyName", "Name", card.name, save("name")),
            choice_field("bodyKind", "Art", card.kind, KINDS, save("kind")),
        ),
    )


def _about(desk: Desk, card: BodyCard) -> list[tuple[str, LineText]]:
    save = partial(_saver, desk, card.id)
    purpose = area_field("bodyPurpose", "Aufgabe", card.purpose, save("purpose"), hint="")
    rhythm = text_field("bodyRhythm", "Tagt", card.rhythm, save("rhythm"), hint="z. B. monatlich")
    owner = choice_field(
        "bodyOwner", "Gehört zu", card.institution_id, _places(desk, ALLIANCE),
        save("institution_id"),
    )  # fmt: skip
    founded = date_field("bodyFounded", "Seit", card.founded_on, desk, save("founded_on"))
    since = span_words(card.founded_on, None).removeprefix("ab ") if card.founded_on else ""
    return [
        ("Aufgabe", plain_line("purpose", "Aufgabe", card.purpose, purpose)),
        ("Tagt", plain_line("rhythm", "Tagt", card.rhythm, rhythm)),
        ("Gehört zu", plain_line("owner", "Gehört zu", card.institution or ALLIANCE, owner)),
        ("Seit", plain_line("founded", "Seit", since, founded)),
    ]


def _places(desk: Desk, nobody: str) -> Sequence[tuple[UUID | None, str]]:
    rows = desk.read(listed, "institutions", desk.clock.today())
    return [(None, nobody), *((row.id, row.title) for row in rows)]


def _seat(
    desk: Desk,
    row: MemberRow,
    places: Sequence[tuple[UUID | None, str]],
    deputies: dict[object, str],
    deeds: BodyDeeds,
) -> LineText:
    today = desk.clock.today()
    is_held = row.person_id is not None
    take = partial(deeds.ask, seating_line(desk, row))
    is_ending = is_held and state_of(row, today) is TermState.ENDING
    pill = (term_words(row, today), Tone.WARN) if is_ending else None
    return LineText(
        key=f"seat{row.seat_id.hex}",
        caption="",
        text=row.person_name or "Besetzen …",
        remark=row.role_label,
        pill=pill if is_held else (VACANT, Tone.WARN),
        past=seat_words(row, deputies.get(row.seat_id, ""), today),
        fields=_seat_fields(desk, row, places),
        deeds=_seat_deeds(desk, row, take, deeds),
        act=partial(deeds.show_person, row.person_id) if row.person_id is not None else take,
        act_hint="Klick: Karte zeigen" if is_held else "Klick: Platz besetzen",
    )


def _seat_fields(
    desk: Desk, row: MemberRow, places: Sequence[tuple[UUID | None, str]]
) -> tuple[Any, ...]:
    def seat(attribute: str) -> Save:
        def run(value: Any) -> None:
            fields: bodies.SeatFields = {attribute: value}  # type: ignore[misc]
            bodies.change_seat(desk, row.seat_id, **fields)

        return run

    def term(term_id: UUID, attribute: str) -> Save:
        def run(value: Any) -> None:
            fields: bodies.TermFields = {attribute: value}  # type: ignore[misc]
            bodies.change_term(desk, term_id, **fields)

        return run

    about = (
        choice_field("seatRole", "Platz", row.role, _ROLES, seat("role")),
        choice_field(
            "seatSender", "Entsandt von", row.institution_id, places, seat("institution_id")
        ),
    )
    if row.term_id is None:
        return about
    begin, end = term(row.term_id, "from_date"), term(row.term_id, "to_date")
    return (
        *about,
        date_field("termBegin", "Amtszeit von", row.from_date, desk, begin),
        date_field("termEnd", "Amtszeit bis", row.until, desk, end),
    )


def _seat_deeds(
    desk: Desk, row: MemberRow, take: Callable[[], object], deeds: BodyDeeds
) -> tuple[LineDeed, ...]:
    seat_id, term_id, today = row.seat_id, row.term_id, desk.clock.today()

    def safe(deed: Callable[[], object]) -> Callable[[], object]:
        return partial(deeds.try_to, deed)

    held: tuple[LineDeed, ...] = ()
    if term_id is not None:
        end = partial(bodies.end_term, desk, term_id, today)
        held = (LineDeed("Amtszeit heute beenden", safe(end)),)
    return (
        LineDeed("Übergeben …" if row.person_id is not None else "Besetzen …", take),
        *held,
        LineDeed("Nach oben", safe(partial(bodies.move_seat, desk, seat_id, -1))),
        LineDeed("Nach unten", safe(partial(bodies.move_seat, desk, seat_id, 1))),
        LineDeed("Platz entfernen", safe(partial(bodies.remove_seat, desk, seat_id))),
    )


def _new_seat(desk: Desk, body_id: UUID, members: Sequence[MemberRow]) -> LineText:
    """Return what adds a vacant seat at once, sent by the same house as the last one."""
    sender = members[-1].institution_id if members else None
    add = partial(bodies.add_seat, desk, body_id, institution_id=sender)
    return LineText(key="new_seat", caption="Platz", text="", act=add)


def _past(holders: Sequence[HolderRow], members: Sequence[MemberRow]) -> tuple[LineText, ...]:
    """Return who held a seat before or will hold one, as lines that only read."""
    running = {row.term_id for row in members}
    told = [row for row in holders if row.from_date or row.to_date]
    return tuple(
        LineText(
            key=f"term{row.term_id.hex}",
            caption="",
            text=row.person_name,
            remark=", ".join(filter(None, (row.role_label, row.institution))),
            past=span_words(row.from_date, row.to_date),
        )
        for row in told
        if row.term_id not in running
    )
