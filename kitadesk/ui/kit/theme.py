"""Fonts, palette and style sheet from the tokens; one call dresses the whole program."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from kitadesk.base.paths import resources_dir
from kitadesk.ui.kit.style_sheet import style_sheet
from kitadesk.ui.kit.tokens import DARK, LIGHT, ROW, SMALL, Colors, Scheme, Tone

BUNDLED_FONTS = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-SemiBold.ttf",
)
BUNDLED_FAMILY = "Source Sans 3"
FALLBACK_FAMILY = "DejaVu Sans"
BUNDLED_POINTS = 11.0
"""Source Sans runs small: 11 pt reads like 10 pt of other screen fonts."""
ROOMY_TEXT_HEIGHT = 22
"""Up to this line height in px the measures of the tokens hold as they are."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What painted widgets ask: the colours and how large a token pixel is now."""

    colors: Colors
    is_dark: bool
    scale: float
    points: float

    def px(self, size: float) -> int:
        """Screen pixels for a size given in px at 100 %."""
        return round(size * self.scale)

    @property
    def row_height(self) -> int:
        """Height of a row of a table, a field or a button: 34 px at 100 %."""
        return self.px(ROW)

    @property
    def small_points(self) -> float:
        """Size of remarks and pills in points."""
        return self.points * SMALL

    def tone_ground(self, tone: Tone) -> QColor:
        """Soft ground of a pill or notice."""
        return QColor(self.colors.soft(tone))

    def tone_ink(self, tone: Tone) -> QColor:
        """Text on that ground, also readable on a card."""
        return QColor(self.colors.text(tone))

    def color(self, name: str) -> QColor:
        """Return a token as QColor, by its field name."""
        return QColor(str(getattr(self.colors, name)))


class _Dresser(QObject):
    """Dresses the program again when the desktop goes dark or light."""

    def __init__(self, app: QApplication, scheme: Scheme, font_scale: float) -> None:
        super().__init__(app)
        self.setObjectName("themeDresser")
        self.scheme = scheme
        self.font_scale = font_scale
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @Slot(Qt.ColorScheme)
    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if self.scheme is Scheme.SYSTEM and isinstance(app, QApplication):
            _dress(app, self.scheme, self.font_scale)


_current = Theme(LIGHT, is_dark=False, scale=1.0, points=BUNDLED_POINTS)
_base_fonts: dict[int, QFont] = {}


def current() -> Theme:
    """Return the theme in use; ask again in `changeEvent(StyleChange)`, do not keep it."""
    return _current


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, font_scale: float = 1.0) -> None:
    """Dress the program; may be called again at any time with other wishes."""
    dresser = app.findChild(_Dresser, "themeDresser")
    if dresser is None:
        _Dresser(app, scheme, font_scale)
        _base_fonts[0] = _choose_font(app)
    else:
        dresser.scheme, dresser.font_scale = scheme, font_scale
    _dress(app, scheme, font_scale)


def register_bundled_fonts() -> None:
    """Make our own fonts known to Qt, the same files in the program, the tests and the pictures."""
    if BUNDLED_FAMILY in QFontDatabase.families():
        return
    folder = resources_dir() / "fonts"
    names: tuple[str, ...] = BUNDLED_FONTS
    if FALLBACK_FAMILY not in QFontDatabase.families():
        names = (*names, "DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
    for name in names:
        _register(folder / name)


def _register(path: Path) -> None:
    if path.is_file():
        QFontDatabase.addApplicationFont(str(path))


def _choose_font(app: QApplication) -> QFont:
    if not _has_system_font(app):
        register_bundled_fonts()
        if BUNDLED_FAMILY in QFontDatabase.families():
            font = QFont([BUNDLED_FAMILY, FALLBACK_FAMILY])
            font.setPointSizeF(BUNDLED_POINTS)
            return font
    font = QFont(app.font())
    if font.pointSizeF() <= 0:
        font.setPointSizeF(10.0)
    return font


def _has_system_font(app: QApplication) -> bool:
    """Windows and macOS have one; Linux where the desktop names one (DejaVu is nobody's choice)."""
    if app.platformName() in {"offscreen", "minimal"}:
        return False
    return sys.platform != "linux" or QFontInfo(app.font()).family() != FALLBACK_FAMILY


def _dress(app: QApplication, scheme: Scheme, font_scale: float) -> None:
    global _current  # noqa: PLW0603 - one program, one look
    font = QFont(_base_fonts[0])
    font.setPointSizeF(font.pointSizeF() * font_scale)
    dark = _is_dark(app, scheme)
    scale = max(font_scale, QFontMetrics(font).height() / ROOMY_TEXT_HEIGHT)
    _current = Theme(DARK if dark else LIGHT, is_dark=dark, scale=scale, points=font.pointSizeF())
    app.setFont(font)
    app.setPalette(_palette(_current))
    app.setStyleSheet(style_sheet(_current.colors, scale, font.pointSizeF()))


def _is_dark(app: QApplication, scheme: Scheme) -> bool:
    if scheme is Scheme.SYSTEM:
        return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    pairs = {
        role.Window: "ground",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "ground",
        role.Text: "ink",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.BrightText: "ink",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent_text",
        role.LinkVisited: "accent_text",
        role.PlaceholderText: "muted",
        role.ToolTipBase: "surface",
        role.ToolTipText: "ink",
        role.Accent: "accent",
        role.Mid: "line",
        role.Dark: "mark",
        role.Light: "surface",
    }
    for target, name in pairs.items():
        palette.setColor(target, theme.color(name))
    disabled = QPalette.ColorGroup.Disabled
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(disabled, target, theme.color("mark"))
    return palette
