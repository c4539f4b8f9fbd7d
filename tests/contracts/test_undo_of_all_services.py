"""Whatever people do, undo takes it back and redo does it again: every service that writes."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import Table, select

import kitadesk.services
from kitadesk.base.errors import UserError
from kitadesk.services.desk import Desk
from kitadesk.services.house import set_setting
from kitadesk.services.printing import PrintRequest, log_print
from kitadesk.services.replies import make_slips
from kitadesk.storage.models.base import metadata
from kitadesk.storage.store import Store
from tests.support.dice import Dice, NothingThereError
from tests.support.factories import HandClock, make_event, make_family, make_group, make_house
from tests.support.fixtures import copy_file
from tests.support.service_calls import (
    ALONE,
    CALLS,
    NOT_UNDOABLE,
    READERS,
)
from tests.support.service_calls_children import plan_a_change

CALLS_MADE = 450
FORGETS_AFTER_DAYS = 15
TRIES = 50
MAKERS = (
    "events.add_room",
    "paper_texts.change_text",
    "tasks.add_note",
    "tasks.add_event_task",
    "agenda.add_agenda_item",
    "agenda.add_agenda_item",
    "agenda.add_agenda_item",
    "minutes.add_minutes_item",
    "minutes.add_minutes_item",
    "replies.record_reply",
    "child_moves.leaves",
    "institutions.add_institution",
    "institutions.add_person",
    "institutions.add_function",
    "contacts.add_contact_note",
    "bodies.add_body",
    "bodies.add_seat",
    "bodies.add_seat",
    "bodies.start_term",
    "year_plan.open_cohort",
    "transition.add_cohort",
    "transition.add_measure",
    "series.make_series",
    "postponing.cancel_event",
)
PAST_HISTORY = {"history_step", "history_row"}
Dump = dict[str, list[tuple[object, ...]]]


def dump(desk: Desk) -> Dump:
    """Return all rows of all tables but the history, without versions and index numbers."""
    with desk.store.read() as session:
        return {
            name: sorted(
                (tuple(row) for row in session.execute(select(*_columns(table)))), key=repr
            )
            for name, table in metadata.tables.items()
            if name not in PAST_HISTORY
        }


def _columns(table: Table) -> list[object]:
    ignored = {"version", "id"} if table.name == "search_entry" else {"version"}
    return [column for column in table.columns if column.name not in ignored]


def differences(found: Dump, wanted: Dump) -> dict[str, object]:
    return {
        name: (set(found[name]) ^ set(wanted[name]))
        for name in wanted
        if found[name] != wanted[name]
    }


def services() -> set[str]:
    """Return the public functions of all services that take the desk first."""
    return {
        f"{module.name}.{name}"
        for module in pkgutil.iter_modules(kitadesk.services.__path__)
        for name, function in vars(
            importlib.import_module(f"{kitadesk.services.__name__}.{module.name}")
        ).items()
        if inspect.isfunction(function)
        and function.__module__ == f"{kitadesk.services.__name__}.{module.name}"
        and not name.startswith("_")
        and _takes_desk(function)
    }


def _takes_desk(function: object) -> bool:
    names = list(inspect.signature(function).parameters.values())  # type: ignore[arg-type]
    return bool(names) and names[0].annotation in {"Desk", Desk}


def dice_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311  (test data, no secret)


def undo_all(desk: Desk) -> int:
    steps = 0
    while desk.undo_label is not None:
        desk.undo()
        steps += 1
    return steps


def redo_all(desk: Desk) -> None:
    while desk.redo_label is not None:
        desk.redo()


@pytest.fixture
def furnished(desk: Desk, house: UUID) -> Desk:
    """A small house with replies expected, and with traces that no undo knows."""
    furnish(desk)
    return desk


@pytest.fixture(scope="session")
def prepared_file(house_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a house that has something of every kind to change, and no history."""
    folder, clock = copy_file(house_file, tmp_path_factory.mktemp("prepared_file")), HandClock()
    desk = opened(folder, clock)
    furnish(desk)
    forget_history(desk, clock)
    prepare(desk)
    forget_history(desk, clock)
    desk.store.close()
    return folder


@pytest.fixture
def prepared(prepared_file: Path, tmp_path: Path, hand_clock: HandClock) -> Iterator[Desk]:
    """The prepared house, opened on the day when its history was forgotten."""
    hand_clock.move(days=2 * FORGETS_AFTER_DAYS)
    desk = opened(copy_file(prepared_file, tmp_path), hand_clock)
    yield desk
    desk.store.close()


