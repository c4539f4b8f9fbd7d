"""A run of letters by e-mail: who gets which, what the mail says, and what is left to print.

No mail is sent by this program. It hands addresses and texts to the mail program of the house.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, shorten
from kitadesk.domain.mailing import (
    Addressee,
    MailWish,
    Separator,
    Split,
    addresses_of,
    fits_link,
    mail_links,
    split_run,
)
from kitadesk.handouts.family_letters import Household, family_line
from kitadesk.handouts.family_runs import FamilyRun, goes_to_families, read_run, single_sheets
from kitadesk.handouts.gathering import house_texts
from kitadesk.handouts.letter_words import LetterWords, words_of
from kitadesk.handouts.registry import find
from kitadesk.handouts.spec import YES_WORDS, Handout
from kitadesk.queries.mailing import addressees_of
from kitadesk.queries.reader import Reader
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest

MAIL = "mail"
"""The way in the print log."""
LONGEST_SUBJECT = 150
Runs = tuple[FamilyRun[object, object], ...]


@dataclass(frozen=True, slots=True)
class MailRun:
    """A run as it was read: the letters, who gets one, and the words of the mail.

    The request is the one that was asked, as whole letters for single families.
    """

    request: PrintRequest
    letters: Runs
    addressees: tuple[Addressee, ...]
    subject: str
    words: LetterWords

    def links(self, split: Split, separator: Separator) -> tuple[str, ...]:
        """Return the links for the mail program; a long text gives way to its facts."""
        full = self.words.full
        text = full if fits_link(full) else self.words.short
        return mail_links(addresses_of(split.mail), self.subject, text, separator=separator)


def fits_mail(paper: Handout) -> bool:
    """Return whether a paper can go by e-mail: a run of letters to families, not one child's."""
    return goes_to_families(paper)


def mail_run(desk: Desk, request: PrintRequest) -> MailRun:
    """Read a run with its addressees; raises UserError ``nobody_to_mail`` where it has none.

    Reminders go to whom the paper would go: who answered or must not be reminded is not in it.
    """
    paper = find(request.paper_id)
    values = single_sheets(paper, request.params)
    asked = replace(request, params=values, blank=False, from_sheet=1, to_sheet=None)
    return desk.read(_read_mail_run, asked, desk.clock.today())


def mail_plan(desk: Desk, request: PrintRequest, wish: MailWish) -> Split:
    """Part a run into mail, paper and households without the address they need.

    `Split.words` says it in one line: "41 Mail · 19 Druck · 2 ohne Adresse".
    """
    return split_run(mail_run(desk, request).addressees, wish)


def paper_request(request: PrintRequest, split: Split, *, with_unreached: bool) -> PrintRequest:
    """Return the same run for those who get paper; by a tick also for those without an address.

    Raises UserError ``nobody_to_print_for`` where nobody is left: an empty choice never means all.
    """
    wanted = (*split.paper, *(split.without if with_unreached else ()))
    if not wanted:
        raise UserError("nobody_to_print_for")
    return _for(request, wanted)


def mailed(run: MailRun, split: Split) -> PrintRequest:
    """Return the part of a run that went by mail, as the print log keeps it."""
    return _for(run.request, split.mail)


def _for(request: PrintRequest, households: Iterable[Addressee]) -> PrintRequest:
    ids = frozenset(one.household_id for one in households)
    return replace(request, households=ids, blank=False, from_sheet=1, to_sheet=None)


def _read_mail_run(reader: Reader, request: PrintRequest, today: date) -> MailRun:
    paper = find(request.paper_id)
    found = (
        read_run(reader, paper, subject, request.params, today) for subject in request.subjects
    )
    letters = tuple(run for run in found if run is not None)
    labels = _labels(one for run in letters for one in run.households)
    addressees = addressees_of(reader, labels)
    if not addressees:
        raise UserError("nobody_to_mail")
    common = letters[0].without_names()
    is_reminder = request.params.get("reminder", "").strip().casefold() in YES_WORDS
    title = common.title
    if is_reminder:
        title = f"{house_texts(reader).say('family_letter.reminder')}: {title}"
    return MailRun(request, letters, addressees, subject_line(title), words_of(common))


def subject_line(title: str) -> str:
    """Return a title as the subject of a mail: one line, nothing that could begin a header."""
    return shorten(" ".join(clean(title).split()), LONGEST_SUBJECT)


def _labels(households: Iterable[Household]) -> dict[UUID, str]:
    """Name the households as lists do; a second one is told from the first."""
    labels: dict[UUID, str] = {}
    for one in households:
        if one.household_id is not None:
            second = " · zweiter Haushalt" if one.is_second else ""
            labels.setdefault(one.household_id, f"{family_line(one)}{second}")
    return labels
