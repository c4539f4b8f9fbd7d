"""Marks, duty and measures in words."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.entry_class import classify
from kitadesk.domain.land import Land
from kitadesk.domain.matrix_cells import MatrixCell
from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.domain.transition import ChildStatusKind
from kitadesk.services.rules import land_rules
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.starters import StarterLine

TODAY = date(2027, 1, 25)


def line(
    born: date | None = date(2021, 3, 1),
    kind: ChildStatusKind | None = None,
    land: Land = Land.SN,
) -> StarterLine:
    duty = classify(born, 2027, land_rules(land)) if born is not None else None
    return StarterLine(UUID(int=1).bytes, "Müller, Mia", born, "", "", duty, kind)


@pytest.mark.parametrize(
    ("mark", "sign", "spoken"),
    [
        (MeasureMark.DONE, "✓", "erledigt am Di 12. Januar 2027"),
        (MeasureMark.OVERDUE, "!", "überfällig: war bis Di 12. Januar 2027 vorgesehen"),
        (MeasureMark.OPEN, "○", "offen, vorgesehen bis Di 12. Januar 2027"),
        (MeasureMark.NOT_NEEDED, "–", "entfällt"),
    ],
)
def test_a_mark_is_a_sign_and_words(mark: MeasureMark, sign: str, spoken: str) -> None:
    cell = MatrixCell(mark, date(2027, 1, 12))
    assert (words.sign(cell), words.spoken(cell, TODAY)) == (sign, spoken)


def test_a_planned_mark_is_its_day() -> None:
    cell = MatrixCell(MeasureMark.PLANNED, date(2027, 2, 3))
    assert words.sign(cell) == "03.02."
    assert words.spoken(cell, TODAY) == "geplant für Mi 3. Februar 2027, in 1 Woche"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Schnuppertag", "Schnupper-\ntag"),
        ("Übergabegespräch", "Übergabe-\ngespräch"),
        ("Schularzt", "Schularzt"),
        ("Gespräch", "Gespräch"),
        ("Besuch der Lehrkraft", "Besuch der\nLehrkraft"),
        ("Donnerstag", "Donners-\ntag"),
        ("<b>x</b>", "<b>x</b>"),
    ],
)
def test_long_headings_break_where_a_person_would(title: str, lines: str) -> None:
    assert words.heading(title) == lines


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (line(), "schulpflichtig"),
        (line(kind=ChildStatusKind.REGISTERED), "schulpflichtig"),
        (line(kind=ChildStatusKind.MOVING), "zieht um"),
        (line(kind=ChildStatusKind.DEFERRAL_APPLIED), "Rückst. beantragt"),
        (line(date(2021, 8, 1)), "kann durch Anmeldung"),
        (line(None), "Geburtsdatum fehlt"),
    ],
)
def test_duty_in_few_words(row: StarterLine, shown: str) -> None:
    assert words.duty_words(row) == shown


def test_the_reason_names_the_law() -> None:
    tip = words.duty_tip(line())
    assert tip.startswith("Schulpflichtig: sechster Geburtstag am 01.03.2027")
    assert "SächsSchulG" in tip


def test_a_day_at_the_cut_off_is_marked_in_words_and_tone() -> None:
    lands = [land for land in Land if line(_day_after(land), land=land).duty]
    doubtful = [
        row
        for land in lands
        if (row := line(_day_after(land), land=land)).duty and row.duty.is_cutoff_day
    ]
    assert doubtful
    for row in doubtful:
        assert words.duty_words(row) == "Stichtag knapp"
        assert words.duty_tone(row) is Tone.WARN
        assert "bitte Schule fragen" in words.duty_tip(row)


def _day_after(land: Land) -> date:
    cutoff = land_rules(land).cutoff.in_year(2021)
    return date.fromordinal(cutoff.toordinal() + 1)
