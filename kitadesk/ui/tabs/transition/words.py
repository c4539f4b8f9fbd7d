"""How marks and school duty read on the screen."""

from __future__ import annotations

from datetime import date

from kitadesk.base.dates import numeric_date, relative, short_date
from kitadesk.domain.consent import ConsentState
from kitadesk.domain.entry_class import EntryClass
from kitadesk.domain.matrix_cells import MatrixCell
from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.domain.transition import ChildStatusKind
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.tabs.transition.starters import StarterLine

SIGNS = {
    MeasureMark.DONE: "✓",
    MeasureMark.PLANNED: "geplant",
    MeasureMark.OVERDUE: "!",
    MeasureMark.OPEN: "○",
    MeasureMark.NOT_NEEDED: "–",
}
LEGEND = (
    (MeasureMark.DONE, "erledigt"),
    (MeasureMark.PLANNED, "geplant"),
    (MeasureMark.OVERDUE, "überfällig"),
    (MeasureMark.OPEN, "offen"),
    (MeasureMark.NOT_NEEDED, "entfällt"),
)
_ORDER = (
    MeasureMark.OVERDUE,
    MeasureMark.OPEN,
    MeasureMark.PLANNED,
    MeasureMark.DONE,
    MeasureMark.NOT_NEEDED,
)
_ANSWERS = {ConsentState.NO: "nein", ConsentState.REVOKED: "widerrufen"}
# What the names of measures end in: a long heading breaks before it, as a person would write it.
_ENDINGS = (
    "untersuchung", "anmeldung", "gespräch", "training", "besuch", "termin", "abend", "bogen",
    "mappe", "feier", "fest", "treff", "tüte", "tag", "weg", "test", "arzt",
)  # fmt: skip
_BREAK_FROM = 10
_LEAST_HEAD = 3


def sign(cell: MatrixCell) -> str:
    """Return what stands in a cell: a sign, or the planned day."""
    if cell.mark is MeasureMark.PLANNED:
        return f"{cell.on:%d.%m.}" if cell.on is not None else SIGNS[cell.mark]
    return SIGNS[cell.mark]


def answer(cell: MatrixCell) -> str:
    """Return the word of a consent that was refused: calm, final, no mark of something to do."""
    return _ANSWERS.get(cell.consent, "") if cell.consent is not None else ""


def copied(cell: MatrixCell) -> str:
    """Return the cell for a spreadsheet: a day as a day, everything else in one word."""
    if cell.consent not in (None, ConsentState.OPEN):
        return cell.consent.label
    if cell.mark is MeasureMark.PLANNED and cell.on is not None:
        return numeric_date(cell.on)
    return dict(LEGEND)[cell.mark]


def spoken(cell: MatrixCell, today: date) -> str:
    """Return the cell in words, for the tooltip and for screen readers."""
    if cell.consent not in (None, ConsentState.OPEN):
        return cell.consent.label
    words = dict(LEGEND)[cell.mark]
    if cell.on is None or cell.mark is MeasureMark.NOT_NEEDED:
        return words
    if cell.mark is MeasureMark.DONE:
        return f"{words} am {short_date(cell.on)}"
    if cell.mark is MeasureMark.PLANNED:
        return f"{words} für {short_date(cell.on)}, {relative(cell.on, today)}"
    if cell.mark is MeasureMark.OVERDUE:
        return f"{words}: war bis {short_date(cell.on)} vorgesehen"
    return f"{words}, vorgesehen bis {short_date(cell.on)}"


def urgency(cell: MatrixCell) -> tuple[int, int]:
    """Return the place of a cell in an order by what is to do: overdue first, then by day."""
    return _ORDER.index(cell.mark), cell.on.toordinal() if cell.on is not None else 0


def heading(title: str) -> str:
    """Return the name of a column on one or two lines: "Schnupper-", "tag"."""
    words = title.split()
    if len(words) > 1:
        half = min(range(1, len(words)), key=lambda n: _widest(words, n))
        return f"{' '.join(words[:half])}\n{' '.join(words[half:])}"
    for ending in _ENDINGS:
        stem = title[: -len(ending)]
        if len(title) >= _BREAK_FROM and title.endswith(ending) and len(stem) >= _LEAST_HEAD:
            return f"{stem}-\n{ending}"
    return title


def duty_words(line: StarterLine) -> str:
    """Return the school duty in a few words; what the office noted goes before the rule."""
    if line.status_kind is ChildStatusKind.DEFERRAL_APPLIED:
        return "Rückst. beantragt"
    if line.status_kind not in (None, ChildStatusKind.REGISTERED):
        return line.status
    if line.duty is None:
        return "Geburtsdatum fehlt" if line.birth_date is None else ""
    if line.duty.is_cutoff_day:
        return "Stichtag knapp"
    return line.duty.entry_class.label


def duty_tone(line: StarterLine) -> Tone | None:
    """Colour only what somebody has to ask about."""
    is_doubtful = line.duty is not None and line.duty.is_cutoff_day
    return Tone.WARN if is_doubtful and duty_words(line) == "Stichtag knapp" else None


def duty_is_plain(line: StarterLine) -> bool:
    """Whether the child goes to school as most do: nothing to read here."""
    is_due = line.duty is not None and line.duty.entry_class is EntryClass.DUE
    return is_due and duty_words(line) == EntryClass.DUE.label


def duty_tip(line: StarterLine) -> str:
    """Return the reason in words with the law, and what the office noted."""
    parts = [line.status[:1].upper() + line.status[1:]] if line.status else []
    if line.duty is not None:
        if line.duty.is_cutoff_day:
            parts.append("Stichtag knapp, bitte Schule fragen")
        label = line.duty.entry_class.label
        parts.append(f"{label[:1].upper()}{label[1:]}: {line.duty.reason}")
    return ". ".join(parts)


def birth_words(day: date | None) -> str:
    """Return the birth date, empty where it is not known."""
    return numeric_date(day) if day is not None else ""


def _widest(words: list[str], half: int) -> int:
    return max(len(" ".join(words[:half])), len(" ".join(words[half:])))
