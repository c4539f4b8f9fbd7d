"""Every dialog of the program over the invented town; a contract test finds one that is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog

from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.events import event
from kitadesk.queries.listing import listed
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, preview_paper
from kitadesk.ui.children.child_card import ChildDialog
from kitadesk.ui.children.move_dialog import GroupDialog
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.crash import CrashWindow
from kitadesk.ui.kit.dialog_windows import Sheet, TextSheet
from kitadesk.ui.kit.dialogs import Choice
from kitadesk.ui.kit.keys_sheet import KeysSheet
from kitadesk.ui.kit.page_window import PageWindow
from kitadesk.ui.kit.progress_sheet import ProgressSheet
from kitadesk.ui.notes.note_sheet import NoteSheet
from kitadesk.ui.papers.dialog import PaperDialog
from kitadesk.ui.papers.folder_dialog import FolderDialog
from kitadesk.ui.papers.mail_dialog import MailDialog
from kitadesk.ui.papers.print_again import SheetDialog
from kitadesk.ui.settings.paper_texts_dialog import PaperTextsDialog
from kitadesk.ui.tabs.events.cancel_dialog import CancelDialog
from kitadesk.ui.tabs.events.postpone_dialog import PostponeDialog
from kitadesk.ui.tabs.events.series_dialog import SeriesDialog
from kitadesk.ui.tabs.events.text_dialog import TextDialog
from tests.support.open_screen import OpenScreen, open_context, settle, shown

Make = Callable[[AppContext], QDialog]


@contextmanager
def dialog(make: Make, desk: Desk) -> Iterator[OpenScreen]:
    """Open a dialog over the window; its page is what stands there when all is read."""
    with open_context(desk) as context:
        yield OpenScreen(shown(make(context)), [partial(settle, context.jobs)])


def _first(context: AppContext, kind: str) -> UUID:
    desk = context.desk
    return desk.read(listed, kind, desk.clock.today())[0].id


def _invitation(context: AppContext) -> PrintRequest:
    return PrintRequest(paper_id="invitation", subject_id=_first(context, "events"))


def _about_event(make: Callable[..., QDialog], context: AppContext) -> QDialog:
    row = context.desk.read(event, _first(context, "events"))
    return make(context.desk, row, context.window)


def _page(context: AppContext) -> QDialog:
    printed = preview_paper(context.desk, _invitation(context))
    return PageWindow(context.jobs, printed.pdf, 0, context.window)


_CHOICES = (Choice("Weiter", is_main=True), Choice("Abbrechen"))
MAKERS: dict[type[QDialog], Make] = {
    CancelDialog: partial(_about_event, CancelDialog),
    ChildDialog: lambda context: ChildDialog(context, _first(context, "children")),
    CrashWindow: lambda _context: CrashWindow("Bericht"),
    FolderDialog: lambda one: FolderDialog(one, _first(one, "events"), one.window),
    GroupDialog: lambda context: GroupDialog(context, [_first(context, "children")]),
    KeysSheet: lambda context: KeysSheet([("Strg+Z", "Rückgängig")], context.window),
    MailDialog: lambda context: MailDialog(context, _invitation(context)),
    NoteSheet: NoteSheet,
    PageWindow: _page,
    PaperDialog: lambda one: PaperDialog(one, SubjectKind.EVENT, _first(one, "events")),
    PaperTextsDialog: lambda one: PaperTextsDialog(one, _invitation(one), one.window),
    PostponeDialog: partial(_about_event, PostponeDialog),
    ProgressSheet: lambda context: ProgressSheet("Rückgängig", context.window),
    SeriesDialog: partial(_about_event, SeriesDialog),
    Sheet: lambda context: Sheet(context.window, "Titel", "Text", _CHOICES),
    SheetDialog: lambda context: SheetDialog(3, context.window),
    TextDialog: lambda one: TextDialog(one.desk, _first(one, "events"), one.window),
    TextSheet: lambda context: TextSheet(context.window, "Neu", "Name", str),
}
"""How each dialog is made that no other screen opens."""
DIALOGS: dict[str, Callable[[Desk], AbstractContextManager[OpenScreen]]] = {
    f"dialog {kind.__name__}": partial(dialog, make) for kind, make in MAKERS.items()
}
"""Name of each dialog and how it is opened over the invented town."""
