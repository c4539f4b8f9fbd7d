"""The list in the middle: names and institutions get more room than functions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table import Column, DataTable, RowsModel
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.tabs.contacts.contact_rows import ContactRow, Kind

_PHONE = 136
"""px at 100 % of the column that never gives way."""
_SHARES = (0.37, 0.27, 0.36)
_PLACE = 2
_PLACES = {Kind.BODY: "entsandt von", Kind.INSTITUTION: "Anschrift", Kind.ALL: "Wo"}


class ContactTable(DataTable):
    """Shows the rows of one section."""

    def __init__(self, parent: QWidget) -> None:
        self.contacts = RowsModel[ContactRow](_columns("Einrichtung"), key=lambda row: row.key)
        super().__init__(self.contacts, parent, name="contactTable")
        self.setAccessibleName("Kontakte")

    def show_rows(self, rows: tuple[ContactRow, ...], kind: Kind) -> None:
        """Show these rows; the third heading follows from what they are."""
        place = _PLACES.get(kind, "Einrichtung")
        if self.contacts.columns[_PLACE].title != place:
            self.contacts.columns = _columns(place)
            self.contacts.headerDataChanged.emit(Qt.Orientation.Horizontal, _PLACE, _PLACE)
        self.contacts.set_rows(rows)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        head = self.horizontalHeader()
        phone = theme.current().px(_PHONE)
        room = self.viewport().width() - phone
        for number, share in enumerate(_SHARES):
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(number, int(room * share))
        head.setSectionResizeMode(len(_SHARES), QHeaderView.ResizeMode.Stretch)


def _tone(row: ContactRow) -> Tone | None:
    return Tone.NEUTRAL if row.kind is Kind.VACANT else None


def _columns(place: str) -> tuple[Column[ContactRow], ...]:
    return (
        Column[ContactRow](
            "Name", lambda row: row.name, is_strong=True, tone=_tone, tip=lambda row: row.name
        ),
        Column[ContactRow]("Funktion", lambda row: row.function, tip=lambda row: row.function),
        Column[ContactRow](place, lambda row: row.place, tip=lambda row: row.place),
        Column[ContactRow]("Telefon", lambda row: row.phone),
    )
