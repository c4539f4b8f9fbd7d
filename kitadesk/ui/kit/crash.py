"""The crash window: calm words, a report without personal data, one at a time."""

from __future__ import annotations

import platform
import sys
import time
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton

QUIET_SECONDS = 30.0
"""After a crash window no other comes for so long: paint errors repeat at every paint (P8)."""
_PACKAGE = "kitadesk"


def report_of(error: BaseException) -> str:
    """Return types, places and versions; never values, never the text of the exception."""
    from kitadesk.base.log import describe_exception  # noqa: PLC0415 - costs start-up time

    python = platform.python_version()
    system = f"{platform.system()} {platform.release()}"
    head = f"KitaDesk {_version()} · Python {python} · Qt {qVersion()} · {system}"
    return f"{head}\n{describe_exception(error)}"


class CrashHook(QObject):
    """Takes the place of `sys.excepthook`; shows one window and writes one line to the log."""

    crashed = Signal(str)
    """The report, when a window is due."""
    refused = Signal(object)
    """A UserError that no screen caught, such as a full disk while a task is ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = -QUIET_SECONDS
        self._window: CrashWindow | None = None
        self.crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)
        self.refused.connect(self._on_refused, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what nobody catches, from now on."""
        sys.excepthook = self.handle

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report a bug; Strg+C in the terminal still ends the program.

        What the person can put right is said in its own words: "Ihre Daten sind gespeichert" would
        be untrue where a save failed.
        """
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        _write_to_log(error)
        if isinstance(error, UserError):
            self.refused.emit(error)
            return
        now = time.monotonic()
        if now - self._last >= QUIET_SECONDS:
            self._last = now
            self.crashed.emit(report_of(error))

    @Slot(str)
    def _on_crashed(self, report: str) -> None:
        if self._window is None:
            self._window = CrashWindow(report)
            self._window.finished.connect(self._on_closed)
            self._window.open()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        dialogs.door().error(QApplication.activeWindow(), error)

    @Slot(int)
    def _on_closed(self, _result: int) -> None:
        self._window = None
        self._last = time.monotonic()


class CrashWindow(QDialog):
    """Says that the data is safe and gives the report to copy."""

    def __init__(self, report: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("crashWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("KitaDesk")
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        words = "Hier ist im Programm etwas schiefgegangen. Ihre Daten sind gespeichert."
        column.addWidget(PlainLabel(words, self, kind="heading", wrap=True))
        hint = (
            "Sie können weiterarbeiten. Wenn es wieder geschieht, starten Sie KitaDesk bitte neu "
            "und geben den Bericht weiter. Er enthält keine Namen und keine Texte."
        )
        column.addWidget(PlainLabel(hint, self, wrap=True))
        self.report = QPlainTextEdit(report, self)
        self.report.setObjectName("crashReport")
        self.report.setReadOnly(True)
        column.addWidget(self.report, 1)
        column.addLayout(self._build_buttons())
        self.resize(now.px(560), now.px(360))

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.copy_button = QuietButton("Bericht kopieren", self, name="copyReport")
        self.copy_button.clicked.connect(self._on_copy)
        close = PrimaryButton("Weiterarbeiten", self, name="carryOn")
        close.clicked.connect(self.close)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(close)
        close.setFocus()
        return row

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.set_text("Kopiert")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - costs time

    try:
        return version(_PACKAGE)
    except PackageNotFoundError:
        return "?"


def _write_to_log(error: BaseException) -> None:
    import logging  # noqa: PLC0415 - costs start-up time

    logging.getLogger(_PACKAGE).error("crash", exc_info=error)
