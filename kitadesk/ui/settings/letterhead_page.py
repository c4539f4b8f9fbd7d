"""Briefkopf: lines under the name, own logo, name and logo of the alliance, and how it looks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.queries.house import HouseRow, own_house
from kitadesk.services.house import set_logo, set_partner_logo
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.forms import AreaField, TextField
from kitadesk.ui.settings.logo_chooser import LogoChooser
from kitadesk.ui.settings.page import SettingsPage
from kitadesk.ui.settings.savers import HouseSaver, change_values

_WORDS = "So beginnt jedes Blatt. Ohne eigene Zeilen stehen Anschrift und Telefon unter dem Namen."


class LetterheadPage(SettingsPage):
    """Lines, logos and alliance; the sheet above them changes while they change."""

    title = "Briefkopf"
    tables = frozenset({"institution", "letterhead", "contact_way"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, _WORDS, parent)
        self.setObjectName("letterheadPage")
        self.preview = LetterheadPreview(self)
        self.body.addWidget(self.preview)
        self.lines = AreaField(
            "Zeilen unter dem Namen",
            self,
            name="letterheadLines",
            lines=4,
            hint="z. B. Träger, Straße, Ort, Telefon",
        )
        self.lines.save_with(self._save_lines)
        self.body.addWidget(self.lines)
        self.logo = LogoChooser(context, "Logo", set_logo, self, word="Logo")
        self.body.addWidget(self.logo)
        self._build_partner()
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self) -> None:
        row = self.context.desk.read(own_house)
        if row is None:
            return
        self.lines.set_value("\n".join(row.letterhead_lines))
        self.partner.set_value(row.partner_name)
        self.preview.set_house(row)
        self.logo.show_state(has_logo=row.logo is not None)
        self.partner_logo.show_state(has_logo=row.partner_logo is not None)

    def _build_partner(self) -> None:
        """Name and logo of the alliance, which stand beside the own ones."""
        self._partner_saver = HouseSaver(self.context.desk, "partner_name")
        self.partner = TextField("Bündnis (Name)", self, name="letterheadPartner")
        self.partner.set_note("Steht mit seinem Logo rechts neben dem der Kita; leer lassen geht.")
        self.partner.save_with(self._partner_saver.save)
        self.body.addWidget(self.partner)
        self.partner_logo = LogoChooser(
            self.context, "Logo des Bündnisses", set_partner_logo, self, word="PartnerLogo"
        )
        self.body.addWidget(self.partner_logo)

    @Slot(object)
    def _save_lines(self, text: Any) -> None:
        change_values(self.context.desk, letterhead_lines=tuple(str(text).split("\n")))


class LetterheadPreview(QWidget):
    """The upper end of a white sheet with name, lines and logos."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letterheadPreview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._house: HouseRow | None = None
        self._marks: tuple[tuple[QImage, str], ...] = ()
        self._is_single = True

    def set_house(self, house: HouseRow) -> None:
        """Show this house."""
        self._house = house
        own = (_image(house.logo), "")
        self._marks = (own, (_image(house.partner_logo), house.partner_name))
        self._is_single = not (house.partner_logo or house.partner_name)
        self.setAccessibleName(f"Briefkopf: {house.name}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(360), theme.current().px(150))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.setPen(QPen(now.color("field_line"), 1))
        painter.drawRect(sheet)
        if self._house is None:
            return
        room = sheet.adjusted(now.px(24), now.px(16), -now.px(24), -now.px(16))
        for mark in reversed(self._marks):
            room.setWidth(room.width() - self._paint_mark(painter, room, mark))
        self._paint_words(painter, room, self._house)

    def _paint_mark(self, painter: QPainter, room: QRectF, mark: tuple[QImage, str]) -> float:
        """Paint a logo with its name below at the right; returns the width they take."""
        logo, name = mark
        if logo.isNull() and not name:
            return 0
        now = theme.current()
        most = now.px(160 if self._is_single else 110)
        size = logo.size().scaled(most, now.px(64), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setFont(self.font())
        painter.setPen(QColor("#444444"))
        metrics = painter.fontMetrics()
        width = max(size.width(), min(metrics.horizontalAdvance(name), most))
        left = room.right() - width
        painter.drawImage(
            QRectF(left + (width - size.width()) / 2, room.top(), size.width(), size.height()), logo
        )
        below = QRectF(left, room.top() + size.height(), width, 2 * metrics.height())
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(width * 1.8))
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, int(centred | Qt.TextFlag.TextWordWrap), shown)
        return width + now.px(16)

    def _paint_words(self, painter: QPainter, room: QRectF, house: HouseRow) -> None:
        painter.setPen(QColor("#111111"))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        painter.setFont(font)
        top = room.top()
        for text in (house.name, *shown_lines(house)):
            metrics = painter.fontMetrics()
            if top + metrics.height() > room.bottom() + metrics.descent():
                return
            line = QRectF(room.left(), top, room.width(), metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += metrics.height()
            painter.setFont(self.font())
            painter.setPen(QColor("#444444"))


def _image(data: bytes | None) -> QImage:
    return QImage.fromData(data) if data else QImage()


def shown_lines(house: HouseRow) -> tuple[str, ...]:
    """Return the lines under the name: what the office typed, else address and contacts."""
    if house.letterhead_lines:
        return house.letterhead_lines
    town = f"{house.postcode} {house.town}".strip()
    address = " · ".join(part for part in (house.street, town) if part)
    contacts = " · ".join(part for part in (house.phone, house.email) if part)
    return tuple(line for line in (address, contacts) if line)
