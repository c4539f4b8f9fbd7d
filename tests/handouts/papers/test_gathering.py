"""Papers filled from a real data file: who gets one, in which stack, with which number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kitadesk.base.clock import FixedClock
from kitadesk.base.errors import UserError
from kitadesk.domain.people import DeliveryWay
from kitadesk.handouts.event_letters import EventLetter
from kitadesk.handouts.facts import House
from kitadesk.handouts.family_letters import family_line
from kitadesk.handouts.gathering import house_of, languages, letterhead_lines
from kitadesk.handouts.kit.blocks import Counts, Slip, Table
from kitadesk.handouts.kit.pdf import inspect
from kitadesk.handouts.papers import events_attendance as attendance
from kitadesk.handouts.papers import events_group_separator as separator
from kitadesk.handouts.papers import events_invitation as invitation
from kitadesk.handouts.papers import general_group_list as group_list
from kitadesk.handouts.registry import all_papers
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.events import events
from kitadesk.queries.house import own_house
from kitadesk.queries.letters import letters
from kitadesk.queries.people import groups
from kitadesk.queries.replies import reply_counts
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The invented town; these tests only read it."""
    folder: Path = tmp_path_factory.mktemp("town")
    opened = Desk.open(folder, FixedClock(TODAY))
    fill_demo(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def evening(desk: Desk) -> UUID:
    """The joint evening of the invented town."""
    return next(row.id for row in desk.read(events, TODAY) if row.title.startswith("Papa"))


def invited(desk: Desk, evening: UUID, **chosen: bool) -> EventLetter:
    params = invitation.InvitationParams(**chosen)
    return desk.read(invitation.gather, evening, params, TODAY)


def test_every_household_gets_paper_also_one_without_post(desk: Desk, evening: UUID) -> None:
    rows = desk.read(letters, TODAY)
    assert any(row.no_post for row in rows)
    content = invited(desk, evening)
    assert len(content.households) == len(rows) >= 78
    assert sum(item.is_second for item in content.households) == sum(r.is_second for r in rows) > 0


def test_house_event_and_texts_come_from_the_file(desk: Desk, evening: UUID) -> None:
    content = invited(desk, evening)
    assert content.house.name == "Kita Sonnenschein"
    assert content.event.pretitle == "Themenabend für alle Eltern"
    assert content.event.interpreters == ("Ukrainisch", "Arabisch")
    assert all(content.body)
    assert "Kita Sonnenschein" in content.closing


def test_letters_are_dated_with_the_day_of_printing_and_the_own_town(
    desk: Desk, evening: UUID
) -> None:
    content = invited(desk, evening)
    assert content.written_on == TODAY
    assert content.house.town == "Hainichen"


def test_an_address_is_printed_only_for_letters_by_post(desk: Desk, evening: UUID) -> None:
    by_post = [item for item in invited(desk, evening).households if item.address]
    assert all(len(item.address) == 3 for item in by_post)
    assert len(by_post) < 78
    without = {row.label for row in desk.read(letters, TODAY) if row.no_post and not row.is_second}
    assert without
    assert not [one for one in by_post if one.label in without and not one.is_second]


def test_every_family_sheet_of_the_long_title_is_one_sheet(desk: Desk, evening: UUID) -> None:
    content = invited(desk, evening)
    made = invitation.document(content, invitation.InvitationParams())
    report = inspect(made)
    assert report.pages == len(content.households)
    assert report.shortened == report.missing == report.long_letters == ()


def test_sheets_separators_and_return_lists_count_alike(desk: Desk, evening: UUID) -> None:
    params = invitation.InvitationParams(separators=True)
    letters_with_lists = invitation.document(invited(desk, evening, separators=True), params)
    chosen = separator.SeparatorParams()
    lists = separator.document(desk.read(separator.gather, evening, chosen, TODAY), chosen)
    counts = [
        [part.items[0][0] for part in made.blocks if isinstance(part, Counts)]
        for made in (letters_with_lists, lists)
    ]
    assert counts[0] == counts[1]
    stacks = [
        [part for part in made.blocks if isinstance(part, Table)][-1].rows
        for made in (letters_with_lists, lists)
    ]
    assert stacks[0] == stacks[1]
    households = desk.read(reply_counts, evening, TODAY).households
    assert sum(int(text.split()[-1].rstrip(":")) for text in counts[0]) == households


def test_letters_by_post_lie_before_those_handed_over(desk: Desk, evening: UUID) -> None:
    content = invited(desk, evening)
    made = invitation.document(content, invitation.InvitationParams())
    families = [part.family for part in made.blocks if isinstance(part, Slip)]
    ways = {family_line(one): one.by_post for one in content.households if one.is_second}
    second = [ways[family] for family in families[-len(ways) :]]
    assert second == sorted(second, reverse=True)
    assert set(second) == {True, False}


def test_a_reminder_goes_only_to_those_who_did_not_answer(desk: Desk, evening: UUID) -> None:
    everyone, missing = invited(desk, evening), invited(desk, evening, reminder=True)
    assert 0 < len(missing.households) < len(everyone.households)
    assert missing.event.pretitle == "Erinnerung · Themenabend für alle Eltern"


def test_a_paper_of_an_event_needs_an_event(desk: Desk) -> None:
    for spec in all_papers():
        if spec.subject is SubjectKind.EVENT:
            with pytest.raises(UserError) as refused:
                desk.read(spec.filled, None, {}, TODAY)
            assert refused.value.code == "paper_needs_subject"


def test_a_subject_that_is_gone_is_refused(desk: Desk) -> None:
    for spec in all_papers():
        if spec.id == "ruler":  # measures a printer and asks for no record
            continue
        with pytest.raises(UserError) as refused:
            desk.read(spec.filled, uuid4(), {}, TODAY)
        assert refused.value.code == "record_gone"


def test_return_lists_hold_each_household_once_and_second_ones_last(
    desk: Desk, evening: UUID
) -> None:
    content = desk.read(separator.gather, evening, separator.SeparatorParams(), TODAY)
    assert content.groups[-1].group == "Zweiter Haushalt"
    assert sum(len(item.returns) for item in content.groups) == len(desk.read(letters, TODAY))
    known = [entry for item in content.groups for entry in item.returns if entry.is_back]
    assert any(entry.comes and entry.persons for entry in known)


def test_the_attendance_list_leaves_out_who_said_no(desk: Desk, evening: UUID) -> None:
    sizes = {
        who: len(
            desk.read(
                attendance.gather, evening, attendance.AttendanceParams(who=who), TODAY
            ).attendees
        )
        for who in attendance.Who
    }
    assert sizes[attendance.Who.NOBODY] == 0
    assert 0 < sizes[attendance.Who.COMING] < sizes[attendance.Who.INVITED]


def test_the_group_list_is_of_one_group_or_of_all(desk: Desk) -> None:
    params = group_list.GroupListParams()
    first, *others = desk.read(groups, TODAY)
    everyone = desk.read(group_list.gather, None, params, TODAY)
    one = desk.read(group_list.gather, first.id, params, TODAY)
    assert [group.name for group in everyone.groups] == [first.name, *(row.name for row in others)]
    assert [group.name for group in one.groups] == [first.name]
    assert len(one.groups[0].children) == first.children
    assert sum(len(group.children) for group in everyone.groups) == 92


def test_phone_numbers_and_mail_of_all_adults_are_listed(desk: Desk) -> None:
    content = desk.read(group_list.gather, None, group_list.GroupListParams(), TODAY)
    listed = [child for group in content.groups for child in group.children]
    assert any("\n" in child.phone for child in listed)
    assert all("555" in child.phone for child in listed if child.phone)
    assert any("@example.org" in child.email for child in listed)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ukrainisch, Arabisch und Türkisch", ("Ukrainisch", "Arabisch", "Türkisch")),
        ("Burundisch", ("Burundisch",)),
        ("", ()),
        (" ; ", ()),
    ],
)
def test_typed_languages_are_taken_apart(text: str, found: tuple[str, ...]) -> None:
    assert languages(text) == found


def test_before_the_first_start_there_is_no_house_on_paper(tmp_path: Path) -> None:
    empty = Desk.open(tmp_path, FixedClock(TODAY))
    try:
        assert empty.read(house_of) == House()
    finally:
        empty.close()


def test_a_house_without_typed_lines_prints_address_and_phone(desk: Desk) -> None:
    row = desk.read(own_house)
    assert row is not None
    assert letterhead_lines(row) == row.letterhead_lines
    assert letterhead_lines(replace(row, letterhead_lines=(), email="")) == (
        row.street,
        f"{row.postcode} {row.town}",
        f"Telefon {row.phone}",
    )


def test_nothing_goes_by_post_to_a_household_that_wants_none(desk: Desk) -> None:
    row = replace(desk.read(letters, TODAY)[0], delivery=DeliveryWay.POST, no_post=False)
    assert row.goes_by_post
    assert not replace(row, no_post=True).goes_by_post
