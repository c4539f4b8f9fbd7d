"""Records under headings: headings are passed over, empty parts have none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kitadesk.ui.kit.headed_list import ENTRY_ROLE, HeadedList, HeadedModel
from tests.support.qt_input import press


class Years(HeadedModel[int]):
    @override
    def words(self, entry: int, role: int) -> str | None:
        return str(entry) if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def years(qtbot: QtBot) -> Years:
    model = Years()
    model.set_parts((("", (2026,)), ("Bald", (2027, 2028)), ("Nie", ()), ("Vorbei", (2025,))))
    return model


def _shown(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_part_without_records_or_title_has_no_heading(years: Years) -> None:
    assert _shown(years) == ["2026", "Bald", "2027", "2028", "Vorbei", "2025"]
    assert years.entries() == [2026, 2027, 2028, 2025]


def test_the_model_keeps_qts_rules(years: Years, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(years)


def test_a_record_is_found_by_its_line_and_a_heading_is_none(years: Years) -> None:
    line = years.line_where(lambda year: year == 2028)
    assert (line, years.entry_at(line), years.entry_at(1)) == (3, 2028, None)
    assert years.line_where(lambda year: year == 1999) == -1


def test_the_arrow_keys_step_over_a_heading(qtbot: QtBot, years: Years) -> None:
    view = HeadedList("Jahre", name="years")
    qtbot.addWidget(view)
    view.setModel(years)
    view.show()
    view.setCurrentIndex(years.index(0))
    press(view, Qt.Key.Key_Down)
    assert view.currentIndex().data(ENTRY_ROLE) == 2027
    press(view, Qt.Key.Key_Up)
    assert view.currentIndex().data(ENTRY_ROLE) == 2026
