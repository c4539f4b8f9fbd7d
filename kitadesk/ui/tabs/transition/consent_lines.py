"""What is ticked on a consent form: one line that says "alles", and the form line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import (
    Scope,
    Way,
    lines_of,
    own_line,
    scope_words,
    ways_of,
    whole_scope,
)
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import ChoiceField, TextField
from kitadesk.ui.kit.widgets import LinkButton, PlainLabel, TickBox

NO_SCHOOL = "jede Schule"
_SOME, _ALL = "Nur ein Teil …", "Doch alles"


class ConsentLines(QWidget):
    """Folded it says that the whole form is ticked, which is what most families do.

    Unfolded every line has a tick for each way; with all of them nothing has to be touched. What a
    revocation takes back begins with none.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("consentLines")
        self._kind = ConsentKind.PHOTO
        self._is_taking_back = False
        self._schools: dict[UUID | None, str] = {None: NO_SCHOOL}
        self._ticks: dict[tuple[str, Way], TickBox] = {}
        self.said = PlainLabel("", self, kind="small", wrap=True)
        self.fold = LinkButton(_SOME, self, name="consentSome")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._on_fold)
        self.school = ChoiceField("An", [(None, NO_SCHOOL)], self, name="consentSchool")
        self.school.committed.connect(self._on_school)
        self._grid = QWidget(self)
        self._own_ticks: dict[Way, TickBox] = {}
        self.own = TextField("", self._grid, name="consentOwnLine", hint="anderes, wie es dasteht")
        self.own.edit.setAccessibleName("Was sonst angekreuzt ist")
        self._build()

    def show_form(self, kind: ConsentKind, state: ConsentState) -> None:
        """Show the lines of a purpose, where the answer has lines."""
        is_about_lines = state in (ConsentState.GIVEN, ConsentState.REVOKED)
        is_taking_back = state is ConsentState.REVOKED
        is_other_form = kind is not self._kind
        if is_other_form or is_taking_back is not self._is_taking_back:
            self._kind, self._is_taking_back = kind, is_taking_back
            if is_other_form:
                self._show_lines()
            self.reset()
        self.school.setVisible(self.fold.isChecked() and not is_taking_back)
        self.setVisible(bool(ways_of(kind)) and is_about_lines)

    def offer_schools(self, schools: Sequence[tuple[UUID, str]], own: UUID | None) -> None:
        """Offer the schools that a form may name; the child's own is chosen."""
        self._schools = {None: NO_SCHOOL, **dict(schools)}
        self.school.set_options(list(self._schools.items()))
        self.choose_school(own)

    def choose_school(self, school_id: UUID | None) -> None:
        """Choose the school that stands on the paper."""
        self.school.set_value(school_id if school_id in self._schools else None)
        self._say()

    def reset(self) -> None:
        """Fold the lines: everything is ticked again."""
        self.own.set_value("")
        self.fold.setChecked(False)
        self._tick_all()
        self._say()

    def scope(self) -> Scope | None:
        """Return what is ticked; None for the whole form, and where there are no lines."""
        if not self.fold.isChecked() or not ways_of(self._kind):
            return None
        self.own.commit()
        return Scope(frozenset((*self._ticked(), *self._own())))

    def recipient(self) -> UUID | None:
        """Return the school that the paper names."""
        found: UUID | None = self.school.value()
        return found if ways_of(self._kind) and not self._is_taking_back else None

    def _build(self) -> None:
        now = theme.current()
        head = QHBoxLayout()
        head.setSpacing(now.px(8))
        head.addWidget(self.said, 1)
        head.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(4))
        column.addLayout(head)
        column.addWidget(self.school)
        column.addWidget(self._grid)
        self._rows = QGridLayout(self._grid)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(now.px(12))
        self._rows.setVerticalSpacing(now.px(2))
        self._rows.setColumnStretch(0, 1)
        self._grid.hide()
        self.school.hide()

    def _show_lines(self) -> None:
        """Fill the grid with the lines of the form, and one of their own where it has one."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.own:
                widget.hide()
                widget.deleteLater()
        self._ticks, self._own_ticks = {}, {}
        ways = ways_of(self._kind)
        is_plain = ways == (Way.YES,)
        for column, way in enumerate(() if is_plain else ways, start=1):
            self._rows.addWidget(PlainLabel(way.label, self._grid, kind="small"), 0, column)
        for row, words in enumerate(lines_of(self._kind), start=1):
            self._rows.addWidget(PlainLabel(words, self._grid, wrap=True), row, 0)
            for column, way in enumerate(ways, start=1):
                name = f"consentLine{row}{way.value}"
                self._ticks[words, way] = self._tick(f"{words}: {way.label}", name, row, column)
        last = len(lines_of(self._kind)) + 1
        self.own.setVisible(not is_plain)
        if not is_plain:
            self._rows.addWidget(self.own, last, 0)
            for column, way in enumerate(ways, start=1):
                name = f"consentOwn{way.value}"
                self._own_ticks[way] = self._tick(f"anderes: {way.label}", name, last, column)

    def _tick(self, spoken: str, name: str, row: int, column: int) -> TickBox:
        tick = TickBox("", self._grid, name=name)
        tick.setAccessibleName(spoken)
        tick.setToolTip(spoken)
        tick.toggled.connect(self._say)
        self._rows.addWidget(tick, row, column, Qt.AlignmentFlag.AlignCenter)
        return tick

    def _tick_all(self) -> None:
        for tick in self._ticks.values():
            tick.setChecked(not self._is_taking_back)
        for tick in self._own_ticks.values():
            tick.setChecked(False)

    def _ticked(self) -> Iterator[tuple[str, Way]]:
        for key, tick in self._ticks.items():
            if tick.isChecked():
                yield key

    def _own(self) -> Iterator[tuple[str, Way]]:
        """Give the line of their own; without a tick beside it it may be handed over either way."""
        words = own_line(str(self.own.value() or ""))
        if words and self._own_ticks:
            chosen = [way for way, tick in self._own_ticks.items() if tick.isChecked()]
            yield from ((words, way) for way in chosen or self._own_ticks)

    @Slot(bool)
    def _on_fold(self, is_open: bool) -> None:
        self.fold.set_text(_ALL if is_open else _SOME)
        self._grid.setVisible(is_open)
        self.school.setVisible(is_open and not self._is_taking_back)
        if not is_open:
            self._tick_all()
        self._say()

    @Slot(object)
    def _on_school(self, _school_id: UUID | None) -> None:
        self._say()

    @Slot()
    def _say(self) -> None:
        """Say in one line what will be written down."""
        if not ways_of(self._kind):
            return
        scope = Scope(frozenset(self._ticked())) if self.fold.isChecked() else None
        words = "einzelne Zeilen"
        if scope is None or scope == whole_scope(self._kind):
            words = "alles"
        elif not scope:
            words = "noch nichts"
        elif (short := scope_words(scope, self._kind)).startswith("nur ") or len(short) < 40:
            words = short
        if self._is_taking_back:
            self.said.setText(f"Zurückgenommen: {words}")
            return
        school = self._schools.get(self.school.value(), NO_SCHOOL)
        self.said.setText(f"Angekreuzt: {words} · für {school}")