def opened(folder: Path, clock: HandClock) -> Desk:
    store = Store.open(folder, clock)
    return Desk(store.file, clock, store)


def furnish(desk: Desk) -> None:
    groups = [make_group(desk, name) for name in ("Frösche", "Bären")]
    for number, name in enumerate(("Müller", "Şahin", "Vogel", "Kowalenko")):
        make_family(
            desk,
            name,
            children=("Mia", "Jonas")[: 1 + number % 2],
            group=groups[number % 2],
            parents=("Anna", "Peter"),
            second_household=number == 1,
        )
    event_id = make_event(desk)
    make_slips(desk, event_id)
    set_setting(desk, "role", "leader")
    log_print(desk, PrintRequest("invitation", event_id), 5, "printer")


def forget_history(desk: Desk, clock: HandClock) -> None:
    clock.move(days=FORGETS_AFTER_DAYS)
    desk.store.prune_history()


def call_at_random(desk: Desk, clock: HandClock, rng: Random) -> Counter[str]:
    """Make the calls; returns which services were called how often."""
    called: Counter[str] = Counter()
    names = sorted(CALLS)
    while called.total() < CALLS_MADE:
        name = rng.choice(names)
        try:
            CALLS[name](desk, Dice(desk, rng))
        except (NothingThereError, UserError):
            continue
        called[name] += 1
        clock.move(seconds=rng.choice((1, 30, 200)))
    return called


def test_undo_all_gives_the_start_and_redo_all_the_end(
    furnished: Desk, hand_clock: HandClock
) -> None:
    forget_history(furnished, hand_clock)
    start = dump(furnished)
    called = call_at_random(furnished, hand_clock, dice_of(1))
    end = dump(furnished)

    assert undo_all(furnished) > CALLS_MADE // 4
    assert differences(dump(furnished), start) == {}
    redo_all(furnished)
    assert differences(dump(furnished), end) == {}
    assert len(called) > len(CALLS) * 0.9


@pytest.mark.parametrize("name", sorted(CALLS))
def test_each_service_makes_a_step_that_can_be_taken_back(prepared: Desk, name: str) -> None:
    start, rng = dump(prepared), dice_of(1)
    for _ in range(TRIES):
        if prepared.undo_label is None:
            with suppress(NothingThereError):
                CALLS[name](prepared, Dice(prepared, rng))
    end = dump(prepared)

    assert undo_all(prepared) == 1
    assert differences(dump(prepared), start) == {}
    redo_all(prepared)
    assert differences(dump(prepared), end) == {}


def test_a_service_that_passes_the_history_by_is_found(
    furnished: Desk, hand_clock: HandClock
) -> None:
    forget_history(furnished, hand_clock)
    start = dump(furnished)

    set_setting(furnished, "planted", "x")

    assert undo_all(furnished) == 0
    assert set(differences(dump(furnished), start)) == {"setting"}


def prepare(desk: Desk) -> None:
    """Make sure that there is something of every kind to change."""
    dice = Dice(desk, dice_of(7))
    for name in MAKERS:
        CALLS[name](desk, dice)
    for _ in range(12):
        CALLS["events.set_event_text"](desk, dice)
    plan_a_change(desk, dice)


def test_beginning_a_house_can_be_undone_and_done_again(desk: Desk) -> None:
    start = dump(desk)
    make_house(desk, letterhead_lines=("Gartenweg 4",), email="kita@example.org")  # type: ignore[arg-type]
    end = dump(desk)

    desk.undo()
    assert differences(dump(desk), start) == {}
    desk.redo()
    assert differences(dump(desk), end) == {}


def test_every_service_is_known_to_this_test() -> None:
    listed = set(CALLS) | set(ALONE) | set(NOT_UNDOABLE) | READERS

    assert services() - listed == set(), "add it to tests/support/service_calls.py"
    assert listed - services() == set(), "there is no such service"


@pytest.mark.parametrize("name", sorted(READERS))
def test_what_counts_as_reading_does_not_write(name: str) -> None:
    module, function = name.split(".")
    source = inspect.getsource(
        getattr(importlib.import_module(f"{kitadesk.services.__name__}.{module}"), function)
    )

    assert "desk.write(" not in source
