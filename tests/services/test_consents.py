"""Entries of the consent ledger are evidence: they stay, and there is no undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import Scope, Way, read_scope, whole_scope
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries.consents import custodians
from kitadesk.services.children import change_adult
from kitadesk.services.consents import ConsentInput, add_consent, add_signed_consent
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import PersonInput, add_person
from kitadesk.services.people import delete_child
from kitadesk.storage.models.privacy import Consent, ConsentSignature
from tests.support.factories import TODAY, MadeFamily, make_family

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    return make_family(desk, parents=("Anna", "Peter"))


def parents(desk: Desk, family: MadeFamily) -> list[UUID]:
    return [row.person_id for row in desk.read(custodians, family.child_ids[0])]


def photo(family: MadeFamily, *signed: tuple[UUID, date]) -> ConsentInput:
    return ConsentInput(ConsentKind.PHOTO, ConsentState.GIVEN, family.child_ids[0], signed=signed)


def refusal(desk: Desk, entry: ConsentInput) -> str:
    with pytest.raises(UserError) as refused:
        add_consent(desk, entry)
    with desk.store.read() as session:
        assert session.scalar(select(Consent.id)) is None
    return refused.value.code


def test_a_consent_is_evidence_and_cannot_be_undone(desk: Desk, family: MadeFamily) -> None:
    label = desk.undo_label
    consent = add_consent(desk, photo(family, (parents(desk, family)[0], date(2027, 1, 11))))
    assert desk.undo_label == label
    with desk.store.read() as session:
        assert session.get_one(Consent, consent).recorded_on == TODAY
        assert session.scalar(select(ConsentSignature.consent_id)) == consent


def test_a_consent_without_any_signature_is_not_there(desk: Desk, family: MadeFamily) -> None:
    assert refusal(desk, photo(family)) == "signature_missing"


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (TODAY + timedelta(days=1), "day_in_future"),
        (date(1899, 12, 31), "day_out_of_range"),
        (date(2200, 1, 1), "day_out_of_range"),
    ],
)
def test_nobody_signs_or_declares_on_an_impossible_day(
    desk: Desk, family: MadeFamily, day: date, code: str
) -> None:
    anna, peter = parents(desk, family)
    assert refusal(desk, photo(family, (anna, TODAY), (peter, day))) == code
    kind, child = ConsentKind.PHOTO, family.child_ids[0]
    assert refusal(desk, ConsentInput(kind, ConsentState.REVOKED, child, given_on=day)) == code


def test_a_signature_of_today_is_possible(desk: Desk, family: MadeFamily) -> None:
    assert add_consent(desk, photo(family, (parents(desk, family)[0], TODAY)))


def test_nobody_signs_twice(desk: Desk, family: MadeFamily) -> None:
    anna = parents(desk, family)[0]
    entry = photo(family, (anna, TODAY), (anna, TODAY - timedelta(days=1)))
    assert refusal(desk, entry) == "signature_twice"


def test_only_custodians_sign_for_a_child(desk: Desk, family: MadeFamily) -> None:
    anna, peter = parents(desk, family)
    change_adult(desk, family.child_ids[0], peter, has_custody=CustodyAnswer.NO)
    stranger = add_person(desk, PersonInput("Vogel", "Jana"))
    for person in (peter, stranger):
        entry = photo(family, (anna, TODAY), (person, TODAY))
        assert refusal(desk, entry) == "signer_not_entitled"


def test_a_signer_whom_nobody_knows_is_refused(desk: Desk, family: MadeFamily) -> None:
    assert refusal(desk, photo(family, (uuid4(), TODAY))) == "record_gone"


def test_of_the_own_contact_only_the_person_decides(desk: Desk) -> None:
    one, other = (add_person(desk, PersonInput("Vogel", name)) for name in ("Jana", "Lutz"))
    kind, given = ConsentKind.PUBLISH_CONTACT, ConsentState.GIVEN
    entry = ConsentInput(kind, given, person_id=one, signed=((other, TODAY),))
    assert refusal(desk, entry) == "signer_not_entitled"
    assert add_consent(desk, ConsentInput(kind, given, person_id=one, signed=((one, TODAY),)))


def test_a_consent_is_about_somebody(desk: Desk) -> None:
    entry = ConsentInput(ConsentKind.PHOTO, ConsentState.NO)
    assert refusal(desk, entry) == "consent_without_subject"


@pytest.mark.parametrize("field", ["person_id", "recipient_id"])
def test_a_record_that_is_gone_is_in_no_entry(desk: Desk, family: MadeFamily, field: str) -> None:
    entry = ConsentInput(ConsentKind.PHOTO, ConsentState.NO, family.child_ids[0])
    assert refusal(desk, replace(entry, **{field: uuid4()})) == "record_gone"


def test_a_revocation_keeps_the_day_it_was_declared(desk: Desk) -> None:
    (child, *_) = make_family(desk).child_ids
    day = date(2027, 1, 20)
    entry = ConsentInput(ConsentKind.PHOTO, ConsentState.REVOKED, child, given_on=day)
    consent = add_consent(desk, entry)
    with desk.store.read() as session:
        assert session.get_one(Consent, consent).revoked_on == day


def test_a_child_that_is_gone_gets_no_entry(desk: Desk) -> None:
    (child, *_) = make_family(desk).child_ids
    delete_child(desk, child)
    with pytest.raises(UserError) as refused:
        add_consent(desk, ConsentInput(ConsentKind.PHOTO, ConsentState.NO, child))
    assert refused.value.code == "record_gone"


def test_a_refused_consent_leaves_no_signer_behind(desk: Desk, family: MadeFamily) -> None:
    (child,) = make_family(desk, "Vogel").child_ids
    entry = ConsentInput(ConsentKind.PHOTO, ConsentState.GIVEN, child)
    with pytest.raises(UserError) as refused:
        add_signed_consent(desk, entry, "Vogel", "Jana", TODAY + timedelta(1))
    assert refused.value.code == "day_in_future"
    assert desk.read(custodians, child) == ()


def handover(family: MadeFamily, signer: UUID, **changes: object) -> ConsentInput:
    kind, given = ConsentKind.SCHOOL_HANDOVER, ConsentState.GIVEN
    entry = ConsentInput(kind, given, family.child_ids[0], signed=((signer, TODAY),))
    return replace(entry, **changes)


def test_the_ledger_keeps_every_line_that_was_ticked(desk: Desk, family: MadeFamily) -> None:
    consent = add_consent(desk, handover(family, parents(desk, family)[0]))
    with desk.store.read() as session:
        entry = session.get_one(Consent, consent)
        assert read_scope(entry.categories, entry.kind) == whole_scope(entry.kind)
        assert entry.categories
        assert entry.is_oral_allowed


def test_in_writing_only_is_not_in_talks(desk: Desk, family: MadeFamily) -> None:
    scope = Scope(frozenset({("Bewegung und Geschicklichkeit", Way.WRITTEN)}))
    consent = add_consent(desk, handover(family, parents(desk, family)[0], scope=scope))
    with desk.store.read() as session:
        entry = session.get_one(Consent, consent)
        assert entry.categories == "Bewegung und Geschicklichkeit (schriftlich)"
        assert not entry.is_oral_allowed


def test_nothing_ticked_is_no_consent(desk: Desk, family: MadeFamily) -> None:
    entry = handover(family, parents(desk, family)[0], scope=Scope())
    assert refusal(desk, entry) == "consent_nothing_ticked"


def test_a_line_of_ones_own_is_one_line(desk: Desk, family: MadeFamily) -> None:
    scope = Scope(frozenset({("x" * 101, Way.ORAL)}))
    entry = handover(family, parents(desk, family)[0], scope=scope)
    assert refusal(desk, entry) == "value_too_long"


@pytest.mark.parametrize("kind", [ConsentKind.PHOTO, ConsentKind.SCHOOL_HANDOVER])
def test_a_no_and_what_has_no_form_keep_no_lines(
    desk: Desk, family: MadeFamily, kind: ConsentKind
) -> None:
    state = ConsentState.GIVEN if kind is ConsentKind.PHOTO else ConsentState.NO
    consent = add_consent(desk, handover(family, parents(desk, family)[0], kind=kind, state=state))
    with desk.store.read() as session:
        assert session.get_one(Consent, consent).categories == ""
