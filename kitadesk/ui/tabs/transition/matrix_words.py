"""The matrix in words: tooltips, what screen readers say, what goes to the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from kitadesk.base.dates import short_date
from kitadesk.base.text import fold, plural
from kitadesk.domain.matrix_selection import MatrixSelection, Spot
from kitadesk.queries.matrix import MatrixMeasure
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.matrix_rows import MatrixRows
from kitadesk.ui.tabs.transition.starters import StarterLine


def cell_words(rows: MatrixRows, spot: Spot) -> str:
    """Return a cell in words: "Albrecht, Mia · Schularzt: erledigt am Di 12. Januar 2027"."""
    measure = rows.measures[spot.column]
    said = words.spoken(rows.cell(*spot), rows.today)
    return f"{rows.line(spot.row).name} · {measure.title}: {said}"


def head_tip(rows: MatrixRows, column: int) -> str:
    """Return a measure in words: title, days, who, how far it is."""
    measure = rows.measures[column]
    count = rows.counts(column)
    far = f"{count.done} von {count.total} erledigt" if count is not None else ""
    late = f"{count.overdue} überfällig" if count is not None and count.overdue else ""
    ledger = "folgt aus den Einwilligungen" if measure.consent_kind is not None else ""
    parts = (measure.title, _days(measure), measure.responsible, far, late, ledger)
    return " · ".join(part for part in parts if part)


def child_tip(line: StarterLine, title: str) -> str:
    """Return what a fixed cell hides: the reason of the school duty, or the child."""
    if title == "Schulpflicht":
        return words.duty_tip(line)
    duty = words.duty_words(line)
    parts = (line.name, words.birth_words(line.birth_date), line.group_name, line.school_name, duty)
    return " · ".join(part for part in parts if part)


def spoken_place(rows: MatrixRows, selection: MatrixSelection) -> str:
    """Return where the cursor is, for screen readers."""
    cursor = selection.cursor
    if cursor.row >= rows.count:
        return ""
    if not rows.measures:
        return child_tip(rows.line(cursor.row), "")
    said = cell_words(rows, cursor)
    if not selection.is_several:
        return said
    return f"{plural(sum(1 for _ in selection.spots()), 'Feld', 'Felder')} gewählt, {said}"


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say where the cursor went."""
    if QAccessible.isActive() and widget.hasFocus():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def next_with(rows: MatrixRows, letter: str, start: int) -> int | None:
    """Return the next line whose name begins with a letter, ä like a; round to the top."""
    wanted = fold(letter)
    for step in range(1, rows.count + 1):
        row = (start + step) % rows.count
        if wanted and fold(rows.line(row).name[:2]).startswith(wanted):
            return row
    return None


def block(rows: MatrixRows, selection: MatrixSelection) -> str:
    """Return the chosen cells for a spreadsheet; more than one come with names and headings."""
    spots = [spot for spot in selection.spots() if spot.row < rows.count]
    if not rows.measures:
        lines = sorted({spot.row for spot in spots})
        return "\n".join(_plain(rows.line(row).name) for row in lines)
    if len(spots) == 1:
        return words.copied(rows.cell(*spots[0]))
    chosen = set(spots)
    columns = sorted({spot.column for spot in spots})
    head = ["Kind", *(_plain(rows.measures[column].label) for column in columns)]
    table = [head]
    for row in sorted({spot.row for spot in spots}):
        rows.need([row])
        texts = [
            words.copied(rows.cell(row, column)) if (row, column) in chosen else ""
            for column in columns
        ]
        table.append([_plain(rows.line(row).name), *texts])
    return "\n".join("\t".join(line) for line in table)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _days(measure: MatrixMeasure) -> str:
    first, last = measure.planned_on, measure.last_day
    if last is None:
        return ""
    if first is None:
        return f"bis {short_date(last)}"
    return short_date(first) if first == last else f"{short_date(first)} bis {short_date(last)}"
