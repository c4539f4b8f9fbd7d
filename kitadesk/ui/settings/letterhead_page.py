"""Briefkopf: the lines under the name and a small logo, with the head of a sheet beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.queries.house import HouseRow, own_house
from kitadesk.services.house import set_logo
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialogs import FileKind
from kitadesk.ui.kit.forms import AreaField
from kitadesk.ui.kit.widgets import Notice, PlainLabel, QuietButton, Tone
from kitadesk.ui.settings.logo import ShrinkLogo
from kitadesk.ui.settings.page import SettingsPage
from kitadesk.ui.settings.savers import change_values

_PICTURES = (FileKind("Bilder", ("png", "jpg", "jpeg")),)
_WORDS = "So beginnt jedes Blatt. Ohne eigene Zeilen stehen Anschrift und Telefon unter dem Namen."


class LetterheadPage(SettingsPage):
    """Lines and logo; the sheet beside them changes while they change."""

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
        self.body.addWidget(PlainLabel("Logo", self, kind="small"))
        self.body.addLayout(self._build_logo())
        self.notice = Notice("", Tone.WARN, self)
        self.notice.setObjectName("logoError")
        self.notice.hide()
        self.body.addWidget(self.notice)
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self) -> None:
        row = self.context.desk.read(own_house)
        if row is None:
            return
        self.lines.set_value("\n".join(row.letterhead_lines))
        self.preview.set_house(row)
        self.remove.setVisible(row.logo is not None)

    def _build_logo(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.choose = QuietButton("Bild wählen …", self, name="chooseLogo")
        self.remove = QuietButton("Entfernen", self, name="removeLogo")
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self._on_remove)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addWidget(PlainLabel("PNG oder JPEG, wird verkleinert", self, kind="small"))
        row.addStretch(1)
        return row

    @Slot(object)
    def _save_lines(self, text: Any) -> None:
        change_values(self.context.desk, letterhead_lines=tuple(str(text).split("\n")))

    @Slot()
    def _on_choose(self) -> None:
        dialogs.door().open_file(self, "Logo wählen", _PICTURES, self._on_path)

    def _on_path(self, path: Path) -> None:
        self.notice.hide()
        job = ShrinkLogo(path)
        self.context.jobs.work(job, done=self._on_logo, failed=self._on_failed)

    def _on_logo(self, image: bytes) -> None:
        try:
            set_logo(self.context.desk, image)
        except UserError as error:
            self._on_failed(error)
        self.refresh()

    def _on_failed(self, error: UserError) -> None:
        self.notice.set_state(str(error), Tone.WARN)
        self.notice.show()

    @Slot()
    def _on_remove(self) -> None:
        set_logo(self.context.desk, None)
        self.refresh()


class LetterheadPreview(QWidget):
    """The upper end of a white sheet with name, lines and logo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letterheadPreview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._house: HouseRow | None = None
        self._logo = QImage()

    def set_house(self, house: HouseRow) -> None:
        """Show this house."""
        self._house = house
        self._logo = QImage.fromData(house.logo) if house.logo else QImage()
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
        room.setWidth(room.width() - self._paint_logo(painter, room))
        self._paint_words(painter, room, self._house)

    def _paint_logo(self, painter: QPainter, room: QRectF) -> float:
        """Paint the logo at the right; returns the width it takes."""
        if self._logo.isNull():
            return 0
        now = theme.current()
        size = self._logo.size().scaled(now.px(160), now.px(80), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(room.right() - size.width(), room.top(), size.width(), size.height())
        painter.drawImage(target, self._logo)
        return target.width() + now.px(16)

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


def shown_lines(house: HouseRow) -> tuple[str, ...]:
    """Return the lines under the name: what the office typed, else address and contacts."""
    if house.letterhead_lines:
        return house.letterhead_lines
    town = f"{house.postcode} {house.town}".strip()
    address = " · ".join(part for part in (house.street, town) if part)
    contacts = " · ".join(part for part in (house.phone, house.email) if part)
    return tuple(line for line in (address, contacts) if line)
