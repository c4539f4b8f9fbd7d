"""The head of the tab: the year, its sums as pills, the chooser and the buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kitadesk.base.text import plural
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.kit.widgets import ChoiceBox, PageHead, Pill, PrimaryButton, QuietButton
from kitadesk.ui.tabs.transition.starters import StarterLine, sums
from kitadesk.ui.tabs.transition.year_view import EntryYear


class YearHead(PageHead):
    """Says at a glance how the year stands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._pills: list[Pill] = []
        self._told: tuple[str, ...] = ()
        self._late = 0
        self._is_low = False
        self.years = ChoiceBox(self, name="entryYear")
        self.years.setAccessibleName("Jahr der Einschulung")
        self.takeover = QuietButton("Liste übernehmen …", self, name="takeOver")
        self.takeover.setToolTip("Aus Excel, Word oder einer Datei (Strg+V)")
        self.print_button = PrimaryButton("Drucken …", self, name="openPaper")
        self.print_beside = QuietButton("Drucken …", self, name="openPaperBeside")
        self.print_beside.hide()
        for button in (self.print_button, self.print_beside):
            button.setToolTip("Papiere zu diesen Kindern (Strg+P)")
        for widget in (self.years, self.takeover, self.print_button, self.print_beside):
            self.buttons.addWidget(widget)

    def show_year(self, year: EntryYear, years: Sequence[EntryYear]) -> None:
        """Show the year, and the years to choose where there are several."""
        self.title.setText(f"Schulanfang {year.year}")
        self.years.clear()
        self.years.addItems([str(one.year) for one in years])
        self.years.setCurrentIndex(list(years).index(year))
        self.years.setVisible(len(years) > 1)

    def show_printing(self, *, is_offered: bool, is_main: bool) -> None:
        """Show the way to the papers; in petrol only where the page has no main action itself."""
        self.print_button.setVisible(is_offered and is_main)
        self.print_beside.setVisible(is_offered and not is_main)

    def take_keyboard(self) -> None:
        """Put the keyboard on the way to the papers."""
        is_main = self.print_button.isVisibleTo(self)
        (self.print_button if is_main else self.print_beside).setFocus()

    def show_sums(self, starters: Sequence[StarterLine], late: int) -> None:
        """Show the children, what is special, and how many steps are overdue."""
        self._told, self._late = sums(starters) if starters else (), late
        self._show_pills()

    def set_low(self, is_low: bool) -> None:
        """Leave the room to the page below: what is special is told under the mouse then."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._show_pills()

    def _show_pills(self) -> None:
        first, special = self._told[:1], self._told[1:]
        wanted = [(text, Tone.ACCENT) for text in first]
        if not self._is_low:
            wanted += [(text, Tone.NEUTRAL) for text in special]
        if self._late:
            late = plural(self._late, "Schritt überfällig", "Schritte überfällig")
            wanted.append((late, Tone.BAD))
        while len(self._pills) < len(wanted):
            pill = Pill("", Tone.NEUTRAL, self)
            pill.setObjectName(f"sum{len(self._pills)}")
            self._pills.append(pill)
            self.pills.addWidget(pill)
        for number, pill in enumerate(self._pills):
            pill.setVisible(number < len(wanted))
            if number < len(wanted):
                pill.set_state(*wanted[number])
        for pill in self._pills[:1]:
            pill.setToolTip(" · ".join(special) if self._is_low else "")
