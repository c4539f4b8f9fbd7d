"""All commands with their options, as `cli.md` promises them; no heavy import stands here."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path

from kitadesk.cli.german import GermanParser

PROGRAM = "kitadesk"
LIST_KINDS = (
    "children", "families", "groups", "events", "rooms",
    "cohorts", "institutions", "persons", "contacts", "bodies",
)  # fmt: skip
TAKEN_KINDS = ("children", "contacts", "events")
MOST_SCALE = 1000
MOST_PIXELS = 8000
"""Width and height of a picture; Qt paints nothing beyond 32,767, and memory ends before."""
YEARS = range(1990, 2200)
"""Years in which the clock may stand; deadlines some years before and after are dates too."""
_SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")


def parser() -> GermanParser:
    """Return the parser of the whole command line."""
    whole = GermanParser(
        PROGRAM,
        description="KitaDesk: Übergang, Elternabende und Kontakte einer Kita. "
        "Ohne Befehl öffnet sich das Fenster.",
    )
    _common_options(whole, is_command=False)
    commands = whole.add_subparsers(
        title="Befehle", dest="command", metavar="BEFEHL", parser_class=GermanParser
    )
    for add in (_demo, _papers, _list, _print, _import, _export, _screenshots, _check):
        add(commands)
    return whole


def _common_options(one: GermanParser, *, is_command: bool) -> None:
    """Add the options that stand before or after the command.

    Those of a command have no default, so that they keep what was said before it.
    """
    nothing = argparse.SUPPRESS if is_command else None
    one.add_german_help()
    one.add_argument(
        "--data", type=Path, default=nothing, metavar="ORDNER", help="ein anderer Datenordner"
    )
    one.add_argument(
        "--password-stdin",
        action="store_true",
        default=nothing or False,
        help="das Kennwort steht in der ersten Zeile der Eingabe",
    )
    one.add_argument(
        "--today",
        type=_day,
        default=nothing,
        metavar="JJJJ-MM-TT",
        help="so tun, als sei heute dieser Tag",
    )


def _command(
    commands: argparse._SubParsersAction[GermanParser], name: str, text: str
) -> GermanParser:
    one = commands.add_parser(name, prog=f"{PROGRAM} {name}", help=text, description=f"{text}.")
    _common_options(one, is_command=True)
    one.set_defaults(parser=one)
    return one


def _demo(commands: argparse._SubParsersAction[GermanParser]) -> None:
    one = _command(commands, "demo", "Einen leeren Datenordner mit der Beispielstadt füllen")
    one.add_argument(
        "--scale", type=_scale, default=1, metavar="N", help="N-mal so viele Kinder (1 bis 1000)"
    )
    one.add_argument("--seed", type=_whole, default=1, metavar="S", help="Startzahl der Würfel")


def _papers(commands: argparse._SubParsersAction[GermanParser]) -> None:
    one = _command(commands, "papers", "Alle Papiere zeigen, und wofür es sie gibt")
    _json(one)


def _list(commands: argparse._SubParsersAction[GermanParser]) -> None:
    one = _command(commands, "list", "Kennungen und Namen der Einträge zeigen")
    one.add_argument(
        "kind", choices=LIST_KINDS, metavar="ART", help=f"eines von: {', '.join(LIST_KINDS)}"
    )
    _json(one)


def _print(commands: argparse._SubParsersAction[GermanParser]) -> None:
    one = _command(commands, "print", "Ein Papier als PDF schreiben")
    one.add_argument("paper", nargs="?", metavar="PAPIER", help="Kennung aus „kitadesk papers“")
    one.add_argument(
        "--for",
        dest="subjects",
        action="append",
        default=[],
        metavar="KENNUNG",
        help="wofür gedruckt wird; mehrfach möglich",
    )
    one.add_argument(
        "--set",
        dest="values",
        action="append",
        type=_pair,
        default=[],
        metavar="NAME=WERT",
        help="eine Angabe des Papiers; mehrfach möglich",
    )
    one.add_argument("--lang", default="de", metavar="SPRACHEN", help="Sprachen, mit Komma: de,uk")
    one.add_argument("--blank", action="store_true", help="leer, zum Ausfüllen von Hand")
    one.add_argument(
        "--everything",
        action="store_true",
        help="jedes Papier für den nächsten Eintrag, in einen Ordner",
    )
    _target(one, "DATEI", "die PDF-Datei; mit --everything der Ordner")


def _import(commands: argparse._SubParsersAction[GermanParser]) -> None:
    one = _command(commands, "import", "Eine Liste übernehmen (xlsx, xls, ods, csv, vcf, ics)")
    one.add_argument(
        "kind",
        choices=TAKEN_KINDS,
        metavar="ART",
        help="was es ist: children, contacts oder events",
    )
    one.add_argument("file", type=Path, metavar="DATEI", help="die Liste")
    one.add_argument(
        "--map",
        dest="columns",
        action="append",
        type=_pair,
        default=[],
        metavar="SPALTE=FELD",
        help="was eine Spalte enthält, zum Beispiel „Kind=full_name“; mehrfach möglich",
    )
    one.add_argument("--dry-run", action="store_true", help="nur zeigen, was geschehen würde")
    one.add_argument("--report", type=Path, metavar="DATEI", help="Bericht je Zeile als JSON")


def _export(commands: argparse._SubParsersAction[GermanParser]) -> None:
    one = _command(commands, "export", "Daten als Datei herausgeben")
    one.add_argument(
        "kind",
        choices=TAKEN_KINDS,
        metavar="ART",
        help="was es ist: children, contacts oder events",
    )
    one.add_argument(
        "file",
        type=Path,
        metavar="DATEI",
        help="Ziel, Endung .csv oder .xlsx; Kontakte auch .vcf, Termine auch .ics",
    )
    one.add_argument(
        "--visibility",
        choices=("internal", "members", "public"),
        default="internal",
        metavar="WER",
        help="wer die Kontakte bekommt: internal (das Haus), members oder public",
    )


def _screenshots(commands: argparse._SubParsersAction[GermanParser]) -> None:
    one = _command(commands, "screenshots", "Ein Bild je Bereich und Seite des Fensters schreiben")
    _target(one, "ORDNER", "Ordner für die Bilder")
    one.add_argument(
        "--size", type=_size, default=(1280, 720), metavar="BxH", help="Größe, etwa 1280x720"
    )
    one.add_argument(
        "--scheme",
        choices=("light", "dark"),
        default="light",
        metavar="FARBEN",
        help="light (hell) oder dark (dunkel)",
    )
    one.add_argument(
        "--font-scale", type=_factor, default=1.0, metavar="F", help="Schriftgröße, 1.0 ist normal"
    )
    one.add_argument(
        "--all", action="store_true", dest="with_dialogs", help="auch jeden Dialog und Zustand"
    )
    one.add_argument(
        "--only", default="", metavar="NAME", help="nur Bilder, deren Name so beginnt, etwa heute"
    )


def _check(commands: argparse._SubParsersAction[GermanParser]) -> None:
    one = _command(commands, "check", "Die Datendatei prüfen")
    _json(one)


def _json(one: GermanParser) -> None:
    one.add_argument("--json", action="store_true", help="als JSON mit englischen Namen")


def _target(one: GermanParser, what: str, text: str) -> None:
    one.add_argument("-o", dest="target", type=Path, required=True, metavar=what, help=text)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Tag der Form JJJJ-MM-TT") from None
    if day.year not in YEARS:
        raise argparse.ArgumentTypeError(
            f"„{text}“ liegt nicht zwischen {YEARS[0]} und {YEARS[-1]}"
        )
    return day


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine ganze Zahl")
    return int(text)


def _scale(text: str) -> int:
    number = _whole(text)
    if not 1 <= number <= MOST_SCALE:
        raise argparse.ArgumentTypeError(f"„{text}“ liegt nicht zwischen 1 und {MOST_SCALE}")
    return number


def _factor(text: str) -> float:
    if not re.fullmatch(r"[0-9](\.[0-9]{1,2})?", text) or not 0.5 <= float(text) <= 3:
        raise argparse.ArgumentTypeError(f"„{text}“ liegt nicht zwischen 0.5 und 3")
    return float(text)


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Größe wie 1280x720")
    width, height = int(found[1]), int(found[2])
    if max(width, height) > MOST_PIXELS:
        raise argparse.ArgumentTypeError(f"„{text}“ ist größer als {MOST_PIXELS}x{MOST_PIXELS}")
    return width, height


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise argparse.ArgumentTypeError(f"„{text}“ hat nicht die Form NAME=WERT")
    return name, value
