"""One text of a paper: its own words, placeholders to insert, hints, and the shipped words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.dates import numeric_date
from kitadesk.domain.paper_texts import fill, plain_hints
from kitadesk.handouts.texts import Placeholder
from kitadesk.services.paper_texts import TextRow, change_text, keep_own_text, restore_text
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.flow import FlowLayout
from kitadesk.ui.kit.forms import AreaField
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import (
    Notice,
    PlainLabel,
    QuietButton,
    ScrollPage,
    TextLink,
    Tone,
)

RESTORE = "Ursprünglichen Text wiederherstellen"
_CHANGED = "Der ursprüngliche Text hat sich geändert, seit Sie Ihren geschrieben haben."
_CANNOT = "Ihr Text wird nicht gedruckt: Einer seiner Platzhalter wird hier nicht mehr gefüllt."
_LINES, _MANY_LINES, _ONE_LINE = 4, 8, 2
_LONG = 160
"""Letters of a text that needs more than a few lines."""
_PARTS = "{count} Teile, mit | dazwischen. Einer darf leer sein, ihre Zahl bleibt."
_FEW_NAMES = 5
"""More placeholders stand side by side, each with its meaning when the mouse rests on it."""


class PaperTextEdit(ScrollPage):
    """Shows one text; what is typed saves itself, and stands on the paper at once."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperTextEdit")
        self._context = context
        self._row: TextRow | None = None
        now = theme.current()
        self.body.setContentsMargins(now.px(2), 0, now.px(12), now.px(8))
        self.title = PlainLabel("", self, kind="heading", wrap=True)
        self.where = PlainLabel("", self, kind="small", wrap=True)
        self.notice = Notice("", Tone.WARN, self)
        self.keep = self.notice.add_action("Meinen behalten", self._on_keep)
        self.caution = PlainLabel("", self, kind="muted", wrap=True)
        self.area = AreaField("Text auf dem Papier", self, name="paperText", lines=_LINES)
        self.area.save_with(self._save)
        self.area.edit.textChanged.connect(self._on_typed)
        self.names = _Names(self)
        self.shown = PlainLabel("", self, wrap=True)
        self.hints = PlainLabel("", self, kind="small", wrap=True)
        self.original = PlainLabel("", self, kind="muted", wrap=True)
        self.restore = TextLink(RESTORE, self, name="restorePaperText")
        self.restore.clicked.connect(self._on_restore)
        self._build()
        self.show_row(None)

    def show_row(self, row: TextRow | None) -> None:
        """Show a text, or nothing while none is chosen."""
        is_other = row is None or self._row is None or row.shipped.key != self._row.shipped.key
        if is_other:
            self.area.commit()
        self._row = row
        for widget in (self.title, self.where, self.area, self.names, self.original, self.restore):
            widget.setVisible(row is not None)
        for caption in self._captions:
            caption.setVisible(row is not None)
        self.caution.setVisible(row is not None and bool(row.shipped.caution))
        if row is None:
            self.notice.hide()
            return
        if is_other:
            self._show_place(row)
            self.area.edit.clearFocus()
        self.area.set_value(row.text)
        self.original.setText(row.shipped.text)
        self.restore.setVisible(row.is_changed)
        self._show_notice(row)
        self._on_typed()

    @override
    def sizeHint(self) -> Any:
        hint = super().sizeHint()
        hint.setWidth(theme.current().px(380))
        return hint

    def _build(self) -> None:
        shown = PlainLabel("So liest es sich, mit einem Beispiel", self, kind="small")
        original = PlainLabel("Ursprünglicher Text", self, kind="small")
        self._captions = (shown, original)
        self.body.setSpacing(theme.current().px(8))
        for widget in (
            self.title, self.where, self.caution, self.notice, self.area, self.names, self.hints,
            shown, self.shown, original, self.original,
        ):  # fmt: skip
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _show_place(self, row: TextRow) -> None:
        """Say which text this is, and offer its placeholders."""
        self.title.setText(f"{row.group.title}: {row.shipped.title}")
        self.where.setText(f"Wo: {row.shipped.where}")
        self.caution.setText(row.shipped.caution)
        parts = row.shipped.parts
        self.area.set_note(_PARTS.format(count=parts) if parts > 1 else "")
        self.area.edit.setPlaceholderText(row.shipped.text)
        lines = _MANY_LINES if len(row.shipped.text) > _LONG else _LINES
        lines = _ONE_LINE if row.shipped.one_line else lines
        height = self.area.edit.fontMetrics().lineSpacing() * lines + theme.current().px(28)
        self.area.edit.setFixedHeight(height)
        self.names.offer(row.shipped.placeholders, self._insert)

    def _show_notice(self, row: TextRow) -> None:
        words = _CANNOT if row.cannot_print else _CHANGED if row.original_changed else ""
        if words and row.changed_on is not None:
            words = f"{words} (Ihr Text ist vom {numeric_date(row.changed_on)}.)"
        self.notice.set_state(words, Tone.WARN)
        self.notice.setVisible(bool(words))
        self.keep.setVisible(row.original_changed and not row.cannot_print)

    def _save(self, text: Any) -> None:
        if self._row is not None:
            change_text(self._context.desk, self._row.shipped.key, str(text))

    def _insert(self, name: str) -> None:
        """Put a placeholder where the cursor stands."""
        self.area.edit.insertPlainText(f"{{{name}}}")
        self.area.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_typed(self) -> None:
        """Show how the words read, and quietly what would make them easier."""
        if self._row is None:
            return
        text = self.area.edit.toPlainText().strip() or self._row.shipped.text
        has_names = bool(self._row.shipped.placeholders)
        self.shown.setText(fill(text, self._row.shipped.examples) if has_names else "")
        for widget in (self.shown, self._captions[0]):
            widget.setVisible(has_names)
        hints = plain_hints(text) if text != self._row.shipped.text else ()
        self.hints.setText("\n".join(hints))
        self.hints.setVisible(bool(hints))

    @Slot()
    def _on_restore(self) -> None:
        if self._row is not None:
            self.area.restore()
            self.area.edit.clearFocus()  # While somebody types there, her text would stay.
            restore_text(self._context.desk, self._row.shipped.key)
            self.area.set_value(self._row.shipped.text)
            self.area.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keep(self) -> None:
        if self._row is not None:
            keep_own_text(self._context.desk, self._row.shipped.key)


