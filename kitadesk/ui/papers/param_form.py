"""The print form of a paper, built from its params; values are texts, as `--set` takes them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.handouts.spec import ParamField, ParamKind
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import TextLink
from kitadesk.ui.papers.link_line import LinkLine
from kitadesk.ui.papers.param_lines import (
    NO,
    YES,
    ChoiceLine,
    LongLine,
    ManyLine,
    NumberLine,
    ParamLine,
    TextLine,
    YesNoLine,
)
from kitadesk.ui.papers.start_line import SHEET, START, StartLine

__all__ = ["NO", "YES", "ParamForm"]
MOST_UNFOLDED = 2
"""So many lines are never folded away."""


class ParamForm(QWidget):
    """All lines of one paper; tells whenever a value is another."""

    changed = Signal()
    folded = Signal()
    """The form has become higher or lower."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paramForm")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().px(6))
        self._lines: list[ParamLine] = []
        self._is_short = False
        self._is_open = False
        self.start_of: Callable[[str], int] | None = None
        """Proposes the first free label of a type of sheet."""
        self.more = TextLink("", self, name="moreParams")
        self.more.clicked.connect(self._on_more)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self._column.addLayout(row)

    def show_fields(
        self, fields: Sequence[ParamField], values: Mapping[str, str], hidden: Collection[str] = ()
    ) -> None:
        """Ask for these fields; `hidden` ones are set by buttons elsewhere."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        self._lines = [_line(field, self) for field in fields if field.name not in hidden]
        for line in self._lines:
            line.set_value(values.get(line.field.name, line.field.default))
            line.changed.connect(self._on_changed)
            line.height_changed.connect(self._on_height_changed)
            self._column.insertWidget(self._column.count() - 1, line)
        self._join_sheet(values)
        self._fold()

    def values(self) -> dict[str, str]:
        """Return the value of every line, as text by name."""
        return {line.field.name: line.value() for line in self._lines}

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, from top to bottom."""
        editors = [line.findChild(QWidget, line.name()) for line in self._lines]
        return [*(editor for editor in editors if editor is not None), self.more]

    def set_short(self, *, is_short: bool) -> None:
        """Show only the first lines and what differs from the default, until somebody asks."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._fold()

    @property
    def is_folded(self) -> bool:
        """Whether lines are hidden behind "Mehr einstellen"."""
        return self._is_short and len(self._lines) > MOST_UNFOLDED and not self._is_open

    def _join_sheet(self, values: Mapping[str, str]) -> None:
        """Let the drawn sheet of labels be of the type that is chosen beside it."""
        start = next((line for line in self._lines if isinstance(line, StartLine)), None)
        sheet = next((line for line in self._lines if line.field.name == SHEET), None)
        if start is not None and sheet is not None:
            start.join(sheet, self.start_of)
            if start.field.name not in values:
                start.propose()

    def _fold(self) -> None:
        can_fold = self._is_short and len(self._lines) > MOST_UNFOLDED
        is_folded = self.is_folded
        for number, line in enumerate(self._lines):
            is_default = line.value() == line.field.default
            line.setVisible(not is_folded or number < MOST_UNFOLDED or not is_default)
        self.more.setVisible(can_fold)
        self.more.set_text("Weniger zeigen" if self._is_open else "Mehr einstellen …")
        self.updateGeometry()
        self.folded.emit()

    @Slot()
    def _on_height_changed(self) -> None:
        """Measure at once what Qt would measure later, so that the page around it can follow."""
        for line in self._lines:
            line.column.activate()
        self._column.activate()
        self.updateGeometry()
        self.folded.emit()

    @Slot()
    def _on_more(self) -> None:
        self._is_open = not self._is_open
        self._fold()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


def _line(field: ParamField, parent: QWidget) -> ParamLine:
    if field.kind is ParamKind.TEXTS and field.choices:
        return ManyLine(field, parent)
    if field.name == START and field.kind is ParamKind.NUMBER:
        return StartLine(field, parent)
    if field.parted_by:
        return LongLine(field, parent)
    kinds: dict[ParamKind, type[ParamLine]] = {
        ParamKind.YES_NO: YesNoLine,
        ParamKind.CHOICE: ChoiceLine,
        ParamKind.NUMBER: NumberLine,
        ParamKind.LINK: LinkLine,
    }
    return kinds.get(field.kind, TextLine)(field, parent)
