"""A run by e-mail: who gets mail and who paper, what the mail says, and what is left to print."""

from __future__ import annotations

from functools import partial
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.mailing import MailWish, Separator, Split
from kitadesk.domain.people import DeliveryWay
from kitadesk.handouts.kit.blocks import texts_of
from kitadesk.handouts.registry import find
from kitadesk.services.desk import Desk
from kitadesk.services.mailing import (
    fits_mail,
    mail_plan,
    mail_run,
    mailed,
    paper_request,
    subject_line,
)
from kitadesk.services.printing import PrintRequest, document_of
from kitadesk.services.replies import ReplyInput, record_reply
from tests.support.factories import make_event, make_family, make_group, make_house
from tests.support.mail_families import add_address, set_delivery

AS_ASKED, WHEREVER = MailWish.AS_ASKED, MailWish.WHEREVER_POSSIBLE


@pytest.fixture
def evening(desk: Desk) -> UUID:
    """Four families: one wants mail, one has an address, one has none, one wants mail without."""
    make_house(desk)
    frogs = make_group(desk)
    family = partial(make_family, desk, group=frogs)
    wants = family("Ahrens", children=("Ida",))
    add_address(desk, wants.household_id, "ahrens@example.org")
    set_delivery(desk, wants.household_id, DeliveryWay.MAIL)
    add_address(desk, family("Berg", children=("Ben",)).household_id, "berg@example.org")
    family("Conrad", children=("Cem",), no_reminder=True)
    set_delivery(desk, family("Dorn", children=("Dana",)).household_id, DeliveryWay.MAIL)
    return make_event(desk)


def names(split: Split) -> tuple[list[str], list[str], list[str]]:
    mail, paper, without = (
        [one.label.split(",")[0] for one in part]
        for part in (split.mail, split.paper, split.without)
    )
    return mail, paper, without


@pytest.mark.parametrize(
    ("wish", "words", "mail"),
    [
        (AS_ASKED, "1 Mail · 2 Druck · 1 ohne Adresse", ["Ahrens"]),
        (WHEREVER, "2 Mail · 1 Druck · 1 ohne Adresse", ["Ahrens", "Berg"]),
    ],
)
def test_a_run_is_parted_as_the_families_asked_or_wherever_there_is_an_address(
    desk: Desk, evening: UUID, wish: MailWish, words: str, mail: list[str]
) -> None:
    split = mail_plan(desk, PrintRequest("invitation", evening), wish)
    assert split.words == words
    assert names(split)[0] == mail
    assert names(split)[2] == ["Dorn"]


def test_reminders_leave_out_who_answered_and_who_must_not_be_reminded(
    desk: Desk, evening: UUID
) -> None:
    request = PrintRequest("invitation", evening, {"reminder": "ja"})
    split = mail_plan(desk, request, WHEREVER)
    assert names(split) == (["Ahrens", "Berg"], [], ["Dorn"])
    berg = split.mail[1].household_id
    record_reply(desk, ReplyInput(evening, berg, 2))
    assert names(mail_plan(desk, request, WHEREVER)) == (["Ahrens"], [], ["Dorn"])
    assert mail_run(desk, request).subject.startswith("Erinnerung: ")


def test_the_rest_is_printed_without_the_letters_that_go_by_mail(desk: Desk, evening: UUID) -> None:
    request = PrintRequest("invitation", evening)
    split = mail_plan(desk, request, AS_ASKED)
    rest = document_of(desk, paper_request(request, split, with_unreached=False))
    shown = "\n".join(texts_of(rest.blocks))
    assert "Berg" in shown
    assert "Conrad" in shown
    assert "Ahrens" not in shown
    assert "Dorn" not in shown
    more = document_of(desk, paper_request(request, split, with_unreached=True))
    assert "Dorn" in "\n".join(texts_of(more.blocks))


