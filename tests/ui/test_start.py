"""The shell is painted before anything heavy is imported; then the house opens behind it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kitadesk.app import Program, Wishes, read_wishes
from kitadesk.base.clock import FixedClock
from kitadesk.queries.today import house_name
from kitadesk.services.child_moves import changes_group
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk
from kitadesk.services.house import HouseInput, begin_house
from tests.support.factories import make_family, make_group
from tests.support.qt_door import RecordingDoor, press_choice

HEAVY = (
    "sqlalchemy alembic sqlcipher3 reportlab python_calamine holidays pypdfium2 PySide6.QtSvg"
    " PySide6.QtPrintSupport kitadesk.storage kitadesk.services kitadesk.queries kitadesk.handouts"
)
PAINT = f"""
import sys
from kitadesk.app import Program, Wishes
from kitadesk.ui.kit.application import prepare
app = prepare()
program = Program(Wishes())
program.window.first_painted.disconnect()
program.window.first_painted.connect(app.quit)
program.window.show()
app.exec()
print([name for name in {HEAVY.split()!r} if name in sys.modules])
"""

FOR_LATER = (
    "sqlalchemy alembic reportlab python_calamine xlsxwriter holidays pypdfium2"
    " PySide6.QtPrintSupport"
    " kitadesk.ui.start.start_page kitadesk.ui.settings.dialog kitadesk.ui.takeover"
    " kitadesk.ui.tabs.transition.tab kitadesk.ui.tabs.events.tab kitadesk.ui.tabs.contacts.tab"
    " kitadesk.ui.papers kitadesk.handouts.papers"
)
PAINT_HEUTE = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from kitadesk.app import Program, Wishes
from kitadesk.ui.kit.application import prepare

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.objectName() == "todayTab":
            app.removeEventFilter(self)
            print([name for name in {FOR_LATER.split()!r} if name in sys.modules])
            app.quit()
        return False

app = prepare()
program = Program(Wishes(folder=Path(sys.argv[1])))
watch = Watch()
app.installEventFilter(watch)
program.window.show()
app.exec()
program.close()
"""
START_WHOLE = """
import builtins, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from kitadesk.app import Program, Wishes
from kitadesk.ui.kit.application import prepare
from shiboken6 import Object

make_class, wrong = builtins.__build_class__, []

def watched(*args, **more):
    made = make_class(*args, **more)
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main and isinstance(made, type) and issubclass(made, Object):
        wrong.append(made.__qualname__)
    return made

builtins.__build_class__ = watched
app = prepare()
program = Program(Wishes(folder=Path(sys.argv[1])))
waited = []
import importlib
plain = importlib.import_module

def noted(name, *more):
    before = set(sys.modules)
    module = plain(name, *more)
    if name.endswith(".tab") and not name.endswith("today.tab"):
        new = set(sys.modules) - before
        waited.extend(one for one in new if one.startswith("kitadesk.") and ".ui" not in one)
    return module

def look():
    if program.window.tab(3) is None:
        return
    timer.stop()
    print(wrong, sorted(waited))
    app.quit()

importlib.import_module = noted
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
program.window.show()
app.exec()
program.close()
"""
READ_SOURCES = """
import linecache
from kitadesk import app
import sqlalchemy
print([name for name in linecache.cache if name.endswith(("main_window.py", "elements.py"))])
"""


def test_the_first_paint_needs_nothing_heavy() -> None:
    result = subprocess.run(
        [sys.executable, "-c", PAINT], capture_output=True, text=True, timeout=60, check=True
    )

    assert result.stdout.strip() == "[]"


