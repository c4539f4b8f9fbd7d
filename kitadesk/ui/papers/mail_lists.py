"""Three lists beside each other: who gets mail, who gets paper, and who lacks an address."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from kitadesk.domain.mailing import Addressee, Split
from kitadesk.domain.people import DeliveryWay
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.headed_list import HeadedList, HeadedModel
from kitadesk.ui.kit.widgets import Card, plain_tooltip


class MailLists(QWidget):
    """Shows a parted run by name; nothing can be changed here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(8))
        self.mail = _NameList("E-Mail", _Names(), self, name="mailList")
        self.paper = _NameList("Papier", _Names(), self, name="paperList")
        self.without = _NameList("Ohne Adresse", _Lacking(), self, name="withoutList")
        for part in (self.mail, self.paper, self.without):
            row.addWidget(part, 1)

    def show_split(self, split: Split) -> None:
        """Show who is in which part."""
        self.mail.show_names(split.mail)
        self.paper.show_names(split.paper)
        self.without.show_names(split.without)


class _NameList(Card):
    """A heading with its count over names."""

    def __init__(self, heading: str, model: _Names, parent: QWidget, *, name: str) -> None:
        super().__init__(heading, parent)
        self._model = model
        model.setParent(self)
        self._view = HeadedList(heading, self, name=name)
        self._view.setModel(self._model)
        self._view.setSelectionMode(HeadedList.SelectionMode.NoSelection)
        self._view.setMinimumHeight(theme.current().px(72))
        self.body.addWidget(self._view, 1)

    def show_names(self, households: Sequence[Addressee]) -> None:
        """Show these, with their number in the heading."""
        self._model.set_parts([("", households)])
        if self.heading is not None:
            self.heading.remark.setText(str(len(households)))


class _Names(HeadedModel[Addressee]):
    """Family, children and group; the addresses in the tooltip, and what is missing beside it."""

    @override
    def words(self, entry: Addressee, role: int) -> str | None:
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("; ".join(entry.emails) or entry.label)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.label
        return None


class _Lacking(_Names):
    """Who cannot be reached as the family asked."""

    @override
    def words(self, entry: Addressee, role: int) -> str | None:
        words = super().words(entry, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            missing = "Anschrift" if entry.delivery is DeliveryWay.POST else "E-Mail-Adresse"
            return f"{words}\n– keine {missing}"
        return words
