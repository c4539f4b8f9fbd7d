"""Going, coming and changing the group: what follows is told, and done as one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.domain.bodies import BodyKind
from kitadesk.domain.child_moves import Consequence, Weight
from kitadesk.domain.events import EventKind
from kitadesk.queries.children import adults_of
from kitadesk.queries.letters import letters
from kitadesk.queries.people import child, children
from kitadesk.services.bodies import BodyInput, add_body, add_seat, start_term
from kitadesk.services.child_moves import (
    Arriving,
    GroupChange,
    Leaving,
    arrives,
    changes_group,
    leaves,
    stays,
    what_follows,
)
from kitadesk.services.desk import Desk
from kitadesk.services.people import ChildInput, change_child
from kitadesk.services.replies import ReplyInput, make_slips, record_reply
from kitadesk.storage.models.house import Note
from tests.support.factories import (
    TODAY,
    MadeFamily,
    make_child_measure,
    make_event,
    make_family,
    make_group,
)

pytestmark = pytest.mark.usefixtures("house")
LATER = TODAY + timedelta(days=40)


def texts(lines: Sequence[Consequence], weight: Weight | None = None) -> list[str]:
    return [line.text for line in lines if weight is None or line.weight is weight]


def notes(desk: Desk) -> list[tuple[str, date | None]]:
    with desk.store.read() as session:
        return [(row.text, row.due_on) for row in session.execute(select(Note.text, Note.due_on))]


@pytest.fixture
def frogs(desk: Desk) -> UUID:
    return make_group(desk)


@pytest.fixture
def mia(desk: Desk, frogs: UUID) -> MadeFamily:
    return make_family(desk, "Albrecht", children=("Mia",), group=frogs, parents=("Anna",))


def test_an_open_slip_falls_away_with_the_only_child(desk: Desk, mia: MadeFamily) -> None:
    make_slips(desk, make_event(desk, "Themenabend"))

    found = texts(what_follows(desk, Leaving(mia.child_ids[0], TODAY)))

    assert "Der Zettel für „Themenabend“ am Do 8.4. ist noch offen und fällt weg." in found
    assert "Familie Albrecht bekommt dann keine Zettel mehr." in found


def test_a_closing_day_invites_nobody_who_could_be_missed(desk: Desk, mia: MadeFamily) -> None:
    make_event(desk, "Pädagogischer Tag", kind=EventKind.CLOSING_DAY)

    found = texts(what_follows(desk, Leaving(mia.child_ids[0], TODAY)))

    assert not any("Pädagogischer Tag" in text for text in found)


def test_a_promise_to_come_has_to_be_cleared_up(desk: Desk, mia: MadeFamily) -> None:
    event_id = make_event(desk, "Themenabend")
    record_reply(desk, ReplyInput(event_id, mia.household_id, 3))

    found = what_follows(desk, Leaving(mia.child_ids[0], TODAY))

    assert texts(found, Weight.CHECK)[0].startswith("Zugesagt für „Themenabend“ am Do 8.4. (3 Per")


def test_a_declined_evening_is_not_told(desk: Desk, mia: MadeFamily) -> None:
    record_reply(desk, ReplyInput(make_event(desk, "Themenabend"), mia.household_id, 0))
    found = texts(what_follows(desk, Leaving(mia.child_ids[0], TODAY)))
    assert not any("Themenabend" in text for text in found)


def test_siblings_keep_the_family_in_the_letters_of_their_group(desk: Desk, frogs: UUID) -> None:
    family = make_family(desk, "Albrecht", children=("Jonas", "Mia"), group=frogs)
    change_child(desk, family.child_ids[0], group_id=make_group(desk, "Igel"))

    found = texts(what_follows(desk, Leaving(family.child_ids[1], TODAY)))

    wanted = "Geschwister Jonas bleibt: Die Familie bekommt weiter Post, jetzt in der Gruppe Igel."
    assert wanted in found


def test_open_steps_of_the_year_plan_are_counted(desk: Desk) -> None:
    make_child_measure(desk, "Schulbesuch", TODAY)
    (ida,) = desk.read(children, TODAY)

    found = texts(what_follows(desk, Leaving(ida.id, TODAY)))

    assert f"Im Jahresplan {TODAY.year}: 1 offener Schritt entfällt." in found


def test_leaving_today_takes_the_child_out_and_notes_what_is_to_do(
    desk: Desk, mia: MadeFamily
) -> None:
    leaves(desk, mia.child_ids[0], TODAY)

    assert desk.read(letters, TODAY) == ()
    text = "Mia Albrecht geht am 25.01.2027: Gruppenliste Frösche neu drucken"
    assert notes(desk) == [(text, TODAY)]


def test_a_leaving_in_the_future_counts_from_that_day_and_is_noted(
    desk: Desk, mia: MadeFamily
) -> None:
    leaves(desk, mia.child_ids[0], LATER)

    assert len(desk.read(letters, LATER - timedelta(days=1))) == 1
    assert desk.read(letters, LATER) == ()
    assert notes(desk)[0][1] == LATER


def test_leaving_is_one_step(desk: Desk, mia: MadeFamily) -> None:
    leaves(desk, mia.child_ids[0], TODAY)
    assert desk.undo_label == "Mia Albrecht geht am 25.01.2027"

    desk.undo()

    assert desk.read(child, mia.child_ids[0]).left_on is None
    assert notes(desk) == []


def test_a_child_that_stays_after_all_loses_the_note_too(desk: Desk, mia: MadeFamily) -> None:
    leaves(desk, mia.child_ids[0], LATER)

    stays(desk, mia.child_ids[0])

    assert desk.read(child, mia.child_ids[0]).left_on is None
    assert notes(desk) == []


def test_who_does_not_leave_can_not_stay_after_all(desk: Desk, mia: MadeFamily) -> None:
    with pytest.raises(UserError) as raised:
        stays(desk, mia.child_ids[0])
    assert raised.value.code == "child_is_here"


def test_a_seat_of_a_parent_is_named(desk: Desk, mia: MadeFamily) -> None:
    anna = desk.read(adults_of, mia.child_ids[0])[0].person_id
    body_id = add_body(desk, BodyInput(BodyKind.PARENTS_COUNCIL, "Elternbeirat"))
    start_term(desk, add_seat(desk, body_id), anna, from_date=TODAY)

    found = what_follows(desk, Leaving(mia.child_ids[0], TODAY))

    assert "Anna Albrecht hat einen Sitz im Gremium Elternbeirat: Amtszeit prüfen." in texts(found)


def test_a_change_of_group_today_moves_children_and_their_letters(
    desk: Desk, mia: MadeFamily
) -> None:
    bears = make_group(desk, "Bären")
    found = texts(what_follows(desk, GroupChange(mia.child_ids, bears, TODAY)))

    changes_group(desk, mia.child_ids, bears, TODAY)

    assert found[0] == "Mia Albrecht: Frösche → Bären"
    assert "Die Post für Familie Albrecht liegt dann in der Gruppe Bären." in found
    assert desk.read(child, mia.child_ids[0]).group_name == "Bären"


def test_a_change_of_group_later_is_planned_and_moves_nothing_yet(
    desk: Desk, mia: MadeFamily
) -> None:
    move = GroupChange(mia.child_ids, make_group(desk, "Bären"), LATER)
    assert "Bis dahin bleibt alles, wie es ist; am Sa 6.3. geschieht es von selbst." in texts(
        what_follows(desk, move)
    )

    changes_group(desk, move.child_ids, move.group_id, move.on)

    assert desk.read(child, mia.child_ids[0]).group_name == "Frösche"
    assert desk.undo_label == "Mia Albrecht in die Gruppe Bären ab 06.03.2027"
    assert notes(desk) == []


def test_slips_in_the_old_stack_are_told(desk: Desk, mia: MadeFamily) -> None:
    make_slips(desk, make_event(desk, "Themenabend"))
    move = GroupChange(mia.child_ids, make_group(desk, "Bären"), TODAY)
    found = texts(what_follows(desk, move))
    assert any("1 Zettel ist noch mit der bisherigen" in text for text in found)


def test_a_slip_that_came_back_is_not_told(desk: Desk, mia: MadeFamily) -> None:
    event_id = make_event(desk, "Themenabend")
    make_slips(desk, event_id)
    record_reply(desk, ReplyInput(event_id, mia.household_id, 2))
    move = GroupChange(mia.child_ids, make_group(desk, "Bären"), TODAY)
    assert not any("Themenabend" in text for text in texts(what_follows(desk, move)))


def test_children_who_are_there_already_do_not_move(
    desk: Desk, mia: MadeFamily, frogs: UUID
) -> None:
    with pytest.raises(UserError) as raised:
        changes_group(desk, mia.child_ids, frogs, TODAY)
    assert raised.value.code == "already_in_group"


def test_a_new_sibling_shares_the_sheet_and_the_adults(
    desk: Desk, mia: MadeFamily, frogs: UUID
) -> None:
    entered = ChildInput("Albrecht", "Zoë", date(2023, 5, 1), frogs, mia.id)
    found = texts(what_follows(desk, Arriving(entered)))

    zoe = arrives(desk, entered)

    assert any(text.startswith("Gehört zu Familie Albrecht (Mia)") for text in found)
    assert [row.first_name for row in desk.read(adults_of, zoe)] == ["Anna"]
    assert len(desk.read(letters, TODAY)) == 1
    desk.undo()
    assert len(desk.read(letters, TODAY)[0].child_first_names) == 1


def test_a_new_family_needs_a_slip_where_others_have_theirs(desk: Desk, mia: MadeFamily) -> None:
    make_slips(desk, make_event(desk, "Themenabend"))
    found = texts(what_follows(desk, Arriving(ChildInput("Vogel", "Ben"))), Weight.CHECK)
    assert (
        "Die Zettel für „Themenabend“ am Do 8.4. sind schon gedruckt: einen nachdrucken." in found
    )
    assert "Ohne Geburtsdatum bleibt die Schulpflicht unbekannt." in found


def test_a_child_of_the_same_name_is_told(desk: Desk, mia: MadeFamily) -> None:
    found = texts(what_follows(desk, Arriving(ChildInput("ALBRECHT", "mia"))))
    assert found[0] == "Es gibt schon ein Kind dieses Namens: Mia Albrecht, geboren am 01.03.2021."


def test_who_comes_later_is_told_from_which_day_it_counts(desk: Desk) -> None:
    entered = ChildInput("Vogel", "Ben", entered_on=LATER)

    found = texts(what_follows(desk, Arriving(entered)), Weight.STAYS)

    assert found[0] == (
        "Ben Vogel steht bis dahin in keiner Liste und zählt ab dem 06.03.2027; "
        "zu dem, was ab dann ist, wird die Familie schon eingeladen."
    )


def test_evenings_before_the_first_day_need_no_slip_more(desk: Desk, mia: MadeFamily) -> None:
    make_slips(desk, make_event(desk, "Vorher", on_date=LATER - timedelta(days=1)))
    make_slips(desk, make_event(desk, "Nachher", on_date=LATER))

    found = texts(what_follows(desk, Arriving(ChildInput("Vogel", "Ben", entered_on=LATER))))

    assert not any("Vorher" in text for text in found)
    assert any("„Nachher“ am Sa 6.3. sind schon gedruckt" in text for text in found)


def test_a_sibling_that_comes_before_the_evening_keeps_the_invitation(
    desk: Desk, mia: MadeFamily
) -> None:
    make_event(desk, "Themenabend")
    arrives(desk, ChildInput("Albrecht", "Zoë", family_id=mia.id, entered_on=LATER))

    found = texts(what_follows(desk, Leaving(mia.child_ids[0], TODAY)))

    assert not any("Themenabend" in text for text in found)


def test_who_was_to_come_may_leave_on_the_first_day_and_not_before(desk: Desk) -> None:
    ben = arrives(desk, ChildInput("Vogel", "Ben", entered_on=LATER))

    with pytest.raises(UserError) as refused:
        leaves(desk, ben, TODAY)

    assert refused.value.code == "left_before_entry"
    leaves(desk, ben, LATER)
    assert desk.read(children, LATER) == ()


def test_reading_what_follows_writes_nothing(desk: Desk, mia: MadeFamily) -> None:
    before = desk.undo_label
    what_follows(desk, Leaving(mia.child_ids[0], TODAY))
    assert desk.undo_label == before
