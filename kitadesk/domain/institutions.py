"""Kinds of institutions and providers around a Kita (glossary of the field)."""

from __future__ import annotations

import enum


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


class ProviderType(enum.Enum):
    """The kind of Träger; it decides which data protection law a paper names (field 5.1)."""

    MUNICIPAL = "municipal"
    FREE = "free"
    PROTESTANT = "protestant"
    CATHOLIC = "catholic"
    UNKNOWN = "unknown"
