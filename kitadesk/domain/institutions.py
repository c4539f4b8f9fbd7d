"""Kinds of institutions and providers around a Kita (glossary of the field)."""

from __future__ import annotations

import enum

from kitadesk.base.text import fold


class InstitutionKind(enum.Enum):
    """What an institution is; the value is what the file stores."""

    DAYCARE = "daycare"
    AFTER_SCHOOL_CARE = "after_school_care"
    PRIMARY_SCHOOL = "primary_school"
    SECONDARY_SCHOOL = "secondary_school"
    FAMILY_CENTRE = "family_centre"
    FAMILY_WORKSHOP = "family_workshop"
    COUNSELLING = "counselling"
    LIBRARY = "library"
    YOUTH_CLUB = "youth_club"
    MUNICIPALITY = "municipality"
    HEALTH_OFFICE = "health_office"
    PARISH = "parish"
    PROVIDER = "provider"
    PRESS = "press"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the word of the field for this kind."""
        return _LABELS[self]


def kind_in_name(name: str) -> InstitutionKind:
    """Return the kind that the name of an institution tells: "Hort an der Schule" is a Hort."""
    words = f"{fold(name)} "
    for kind, parts in _NAME_PARTS:
        if any(part in words for part in parts):
            return kind
    return InstitutionKind.OTHER


_LABELS: dict[InstitutionKind, str] = {
    InstitutionKind.DAYCARE: "Kita",
    InstitutionKind.AFTER_SCHOOL_CARE: "Hort",
    InstitutionKind.PRIMARY_SCHOOL: "Grundschule",
    InstitutionKind.SECONDARY_SCHOOL: "Oberschule",
    InstitutionKind.FAMILY_CENTRE: "Eltern-Kind-Zentrum",
    InstitutionKind.FAMILY_WORKSHOP: "Werkstatt Familie",
    InstitutionKind.COUNSELLING: "Beratungsstelle",
    InstitutionKind.LIBRARY: "Bibliothek",
    InstitutionKind.YOUTH_CLUB: "Jugendclub",
    InstitutionKind.MUNICIPALITY: "Verwaltung",
    InstitutionKind.HEALTH_OFFICE: "Gesundheitsamt",
    InstitutionKind.PARISH: "Kirche",
    InstitutionKind.PROVIDER: "Träger",
    InstitutionKind.PRESS: "Presse",
    InstitutionKind.OTHER: "Sonstige",
}


# In this order: a "Hort an der Grundschule" is a Hort, a "Familienzentrum der Kirche" a centre.
_NAME_PARTS: tuple[tuple[InstitutionKind, tuple[str, ...]], ...] = (
    (InstitutionKind.AFTER_SCHOOL_CARE, ("hort ", "schulhort", "hort-")),
    (InstitutionKind.FAMILY_CENTRE, ("eltern-kind-zentrum", "familienzentrum", "ekiz")),
    (InstitutionKind.FAMILY_WORKSHOP, ("werkstatt familie",)),
    (InstitutionKind.COUNSELLING, ("beratung",)),
    (InstitutionKind.DAYCARE, ("kita", "kindergarten", "kindertages", "krippe", "kinderhaus")),
    (InstitutionKind.PRIMARY_SCHOOL, ("grundschule",)),
    (InstitutionKind.SECONDARY_SCHOOL, ("schule", "gymnasium")),
    (InstitutionKind.LIBRARY, ("bibliothek", "bucherei")),
    (InstitutionKind.YOUTH_CLUB, ("jugendclub", "jugendklub", "jugendzentrum")),
    (InstitutionKind.HEALTH_OFFICE, ("gesundheitsamt",)),
    (InstitutionKind.MUNICIPALITY, ("stadtverwaltung", "gemeindeverwaltung", "rathaus")),
    (InstitutionKind.PARISH, ("kirch", "pfarr", "gemeinde st.")),
    (InstitutionKind.PRESS, ("zeitung", "anzeiger", "presse")),
)


class ProviderType(enum.Enum):
    """The kind of Träger; it decides which data protection law a paper names (field 5.1)."""

    MUNICIPAL = "municipal"
    FREE = "free"
    PROTESTANT = "protestant"
    CATHOLIC = "catholic"
    UNKNOWN = "unknown"
