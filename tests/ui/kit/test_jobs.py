"""Two lanes: work in order, the latest picture wins, results only to those who still live."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from kitadesk.base.errors import UserError
from kitadesk.ui.kit.jobs import JobCancelled, JobControl, Jobs
from tests.support.qt_door import RecordingDoor
from tests.support.qt_life import flush_deletes


class Receiver(QObject):
    """Writes down what arrives, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[str] = []
        self.told: list[tuple[float, str]] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    def fail(self, error: UserError) -> None:
        self.errors.append(error.code)

    def tell(self, fraction: float, text: str) -> None:
        self.told.append((fraction, text))


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    lanes = Jobs()
    yield lanes
    lanes.shutdown()


@pytest.fixture
def receiver(qtbot: QtBot) -> Receiver:
    return Receiver()


def test_a_result_arrives_on_the_main_thread(qtbot: QtBot, jobs: Jobs, receiver: Receiver) -> None:
    jobs.work(lambda _control: threading.get_ident(), done=receiver.take)

    qtbot.waitUntil(lambda: bool(receiver.results))
    assert receiver.threads == {threading.get_ident()}
    assert receiver.results != [threading.get_ident()]


def test_work_is_done_in_order(qtbot: QtBot, jobs: Jobs, receiver: Receiver) -> None:
    for number in range(5):
        jobs.work(lambda _control, number=number: number, done=receiver.take)

    qtbot.waitUntil(lambda: len(receiver.results) == 5)
    assert receiver.results == [0, 1, 2, 3, 4]


def test_of_several_pictures_of_one_view_only_the_latest_arrives(
    qtbot: QtBot, jobs: Jobs, receiver: Receiver
) -> None:
    gate = threading.Event()
    other = QObject()
    jobs.render(other, lambda _control: gate.wait(5))
    for number in range(4):
        jobs.render(receiver, lambda _control, number=number: number, done=receiver.take)
    gate.set()

    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert receiver.results == [3]


def test_two_views_do_not_take_each_others_pictures_away(
    qtbot: QtBot, jobs: Jobs, receiver: Receiver
) -> None:
    other = Receiver()
    jobs.render(receiver, lambda _control: "one", done=receiver.take)
    jobs.render(other, lambda _control: "two", done=other.take)

    qtbot.waitUntil(lambda: bool(receiver.results and other.results))
    assert (receiver.results, other.results) == (["one"], ["two"])


def test_a_receiver_that_is_gone_is_not_called(
    qtbot: QtBot, jobs: Jobs, receiver: Receiver
) -> None:
    gate = threading.Event()
    calls = receiver.results
    jobs.work(lambda _control: gate.wait(5), done=receiver.take)
    receiver.deleteLater()
    flush_deletes()
    gc.collect()
    gate.set()

    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert calls == []


def test_progress_arrives_and_cancelling_stops_the_work(
    qtbot: QtBot, jobs: Jobs, receiver: Receiver
) -> None:
    gate = threading.Event()
    stopped: list[bool] = []

    def count(control: JobControl) -> None:
        control.progress(0.5, "die Hälfte")
        gate.wait(5)
        try:
            control.progress(0.9)
        except JobCancelled:
            stopped.append(True)
            raise

    job = jobs.work(count, done=receiver.take, progress=receiver.tell)
    qtbot.waitUntil(lambda: receiver.told == [(0.5, "die Hälfte")])
    job.cancel()
    gate.set()

    qtbot.waitUntil(lambda: job.is_over)
    assert stopped == [True]
    assert receiver.results == []


def test_an_error_of_the_person_goes_to_the_one_who_asked(
    qtbot: QtBot, jobs: Jobs, receiver: Receiver
) -> None:
    def fail(_control: JobControl) -> None:
        raise UserError("sheet_empty")

    jobs.work(fail, done=receiver.take, failed=receiver.fail)

    qtbot.waitUntil(lambda: receiver.errors == ["sheet_empty"])


def test_an_error_that_nobody_takes_is_said_at_the_door(
    qtbot: QtBot, jobs: Jobs, door: RecordingDoor
) -> None:
    def fail(_control: JobControl) -> None:
        raise UserError("sheet_empty")

    jobs.work(fail)

    qtbot.waitUntil(lambda: bool(door.asked))
    assert door.expect().title == "In der Liste stehen keine Daten."


def test_a_bug_in_a_job_reaches_the_crash_hook(qtbot: QtBot, jobs: Jobs) -> None:
    def bug(_control: JobControl) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        jobs.work(bug)
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError


def test_shutdown_waits_and_nothing_starts_afterwards(qtbot: QtBot, receiver: Receiver) -> None:
    lanes = Jobs()
    lanes.work(lambda _control: QThread.yieldCurrentThread(), done=receiver.take)
    lanes.shutdown()

    job = lanes.work(lambda _control: 1, done=receiver.take)

    assert job.is_over
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("work")]
