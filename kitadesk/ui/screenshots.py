"""Pictures of every tab and page, drawn without a display, for the README and for looking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QObject, QPoint, QSize, QTimer, Slot
from PySide6.QtGui import QCursor

from kitadesk.base.errors import UserError
from kitadesk.base.files import write_for_others
from kitadesk.base.text import fold
from kitadesk.ui.assembly import Assembly
from kitadesk.ui.kit.application import prepare
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.tab import Tab
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.main_window import TITLES, MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kitadesk.services.desk import Desk

QUIET_ROUNDS = 12
ROUND_MS = 25
LONGEST_MS = 20_000


def save_screenshots(
    desk: Desk,
    folder: Path,
    *,
    size: tuple[int, int] = (1280, 800),
    scheme: Scheme = Scheme.LIGHT,
    font_scale: float = 1.0,
) -> list[Path]:
    """Draw the window once per tab and page; returns the PNG files in the order of the tabs."""
    prepare(scheme, font_scale)
    folder.mkdir(parents=True, exist_ok=True)
    window = MainWindow()
    jobs = Jobs(window)
    try:
        window.resize(QSize(*size))
        window.finish_look()
        assembly = Assembly(window, desk, jobs)
        if assembly.has_house:
            assembly.make_all_tabs()
        QCursor.setPos(QPoint(-1, -1))  # Nothing is hovered.
        window.show()
        _settle(jobs)
        paths = _draw(window, folder, jobs, has_tabs=assembly.has_house)
        assembly.close()
    finally:
        jobs.shutdown()
        window.close()
        window.deleteLater()
    return paths


def _draw(window: MainWindow, folder: Path, jobs: Jobs, *, has_tabs: bool) -> list[Path]:
    if not has_tabs:
        return [_save(window, folder / "start.png")]
    paths: list[Path] = []
    for number, title in enumerate(TITLES):
        window.show_tab(number)
        tab = window.tab(number)
        for slug, show in _pages(tab):
            show()
            _settle(jobs)
            name = "-".join(part for part in (f"{number + 1}", _slug(title), slug) if part)
            paths.append(_save(window, folder / f"{name}.png"))
    return paths


def _pages(tab: Tab | None) -> list[tuple[str, Callable[[], object]]]:
    if tab is None:
        return []
    return [(_slug(page.slug), page.show) for page in tab.pages()]


def _slug(text: str) -> str:
    return "-".join(fold(text).split())


def _save(widget: QWidget, path: Path) -> Path:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not widget.grab().save(buffer, "PNG"):
        raise UserError("file_not_writable", name=path.name)
    write_for_others(path, bytes(buffer.data().data()))
    return path


def _settle(jobs: Jobs) -> None:
    """Let the event loop turn until previews are drawn and nothing runs any more."""
    loop = QEventLoop()
    quiet = _Quiet(jobs, loop)
    timer = QTimer(loop)
    timer.timeout.connect(quiet.look)
    timer.start(ROUND_MS)
    QTimer.singleShot(LONGEST_MS, loop.quit)
    loop.exec()


class _Quiet(QObject):
    """Ends the loop after some rounds without any job."""

    def __init__(self, jobs: Jobs, loop: QEventLoop) -> None:
        super().__init__(loop)
        self._jobs = jobs
        self._loop = loop
        self._rounds = 0

    @Slot()
    def look(self) -> None:
        """Count a quiet round, or begin again."""
        self._rounds = 0 if self._jobs.is_busy() else self._rounds + 1
        if self._rounds >= QUIET_ROUNDS:
            self._loop.quit()
