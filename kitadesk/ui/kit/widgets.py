"""Cards, headings, empty states and notices; all simple parts are importable from here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import (
    ChoiceBox,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    TextLink,
    TickBox,
)
from kitadesk.ui.kit.flow import FlowLayout
from kitadesk.ui.kit.labels import (
    ElidedLabel,
    HLine,
    Pill,
    PlainLabel,
    TitleLabel,
    plain_tooltip,
    restyle,
)
from kitadesk.ui.kit.tokens import Tone

__all__ = [
    "Card",
    "ChoiceBox",
    "ElidedLabel",
    "EmptyState",
    "FlowLayout",
    "HLine",
    "LinkButton",
    "Notice",
    "PageHead",
    "Pill",
    "PlainLabel",
    "PrimaryButton",
    "QuietButton",
    "ScrollPage",
    "SectionHeading",
    "SegmentedControl",
    "TextLink",
    "TickBox",
    "Toast",
    "Tone",
    "plain_tooltip",
]


class Card(QFrame):
    """A rounded sheet on the warm ground; put things into `body`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        now = theme.current()
        if name:
            self.setObjectName(name)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(now.px(16), now.px(14), now.px(16), now.px(14))
        self.body.setSpacing(now.px(8))
        self.heading: SectionHeading | None = None
        if heading:
            self.heading = SectionHeading(heading, self)
            self.body.addWidget(self.heading)
            self.setAccessibleName(heading)

    def set_heading(self, text: str) -> None:
        """Call a card that has a heading something else."""
        if self.heading is not None:
            self.heading.label.setText(text)
            self.setAccessibleName(text)


class SectionHeading(QWidget):
    """A heading with room for a quiet remark or buttons at its right (`add`)."""

    def __init__(self, text: str, parent: QWidget | None = None, *, remark: str = "") -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().px(8))
        self.label = ElidedLabel(text, self, kind="heading")
        self.remark = PlainLabel(remark, self, kind="small")
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self.remark)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)


class PageHead(QWidget):
    """Title of a page, pills behind it (`pills.addWidget`), buttons at the right; all may wrap."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        gap = theme.current().px(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap * 2)
        self.title = TitleLabel(title, self, kind="title", wrap=True)
        self.pills = FlowLayout(spacing=gap)
        self.pills.addWidget(self.title)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(gap)
        row.addLayout(self.pills, 1)
        row.addLayout(self.buttons, 0)
        row.setAlignment(self.buttons, Qt.AlignmentFlag.AlignTop)
        self.title.setMinimumHeight(theme.current().row_height)


class EmptyState(QWidget):
    """What a place says while nothing is there yet: one sentence and the way to the first entry.

    There is one main action; `other` is a quiet second way.
    """

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        other: str = "",
        on_other: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.current().px(12))
        column.addStretch(1)
        self.label = PlainLabel(text, self, kind="muted", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.label)
        self.button: PrimaryButton | None = None
        if action:
            self.button = PrimaryButton(action, self, name="emptyAction")
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
            if on_action is not None:
                self.button.clicked.connect(on_action)
        if other:
            link = LinkButton(other, self, name="emptyOther")
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignCenter)
            if on_other is not None:
                link.clicked.connect(on_other)
        column.addStretch(1)


class Notice(QFrame):
    """A sentence in place, in the colour of its tone, with an optional action."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        now = theme.current()
        self._tone = tone
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(now.px(12), now.px(8), now.px(12), now.px(8))
        self._row.setSpacing(now.px(12))
        self.label = PlainLabel(text, self, wrap=True)
        self.label.setMinimumWidth(now.px(80))
        self._row.addWidget(self.label, 1)
        self._dress()

    def set_state(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self._tone = tone
        self.label.setText(text)
        self._dress()
        self.update()

    def add_action(self, text: str, on_click: Callable[[], object]) -> QuietButton:
        """Add a button at the right; `on_click` is a bound method or a weak_slot."""
        button = QuietButton(text, self, name="noticeAction")
        button.clicked.connect(on_click)
        self._row.addWidget(button)
        return button

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.tone_ground(self._tone))
        painter.drawRoundedRect(self.rect(), now.px(8), now.px(8))

    def _dress(self) -> None:
        self.label.setObjectName(f"{self._tone.value}Tone")
        restyle(self.label)


class Toast(Notice):
    """A short answer that leaves by itself after some seconds; who holds it gives it its place."""

    SHOWN_FOR_MS = 6000
    left = Signal()
    """Its time is over."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", Tone.NEUTRAL, parent)
        now = theme.current()
        self.setObjectName("toast")
        self._row.setContentsMargins(now.px(12), now.px(2), now.px(12), now.px(2))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_over)
        self.hide()

    def say(self, text: str, tone: Tone = Tone.ACCENT) -> None:
        """Show the sentence and read it to screen readers."""
        self.set_state(text, tone)
        self.setAccessibleName(text)
        self.show()
        self._timer.start(self.SHOWN_FOR_MS)

    def height_in(self, width: int) -> int:
        """Return the height the sentence needs in this width; the label is set to wrap or not."""
        self.label.setWordWrap(False)
        if self.sizeHint().width() <= width:
            return self.sizeHint().height()
        self.label.setWordWrap(True)
        return self.heightForWidth(width)

    @Slot()
    def _on_over(self) -> None:
        self.hide()
        self.left.emit()


class ScrollPage(QScrollArea):
    """A page that scrolls up and down when it is higher than the window; fill `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab must not stop where nothing is seen.
        holder = QWidget(self)
        holder.setObjectName("scrollBody")
        self.body = QVBoxLayout(holder)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.current().px(12))
        self.body.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self.setWidget(holder)
