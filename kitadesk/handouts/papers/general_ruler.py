"""Messblatt: how far a printer is out, measured with a ruler at a cross."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.handouts.kit.blocks import (
    Document,
    FillIn,
    Heading,
    PageSetup,
    Paragraph,
    RulerSheet,
    Spacer,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind
from kitadesk.queries.reader import Reader

TITLE = "Messblatt für den Drucker"
_STEPS = (
    "Messen Sie am Kreuz oben links: von seiner Mitte bis zum linken und bis zum oberen Rand des "
    "Papiers. Richtig sind je 20 mm.",
    "Die beiden Zahlen tragen Sie in den Einstellungen unter „Drucker“ ein. Danach stehen auch "
    "Etiketten an ihrem Platz.",
    "Stimmen die Abstände der Kreuze untereinander nicht (170 mm und 257 mm), vergrößert oder "
    "verkleinert der Drucker: Wählen Sie im Druckdialog „Tatsächliche Größe“.",
)


@dataclass(frozen=True, slots=True)
class RulerParams:
    """Nothing can be chosen."""


@dataclass(frozen=True, slots=True)
class RulerContent:
    """What to do, step by step; the sheet is the same in every house."""

    steps: tuple[str, ...] = _STEPS


def document(content: RulerContent, params: RulerParams) -> Document:
    """Crosses and rulers, what to measure, and two lines for the numbers."""
    return Document(
        TITLE,
        (
            RulerSheet(),
            Spacer(35),
            Heading(TITLE),
            *(Paragraph(text) for text in content.steps),
            FillIn(("Drucker", "Abstand links in mm", "Abstand oben in mm")),
        ),
        PageSetup(footer=False),
    )


def gather(reader: Reader, subject_id: UUID | None, params: RulerParams, on: date) -> RulerContent:
    """Read nothing."""
    return RulerContent()


def blank(params: RulerParams) -> RulerContent:
    """The sheet itself is to be filled in."""
    return RulerContent()


def sample() -> tuple[RulerContent, RulerParams]:
    """The sheet itself."""
    return RulerContent(), RulerParams()


SPEC = HandoutSpec(
    id="ruler",
    title=TITLE,
    area=Area.GENERAL,
    subject=SubjectKind.HOUSE,
    privacy=Privacy.HOUSE,
    params=RulerParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
    one_size="Die Maße gelten in Millimetern.",
)