class _Names(QWidget):
    """The placeholders as buttons, each with what it stands for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None

    def offer(self, placeholders: tuple[Placeholder, ...], insert: Any) -> None:
        """Offer these; `insert` takes the name and is a bound method."""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        if len(placeholders) > _FEW_NAMES:
            flow = FlowLayout(self._inside, spacing=theme.current().px(6))
            for one in placeholders:
                flow.addWidget(_button(one, insert, self._inside))
        else:
            self._in_lines(placeholders, insert, self._inside)
        column = self.layout()
        if column is not None:
            column.addWidget(self._inside)
        self._inside.show()

    def _in_lines(
        self, placeholders: tuple[Placeholder, ...], insert: Any, inside: QWidget
    ) -> None:
        grid = QGridLayout(inside)
        now = theme.current()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(now.px(8))
        grid.setVerticalSpacing(now.px(4))
        grid.setColumnStretch(1, 1)
        for line, one in enumerate(placeholders):
            grid.addWidget(_button(one, insert, inside), line, 0)
            grid.addWidget(PlainLabel(one.meaning, inside, kind="small", wrap=True), line, 1)


def _button(one: Placeholder, insert: Any, parent: QWidget) -> QuietButton:
    button = QuietButton(f"{{{one.name}}}", parent, name=f"insert_{one.name}")
    button.setToolTip(plain_tooltip(one.meaning))
    button.setAccessibleName(f"{one.meaning} einfügen")
    button.clicked.connect(weak_slot(insert, one.name))
    return button
