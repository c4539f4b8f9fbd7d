"""The own Kita: name, address, Land, phone and mail; every field saves itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.domain.postcodes import clean_postcode
from kitadesk.queries.house import own_house
from kitadesk.services.postcodes import places_of
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.forms import ChoiceField, Field, TextField, side_by_side
from kitadesk.ui.settings.lands import land_options
from kitadesk.ui.settings.page import SettingsPage
from kitadesk.ui.settings.savers import HouseSaver, change_values


class HousePage(SettingsPage):
    """Name and address as they stand on every paper."""

    title = "Kita"
    tables = frozenset({"institution", "contact_way"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "Name und Anschrift stehen auf jedem Blatt.", parent)
        self.setObjectName("housePage")
        self._savers: list[HouseSaver] = []
        self._fields: dict[str, Field] = {}
        self.name = self._add("name", TextField("Name", self, name="settingsName"))
        self.street = self._add("street", TextField("Straße", self, name="settingsStreet"))
        self.postcode = TextField("Postleitzahl", self, name="settingsPostcode")
        self.postcode.save_with(self._save_postcode)
        self._fields["postcode"] = self.postcode
        town = self._add("town", TextField("Ort", self, name="settingsTown"))
        land = self._add(
            "land", ChoiceField("Bundesland", land_options(), self, name="settingsLand")
        )
        phone = self._add("phone", TextField("Telefon", self, name="settingsPhone"))
        email = self._add("email", TextField("E-Mail", self, name="settingsEmail"))
        land.set_note("Danach richten sich Stichtage, Ferien und Feiertage.")
        self.body.addWidget(self.name)
        self.body.addWidget(self.street)
        self.body.addLayout(side_by_side(self.postcode, town))
        self.body.addWidget(land)
        self.body.addLayout(side_by_side(phone, email))
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self) -> None:
        row = self.context.desk.read(own_house)
        if row is not None:
            for name, field in self._fields.items():
                field.set_value(getattr(row, name))

    def _add(self, name: str, field: Field) -> Field:
        saver = HouseSaver(self.context.desk, name)
        self._savers.append(saver)
        field.save_with(saver.save)
        self._fields[name] = field
        return field

    @Slot(object)
    def _save_postcode(self, typed: Any) -> None:
        """Take town and Land along where the postcode means one place only."""
        postcode = clean_postcode(str(typed))
        places = places_of(postcode)
        values: dict[str, object] = {"postcode": postcode or str(typed)}
        if len(places) == 1:
            values |= {"town": places[0].town, "land": places[0].land.value}
        change_values(self.context.desk, **values)
        self.postcode.set_note(_note(len(places), bool(typed)))
        self.refresh()


def _note(places: int, is_typed: bool) -> str:
    if not is_typed or places == 1:
        return ""
    return "Mehrere Orte: bitte Ort prüfen." if places else "Unbekannt: bitte Ort und Land prüfen."
