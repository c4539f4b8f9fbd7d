"""The application object: German, dressed, the same for the program, pictures and tests."""

from __future__ import annotations

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.collector import collect_on_main_thread
from kitadesk.ui.kit.tokens import Scheme

STYLE = ("-style", "fusion")
"""The same style on all systems; as an argument, because making a QStyle here costs 8 ms."""


def prepare(scheme: Scheme = Scheme.SYSTEM, font_scale: float = 1.0) -> QApplication:
    """Make the application, or dress the one that is there."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([sys.argv[0], *STYLE])
    app.setApplicationName("KitaDesk")
    app.setDesktopFileName("kitadesk")
    _speak_german(app)
    theme.apply(app, scheme, font_scale)
    collect_on_main_thread(app)
    return app


def _speak_german(app: QApplication) -> None:
    """Give Qt's own buttons and menus their German texts; they come with PySide6-Essentials."""
    if app.findChild(QTranslator, "qtbase_de") is not None:
        return
    translator = QTranslator(app)
    translator.setObjectName("qtbase_de")
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_de", folder):
        app.installTranslator(translator)
