"""Every field of the program that somebody can type into; the contract test finds new ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count, takewhile

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from kitadesk.handouts.registry import all_papers
from kitadesk.handouts.spec import ParamField, ParamKind, SubjectKind

SAVES = {
    "settings": (
        "settingsName", "settingsStreet", "settingsPostcode", "settingsTown", "settingsPhone",
        "settingsEmail", "letterheadLines", "letterheadPartner", "group#", "room#Name",
        "room#Address",
    ),
    "window": (
        "eventTitle", "eventAudience", "eventSubtitle", "eventRoom", "eventFee", "eventLanguages",
        "text_pretitle", "text_body", "text_closing", "text_contact",
        "measureTitle", "measureShortTitle", "measurePlace", "measureParticipants", "measureNote",
        "measureEvaluation",
    ),
    "start": ("sheetTitle", "sheetPlace"),
}  # fmt: skip
"""Fields of free text that save themselves; `#` stands for a number."""

MEANS_SOMETHING = {
    "settings": ("room#Capacity",),
    "window": (
        "eventDate", "eventReplyUntil", "eventStart", "eventEnd", "eventDoors", "taskDay",
        "newTaskDay",
        "guest#Persons", "measureFrom", "measureUntil", "measureRule", "firstSchoolDay",
    ),
    "start": ("sheetDay", "sheetStart", "sheetReply"),
}  # fmt: skip
"""Fields for a date, a time or a number: no text of the hostile ones means one."""

ADDS = {
    "settings": ("newGroup", "newRoom"),
    "window": ("quickNote", "guestLabel", "contactNote", "newTask"),
}
"""Fields whose text becomes a new record with Enter."""

SEARCHES = {
    "settings": ("paperTextSearch", "printLogFilter"),
    "window": ("searchField", "contactSearch", "filter"),
}
"""Fields that only look for something."""

FORMS = {
    "settings": ("paperText",),
    "paper": ("sheetsFirst", "sheetsLast"),
    "window": (
        "letterPlace", "letterQuestion", "letterChoices", "letterDate", "letterReplyUntil",
        "letterStart", "letterEnd", "closingFirst", "closingLast", "closingNote", "seriesTopic#",
        "seriesHost#", "seriesVisitors#", "seriesRule", "seriesUsualHost", "seriesReview",
        "guestNumber", "slipNumber", "slipPersons", "slipChildcare", "slipLanguage",
        "taskTitle", "taskWho", "taskNote", "eventAgenda", "sheetsFirst", "sheetsLast",
        "minutesTitle#", "minutesResult#", "minutesDecision#", "minutesYes#", "minutesNo#",
        "minutesAbstained#", "minutesPublic#", "minutesTask#", "minutesTaskWho#",
        "minutesTaskDay#", "minutesChair", "minutesWriter", "minutesPresent", "minutesExcused",
        "minutesGuests", "minutesBegin", "minutesEnd", "minutesCount", "minutesNextDay",
        "minutesNextTime", "minutesNextNote",
        "consentNumber", "consentNewName", "consentDay", "consentPlace", "consentOwnLine",
        "matrixDay",
    ),
    "start": ("houseName", "housePostcode", "houseTown"),
    "child": (
        "newChildFirstName", "newChildLastName", "newChildBirth", "newChildSince",
        "leaveDialogDay",
    ),
    "dialog": (
        "answer", "quickNote", "cancelReason", "folderCopies#", "groupDialogDay", "againFirst",
        "againLast", "sheetsFirst", "sheetsLast", "paperText", "paperTextSearch", "postponeDate",
        "postponeStart", "postponeEnd", "postponeReply", "postponeReason", "newDate#",
        "newDateTopic#", "newDateHost#", "newSeriesRule", "newSeriesUntil",
    ),
}  # fmt: skip
"""Fields that mean something together; each form has a test of its own."""


@dataclass(frozen=True, slots=True)
class PrintForm:
    """A paper, and the lines of its print form that nothing else in the program asks for."""

    kind: SubjectKind
    paper_id: str
    names: tuple[str, ...]


def _print_forms() -> tuple[PrintForm, ...]:
    """Return each line that can be typed into once, with the first paper that has it."""
    seen: set[str] = set()
    forms = []
    for paper in all_papers():
        typed = [f"param_{field.name}" for field in paper.fields if _is_typed(field)]
        names = tuple(name for name in typed if name not in seen)
        seen.update(names)
        if names:
            forms.append(PrintForm(paper.subject, paper.id, names))
    return tuple(forms)


def _is_typed(field: ParamField) -> bool:
    return field.kind in _TYPED and not field.choices


_TYPED = (ParamKind.TEXT, ParamKind.NUMBER, ParamKind.TEXTS, ParamKind.LINK)
PRINT_FORMS = _print_forms()
"""Found in the registry of papers, so that a new paper is tried without being told."""
PARAMS = {"paper": tuple(name for form in PRINT_FORMS for name in form.names)}
"""Lines of the print forms."""

_KINDS = (SAVES, MEANS_SOMETHING, ADDS, SEARCHES, FORMS, PARAMS)
EDITABLE = frozenset(
    (screen, name) for kind in _KINDS for screen, names in kind.items() for name in names
)
"""Screen and name of every known field."""

_NUMBER = re.compile(r"\d+")


def area_of(screen: str) -> str:
    """Return the name under which the fields of a screen are listed: all papers are one."""
    return screen.split(" ", maxsplit=1)[0]


def generic(name: str) -> str:
    """Return a name as it is listed: "room2Name" as "room#Name"."""
    return _NUMBER.sub("#", name)


def editable_widgets(root: QWidget) -> Iterator[QWidget]:
    """Return what can be typed into below a widget; the inner line of a combo box is the box."""
    return (widget for widget in root.findChildren(QWidget) if _is_editable(widget))


def faults(screen: str, widgets: Iterable[QWidget]) -> list[str]:
    """Say what is wrong with the fields that a page shows at one time."""
    shown = list(widgets)
    names = Counter(widget.objectName() for widget in shown)
    wrong = [
        f"{screen}: {name or 'a field without a name'} twice"
        for name in names - Counter(set(names))
    ]
    for widget in shown:
        name = widget.objectName()
        is_listed = (area_of(screen), generic(name)) in EDITABLE
        if not is_listed and name not in PARAMS["paper"]:
            wrong.append(f"{screen}: {name or type(widget).__name__} is not listed")
        if not widget.accessibleName():
            wrong.append(f"{screen}: {name} has no accessible name")
    return wrong


def _is_editable(widget: QWidget) -> bool:
    match widget:
        case QComboBox():
            return widget.isEditable()
        case QLineEdit():
            inner = isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
            return not inner and not widget.isReadOnly()
        case QPlainTextEdit() | QTextEdit() | QAbstractSpinBox():
            return not widget.isReadOnly()
        case QHeaderView():
            return False
        case QAbstractItemView():
            return _has_editable_cells(widget)
        case _:
            return False


def _has_editable_cells(view: QAbstractItemView) -> bool:
    model = view.model()
    if model is None or view.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers:
        return False
    columns = takewhile(partial(model.hasIndex, 0), count())
    cells = (model.index(0, column) for column in columns)
    return any(bool(model.flags(cell) & Qt.ItemFlag.ItemIsEditable) for cell in cells)
