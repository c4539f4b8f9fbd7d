"""The list in the middle: read page by page, with the columns that somebody chose."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from kitadesk.base.dates import numeric_date
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.lazy_model import LazyRowsModel
from kitadesk.ui.kit.table import Column, DataTable
from kitadesk.ui.kit.table_memory import remember_columns
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.tabs.contacts.contact_rows import ContactRow, Kind

_PLACE = 2
_PLACES = {Kind.BODY: "entsandt von", Kind.INSTITUTION: "Anschrift", Kind.PERSON: "Einrichtung"}


class ContactTable(DataTable):
    """Shows the rows of one section."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self.contacts = LazyRowsModel[ContactRow](_columns("Wo"), key=lambda row: row.key)
        super().__init__(self.contacts, parent, name="contactTable")
        self.setAccessibleName("Kontakte")
        self._desk = desk
        self._is_remembered = False

    def choose_nothing(self) -> None:
        """Forget the chosen row, also when the rows are read again."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        self._kept = None

    def name_place(self, kind: Kind) -> None:
        """Head the third column by what the list is about."""
        if not self._is_remembered:
            self._is_remembered = True
            remember_columns(self, self._desk)
        place = _PLACES.get(kind, "Wo")
        if self.contacts.columns[_PLACE].title != place:
            self.contacts.columns = _columns(place)
            self.contacts.headerDataChanged.emit(Qt.Orientation.Horizontal, _PLACE, _PLACE)


def _tone(row: ContactRow) -> Tone | None:
    return Tone.NEUTRAL if row.kind is Kind.VACANT else None


def _checked(row: ContactRow) -> str:
    return numeric_date(row.checked_on) if row.checked_on is not None else ""


def _columns(place: str) -> tuple[Column[ContactRow], ...]:
    return (
        Column[ContactRow](
            "Name", lambda row: row.name, is_strong=True, tone=_tone, tip=lambda row: row.name
        ),
        Column[ContactRow]("Funktion", lambda row: row.function, tip=lambda row: row.function),
        Column[ContactRow](place, lambda row: row.place, tip=lambda row: row.place, name="Wo"),
        Column[ContactRow]("Telefon", lambda row: row.phone, width=136),
        Column[ContactRow]("Mobil", lambda row: row.mobile, width=136, is_extra=True),
        Column[ContactRow](
            "E-Mail", lambda row: row.email, width=200, tip=lambda row: row.email, is_extra=True
        ),
        Column[ContactRow]("Ort", lambda row: row.town, width=110, is_extra=True),
        Column[ContactRow]("Ortsteil", lambda row: row.district, width=110, is_extra=True),
        Column[ContactRow](
            "Geprüft", _checked, width=104, sort=lambda row: row.checked_on, is_muted=True,
            is_extra=True,
        ),
    )  # fmt: skip
