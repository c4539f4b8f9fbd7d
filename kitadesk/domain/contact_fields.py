"""The fields of a list of contacts and the words that stand above their columns."""

from __future__ import annotations

import enum

from kitadesk.domain.child_fields import header_words


class ContactField(enum.Enum):
    """What a column of an address list holds."""

    INSTITUTION_KIND = "institution_kind"
    INSTITUTION = "institution"
    UNIT = "unit"
    PROVIDER = "provider"
    ADDRESS = "address"
    STREET = "street"
    POSTCODE = "postcode"
    TOWN = "town"
    DISTRICT = "district"
    SALUTATION = "salutation"
    TITLE = "title"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    FULL_NAME = "full_name"
    FUNCTION = "function"
    BODY = "body"
    PHONE = "phone"
    MOBILE = "mobile"
    FAX = "fax"
    EMAIL = "email"
    WEB = "web"
    BEST_TIME = "best_time"
    NOTE = "note"
    IGNORE = "ignore"


NAME_FIELDS = frozenset(
    {
        ContactField.INSTITUTION,
        ContactField.LAST_NAME,
        ContactField.FIRST_NAME,
        ContactField.FULL_NAME,
    }
)
"""A list without any of these names nobody."""

MANY = frozenset(
    {
        ContactField.PHONE,
        ContactField.MOBILE,
        ContactField.FAX,
        ContactField.EMAIL,
        ContactField.WEB,
        ContactField.NOTE,
    }
)
"""Several columns may hold these; of every other field the first column counts."""

CONTACT_LABELS: dict[ContactField, str] = {
    ContactField.INSTITUTION_KIND: "Art der Einrichtung",
    ContactField.INSTITUTION: "Einrichtung",
    ContactField.UNIT: "Abteilung",
    ContactField.PROVIDER: "Träger",
    ContactField.ADDRESS: "Anschrift",
    ContactField.STREET: "Straße",
    ContactField.POSTCODE: "PLZ",
    ContactField.TOWN: "Ort",
    ContactField.DISTRICT: "Ortsteil",
    ContactField.SALUTATION: "Anrede",
    ContactField.TITLE: "Titel",
    ContactField.LAST_NAME: "Nachname",
    ContactField.FIRST_NAME: "Vorname",
    ContactField.FULL_NAME: "Name",
    ContactField.FUNCTION: "Funktion",
    ContactField.BODY: "Gremium",
    ContactField.PHONE: "Telefon",
    ContactField.MOBILE: "Mobil",
    ContactField.FAX: "Fax",
    ContactField.EMAIL: "E-Mail",
    ContactField.WEB: "Internet",
    ContactField.BEST_TIME: "Erreichbar",
    ContactField.NOTE: "Notiz",
    ContactField.IGNORE: "nicht übernehmen",
}
"""German name of each field, for the preview and for `--map COLUMN=FIELD`."""

# Folded words as they stand above a column, without brackets and signs.
_WORDS: dict[str, ContactField] = {
    word: field
    for field, words in {
        ContactField.INSTITUTION_KIND: "art|art der einrichtung|typ|kategorie|einrichtungsart",
        ContactField.INSTITUTION: (
            "einrichtung|institution|organisation|firma|name der einrichtung|partner|verein"
            "|unternehmen|behorde|einrichtungsname|company|organization"
        ),
        ContactField.UNIT: "abteilung|bereich|sachgebiet|entsandt von|department|entsendet von",
        ContactField.PROVIDER: "trager|trager der einrichtung|einrichtungstrager",
        ContactField.ADDRESS: "anschrift|adresse|postanschrift|address",
        ContactField.STREET: (
            "strasse|str|strasse nr|strasse hausnummer|strasse und hausnummer|strasse und nr"
            "|strasse geschaftlich|street"
        ),
        ContactField.POSTCODE: "plz|postleitzahl|postleitzahl geschaftlich|postcode",
        ContactField.TOWN: "ort|stadt|gemeinde|plz ort|plz und ort|ort geschaftlich|town",
        ContactField.DISTRICT: "ortsteil|stadtteil|district",
        ContactField.SALUTATION: "anrede",
        ContactField.TITLE: "titel|akademischer titel|akad titel|title",
        ContactField.LAST_NAME: "nachname|familienname|zuname|last name|surname",
        ContactField.FIRST_NAME: "vorname|vornamen|rufname|first name",
        ContactField.FULL_NAME: (
            "name|ansprechpartner|ansprechpartnerin|ansprechpartner in|ansprechperson"
            "|kontaktperson|kontakt|person|name vorname|vorname name|nachname vorname"
            "|vorname nachname|leiter|leiterin|leiter in|full name"
        ),
        ContactField.FUNCTION: (
            "funktion|rolle|position|aufgabe|beruf|amt|stellung|tatigkeit|function|role"
        ),
        ContactField.BODY: "gremium|gremien|ausschuss|gruppe|body",
        ContactField.PHONE: (
            "telefon|tel|telefonnummer|tel nr|telefonnr|festnetz|rufnummer|telefon dienstlich"
            "|telefon geschaftlich|telefon privat|telefon buro|phone"
        ),
        ContactField.MOBILE: "mobil|handy|mobiltelefon|handynummer|mobilnummer|mobile|funk",
        ContactField.FAX: "fax|telefax|faxnummer|fax geschaftlich",
        ContactField.EMAIL: (
            "e mail|email|mail|e mail adresse|mailadresse|emailadresse|e mail dienstlich"
            "|e mail privat"
        ),
        ContactField.WEB: "internet|webseite|website|homepage|web|url|internetseite",
        ContactField.BEST_TIME: (
            "erreichbar|erreichbarkeit|sprechzeit|sprechzeiten|beste zeit|telefonzeit|best time"
        ),
        ContactField.NOTE: "notiz|notizen|bemerkung|bemerkungen|hinweis|anmerkung|note|kommentar",
    }.items()
    for word in words.split("|")
}
_NUMBERED = " 1234567890"


def contact_header(header: str) -> ContactField | None:
    """Return what a header means; "E-Mail 2" is an e-mail as well."""
    words = header_words(header)[:100]
    return _WORDS.get(words) or _WORDS.get(words.rstrip(_NUMBERED))


def contact_field_by_name(name: str) -> ContactField | None:
    """Return the field a person means: its label, its English name or a usual header."""
    words = header_words(name)
    for field, label in CONTACT_LABELS.items():
        if words in {header_words(label), header_words(field.value)}:
            return field
    return contact_header(name)
