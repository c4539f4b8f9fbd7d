"""Labels show data as typed, slots let go, layouts wrap, notices leave by themselves."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit import icons, theme
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.kit.widgets import (
    Card,
    ElidedLabel,
    EmptyState,
    FlowLayout,
    Notice,
    PageHead,
    Pill,
    PlainLabel,
    QuietButton,
    SegmentedControl,
    TickBox,
    Toast,
    Tone,
)
from tests.support.qt_input import press
from tests.support.qt_life import freed_on_close

HOSTILE = "<b>Familie Meier</b> & Söhne"


class Sender(QObject):
    fired = Signal(int)


class Taker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.taken: list[object] = []

    def take(self, *args: object) -> None:
        self.taken.append(args)


def shown(qtbot: QtBot, widget: QWidget, width: int = 400, height: int = 200) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_a_label_shows_tags_as_typed(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(HOSTILE)


@pytest.mark.parametrize("make", [QuietButton, TickBox])
def test_a_button_shows_an_ampersand(qtbot: QtBot, make: type[QWidget]) -> None:
    button = make(HOSTILE)  # type: ignore[arg-type]
    qtbot.addWidget(button)

    assert button.text() == HOSTILE.replace("&", "&&")  # type: ignore[attr-defined]
    assert button.accessibleName() == HOSTILE


def test_a_short_label_ends_in_dots_and_tells_the_whole(qtbot: QtBot) -> None:
    label = ElidedLabel(HOSTILE * 5)
    shown(qtbot, label, 90, 30)
    label.grab()

    assert label.toolTip().startswith("<qt>&lt;b&gt;Familie Meier")
    assert label.minimumSizeHint().width() < 90

    label.setText("kurz")
    assert label.toolTip() == ""


def test_a_weak_slot_calls_with_its_own_arguments_until_the_object_is_gone(qtbot: QtBot) -> None:
    sender, taker = Sender(), Taker()
    reference, taken = weakref.ref(taker), taker.taken
    sender.fired.connect(weak_slot(taker.take, "mine"))
    sender.fired.emit(7)
    del taker
    gc.collect()

    sender.fired.emit(8)

    assert taken == [("mine",)]
    assert reference() is None


def test_pills_wrap_to_the_next_line(qtbot: QtBot) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, spacing=8)
    pills = [Pill(f"{number} Kann-Kinder", Tone.NEUTRAL) for number in range(6)]
    for pill in pills:
        flow.addWidget(pill)
    shown(qtbot, holder, 300, 200)

    assert pills[0].y() == pills[1].y() < pills[-1].y()
    assert all(pill.geometry().right() <= 300 for pill in pills)
    assert flow.heightForWidth(2000) < flow.heightForWidth(300)


def test_a_long_title_wraps_and_the_buttons_stay(qtbot: QtBot) -> None:
    head = PageHead("Papa ist ausgezogen. Klara spielt nicht mehr mit mir. Und Oma ist tot")
    head.buttons.addWidget(QuietButton("Drucken"))
    window = QWidget()
    QVBoxLayout(window).addWidget(head)
    shown(qtbot, window, 420, 300)

    lines = head.title.height() / head.title.fontMetrics().height()
    assert lines >= 2
    assert head.title.geometry().right() <= head.width()


def test_segments_are_changed_by_keys(qtbot: QtBot) -> None:
    control = SegmentedControl(["Plan", "Rückmeldungen", "Danach"])
    shown(qtbot, control)

    with qtbot.waitSignal(control.changed) as changed:
        press(control, Qt.Key.Key_Right)

    assert changed.args == [1]
    assert control.current() == 1


def test_an_empty_place_offers_the_way_to_the_first_entry(qtbot: QtBot) -> None:
    taker = Taker()
    place = EmptyState("Noch keine.", action="Neu", on_action=weak_slot(taker.take, "new"))
    shown(qtbot, place)

    place.findChild(QPushButton, "emptyAction").click()

    assert taker.taken == [("new",)]


def test_a_toast_leaves_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Toast, "SHOWN_FOR_MS", 1)
    window = shown(qtbot, QWidget())
    toast = Toast(window)

    toast.say("Ja")

    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_notice_changes_its_colour_with_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    notice = Notice("Ferien", Tone.WARN)
    shown(qtbot, notice)
    light = notice.grab().toImage()

    theme.apply(qapp, Scheme.DARK)

    assert notice.grab().toImage() != light
    role = notice.label.palette().ColorRole.WindowText
    assert notice.label.palette().color(role).name() == theme.current().colors.warn_text.lower()


def test_an_icon_has_the_colour_of_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    light = icons.icon("lock").pixmap(20).toImage()
    assert not light.isNull()

    theme.apply(qapp, Scheme.DARK)

    assert icons.icon("lock").pixmap(20).toImage() != light


class ButtonCard(Card):
    """A card as screens write them: a button that calls back into it."""

    def __init__(self) -> None:
        super().__init__("Überfällig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = QuietButton("Öffnen", self)
        button.clicked.connect(weak_slot(self.show_more, 5))

    def show_more(self, count: int) -> None:
        self.setAccessibleName(str(count))


def test_a_card_with_a_button_is_freed(qtbot: QtBot) -> None:
    assert freed_on_close(ButtonCard)
