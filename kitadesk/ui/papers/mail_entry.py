"""The entry "Per E-Mail …" in the menu of a paper; its dialog is imported when it opens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kitadesk.services.mailing import fits_mail
from kitadesk.services.printing import PrintRequest
from kitadesk.ui.kit.context import AppContext

__all__ = ["fits_mail", "open_mail"]


def open_mail(context: AppContext, request: PrintRequest, parent: QWidget) -> None:
    """Open *Per E-Mail* for the run that the panel shows."""
    from kitadesk.ui.papers.mail_dialog import MailDialog  # noqa: PLC0415 - on demand

    MailDialog(context, request, parent.window()).open()
