"""The program with its window: paints the shell first, then loads everything that is heavy."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from kitadesk.ui import early  # noqa: F401  (before the other imports: it makes them cheap)
from kitadesk.ui.kit.application import prepare
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.main_window import MainWindow
from kitadesk.ui.settings.view import view_at_start

if TYPE_CHECKING:
    from kitadesk.base.clock import Clock
    from kitadesk.base.errors import UserError
    from kitadesk.services.desk import Desk
    from kitadesk.ui.assembly import Assembly
    from kitadesk.ui.kit.jobs import JobControl, Jobs


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the program was started with: data folder, look, a fixed day for tests."""

    folder: Path | None = None
    today: date | None = None
    scheme: Scheme = Scheme.SYSTEM
    font_scale: float = 1.0


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and run until it is closed; `argv` is without the program's name."""
    wishes = read_wishes(sys.argv[1:] if argv is None else argv)
    view = view_at_start(wishes.folder)
    app = prepare(view.scheme, view.font_scale)
    program = Program(wishes)
    program.window.show()
    try:
        return app.exec()
    finally:
        program.close()


def read_wishes(arguments: Sequence[str]) -> Wishes:
    """Read `--data DIR` and `--today YYYY-MM-DD`; what Qt understands is left to Qt."""
    values = dict(pairwise(arguments))
    folder = values.get("--data")
    today = values.get("--today")
    return Wishes(
        folder=Path(folder) if folder else None,
        today=date.fromisoformat(today) if today else None,
    )


class Program(QObject):
    """One run: the window, then the open house behind it."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._is_watched = False
        self.window = MainWindow()
        self.desk: Desk | None = None
        self.jobs: Jobs | None = None
        self._assembly: Assembly | None = None
        self._bind_window()

    def _bind_window(self) -> None:
        self.window.first_painted.connect(self._on_painted)
        self.window.closing.connect(self.close)

    @Slot()
    def close(self) -> None:
        """End what runs and close the file; calling it twice does no harm."""
        if self.jobs is not None:
            self.jobs.shutdown()
            self.jobs = None
        if self._assembly is not None:
            self._assembly.close()
            self._assembly = None
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    @Slot()
    def begin_own_house(self) -> None:
        """Put the open file aside and begin anew in a window of its own."""
        from kitadesk.base.dates import numeric_date
        from kitadesk.base.errors import UserError
        from kitadesk.ui.kit import dialogs

        desk, self.desk = self.desk, None
        if desk is None:
            return
        self.close()
        old = self.window
        old.closing.disconnect(self.close)
        refused: UserError | None = None
        try:
            desk.close_and_set_aside(f"Beispielstadt {numeric_date(desk.clock.today())}")
        except UserError as error:
            refused = error
        self.window = MainWindow()
        self._bind_window()
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.show()
        old.close()
        old.deleteLater()
        if refused is not None:
            dialogs.door().error(self.window, refused)

    @Slot()
    def _on_own_house_wanted(self) -> None:
        # The question of the old window ends first.
        QTimer.singleShot(0, self, self.begin_own_house)

    @Slot()
    def _on_painted(self) -> None:
        from kitadesk.ui.kit.crash import CrashHook
        from kitadesk.ui.kit.jobs import Jobs

        if not self._is_watched:
            self._is_watched = True
            CrashHook(self).install()
        self.jobs = Jobs(self)
        self.window.bind_jobs(self.jobs)
        self._open()

    def _open(self) -> None:
        if self.jobs is not None:
            self.jobs.work(OpenHouse(self._wishes), done=self._on_open, failed=self._on_closed)

    @Slot(object)
    def _on_open(self, desk: Desk) -> None:
        from kitadesk.ui.assembly import Assembly

        self.desk = desk
        if self.jobs is not None:
            self._assembly = Assembly(self.window, desk, self.jobs)
            self._assembly.own_house_wanted.connect(self._on_own_house_wanted)

    @Slot(object)
    def _on_closed(self, error: UserError) -> None:
        from kitadesk.ui.kit import dialogs

        self.window.finish_look()
        dialogs.door().error(self.window, error, self._open)


class OpenHouse:
    """The job that imports what is heavy and opens the data file, beside the painted shell."""

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes

    def __call__(self, control: JobControl) -> Desk:
        """Open the data file of the folder, or make one."""
        from kitadesk.base.errors import UserError
        from kitadesk.base.log import start_log
        from kitadesk.base.paths import default_data_dir
        from kitadesk.services.desk import Desk
        from kitadesk.ui.ahead import look_ahead

        control.check()
        folder = self._wishes.folder or default_data_dir()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            start_log(folder)
        except OSError:
            raise UserError("folder_not_usable", name=folder.name or str(folder)) from None
        desk = Desk.open(folder, self._clock())
        look_ahead(desk)
        return desk

    def _clock(self) -> Clock:
        from kitadesk.base.clock import FixedClock, SystemClock

        today = self._wishes.today
        return FixedClock(today) if today is not None else SystemClock()


if __name__ == "__main__":
    sys.exit(main())
