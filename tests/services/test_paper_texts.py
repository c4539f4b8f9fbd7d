"""The office changes what its papers say."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.queries.paper_texts import OwnText, own_texts
from kitadesk.services.desk import Desk
from kitadesk.services.events import event_texts
from kitadesk.services.paper_texts import (
    TextRow,
    change_text,
    event_that_prints,
    keep_own_text,
    restore_text,
    rows_of_paper,
    text_rows,
)
from kitadesk.services.printing import PrintRequest, document_of
from kitadesk.storage.models.house import OverrideRow
from tests.support.factories import TODAY, make_event, make_house

PLEASE = "family_letter.please_invitation"


def row_of(desk: Desk, key: str) -> TextRow:
    return next(row for row in text_rows(desk) if row.shipped.key == key)


def invitation(desk: Desk, *, blank: bool = False) -> str:
    event_id = make_event(desk, reply_until=date(2027, 3, 24))
    return str(document_of(desk, PrintRequest("invitation", event_id, blank=blank)).blocks)


def test_a_changed_text_stands_on_the_paper(desk: Desk) -> None:
    make_house(desk)
    change_text(desk, PLEASE, "Sagen Sie uns bis {frist}, ob Sie kommen?")

    assert "Sagen Sie uns bis Mittwoch, 24. März, ob Sie kommen?" in invitation(desk)


def test_a_changed_text_stands_on_the_blank_form_too(desk: Desk) -> None:
    make_house(desk)
    change_text(desk, "slip.signature", "Unterschrift und Datum:")

    assert "Unterschrift und Datum:" in invitation(desk, blank=True)


def test_the_shipped_text_can_be_taken_again_and_the_step_undone(desk: Desk) -> None:
    change_text(desk, "slip.yes", "Ja, gern")
    restore_text(desk, "slip.yes")
    assert not row_of(desk, "slip.yes").is_changed

    desk.undo()

    assert row_of(desk, "slip.yes").text == "Ja, gern"


@pytest.mark.parametrize("text", ["", "  \n ", "Ja", " Ja "])
def test_an_emptied_text_and_one_as_shipped_are_the_shipped_one(desk: Desk, text: str) -> None:
    change_text(desk, "slip.yes", "Ja, gern")
    change_text(desk, "slip.yes", text)

    assert desk.read(own_texts) == ()


def test_what_was_shipped_then_is_kept_beside_the_own_text(desk: Desk) -> None:
    change_text(desk, "slip.yes", "Ja, gern")

    assert desk.read(own_texts) == (OwnText("slip.yes", "Ja, gern", "Ja", TODAY),)


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        (PLEASE, "Bitte bald.", "placeholder_missing"),
        (PLEASE, "Bitte bis {frist}, {kinder.__class__}.", "placeholder_unknown"),
        (PLEASE, "Bitte bis {frist}, {0}.", "placeholder_unknown"),
        ("slip.yes", "Ja {kinder}", "placeholder_none_known"),
        ("slip.yes", "Ja\nund nein", "text_one_line"),
        ("slip.yes", "J" * 81, "value_too_long"),
        ("postponement.moved", "Wort " * 3_000, "value_too_long"),
        ("slip.yes", "Ja \U0001fabf", "glyph_missing"),
        ("slip.perhaps", "Vielleicht", "paper_text_unknown"),
    ],
)
def test_what_a_paper_could_not_print_is_refused(
    desk: Desk, key: str, text: str, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        change_text(desk, key, text)

    assert refused.value.code == code
    assert desk.read(own_texts) == ()


def test_a_text_shipped_anew_leaves_the_own_one_and_is_told(desk: Desk) -> None:
    change_text(desk, "slip.yes", "Ja, gern")
    with desk.store.write("planted") as writer:
        next(iter(writer.session.query(OverrideRow))).source = "Jawohl"
    assert row_of(desk, "slip.yes").original_changed

    keep_own_text(desk, "slip.yes")

    assert not row_of(desk, "slip.yes").original_changed
    assert row_of(desk, "slip.yes").own == "Ja, gern"


def test_an_own_text_whose_placeholder_is_gone_is_told(desk: Desk) -> None:
    change_text(desk, "slip.yes", "Ja, gern")
    with desk.store.write("planted") as writer:
        next(iter(writer.session.query(OverrideRow))).content = "Ja {frueher}"

    assert row_of(desk, "slip.yes").cannot_print


def test_the_own_text_of_a_kind_of_event_stands_on_its_invitations(desk: Desk) -> None:
    make_house(desk)
    change_text(desk, "invitation.parent_evening.body", "kommen Sie am {tag}.\nEs kostet {kosten}.")
    event_id = make_event(desk, kind=EventKind.PARENT_EVENING, on_date=date(2027, 4, 8))

    assert event_texts(desk, event_id)[TextBlock.BODY] == "kommen Sie am Donnerstag, 8. April 2027."


def test_a_text_for_all_kinds_leaves_those_with_their_own(desk: Desk) -> None:
    make_house(desk)
    change_text(desk, "invitation.default.closing", "Bis bald!")
    cafe, evening = (
        make_event(desk, kind=kind) for kind in (EventKind.PARENT_CAFE, EventKind.PARENT_EVENING)
    )

    assert event_texts(desk, evening)[TextBlock.CLOSING] == "Bis bald!"
    assert event_texts(desk, cafe)[TextBlock.CLOSING].startswith("Schauen Sie gern vorbei.")


def test_beside_a_paper_only_the_texts_of_its_kind_of_event_stand(desk: Desk) -> None:
    make_house(desk)
    event_id = make_event(desk, kind=EventKind.PARENT_CAFE)

    found = [row.shipped.key for row in rows_of_paper(desk, "invitation", event_id)]

    assert [key for key in found if key.startswith("invitation.")] == [
        "invitation.default.pretitle",
        "invitation.default.contact",
        "invitation.parent_cafe.body",
        "invitation.parent_cafe.closing",
    ]
    assert "slip.yes" in found


def test_a_text_of_a_kind_of_event_is_seen_on_the_next_event_of_that_kind(desk: Desk) -> None:
    make_house(desk)
    evening = make_event(desk)
    cafe = make_event(desk, "Elterncafé", kind=EventKind.PARENT_CAFE)

    found = [
        event_that_prints(desk, key)
        for key in ("invitation.parent_cafe.body", "invitation.parent_evening.body", "slip.yes")
    ]

    assert [one and one.id for one in found] == [cafe, evening, None]
