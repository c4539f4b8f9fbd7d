"""Labels that show data as it is typed: never as HTML, never wider than their place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.tokens import Tone


class PlainLabel(QLabel):
    """A label for any text of the user; `kind` is a look: title, heading, strong, muted, small."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, kind: str = "", wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if kind:
            self.setObjectName(kind)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """A one-line label that ends in "…" where room is short and shows the whole as tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, kind: str = "") -> None:
        self._full = ""
        super().__init__(text, parent, kind=kind)

    @override
    def setText(self, text: str) -> None:
        self._full = " ".join(text.split())
        super().setText(self._full)
        self._update_tooltip()

    def full_text(self) -> str:
        """Return the text without the ellipsis."""
        return self._full

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(
            min(hint.width(), self.fontMetrics().horizontalAdvance("Mmmm…")), hint.height()
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tooltip()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            self.contentsRect(),
            int(self.alignment()) | int(Qt.AlignmentFlag.AlignVCenter),
            self._shown(),
        )

    def _shown(self) -> str:
        metrics = QFontMetrics(self.font())
        return metrics.elidedText(
            self._full, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def _update_tooltip(self) -> None:
        shortened = self._shown() != self._full
        self.setToolTip(plain_tooltip(self._full) if shortened else "")


class TitleLabel(PlainLabel):
    """A long title: on one line where there is room, wrapped where there is not."""

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.fontMetrics().height() if hint.height() else 0)


class Pill(QLabel):
    """A small rounded mark with a word; the tone only underlines what the word says."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone = tone
        self.setText(text)
        self._dress()

    def set_state(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self._tone = tone
        self.setText(text)
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange):
            self._dress()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.fontMetrics().height() + theme.current().px(4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.tone_ground(self._tone))
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setPen(now.tone_ink(self._tone))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _dress(self) -> None:
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        font.setPointSizeF(theme.current().small_points)
        self.setFont(font)
        side = theme.current().px(12)
        self.setContentsMargins(side, 0, side, 0)
        self.updateGeometry()


class HLine(QWidget):
    """A thin line between two groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows the text as typed (Qt would read `<b>` as HTML)."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>" if text else ""


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a name or a property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
