"""What the render lane does for *Per E-Mail*: reads the run, writes drafts; values, no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kitadesk.domain.mailing import Split
from kitadesk.services.desk import Desk
from kitadesk.services.mail_drafts import Draft, common_draft, household_drafts, write_drafts
from kitadesk.services.mailing import MAIL, MailRun, mail_run, mailed
from kitadesk.services.printing import PrintRequest, log_print
from kitadesk.ui.kit.jobs import JobControl


@dataclass(frozen=True, slots=True)
class Written:
    """How many drafts lie in which folder, and which part of the run they are."""

    folder: Path
    count: int
    request: PrintRequest


class ReadJob:
    """Reads the letters and whom they go to."""

    def __init__(self, desk: Desk, request: PrintRequest) -> None:
        self._desk = desk
        self._request = request

    def __call__(self, control: JobControl) -> MailRun:
        """Run in the render lane."""
        control.check()
        return mail_run(self._desk, self._request)


class CommonDraftJob:
    """Makes one draft for all."""

    def __init__(self, desk: Desk, request: PrintRequest, split: Split) -> None:
        self._desk = desk
        self._request = request
        self._split = split

    def __call__(self, control: JobControl) -> Draft:
        """Run in the render lane."""
        control.check()
        return common_draft(self._desk, self._request, self._split)


class HouseholdDraftsJob:
    """Writes one draft for each household into a folder, and notes it, also if nobody waits."""

    def __init__(self, desk: Desk, run: MailRun, split: Split, folder: Path) -> None:
        self._desk = desk
        self._run = run
        self._split = split
        self._folder = folder

    def __call__(self, control: JobControl) -> Written:
        """Run in the render lane; Abbrechen leaves no file behind."""
        most = len(self._split.mail)

        def tell(count: int) -> None:
            control.progress(count / most, f"{count} von {most}")

        drafts = household_drafts(self._desk, self._run.request, self._split)
        folder, count = write_drafts(self._folder, self._run.subject, drafts, tell)
        gone = mailed(self._run, self._split)
        log_print(self._desk, gone, 0, MAIL)
        return Written(folder, count, gone)
