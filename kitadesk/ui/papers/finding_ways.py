"""From a finding to its record: the card opens at the field that the sentence is about."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kitadesk.base.errors import UserError
from kitadesk.queries.people import family
from kitadesk.services.print_findings import Finding
from kitadesk.ui.kit.context import AppContext

_CHILD_LINES = {
    "first_name": "childName",
    "last_name": "childName",
    "birth_date": "childBirth",
    "group_id": "childGroup",
    "school_id": "childSchool",
}
"""Field of a child → line of its card; lines of households are named by the finding itself."""
_LETTERHEAD = "letterhead"


def show_finding(context: AppContext, finding: Finding, parent: QWidget) -> None:
    """Open the record of a finding at its field."""
    if finding.id is None:
        return
    if finding.kind == "house":
        page = _LETTERHEAD if finding.field == _LETTERHEAD else "house"
        _show_settings(context, page, parent)
    elif finding.kind == "family":
        _show_family(context, finding.id, finding.field, parent)
    elif finding.kind == "child" and finding.field != "consents":
        _show_child(context, finding.id, finding.field, parent)
    else:
        kind = "consents" if finding.field == "consents" else finding.kind
        context.navigate(kind, finding.id)


def _show_family(context: AppContext, family_id: UUID, field: str, parent: QWidget) -> None:
    """A family has no card of its own: its households stand on the card of each child."""
    try:
        found = context.desk.read(family, family_id).children
    except UserError:
        found = ()
    if found:
        _show_child(context, found[0].id, field, parent)


def _show_child(context: AppContext, child_id: UUID, field: str, parent: QWidget) -> None:
    from kitadesk.ui.children.child_card import ChildDialog  # noqa: PLC0415 - on demand

    dialog = ChildDialog(context, child_id, parent)
    dialog.open()
    dialog.view.begin(_CHILD_LINES.get(field, field))


def _show_settings(context: AppContext, page: str, parent: QWidget) -> None:
    from kitadesk.ui.settings.dialog import SettingsDialog  # noqa: PLC0415 - on demand

    SettingsDialog(context, parent, page=page).open()
