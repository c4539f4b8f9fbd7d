"""The consent form of a child: what may be ticked, which law it names, who signs which sheet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.institutions import ProviderType

FORM_KINDS = (ConsentKind.SCHOOL_HANDOVER, ConsentKind.TEACHER_VISIT)
"""The consents of the Übergang that a form asks for."""

CATEGORIES = {
    ConsentKind.SCHOOL_HANDOVER: (
        "Stand der Entwicklung und der Sprache",
        "Sprachförderung, weitere Sprachen des Kindes",
        "Bewegung und Geschicklichkeit",
        "Interessen, besondere Fähigkeiten",
        "Angebote und Förderung in der Kita",
        "Empfehlungen für den Schulanfang",
    ),
    ConsentKind.TEACHER_VISIT: (
        "Die Lehrkraft lernt unser Kind in seiner Gruppe kennen",
        "Sie sieht ihm beim Spielen und Lernen zu",
        "Sie spricht mit den Fachkräften über unser Kind",
    ),
}
"""What custodians tick one by one (field 4, row 16); nothing here invites a diagnosis."""

WAYS = {
    ConsentKind.SCHOOL_HANDOVER: ("schriftlich", "mündlich"),
    ConsentKind.TEACHER_VISIT: ("ja", "nein"),
}
"""How each of them may be handed over: a paper needs another consent than a talk (field 5.2)."""

_LAWS = {
    ProviderType.MUNICIPAL: (
        "Art. 6 Abs. 1 a und Art. 7 DSGVO mit §§ 61 bis 68 SGB VIII, § 35 SGB I und "
        "§§ 67 bis 85 SGB X"
    ),
    ProviderType.FREE: "Art. 6 Abs. 1 a und Art. 7 DSGVO, BDSG und § 61 Abs. 3 SGB VIII",
    ProviderType.PROTESTANT: (
        "Datenschutzgesetz der Evangelischen Kirche in Deutschland (DSG-EKD) und "
        "§ 61 Abs. 3 SGB VIII"
    ),
    ProviderType.CATHOLIC: (
        "Gesetz über den Kirchlichen Datenschutz (KDG) und § 61 Abs. 3 SGB VIII"
    ),
    ProviderType.UNKNOWN: "das Datenschutzrecht, das für unseren Träger gilt",
}


def law_of(provider: ProviderType) -> str:
    """Return the data protection law that a notice of this kind of Träger names (field 5.1)."""
    return _LAWS[provider]


@dataclass(frozen=True, slots=True)
class Custodian:
    """Somebody whose signature counts; `lives_apart` from the child, as far as it is known."""

    person_id: UUID
    name: str
    lives_apart: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """A household of the child's family and who lives in it."""

    household_id: UUID
    member_ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One sheet for one household: who signs on it, and whether others sign one of their own.

    Without signers it has empty lines. Without a household it is for somebody who has none here.
    """

    household_id: UUID | None
    signers: tuple[str, ...] = ()
    has_others: bool = False


def sheets_of(
    custodians: Sequence[Custodian], homes: Sequence[Home], *, signed: Collection[str] = ()
) -> tuple[FormSheet, ...]:
    """Return the sheets of a child: every home of a custodian gets its own.

    Who lives in none of the homes signs on the first sheet, which comes with the child, and who
    lives apart on one alone. A home where all have signed gets no sheet again; with no custodian
    known the first has empty lines.
    """
    first = homes[0].household_id if homes else None
    if not custodians:
        return (FormSheet(first),)
    together: dict[UUID | None, list[str]] = {home.household_id: [] for home in homes}
    with_child = {one.person_id for one in custodians if not one.lives_apart}
    for one in custodians:
        together.setdefault(_place(one, homes, with_child), []).append(one.name)
    known = {home.household_id for home in homes}
    return tuple(
        FormSheet(
            place if place in known else None, tuple(names), has_others=len(names) < len(custodians)
        )
        for place, names in together.items()
        if any(name not in signed for name in names)
    )


def _place(one: Custodian, homes: Sequence[Home], with_child: Collection[UUID]) -> UUID | None:
    """Return the household whose sheet somebody signs, or the own key for a sheet alone."""
    home = next((home for home in homes if one.person_id in home.member_ids), None)
    if one.lives_apart and (home is None or home.member_ids & set(with_child)):
        return one.person_id
    if home is not None:
        return home.household_id
    return homes[0].household_id if homes else None
