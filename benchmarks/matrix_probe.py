"""One process of the matrix benchmark: makes the year if it is not there, then opens and scrolls.

Prints seconds to the first page, seconds until all is counted, median, p95 and worst repaint of 300
pages in ms, worst filter in ms, memory in MB, and the seconds of the calibration loop.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.ratios import calibration_loop
from kitadesk.base.clock import FixedClock
from kitadesk.domain.names import name_sort_key
from kitadesk.domain.transition import MeasureState
from kitadesk.services.desk import Desk
from kitadesk.services.house import HouseInput, begin_house
from kitadesk.services.people import add_group
from kitadesk.services.transition import MeasureInput, add_cohort, add_measure
from kitadesk.storage.models.people import Child, Family
from kitadesk.storage.models.transition import ChildMeasure
from kitadesk.storage.types import new_id
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.collector import collect_on_main_thread, keep_what_is_there
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.tabs.transition.tab import TransitionTab

CHILDREN, MEASURES, FILLED = 35_000, 20, 0.4
PAGES = 300
TODAY = date(2027, 1, 25)
_LAST = ("Müller", "Şahin", "Kowalenko", "Nguyễn", "Albrecht", "Vogel", "Łukasz", "Großmann")
_FIRST = ("Mia", "Ole", "Ben", "Sofija", "Charlotte", "Anton", "Émile", "Nele", "Jürgen")
_FILTERS = ("m", "mu", "mul", "mull", "muller", "muller m", "xyz", "igel sofija")


def make_year(folder: Path) -> None:
    """Fill a new file with one entry year, in the way of an import."""
    desk = Desk.open(folder, FixedClock(TODAY))
    begin_house(desk, HouseInput("Kita Sonnenschein", "09661", "Hainichen", "SN"))
    groups = [add_group(desk, name) for name in ("Frösche", "Igel", "Hasen", "Bären")]
    cohort = add_cohort(desk, 2027)
    measures = [
        add_measure(
            desk,
            MeasureInput(
                cohort,
                f"Maßnahme Nummer {number}",
                f"Schritt {number}",
                is_per_child=True,
                planned_on=TODAY + timedelta(days=7 * (number - 6)),
            ),
        )
        for number in range(MEASURES)
    ]
    _fill(desk, cohort, groups, measures)
    desk.close()


def _fill(desk: Desk, cohort: object, groups: list[object], measures: list[object]) -> None:
    dice = random.Random(7)
    house = desk.read(
        lambda reader: (
            reader.connection().exec_driver_sql("SELECT institution_id FROM cohort").scalar()
        )
    )
    children = []
    with desk.write("Kinder") as w:
        from uuid import UUID  # noqa: PLC0415 - only while the year is made

        house_id = UUID(bytes=house)
        family = new_id()
        w.insert_many(
            Family, [{"id": family, "institution_id": house_id, "name": "M", "sort_key": "m"}]
        )
        for number in range(CHILDREN):
            last = f"{dice.choice(_LAST)}-{number % 977}"
            first = dice.choice(_FIRST)
            children.append(
                {
                    "id": new_id(),
                    "institution_id": house_id,
                    "family_id": family,
                    "cohort_id": cohort,
                    "group_id": dice.choice(groups),
                    "last_name": last,
                    "first_name": first,
                    "sort_key": name_sort_key(last, first),
                    "birth_date": date(2020, 7, 1) + timedelta(days=dice.randrange(456)),
                }
            )
        w.insert_many(Child, children)
    with desk.write("Stände") as w:
        w.insert_many(
            ChildMeasure,
            [
                {
                    "child_id": child["id"],
                    "measure_id": measure,
                    "state": dice.choice(tuple(MeasureState)),
                    "on_date": TODAY + timedelta(days=dice.randrange(-60, 60)),
                }
                for child in children
                for measure in measures
                if dice.random() < FILLED
            ],
        )


class Probe:
    """Opens the tab over the year and measures it."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication(sys.argv[:1])
        theme.apply(self.app, Scheme.LIGHT)
        collect_on_main_thread(self.app)
        self.desk = Desk.open(folder, FixedClock(TODAY))
        self.desk.make_ready()
        self.window = QWidget()
        self.jobs = Jobs()
        context = AppContext(
            desk=self.desk,
            jobs=self.jobs,
            changes=Changes(self.desk, self.window),
            window=self.window,
            navigate=lambda _kind, _id: None,
            print_pdf=lambda _pdf, _title, _done=None: None,
            notify=lambda _text: None,
        )
        self.tab = TransitionTab(context)
        self.tab.resize(1600, 1000)
        keep_what_is_there()

    def run(self) -> list[float]:
        """Return the figures in the order of the module's docstring."""
        loop = calibration_loop()
        first, complete = self._open()
        paints = self._page_down()
        filters = [self._filter(text) for text in _FILTERS]
        loop = (loop + calibration_loop()) / 2
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.jobs.shutdown()
        self.desk.close()
        p95 = statistics.quantiles(paints, n=20)[-1]
        return [
            first, complete, statistics.median(paints), p95, max(paints),
            max(filters), memory, loop,
        ]  # fmt: skip

    def _open(self) -> tuple[float, float]:
        view = self.tab.lists.starters.table
        start = time.perf_counter()
        self.tab.show()
        self.tab.activate()
        self.app.processEvents()
        view.viewport().repaint()
        first = time.perf_counter() - start
        while not view.rows.is_complete:
            self._wait(5)
        complete = time.perf_counter() - start
        self._wait(1500)  # what the filter looks in is made ready
        return first, complete

    def _page_down(self) -> list[float]:
        view = self.tab.lists.starters.table
        view.setFocus()
        paints = []
        for _ in range(PAGES):
            press = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier
            )
            start = time.perf_counter()
            QApplication.sendEvent(view, press)
            view.viewport().repaint()
            paints.append(1000 * (time.perf_counter() - start))
            self.app.processEvents()
        return paints

    def _filter(self, text: str) -> float:
        start = time.perf_counter()
        self.tab.lists.filter.setText(text)
        self.tab.lists.starters.table.viewport().repaint()
        return 1000 * (time.perf_counter() - start)

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


if __name__ == "__main__":
    place = Path(sys.argv[1])
    if "make" in sys.argv[2:]:
        make_year(place)
    else:
        print(*Probe(place).run())
