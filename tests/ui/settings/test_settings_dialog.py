"""The settings: every field saves itself, undo takes it back, nothing odd gets lost."""

from __future__ import annotations

from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kitadesk.base.errors import UserError
from kitadesk.base.paths import default_data_dir
from kitadesk.queries.events import rooms
from kitadesk.queries.house import HouseRow, own_house
from kitadesk.queries.people import groups
from kitadesk.services.desk import Desk
from kitadesk.services.events import add_room
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import editable_fields
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.settings.dialog import SettingsDialog
from kitadesk.ui.settings.logo import MOST_BYTES, ShrinkLogo, small_logo
from kitadesk.ui.settings.view import (
    VIEW_FILE,
    View,
    load_view,
    save_view,
    usual_folder,
    view_at_start,
)
from tests.support.factories import make_group
from tests.support.qt_door import RecordingDoor
from tests.support.qt_input import press, type_text
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import child
from tests.support.screens import HOSTILE_TEXTS, Screen

PATIENCE = 10_000


@pytest.fixture
def screen(house: UUID, desk: Desk, shown_screen: Screen) -> Screen:
    """A window over a house with two groups and a room."""
    make_group(desk, "Frösche")
    make_group(desk, "Bären", position=1)
    add_room(desk, "Turnraum", "Gartenweg 4", 40)
    return shown_screen


@pytest.fixture
def dialog(qtbot: QtBot, screen: Screen) -> SettingsDialog:
    """The dialog as it opens."""
    dialog = SettingsDialog(screen.context)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def retype(dialog: QWidget, name: str, text: str) -> QLineEdit:
    """Put another text into a line, key by key, and press Enter."""
    edit = child(dialog, QLineEdit, name)
    edit.setFocus()
    edit.clear()
    type_text(edit, text)
    press(edit, Qt.Key.Key_Return)
    return edit


def pick(dialog: QWidget, name: str, words: str) -> None:
    box = child(dialog, QComboBox, name)
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def the_house(desk: Desk) -> HouseRow:
    row = desk.read(own_house)
    assert row is not None
    return row


