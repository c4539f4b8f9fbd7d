"""Name and postcode of the own Kita; the postcode gives town and Land, and asks only if unsure."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.domain.postcodes import Place, clean_postcode
from kitadesk.services.house import HouseInput
from kitadesk.services.postcodes import places_of
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import ChoiceField, TextField
from kitadesk.ui.kit.widgets import LinkButton, PlainLabel, PrimaryButton, TextLink
from kitadesk.ui.settings.lands import land_options

_FULL = 5


class _Asks(Enum):
    """What stands below the postcode."""

    NOTHING = "nothing"
    SURE = "sure"
    CHOICE = "choice"
    BY_HAND = "by_hand"


class HouseForm(QWidget):
    """Two fields and a button; `entered` carries a `HouseInput`, `back` goes to the tiles."""

    entered = Signal(object)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("houseForm")
        self._asks = _Asks.NOTHING
        self._place: Place | None = None
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(12))
        column.addWidget(PlainLabel("Wie heißt Ihre Kita?", self, kind="title", wrap=True))
        why = "Mehr braucht es nicht für das erste Blatt. Anschrift, Logo und Kennwort haben Zeit."
        column.addWidget(PlainLabel(why, self, kind="muted", wrap=True))
        self.name = TextField("Name", self, name="houseName", hint="z. B. Kita Sonnenschein")
        self.postcode = TextField("Postleitzahl", self, name="housePostcode", hint="z. B. 09661")
        self.postcode.edit.setMaximumWidth(now.px(120))
        column.addWidget(self.name)
        column.addWidget(self.postcode)
        self._build_place(column)
        self._build_buttons(column)
        self.postcode.edit.textEdited.connect(self._on_typing)
        self.postcode.committed.connect(self._on_postcode)
        self.choice.committed.connect(self._on_choice)
        self._show_asks(_Asks.NOTHING)

    def start(self) -> None:
        """Put the cursor into the name."""
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: UserError) -> None:
        """Say below the name why it cannot be taken."""
        self.name.show_error(error)
        self.name.edit.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a drop-down goes on, as it does in the fields."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _build_place(self, column: QVBoxLayout) -> None:
        now = theme.current()
        self.sure = QWidget(self)
        row = QHBoxLayout(self.sure)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(now.px(8))
        self.sure_text = PlainLabel("", self.sure, kind="strong", wrap=True)
        self.sure_text.setObjectName("strong")
        self.change = LinkButton("Ändern", self.sure, name="changePlace")
        self.change.clicked.connect(self._on_change)
        row.addWidget(self.sure_text, 1)
        row.addWidget(self.change)
        self.choice = ChoiceField("Ort", (), self, name="housePlace")
        self.choice.box.setPlaceholderText("Bitte wählen")
        self.town = TextField("Ort", self, name="houseTown")
        self.land = ChoiceField("Bundesland", land_options(), self, name="houseLand")
        self.land.box.setPlaceholderText("Bitte wählen")
        for widget in (self.sure, self.choice, self.town, self.land):
            column.addWidget(widget)

    def _build_buttons(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.go_back = TextLink("Zurück", self, name="houseBack")
        self.go_on = PrimaryButton("Weiter", self, name="houseGoOn")
        self.go_back.clicked.connect(self._on_back)
        self.go_on.clicked.connect(self._on_go_on)
        row.addWidget(self.go_back)
        row.addStretch(1)
        row.addWidget(self.go_on)
        column.addSpacing(theme.current().px(8))
        column.addLayout(row)
        self.setTabOrder(self.land.box, self.go_on)
        self.setTabOrder(self.go_on, self.go_back)
        self.setTabOrder(self.go_back, self.change)

    def _show_asks(self, asks: _Asks) -> None:
        self._asks = asks
        self.sure.setVisible(asks is _Asks.SURE)
        self.choice.setVisible(asks is _Asks.CHOICE)
        self.town.setVisible(asks is _Asks.BY_HAND)
        self.land.setVisible(asks is _Asks.BY_HAND)

    @Slot(str)
    def _on_typing(self, text: str) -> None:
        if len(clean_postcode(text)) == _FULL and len(text.strip()) >= _FULL:
            self._look_up(text)
        elif self._asks is not _Asks.BY_HAND:
            self._show_asks(_Asks.NOTHING)

    @Slot(object)
    def _on_postcode(self, text: str) -> None:
        if text and self._asks is _Asks.NOTHING:
            self._look_up(text)

    def _look_up(self, text: str) -> None:
        places = places_of(text)
        self.postcode.show_error(None)
        if not places:
            self.postcode.set_note("Diese Postleitzahl kennen wir nicht. Wo liegt Ihre Kita?")
            self._ask_by_hand(None)
            return
        self.postcode.set_note("")
        if len(places) == 1:
            self._place = places[0]
            self.sure_text.setText(f"{places[0].town}, {places[0].land.german_name}")
            self._show_asks(_Asks.SURE)
            return
        several = len({place.land for place in places}) > 1
        options: list[tuple[Place | None, str]] = [(place, _caption(place)) for place in places]
        self.choice.set_options([*options, (None, "Anderer Ort …")])
        self.choice.set_value(None if several else places[0])
        if several:
            self.choice.box.setCurrentIndex(-1)
            self.choice.set_note("Diese Postleitzahl gibt es in mehreren Bundesländern.")
        self._place = None if several else places[0]
        self._show_asks(_Asks.CHOICE)

    def _ask_by_hand(self, known: Place | None) -> None:
        if known is not None:
            self.town.set_value(known.town)
            self.land.set_value(known.land.value)
        self._show_asks(_Asks.BY_HAND)

    @Slot(object)
    def _on_choice(self, place: Place | None) -> None:
        self._place = place
        if place is None:
            self._ask_by_hand(None)
            self.town.edit.setFocus()

    @Slot()
    def _on_change(self) -> None:
        self._ask_by_hand(self._place)
        self.town.edit.setFocus()

    @Slot()
    def _on_back(self) -> None:
        self.back.emit()

    @Slot()
    def _on_go_on(self) -> None:
        house = self._complete()
        if house is not None:
            self.entered.emit(house)

    def _complete(self) -> HouseInput | None:
        """Return what was entered, or put the cursor where something is missing."""
        for field in (self.name, self.postcode, self.town, self.land):
            field.commit()
        postcode = clean_postcode(str(self.postcode.value() or ""))
        if postcode and self._asks is _Asks.NOTHING:
            self._look_up(postcode)
        by_hand = self._asks is _Asks.BY_HAND
        town, land = self.town.value(), self.land.value()
        if not by_hand and self._place is not None:
            town, land = self._place.town, self._place.land.value
        elif not by_hand:
            town, land = "", ""
        place_field = self.town if by_hand else self.choice
        checks: tuple[tuple[object, TextField | ChoiceField, str], ...] = (
            (self.name.value(), self.name, "Bitte geben Sie den Namen der Kita ein."),
            (postcode, self.postcode, "Bitte geben Sie die fünf Ziffern ein."),
            (town, place_field, "Bitte geben Sie den Ort an."),
            (land, self.land, "Bitte wählen Sie das Bundesland."),
        )
        for value, field, words in checks:
            if not value:
                field.show_error(words)
                field.editor().setFocus()
                return None
        return HouseInput(self.name.value(), postcode, town, land)


def _caption(place: Place) -> str:
    return f"{place.town}, {place.land.german_name}"