def test_what_went_by_mail_is_told_by_its_households(desk: Desk, evening: UUID) -> None:
    request = PrintRequest("invitation", evening, from_sheet=2, to_sheet=3)
    run = mail_run(desk, request)
    split = mail_plan(desk, request, AS_ASKED)
    gone = mailed(run, split)
    assert gone.households == {split.mail[0].household_id}
    assert (gone.from_sheet, gone.to_sheet) == (1, None)
    rest = paper_request(request, split, with_unreached=True)
    assert (rest.from_sheet, rest.to_sheet) == (1, None)


def test_an_empty_rest_is_refused_and_never_means_everybody(desk: Desk, evening: UUID) -> None:
    request = PrintRequest("invitation", evening)
    with pytest.raises(UserError) as refused:
        paper_request(request, Split(), with_unreached=True)
    assert refused.value.code == "nobody_to_print_for"
    with pytest.raises(UserError) as refused:
        document_of(desk, PrintRequest("invitation", evening, households=frozenset()))
    assert refused.value.code == "nobody_to_print_for"


def test_a_paper_without_addressees_is_never_printed_for_a_choice_of_them(
    desk: Desk, evening: UUID
) -> None:
    with pytest.raises(UserError) as refused:
        document_of(desk, PrintRequest("attendance_list", evening, households=frozenset({evening})))
    assert refused.value.code == "nobody_to_print_for"


def test_a_run_without_families_has_nobody_to_write_to(desk: Desk) -> None:
    make_house(desk)
    with pytest.raises(UserError) as refused:
        mail_run(desk, PrintRequest("invitation", make_event(desk)))
    assert refused.value.code == "nobody_to_mail"


def test_the_mail_says_what_the_letter_says_and_names_nobody(desk: Desk, evening: UUID) -> None:
    run = mail_run(desk, PrintRequest("invitation", evening, {"edition": "master"}))
    assert run.subject == "Einladung Elternabend der Frösche · Do 8. April 2027, 19 Uhr"
    assert "Liebe Eltern,\n\n" in run.words.full
    assert "Donnerstag, 8. April 2027, 19 bis 21 Uhr" in run.words.full
    assert "Bitte geben Sie uns bis Mittwoch, 24. März Bescheid." in run.words.full
    assert "Hainichen, 25. Januar 2027" not in run.words.full
    names_in = set(run.words.full.replace(",", " ").split()) & {"Ida", "Ahrens", "Ben", "Cem"}
    assert not names_in
    assert "Donnerstag, 8. April 2027" in run.words.short
    assert len(run.words.short) < len(run.words.full)


def test_links_carry_the_addresses_and_the_words(desk: Desk, evening: UUID) -> None:
    request = PrintRequest("invitation", evening)
    run = mail_run(desk, request)
    split = mail_plan(desk, request, WHEREVER)
    (link,) = run.links(split, Separator.STANDARD)
    query = parse_qs(urlsplit(link).query)
    assert query["bcc"] == ["ahrens@example.org,berg@example.org"]
    assert query["subject"] == [run.subject]
    assert query["body"][0].replace("\r\n", "\n") in {run.words.full, run.words.short}


def test_a_blank_form_is_still_mailed_to_the_families_of_the_run(desk: Desk, evening: UUID) -> None:
    run = mail_run(desk, PrintRequest("invitation", evening, blank=True))
    assert len(run.addressees) == 4
    assert not run.request.blank


def test_a_second_household_is_told_from_the_first(desk: Desk) -> None:
    make_house(desk)
    make_family(desk, "Ott", children=("Mia",), group=make_group(desk), second_household=True)
    run = mail_run(desk, PrintRequest("invitation", make_event(desk)))
    assert [one.label for one in run.addressees] == [
        "Ott, Mia · Frösche",
        "Ott, Mia · Frösche · zweiter Haushalt",
    ]


def test_a_subject_is_one_short_line() -> None:
    assert subject_line("Abend\r\nBcc: x@example.org") == "Abend Bcc: x@example.org"
    assert len(subject_line("Wort " * 80)) <= 150


@pytest.mark.parametrize(
    ("paper_id", "fits"),
    [("invitation", True), ("letter", True), ("postponement", True), ("attendance_list", False)],
)
def test_only_runs_of_letters_go_by_mail(paper_id: str, fits: bool) -> None:
    assert fits_mail(find(paper_id)) is fits
