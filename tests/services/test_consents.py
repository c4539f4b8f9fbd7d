"""Entries of the consent ledger are evidence: they stay, and there is no undo."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import PersonInput, add_person
from kitadesk.services.people import delete_child
from kitadesk.storage.models.privacy import Consent, ConsentSignature
from tests.support.factories import TODAY, make_family

pytestmark = pytest.mark.usefixtures("house")


def test_a_consent_is_evidence_and_cannot_be_undone(desk: Desk) -> None:
    mother = add_person(desk, PersonInput("Müller", "Anna", is_contact=False))
    (child, *_) = make_family(desk).child_ids
    label = desk.undo_label
    entry = ConsentInput(
        ConsentKind.PHOTO, ConsentState.GIVEN, child, signed=((mother, date(2027, 1, 11)),)
    )
    consent = add_consent(desk, entry)
    assert desk.undo_label == label
    with desk.store.read() as session:
        assert session.get_one(Consent, consent).recorded_on == TODAY
        assert session.scalar(select(ConsentSignature.consent_id)) == consent


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
