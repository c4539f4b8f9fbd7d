"""Ansicht: light or dark, and how large the letters are; changes at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.forms import ChoiceField
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.settings.page import SettingsPage
from kitadesk.ui.settings.view import FONT_SCALES, View, apply_view, load_view, save_view

_SCHEMES = (
    (Scheme.SYSTEM, "Wie das System"),
    (Scheme.LIGHT, "Hell"),
    (Scheme.DARK, "Dunkel"),
)


class ViewPage(SettingsPage):
    """Two choices that belong to this computer, not to the data."""

    title = "Ansicht"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "Gilt auf diesem Rechner. Papiere ändern sich nicht.", parent)
        self.setObjectName("viewPage")
        self.scheme = ChoiceField("Farben", _SCHEMES, self, name="viewScheme")
        sizes = [(scale, f"{scale:.0%}".replace("%", " %")) for scale in FONT_SCALES]
        self.size_choice = ChoiceField("Schriftgröße", sizes, self, name="viewFontScale")
        self.size_choice.set_note("Abstände passen sich beim nächsten Start ganz an.")
        self.scheme.save_with(self._save_scheme)
        self.size_choice.save_with(self._save_size)
        self.body.addWidget(self.scheme)
        self.body.addWidget(self.size_choice)
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self) -> None:
        view = load_view(self.context.desk.folder)
        self.scheme.set_value(view.scheme)
        self.size_choice.set_value(view.font_scale)

    @Slot(object)
    def _save_scheme(self, scheme: Scheme) -> None:
        self._keep(replace(load_view(self.context.desk.folder), scheme=scheme))

    @Slot(object)
    def _save_size(self, scale: float) -> None:
        self._keep(replace(load_view(self.context.desk.folder), font_scale=scale))

    def _keep(self, view: View) -> None:
        save_view(self.context.desk.folder, view)
        apply_view(view)
