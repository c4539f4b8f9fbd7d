"""Tokens keep their contrast, sizes follow the font, both schemes come from one place."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.tokens import DARK, LIGHT, Colors, Scheme
from kitadesk.ui.kit.widgets import QuietButton

SCHEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
TEXT_ON_GROUND = [
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "field"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("muted", "field"),
    ("ink", "accent_soft"),
    ("muted", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent_text", "surface"),
    ("bad_text", "surface"),
    ("warn_text", "surface"),
    *((f"{tone}_text", f"{tone}_soft") for tone in ("accent", "neutral", "good", "warn", "bad")),
]
MARKS = [("mark", "surface"), ("accent", "surface"), ("accent", "ground"), ("bad_mark", "surface")]


def luminance(color: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = QColor(color).getRgbF()[:3]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colors: Colors, one: str, other: str) -> float:
    """Contrast ratio of two tokens."""
    bright, dark = sorted((luminance(getattr(colors, n)) for n in (one, other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@SCHEMES
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_has_a_contrast_of_four_and_a_half(colors: Colors, text: str, ground: str) -> None:
    assert contrast(colors, text, ground) >= 4.5


@SCHEMES
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_have_a_contrast_of_three(colors: Colors, mark: str, ground: str) -> None:
    assert contrast(colors, mark, ground) >= 3


def test_a_row_is_34_px_and_grows_with_the_font(qapp: QApplication, qtbot: QtBot) -> None:
    assert theme.current().row_height == 34

    theme.apply(qapp, Scheme.LIGHT, 1.5)

    assert theme.current().row_height == 51


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_focused_button_does_not_jump(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    theme.apply(qapp, Scheme.LIGHT, scale)
    button = QuietButton("Drucken")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    before = button.sizeHint()

    button.setFocus()

    assert button.hasFocus()
    assert button.sizeHint() == before


def test_pictures_use_the_bundled_font_everywhere(qapp: QApplication, qtbot: QtBot) -> None:
    assert QFontInfo(qapp.font()).family() == theme.BUNDLED_FAMILY


def test_dark_and_light_can_be_changed_while_running(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Scheme.DARK)

    assert theme.current().is_dark
    assert qapp.palette().window().color() == QColor(DARK.ground)
