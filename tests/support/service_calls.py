"""Every service that writes, with a way to call it with random valid arguments.

A new service gets a line in CALLS. The property test of undo and redo fails until it has one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from kitadesk.domain.events import EventKind, EventStatus, TextBlock
from kitadesk.domain.people import DeliveryWay
from kitadesk.domain.sheet import Sheet
from kitadesk.services import events, families, house, importing, people, premises, replies, tasks
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import Event, Task
from kitadesk.storage.models.house import Note
from kitadesk.storage.models.institutions import Room
from kitadesk.storage.models.people import Child, Family, Group, Household
from tests.support.dice import Dice
from tests.support.service_calls_alliance import ALLIANCE_CALLS
from tests.support.service_calls_bodies import BODY_CALLS
from tests.support.service_calls_children import CHILD_CALLS, CHILD_READERS
from tests.support.service_calls_contacts import CONTACT_CALLS
from tests.support.service_calls_events import EVENT_CALLS, EVENT_READERS
from tests.support.service_calls_exchange import EXCHANGE_CALLS, EXCHANGE_READERS
from tests.support.service_calls_letters import LETTER_CALLS, LETTER_READERS
from tests.support.service_calls_minutes import MINUTES_CALLS
from tests.support.service_calls_plan import PLAN_CALLS
from tests.support.service_calls_texts import TEXT_CALLS, TEXT_READERS

LAST_NAMES = ("Müller", "Şahin", "Łukasz", "Nguyễn", "von Berg", "Albrecht", "O'Neill", "Vogel")
FIRST_NAMES = ("Mia", "Jonas", "Elif", "Ole", "Zoë", "İpek", "Anna-Lena", "Karl")
GROUPS = ("Frösche", "Bären", "Igel", "Spatzen", "Käfer")
PNG = b"\x89PNG\r\n\x1a\n"


Call = Callable[[Desk, Dice], object]


def _house(dice: Dice) -> house.HouseInput:
    return house.HouseInput(
        name=dice.one("Kita Sonnenschein", "Kita Regenbogen"),
        postcode="09661",
        town="Hainichen",
        land="SN",
        street=dice.word(),
        phone=dice.one("", "037207 555-0", "037207 555-1"),
        email=dice.one("", "kita@example.org"),
        letterhead_lines=dice.one((), ("Gartenweg 4", "09661 Hainichen")),
        partner_name=dice.one("", "Bündnis Hainichen"),
        parents_council=dice.one("Elternbeirat", "Elternrat"),
    )


def _event(dice: Dice) -> events.EventInput:
    return events.EventInput(
        kind=dice.one(*EventKind),
        title=dice.one("Elternabend", "Papa ist ausgezogen.", "Elterncafé"),
        on_date=dice.maybe_day(),
        starts_at=dice.one(None, time(19)),
        room_id=dice.maybe(Room),
        reply_until=dice.maybe_day(),
        host=dice.word(),
    )


def _event_fields(dice: Dice) -> events.EventFields:
    choices: tuple[events.EventFields, ...] = (
        {"title": dice.one("Neuer Titel", "Martinsfest")},
        {"on_date": dice.maybe_day()},
        {"reply_until": dice.maybe_day()},
        {"kind": dice.one(*EventKind), "status": dice.one(*EventStatus)},
        {"room_id": dice.maybe(Room), "place": dice.word()},
        {"starts_at": time(18), "ends_at": time(20), "doors_at": dice.one(None, time(17, 30))},
        {"note": dice.word(), "fee": dice.word(), "has_childcare": dice.flag()},
    )
    return dice.rng.choice(choices)


def _child_fields(dice: Dice) -> people.ChildFields:
    choices: tuple[people.ChildFields, ...] = (
        {"first_name": dice.one(*FIRST_NAMES)},
        {"last_name": dice.one(*LAST_NAMES)},
        {"birth_date": dice.birth_date(), "group_id": dice.maybe(Group)},
        {"left_on": dice.maybe_day(), "note": dice.word()},
    )
    return dice.rng.choice(choices)


def _household_fields(dice: Dice) -> families.HouseholdFields:
    choices: tuple[families.HouseholdFields, ...] = (
        {"street": dice.word(), "postcode": "09661", "town": "Hainichen"},
        {"delivery": dice.one(*DeliveryWay)},
        {"no_reminder": dice.flag(), "no_post": dice.flag()},
    )
    return dice.rng.choice(choices)


def _list(dice: Dice) -> Sheet:
    names = [(last, first) for last in LAST_NAMES for first in FIRST_NAMES]
    rows = [
        (*name, dice.one("", "03.04.2021", "17.09.2022"), dice.one(*GROUPS))
        for name in dice.rng.sample(names, 6)
    ]
    return Sheet("Liste", (("Nachname", "Vorname", "Geburtsdatum", "Gruppe"), *rows))


def _import(desk: Desk, dice: Dice) -> object:
    plan = importing.plan_import(desk, _list(dice))
    merge = frozenset(place for place in range(len(plan.doubtful)) if dice.flag())
    return importing.apply_import(desk, plan, merge=merge, drop_missing=dice.rng.random() < 0.1)


def _two_families(desk: Desk, dice: Dice) -> object:
    return families.merge_families(desk, dice.id_of(Family), dice.id_of(Family))


def _child(dice: Dice) -> people.ChildInput:
    return people.ChildInput(
        last_name=dice.one(*LAST_NAMES),
        first_name=dice.one(*FIRST_NAMES),
        birth_date=dice.birth_date(),
        group_id=dice.maybe(Group),
        family_id=dice.maybe(Family),
    )


def _reply(dice: Dice) -> replies.ReplyInput:
    return replies.ReplyInput(
        dice.id_of(Event), dice.id_of(Household), dice.rng.randint(0, 4), question=dice.word()
    )


CALLS: dict[str, Call] = {
    "house.change_house": lambda desk, dice: house.change_house(desk, _house(dice)),
    "house.set_logo": lambda desk, dice: house.set_logo(desk, dice.one(None, PNG, PNG + b"2")),
    "house.set_partner_logo": lambda desk, dice: house.set_partner_logo(desk, dice.one(None, PNG)),
    "events.add_event": lambda desk, dice: events.add_event(desk, _event(dice)),
    "events.change_event": lambda desk, dice: events.change_event(
        desk, dice.id_of(Event), **_event_fields(dice)
    ),
    "events.set_event_text": lambda desk, dice: events.set_event_text(
        desk, dice.id_of(Event), dice.one(*TextBlock), dice.word()
    ),
    "events.restore_event_text": lambda desk, dice: events.restore_event_text(
        desk, dice.id_of(Event), dice.one(*TextBlock)
    ),
    "events.delete_event": lambda desk, dice: events.delete_event(desk, dice.id_of(Event)),
    "events.add_room": lambda desk, dice: events.add_room(desk, "Saal", dice.word(), 120),
    "tasks.set_task_done": lambda desk, dice: tasks.set_task_done(
        desk, dice.id_of(Task), dice.flag()
    ),
    "tasks.set_task_not_needed": lambda desk, dice: tasks.set_task_not_needed(
        desk, dice.wanted_task(), dice.flag()
    ),
    "tasks.move_task": lambda desk, dice: tasks.move_task(desk, dice.id_of(Task), dice.maybe_day()),
    "tasks.add_note": lambda desk, dice: tasks.add_note(
        desk, f"Notiz {dice.word()}", dice.maybe_day(), dice.maybe(Family)
    ),
    "tasks.set_note_done": lambda desk, dice: tasks.set_note_done(
        desk, dice.id_of(Note), dice.flag()
    ),
    "replies.record_reply": lambda desk, dice: replies.record_reply(desk, _reply(dice)),
    "replies.clear_reply": lambda desk, dice: replies.clear_reply(desk, *dice.registered()),
    "replies.set_guests": lambda desk, dice: replies.set_guests(
        desk, dice.id_of(Event), dice.one("Team", "Großeltern"), dice.rng.randint(0, 9)
    ),
    "people.add_group": lambda desk, dice: people.add_group(desk, dice.one(*GROUPS)),
    "people.rename_group": lambda desk, dice: people.rename_group(
        desk, dice.id_of(Group), f"Gruppe {dice.rng.randint(1, 999)}"
    ),
    "people.delete_group": lambda desk, dice: people.delete_group(desk, dice.id_of(Group)),
    "people.add_child": lambda desk, dice: people.add_child(desk, _child(dice)),
    "people.change_child": lambda desk, dice: people.change_child(
        desk, dice.id_of(Child), **_child_fields(dice)
    ),
    "people.delete_child": lambda desk, dice: people.delete_child(desk, dice.id_of(Child)),
    "premises.move_group": lambda desk, dice: premises.move_group(
        desk, dice.id_of(Group), dice.one(-1, 1)
    ),
    "premises.change_room": lambda desk, dice: premises.change_room(
        desk, dice.id_of(Room), address=dice.word(), capacity=dice.one(None, 80)
    ),
    "premises.delete_room": lambda desk, dice: premises.delete_room(desk, dice.id_of(Room)),
    "families.rename_family": lambda desk, dice: families.rename_family(
        desk, dice.id_of(Family), dice.one(*LAST_NAMES)
    ),
    "families.add_household": lambda desk, dice: families.add_household(
        desk, families.HouseholdInput(dice.id_of(Family), street=dice.word())
    ),
    "families.change_household": lambda desk, dice: families.change_household(
        desk, dice.id_of(Household), **_household_fields(dice)
    ),
    "families.delete_household": lambda desk, dice: families.delete_household(
        desk, dice.id_of(Household)
    ),
    "families.merge_families": _two_families,
    "families.split_family": lambda desk, dice: families.split_family(desk, dice.siblings()),
    "importing.apply_import": _import,
    **ALLIANCE_CALLS,
    **PLAN_CALLS,
    **BODY_CALLS,
    **CHILD_CALLS,
    **CONTACT_CALLS,
    **LETTER_CALLS,
    **EVENT_CALLS,
    **MINUTES_CALLS,
    **EXCHANGE_CALLS,
    **TEXT_CALLS,
}
"""Services whose step is undone and done again by the property test."""

ALONE = {
    "house.begin_house": "only works on an empty file, has a test of its own",
    "first_house.begin_unnamed_house": "is begin_house with a name of its own",
    "first_house.place_house": "is change_house with the place of a list",
    "measures.follow_rule": "needs a measure that a hand moved, has a test of its own",
    "paper_texts.keep_own_text": "needs a text that is shipped anew, has a test of its own",
    "year_plan.replan": "needs a plan whose days have moved, has a test of its own",
    "year_starters.take_in_starters": "needs children in no year yet, has a test of its own",
}
"""Undoable services that do not fit into a random sequence."""

NOT_UNDOABLE = {
    "demo.fill_demo": "fills an empty file, there is nothing to go back to",
    "house.set_setting": "a setting is no step that people would take back",
    "evening_folder.log_folder": "the print log is evidence of what was printed",
    "printing.log_print": "the print log is evidence of what was printed",
    "consents.add_consent": "an entry of the consent ledger is evidence",
    "consents.add_signed_consent": "an entry of the consent ledger is evidence",
    "replies.make_slips": "a number that stands on paper stays",
    "consent_slips.number_forms": "a number that stands on paper stays",
}
"""Services that write past the history, with the reason."""

READERS = (
    CHILD_READERS
    | EVENT_READERS
    | LETTER_READERS
    | EXCHANGE_READERS
    | TEXT_READERS
    | {
        "checking.check_house",
        "entry_duty.duty_of",
        "evening_folder.count_entry",
        "evening_folder.folder_files",
        "evening_folder.folder_plan",
        "evening_folder.render_folder",
        "events.event_texts",
        "exporting.export_children",
        "exporting_contacts.export_contacts",
        "importing.plan_import",
        "importing_contacts.plan_contacts",
        "notes.read_note",
        "plan_reading.read_plan",
        "print_checks.check_run",
        "print_checks.findings",
        "printing.count_sheets",
        "printing.document_of",
        "printing.numbered_document",
        "printing.papers_for",
        "printers.note_labels",
        "printing.preview_paper",
        "printing.preview_run",
        "printing.render_paper",
        "texts.placeholders_of",
        "word_files.render_word",
        "year_plan.plan_difference",
        "year_starters.missing_starters",
    }
)
"""Services that only read."""
