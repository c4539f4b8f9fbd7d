"""Pictures of every tab and page, drawn without a display, for the README and for looking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QEventLoop,
    QIODevice,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QColor, QCursor, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.files import write_for_others
from kitadesk.base.text import fold
from kitadesk.ui.assembly import Assembly
from kitadesk.ui.kit.application import prepare
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.tab import Tab
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.main_window import TITLES, MainWindow
from kitadesk.ui.picture_scenes import all_scenes, start_scenes
from kitadesk.ui.picture_stage import Scene, Stage, windows_over

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk

QUIET_ROUNDS = 20
ROUND_MS = 25
LONGEST_MS = 20_000


def save_screenshots(
    desk: Desk,
    folder: Path,
    *,
    size: tuple[int, int] = (1280, 800),
    scheme: Scheme = Scheme.LIGHT,
    font_scale: float = 1.0,
    with_dialogs: bool = False,
    only: str = "",
) -> list[Path]:
    """Draw the window once per tab and page; returns the PNG files in their order.

    `with_dialogs` draws every dialog, message and first step as well; `only` leaves out the
    pictures whose name does not begin with it. Before there is a house, the start is drawn.
    """
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
        camera = _Camera(Stage(window, assembly, desk), folder, jobs, only)
        camera.take_all(with_dialogs=with_dialogs)
        paths = camera.paths
        assembly.close()
    finally:
        jobs.shutdown()
        window.close()
        window.deleteLater()
    return paths


class _Camera:
    """Takes the pictures, one after the other, always of the same size."""

    def __init__(self, stage: Stage, folder: Path, jobs: Jobs, only: str) -> None:
        self.paths: list[Path] = []
        self._stage = stage
        self._folder = folder
        self._jobs = jobs
        self._only = only

    def take_all(self, *, with_dialogs: bool) -> None:
        """Take every page of every tab, then the scenes; before there is a house, the start."""
        if not self._stage.assembly.has_house:
            self._take_scenes(start_scenes())
            return
        self._take_pages()
        if with_dialogs:
            self._take_scenes(all_scenes())

    def _take_pages(self) -> None:
        window = self._stage.window
        for number, title in enumerate(TITLES):
            tab = window.tab(number)
            for slug, show in _pages(tab):
                name = "-".join(part for part in (f"{number + 1}", _slug(title), slug) if part)
                if name.startswith(self._only):
                    window.show_tab(number)
                    show()
                    self._take(name)

    def _take_scenes(self, scenes: Sequence[Scene]) -> None:
        for scene in scenes:
            if not scene.name.startswith(self._only) or scene.play(self._stage) is False:
                continue
            if scene.later is not None:
                _settle(self._jobs)
                scene.later(self._stage)
            self._take(scene.name)
            self._stage.end()
            _settle(self._jobs)

    def _take(self, name: str) -> None:
        _settle(self._jobs)
        self.paths.append(_save(_picture(self._stage.window), self._folder / f"{name}.png"))


def _picture(window: QWidget) -> QPixmap:
    """Return the window, with the dialogs in front of it as a person would see them."""
    picture = window.grab()
    over = windows_over(window)
    with QPainter(picture) as painter:
        for dialog in over:
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 60))
            _paint_dialog(painter, dialog, window)
    return picture


def _paint_dialog(painter: QPainter, dialog: QWidget, window: QWidget) -> None:
    """Paint a dialog into the middle, with the bar of a desktop; a menu stays in its place."""
    if isinstance(dialog, QMenu):
        painter.drawPixmap(window.mapFromGlobal(dialog.pos()), dialog.grab())
        return
    bar = painter.fontMetrics().height() + 12
    left, top = (window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2
    frame = QRect(left, top - bar // 2, dialog.width(), dialog.height() + bar)
    painter.fillRect(frame.adjusted(-1, -1, 1, 1), window.palette().color(QPalette.ColorRole.Mid))
    painter.fillRect(frame, window.palette().color(QPalette.ColorRole.Window))
    painter.setPen(window.palette().color(QPalette.ColorRole.WindowText))
    head = QRect(left + 12, frame.top(), frame.width() - 24, bar)
    painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, dialog.windowTitle())
    painter.drawPixmap(left, frame.top() + bar, dialog.grab())


def _pages(tab: Tab | None) -> list[tuple[str, Callable[[], object]]]:
    if tab is None:
        return []
    return [(_slug(page.slug), page.show) for page in tab.pages()]


def _slug(text: str) -> str:
    return "-".join(fold(text).split())


def _save(picture: QPixmap, path: Path) -> Path:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
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
