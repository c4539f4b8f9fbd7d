"""What stands in each of the thousand letters, the same for everybody who makes them.

Each maker has made one letter before the clock starts: fonts are read, templates understood.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from kitadesk.domain.replies import slip_text

LETTERS = 1_000
HOUSE = "Kita Sonnenschein"
HOUSE_LINES = ("Gartenweg 4", "09661 Hainichen", "Telefon 037207 555-0")
OVER = "Themenabend für alle Eltern"
TITLE = "„Papa ist ausgezogen. Klara spielt nicht mehr mit mir. Und Oma ist tot.“"
BODY = (
    "wir laden Sie herzlich ein: Wie begleiten wir Kinder, wenn sich zu Hause oder unter Freunden "
    "etwas verändert? Wie sprechen wir mit ihnen über Trennung, Trauer und Verlust?",
    "Nach einem kurzen Vortrag ist Zeit für Ihre Fragen. Sie müssen nichts vorbereiten, und "
    "niemand muss etwas Persönliches erzählen.",
)
FACTS = ("Donnerstag, 8. April 2027, 19 bis 21 Uhr", "Großer Saal im Rathaus, Markt 1")
MORE_FACTS = ("Einlass ab 18:30 Uhr · Eintritt frei", "Kinderbetreuung auf Anmeldung")
DEADLINE = "Mittwoch, 24. März 2027"
ASKED = f"Bitte geben Sie uns bis {DEADLINE} Bescheid."
CLOSING = "Wir freuen uns auf Sie!"
CONTACT = "Fragen? Telefon 037207 555-0 oder an der Tür."
WHEN = "Do 8. April 2027, 19 Uhr"
SLIP_LINES = (
    "☐ Wir kommen mit ______ Personen   ☐ Wir können nicht kommen",
    "☐ Betreuung für ______ Kinder",
    "Unsere Frage: ____________________________________________",
    "Datum, Unterschrift: ______________________________________",
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """A family: first names, the line of its slip, the number as people and scanners read it."""

    first_names: tuple[str, ...]
    line: str
    number: str

    @property
    def salutation(self) -> str:
        """Greet by the children."""
        return f"Liebe Eltern von {' und '.join(self.first_names)},"

    @property
    def digits(self) -> str:
        """The number without its dash: what the code says."""
        return self.number.replace("-", "")


WARM_UP = [Addressee(("Probe",), "Muster, Probe · Igel", slip_text(3_999))]
"""The family of the letter that is made before the clock starts."""


def addressees() -> list[Addressee]:
    """Return a thousand invented families; no two are greeted alike."""
    starts = ("Ma", "Li", "Jo", "Şi", "Ele", "Ło", "No", "Ö", "Tha", "Vi")
    middles = ("ri", "na", "lo", "mé", "ka", "ğu", "dė", "wa", "sü", "to")
    ends = ("a", "n", "s", "na", "l", "m", "ra", "k", "le", "x")
    lasts = ("Albrecht", "Şahin", "Kowalenko", "Nguyễn", "Großmann", "Ott", "Yıldız")
    families = []
    for count in range(LETTERS):
        name = starts[count // 100] + middles[count // 10 % 10] + ends[count % 10]
        names = (name, name[::-1].capitalize())[: 1 + count % 2]
        line = f"{lasts[count % 7]}-{count}, {' und '.join(names)} · Frösche"
        families.append(Addressee(names, line, slip_text(4_000 + count)))
    return families


def logo() -> bytes:
    """Return a picture of 300 × 300 pixels, as an office has it."""
    picture = Image.radial_gradient("L").resize((300, 300)).convert("RGB")
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def peak_memory() -> float:
    """Return the highest resident memory of this process in MB."""
    import resource  # noqa: PLC0415  # not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def print_figures(seconds: float, pdf: bytes, at_start: float, pages: int) -> None:
    """Print the seconds, the peak of memory in MB, what of it came with the run, bytes, pages."""
    peak = peak_memory()
    print(seconds, peak, peak - at_start, len(pdf), pages)
