"""The German sentences about the data file: why it cannot be opened, read or written.

`base.messages` puts them into the one table of all sentences.
"""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """What happened and what the person can do, one calm German sentence each."""

    what: str
    do: str


STORAGE_MESSAGES: dict[str, Message] = {
    "storage_changed_elsewhere": Message(
        "Dieser Schritt lässt sich nicht zurücknehmen, denn der Eintrag wurde danach geändert.",
        "Machen Sie bitte zuerst die spätere Änderung rückgängig.",
    ),
    "storage_corrupt": Message(
        "Die Datendatei ist beschädigt und bleibt unverändert liegen.",
        "Stellen Sie bitte die letzte geprüfte Sicherung wieder her.",
    ),
    "storage_empty_file": Message(
        "Die Datendatei ist leer, obwohl Daten darin sein müssten.",
        "Stellen Sie bitte die letzte geprüfte Sicherung wieder her.",
    ),
    "storage_exists": Message(
        "In diesem Ordner gibt es schon eine Datendatei.",
        "Öffnen Sie bitte diese oder wählen Sie einen anderen Ordner.",
    ),
    "storage_foreign_parts": Message(
        "In der Datendatei {file} stehen Anweisungen, die nicht von KitaDesk stammen.",
        "Bitte ändern Sie nichts daran und stellen Sie die letzte geprüfte Sicherung wieder her.",
    ),
    "storage_full": Message(
        "Der Datenträger ist voll, der letzte Schritt ist nicht gespeichert.",
        "Machen Sie bitte Platz auf dem Laufwerk und versuchen Sie es erneut.",
    ),
    "storage_io": Message(
        "Das Laufwerk mit der Datendatei hat einen Fehler gemeldet, der letzte Schritt "
        "ist nicht gespeichert.",
        "Prüfen Sie bitte, ob das Laufwerk verbunden ist und Platz hat, und versuchen "
        "Sie es erneut.",
    ),
    "storage_key_damaged": Message(
        "Die Schlüsseldatei „{file}“ ist beschädigt.",
        "Legen Sie bitte die Kopie aus Ihrer letzten Sicherung in den Ordner.",
    ),
    "storage_key_missing": Message(
        "Neben der Datendatei fehlt die Schlüsseldatei „{file}“.",
        "Legen Sie bitte die Kopie aus Ihrer letzten Sicherung in den Ordner.",
    ),
    "storage_locked": Message(
        "Ein anderes Programm hält die Datendatei gerade fest.",
        "Warten Sie bitte einen Augenblick und versuchen Sie es erneut.",
    ),
    "storage_migration_failed": Message(
        "Die Daten ließen sich nicht auf die neue Fassung umstellen, sie sind unverändert.",
        "Öffnen Sie sie bitte mit der bisherigen Fassung und melden Sie uns den Fehler.",
    ),
    "storage_missing": Message(
        "In diesem Ordner ist keine Datendatei von KitaDesk.",
        "Prüfen Sie bitte den Ordner oder beginnen Sie mit einer neuen Datei.",
    ),
    "storage_newer": Message(
        "Die Datendatei stammt aus einer neueren Fassung von KitaDesk.",
        "Bitte öffnen Sie sie mit der neueren Fassung.",
    ),
    "storage_not_encrypted": Message(
        "Die Datendatei ist nicht verschlüsselt, sie stammt nicht aus KitaDesk.",
        "Stellen Sie bitte die letzte geprüfte Sicherung wieder her.",
    ),
    "storage_read_only": Message(
        "Die Datendatei ist schreibgeschützt.",
        "Prüfen Sie bitte die Rechte am Ordner oder wählen Sie einen anderen Ordner.",
    ),
    "storage_wrong_key": Message(
        "Der Schlüssel passt nicht zu dieser Datendatei, oder ihr Anfang ist beschädigt.",
        "Legen Sie bitte die „kita.keys“ dazu, die zu ihr gehört, oder stellen Sie die letzte "
        "geprüfte Sicherung wieder her.",
    ),
}
