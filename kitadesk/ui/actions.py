"""The keys of the whole window in one place, and the overview that F1 shows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the window: object name of its action, Qt's key, what it does in German."""

    name: str
    key: str
    meaning: str


WINDOW_KEYS = (
    Key("search", "Ctrl+K", "Suchen: Kinder, Familien, Personen, Veranstaltungen"),
    Key("quickNote", "Ctrl+N", "Schnelle Notiz"),
    Key("print", "Ctrl+P", "Drucken, was gerade zu sehen ist"),
    Key("save", "Ctrl+S", "Zeigt, wann zuletzt gespeichert wurde (es geschieht von selbst)"),
    Key("hide", "F9", "Bildschirm verdecken; jede Taste bringt ihn zurück"),
    Key("keys", "F1", "Diese Übersicht"),
    Key("quit", "Ctrl+Q", "KitaDesk schließen (gespeichert ist schon alles)"),
)
OTHER_KEYS = (
    ("Strg+1 … 4", "Heute, Übergang, Elternabende, Kontakte"),
    ("Strg+Bild auf, Strg+Bild ab", "Vorige, nächste Seite: Plan, Rückmeldungen, Danach"),
    ("Strg+Umschalt+N", "Unter Elternabende: neue Veranstaltung"),
    ("Strg+Umschalt+C", "Unter Elternabende: als Text kopieren"),
    ("F2", "Unter Elternabende: Titel ändern"),
    ("Strg+Z", "Rückgängig"),
    ("Strg+Y, Strg+Umschalt+Z", "Wiederholen"),
    ("Enter", "Übernehmen und weiter"),
    ("Esc", "Feld zurück auf den letzten Stand"),
    ("Pfeil ab", "In Feldern mit ⌄: Vorschläge zeigen"),
    ("Leertaste, Minus", "In Listen: erledigt oder offen, entfällt"),
    ("Buchstaben, Pos1, Ende", "In Listen: zum Namen, zum Anfang, zum Ende"),
    ("Ziffern, Entf", "In der Liste der Rückmeldungen: Personen, Antwort zurücknehmen"),
    ("J, N", "Bei unklaren Geschwistern: eine Familie, zwei Familien"),
    ("Bild auf, Bild ab", "In der Vorschau: blättern"),
    ("Strg+C, Strg+V", "Zeilen mit Überschriften für Excel kopieren, eine Liste einfügen"),
    ("Alt+1 … Alt+9", "In Listen: nach dieser Spalte ordnen, noch einmal umgekehrt"),
    ("Menütaste, Umschalt+F10", "In Listen: was mit der Zeile geht, Spalten wählen"),
    ("Pfeil auf, Pfeil ab", "Im Datum: ein Tag weiter, zurück; mit Alt eine Woche"),
    ("F4", "Im Datum: Kalender"),
    ("Enter, Entf, F6, Einfg", "In Alle Kinder: Karte, Kind geht, Gruppe wechseln, neues Kind"),
)


def window_actions(window: QWidget) -> dict[str, QAction]:
    """Make the actions of the window, by object name; the window connects them."""
    actions = {}
    for key in WINDOW_KEYS:
        action = QAction(key.meaning, window)
        action.setObjectName(key.name)
        action.setShortcut(key.key)
        window.addAction(action)
        actions[key.name] = action
    return actions


def keys_overview() -> list[tuple[str, str]]:
    """Return the keys and what they do, for F1."""
    own = [(key.key.replace("Ctrl", "Strg"), key.meaning) for key in WINDOW_KEYS]
    return [*own, *OTHER_KEYS]