def png(width: int, height: int) -> bytes:
    """Return a petrol picture with a circle."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("#0F6E6E"))
    painter = QPainter(image)
    painter.drawEllipse(QPointF(width / 2, height / 2), width / 3, height / 3)
    painter.end()
    return written(image, "PNG")


def written(image: QImage, kind: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(data.data())


def test_a_field_saves_itself_and_undo_takes_it_back(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    edit = retype(dialog, "settingsStreet", "Gartenweg 4")
    assert the_house(desk).street == "Gartenweg 4"
    button = child(dialog, QAbstractButton, "undoSettings")
    qtbot.waitUntil(lambda: "Angaben" in button.text())
    button.click()
    assert the_house(desk).street == ""
    qtbot.waitUntil(lambda: edit.text() == "")


def test_one_field_leaves_the_others_alone(dialog: SettingsDialog, desk: Desk) -> None:
    before = the_house(desk)
    retype(dialog, "settingsEmail", "kita@example.org")
    after = the_house(desk)
    assert (after.name, after.phone, after.land) == (before.name, before.phone, before.land)


def test_a_postcode_takes_town_and_land_along(dialog: SettingsDialog, desk: Desk) -> None:
    retype(dialog, "settingsPostcode", "99084")
    row = the_house(desk)
    assert (row.postcode, row.town, row.land) == ("99084", "Erfurt", "TH")


def test_an_empty_name_is_refused_beside_the_field(dialog: SettingsDialog, desk: Desk) -> None:
    edit = retype(dialog, "settingsName", "")
    assert the_house(desk).name == "Kita Sonnenschein"
    assert edit.property("wrong")
    press(edit, Qt.Key.Key_Escape)


def test_the_word_for_the_parents_council_is_stored(dialog: SettingsDialog, desk: Desk) -> None:
    pick(dialog, "councilWord", "Elternrat")
    assert the_house(desk).parents_council == "Elternrat"


def test_the_lines_of_the_letterhead_are_stored(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    dialog.show_page("letterhead")
    area = child(dialog, QPlainTextEdit, "letterheadLines")
    area.setFocus()
    area.setPlainText("Träger: Stadt <Hainichen>\nTelefon 037207 555-0")
    child(dialog, QAbstractButton, "chooseLogo").setFocus()
    expected = ("Träger: Stadt <Hainichen>", "Telefon 037207 555-0")
    qtbot.waitUntil(lambda: the_house(desk).letterhead_lines == expected)
    dialog.grab()


def test_a_logo_is_made_small_and_can_be_removed(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, door: RecordingDoor, tmp_path: Path
) -> None:
    door.path = tmp_path / "Logo.png"
    door.path.write_bytes(png(2000, 1000))
    child(dialog, QAbstractButton, "chooseLogo").click()
    assert door.expect().kind == "open"
    qtbot.waitUntil(lambda: the_house(desk).logo is not None, timeout=PATIENCE)
    logo = QImage.fromData(the_house(desk).logo or b"")
    assert (logo.width(), logo.height()) == (600, 300)
    child(dialog, QAbstractButton, "removeLogo").click()
    assert the_house(desk).logo is None


def test_the_alliance_has_its_name_and_logo_beside_the_own_ones(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, door: RecordingDoor, tmp_path: Path
) -> None:
    dialog.show_page("letterhead")
    retype(dialog, "letterheadPartner", "Bündnis Hainichen")
    assert the_house(desk).partner_name == "Bündnis Hainichen"
    door.path = tmp_path / "Bündnis.png"
    door.path.write_bytes(png(300, 300))
    child(dialog, QAbstractButton, "choosePartnerLogo").click()
    door.expect()
    qtbot.waitUntil(lambda: the_house(desk).partner_logo is not None, timeout=PATIENCE)
    remove = child(dialog, QAbstractButton, "removePartnerLogo")
    qtbot.waitUntil(remove.isVisible, timeout=PATIENCE)
    dialog.grab()
    remove.click()
    assert (the_house(desk).logo, the_house(desk).partner_logo) == (None, None)


def test_a_file_that_is_no_picture_is_answered_on_the_page(
    qtbot: QtBot, dialog: SettingsDialog, door: RecordingDoor, tmp_path: Path
) -> None:
    dialog.show_page("letterhead")
    door.path = tmp_path / "Logo.svg"
    door.path.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    child(dialog, QAbstractButton, "chooseLogo").click()
    door.expect()
    notice = child(dialog, QWidget, "logoError")
    qtbot.waitUntil(notice.isVisible, timeout=PATIENCE)


def test_a_noisy_picture_becomes_a_small_jpeg(qapp: QApplication) -> None:
    noise = Random(1).randbytes(600 * 300 * 4)  # noqa: S311 - noise, no secret
    image = QImage(noise, 600, 300, QImage.Format.Format_RGB32)
    logo = small_logo(written(image, "PNG"))
    assert logo.startswith(b"\xff\xd8\xff")
    assert len(logo) <= MOST_BYTES


def test_only_png_and_jpeg_are_read(qapp: QApplication) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    with pytest.raises(UserError):
        small_logo(written(image, "BMP"))


def test_a_group_is_added_renamed_and_moved(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    day = desk.clock.today()
    retype(dialog, "newGroup", "Spatzen")
    retype(dialog, "group0", "Wasserfrösche")
    assert [row.name for row in desk.read(groups, day)] == ["Wasserfrösche", "Bären", "Spatzen"]
    child(dialog, QAbstractButton, "group2Up").click()
    assert [row.name for row in desk.read(groups, day)] == ["Wasserfrösche", "Spatzen", "Bären"]


def test_two_groups_cannot_have_one_name(dialog: SettingsDialog, desk: Desk) -> None:
    edit = retype(dialog, "group1", "Frösche")
    assert edit.property("wrong")
    names = [row.name for row in desk.read(groups, desk.clock.today())]
    assert names == ["Frösche", "Bären"]
    press(edit, Qt.Key.Key_Escape)


def test_a_room_is_added_changed_and_deleted(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    retype(dialog, "room0Capacity", "60")
    retype(dialog, "newRoom", "Aula")
    qtbot.waitUntil(lambda: dialog.findChild(QLineEdit, "room1Name") is not None)
    assert {(room.name, room.capacity) for room in desk.read(rooms)} == {
        ("Aula", None),
        ("Turnraum", 60),
    }
    child(dialog, QAbstractButton, "room1Delete").click()
    assert len(desk.read(rooms)) == 1


def test_the_look_changes_at_once_and_is_kept_beside_the_data(
    dialog: SettingsDialog, desk: Desk
) -> None:
    pick(dialog, "viewScheme", "Dunkel")
    pick(dialog, "viewFontScale", "125 %")
    assert theme.current().is_dark
    assert load_view(desk.folder) == View(Scheme.DARK, 1.25)
    dialog.grab()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"scheme": "pink", "font_scale": 1}', b"\xff"])
def test_a_damaged_look_file_means_the_usual_look(tmp_path: Path, content: bytes) -> None:
    save_view(tmp_path, View(Scheme.DARK, 1.5))
    (tmp_path / VIEW_FILE).write_bytes(content)
    assert load_view(tmp_path) == View()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_text_in_any_line_is_kept_or_refused_in_words(
    dialog: SettingsDialog, text: str
) -> None:
    lines = [field for field in editable_fields(dialog) if isinstance(field, QLineEdit)]
    assert len(lines) >= 10
    for edit in lines:
        edit.setFocus()
        edit.setText(text)
        edit.textEdited.emit(text)
        press(edit, Qt.Key.Key_Return)
    dialog.grab()
    dialog.accept()


def test_every_page_is_reached_by_keyboard_and_paints(dialog: SettingsDialog) -> None:
    titles = []
    for _step in range(dialog.names.count()):
        titles.append(dialog.names.currentItem().text())
        assert not dialog.grab().isNull()
        press(dialog.names, Qt.Key.Key_Down)
    assert titles == [
        "Kita",
        "Briefkopf",
        "Wörter",
        "Texte der Papiere",
        "Gruppen",
        "Räume",
        "Drucker",
        "Druckprotokoll",
        "Ansicht",
        "Über",
    ]


def test_every_editable_field_has_a_name(dialog: SettingsDialog) -> None:
    names = [field.objectName() for field in editable_fields(dialog)]
    assert all(names)
    assert len(names) == len(set(names))


def test_the_dialog_is_freed_on_close(qtbot: QtBot, screen: Screen) -> None:
    assert freed_on_close(lambda: SettingsDialog(screen.context))


def test_before_the_start_the_look_is_read_from_the_folder(tmp_path: Path) -> None:
    save_view(tmp_path, View(Scheme.DARK, 1.5))
    assert view_at_start(tmp_path) == View(Scheme.DARK, 1.5)


def test_qt_names_the_same_usual_folder(qapp: QApplication) -> None:
    assert usual_folder() == default_data_dir()


def test_a_picture_file_beyond_any_size_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "logo.png"
    with huge.open("wb") as file:
        file.truncate(60 << 30)  # a hole, it needs no room
    with pytest.raises(UserError) as caught:
        ShrinkLogo(huge)(JobControl(lambda _share, _words: None))
    assert caught.value.code == "logo_too_large"


def test_before_there_is_a_house_the_look_can_be_chosen(desk: Desk, shown_screen: Screen) -> None:
    dialog = SettingsDialog(shown_screen.context, has_house=False)

    titles = [dialog.names.item(row).text() for row in range(dialog.names.count())]

    assert titles == ["Ansicht", "Über"]
    dialog.deleteLater()
