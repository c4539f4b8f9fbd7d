"""Drafts that a mail program opens: all addresses in Bcc, the letter as a PDF beside the text.

Made by the standard library's `email` alone: it refuses line breaks in headers, where text put
together by hand would let a title add recipients of its own.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from urllib.parse import quote

from kitadesk.base.errors import UserError
from kitadesk.base.files import atomic_write, safe_file_name
from kitadesk.domain.mailing import Addressee, Split, addresses_of
from kitadesk.handouts.kit.blocks import Document
from kitadesk.handouts.kit.pdf import render
from kitadesk.services.desk import Desk
from kitadesk.services.mailing import MailRun, mail_run
from kitadesk.services.printing import PrintRequest, number_slips

ENCLOSED = "Der Brief liegt dieser E-Mail als PDF bei."
SUFFIX = ".eml"
_ROOM = 58
"""Coded characters of a file name that fit one line of a header; some programs read no second."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished draft in memory, and the name of its file."""

    file_name: str
    data: bytes


def common_draft(desk: Desk, request: PrintRequest, split: Split) -> Draft:
    """Return one draft for all who get mail, with the letter that names nobody.

    Raises UserError ``nobody_to_mail`` where nobody gets any.
    """
    run = mail_run(desk, request)
    letters = [letter.without_names() for letter in run.letters]
    data = _draft(run, addresses_of(split.mail), letters, desk.clock.today())
    return Draft(safe_file_name(run.subject, SUFFIX), data)


def household_drafts(desk: Desk, request: PrintRequest, split: Split) -> Iterator[Draft]:
    """Make one draft per household with its own letter; slips get their numbers before.

    Made one by one, so that a large run never lies in memory and can be stopped; who is no longer
    invited meanwhile gets none. Raises UserError ``nobody_to_mail`` where nobody gets any.
    """
    number_slips(desk, request)
    run = mail_run(desk, request)
    if not split.mail:
        raise UserError("nobody_to_mail")
    width = len(str(len(split.mail)))
    for place, household in enumerate(split.mail, 1):
        letters = _letters_of(run, household)
        if not letters:
            continue
        data = _draft(run, household.emails, letters, desk.clock.today())
        yield Draft(safe_file_name(f"{place:0{width}} {household.label}", SUFFIX), data)


def _letters_of(run: MailRun, household: Addressee) -> list[Document]:
    found = (letter.letters_for({household.household_id}) for letter in run.letters)
    return [document for document in found if document is not None]


def _draft(
    run: MailRun, addresses: Sequence[str], letters: Sequence[Document], today: date
) -> bytes:
    """Write one draft; `X-Unsent` lets Outlook open it for sending and not as received mail."""
    if not addresses or not letters:
        raise UserError("nobody_to_mail")
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = run.subject
    message["Bcc"] = [Address(addr_spec=address) for address in addresses]
    message.set_content(f"{run.words.full}\n\n{ENCLOSED}\n", cte="quoted-printable")
    for letter in letters:
        message.add_attachment(
            render(letter, printed_on=today),
            maintype="application",
            subtype="pdf",
            filename=attachment_name(letter.title),
        )
    return message.as_bytes()


def attachment_name(title: str) -> str:
    """Return a file name that stands on one line of a header, coded as RFC 2231 says."""
    words = safe_file_name(title, "").split()
    while len(words) > 1 and not _fits_line(" ".join(words)):
        words.pop()
    stem = " ".join(words)
    while not _fits_line(stem):
        stem = stem[:-1]
    return safe_file_name(stem, ".pdf")


def _fits_line(stem: str) -> bool:
    return len(quote(safe_file_name(stem, ".pdf"), safe="")) <= _ROOM


def write_drafts(
    folder: Path, name: str, drafts: Iterable[Draft], tell: Callable[[int], object]
) -> tuple[Path, int]:
    """Write drafts into a new folder inside the chosen one; returns it and how many there are.

    Only the person can read them, because they name families. `tell` hears how many are there and
    may raise to stop: then nothing is left behind.
    """
    target = _new_folder(folder, name)
    count = 0
    try:
        for draft in drafts:
            atomic_write(target / draft.file_name, draft.data)
            count += 1
            tell(count)
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    return target, count


def _new_folder(folder: Path, name: str) -> Path:
    """Make a folder that was not there before: older drafts are never mixed with new ones."""
    stem = safe_file_name(name, "")
    names = itertools.chain([stem], (f"{stem} ({number})" for number in itertools.count(2)))
    target = next(folder / one for one in names if not (folder / one).exists())
    try:
        target.mkdir(mode=0o700)
    except OSError as error:
        raise UserError("file_not_writable", name=stem) from error
    return target
