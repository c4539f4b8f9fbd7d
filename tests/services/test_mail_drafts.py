"""Drafts are read back: recipients, subject, text, and what stands in the PDF beside it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import quote

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.errors import UserError
from kitadesk.domain.mailing import MailWish, Split
from kitadesk.domain.replies import slip_text
from kitadesk.queries.replies import slip_numbers
from kitadesk.services.desk import Desk
from kitadesk.services.mail_drafts import (
    ENCLOSED,
    Draft,
    attachment_name,
    common_draft,
    household_drafts,
    write_drafts,
)
from kitadesk.services.mailing import mail_plan
from kitadesk.services.printing import PrintRequest
from tests.support.factories import MadeFamily, make_event, make_family, make_group, make_house
from tests.support.mail_families import add_address

TITLE = "Übergänge & Abschied: Wie geht’s?"
Families = tuple[MadeFamily, MadeFamily]


@pytest.fixture
def families(desk: Desk) -> Families:
    """Two families; the custodians of the first live apart and gave an address each."""
    make_house(desk)
    group = make_group(desk)
    first = make_family(desk, "Şahin", children=("Elif",), group=group, second_household=True)
    second = make_family(desk, "Łukasz", children=("Zoë",), group=group)
    assert first.second_household_id is not None
    add_address(desk, first.household_id, "mutter@example.org")
    add_address(desk, first.second_household_id, "vater@example.org")
    add_address(desk, second.household_id, "anna@example.org", "piotr@example.org")
    return first, second


def asked(desk: Desk, title: str = TITLE, paper: str = "invitation") -> tuple[PrintRequest, Split]:
    request = PrintRequest(paper, make_event(desk, title))
    return request, mail_plan(desk, request, MailWish.WHEREVER_POSSIBLE)


def read(draft: Draft) -> EmailMessage:
    message = message_from_bytes(draft.data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def recipients(message: EmailMessage) -> list[str]:
    assert message["To"] is None
    assert message["Cc"] is None
    return [address.addr_spec for address in message["Bcc"].addresses]


def enclosed(message: EmailMessage) -> str:
    """Return the text of the one PDF."""
    (part,) = message.iter_attachments()
    assert part.get_content_type() == "application/pdf"
    pdf = pypdfium2.PdfDocument(part.get_content())
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_one_draft_for_all_hides_the_addresses_from_each_other(
    desk: Desk, families: Families
) -> None:
    message = read(common_draft(desk, *asked(desk)))
    assert message["X-Unsent"] == "1"
    assert set(recipients(message)) == {
        "mutter@example.org",
        "vater@example.org",
        "anna@example.org",
        "piotr@example.org",
    }
    assert message["Subject"] == f"Einladung {TITLE} · Do 8. April 2027, 19 Uhr"


def test_the_common_letter_names_no_family_and_has_no_number(
    desk: Desk, families: Families
) -> None:
    shown = enclosed(read(common_draft(desk, *asked(desk))))
    assert "Liebe Eltern," in shown
    assert "Abschied" in shown
    for name in ("Elif", "Şahin", "Zoë", "Łukasz", "Nr. 4"):
        assert name not in shown


def test_the_text_says_what_the_letter_says_in_short_lines(desk: Desk, families: Families) -> None:
    draft = common_draft(desk, *asked(desk))
    body = read(draft).get_body(("plain",))
    assert body is not None
    assert body["Content-Transfer-Encoding"] == "quoted-printable"
    text = body.get_content()
    assert "Liebe Eltern," in text
    assert "Donnerstag, 8. April 2027, 19 bis 21 Uhr" in text
    assert text.endswith(f"{ENCLOSED}\r\n")
    assert "Elif" not in text
    assert max(map(len, draft.data.split(b"\r\n"))) <= 78
    assert draft.data.count(b"\n") == draft.data.count(b"\r\n")
    assert draft.data.isascii()


@pytest.mark.parametrize("paper", ["invitation", "letter", "postponement"])
def test_each_household_gets_its_own_letter_and_nobody_elses_address(
    desk: Desk, families: Families, paper: str
) -> None:
    messages = [read(draft) for draft in household_drafts(desk, *asked(desk, paper=paper))]
    assert [recipients(one) for one in messages] == [
        ["anna@example.org", "piotr@example.org"],
        ["mutter@example.org"],
        ["vater@example.org"],
    ]
    other, first, second = map(enclosed, messages)
    assert "Liebe Eltern von Zoë" in other
    assert "Elif" not in other
    assert "Liebe Eltern von Elif" in first
    assert "Liebe Eltern von Elif" in second
    assert "Zoë" not in first + second
    whole = [one.as_string() for one in messages]
    assert "vater@" not in whole[0] + whole[1]
    assert "mutter@" not in whole[0] + whole[2]


def test_each_letter_carries_the_number_of_its_own_slip(desk: Desk, families: Families) -> None:
    request, split = asked(desk)
    drafts = list(household_drafts(desk, request, split))
    assert request.subject_id is not None
    numbers = desk.read(slip_numbers, request.subject_id)
    assert len(numbers) == 3
    for household, draft in zip(split.mail, drafts, strict=True):
        shown = enclosed(read(draft))
        own = slip_text(numbers[household.household_id])
        assert own in shown
        assert not any(slip_text(one) in shown for one in numbers.values() if slip_text(one) != own)


def test_files_are_numbered_in_the_order_of_the_run(desk: Desk, families: Families) -> None:
    names = [draft.file_name for draft in household_drafts(desk, *asked(desk))]
    assert names == [
        "1 Łukasz, Zoë · Frösche.eml",
        "2 Şahin, Elif · Frösche.eml",
        "3 Şahin, Elif · Frösche · zweiter Haushalt.eml",
    ]


def test_the_enclosed_file_keeps_its_umlauts(desk: Desk, families: Families) -> None:
    (part,) = read(common_draft(desk, *asked(desk))).iter_attachments()
    assert part.get_filename() == "Einladung Übergänge & Abschied.pdf"


@pytest.mark.parametrize("breaking", ["\r\n", "\n", "\r", "\u2028", "\x0b", "\x85"])
def test_a_title_cannot_add_recipients(desk: Desk, families: Families, breaking: str) -> None:
    request, split = asked(desk, f"Abend{breaking}Bcc: fremd@example.org")
    for draft in (common_draft(desk, request, split), *household_drafts(desk, request, split)):
        message = read(draft)
        assert "fremd@example.org" not in recipients(message)
        assert len(message.get_all("Bcc", [])) == 1
        assert sorted(message.keys()) == [
            "Bcc",
            "Content-Type",
            "MIME-Version",
            "Subject",
            "X-Unsent",
        ]


@pytest.mark.parametrize("title", ["Straße " * 40, "Привет " * 30, "ä" * 200, "«😀»" * 30])
def test_long_titles_keep_the_lines_short(desk: Desk, families: Families, title: str) -> None:
    draft = common_draft(desk, *asked(desk, title))
    assert max(map(len, draft.data.split(b"\r\n"))) <= 78
    assert read(draft)["Subject"].startswith(f"Einladung {title[:20]}")
    (part,) = read(draft).iter_attachments()
    assert str(part.get_filename()).endswith(".pdf")


def test_nobody_to_write_to_makes_no_draft(desk: Desk, families: Families) -> None:
    request, _split = asked(desk)
    for make in (common_draft, lambda *given: next(household_drafts(*given))):
        with pytest.raises(UserError) as refused:
            make(desk, request, Split())
        assert refused.value.code == "nobody_to_mail"


@given(st.text(max_size=300))
def test_names_of_enclosed_files_are_short_and_plain(title: str) -> None:
    name = attachment_name(title)
    assert name.endswith(".pdf")
    assert not set(name) & set("\r\n\0/")
    assert len(quote(name)) <= 58


def test_drafts_lie_in_a_folder_of_their_own_that_only_the_person_reads(tmp_path: Path) -> None:
    drafts = [Draft("1 Ott.eml", b"a"), Draft("2 Şahin.eml", b"b")]
    told: list[int] = []
    folder, count = write_drafts(tmp_path, "Abend: Sprache?", drafts, told.append)
    assert folder == tmp_path / "Abend- Sprache"
    assert count == 2
    assert told == [1, 2]
    assert (folder / "2 Şahin.eml").read_bytes() == b"b"
    assert (folder.stat().st_mode & 0o077, folder.joinpath("1 Ott.eml").stat().st_mode & 0o077) == (
        0,
        0,
    )


def test_older_drafts_are_never_mixed_with_new_ones(tmp_path: Path) -> None:
    draft = [Draft("1 Ott.eml", b"a")]
    first, _ = write_drafts(tmp_path, "Abend", draft, int)
    second, _ = write_drafts(tmp_path, "Abend", draft, int)
    assert (first.name, second.name) == ("Abend", "Abend (2)")


def test_stopping_leaves_no_draft_behind(tmp_path: Path) -> None:
    def stop(_count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_drafts(tmp_path, "Abend", [Draft("1 Ott.eml", b"a")], stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        write_drafts(tmp_path / "fort", "Abend", [], int)
    assert refused.value.code == "file_not_writable"
