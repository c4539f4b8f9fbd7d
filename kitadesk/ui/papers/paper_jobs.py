"""What the render lane does for the panel; values only, no widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kitadesk.services.desk import Desk
from kitadesk.services.print_checks import Finding, check_run
from kitadesk.services.printing import (
    Printed,
    PrintRequest,
    preview_paper,
    preview_run,
    render_paper,
)
from kitadesk.ui.kit.jobs import JobControl


@dataclass(frozen=True, slots=True)
class Checked:
    """What the whole run is like: how many sheets, and what is odd."""

    sheets: int
    findings: tuple[Finding, ...]


class PreviewJob:
    """Makes the first sheets for the eyes."""

    def __init__(self, desk: Desk, request: PrintRequest) -> None:
        self._desk = desk
        self._request = request

    def __call__(self, control: JobControl) -> Printed:
        """Run in the render lane."""
        control.check()
        return preview_paper(self._desk, self._request)


class RunJob:
    """Makes all sheets to leaf through, for runs whose preview holds the first ones only."""

    def __init__(self, desk: Desk, request: PrintRequest) -> None:
        self._desk = desk
        self._request = request

    def __call__(self, control: JobControl) -> Printed:
        """Run in the render lane."""
        control.check()
        return preview_run(self._desk, self._request)


class CheckJob:
    """Counts the sheets and looks for what is odd; after the preview, because it takes longer."""

    def __init__(self, desk: Desk, request: PrintRequest) -> None:
        self._desk = desk
        self._request = request

    def __call__(self, control: JobControl) -> Checked:
        """Run in the render lane."""
        control.check()
        found = check_run(self._desk, self._request, control.check)
        return Checked(found.sheets, found.findings)


class PrintJob:
    """Makes the paper for the printer or a file; slips get their numbers here."""

    def __init__(self, desk: Desk, request: PrintRequest) -> None:
        self._desk = desk
        self._request = request

    def __call__(self, control: JobControl) -> Printed:
        """Run in the render lane."""
        control.progress(0.1, "Seiten werden gesetzt")
        printed = render_paper(self._desk, self._request)
        control.progress(1.0)
        return printed


def with_params(request: PrintRequest, values: Mapping[str, str]) -> PrintRequest:
    """Return the same wish with some params set."""
    return replace(request, params={**request.params, **values})