def test_heute_is_painted_before_anything_else_is_imported(folder: Path) -> None:
    make_house(folder)

    result = subprocess.run(
        [sys.executable, "-c", PAINT_HEUTE, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert result.stdout.strip() == "[]"


def test_no_job_makes_a_class_of_qt_and_no_tab_waits_for_services(folder: Path) -> None:
    make_house(folder)

    result = subprocess.run(
        [sys.executable, "-c", START_WHOLE, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert result.stdout.strip() == "[] []"


def test_importing_does_not_read_the_source_of_every_module() -> None:
    result = subprocess.run(
        [sys.executable, "-c", READ_SOURCES], capture_output=True, text=True, timeout=60, check=True
    )

    assert result.stdout.strip() == "[]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "daten"


def start(qtbot: QtBot, folder: Path) -> Program:
    program = Program(Wishes(folder=folder))
    qtbot.addWidget(program.window)
    program.window.show()
    return program


def make_house(folder: Path) -> None:
    folder.mkdir()
    desk = Desk.open(folder)
    begin_house(
        desk, HouseInput(name="Kita Sonnenschein", postcode="09661", town="Hainichen", land="SN")
    )
    desk.close()


def test_an_empty_folder_starts_with_the_tiles(qtbot: QtBot, folder: Path) -> None:
    program = start(qtbot, folder)

    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    assert not program.window.top.search.isVisible()
    program.window.close()
    assert program.desk is None


def test_a_house_is_shown_with_its_tabs(qtbot: QtBot, folder: Path) -> None:
    make_house(folder)
    program = start(qtbot, folder)

    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    assert program.window.top.institution.words == "Kita Sonnenschein"
    qtbot.waitUntil(lambda: program.window.tab(2) is not None, timeout=20_000)
    program.window.close()


def test_a_change_of_group_whose_day_has_come_is_done_after_the_start(
    qtbot: QtBot, folder: Path
) -> None:
    make_house(folder)
    earlier = Desk.open(folder, FixedClock(date(2026, 9, 1)))
    made = make_family(earlier, group=make_group(earlier))
    changes_group(earlier, made.child_ids, make_group(earlier, "Igel"), date(2026, 9, 2))
    earlier.close()

    program = start(qtbot, folder)

    label = "Mia Müller wechselt in die Gruppe Igel"
    qtbot.waitUntil(
        lambda: program.desk is not None and program.desk.undo_label == label, timeout=20_000
    )
    program.window.close()


def test_the_window_has_its_turn_between_two_tabs(qtbot: QtBot, folder: Path) -> None:
    make_house(folder)
    program = start(qtbot, folder)
    seen: set[int] = set()
    beat = QTimer(program.window)
    beat.timeout.connect(
        lambda: seen.add(sum(program.window.tab(number) is not None for number in range(4)))
    )
    beat.start(1)

    qtbot.waitUntil(lambda: program.window.tab(3) is not None, timeout=20_000)

    assert seen >= {1, 2, 3}
    program.window.close()


def test_a_second_window_on_the_same_data_says_so(
    qtbot: QtBot, folder: Path, door: RecordingDoor
) -> None:
    folder.mkdir()
    first = Desk.open(folder)
    program = start(qtbot, folder)

    qtbot.waitUntil(lambda: bool(door.asked), timeout=20_000)
    asked = door.expect()
    assert asked.error is not None
    assert asked.error.code == "second_instance"
    first.close()
    program.window.close()


def test_wishes_are_read_from_the_arguments() -> None:
    wishes = read_wishes(["--data", "/tmp/kita", "--today", "2027-01-25"])  # noqa: S108

    assert wishes.folder == Path("/tmp/kita")  # noqa: S108
    assert str(wishes.today) == "2027-01-25"


@pytest.mark.parametrize("arguments", [[], ["--data"], ["-platform", "xcb"]])
def test_the_program_starts_without_wishes(arguments: list[str]) -> None:
    assert read_wishes(arguments) == Wishes()


def fill_with_the_invented_town(folder: Path) -> None:
    folder.mkdir()
    desk = Desk.open(folder, FixedClock(date(2027, 1, 25)))
    fill_demo(desk)
    desk.close()


def test_the_invented_town_gives_way_to_the_own_kita_and_is_kept(
    qtbot: QtBot, folder: Path, door: RecordingDoor
) -> None:
    fill_with_the_invented_town(folder)
    program = Program(Wishes(folder=folder, today=date(2027, 1, 25)))
    program.window.show()
    qtbot.waitUntil(lambda: program.window.tab(3) is not None, timeout=20_000)
    first = program.window

    menu = {action.text(): action for action in first.top.menu.actions()}
    menu["Mit meiner Kita beginnen …"].trigger()
    press_choice(door.expect(), "Beginnen")
    qtbot.waitUntil(lambda: program.window is not first)
    qtbot.addWidget(program.window)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)

    assert program.desk is not None
    assert program.desk.look(house_name) is None
    aside = folder / "Beispielstadt 25.01.2027"
    assert (aside / "kita.db").exists()
    program.window.close()


def test_an_own_kita_is_offered_no_other_beginning(qtbot: QtBot, folder: Path) -> None:
    make_house(folder)
    program = start(qtbot, folder)

    qtbot.waitUntil(lambda: program.window.tab(0) is not None, timeout=20_000)

    words = [action.text() for action in program.window.top.menu.actions()]
    assert "Mit meiner Kita beginnen …" not in words
    program.window.close()


def test_the_tabs_do_not_wait_for_what_heute_counts(
    qtbot: QtBot, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kitadesk.ui.kit.jobs")
    make_house(folder)
    program = start(qtbot, folder)

    qtbot.waitUntil(lambda: "ReadGroups" in caplog.text, timeout=20_000)

    done = [record.getMessage() for record in caplog.records if record.msg.startswith("done")]
    groups = next(number for number, text in enumerate(done) if "ReadGroups" in text)
    assert any("function" in text for text in done[:groups])
    program.window.close()
