"""The style sheet, written from the tokens; every size is a token times the scale."""

from __future__ import annotations

from string import Template

from kitadesk.ui.kit.tokens import RADIUS, ROW, SMALL, Colors

# Rules are few and by class or object name: each rule is matched against each new widget.
_RULES = Template("""
QToolTip { background: $surface; color: $ink; border: 1px solid $field_line; padding: ${p4}px; }
QLabel#floatingNote { background: $surface; color: $ink; border: 1px solid $field_line;
  border-radius: ${radius}px; padding: ${p4}px; font-size: ${small}pt; }
QLabel#title { font-size: ${title}pt; font-weight: 600; }
QLabel#heading { font-size: ${heading}pt; font-weight: 600; }
QLabel#strong { font-weight: 600; }
QLabel#muted, QLabel#small { color: $muted; }
QLabel#small { font-size: ${small}pt; }
QLabel#fieldError { color: $bad_text; font-size: ${small}pt; }
QLabel#neutralTone { color: $neutral_text; }
QLabel#accentTone { color: $accent_text; }
QLabel#goodTone { color: $good_text; }
QLabel#warnTone { color: $warn_text; }
QLabel#badTone { color: $bad_text; }
Card { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
HLine { background: $line; max-height: 1px; min-height: 1px; border: none; }
QPushButton { background: $surface; color: $ink; border: 1px solid $field_line;
  border-radius: ${radius}px; padding: 0 ${p16}px; min-height: ${control}px; font-weight: 600;
  outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${p15}px;
  min-height: ${control_focus}px; }
QPushButton:disabled { color: $mark; background: $ground; border-color: $line; }
PrimaryButton { background: $accent; color: $on_accent; border-color: $accent; }
PrimaryButton:hover, PrimaryButton:pressed { background: $accent_hover; }
PrimaryButton:focus { border: 2px solid $ink; }
PrimaryButton:disabled { background: $neutral_soft; color: $mark; border-color: $line; }
PrimaryButton[beside="true"] { background: $surface; color: $ink; border-color: $field_line; }
PrimaryButton[beside="true"]:hover { background: $hover; }
PrimaryButton[beside="true"]:pressed { background: $accent_soft; }
PrimaryButton[beside="true"]:focus { border: 2px solid $accent; }
LinkButton, SegmentButton { background: transparent; border: 2px solid transparent;
  padding: 0 ${p8}px; min-height: ${control_focus}px; }
LinkButton { color: $accent_text; }
LinkButton:hover, SegmentButton:hover { background: $hover; }
LinkButton:focus, SegmentButton:focus { border: 2px solid $accent; padding: 0 ${p8}px; }
TextLink, TextLink:focus { padding: 0; }
LinkButton:disabled { background: transparent; color: $mark; border-color: transparent; }
SegmentButton { color: $muted; padding: 0 ${p12}px; }
SegmentButton:focus { padding: 0 ${p12}px; }
SegmentButton:checked { background: $accent_soft; color: $accent_text; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: ${radius}px;
  padding: ${p2}px ${p8}px; min-height: ${tool}px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit, QPlainTextEdit { background: $field; color: $ink; border: 1px solid $field_line;
  border-radius: ${radius}px; padding: 0 ${p10}px; selection-background-color: $accent;
  selection-color: $on_accent; placeholder-text-color: $muted; }
QLineEdit { min-height: ${control}px; }
QPlainTextEdit { padding: ${p6}px ${p8}px; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 ${p9}px; min-height: ${control_focus}px;
  background: $surface; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: ${p5}px ${p7}px; background: $surface; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $bad_mark; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $ground; }
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] { background: $ground; }
QTableView, QListView, QTreeView, MatrixView { background: $surface; border: 1px solid $line;
  border-radius: ${radius}px; outline: none; selection-background-color: $accent_soft;
  selection-color: $ink; }
QTableView:focus, QListView:focus, QTreeView:focus, MatrixView:focus { border: 1px solid $accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $muted; border: none;
  border-bottom: 1px solid $field_line; padding: ${p6}px ${p12}px; font-weight: 600; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $surface; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#scrollBody { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${p12}px; }
QScrollBar:horizontal { height: ${p12}px; }
QScrollBar::handle { background: $field_line; border-radius: ${p4}px; margin: ${p2}px; }
QScrollBar::handle:hover { background: $mark; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; color: $ink; border: 1px solid $field_line; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p16}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $mark; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QProgressBar { background: $neutral_soft; border: none; border-radius: ${p4}px;
  min-height: ${p8}px; max-height: ${p8}px; }
QProgressBar::chunk { background: $accent; border-radius: ${p4}px; }
QSplitter::handle { background: transparent; }
QDialog { background: $surface; }
""")


def style_sheet(colors: Colors, scale: float, points: float) -> str:
    """All rules for one scheme at one size; `points` is the size of running text."""
    values = {name: getattr(colors, name) for name in Colors.__dataclass_fields__}
    sizes = {f"p{n}": round(n * scale) for n in (2, 4, 6, 8, 10, 12, 16, 24, 32)}
    # A focused control has a border 1 px thicker and gives it back from its padding: nothing jumps.
    sizes |= {f"p{n - 1}": sizes[f"p{n}"] - 1 for n in (6, 8, 10, 16)}
    control = round(ROW * scale) - 2
    return _RULES.substitute(
        values,
        **{key: str(value) for key, value in sizes.items()},
        radius=round(RADIUS * scale),
        control=control,
        control_focus=control - 2,
        tool=control - 2 * round(2 * scale) - 2,
        title=f"{points * 1.45:.2f}",
        heading=f"{points * 1.09:.2f}",
        small=f"{points * SMALL:.2f}",
    )
