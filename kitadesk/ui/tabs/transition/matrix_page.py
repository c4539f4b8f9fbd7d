"""The page Kinder: filters and buttons, the matrix, what the marks mean."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.text import plural, sort_key
from kitadesk.domain.matrix_selection import Spot
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import ChoiceBox, FlowLayout, PlainLabel, PrimaryButton, QuietButton
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.legend import Legend
from kitadesk.ui.tabs.transition.matrix_actions import MatrixActions
from kitadesk.ui.tabs.transition.matrix_keys import Act
from kitadesk.ui.tabs.transition.matrix_rows import MatrixRows, Order
from kitadesk.ui.tabs.transition.matrix_view import MatrixView
from kitadesk.ui.tabs.transition.starters import StarterLine, read_starters
from kitadesk.ui.tabs.transition.year_view import EntryYear

NOTHING_FOUND = "Nichts passt zu dem, was oben gewählt oder eingetippt ist."
KEYS = "Leertaste: erledigt · Minus: entfällt · Datum tippen: geplant"
LEAST_FOR_LEGEND = 340
"""px at 100 %: in a lower page the rows get the room."""
_BUTTONS = (
    (Act.DONE, "Erledigt", "cellDone", "Leertaste"),
    (Act.PLAN, "Geplant …", "cellPlan", "Datum tippen oder F2"),
    (Act.NOT_NEEDED, "Entfällt", "cellNotNeeded", "Minus"),
    (Act.OPEN, "Offen", "cellOpen", "Entf"),
)


class MatrixPage(QWidget):
    """Children of an entry year × measures; `counted` when the sums may have changed.

    `consent_wanted(child_id, kind)` asks for the place where consents are entered, `plan_wanted`
    for the plan of a year that has none: only with measures there is something to tick.
    """

    counted = Signal()
    plan_wanted = Signal()
    consent_wanted = Signal(object, object)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("startersPage")
        self._desk = context.desk
        self._wanted = Wanted("")
        self._only_open = False
        self._is_unsure = False
        self._sorting: tuple[str, bool] = ("", False)
        empty = EntryYear(context.desk.clock.today().year, None)
        self.table = MatrixView(MatrixRows(context.desk, empty, ()), self)
        self.actions_of_cells = MatrixActions(context, self.table)
        self._build()
        self.table.moved.connect(self._on_moved)
        self.table.counted.connect(self._on_counted)
        self.table.sort_wanted.connect(self._on_sort)
        self.actions_of_cells.sort_wanted.connect(self._on_sort_by_state)
        self.actions_of_cells.consent_wanted.connect(self.consent_wanted)

    @property
    def rows(self) -> MatrixRows:
        """Return what is shown."""
        return self.table.rows

    def begin(self) -> None:
        """Put the keyboard into the matrix."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_year(self, entry_year: int, cohort_id: UUID | None) -> None:
        """Read the children of this year and show them; the cursor stays on its child."""
        year = EntryYear(entry_year, cohort_id)
        rows = MatrixRows(self._desk, year, read_starters(self._desk, year))
        self._fill_choices(rows.starters)
        self._order(rows)
        self._narrow(rows)
        for button in self.buttons:
            button.setVisible(bool(rows.measures))
        for widget in (self.remark, self.plan_button):
            widget.setVisible(cohort_id is None and bool(rows.starters))
        self.plan_button.set_text(f"Schulanfänger {entry_year} planen")
        self.table.show_rows(rows)
        self._arrange()
        self._on_moved()

    def reload_states(self) -> None:
        """Read the states again, because somebody changed or undid some."""
        self.rows.reload()
        self.table.start_reading()

    def narrow(self, wanted: Wanted, *, only_open: bool) -> None:
        """Show only what is wanted."""
        self._wanted, self._only_open = wanted, only_open
        self._on_chosen()

    def show_all(self) -> None:
        """Take back the filters of this page."""
        for box in (self.groups, self.schools):
            box.setCurrentIndex(0)
        self._on_chosen()

    def has_main_action(self) -> bool:
        """Return whether planning the year is offered."""
        return self.plan_button.isVisibleTo(self)

    def choose(self, child_id: UUID) -> bool:
        """Put the cursor on a child; False if it is not shown."""
        return self.table.choose(child_id.bytes)

    @override
    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(300), now.px(240))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.start_reading()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.table.stop_typing()
        self.table.stop_reading()

    def _arrange(self) -> None:
        """Leave out what the marks mean where room is short: each tells it under the mouse."""
        is_roomy = self.height() >= theme.current().px(LEAST_FOR_LEGEND)
        for widget in (self.legend, self.keys):
            widget.setVisible(is_roomy and bool(self.rows.measures))

    def _build(self) -> None:
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(8))
        flow = FlowLayout(spacing=now.px(8))
        self.groups = ChoiceBox(self, name="matrixGroup")
        self.groups.setAccessibleName("Gruppe")
        self.schools = ChoiceBox(self, name="matrixSchool")
        self.schools.setAccessibleName("Schule")
        for box in (self.groups, self.schools):
            box.activated.connect(self._on_chosen)
            flow.addWidget(box)
        self.buttons = [self._button(*spec) for spec in _BUTTONS]
        for button in self.buttons:
            flow.addWidget(button)
        self.plan_button = PrimaryButton("", self, name="planFromChildren")
        self.plan_button.setToolTip("Legt den Jahresplan an; dann stehen hier die Schritte")
        self.plan_button.clicked.connect(self.plan_wanted)
        flow.addWidget(self.plan_button)
        self.chosen = PlainLabel("", self, kind="small")
        self.chosen.setMinimumHeight(now.row_height)
        flow.addWidget(self.chosen)
        column.addLayout(flow)
        column.addWidget(self.table, 1)
        self.legend = Legend(self._desk.clock.today(), self)
        self.keys = PlainLabel(KEYS, self, kind="small")
        foot = QHBoxLayout()
        foot.setSpacing(now.px(16))
        foot.addWidget(self.legend, 1)
        foot.addWidget(self.keys)
        column.addLayout(foot)
        self.remark = PlainLabel(
            "Nach Geburtsdatum und Stichtag zusammengestellt. "
            "Den Grund zeigt die Maus auf der Schulpflicht.",
            self, kind="small", wrap=True,
        )  # fmt: skip
        column.addWidget(self.remark)

    def _button(self, act: Act, text: str, name: str, key: str) -> QuietButton:
        button = QuietButton(text, self, name=name)
        button.setToolTip(f"Für die gewählten Felder ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # A click leaves the keyboard in the cells.
        button.clicked.connect(weak_slot(self.actions_of_cells.act, act))
        return button

    def _fill_choices(self, starters: Sequence[StarterLine]) -> None:
        for box, all_words, texts in (
            (self.groups, "Alle Gruppen", {line.group_name for line in starters}),
            (self.schools, "Alle Schulen", {line.school_name for line in starters}),
        ):
            kept = box.currentText()
            names = sorted(texts - {""}, key=sort_key)
            box.clear()
            box.addItems([all_words, *names])
            box.setCurrentIndex(names.index(kept) + 1 if kept in names else 0)
            widest = max(map(self.fontMetrics().horizontalAdvance, (all_words, *names)))
            box.setMinimumWidth(min(widest, theme.current().px(180)) + theme.current().px(48))
            box.setVisible(len(names) > 1)

    def _narrow(self, rows: MatrixRows) -> None:
        group, school = (
            box.currentText() if box.currentIndex() > 0 else ""
            for box in (self.groups, self.schools)
        )
        rows.narrow(self._wanted, group, school, only_open=self._only_open)
        self._is_unsure = self._only_open and not rows.is_complete
        is_narrow = bool(self._wanted) or bool(group) or bool(school)
        if not rows.starters:
            year = rows.year.year
            self.table.set_empty_text(
                f"Noch keine Schulanfänger {year}. Mit Geburtsdaten in der Liste "
                "erscheinen sie hier von selbst."
            )
        else:
            done = "Alles erledigt: Es ist kein Schritt offen."
            self.table.set_empty_text(NOTHING_FOUND if is_narrow else done)

    def _order(self, rows: MatrixRows) -> None:
        title, is_backwards = self._sorting
        rows.order_by(_order_of(title, rows), backwards=is_backwards)
        self.table.show_order(title, is_backwards=is_backwards)

    @Slot()
    def _on_chosen(self) -> None:
        key = self.table.current_key()
        self._narrow(self.rows)
        self.table.narrowed(key)

    @Slot(str)
    def _on_sort(self, title: str) -> None:
        """Order by a column; a second click turns it round, a third goes back to the names."""
        old, was_backwards = self._sorting
        steps = {(False, False): (title, False), (True, False): (title, True)}
        self._sorting = steps.get((old == title, was_backwards), ("", False))
        if old != title:
            self._sorting = (title, False)
        key = self.table.current_key()
        self._order(self.rows)
        self._narrow(self.rows)
        self.table.narrowed(key)

    @Slot(int)
    def _on_sort_by_state(self, column: int) -> None:
        """Put what is to do in a measure on top: overdue first, what falls away last."""
        rows = self.rows
        rows.read_all()
        self._sorting = ("", False)
        rows.order_by(lambda place: words.urgency(rows.cells.cell(place, column)))
        self.table.show_order("", is_backwards=False)
        self._narrow(rows)
        self.table.go_to(Spot(0, column))
        self.table.narrowed(None)

    @Slot()
    def _on_moved(self) -> None:
        selection = self.table.selection
        lines = {spot.row for spot in selection.spots()} if selection.is_several else set()
        text = f"{plural(len(lines), 'Kind', 'Kinder')} gewählt" if lines else ""
        self.chosen.setText(text)
        self.chosen.setVisible(bool(text))

    @Slot()
    def _on_counted(self) -> None:
        if self._is_unsure and self.rows.is_complete:
            self._on_chosen()
        self.counted.emit()


def _order_of(title: str, rows: MatrixRows) -> Order | None:
    """Return the order by a fixed column; names are in order already."""
    starters = rows.starters
    orders: dict[str, Order] = {
        "Geboren": lambda place: (
            starters[place].birth_date is None,
            starters[place].birth_date or rows.today,
        ),
        "Gruppe": lambda place: sort_key(starters[place].group_name),
        "Schule": lambda place: sort_key(starters[place].school_name),
        "Schulpflicht": lambda place: sort_key(words.duty_words(starters[place])),
    }
    return orders.get(title)
